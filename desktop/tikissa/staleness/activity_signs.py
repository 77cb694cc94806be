"""Signs in the dates of a record: long without contact, never active, out of its own rhythm, of unknown age."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from tikissa.model.finding import Finding, Reason
from tikissa.model.progress import Tick, nothing
from tikissa.model.proposal import Merge
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.staleness.life import SignsOfLife
from tikissa.text.normalise import digits

Sign = tuple[RecordId, Reason]


@dataclass(frozen=True, slots=True)
class Found:
    """What the rules and the matching have found: the register with its fixes, findings and duplicates."""

    fixed: Register
    findings: tuple[Finding, ...]
    merges: tuple[Merge, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """What signs are looked for in."""

    register: Register
    schema: Schema
    life: SignsOfLife
    found: Found | None = None
    tick: Tick = nothing


ACTIVITY_IS_KEPT = 0.1
DATES_ARE_KEPT = 0.5
"""The share of rows with a date from which on a row without one stands out."""

RHYTHM_PURCHASES = 4
RHYTHM_TIMES = 4
RHYTHM_DAYS = 180
DAYS_IN_MONTH = 30.44


def contact_old(rows: Rows) -> Iterator[Sign]:
    """Yield records whose newest activity is older than the period, with its date and the column that tells it."""
    life = rows.life
    for record in np.flatnonzero(_is_old(life)).tolist():
        column = life.activity_columns[int(life.activity_column[record])]
        yield RecordId(record), Reason("contact.old", (shown(life.activity[record]), column))


def contact_never(rows: Rows) -> Iterator[Sign]:
    """Yield records made longer ago than the period that have never been active since.

    Where hardly any row has a date of activity, the register does not keep them, and a lack says nothing.
    """
    life = rows.life
    if not _is_kept(life.activity, ACTIVITY_IS_KEPT):
        return
    made_long_ago = (life.created > 0) & (life.created < life.oldest_active.toordinal())
    for record in np.flatnonzero(made_long_ago & (life.activity == 0)).tolist():
        yield RecordId(record), Reason("contact.never", (shown(life.created[record]),))


def age_unknown(rows: Rows) -> Iterator[Sign]:
    """Yield records without any date in a register that mostly has them; where it has not, the lack says nothing."""
    if not _is_kept(rows.life.newest, DATES_ARE_KEPT):
        return
    for record in np.flatnonzero(rows.life.newest == 0).tolist():
        yield RecordId(record), Reason("age.unknown")


def rhythm_broken(rows: Rows) -> Iterator[Sign]:
    """Yield customers who bought at a steady pace and have now been away several times as long as usual."""
    life, column = rows.life, rows.schema.first(Meaning.PURCHASE_COUNT)
    if column is None:
        return
    cells = rows.register.cells_of(column)
    purchases = np.array([_count(text) for text in cells.texts.tolist()])[cells.codes]
    gap = (life.activity - life.created) / np.maximum(purchases - 1, 1)
    away = life.today.toordinal() - life.activity
    steady = (purchases >= RHYTHM_PURCHASES) & (life.created > 0) & (life.activity > life.created)
    for record in np.flatnonzero(steady & ~_is_old(life) & (away > np.maximum(gap * RHYTHM_TIMES, RHYTHM_DAYS))):
        months = (max(round(gap[record] / DAYS_IN_MONTH), 1), round(away[record] / DAYS_IN_MONTH))
        yield RecordId(int(record)), Reason("rhythm.broken", (str(months[0]), str(months[1])))


def _is_kept(days: NDArray[np.int32], share: float) -> bool:
    return bool((days > 0).mean() >= share) if len(days) else False


def _is_old(life: SignsOfLife) -> NDArray[np.bool_]:
    old: NDArray[np.bool_] = (life.activity > 0) & (life.activity < life.oldest_active.toordinal())
    return old


def _count(text: str) -> int:
    whole = text.replace(",", ".").split(".")[0]
    return int(digits(whole)[:9] or 0)


def shown(ordinal: np.int32) -> str:
    """Return a day as its month, which is what a person remembers."""
    day = date.fromordinal(int(ordinal))
    return f"{day.month}/{day.year}"
