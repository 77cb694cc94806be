"""`tikissa clean`: accepts a set of proposals and writes the cleaned file and the change log."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tikissa.app.activity_column import activity_column
from tikissa.app.cleaning import Accept, Cleaning, clean, held_back
from tikissa.app.exclusion_list import kept_exclusions
from tikissa.app.folders import data_folder
from tikissa.app.guide.earlier_counts import earlier_counts
from tikissa.app.guide.guide_page import guide_lines
from tikissa.app.targets import KEPT_EXTENSIONS, WORKBOOKS, default_audit_log, default_target
from tikissa.cli.analyse_command import read_and_analyse
from tikissa.cli.column_words import add_meanings
from tikissa.cli.parser import CommandParser, files_and_choices
from tikissa.cli.printed_words import Words
from tikissa.cli.progress_bar import progress_bar
from tikissa.cli.reading_options import add_reading, add_today, existing, path_of, today_of
from tikissa.cli.streams import tell
from tikissa.export.entry_checks.sheet_survey import NOT_PUT_IN
from tikissa.export.lists.list_file import write_mailing_list, write_number_list
from tikissa.export.log.audit_files import audit_log_files
from tikissa.export.saving_options import (
    CAN_FOLLOW,
    ELSEWHERE,
    FORMULA_LIKE,
    LOG_FORMULA_LIKE,
    REPOINTED,
    IfUnsafe,
    WriteOptions,
    Written,
)
from tikissa.export.target import check_targets
from tikissa.lists.hand_back import number_changes
from tikissa.lists.mailing import mailing_list
from tikissa.lists.mailing_file import TITLES, left_out
from tikissa.model.analysis import Analysis
from tikissa.model.decision import DecisionLog, RetireAction
from tikissa.model.outcome import Fate, Outcome
from tikissa.model.permission import Channel
from tikissa.model.problems import Problem
from tikissa.review.decisions import Decider

WHO = "user"
LEAVE, REPOINT = "leave", "repoint"

RETIRE = {"keep": None, "sheet": RetireAction.ARCHIVE, "remove": RetireAction.REMOVE}


def run(arguments: Sequence[str], words: Words) -> int:
    options = _parser(words).parse_args(arguments)
    source = existing(options.file)
    wants_checks = options.checks or bool(options.check)
    kept = WORKBOOKS if wants_checks or options.guide_sheet else KEPT_EXTENSIONS
    target = path_of(options.output) if options.output else default_target(source, kept)
    audit_log = path_of(options.audit_log) if options.audit_log else default_audit_log(source)
    number_list = path_of(options.number_list) if options.number_list else None
    mailings = [(_way(way), path_of(target)) for way, target in options.mailing_list]
    lists = [*([number_list] if number_list else []), *(target for _, target in mailings)]
    check_targets(source, (target, *audit_log_files(audit_log), *lists))
    with progress_bar(words) as progress:
        analysis, erased = read_and_analyse(source, options, progress)
        checked = _checked(options, analysis)
        cleaning = Cleaning(Accept(options.accept), RETIRE[options.retire])
        decider = Decider(datetime.now(UTC), WHO)
        how = replace(_write_options(options, words, analysis), checked=checked)
        if options.guide_sheet:
            before = earlier_counts(source, analysis.register.source.sha256, data_folder(), today_of(options))
            how = replace(how, page=tuple(guide_lines(analysis, words.language, before)))
        outcome, written = clean(analysis, cleaning, decider, target, audit_log, how, progress, erased)
    changes = number_changes(outcome, analysis.schema)
    if number_list is not None:
        shown_as_text = write_number_list(changes, words.language, number_list, source)
    _tell(outcome, target, audit_log, words)
    _tell_of_other_sheets(written, words)
    _tell_notes(written, (FORMULA_LIKE, LOG_FORMULA_LIKE, "save.merged_out_of_sight", *NOT_PUT_IN), words)
    if wants_checks:
        tell(words("checks.put_in", written.checks))
    if number_list is not None:
        tell(words("number_list.written", len(changes), str(number_list)))
        _tell_shown_as_text(shown_as_text, words)
    heeded = replace(outcome, exclusions=kept_exclusions(analysis.register, source)) if mailings else outcome
    for way, named in mailings:
        _write_mailing(heeded, analysis, way, named, words)
    held = held_back(analysis) if cleaning.retire else 0
    if held:
        tell(words("clean.kept_back", held))
    return 0


def _checked(options: Namespace, analysis: Analysis) -> frozenset[str]:
    """Return the columns that are to get checks. Raises Problem for one the register does not have."""
    names = {column.name for column in analysis.register.columns}
    if unknown := next((column for column in options.check if column not in names), None):
        raise Problem("call.no_such_column", unknown)
    return frozenset(options.check or (names if options.checks else ()))


def _way(said: str) -> Channel:
    """Return a way of contact. Raises Problem for a word that is none."""
    try:
        return Channel(said)
    except ValueError:
        raise Problem("call.way_unclear", said, ", ".join(Channel)) from None


def _write_mailing(outcome: Outcome, analysis: Analysis, way: Channel, target: Path, words: Words) -> None:
    """Write whom a mailing goes to, and say how many they are and why the others are not among them."""
    mailing = mailing_list(
        outcome, analysis.schema, DecisionLog(), analysis.keys, way, analysis.settings.today, related=analysis.related
    )
    shown_as_text = write_mailing_list(mailing, outcome.register.source.path, words.language, target)
    tell(words("mailing_list.written", len(mailing.taken), str(target), words(TITLES[way])))
    _tell_shown_as_text(shown_as_text, words)
    if counts := left_out(mailing):
        not_on_it = ", ".join(words(code, count) for code, count in counts)
        tell(f"{words('mailing_list.not_on_it')} {not_on_it}")
    if not mailing.is_by_word:
        tell(words("mailing_list.no_word"))
    if mailing.not_heeded:
        tell(words("mailing_list.not_heeded", ", ".join(mailing.not_heeded)))


def _tell_shown_as_text(count: int, words: Words) -> None:
    """Say how many cells of a list stand in it with an apostrophe in front."""
    if count:
        tell(words("save.list_formula_like", count))


def _write_options(options: Namespace, words: Words, analysis: Analysis) -> WriteOptions:
    told = {"accept": options.accept, "retire": options.retire, "today": today_of(options).isoformat()}
    repointed = frozenset(analysis.register.source.sheets) if options.other_sheets == REPOINT else frozenset()
    unsafe = IfUnsafe(options.if_unsafe)
    columns = (activity_column(analysis, words.language),) if options.activity_column else ()
    return WriteOptions(
        words.language,
        if_unsafe=unsafe,
        who=WHO,
        settings=told,
        repointed=repointed,
        columns=columns,
        meanings=analysis.schema.meanings,
    )


def _tell_of_other_sheets(written: Written, words: Words) -> None:
    """Say what on other sheets points at customer numbers that are no longer in the register."""
    _tell_notes(written, (REPOINTED, *ELSEWHERE), words)
    if any(note.code in CAN_FOLLOW for note in written.notes):
        tell(words("clean.can_repoint"))


def _tell_notes(written: Written, codes: Sequence[str], words: Words) -> None:
    for note in written.notes:
        if note.code in codes:
            tell(words(note.code, *note.arguments))


def _tell(outcome: Outcome, target: Path, audit_log: Path, words: Words) -> None:
    fates = [outcome.count(fate) for fate in (Fate.MERGED, Fate.ARCHIVED, Fate.REMOVED)]
    tell(words("clean.rows", len(outcome.register), outcome.kept, *fates))
    tell(words("clean.changes", outcome.changed_cells))
    tell(words("clean.files", str(target), str(audit_log)))
    tell(words("clean.checked"))


def _parser(words: Words) -> CommandParser:
    parser = CommandParser(words, "tikissa clean", words("help.clean"))
    files, choices = files_and_choices(parser, words)
    files.add_argument("file", metavar="FILE", help=words("help.register_file"))
    files.add_argument("--output", metavar="OUT", help=words("help.output"))
    files.add_argument("--audit-log", metavar="LOG", help=words("help.audit_log"))
    files.add_argument("--number-list", metavar="OUT", help=words("help.number_list"))
    files.add_argument(
        "--mailing-list",
        nargs=2,
        action="append",
        default=[],
        metavar=("WAY", "OUT"),
        help=words("help.mailing_list"),
    )
    choices.add_argument("--accept", choices=[*Accept], required=True, help=words("help.accept"))
    choices.add_argument("--retire", choices=[*RETIRE], default="keep", help=words("help.retire"))
    choices.add_argument("--if-unsafe", choices=[*IfUnsafe], default="stop", help=words("help.if_unsafe"))
    choices.add_argument("--other-sheets", choices=[LEAVE, REPOINT], default=LEAVE, help=words("help.other_sheets"))
    choices.add_argument("--checks", action="store_true", help=words("help.checks"))
    choices.add_argument("--guide-sheet", action="store_true", help=words("help.guide_sheet"))
    choices.add_argument("--check", action="append", default=[], metavar="COLUMN", help=words("help.check"))
    choices.add_argument("--activity-column", action="store_true", help=words("help.activity_column"))
    add_reading(choices, words)
    add_meanings(choices, words)
    add_today(choices, words)
    return parser
