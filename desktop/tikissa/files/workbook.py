"""What every kind of workbook can do for the reader, and the choice of the sheet that is the register."""

import math
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Protocol

from tikissa.files.grid import Grid
from tikissa.files.header_row import find_header
from tikissa.messages import LANGUAGES, say
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.schema import Meaning
from tikissa.schema.header_meanings import read_header
from tikissa.text.normalise import fold

_LOOKED_AT = 60

_WHO = frozenset(
    (
        *(Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.COMPANY, Meaning.CONTACT_PERSON),
        *(Meaning.STREET, Meaning.WHOLE_ADDRESS, Meaning.EMAIL, Meaning.PHONE),
    )
)
"""What tells who a row is about; a list of invoices or visits may hold no more of it than the customer's number."""

_NAMES_NOBODY = 0.5
"""How much less a sheet without any of it looks like a register."""


class Workbook(Protocol):
    """An open workbook. `visible` are the sheets a person sees, all of them where none is."""

    @property
    def sheets(self) -> tuple[str, ...]: ...

    @property
    def visible(self) -> tuple[str, ...]: ...

    def size(self, sheet: str) -> int:
        """Return how much stands on a sheet, in any unit that compares with the other sheets of this workbook."""
        ...

    def grid(self, sheet: str, limit: int | None, progress: Progress) -> Grid:
        """Read a sheet, at least the first `limit` rows of it where that is given."""
        ...


@dataclass(frozen=True, slots=True)
class Choice:
    """The sheet to be read, and the other sheets that look like registers of the same kind."""

    sheet: str
    others: tuple[str, ...] = ()


def choose_sheet(workbook: Workbook, wanted: str | None) -> Choice:
    """Return the wanted sheet, else the visible one that looks most like a register. Raises FileProblem."""
    if wanted is not None:
        if wanted not in workbook.sheets:
            raise FileProblem("file.no_such_sheet", wanted, ", ".join(workbook.sheets))
        return Choice(wanted)
    if not workbook.sheets:
        raise FileProblem("file.no_sheets")
    shown = workbook.visible or workbook.sheets
    visible = tuple(sheet for sheet in shown if not is_own_sheet(sheet)) or shown
    if len(visible) == 1:
        return Choice(visible[0])
    heads = {sheet: workbook.grid(sheet, _LOOKED_AT, NoProgress()) for sheet in visible}
    chosen = max(visible, key=lambda sheet: _likeness(heads[sheet], workbook.size(sheet)))
    names = _column_names(heads[chosen])
    return Choice(chosen, tuple(sheet for sheet in visible if sheet != chosen and _is_alike(heads[sheet], names)))


def is_own_sheet(name: str) -> bool:
    """Tell whether a sheet is one that saving makes for archived and merged rows, in whatever language, or has its
    name: next month it is no other register."""
    return name.rstrip(" 0123456789").casefold() in _own_sheets()


@cache
def _own_sheets() -> frozenset[str]:
    codes = ("save.sheet_archive", "save.sheet_removed")
    return frozenset(say(language, code).casefold() for language, code in product(LANGUAGES, codes))


def _likeness(head: Grid, size: int) -> float:
    if not len(head):
        return 0.0
    names_somebody = any(not _WHO.isdisjoint(read_header(name).meanings) for name in _headers(head))
    share = 1.0 if names_somebody else _NAMES_NOBODY
    return share * (0.2 + find_header(head).score) * math.log(1 + size)


def _headers(head: Grid) -> list[str]:
    header = find_header(head)
    return [header.text(head, at) for at in range(len(head.columns))]


def _column_names(head: Grid) -> frozenset[str]:
    return frozenset(map(fold, _headers(head))) - {""}


def _is_alike(head: Grid, names: frozenset[str]) -> bool:
    """Say whether a sheet has rows under at least half of the other's column names."""
    shared = names & _column_names(head) if len(head) > 1 else frozenset()
    return len(shared) > 1 and len(shared) >= len(names) / 2
