"""Reads what came back of contacting customers, and writes the prohibitions that are accepted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tikissa.export.save.writer import write
from tikissa.export.saving_options import WriteOptions, Written
from tikissa.files.mail.sources import Table, contents_of
from tikissa.files.reader import read
from tikissa.lists.contacts.contact_table import events_in
from tikissa.lists.contacts.forbidding import Forbidding, own_columns
from tikissa.lists.contacts.known_contacts import ContactProposal, ContactRow
from tikissa.model.analysis import RecordKeys
from tikissa.model.contact_event import ContactEvent
from tikissa.model.decision import Decision
from tikissa.model.finding import Reason
from tikissa.model.outcome import Outcome
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress, Progress
from tikissa.review.decisions import Decider

_NO_TABLE = ("file.empty", "file.no_rows", "file.not_a_register")
"""A register would be asked for in the place of such a file, which nobody has dropped here."""


@dataclass(frozen=True, slots=True)
class ContactNewsFiles:
    """What the files told, and the tables among them that told nothing of contacts."""

    events: tuple[ContactEvent, ...]
    silent: tuple[str, ...] = ()


def read_contacts(
    paths: Sequence[Path], register_sha256: str = "", progress: Progress = NoProgress()
) -> ContactNewsFiles:
    """Read bounces, unsubscribes and complaints from files, folders and zips.

    Raises FileProblem for what cannot be read, for the register itself, and where nothing tells of contacts.
    """
    events: list[ContactEvent] = []
    silent: list[str] = []
    for path in paths:
        for content in contents_of(path, progress):
            if not isinstance(content, Table):
                events += content
                continue
            told = _of_table(content, register_sha256, len(paths) == 1 and path == content.path, progress)
            events += told
            silent += () if told else (content.name,)
    if not events:
        raise FileProblem("contacts.nothing_told", ", ".join(silent[:3] or [path.name for path in paths]))
    return ContactNewsFiles(tuple(events), tuple(silent))


def _of_table(table: Table, register_sha256: str, alone: bool, progress: Progress) -> tuple[ContactEvent, ...]:
    """A file among others that is no table says nothing; the only one says what is wrong with it."""
    try:
        found = read(table.path, progress=progress)
    except FileProblem as problem:
        if alone and problem.code not in _NO_TABLE:
            raise
        return ()
    if found.source.sha256 == register_sha256:
        raise FileProblem("contacts.is_register", table.name)
    return events_in(found, table.name)


def forbidding_decisions(
    found: Forbidding, rows: Iterable[ContactRow], keys: RecordKeys, decider: Decider
) -> Iterator[Decision]:
    """Yield one decision for each kind of refusal: each can be taken back alone."""
    refused = [row for row in rows if row.proposal is ContactProposal.FORBID]
    for what in dict.fromkeys(row.what for row in refused):
        records = {record for row in refused if row.what is what for record in row.open}
        changes = [(record, change) for record, change in found.changes if record in records]
        if changes:
            yield decider.edited_cells(keys, changes, Reason(f"contacts.{what}"))


def write_forbidden(
    outcome: Outcome, found: Forbidding, target: Path, audit_log: Path, options: WriteOptions, progress: Progress
) -> Written:
    """Write the register with the prohibitions. Raises TargetProblem where either file cannot be written."""
    columns = own_columns(found, outcome, options.language)
    return write(outcome, target, audit_log, replace(options, columns=columns), progress)
