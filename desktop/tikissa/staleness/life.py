"""When each record last gave a sign of life: its newest contact, purchase, order or visit, and when it was made."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tikissa.model.analysis import Settings
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.text.date_columns import days_by_column, newest_days

DAYS_IN_YEAR = 365.25

ACTIVITY = (Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE)

_FIRST_MONTH = date.min.year * 12


@dataclass(frozen=True, eq=False)
class SignsOfLife:
    """Day numbers record by record (`date.toordinal`), 0 where nothing is known.

    `activity_column` points into `activity_columns`; from `oldest_active` on activity is recent.
    """

    today: date
    oldest_active: date
    activity_columns: tuple[str, ...]
    created_columns: tuple[str, ...]
    activity: NDArray[np.int32]
    activity_column: NDArray[np.int64]
    created: NDArray[np.int32]
    contacted: NDArray[np.int32]

    @cached_property
    def met(self) -> NDArray[np.int32]:
        """Return the newest day on which the person behind the record is known to have been right."""
        return np.maximum(self.contacted, self.created)

    @cached_property
    def newest(self) -> NDArray[np.int32]:
        """Return the newest day on which the record is known to have been right."""
        return np.maximum(self.activity, self.created)


def signs_of_life(register: Register, schema: Schema, settings: Settings) -> SignsOfLife:
    activity_columns, created_columns = schema.columns_of(*ACTIVITY), schema.columns_of(Meaning.CREATED)
    activity = days_by_column(register, schema, activity_columns)
    if settings.bought.customers:
        activity = np.vstack([activity[: len(activity_columns)], settings.bought.last_days(len(register))])
        activity_columns = (*activity_columns, settings.bought.name)
    return SignsOfLife(
        today=settings.today,
        oldest_active=months_before(settings.today, settings.passive_after_months),
        activity_columns=activity_columns,
        created_columns=created_columns,
        activity=activity.max(axis=0),
        activity_column=activity.argmax(axis=0),
        created=newest_days(register, schema, created_columns),
        contacted=newest_days(register, schema, schema.columns_of(Meaning.LAST_CONTACT)),
    )


def months_before(day: date, months: int) -> date:
    """Return the same day of the month so many months earlier, or that month's last day where it is shorter."""
    year, month = divmod(max(day.year * 12 + day.month - 1 - months, _FIRST_MONTH), 12)
    for day_of_month in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, day_of_month)
        except ValueError:
            continue
    raise ValueError(f"no such month: {year}-{month + 1}")
