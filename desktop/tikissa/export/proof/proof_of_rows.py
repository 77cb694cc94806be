"""Compares the rows of a saved worksheet with the original's, byte by byte but for what the change log explains."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from math import isclose
from xml.parsers import expat

from tikissa.export.log.logged_cell import LoggedFormula, Masked, NewCell
from tikissa.export.proof.explained_changes import Explained
from tikissa.export.saving_options import Difference
from tikissa.export.workbook.cell_xml import serial
from tikissa.export.workbook.sheet_stream import Row, SheetStream
from tikissa.files.letters import column_index, column_letter
from tikissa.files.readers.xlsx_package import unescape_text
from tikissa.model.progress import Tick, nothing, ticking

_CELL = re.compile(rb"<(?P<tag>(?:[\w.-]+:)?c)(?P<attributes>\s[^>]*?)?(?:/>|>(?P<inside>.*?)</(?P=tag)>)", re.DOTALL)
_REFERENCE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{1,3})(\d+)[\"']")
_ANY_NUMBER = re.compile(rb"(\sr\s*=\s*[\"'][A-Za-z]{0,3})\d+(?=[\"'])")
_FORMULA = re.compile(
    rb"<(?:[\w.-]+:)?f(?P<attributes>\s[^>]*?)?(?:/>|>(?P<text>[^<]*)</(?:[\w.-]+:)?f>)"
    rb"(?P<value>\s*<(?:[\w.-]+:)?v(?:\s[^>]*)?(?:/>|>[^<]*</(?:[\w.-]+:)?v>))?"
)
_ATTRIBUTE = re.compile(rb"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_BETWEEN_TAGS = re.compile(rb">\s+<")
_TEXT = re.compile(rb"<(?:[\w.-]+:)?t(?:\s[^>]*)?>([^<]*)</")
_VALUE = re.compile(rb"<(?:[\w.-]+:)?v(?:\s[^>]*)?>([^<]*)</")
_USUAL_SHARED = re.compile(rb' t="s"><v>(\d+)<')
_SHARED = re.compile(rb"\st=[\"']s[\"'][^>]*>\s*<(?:[\w.-]+:)?v>(\d+)<")
_OFTEN = 500
_TOGETHER = 100
_AREAS = (b"ref", b"r1", b"r2")


@dataclass(frozen=True)
class _Cell:
    column: int
    start: int
    end: int
    written: bytes
    inside: bytes

    @property
    def attributes(self) -> dict[bytes, bytes]:
        return _attributes(self.written)


_Masters = dict[bytes, tuple[int, int, str]]
"""Formulas that other cells share: row, column and text by their number."""


@dataclass
class RowProof:
    """Compares the rows of one sheet. `blanked` are the numbers of shared texts that must be used no longer."""

    explained: Explained
    sheet: str
    blanked: frozenset[int]
    epoch_1904: bool
    tick: Tick = nothing
    _masters: tuple[_Masters, _Masters] = field(default_factory=lambda: ({}, {}))
    _found: list[Difference] = field(default_factory=list)
    _seen: set[int] = field(default_factory=set)
    _moved: dict[int | None, int] | None = None

    @cached_property
    def own(self) -> bool:
        return self.sheet == self.explained.sheet

    def differences(self, before: SheetStream, after: SheetStream) -> Iterator[Difference]:
        """Yield what of the rows is not explained. Both streams are read to the end of their rows."""
        edits: Mapping[int, Mapping[int, NewCell]] = self.explained.cells.get(self.sheet, {})
        rows, emptied = self.explained.rows, self.explained.emptied if self.own else frozenset()
        saved = self._without_blanked_texts(after.rows()) if self.blanked else after.rows()
        coming = filter(self._is_known, saved)
        waiting = next(coming, None)
        for row in ticking(before.rows(), self.tick, _OFTEN):
            number = rows.row(row.number) if self.own else row.number
            if number is None:
                self._note_masters(row)
                continue
            while waiting is not None and waiting.number < number:
                yield from self._new_row(waiting, edits)
                waiting = next(coming, None)
            if waiting is None or waiting.number != number:
                if not (self._is_blank(row) and self._makes_room(row.number)):
                    yield self._difference("verify.row_gone", number)
                continue
            if row.number in edits or row.number in emptied:
                yield from self._edited(row, waiting, edits.get(row.number, {}), row.number in emptied)
            else:
                yield from self._same(row, waiting)
            waiting = next(coming, None)
        while waiting is not None:
            yield from self._new_row(waiting, edits)
            waiting = next(coming, None)
        yield from self._found
        yield from self._missing(edits)

    def _is_known(self, row: Row) -> bool:
        """Say whether a saved row has one in the original; one that was added is proven at once."""
        if not self.own or row.number not in self.explained.added:
            return True
        self._seen.add(-row.number)
        self._found += self._well_formed(row)
        self._found += self._contents(_cells(row), dict(enumerate(self.explained.added[row.number])), row.number)
        return False

    def _without_blanked_texts(self, rows: Iterator[Row]) -> Iterator[Row]:
        """Pass saved rows on and note those with a text that must be used no longer; many are looked at at once."""
        while some := [*islice(rows, _TOGETHER)]:
            if self._uses_blanked(b"".join(row.raw for row in some)):
                self._found += [
                    self._difference("verify.text_still_used", row.number)
                    for row in some
                    if self._uses_blanked(row.raw)
                ]
            yield from some

    def _uses_blanked(self, raw: bytes) -> bool:
        return not self.blanked.isdisjoint(map(int, _used_texts(raw)))

    def _missing(self, edits: Mapping[int, Mapping[int, NewCell]]) -> Iterator[Difference]:
        """Yield the rows that should have been found and were not."""
        for number, cells in edits.items():
            if number not in self._seen and any(content is not None for content in cells.values()):
                yield self._difference("verify.row_gone", number)
        for number in self.explained.added if self.own else ():
            if -number not in self._seen:
                yield self._difference("verify.row_gone", number)

    def _makes_room(self, row: int) -> bool:
        rows = self.explained.rows
        return bool(rows.added) and not rows.rest_moved and row > rows.last

    def _is_blank(self, row: Row) -> bool:
        return not _VALUE.search(row.raw) and not _TEXT.search(row.raw)

    def _new_row(self, row: Row, edits: Mapping[int, Mapping[int, NewCell]]) -> Iterator[Difference]:
        """A row without any in the original: it has cells only where the log says so."""
        number = self._edited_rows(edits).get(row.number)
        if number is None:
            yield self._difference("verify.row_added", row.number)
            return
        self._seen.add(number)
        yield from self._well_formed(row)
        yield from self._contents(_cells(row), edits[number], row.number)

    def _edited_rows(self, edits: Mapping[int, Mapping[int, NewCell]]) -> dict[int | None, int]:
        if self._moved is None:
            self._moved = {self.explained.rows.row(number) if self.own else number: number for number in edits}
        return self._moved

    def _same(self, before: Row, after: Row) -> Iterator[Difference]:
        if before.number == after.number and before.raw == after.raw and not (self._masters[0] or b"<f" in before.raw):
            return
        if b"f" in before.raw and _FORMULA.search(before.raw):
            yield from self._with_formulas(before, after)
        elif not _alike(before.raw, before.number, after.raw, after.number):
            yield self._difference("verify.row_differs", after.number)

    def _with_formulas(self, before: Row, after: Row) -> Iterator[Difference]:
        outside = [_BETWEEN_TAGS.sub(b"><", _FORMULA.sub(b"", row.raw)) for row in (before, after)]
        first, second = ([*_FORMULA.finditer(row.raw)] for row in (before, after))
        if len(first) != len(second) or not _alike(outside[0], before.number, outside[1], after.number):
            yield self._difference("verify.row_differs", after.number)
            return
        for old, new in zip(first, second, strict=True):
            if new["value"] not in (old["value"], None):
                yield self._difference("verify.row_differs", after.number)
            elif not self._formula_holds(old, before.number, new, after.number):
                yield self._difference("verify.formula_moved_wrongly", after.number)

    def _note_masters(self, row: Row) -> None:
        for found in _FORMULA.finditer(row.raw) if b"shared" in row.raw else ():
            self._read(self._masters[0], found, row.number)

    def _read(
        self, masters: _Masters, found: "re.Match[bytes]", row: int
    ) -> tuple[str, tuple[int, int], dict[bytes, bytes]]:
        """Return a formula as text, how far down and to the right from its home it is read, and its attributes."""
        attributes = _attributes(found["attributes"] or b"")
        text = html.unescape((found["text"] or b"").decode("utf-8", "replace"))
        if attributes.get(b"t") != b"shared":
            return text, (0, 0), attributes
        place, column = attributes.get(b"si", b""), _column_before(found)
        if text:
            masters[place] = row, column, text
        home, home_column, formula = masters.get(place, (row, column, ""))
        return formula, (row - home, column - home_column), attributes

    def _formula_holds(self, old: "re.Match[bytes]", row: int, new: "re.Match[bytes]", row_after: int) -> bool:
        before, at, attributes = self._read(self._masters[0], old, row)
        after, at_after, left = self._read(self._masters[1], new, row_after)
        expectation = self.explained.expectation
        if attributes.get(b"t") != b"shared" or left.get(b"t") == b"shared":
            kept = {key: value for key, value in attributes.items() if key not in _AREAS}
            if kept != {key: value for key, value in left.items() if key not in _AREAS}:
                return False
        areas = ((attributes[key].decode(), left[key].decode()) for key in _AREAS if key in attributes and key in left)
        if self.own and not all(expectation.areas(old_area, new_area) for old_area, new_area in areas):
            return attributes.get(b"t") == b"shared"
        return expectation.formula(before, after, self.own, at, at_after)

    def _edited(self, before: Row, after: Row, edits: Mapping[int, NewCell], emptied: bool) -> Iterator[Difference]:
        """The row's other cells and all between them stand as they stood; the changed ones hold what the log says."""
        self._seen.add(before.number)
        self._note_masters(before)
        yield from self._well_formed(after)
        first, second = _cells(before), _cells(after)
        columns = {cell.column for cell in first} | {*edits} if emptied else {*edits}
        yield from self._same(_rest(before, first, columns), _rest(after, second, columns))
        looks = {cell.column: cell.attributes.get(b"s") for cell in first if cell.column in columns}
        changed = [cell for cell in second if cell.column in columns]
        for cell in changed:
            keeps_look = isinstance(edits.get(cell.column), str | bool | Masked | None)
            if keeps_look and (cell.attributes.get(b"s") or None) != (looks.get(cell.column) or None):
                yield self._difference("verify.row_differs", after.number, column_letter(cell.column))
        yield from self._contents(changed, {**dict.fromkeys(columns), **edits}, after.number)

    def _well_formed(self, row: Row) -> Iterator[Difference]:
        try:
            expat.ParserCreate("utf-8").Parse(row.raw.strip(), True)
        except expat.ExpatError:
            yield self._difference("verify.row_differs", row.number)

    def _contents(self, cells: list[_Cell], wanted: Mapping[int, NewCell], row: int) -> Iterator[Difference]:
        found = {cell.column: cell for cell in cells}
        for column in sorted(wanted.keys() | found.keys()):
            cell, content = found.get(column), wanted.get(column)
            if not (content is None if cell is None else self._holds(cell, content)):
                yield self._difference("verify.cell_not_as_logged", row, column_letter(column))

    def _holds(self, cell: _Cell, content: NewCell) -> bool:
        kind = cell.attributes.get(b"t", b"n")
        formula = _FORMULA.search(cell.inside)
        if isinstance(content, LoggedFormula):
            text = html.unescape((formula["text"] or b"").decode()) if formula else ""
            return text == content.text
        if formula:
            return False
        value = b"".join(_VALUE.findall(cell.inside)).decode()
        text = unescape_text(b"".join(_TEXT.findall(cell.inside)).decode())
        match content:
            case None:
                return not value and not text
            case Masked():
                return content.agrees(text if kind == b"inlineStr" else float(value or "nan"))
            case bool():
                return kind == b"b" and value == str(int(content))
            case str():
                return kind == b"inlineStr" and text == content.replace("\r\n", "\n")
        return kind == b"n" and isclose(float(value or "nan"), serial(content, self.epoch_1904), abs_tol=1e-9)

    def _difference(self, code: str, row: int, letter: str = "") -> Difference:
        return Difference(code, self.sheet, row, letter)


def _column_before(found: "re.Match[bytes]") -> int:
    """Return the column of the cell in which a formula stands: a cell without a reference counts as the first."""
    raw = found.string
    place = max(raw.rfind(b"<c ", 0, found.start()), raw.rfind(b":c ", 0, found.start()))
    reference = _REFERENCE.search(raw, max(place, 0), found.start())
    return column_index(reference[1].decode().upper()) if reference and place >= 0 else 0


def _used_texts(raw: bytes) -> list[bytes]:
    """Return the numbers of the shared texts that rows show, as they are written."""
    found = _USUAL_SHARED.findall(raw)
    return found if len(found) == raw.count(b'"s"') else _SHARED.findall(raw)


def _attributes(written: bytes) -> dict[bytes, bytes]:
    return {name: first or second for name, first, second in _ATTRIBUTE.findall(written)}


def _cells(row: Row) -> list[_Cell]:
    cells: list[_Cell] = []
    for found in _CELL.finditer(row.raw):
        attributes = found["attributes"] or b""
        reference = _REFERENCE.search(attributes)
        following = cells[-1].column + 1 if cells else 0
        column = column_index(reference[1].decode().upper()) if reference else following
        cells.append(_Cell(column, found.start(), found.end(), attributes, found["inside"] or b""))
    return cells


def _without(raw: bytes, cells: list[_Cell], columns: set[int]) -> bytes:
    pieces, place = [], 0
    for cell in cells:
        if cell.column in columns:
            pieces.append(raw[place : cell.start])
            place = cell.end
    return b"".join([*pieces, raw[place:]])


def _rest(row: Row, cells: list[_Cell], columns: set[int]) -> Row:
    """Return a row without the cells in these columns."""
    return Row(row.number, _opened(_without(row.raw, cells, columns)), None, 0)


def _opened(raw: bytes) -> bytes:
    """Return a row without its span of columns, and written with an end of its own."""
    end = raw.index(b">") + 1
    opening = re.sub(rb"\s(?:spans\s*=\s*[\"'][^\"']*[\"'])?", b" ", raw[:end])
    opening = re.sub(rb"\s+", b" ", opening)
    tag = re.match(rb"\s*<(\S+)", opening)
    if opening.endswith(b"/>") and tag:
        return opening[:-2].rstrip() + b"></%b>" % tag[1]
    return opening[:-1].rstrip() + b">" + raw[end:]


def _alike(before: bytes, number: int, after: bytes, number_after: int) -> bool:
    """Say whether two rows are the same but for their numbers, which stand in the references alone."""
    old_end = b'%d"' % number
    if before.replace(old_end, b'%d"' % number_after) == after:
        # the number stands in the references alone: as often as there are any, and as no other attribute's whole value
        stands = before.count(old_end)
        if stands == before.count(b' r="') and before.count(b'="%d"' % number) <= 1 and b':%d"' % number not in before:
            return True
    old, new = ([*_ANY_NUMBER.finditer(raw)] for raw in (before, after))
    numbers = (_of(found, before) == number for found in old)
    numbers_after = (_of(found, after) == number_after for found in new)
    return _ANY_NUMBER.sub(rb"\1", before) == _ANY_NUMBER.sub(rb"\1", after) and all(numbers) and all(numbers_after)


def _of(found: "re.Match[bytes]", raw: bytes) -> int:
    return int(raw[found.end(1) : found.end()])
