"""`tikissa gate`: says what each row of a new file is to the register, and adds the new ones where that is wished."""

import re
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from tikissa.analysis.erased_rows import with_erased_forbidden
from tikissa.analysis.gate import Gate, gate
from tikissa.analysis.linkage import looked_through
from tikissa.app.contact_memory import kept_refusals
from tikissa.app.erasing import remaining_of
from tikissa.app.exclusion_list import kept_exclusions, with_excluded_forbidden
from tikissa.app.gate_acceptance import Acceptance
from tikissa.app.merged_numbers import merged_away
from tikissa.app.taking_in import take_in
from tikissa.app.targets import Targets, default_audit_log, default_target
from tikissa.cli.analysis_json import JsonObject
from tikissa.cli.column_words import add_meanings, column_words
from tikissa.cli.gate_json import gate_json
from tikissa.cli.output import STANDARD_OUTPUT, is_plain, refuse_clashes, refuse_sources, write_json
from tikissa.cli.parser import CommandParser, files_and_choices
from tikissa.cli.printed_words import Words
from tikissa.cli.progress_bar import progress_bar
from tikissa.cli.reading_options import add_today, existing, path_of, today_of
from tikissa.cli.refused_kinds import add_as, kind_as_customers
from tikissa.cli.streams import tell
from tikissa.export.log.audit_files import audit_log_files
from tikissa.export.saving_options import IfUnsafe, WriteOptions, Written
from tikissa.export.target import check_targets
from tikissa.files.reader import read
from tikissa.messages import title
from tikissa.model.analysis import Settings
from tikissa.model.problems import Problem
from tikissa.model.progress import Progress
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning, Schema
from tikissa.permission.columns_in_force import FREE, permission_columns, unheeded_columns
from tikissa.review.decisions import Decider

_ACCEPTED = re.compile(r"none|new|known_company|columns|changed:\w+")
WHO = "user"


def run(arguments: Sequence[str], words: Words) -> int:
    options = _parser(words).parse_args([*_each_apart(arguments)])
    acceptance = _acceptance(options)
    new, register = existing(options.new), existing(options.register)
    targets = _targets(options, register)
    if options.json:
        refuse_sources([options.json], (new, register))
    if not acceptance.is_nothing:
        results = (targets.cleaned, *audit_log_files(targets.audit_log))
        check_targets(register, results)
        refuse_clashes(options.json or STANDARD_OUTPUT, results)

    def writing(content: JsonObject) -> None:
        if options.json is not None:
            write_json(content, options.json, new, register)

    with progress_bar(words) as progress:
        remaining = remaining_of(read(register, progress=progress), register)
        listed = read(new, progress=progress)
        own, theirs = column_words(options, remaining.register, listed)
        settings = Settings(today=today_of(options), meanings=own.meanings, corrections=own.corrections)
        kind = kind_as_customers(listed, options, settings, theirs, writing, words)
        known = looked_through(remaining.register, settings, progress)
        merged = merged_away(remaining.register, known.schema)
        found = gate(listed, known, settings, progress, words=theirs, merged=merged, with_columns=acceptance.columns)
        found = with_erased_forbidden(found, remaining.erasures)
        kept = kept_exclusions(remaining.register, register), kept_refusals(remaining.register, register)
        found = with_excluded_forbidden(found, (*kept[0], *kept[1]))
        accepting = partial(_taken_in, found, known.schema, acceptance, targets, options, words, progress)
        written, taken_over = (None, 0) if acceptance.is_nothing else accepting(remaining.erased)
    writing(gate_json(found, known.schema, kind))
    if options.json is None or is_plain(options.json):
        numberless = _without_number(found, known.schema, acceptance) if written is not None else 0
        tell("\n".join((*_summary(found, acceptance, words), *_saved(written, taken_over, targets, numberless, words))))
    return 0


def _targets(options: Namespace, register: Path) -> Targets:
    cleaned = path_of(options.output) if options.output else default_target(register)
    return Targets(cleaned, path_of(options.audit_log) if options.audit_log else default_audit_log(register))


def _each_apart(arguments: Sequence[str]) -> Iterator[str]:
    """Let several words stand after one `--accept`."""
    accepting = False
    for place, argument in enumerate(arguments):
        if accepting and place and arguments[place - 1] != "--accept" and _ACCEPTED.fullmatch(argument):
            yield "--accept"
        yield argument
        accepting = argument == "--accept" or (accepting and _ACCEPTED.fullmatch(argument) is not None)


def _acceptance(options: Namespace) -> Acceptance:
    """Return what is accepted. Raises Problem for a word that says nothing."""
    try:
        accepted = Acceptance.of(options.accept)
        return replace(accepted, source_on=today_of(options) if options.keep_source else None)
    except ValueError as error:
        choices = "none, new, known_company, columns, changed:phone …"
        raise Problem("call.not_a_choice", "--accept", str(error.args[0]), choices, "tikissa gate") from None


def _taken_in(
    found: Gate,
    schema: Schema,
    acceptance: Acceptance,
    targets: Targets,
    options: Namespace,
    words: Words,
    progress: Progress,
    erased: Mapping[RecordId, date],
) -> tuple[Written, int]:
    told = {"accept": " ".join(options.accept), "today": today_of(options).isoformat()}
    how = WriteOptions(words.language, if_unsafe=IfUnsafe(options.if_unsafe), who=WHO, settings=told)
    decider = Decider(datetime.now(UTC), WHO)
    return take_in(found, schema, acceptance, decider, targets.cleaned, targets.audit_log, how, progress, erased)


def _without_number(found: Gate, schema: Schema, acceptance: Acceptance) -> int:
    """Return how many of the added rows have no customer number in a register that gives its customers one."""
    numbers = schema.columns_of(Meaning.CUSTOMER_NUMBER)
    new = [row.record for row in found.rows if row.verdict in acceptance.adding]
    lacking = (not any(found.entering.text(record, column) for column in numbers) for record in new)
    return sum(lacking) if numbers else 0


def _saved(written: Written | None, taken_over: int, targets: Targets, numberless: int, words: Words) -> Iterator[str]:
    if written is None:
        yield words("gate.untouched")
        return
    yield words("gate.accepted", written.rows_in, written.added, written.kept)
    if taken_over:
        yield words("gate.took_over", taken_over)
    if numberless:
        yield words("gate.without_number", numberless)
    for note in written.notes:
        yield words(note.code, *note.arguments)
    yield words("clean.files", str(targets.cleaned), str(targets.audit_log))
    yield words("clean.checked")


def _summary(found: Gate, acceptance: Acceptance, words: Words) -> Iterator[str]:
    yield words("gate.summary", found.new.source.path.name, len(found.rows), found.against.source.path.name)
    for verdict, count in found.counts.items():
        yield f"  {count:>7}  {words(f'gate.verdict_{verdict}')}"
        reasons = Counter(reason.code for row in found.rows if row.verdict is verdict for reason in row.reasons)
        for code, times in reasons.most_common() if len(reasons) > 1 else ():
            yield f"  {times:>15}  {title(words.language, code)}"
    unheeded = _unheeded(found)
    coming = [name for name in unheeded if name in found.lacking] if acceptance.columns else []
    if coming:
        yield words("gate.columns_added", ", ".join(coming))
    if left := [name for name in unheeded if name not in coming]:
        yield words("gate.not_heeded", ", ".join(left))
        if any(name in found.lacking for name in left):
            yield words("gate.can_add_columns")
    if doubtful := [name for name in unheeded_columns(found.schema) if name not in unheeded]:
        yield words("mailing_list.not_heeded", ", ".join(doubtful))
    if lacking := [name for name in found.lacking if name not in coming]:
        yield words("gate.lacking", ", ".join(lacking))


def _unheeded(found: Gate) -> list[str]:
    """Return the list's columns on permission that nobody has explained, or that the register has no column for."""
    columns = [column for column in permission_columns(found.schema) if column.subject not in FREE]
    return [column.column for column in columns if column.is_open or column.column in found.lacking]


def _parser(words: Words) -> CommandParser:
    parser = CommandParser(words, "tikissa gate", words("help.gate"))
    files, choices = files_and_choices(parser, words)
    files.add_argument("new", metavar="NEW", help=words("help.new_file"))
    files.add_argument("--register", metavar="REGISTER", required=True, help=words("help.register"))
    files.add_argument("--output", metavar="OUT", help=words("help.output"))
    files.add_argument("--audit-log", metavar="LOG", help=words("help.audit_log"))
    files.add_argument("--json", metavar="OUT", help=words("help.json"))
    choices.add_argument("--accept", action="append", default=[], metavar="WHAT", help=words("help.accept_rows"))
    choices.add_argument("--keep-source", action="store_true", help=words("help.keep_source"))
    ways_out = [IfUnsafe.STOP, IfUnsafe.PLAIN]
    choices.add_argument("--if-unsafe", choices=[*ways_out], default="stop", help=words("help.if_unsafe_rows"))
    add_as(choices, words)
    add_meanings(choices, words)
    add_today(choices, words)
    return parser
