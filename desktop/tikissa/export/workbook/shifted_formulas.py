"""Writes a sheet's formulas anew when rows are deleted: shared ones stay shared where all copies move alike."""

import html
import re
from collections.abc import Set
from dataclasses import dataclass

from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.formulas import after_deletion, copied, moves_as_one
from tikissa.export.workbook.row_patch import FormulaRewriter

_AREAS = ("ref", "r1", "r2")
_ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*[\"']([^\"']*)[\"']")


def formula_attributes(attributes: bytes) -> dict[str, str]:
    """Return the attributes of a formula's element by name; their values keep their XML escapes."""
    return {name.decode(): value.decode() for name, value in _ATTRIBUTE.findall(attributes)}


def formula_text(text: bytes) -> str:
    """Return a formula without the escapes of XML."""
    return html.unescape(text.decode())


@dataclass(slots=True)
class Master:
    """The formula other cells share. `alive` says that it still stands somewhere; `together` that copies move alike."""

    row: int
    column: int
    formula: str
    area: str
    together: bool
    alive: bool = True

    def at(self, row: int, column: int) -> str:
        return copied(self.formula, row - self.row, column - self.column)


class ShiftedFormulas:
    """Rewrites the formulas of one sheet, in reading order, after rows of `sheet` are deleted."""

    def __init__(self, prefix: bytes, own_sheet: bool, sheet: str, deletion: Deletion) -> None:
        self._tag = prefix.decode() + "f"
        self._own_sheet = own_sheet
        self._sheet = sheet
        self._deletion = deletion
        self._masters: dict[str, Master] = {}

    def may_change(self, is_edited: bool) -> bool:
        """Say whether the formulas of a row may have to be written anew: where rows go, where one of its cells is
        overwritten, and where a formula that others share has been."""
        return bool(self._deletion or is_edited or self._masters)

    def rewriter(self, overwritten: Set[int]) -> FormulaRewriter:
        """Return what writes a row's formulas anew when the cells in these columns are overwritten."""

        def rewrite(row: int, column: int, attributes: bytes, text: bytes) -> bytes:
            return (self.lose if column in overwritten else self.rewrite)(row, column, attributes, text)

        return rewrite if overwritten else self.rewrite

    def lose(self, row: int, column: int, attributes: bytes, text: bytes) -> bytes:
        """Take note of a formula that goes, with its row or overwritten: another cell may share it."""
        self._note_master(row, column, formula_attributes(attributes), formula_text(text), alive=False)
        return b""

    def rewrite(self, row: int, column: int, attributes: bytes, text: bytes) -> bytes:
        """Return the formula's element after the deletion, nothing where it stays as it is."""
        found, formula = formula_attributes(attributes), formula_text(text)
        if found.get("t") == "shared":
            self._note_master(row, column, found, formula, alive=True)
            return self._shared(row, column, found, formula)
        return self._element(found, formula, self._shifted(formula, row))

    def _note_master(self, row: int, column: int, found: dict[str, str], formula: str, alive: bool) -> None:
        if found.get("t") == "shared" and formula:
            stays = self._deletion.only_grows and self._shifted(formula, row) == formula
            together = stays or moves_as_one(formula, self._own_sheet, self._sheet, row)
            self._masters[found["si"]] = Master(row, column, formula, found.get("ref", ""), together, alive)

    def _shared(self, row: int, column: int, found: dict[str, str], formula: str) -> bytes:
        master = self._masters.get(found["si"])
        if master is None:
            return b""
        if not master.together:
            return self._element({}, None, self._shifted(master.at(row, column), row))
        if formula:
            return self._element(found, formula, self._shifted(formula, row))
        if master.alive:
            return b""
        master.alive = True
        home = {**found, "ref": master.area}
        return self._element(home, None, self._shifted(master.at(row, column), row))

    def _shifted(self, formula: str, row: int) -> str:
        moves = self._deletion.for_row(row) if self._own_sheet else self._deletion
        return after_deletion(formula, self._own_sheet, self._sheet, moves)

    def _element(self, found: dict[str, str], before: str | None, after: str) -> bytes:
        moved = {name: self._moved_area(name, value) for name, value in found.items()}
        if moved == found and before == after:
            return b""
        attributes = "".join(f' {name}="{value}"' for name, value in moved.items())
        return f"<{self._tag}{attributes}>{html.escape(after, quote=False)}</{self._tag}>".encode()

    def _moved_area(self, name: str, value: str) -> str:
        return self._deletion.for_areas().reference(value) or value if self._own_sheet and name in _AREAS else value
