"""`tikissa purchases`: joins a list of purchases to a register, and writes what each customer bought where wished."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from tikissa.analysis.record_keys import record_keys
from tikissa.app.bought_columns import bought_columns
from tikissa.app.erasing import Remaining, remaining_of
from tikissa.app.merged_numbers import merged_away
from tikissa.app.targets import Targets, default_audit_log, default_target
from tikissa.cli.column_words import add_meanings, column_words
from tikissa.cli.output import STANDARD_OUTPUT, is_plain, refuse_clashes, refuse_sources, write_json
from tikissa.cli.parser import CommandParser, files_and_choices
from tikissa.cli.printed_words import Words
from tikissa.cli.progress_bar import progress_bar
from tikissa.cli.purchases_json import purchases_json
from tikissa.cli.reading_options import add_today, existing, path_of, today_of
from tikissa.cli.streams import tell
from tikissa.export.lists.list_file import write_list
from tikissa.export.log.audit_files import audit_log_files
from tikissa.export.save.writer import write
from tikissa.export.saving_options import WriteOptions, Written
from tikissa.export.target import check_targets
from tikissa.files.reader import read
from tikissa.model.analysis import Settings
from tikissa.model.decision import DecisionLog
from tikissa.model.problems import FileProblem
from tikissa.model.progress import Progress
from tikissa.model.schema import Schema
from tikissa.purchases.purchases import Purchases, join_purchases
from tikissa.review.derive import derive
from tikissa.review.erased_decisions import with_erased
from tikissa.schema.detect import detect
from tikissa.text.money_parts import shown_sum

WHO = "user"


def run(arguments: Sequence[str], words: Words) -> int:
    options = _parser(words).parse_args(arguments)
    listed, register = existing(options.file), existing(options.register)
    targets = _targets(options, register)
    if options.json:
        refuse_sources([options.json], (listed, register))
    if options.new_customers:
        new = path_of(options.new_customers)
        check_targets(listed, (new,))
        refuse_sources([str(new)], (listed, register))
        refuse_clashes(options.json or STANDARD_OUTPUT, (new,))
    if options.columns:
        results = (targets.cleaned, *audit_log_files(targets.audit_log))
        check_targets(register, results)
        refuse_sources([str(result) for result in results], (listed,))
        refuse_clashes(options.json or STANDARD_OUTPUT, results)
    with progress_bar(words) as progress:
        remaining = remaining_of(read(register, progress=progress), register)
        (own,) = column_words(options, remaining.register)
        today = today_of(options)
        settings = Settings(today=today, meanings=own.meanings, corrections=own.corrections)
        schema = detect(remaining.register, own.meanings, today, own.corrections)
        merged = merged_away(remaining.register, schema)
        bought = read(listed, progress=progress)
        purchases = join_purchases(bought, remaining.register, schema, settings, merged, progress)
        if options.columns and not purchases.customers:
            raise FileProblem("purchases.nothing_joined", listed.name)
        if options.new_customers:
            _write_new_customers(purchases, path_of(options.new_customers))
        written = _written(purchases, remaining, schema, targets, today, words, progress) if options.columns else None
    if options.json is not None:
        write_json(purchases_json(purchases), options.json, listed, register)
    if options.json is None or is_plain(options.json):
        tell("\n".join((*_summary(purchases, words), *_saved(written, targets, words))))
    return 0


def _targets(options: Namespace, register: Path) -> Targets:
    cleaned = path_of(options.output) if options.output else default_target(register)
    return Targets(cleaned, path_of(options.audit_log) if options.audit_log else default_audit_log(register))


def _write_new_customers(purchases: Purchases, target: Path) -> None:
    """Write who buys and is not in the register, for the check of new rows. Raises FileProblem where there is none."""
    new = purchases.new_customers
    if not len(new):
        raise FileProblem("purchases.nobody_new", purchases.list.source.path.name)
    headers = tuple(column.header or column.name for column in new.columns)
    write_list([headers, *zip(*new.cells, strict=True)], target, purchases.list.source.path)


def _written(
    purchases: Purchases,
    remaining: Remaining,
    schema: Schema,
    targets: Targets,
    today: date,
    words: Words,
    progress: Progress,
) -> Written:
    """Write the register with what its customers bought as columns of their own."""
    keys = record_keys(remaining.register, schema)
    outcome = with_erased(derive(remaining.register, keys, DecisionLog()), remaining.erased)
    told = {"purchases": purchases.list.source.path.name, "today": today.isoformat()}
    columns = bought_columns(purchases.bought, purchases.register, words.language)
    how = WriteOptions(words.language, who=WHO, settings=told, columns=columns, meanings=schema.meanings)
    return write(outcome, targets.cleaned, targets.audit_log, how, progress)


def _summary(purchases: Purchases, words: Words) -> Iterator[str]:
    listed, register = purchases.list.source.path.name, purchases.register.source.path.name
    yield words("purchases.summary", purchases.lines, listed, purchases.joined, len(purchases.customers), register)
    for step, count in purchases.by.items():
        yield f"  {count:>7}  {words(f'purchases.by_{step}')}"
    currency = next(iter(purchases.currencies), "")
    both = purchases.sum_joined, purchases.sum_unjoined
    yield words("purchases.sums", *(shown_sum(parts, currency, words.language) for parts in both))
    for note in purchases.notes:
        yield words(note.code, *note.arguments)
    if purchases.unknown:
        yield words("purchases.new_customers", len(purchases.unknown))


def _saved(written: Written | None, targets: Targets, words: Words) -> Iterator[str]:
    if written is None:
        yield words("purchases.untouched")
        return
    for note in written.notes:
        yield words(note.code, *note.arguments)
    yield words("clean.files", str(targets.cleaned), str(targets.audit_log))
    yield words("clean.checked")


def _parser(words: Words) -> CommandParser:
    parser = CommandParser(words, "tikissa purchases", words("help.purchases"))
    files, choices = files_and_choices(parser, words)
    files.add_argument("file", metavar="FILE", help=words("help.purchases_file"))
    files.add_argument("--register", metavar="REGISTER", required=True, help=words("help.register"))
    files.add_argument("--output", metavar="OUT", help=words("help.output"))
    files.add_argument("--audit-log", metavar="LOG", help=words("help.audit_log"))
    files.add_argument("--json", metavar="OUT", help=words("help.json"))
    choices.add_argument("--columns", action="store_true", help=words("help.purchases_columns"))
    files.add_argument("--new-customers", metavar="OUT", help=words("help.purchases_new"))
    add_meanings(choices, words)
    add_today(choices, words)
    return parser
