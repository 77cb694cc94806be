"""What stands in a cell, with its type, and how the change log writes it down."""

import json
from datetime import date, datetime, time, timedelta

Typed = None | str | float | bool | date | datetime | time | timedelta
"""A cell's content by its type; None is an empty cell, and a date without a time is a `datetime` at midnight."""

_SECONDS = 86_400


def normal(value: object) -> Typed:
    """Bring a value of any reader into one form: no empty text, whole dates as midnight, every number a float."""
    if value is None or value == "":
        return None
    if isinstance(value, bool | str | datetime | time | timedelta):
        return value
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    raise TypeError(type(value))


def as_json(value: Typed) -> str:
    """Write a cell down so that its type is not lost: `"00100"` is a text and `100` a number.

    Only ASCII is written, so that no form of the log loses a character.
    """
    match value:
        case None | str() | bool():
            return json.dumps(value)
        case int() | float():
            return json.dumps(int(value) if float(value).is_integer() and abs(value) < 1e15 else value)
        case datetime():
            return json.dumps({"date": value.isoformat()})
        case time():
            return json.dumps({"time": value.isoformat()})
        case timedelta():
            return json.dumps({"days": value.total_seconds() / _SECONDS})
    raise TypeError(type(value))


def from_json(written: object) -> Typed:
    """Read back what `as_json` wrote, once it is parsed."""
    match written:
        case {"date": str(moment)}:
            return datetime.fromisoformat(moment)
        case {"time": str(moment)}:
            return time.fromisoformat(moment)
        case {"days": int(days) | float(days)}:
            return timedelta(days=days)
        case value:
            return normal(value)


def same(first: Typed, second: Typed) -> bool:
    """Say whether two cells hold the same, type and all: a text "1" is not the number 1, nor is 1 true."""
    return type(first) is type(second) and first == second


def kind(value: Typed) -> str:
    """Return the code of a cell's type."""
    match value:
        case None:
            return "empty"
        case bool():
            return "boolean"
        case str():
            return "text"
        case float() | int():
            return "number"
    return "date"
