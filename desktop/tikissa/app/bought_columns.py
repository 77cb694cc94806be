"""What customers have bought, offered as columns of the saved file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from tikissa.messages import say
from tikissa.model.bought import Bought, BoughtByLists
from tikissa.model.finding import Reason
from tikissa.model.proposal import AddColumn
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.text.date_styles import FINNISH, write_day
from tikissa.text.money_parts import in_units


@dataclass(frozen=True, slots=True)
class _BoughtColumn:
    """A column's name in the words of the program, and its cell for a customer: the text in a language ("" for
    nothing), and the number or day that it is."""

    name: str
    text: Callable[[Bought, str], str]
    value: Callable[[Bought], float | date | None]


def _day(day: date | None, language: str) -> str:
    if day is None:
        return ""
    return write_day(day, FINNISH) if language == "fi" else day.isoformat()


def _sum(parts: int, language: str) -> str:
    written = str(in_units(parts))
    return written if language == "en" else written.replace(".", ",")


def _of_sum(name: str, parts: Callable[[Bought], int]) -> _BoughtColumn:
    return _BoughtColumn(
        name, lambda bought, language: _sum(parts(bought), language), lambda bought: float(in_units(parts(bought)))
    )


def _of_day(name: str, day: Callable[[Bought], date | None]) -> _BoughtColumn:
    return _BoughtColumn(name, lambda bought, language: _day(day(bought), language), day)


COLUMNS = (
    _of_day("last", lambda bought: bought.last),
    _of_day("first", lambda bought: bought.first),
    _BoughtColumn("rhythm", lambda bought, _: str(bought.every_days or ""), lambda bought: bought.every_days),
    _BoughtColumn("count", lambda bought, _: str(bought.count), lambda bought: bought.count),
    _of_sum("sum_12_months", lambda bought: bought.sum_12_months),
    _of_sum("sum_all", lambda bought: bought.sum_all),
)


def bought_columns(bought: BoughtByLists, register: Register, language: str) -> tuple[AddColumn, ...]:
    """Return last and first day, rhythm, count and sums as columns in words, under headings the register has not; who
    bought nothing has a count and sums of nothing."""
    reason = Reason("purchases.column", (", ".join(bought.files),))
    nothing = (Bought(RecordId(record), None, None, 0, 0, 0, None) for record in range(len(register)))
    everybody = {each.record: each for each in (*nothing, *bought.customers.values())}
    return tuple(
        AddColumn(
            _heading(say(language, f"purchases.column_{column.name}"), register),
            {record: column.text(each, language) for record, each in everybody.items()},
            reason,
            values={record: value for record, each in everybody.items() if (value := column.value(each)) is not None},
        )
        for column in COLUMNS
    )


def _heading(heading: str, register: Register) -> str:
    """Return a heading that no column of the register goes by."""
    taken = {column.header for column in register.columns}
    return next(name for name in _numbered(heading) if name not in taken)


def _numbered(heading: str) -> Iterable[str]:
    yield heading
    for number in range(2, 1000):
        yield f"{heading} {number}"
