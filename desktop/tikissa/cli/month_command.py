"""`tikissa month`: does a register's month: what was accepted by kind before is accepted again, the rest left open."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from tikissa.app.folders import data_folder, preferences_file
from tikissa.app.month.next_check import calendar_entry, next_month
from tikissa.app.month.round import Again, RoundDone, Saving, Wanted, title_code, whole_round
from tikissa.app.month.schedule import cron_line, systemd_units, windows_line
from tikissa.app.preferences import Preferences, load_preferences
from tikissa.app.targets import Targets, default_audit_log, default_target
from tikissa.cli.month_json import month_json
from tikissa.cli.output import is_plain, refuse_clashes, refuse_sources, write_content, write_json
from tikissa.cli.parser import CommandParser, files_and_choices
from tikissa.cli.printed_words import Words
from tikissa.cli.progress_bar import progress_bar
from tikissa.cli.reading_options import add_today, existing, path_of, today_of
from tikissa.cli.streams import tell
from tikissa.export.log.audit_files import audit_log_files
from tikissa.export.saving_options import IfUnsafe, RemovedRows, Written
from tikissa.export.target import check_targets
from tikissa.messages import title

SHOWN_KINDS = 12


def run(arguments: Sequence[str], words: Words) -> int:
    options = _parser(words).parse_args(arguments)
    register = existing(options.register)
    if options.schedule:
        tell("\n".join(_schedule(register, words)))
        return 0
    targets = _targets(options, register)
    results = (targets.cleaned, *audit_log_files(targets.audit_log))
    check_targets(register, results)
    others = [target for target in (options.json, options.calendar) if target]
    refuse_sources(others, (register,))
    for target in others:
        refuse_clashes(target, results)
    preferences = load_preferences(preferences_file())
    with progress_bar(words) as progress:
        done = whole_round(
            register, data_folder(), preferences, _wanted(options, targets, preferences, words), progress
        )
    with closing(done.session):
        if done.problem is not None:
            raise done.problem
        _tell(done, register, options, words)
    return 0


def _tell(done: RoundDone, register: Path, options: Namespace, words: Words) -> None:
    if options.calendar:
        entry = calendar_entry(register, next_month(today_of(options)), words.language, datetime.now(UTC))
        write_content(entry, options.calendar)
    if options.json is not None:
        write_json(month_json(done), options.json, register)
    if options.json is None or is_plain(options.json):
        tell("\n".join(_summary(done, words)))


def _wanted(options: Namespace, targets: Targets, preferences: Preferences, words: Words) -> Wanted:
    """Return a round that saves, unless this version of the register is saved with every choice in it already."""
    removed = RemovedRows.SHEET if preferences.removed_rows_sheet else RemovedRows.LOG
    saving = Saving(words.language, IfUnsafe(options.if_unsafe), removed)
    anew = bool(options.output or options.audit_log)
    return Wanted(targets, saving, today_of(options), Again(options.accept), anew)


def _targets(options: Namespace, register: Path) -> Targets:
    """Return the names asked for; of those that were not, the first that nothing has yet: each month has its own."""
    cleaned = path_of(options.output) if options.output else default_target(register)
    log = path_of(options.audit_log) if options.audit_log else default_audit_log(register)
    if options.output or options.audit_log:
        free = Targets(cleaned, log).free()
        return Targets(cleaned if options.output else free.cleaned, log if options.audit_log else free.audit_log)
    return Targets(cleaned, log).free()


def _summary(done: RoundDone, words: Words) -> Iterator[str]:
    yield words("month.first" if done.previous is None else "month.since", done.session.path.name, _day(done))
    if done.changes is not None and done.newcomers is not None:
        counts = (len(done.changes.new), len(done.changes.changed), len(done.changes.gone))
        yield words("month.rows", *counts)
        yield words("month.newcomers", done.newcomers.perhaps_there, done.newcomers.to_fix)
        yield words("month.brought", done.changes.kept, sum(len(group.dropped) for group in done.changes.lapsed))
    yield words("month.accepted", sum(done.kinds.accepted.values()))
    yield from _kinds(done.kinds.accepted, words)
    yield words("month.left", sum(done.kinds.left.values()))
    yield from _kinds(done.kinds.left, words)
    yield from _saved(done, done.written, words)


def _saved(done: RoundDone, written: Written | None, words: Words) -> Iterator[str]:
    if written is None:
        yield words("month.saved_already", *map(str, done.files[:2]))
        return
    yield words("clean.rows", written.rows_in, written.kept, written.merged, written.archived, written.removed)
    for note in written.notes:
        yield words(note.code, *note.arguments)
    yield words("clean.files", *map(str, done.files[:2]))
    yield words("clean.checked")


def _day(done: RoundDone) -> str:
    return f"{done.previous.day}.{done.previous.month}.{done.previous.year}" if done.previous else ""


def _kinds(counts: Mapping[str, int], words: Words) -> Iterator[str]:
    for code, count in sorted(counts.items(), key=lambda entry: -entry[1])[:SHOWN_KINDS]:
        yield f"  {count:>7}  {title(words.language, title_code(code))}"


def _schedule(register: Path, words: Words) -> Iterator[str]:
    yield f"{words('month.on_windows')}\n{windows_line(register)}\n"
    yield f"{words('month.on_cron')}\n{cron_line(register)}\n"
    yield f"{words('month.on_systemd')}\n{systemd_units(register)}"


def _parser(words: Words) -> CommandParser:
    parser = CommandParser(words, "tikissa month", words("help.month"))
    files, choices = files_and_choices(parser, words)
    files.add_argument("register", metavar="REGISTER", help=words("help.register_file"))
    files.add_argument("--output", metavar="OUT", help=words("help.output"))
    files.add_argument("--audit-log", metavar="LOG", help=words("help.audit_log"))
    files.add_argument("--json", metavar="OUT", help=words("help.json"))
    files.add_argument("--calendar", metavar="OUT.ics", help=words("help.calendar"))
    choices.add_argument("--accept", choices=[*Again], default=Again.AS_BEFORE, help=words("help.accept_again"))
    choices.add_argument("--if-unsafe", choices=[*IfUnsafe], default="stop", help=words("help.if_unsafe"))
    choices.add_argument("--schedule", action="store_true", help=words("help.schedule"))
    add_today(choices, words)
    return parser
