"""A column on which rules are at work: what stood in each cell, what stands there now, and why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from tikissa.model.progress import Tick, nothing, ticking
from tikissa.model.proposal import CellChange
from tikissa.model.register import ColumnCells, CoveredCell, ErrorCell, FormulaCell, RawValue
from tikissa.model.schema import Meaning
from tikissa.rules.rule import Hint, Suggestion
from tikissa.text.marks import mark_of

_BETWEEN_TICKS = 20_000

Asked = Callable[["Entry", Mapping[Meaning, str]], Suggestion | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One distinct content, of customers abroad or of the others; `suggestions` made `after` of `before`, in order."""

    before: str
    after: str
    raw: RawValue = None
    suggestions: tuple[Suggestion, ...] = ()
    is_abroad: bool = False

    @property
    def is_number(self) -> bool:
        return isinstance(self.raw, int | float)

    @property
    def day(self) -> date | None:
        """Return the day of a cell that holds a real one."""
        if isinstance(self.raw, datetime):
            return self.raw.date()
        return self.raw if isinstance(self.raw, date) else None

    @property
    def may_change(self) -> bool:
        """Formulas, errors, dates and truth values are the spreadsheet's to write."""
        return not isinstance(self.raw, FormulaCell | CoveredCell | ErrorCell | date | bool)

    def with_suggestion(self, suggestion: Suggestion) -> "Entry":
        return Entry(self.before, suggestion.after, self.raw, (*self.suggestions, suggestion), self.is_abroad)


class WorkingColumn:
    """Entries and, for each record, the entry it stands for; entries split where the row's other cells decide.

    A text mark before every value is the column's manner: rules see the values alone, and changes keep it.

    A round of asking goes over `open_entries`: all at first, then those the round before has changed.
    """

    def __init__(self, name: str, index: int, meaning: Meaning | None, cells: ColumnCells) -> None:
        self.name = name
        self.index = index
        self.meaning = meaning
        self.codes: NDArray[np.int64] = cells.codes.astype(np.int64)
        self._mark = mark_of(cells)
        texts: list[str] = cells.texts.tolist()
        texts = [text.removeprefix(self._mark) for text in texts] if self._mark else texts
        self.entries = [Entry(text, text, raw) for text, raw in zip(texts, cells.raws.tolist(), strict=True)]
        self.open_entries: Sequence[int] = range(len(self.entries))
        self._changed: set[int] = set()

    def part_abroad(self, abroad: NDArray[np.bool_]) -> None:
        """Give what stands in the rows of customers abroad entries of its own."""
        codes, own = np.unique(self.codes[abroad], return_inverse=True)
        self.codes[abroad] = own + len(self.entries)
        self.entries += [replace(self.entries[code], is_abroad=True) for code in codes.tolist()]
        self.open_entries = range(len(self.entries))

    def change(self, entry: Entry) -> CellChange:
        """Return what an entry changes in its cell, with the text mark that all values of the column have."""
        before, after = (self._mark + text if text else text for text in (entry.before, entry.after))
        return CellChange(self.name, before, after)

    def begin_round(self) -> None:
        """Open the entries that were changed since the last time."""
        self.open_entries = sorted(self._changed)
        self._changed = set()

    def ask(self, propose: Asked, hint: Hint, tick: Tick) -> None:
        """Ask about each distinct content in which the hint finds something."""
        for code in self._hinted(hint, tick):
            entry = self.entries[code]
            suggestion = propose(entry, {})
            if suggestion is not None and suggestion.after != entry.after:
                self.entries[code] = entry.with_suggestion(suggestion)
                self._changed.add(code)

    def ask_beside(self, propose: Asked, hint: Hint, tick: Tick, beside: Mapping[Meaning, "WorkingColumn"]) -> None:
        """Ask about each distinct combination with the row's other cells."""
        records = np.flatnonzero(self._mask(self._hinted(hint, tick))[self.codes])
        combinations, of_record = self.combinations(list(beside.values()), records)
        codes = combinations[:, 0].copy()
        for place, (code, *others) in enumerate(combinations.tolist()):
            entry = self.entries[code]
            suggestion = propose(entry, texts_beside(beside, others))
            if suggestion is not None and suggestion.after != entry.after:
                codes[place] = len(self.entries)
                self._changed.add(len(self.entries))
                self.entries.append(entry.with_suggestion(suggestion))
        self.codes[records] = codes[of_record]

    def combinations(
        self, others: Sequence["WorkingColumn"], records: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the distinct combinations of codes, shape (combinations, 1 + others), and each of the records'."""
        key = self.codes[records]
        for other in others:
            key = key * len(other.entries) + other.codes[records]
        _, first, of_record = np.unique(key, return_index=True, return_inverse=True)
        table = np.stack([column.codes[records][first] for column in (self, *others)], axis=1)
        return table, of_record

    def changed_records(self) -> NDArray[np.int64]:
        """Return the records whose text would become another, in order."""
        changed = [code for code, entry in enumerate(self.entries) if entry.after != entry.before]
        return np.flatnonzero(self._mask(changed)[self.codes])

    def records_of(self, hint: Hint, as_read: bool = False, tick: Tick = nothing) -> NDArray[np.int64]:
        """Return the records in whose text, as it is now or as it was read, a hint finds something."""
        texts = (entry.before if as_read else entry.after for entry in ticking(self.entries, tick, _BETWEEN_TICKS))
        hinted = [code for code, text in enumerate(texts) if text and hint(text)]
        return np.flatnonzero(self._mask(hinted)[self.codes])

    def put(self, record: int, text: str) -> None:
        """Let one record's cell hold another text, whatever the rules on single cells made of it."""
        entry = self.entry(record)
        self.codes[record] = len(self.entries)
        self._changed.add(len(self.entries))
        self.entries.append(replace(entry, after=text))

    def entry(self, record: int) -> Entry:
        return self.entries[int(self.codes[record])]

    def _hinted(self, hint: Hint, tick: Tick) -> list[int]:
        """Return the open entries in which a hint finds something."""
        entries = self.entries
        codes = ticking(self.open_entries, tick, _BETWEEN_TICKS)
        return [code for code in codes if (text := entries[code].after) and hint(text) and entries[code].may_change]

    def _mask(self, codes: Sequence[int]) -> NDArray[np.bool_]:
        mask = np.zeros(len(self.entries), dtype=np.bool_)
        mask[np.array(codes, dtype=np.int64)] = True
        return mask


def texts_beside(beside: Mapping[Meaning, WorkingColumn], codes: Sequence[int]) -> dict[Meaning, str]:
    """Return what stands in the row's other cells, by meaning."""
    return {meaning: column.entries[code].after for (meaning, column), code in zip(beside.items(), codes, strict=True)}
