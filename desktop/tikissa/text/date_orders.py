"""Finds out from all the days of a column which part of 3/2/2009 is the day, by what each order would lead to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from tikissa.model.schema import DateOrder
from tikissa.text.dates import days_by_order

_LOOKED_AT = 20_000
_CLEARLY = 4
"""How many times as many days the usual order must make impossible as another one does for that one to be believed."""
_OLDEST_EVENT = date(1950, 1, 1)
_OLDEST_CUSTOMER_YEARS = 115


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day that may stand in a column; a year of two digits goes back a century where that is
    what a birthday needs."""

    first: date = _OLDEST_EVENT
    last: date | None = None
    are_births: bool = False

    @classmethod
    def of_births(cls, today: date | None) -> "Period":
        first = date(1850, 1, 1) if today is None else date(today.year - _OLDEST_CUSTOMER_YEARS, 1, 1)
        return cls(first, today, are_births=True)

    def placed(self, day: date | None, text: str) -> date | None:
        """Return a day where it may stand, a birthday in "65" a century before one yet to come."""
        if day is None or not self.are_births or self.last is None or day <= self.last or str(day.year) in text:
            return day
        return day.replace(year=day.year - 100)

    def holds(self, day: date | None) -> bool:
        return day is not None and self.first <= day and (self.last is None or day <= self.last)


def order_told(texts: Iterable[str], period: Period) -> DateOrder | None:
    """Return the order in which the days of a column are, None where each order is as good as another."""
    wrong = dict.fromkeys(DateOrder, 0)
    for text in islice(texts, _LOOKED_AT):
        readings = dict(days_by_order(text))
        for order in DateOrder:
            wrong[order] += bool(readings) and not period.holds(period.placed(readings.get(order), text))
    usual = wrong[DateOrder.DAY_FIRST]
    best = min(DateOrder, key=lambda order: wrong[order])
    if wrong[best] * _CLEARLY < usual:
        return best
    others = min(wrong[DateOrder.MONTH_FIRST], wrong[DateOrder.YEAR_FIRST])
    return DateOrder.DAY_FIRST if others > usual else None
