"""What the user chose about saving, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from tikissa.lists.vanished_numbers import CustomerNumbers
from tikissa.model.finding import Finding
from tikissa.model.proposal import AddColumn
from tikissa.model.schema import Meaning

FOLLOWED, LISTED, LOST = "save.numbers_on_sheet", "save.numbers_listed", "save.numbers_lost"
NAMES_FOLLOWED, NAMES_LOST = "save.names_on_sheet", "save.names_lost"
ELSEWHERE = (FOLLOWED, NAMES_FOLLOWED, LISTED, LOST, NAMES_LOST)
CAN_FOLLOW, CANNOT_FOLLOW = (FOLLOWED, NAMES_FOLLOWED), (LOST, NAMES_LOST)
"""What is said of other sheets that hold customer numbers or names which leave the register."""
"""What is told of other sheets' customer numbers that vanish: of those with another in their place, of lists in which
that one stands already, and of those without."""
REPOINTED = "save.repointed"
"""How many of them were given the other one."""
FORMULA_LIKE, LOG_FORMULA_LIKE = "save.formula_like", "save.log_formula_like"
"""New texts of a CSV file, and texts in the CSV form of the log, that a spreadsheet would take for formulas: they are
written so that it shows them."""
UNFILLED = "save.formula_not_filled"
"""Columns of formulas that stay empty on new rows."""

UNDER_MERGED = "save.under_merged_cells"
"""Changes of cells that lie under a merged one."""


class IfUnsafe(StrEnum):
    """What to do where rows cannot be taken out of the workbook without harm."""

    STOP = "stop"
    MARK = "mark"
    SHEET = "sheet"
    PLAIN = "plain"


class RemovedRows(StrEnum):
    """Where merged and removed rows are kept: in the change log alone, or on a sheet of the cleaned workbook too."""

    LOG = "log"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How to save. `original` is a copy of the file as it was read, for saving when the file itself has changed since.

    `encoding` overrides the source's own in a CSV file. `settings` are told in the log. `mask_key` keys the
    fingerprints that stand in the log beside masked identity codes. `password` opens a protected source; the cleaned
    file has none. `numbers` are the customer numbers that vanish; on the sheets of `repointed` they are followed to the
    ones that stay, elsewhere they are only told of. `columns` are put after the register's own.
    `meanings` are what the register's columns mean, so that the log covers what names a person; not given, they are
    recognised. Columns `checked` get a check for what is typed into them later, where one suits. `page` are the lines,
    what each is and its words, of a page that a workbook gets on a sheet of its own.
    """

    language: str = "fi"
    if_unsafe: IfUnsafe = IfUnsafe.STOP
    removed_rows: RemovedRows = RemovedRows.LOG
    who: str = "user"
    settings: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    original: Path | None = None
    mask_key: bytes | None = None
    password: str | None = None
    numbers: CustomerNumbers | None = None
    repointed: frozenset[str] = frozenset()
    columns: tuple[AddColumn, ...] = ()
    meanings: Mapping[str, Meaning | None] | None = None
    checked: frozenset[str] = frozenset()
    page: tuple[tuple[str, str], ...] = ()
    one_log: bool = False
    """Write the change log only in the form that was asked for."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was saved, and the proven row arithmetic: rows_in + added = kept + merged + archived + removed.

    `added_files` are CSV files with the archived rows, where the cleaned file has no sheets to put them on; `checks`
    says how many columns check what is typed into them.
    """

    cleaned: Path
    audit_logs: tuple[Path, ...]
    sha256: str
    rows_in: int
    kept: int
    merged: int
    archived: int
    removed: int
    notes: tuple[Finding, ...] = ()
    added_files: tuple[Path, ...] = ()
    added: int = 0
    checks: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as the log says: a code with arguments, at a row of the cleaned file where there is one."""

    code: str
    sheet: str = ""
    row: int | None = None
    letter: str = ""
    arguments: tuple[str, ...] = ()
