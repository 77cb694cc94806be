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


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of the register before and after cleaning; `of_then` and `of_now` are the rows it is a share of, 0
    where it is a plain count."""

    code: str
    then: int
    now: int
    of_then: int = 0
    of_now: int = 0

    @property
    def shares(self) -> tuple[float, float]:
        """Return both as parts of what they are counted from, or of the larger of the two, 0-1."""
        whole = max(self.then, self.now, 1)
        return self.then / (self.of_then or whole), self.now / (self.of_now or whole)
