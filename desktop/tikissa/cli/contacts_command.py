"""`tikissa contacts`: what became of messages sent to a register's customers, and the prohibitions that follow."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from tikissa.analysis.record_keys import record_keys
from tikissa.app.contacts import ContactNewsFiles, forbidding_decisions, read_contacts, write_forbidden
from tikissa.app.erasing import Remaining, remaining_of
from tikissa.app.targets import default_audit_log, default_target
from tikissa.cli.column_words import add_meanings, column_words
from tikissa.cli.contacts_json import contacts_json
from tikissa.cli.output import STANDARD_OUTPUT, is_plain, refuse_clashes, refuse_sources, write_json
from tikissa.cli.parser import CommandParser, files_and_choices
from tikissa.cli.printed_words import Words
from tikissa.cli.progress_bar import progress_bar
from tikissa.cli.reading_options import add_today, existing, path_of, today_of
from tikissa.cli.streams import tell
from tikissa.export.log.audit_files import audit_log_files
from tikissa.export.saving_options import WriteOptions, Written
from tikissa.export.target import check_targets
from tikissa.files.reader import read
from tikissa.lists.contacts.forbidding import Forbidding, forbidding
from tikissa.lists.contacts.known_contacts import ContactProposal, ContactRow, contact_rows
from tikissa.model.contact_event import ContactNews
from tikissa.model.decision import DecisionLog
from tikissa.model.outcome import Outcome
from tikissa.model.problems import FileProblem
from tikissa.model.progress import Progress
from tikissa.model.schema import Schema
from tikissa.permission.user_words import ColumnWords
from tikissa.review.decisions import Decider
from tikissa.review.derive import derive
from tikissa.review.erased_decisions import with_erased
from tikissa.schema.detect import detect

FORBID, NONE = "forbid", "none"
WHO = "user"


@dataclass(frozen=True)
class _Looked:
    """The register, and what came back of contacting its customers."""

    remaining: Remaining
    schema: Schema
    news: ContactNewsFiles
    rows: tuple[ContactRow, ...]
    forbidding: Forbidding


def run(arguments: Sequence[str], words: Words) -> int:
    options = _parser(words).parse_args(arguments)
    register = existing(options.register)
    files = [_existing(text) for text in options.files]
    cleaned = path_of(options.output) if options.output else default_target(register)
    audit_log = path_of(options.audit_log) if options.audit_log else default_audit_log(register)
    if options.json:
        refuse_sources([options.json], (*files, register))
    if options.accept == FORBID:
        results = (cleaned, *audit_log_files(audit_log))
        check_targets(register, results)
        refuse_clashes(options.json or STANDARD_OUTPUT, results)
    with progress_bar(words) as progress:
        looked = _look(files, register, options, progress)
        accepting = partial(_accept, looked, cleaned, audit_log, today_of(options), words, progress)
        written = accepting() if options.accept == FORBID else None
    if options.json is not None:
        write_json(contacts_json(looked.remaining.register, looked.rows), options.json, register)
    if options.json is None or is_plain(options.json):
        tell("\n".join((*_summary(looked, words), *_saved(looked, written, cleaned, audit_log, words))))
    return 0


def _existing(text: str) -> Path:
    """Return a file or folder to read. Raises FileProblem where there is none."""
    path = path_of(text)
    return path if text and path.is_dir() else existing(text)


def _look(files: Sequence[Path], register: Path, options: Namespace, progress: Progress) -> _Looked:
    if any(file.resolve() == register.resolve() for file in files):
        raise FileProblem("contacts.is_register", register.name)
    remaining = remaining_of(read(register, progress=progress), register)
    own: ColumnWords = column_words(options, remaining.register)[0]
    today = today_of(options)
    schema = detect(remaining.register, own.meanings, today, own.corrections)
    news = read_contacts(files, remaining.register.source.sha256, progress)
    outcome = _outcome(remaining, schema, DecisionLog())
    rows = contact_rows(news.events, outcome, schema, today)
    return _Looked(remaining, schema, news, rows, forbidding(rows, outcome, schema))


def _outcome(remaining: Remaining, schema: Schema, log: DecisionLog) -> Outcome:
    keys = record_keys(remaining.register, schema)
    return with_erased(derive(remaining.register, keys, log), remaining.erased)


def _accept(looked: _Looked, target: Path, audit_log: Path, today: date, words: Words, progress: Progress) -> Written:
    keys = record_keys(looked.remaining.register, looked.schema)
    decider = Decider(datetime.now(UTC), WHO)
    log = DecisionLog(tuple(forbidding_decisions(looked.forbidding, looked.rows, keys, decider)))
    told = {"contacts": FORBID, "today": today.isoformat()}
    options = WriteOptions(words.language, who=WHO, settings=told, meanings=looked.schema.meanings)
    outcome = _outcome(looked.remaining, looked.schema, log)
    return write_forbidden(outcome, looked.forbidding, target, audit_log, options, progress)


def _summary(looked: _Looked, words: Words) -> Iterator[str]:
    yield words("contacts.summary", len(looked.rows), looked.remaining.register.source.path.name)
    counts = Counter(row.what for row in looked.rows)
    known = Counter(row.what for row in looked.rows if row.records)
    for what in ContactNews:
        if counts[what]:
            yield f"  {counts[what]:>7}  {words(f'contacts.what_{what}')} {words('contacts.in_register', known[what])}"
    if looked.news.silent:
        yield words("contacts.silent", ", ".join(looked.news.silent))
    for proposal in (ContactProposal.ASK, ContactProposal.CHECK):
        if count := _proposed(looked, proposal):
            yield words(f"contacts.proposed_{proposal}", count)


def _proposed(looked: _Looked, proposal: ContactProposal) -> int:
    """Return for how many rows of the register something is proposed."""
    return len({record for row in looked.rows if row.proposal is proposal for record in row.open})


def _saved(looked: _Looked, written: Written | None, cleaned: Path, audit_log: Path, words: Words) -> Iterator[str]:
    count = _proposed(looked, ContactProposal.FORBID)
    if written is None:
        if count:
            yield words("contacts.proposed_forbid", count)
        yield words("contacts.untouched")
        return
    yield words("contacts.accepted", count)
    for note in written.notes:
        yield words(note.code, *note.arguments)
    yield words("clean.files", str(cleaned), str(audit_log))
    yield words("clean.checked")


def _parser(words: Words) -> CommandParser:
    parser = CommandParser(words, "tikissa contacts", words("help.contacts"))
    files, choices = files_and_choices(parser, words)
    files.add_argument("files", metavar="FILE", nargs="+", help=words("help.contact_files"))
    files.add_argument("--register", metavar="REGISTER", required=True, help=words("help.register"))
    files.add_argument("--output", metavar="OUT", help=words("help.output"))
    files.add_argument("--audit-log", metavar="LOG", help=words("help.audit_log"))
    files.add_argument("--json", metavar="OUT", help=words("help.json"))
    choices.add_argument("--accept", choices=[FORBID, NONE], default=NONE, help=words("help.accept_forbid"))
    add_meanings(choices, words)
    add_today(choices, words)
    return parser
