"""Which customer numbers and names the decisions take out of the register, and by which each goes from then on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import compress

import numpy as np

from tikissa.lists.hand_back import final_survivor, name_of
from tikissa.lists.told import OFTEN
from tikissa.messages import say
from tikissa.model.outcome import Outcome
from tikissa.model.progress import Tick, nothing, ticking
from tikissa.model.record import RecordId
from tikissa.model.register import ColumnCells, RawValue
from tikissa.model.schema import Meaning, Schema

_NAMES = (Meaning.WHOLE_NAME, Meaning.COMPANY)

NumberKey = str
"""A customer number however it is written: zeros in front, capitals and blanks around it do not tell two apart."""


@dataclass(frozen=True, slots=True)
class VanishedNumber:
    """A number no row of the cleaned register has. `surviving` is the one it goes by now, None where no row took it
    over or several did; `row` is where it stood, `decision` what made it vanish."""

    old: str
    surviving: str | None
    record: RecordId
    row: int
    decision: int


@dataclass(frozen=True)
class CustomerNumbers:
    """Every number of the register as it was read, and those that vanish; `names` are the names likewise, by which
    other sheets may go as well."""

    known: frozenset[NumberKey]
    vanished: Mapping[NumberKey, VanishedNumber]
    names: "CustomerNumbers | None" = None


def number_key(value: object) -> NumberKey:
    """Return the key of a cell's content, "" for one that is no customer number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    if isinstance(value, float):
        value = int(value) if value.is_integer() else ""
    text = str(value).strip().casefold()
    return (text.lstrip("0") or "0") if text.isdigit() else text


def customer_numbers(outcome: Outcome, schema: Schema, tick: Tick = nothing) -> CustomerNumbers | None:
    """Return the numbers of a register, and its names; None where none of either vanishes."""
    numbers = _of_column(outcome, schema.first(Meaning.CUSTOMER_NUMBER), tick)
    columns = [_of_column(outcome, column, tick) for column in schema.columns_of(*_NAMES)]
    named = [each for each in columns if each is not None]
    spoken = frozenset(key for each in named for key in each.known)
    names = CustomerNumbers(spoken, {key: gone for each in named for key, gone in each.vanished.items()})
    if not named:
        return numbers
    return CustomerNumbers(frozenset(), {}, names) if numbers is None else replace(numbers, names=names)


def _of_column(outcome: Outcome, column: str | None, tick: Tick) -> CustomerNumbers | None:
    """Return the numbers or names of a column; None where none of them vanishes."""
    if column is None or not (outcome.leaving or outcome.changed.get(column)):
        return None
    cells = outcome.register.cells_of(column)
    contents = zip(cells.texts.tolist(), cells.raws.tolist(), strict=True)
    keys = [_key(text, raw) for text, raw in ticking(contents, tick, OFTEN)]
    left = _left(outcome, column, cells, keys)
    vanished: dict[NumberKey, VanishedNumber] = {}
    for gone in ticking(_gone(outcome, column), tick, OFTEN):
        key = keys[cells.codes[gone.record]]
        if key and key not in left:
            vanished[key] = gone if key not in vanished else _of_both(vanished[key], gone)
    return CustomerNumbers(frozenset(keys) - {""}, vanished) if vanished else None


def passive_numbers(outcome: Outcome, schema: Schema, language: str) -> tuple[tuple[str, ...], ...]:
    """Return the numbers to set passive in other programs, under their headers: of merged customers with the number
    each goes by now, of archived and left out ones without; () where no number goes out of use."""
    numbers = customer_numbers(outcome, schema)
    if numbers is None or not numbers.vanished:
        return ()
    headers = ("number_list.old", "number_list.surviving", "number_list.name", "leaving_list.fate")
    gone = sorted((number for number in numbers.vanished.values() if number.old), key=lambda number: number.record)
    rows = (
        (number.old, number.surviving or "", name_of(outcome, schema, number.record), _fate(outcome, number, language))
        for number in gone
    )
    return (tuple(say(language, code) for code in headers), *rows)


def _fate(outcome: Outcome, number: VanishedNumber, language: str) -> str:
    leaving = outcome.leaving.get(number.record)
    return say(language, "number_list.changed" if leaving is None else f"leaving_list.{leaving.fate}")


def _key(text: str, raw: RawValue) -> NumberKey:
    """Return the key of a number that may be shown with zeros or blanks that are not in the cell."""
    return number_key(raw) or number_key(text)


def _left(outcome: Outcome, column: str, cells: ColumnCells, keys: list[NumberKey]) -> set[NumberKey]:
    """Return the numbers of the rows that stay, as they will be saved."""
    changed = outcome.changed.get(column, {})
    same = np.ones(len(outcome.register), np.bool_)
    same[[*outcome.leaving, *changed]] = False
    stays = np.zeros(len(keys), np.bool_)
    stays[cells.codes[same]] = True
    return set(compress(keys, stays.tolist())) | {number_key(text) for text in changed.values()}


def _gone(outcome: Outcome, column: str) -> Iterator[VanishedNumber]:
    """Yield the numbers of the rows that leave, and of those that get another one."""
    for record, leaving in outcome.leaving.items():
        survivor = final_survivor(outcome, record)
        surviving = None if survivor in outcome.leaving else outcome.text(survivor, column).strip() or None
        yield _vanished(outcome, column, record, surviving, leaving.decision)
    decisions = {change.record: change.decision for change in outcome.changes if change.column == column}
    for record, text in outcome.changed.get(column, {}).items():
        yield _vanished(outcome, column, record, text.strip() or None, decisions[record])


def _vanished(outcome: Outcome, column: str, record: RecordId, surviving: str | None, decision: int) -> VanishedNumber:
    text = outcome.register.text(record, column).strip()
    return VanishedNumber(text, surviving, record, outcome.register.row(record), decision)


def _of_both(first: VanishedNumber, second: VanishedNumber) -> VanishedNumber:
    """Return a number that two rows had: it can only be followed where both have become one."""
    agree = first.surviving and second.surviving and number_key(first.surviving) == number_key(second.surviving)
    return first if agree else VanishedNumber(first.old, None, first.record, first.row, first.decision)
