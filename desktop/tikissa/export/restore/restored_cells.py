"""What is put back into a cleaned file when one line of its change log is taken back."""

from dataclasses import dataclass, field

from tikissa.export.typed_cell import Typed

STILL_THERE = 0.9
"""The share of the logged values that must stand in their places in a file that was saved again since."""


@dataclass(frozen=True, slots=True)
class RestoredCell:
    """A cell of the cleaned file: what stands in it now and what is put back. `row` counts from 1, `column` from 0.

    `sheet` is given where it is another one than the register's own.
    """

    row: int
    column: int
    name: str
    before: Typed
    after: Typed
    sheet: str = ""


@dataclass
class RestorePlan:
    """`added` is a row put below the last one, `removed` one that had come and goes again. Columns left as they are:
    `masked` in the log, or `changed` since."""

    cells: list[RestoredCell] = field(default_factory=list)
    added: list[Typed] | None = None
    removed: int | None = None
    rows: int = 0
    masked: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
