"""Lets the engine that finds duplicates look for the customers of lines that no key leads to."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tikissa.analysis.linkage import Linkage, link_sides, looked_through
from tikissa.model.analysis import Settings
from tikissa.model.progress import Progress
from tikissa.model.register import ColumnCells, Register
from tikissa.model.schema import Meaning
from tikissa.purchases.joining import MATCHING, NOBODY, SEVERAL, Joined, Side

_NAMES = frozenset((Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.COMPANY))
TELLING = (
    *_NAMES,
    *(Meaning.EMAIL, Meaning.PHONE, Meaning.STREET, Meaning.POSTAL_CODE, Meaning.TOWN, Meaning.WHOLE_ADDRESS),
    *(Meaning.BUSINESS_ID, Meaning.VAT_NUMBER, Meaning.CONTACT_PERSON),
)
_MOST_PARTIES = 20_000

Places = NDArray[np.int64]


def link_the_rest(joined: Joined, lines: Side, known: Side, settings: Settings, progress: Progress) -> None:
    """Let lines that are nobody's yet be the customer's whose details are theirs, as the check of new rows finds."""
    columns = lines.schema.columns_of(*TELLING)
    has_names = any(lines.schema.meaning_of(column) in _NAMES for column in columns)
    rest = np.flatnonzero((joined.records < 0) & (lines.names != ""))
    if not has_names or len(columns) < 2 or not len(rest):
        return
    group, first = _parties(lines.register, columns, rest)
    if len(first) > _MOST_PARTIES:
        return
    parties = details_of(lines.register, columns, rest[first])
    new, old = (looked_through(register, settings, progress) for register in (parties, known.register))
    linkage = link_sides(new, old, progress)
    found = np.full(len(lines.register), NOBODY, np.int64)
    found[rest] = _records(linkage, len(first))[group]
    joined.take(found, MATCHING)


def _parties(register: Register, columns: Sequence[str], rest: Places) -> tuple[Places, Places]:
    """Return the party of each of these lines, and the first of the lines of each party."""
    codes = pd.DataFrame({column: register.cells_of(column).codes[rest] for column in columns})
    group = codes.groupby(list(columns), sort=False).ngroup().to_numpy(np.int64)
    _, first = np.unique(group, return_index=True)
    return group, first.astype(np.int64)


def details_of(register: Register, columns: Sequence[str], records: NDArray[np.int64]) -> Register:
    """Return some lines with nothing but these columns."""
    kept = tuple(register.column(column) for column in columns)
    named = tuple(replace(column, index=place) for place, column in enumerate(kept))
    cells = tuple(
        ColumnCells(whole.codes[records], whole.texts, whole.raws)
        for whole in (register.cells[column.index] for column in kept)
    )
    return Register(register.source, named, cells, register.row_numbers[records])


def _records(linkage: Linkage, parties: int) -> NDArray[np.int64]:
    """Return the record of each party: the first of those the register has of one customer."""
    found = np.full(parties, NOBODY, np.int64)
    for link in linkage.links:
        for party in link.new:
            found[party] = link.known[0] if found[party] == NOBODY else SEVERAL
    return found
