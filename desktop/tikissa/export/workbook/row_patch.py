"""Changes cells, the number and the formulas of one row of a worksheet, and leaves every other byte of it."""

import re
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

from tikissa.export.typed_cell import Typed
from tikissa.export.workbook.cell_xml import cell_xml, formula_xml
from tikissa.export.workbook.sheet_stream import Row, holds
from tikissa.files.letters import column_index, column_letter

_SPANS = re.compile(rb"\sspans\s*=\s*[\"'][^\"']*[\"']")

_LOOK = (b"s", b"customFormat", b"ht", b"customHeight")
"""What of a row's attributes tells how it looks."""

FormulaRewriter = Callable[[int, int, bytes, bytes], bytes]
"""Takes row, column, attributes and text of a formula element and returns the whole element anew."""


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A cell's new content. `style` is given where the cell's own style does not fit the new content's type, `formula`
    where the cell works its content out."""

    value: Typed
    style: str | None = None
    formula: str = ""


class CellPart(NamedTuple):
    """A cell's XML: `start` and `end` in the row, its column, and its attributes as they stand."""

    column: int
    start: int
    end: int
    attributes: bytes

    def attribute(self, name: bytes) -> str | None:
        match = re.search(rb"\s%b\s*=\s*[\"']([^\"']*)[\"']" % name, self.attributes)
        return match and match[1].decode()


class RowPatcher:
    """Patches the rows of one sheet, whose tags may all carry a prefix such as `x:`."""

    def __init__(self, prefix: bytes, epoch_1904: bool = False) -> None:
        self._prefix = prefix
        self._epoch_1904 = epoch_1904
        tag = re.escape(prefix)
        self._cell = re.compile(rb"<%bc(\s[^>]*?)?(?:/>|>.*?</%bc>)" % (tag, tag), re.DOTALL)
        self._reference = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{1,3})(\d+)[\"']")
        self._numbered = re.compile(rb"(<%bc\s(?:[^>]*?\s)?r\s*=\s*[\"'][A-Za-z]{1,3})\d+" % tag)
        self._usual = re.compile(rb'(<%bc r="[A-Z]{1,3})\d+' % tag)
        self._formula = re.compile(rb"<%bf(\s[^>]*?)?(?:/>|>([^<]*)</%bf>)" % (tag, tag))
        self._result = re.compile(rb"<%bv(?:\s[^>]*?)?(?:/>|>[^<]*</%bv>)" % (tag, tag))
        self._cell_tag = b"<%bc" % prefix
        self._usual_cell = self._cell_tag + b' r="'
        self._formula_tag = b"<%bf" % prefix

    def empty_row(self, number: int) -> Row:
        """Return a row without cells."""
        opening = b'<%brow r="' % self._prefix
        written = b"%d" % number
        number_at = (len(opening), len(opening) + len(written))
        return Row(number, opening + written + b'"/>', number_at, number_at[1] + 3)

    def new_row(self, pattern: Row | None, number: int, cells: Mapping[int, CellEdit]) -> bytes:
        """Return a row that looks like the pattern: its height and its cells' styles, none of its contents."""
        looks = {} if pattern is None else {cell.column: cell.attribute(b"s") for cell in self.cells(pattern)}
        empty = {column: CellEdit(None) for column, style in looks.items() if style}
        row = Row(number, b"", None, 0)
        written = b"".join(
            self._new(row, column, edit, looks.get(column)) for column, edit in sorted({**empty, **cells}.items())
        )
        opening = b'<%brow r="%d"%b>' % (self._prefix, number, self._look(pattern))
        return opening + written + b"</%brow>" % self._prefix

    def _look(self, pattern: Row | None) -> bytes:
        opening = b"" if pattern is None else pattern.raw[: pattern.opening_end]
        found = (re.search(rb"\s(?:%b)\s*=\s*[\"'][^\"']*[\"']" % name, opening) for name in _LOOK)
        return b"".join(b" " + match[0].strip() for match in found if match)

    def has_formula(self, row: Row) -> bool:
        """Say whether a formula may stand in the row; quick, and wrong only towards yes."""
        return holds(row.raw, self._formula_tag)

    def cells(self, row: Row) -> Iterator[CellPart]:
        column = -1
        for match in self._cell.finditer(row.raw, row.opening_end):
            reference = self._reference.search(match[1] or b"")
            column = column_index(reference[1].decode().upper()) if reference else column + 1
            yield CellPart(column, match.start(), match.end(), match[1] or b"")

    def formulas(self, row: Row) -> Iterator[tuple[CellPart, re.Match[bytes]]]:
        """Yield the cells with a formula: attributes are group 1, text group 2."""
        for cell in self.cells(row):
            if found := self._formula.search(row.raw, cell.start, cell.end):
                yield cell, found

    def edited(self, row: Row, edits: Mapping[int, CellEdit]) -> Row:
        """Return the row with cells put in the place of those in these columns."""
        cells = [*self.cells(row)]
        row = self._opened(row, edits.keys() - {cell.column for cell in cells})
        pieces, place, left, raw = [], 0, dict(sorted(edits.items())), row.raw
        for cell in cells:
            new = [self._new(row, column, left.pop(column)) for column in [*left] if column < cell.column]
            edit = left.pop(cell.column, None)
            pieces += [raw[place : cell.start], *new]
            place = cell.start
            if edit:
                pieces.append(self._new(row, cell.column, edit, cell.attribute(b"s")))
                place = cell.end
        last = raw.rindex(b"</%brow>" % self._prefix)
        rest = [self._new(row, column, edit) for column, edit in left.items()]
        return Row(row.number, b"".join([*pieces, raw[place:last], *rest, raw[last:]]), row.number_at, row.opening_end)

    def renumbered(self, row: Row, number: int) -> bytes:
        """Return the row's XML under another number."""
        if number == row.number:
            return row.raw
        if row.number_at is None:
            return self._cells_renumbered(row.raw, number)
        if self._only_numbers(row.raw, b'%d"' % row.number):
            return row.raw.replace(b'%d"' % row.number, b'%d"' % number)
        start, end = row.number_at
        written = b"%d" % number
        return row.raw[:start] + written + self._cells_renumbered(row.raw[end:], number)

    def with_formulas(self, row: Row, rewrite: FormulaRewriter) -> Row:
        """Return the row with its formulas written anew; a formula that comes back the same leaves the row's bytes."""
        pieces, place = [], 0
        for cell, found in self.formulas(row):
            element = rewrite(row.number, cell.column, found[1] or b"", found[2] or b"")
            pieces += [row.raw[place : found.start()], element or found[0]]
            place = found.end()
        return Row(row.number, b"".join([*pieces, row.raw[place:]]), row.number_at, row.opening_end)

    def without_results(self, row: Row, columns: Set[int]) -> Row:
        """Return the row with the kept results of the formulas in these columns taken out."""
        pieces, place = [], 0
        for cell, found in self.formulas(row):
            if cell.column in columns:
                left = self._result.sub(b"", row.raw[found.end() : cell.end])
                pieces += [row.raw[place : found.end()], left]
                place = cell.end
        return Row(row.number, b"".join([*pieces, row.raw[place:]]), row.number_at, row.opening_end)

    def _new(self, row: Row, column: int, edit: CellEdit, style: str | None = None) -> bytes:
        reference = f"{column_letter(column)}{row.number}"
        if edit.formula:
            return formula_xml(self._prefix, reference, edit.style or style, edit.formula)
        return cell_xml(self._prefix, reference, edit.style or style, edit.value, self._epoch_1904)

    def _opened(self, row: Row, added: Set[int]) -> Row:
        """Make room for cells: a self-closing row is opened, and a span that added ones would break is blanked out."""
        raw = row.raw
        if added:
            opening = _SPANS.sub(lambda match: b" " * len(match[0]), raw[: row.opening_end])
            raw = opening + raw[row.opening_end :]
        if raw.endswith(b"</%brow>" % self._prefix):
            return Row(row.number, raw, row.number_at, row.opening_end)
        raw = raw[: raw.rindex(b"/>")] + b"></%brow>" % self._prefix
        return Row(row.number, raw, row.number_at, row.opening_end - 1)

    def _only_numbers(self, raw: bytes, written: bytes) -> bool:
        """Say whether the row's number with a quote after it stands in the row's and the cells' references alone.

        That is so for nearly every row, and then it is changed everywhere at once. Were a cell numbered wrong, so that
        the count is right by chance, the file would not pass its proof.
        """
        cells = raw.count(self._usual_cell)
        return cells == raw.count(self._cell_tag) and raw.count(written) == cells + 1

    def _cells_renumbered(self, raw: bytes, number: int) -> bytes:
        usual = raw.count(self._usual_cell) == raw.count(self._cell_tag)
        parts = (self._usual if usual else self._numbered).split(raw)
        written = b"%d" % number
        parts[1::2] = [opening + written for opening in parts[1::2]]
        return b"".join(parts)
