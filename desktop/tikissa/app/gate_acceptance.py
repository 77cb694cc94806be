"""What of a checked list is taken in at once: rows to add, and details of one kind from all rows that are sure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tikissa.analysis.gate import ENTERING, GateRow
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.lists.hand_back import final_survivor
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import AddRow, CellChange
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning, Schema

Edits = Sequence[tuple[RecordId, CellChange]]

COLUMNS = "columns"
TAKEN_OVER = "list.taken_over"
"""The reason code of details that come from a list."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The verdicts whose rows are added, the kinds of details that are taken over, and whether the list's columns on
    permission that the register has no place for are added to it; where `source_on` is given, added rows say which list
    they came from, and on that day."""

    adding: frozenset[GateVerdict] = frozenset()
    details: frozenset[Meaning] = frozenset()
    columns: bool = False
    source_on: date | None = None

    @property
    def is_nothing(self) -> bool:
        return not self.adding and not self.details and not self.columns

    @classmethod
    def of(cls, said: Iterable[str]) -> "Acceptance":
        """Read words such as `new`, `known_company`, `changed:phone` and `columns`. Raises ValueError with one that is
        none of them."""
        columns = False
        adding: set[GateVerdict] = set()
        details: set[Meaning] = set()
        for word in said:
            kind, _, meaning = word.partition(":")
            if kind == GateVerdict.CHANGED and meaning in set(Meaning):
                details.add(Meaning(meaning))
            elif word in ENTERING:
                adding.add(GateVerdict(word))
            elif word == COLUMNS:
                columns = True
            elif word != "none":
                raise ValueError(word)
        return cls(frozenset(adding), frozenset(details), columns)


def newer_details(rows: Iterable[GateRow], outcome: Outcome, schema: Schema) -> Mapping[Meaning, Edits]:
    """Return by kind what the rows tell of customers they surely are, and the register does not say yet.

    Of one cell for which two rows have different texts nothing is told: which is right is for the user to say.
    """
    told: dict[tuple[RecordId, str], dict[str, str]] = defaultdict(dict)
    for record, change in _open_changes(rows, outcome):
        told[record, change.column][change.after] = change.before
    found: dict[Meaning, list[tuple[RecordId, CellChange]]] = defaultdict(list)
    for (record, column), afters in told.items():
        meaning = schema.meaning_of(column)
        if meaning is not None and len(afters) == 1:
            (after, before), *_ = afters.items()
            found[meaning].append((record, CellChange(column, before, after)))
    counts = Counter({meaning: len(edits) for meaning, edits in found.items()})
    return {meaning: tuple(found[meaning]) for meaning, _ in counts.most_common()}


def _open_changes(rows: Iterable[GateRow], outcome: Outcome) -> Iterator[tuple[RecordId, CellChange]]:
    for row in rows:
        if row.verdict is GateVerdict.CHANGED and row.is_sure and row.known is not None:
            record = final_survivor(outcome, row.known)
            for change in row.changes:
                now = outcome.text(record, change.column)
                if now != change.after and outcome.stays(record):
                    yield record, CellChange(change.column, now, change.after)


def source_column(schema: Schema) -> str | None:
    """Return the register's column for where a customer came from."""
    return schema.first(Meaning.SOURCE)


def with_source(rows: Iterable[AddRow], schema: Schema, day: date) -> Iterator[AddRow]:
    """Yield rows to be added with the list they came from and the day, where the register has a column for it and the
    row does not say it itself."""
    column = source_column(schema)
    for row in rows:
        if column is None or row.texts.get(column):
            yield row
        else:
            told = f"{row.source.file} {day.day}.{day.month}.{day.year}"
            yield replace(row, texts={**row.texts, column: told})
