"""A column on which rules are at work: what stood in each cell, what stands there now, and why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from tikissa.model.register import ColumnCells, ErrorCell, FormulaCell, RawValue
from tikissa.model.schema import Meaning
from tikissa.rules.rule import Suggestion

Asked = Callable[["Entry", Mapping[Meaning, str]], Suggestion | None]
About = Callable[["Entry"], bool]


@dataclass(frozen=True, slots=True)
class Entry:
    """One distinct content; `suggestions` made `after` of `before`, in their order."""

    before: str
    after: str
    raw: RawValue = None
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def is_number(self) -> bool:
        return isinstance(self.raw, int | float)

    @property
    def may_change(self) -> bool:
        return self.after != "" and not isinstance(self.raw, FormulaCell | ErrorCell | date | bool)

    def with_suggestion(self, suggestion: Suggestion) -> "Entry":
        return replace(self, after=suggestion.after, suggestions=(*self.suggestions, suggestion))


class WorkingColumn:
    """Entries and, for each record, the entry it stands for; entries split where the row's other cells decide."""

    def __init__(self, name: str, index: int, meaning: Meaning | None, cells: ColumnCells) -> None:
        self.name = name
        self.index = index
        self.meaning = meaning
        self.codes: NDArray[np.int64] = cells.codes.astype(np.int64)
        self.entries = [
            Entry(text, text, raw) for text, raw in zip(cells.texts.tolist(), cells.raws.tolist(), strict=True)
        ]

    def ask(self, propose: Asked, about: About) -> None:
        """Ask about each distinct content."""
        for code, entry in enumerate(self.entries):
            if entry.may_change and about(entry):
                suggestion = propose(entry, {})
                if suggestion is not None and suggestion.after != entry.after:
                    self.entries[code] = entry.with_suggestion(suggestion)

    def ask_beside(self, propose: Asked, beside: Mapping[Meaning, "WorkingColumn"], about: About) -> None:
        """Ask about each distinct combination with the row's other cells."""
        combinations, of_record = self.combinations(list(beside.values()))
        codes = combinations[:, 0].copy()
        for place, combination in enumerate(combinations.tolist()):
            entry = self.entries[combination[0]]
            if entry.may_change and about(entry):
                suggestion = propose(entry, texts_beside(beside, combination[1:]))
                if suggestion is not None and suggestion.after != entry.after:
                    codes[place] = len(self.entries)
                    self.entries.append(entry.with_suggestion(suggestion))
        self.codes = codes[of_record]

    def combinations(self, others: Sequence["WorkingColumn"]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the distinct combinations of codes, shape (combinations, 1 + others), and each record's."""
        key = self.codes
        for other in others:
            key = key * len(other.entries) + other.codes
        _, first, of_record = np.unique(key, return_index=True, return_inverse=True)
        table = np.stack([self.codes[first], *(other.codes[first] for other in others)], axis=1)
        return table, of_record

    def changed_records(self) -> NDArray[np.int64]:
        """Return the records whose text would become another, in order."""
        changed = np.array([entry.after != entry.before for entry in self.entries], dtype=np.bool_)
        return np.flatnonzero(changed[self.codes]) if len(changed) else np.empty(0, np.int64)

    def entry(self, record: int) -> Entry:
        return self.entries[int(self.codes[record])]


def texts_beside(beside: Mapping[Meaning, WorkingColumn], codes: Sequence[int]) -> dict[Meaning, str]:
    """Return what stands in the row's other cells, by meaning."""
    return {meaning: column.entries[code].after for (meaning, column), code in zip(beside.items(), codes, strict=True)}
