"""What the user has said of lists, kept with the register they were checked against: the same list knows it again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.app.checked_list import NOTHING_SAID, CheckedList, Said
from tikissa.app.session import Session
from tikissa.model.decision import DecisionLog
from tikissa.model.register import Reading
from tikissa.store.event_codec import decode, encode

MOST = 20
"""Lists remembered, the newest of them."""

_NAME = "lists"


@dataclass(frozen=True, slots=True)
class ListNote:
    """How a list is to be read, and the user's word on its rows and on its columns."""

    path: Path
    reading: Reading = Reading()
    said: Said = field(default_factory=dict)
    words: DecisionLog = NOTHING_SAID


def list_notes(session: Session) -> Mapping[str, ListNote]:
    """Return what is known of lists by the SHA-256 of their content, the one checked last at the end."""
    kept = json.loads(session.note(_NAME) or "{}")
    return {content: _note(**note) for content, note in kept.items()}


def last_list(session: Session) -> Path | None:
    """Return the list that was checked last, where its file is still there."""
    notes = list(list_notes(session).values())
    return notes[-1].path if notes and notes[-1].path.is_file() else None


def keep_note(session: Session, checked: CheckedList) -> None:
    """Keep the user's word on a list. Raises SessionProblem where it cannot be kept."""
    source = checked.register.source
    notes = {content: note for content, note in list_notes(session).items() if content != source.sha256}
    notes[source.sha256] = ListNote(source.path.resolve(), checked.reading, checked.said, checked.words)
    newest = list(notes.items())[-MOST:]
    session.keep_note(_NAME, json.dumps({content: _plain(note) for content, note in newest}))


def _plain(note: ListNote) -> dict[str, object]:
    said = {str(row): verdict.value for row, verdict in note.said.items()}
    return {
        "path": str(note.path),
        "reading": asdict(note.reading),
        "said": said,
        "words": [*map(encode, note.words.events)],
    }


def _note(path: str, reading: dict[str, str | int | None], said: dict[str, str], words: Sequence[str] = ()) -> ListNote:
    of_rows = {int(row): GateVerdict(verdict) for row, verdict in said.items()}
    of_columns = DecisionLog(tuple(map(decode, words)))
    header_row = reading.pop("header_row")
    texts = {name: None if value is None else str(value) for name, value in reading.items()}
    return ListNote(
        Path(path), Reading(header_row=None if header_row is None else int(header_row), **texts), of_rows, of_columns
    )
