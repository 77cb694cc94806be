"""How a register writes in a column of its own what another file says in other words, or turned the other way."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tikissa.model.permission import CustomerState, PermissionColumn, Said, Stance, Subject
from tikissa.model.register import ColumnCells
from tikissa.permission.permission_cells import said

_PAIRS = (
    *(("kyllä", "ei"), ("Kyllä", "Ei"), ("KYLLÄ", "EI"), ("k", "e"), ("K", "E"), ("ja", "nej"), ("Ja", "Nej")),
    *(("yes", "no"), ("Yes", "No"), ("YES", "NO"), ("y", "n"), ("Y", "N"), ("1", "0"), ("true", "false")),
    *(("True", "False"), ("TRUE", "FALSE"), ("TOSI", "EPÄTOSI"), ("SANT", "FALSKT"), ("x", "ei"), ("X", "Ei")),
    *(("Allow", "Do Not Allow"), ("subscribed", "unsubscribed"), ("Subscribed", "Unsubscribed")),
)
"""A yes and the no that goes with it, to be written where the register holds only one of them."""


_ANSWERED = (Subject.PERMISSION, Subject.PROHIBITION)


@dataclass(frozen=True, slots=True)
class Writing:
    """How a register writes in one column that something is allowed, and that it is forbidden."""

    column: PermissionColumn
    allowed: str
    forbidden: str
    states: Mapping[CustomerState, str]

    def of(self, told: Said) -> str:
        """Return what to write of what is told of a customer, "" where the column has no room for it.

        A prohibition of more than the column's channels forbids these too; a permission counts for just them.
        """
        if told.state.is_closed:
            return self.states.get(told.state, "")
        if self.column.subject not in _ANSWERED:
            return ""
        if self.column.channels and self.column.channels <= told.forbidden:
            return self.forbidden
        return self.allowed if told.stance is Stance.ALLOWED and told.allowed == self.column.channels else ""


def writing_of(column: PermissionColumn, cells: ColumnCells) -> Writing:
    """Return a register's own ways to write; what it has never written is taken from the pair its other word is of."""
    counts = np.bincount(cells.codes, minlength=len(cells.texts)).tolist()
    told: dict[Stance, Counter[str]] = {stance: Counter() for stance in Stance}
    for text, count in zip(cells.texts.tolist(), counts, strict=True):
        if text.strip() and _is_whole(column, text):
            told[said(column, text).stance][text.strip()] += count
    if column.subject not in _ANSWERED:
        return Writing(column, "", "", _states(column, cells))
    allowed, forbidden = _commonest(told[Stance.ALLOWED]), _commonest(told[Stance.FORBIDDEN])
    allowed = allowed or _partner(column, forbidden, allowing=True)
    return Writing(column, allowed, forbidden or _forbidding(column, told), {})


def _states(column: PermissionColumn, cells: ColumnCells) -> Mapping[CustomerState, str]:
    """Return the first text of each state; a column of one state takes a cross."""
    found = {column.state: "x"} if column.subject is Subject.STATE else {}
    for text in cells.texts.tolist():
        told = said(column, text)
        if told.state.is_closed and told.day is None:
            found[told.state] = text.strip()
    return found


def _is_whole(column: PermissionColumn, text: str) -> bool:
    each = said(column, text)
    return each.stance is Stance.UNKNOWN or (each.day is None and column.channels in (each.allowed, each.forbidden))


def _commonest(texts: Counter[str]) -> str:
    return texts.most_common(1)[0][0] if texts else ""


def _forbidding(column: PermissionColumn, told: dict[Stance, Counter[str]]) -> str:
    known = _commonest(told[Stance.ALLOWED]) or _commonest(told[Stance.UNKNOWN])
    return _partner(column, known, allowing=False) or ("x" if column.subject is Subject.PROHIBITION else "ei")


def _partner(column: PermissionColumn, known: str, *, allowing: bool) -> str:
    """Return the word of a pair that says the other thing than the known one; the column must read it so."""
    words = (other for pair in _PAIRS if known in pair for other in pair if other != known)
    wanted = Stance.ALLOWED if allowing else Stance.FORBIDDEN
    return next((word for word in words if said(column, word).stance is wanted), "")
