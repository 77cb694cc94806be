"""How a register has fared from visit to visit: numbers only, nothing of the customers themselves."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """What was found on a day's visit, before anything was decided. Each is a count of rows but `duplicates`, a count
    of groups, and `wrong_values`, of cells."""

    day: date
    rows: int
    duplicates: int
    wrong_values: int
    stale: int
    out_of_reach: int
