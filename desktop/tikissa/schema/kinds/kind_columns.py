"""What each column of a file holds, as far as it tells the file's kind: days, sums, codes, words, repetition."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from tikissa.model.register import Column, ColumnCells, RawValue, Register
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.schema.kinds.kind_words import Role, roles_of
from tikissa.text.date_columns import whole_day
from tikissa.text.emails import ADDRESS

_SAMPLE = 300
_MOSTLY = 0.8
_SUM = re.compile(r"(?:[A-Z]{3}|[€$£])?\s*[-−–+]?\s*\d[\d\s.,'’]*-?\s*(?:[A-Z]{3}|€|\$|£|kr|mk)?", re.IGNORECASE)
_CODE = re.compile(r"#?[A-Z]{0,6}[-_/ ]?\d[\w/.-]*", re.IGNORECASE)
_DELIVERY_CODE = re.compile(r"\b[245]\d\d[ -]\d\.\d{1,3}\.\d{1,3}|\b[245]\.\d{1,3}\.\d{1,3}\b|\b[45]\d\d[ -][A-Za-z]")
"""What mail servers answer (RFC 5321, RFC 3463): "550 5.1.1 User unknown"."""

_TO_CALL = re.compile(r"(?:\+|00?)\d[\d\s()/-]{5,16}")
_CURRENCIES = frozenset(("EUR", "SEK", "NOK", "DKK", "USD", "GBP", "CHF", "PLN", "€", "$", "£", "KR"))
_TIME_OF_DAY = re.compile(r"[T ,]+\d{1,2}[:.]\d\d.*")

Look = Callable[[str], object]


@dataclass(frozen=True)
class KindColumn:
    """One column as it tells the kind. `filled` counts its cells that say something, `distinct` the different texts
    among them; `texts` is a sample of those."""

    column: Column
    meaning: Meaning | None
    is_sure: bool
    roles: frozenset[Role]
    filled: int
    distinct: int
    texts: tuple[str, ...]
    are_days: bool
    are_sums: bool

    def has(self, *roles: Role) -> bool:
        return all(role in self.roles for role in roles)

    def share(self, look: Look) -> float:
        """Return which part (0-1) of the sample looks so; 0 for an empty column."""
        return sum(map(bool, map(look, self.texts))) / len(self.texts) if self.texts else 0.0

    @property
    def repeated(self) -> float:
        """Return on how many lines each text stands, 0 for an empty column."""
        return self.filled / self.distinct if self.distinct else 0.0

    @property
    def are_codes(self) -> bool:
        return bool(self.texts) and self.share(_CODE.fullmatch) >= _MOSTLY and not self.are_days

    @property
    def are_ways(self) -> bool:
        """Say whether the cells are e-mail addresses or phone numbers, whatever the header takes them for."""
        return (
            not self.are_days
            and self.share(lambda text: _TO_CALL.fullmatch(text) or ADDRESS.fullmatch(text)) >= _MOSTLY
        )

    @property
    def are_currencies(self) -> bool:
        return self.share(lambda text: text.upper() in _CURRENCIES) >= _MOSTLY

    @property
    def are_delivery_codes(self) -> bool:
        return self.share(_DELIVERY_CODE.search) >= 0.3


def columns_of(register: Register, schema: Schema) -> tuple[KindColumn, ...]:
    """Return every column of a file; of each column only a sample of the different texts is looked at."""
    entries = {entry.column: entry for entry in schema.columns}
    return tuple(
        _column(column, entries.get(column.name), cells)
        for column, cells in zip(register.columns, register.cells, strict=True)
    )


def _column(column: Column, entry: ColumnMeaning | None, cells: ColumnCells) -> KindColumn:
    counts = np.bincount(cells.codes, minlength=len(cells.texts))
    says = cells.saying() & (counts > 0)
    places = np.flatnonzero(says)[:_SAMPLE].tolist()
    texts = tuple(cells.texts[place].strip() for place in places)
    days = [_is_day(text, cells.raws[place]) for place, text in zip(places, texts, strict=True)]
    are_days = _are_mostly(days) and not _are_mostly([text.isdigit() for text in texts])
    return KindColumn(
        column,
        entry.meaning if entry else None,
        bool(entry and entry.sure),
        roles_of(column.header),
        int(counts[says].sum()),
        int(says.sum()),
        texts,
        are_days,
        not are_days and _are_mostly([_SUM.fullmatch(text) is not None for text in texts]),
    )


def _is_day(text: str, raw: RawValue) -> bool:
    return whole_day(_TIME_OF_DAY.sub("", text), raw) is not None


def _are_mostly(claims: Sequence[bool]) -> bool:
    return bool(claims) and sum(claims) >= _MOSTLY * len(claims)
