"""Which columns of a register can have checks for what is typed into them, and what is checked in each."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId
from tikissa.model.register import Column
from tikissa.model.schema import Meaning

POSTAL_CODE, PHONE, EMAIL, BUSINESS_ID = "postal_code", "phone", "email", "business_id"
NUMBER, DAY, DAY_AS_TEXT, LIST = "customer_number", "day", "day_as_text", "list"

_KINDS: Mapping[Meaning, str] = {
    Meaning.POSTAL_CODE: POSTAL_CODE,
    Meaning.PHONE: PHONE,
    Meaning.FAX: PHONE,
    Meaning.EMAIL: EMAIL,
    Meaning.BUSINESS_ID: BUSINESS_ID,
    Meaning.CUSTOMER_NUMBER: NUMBER,
    Meaning.CREATED: DAY,
    Meaning.LAST_CONTACT: DAY,
    Meaning.LAST_PURCHASE: DAY,
    Meaning.DATE_OF_BIRTH: DAY,
    Meaning.PERMISSION: LIST,
    Meaning.PROHIBITION: LIST,
    Meaning.CREDIT_BLOCK: LIST,
    Meaning.PREFERRED_CHANNEL: LIST,
}

AS_TEXT = frozenset({POSTAL_CODE, PHONE, BUSINESS_ID})
"""Kept as text, so that the spreadsheet takes no zero off and makes no day of what is typed."""

MARKED_TWICE = frozenset({PHONE, EMAIL, BUSINESS_ID, NUMBER})
"""The same content in two rows may be one customer entered twice: both cells get a colour."""

_STOPS = frozenset({NUMBER, DAY, LIST})
"""What is refused; elsewhere a foreign or unusual value may be right, so the user is only warned."""

_MOST_VALUES, _LONGEST_LIST = 8, 200
_SEPARATORS = frozenset(',;"\n')


@dataclass(frozen=True, slots=True)
class EntryCheck:
    """A check for a column; `values` are those that a list has, `stops` says that others are refused."""

    column: str
    kind: str
    stops: bool
    values: tuple[str, ...] = ()


def entry_checks(outcome: Outcome, meanings: Mapping[str, Meaning | None]) -> tuple[EntryCheck, ...]:
    """Return the checks that suit the register as it will be saved, in the order of its columns."""
    found = (_check(outcome, column, meanings.get(column.name)) for column in outcome.register.columns)
    return tuple(check for check in found if check is not None)


def _check(outcome: Outcome, column: Column, meaning: Meaning | None) -> EntryCheck | None:
    kind = _KINDS.get(meaning) if meaning else None
    if kind == LIST:
        values = _values(outcome, column)
        return EntryCheck(column.name, LIST, True, values) if _fit_a_list(values) else None
    if kind == NUMBER and not _is_unique(outcome, column):
        return None
    if kind == DAY and not _holds_days(outcome, column):
        kind = DAY_AS_TEXT
    return EntryCheck(column.name, kind, kind in _STOPS) if kind else None


def _texts(outcome: Outcome, column: Column) -> Counter[str]:
    records = map(RecordId, range(len(outcome.register)))
    texts = (outcome.text(record, column.name) for record in records if outcome.stays(record))
    return Counter(text.strip() for text in texts if text.strip())


def _values(outcome: Outcome, column: Column) -> tuple[str, ...]:
    return tuple(text for text, _ in _texts(outcome, column).most_common(_MOST_VALUES + 1))


def _fit_a_list(values: tuple[str, ...]) -> bool:
    """A list in a cell's check is one text of its values parted by commas (ECMA-376, 18.3.1.33)."""
    is_short = 0 < len(values) <= _MOST_VALUES and len(",".join(values)) <= _LONGEST_LIST
    return is_short and not any(_SEPARATORS & set(value) or value.startswith("=") for value in values)


def _is_unique(outcome: Outcome, column: Column) -> bool:
    return all(count == 1 for count in _texts(outcome, column).values())


def _holds_days(outcome: Outcome, column: Column) -> bool:
    """Say whether the column's cells are the spreadsheet's own dates and not texts."""
    cells = outcome.register.cells[column.index]
    kinds = [isinstance(raw, date) for text, raw in zip(cells.texts, cells.raws, strict=True) if str(text).strip()]
    return bool(kinds) and all(kinds)
