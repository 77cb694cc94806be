"""Which value survives a merge, column by column, and from which record."""

from dataclasses import dataclass

from tikissa.model.finding import Reason
from tikissa.model.record import RecordId


@dataclass(frozen=True, slots=True)
class SurvivingValue:
    """The value a column keeps after a merge, as it stands after the fixes.

    `source` is the record it comes from; None says that it is put together from several (united lists of notes).
    `reason` tells why this one, e.g. `survivorship.newest` or `survivorship.strictest_permission`.
    """

    column: str
    value: str
    source: RecordId | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class GoldenRecord:
    """The record that stays, and every column's surviving value in the register's order."""

    survivor: RecordId
    values: tuple[SurvivingValue, ...]
