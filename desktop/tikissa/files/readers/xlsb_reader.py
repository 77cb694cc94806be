"""Reads a binary workbook (.xlsb) from its own records, with number formats, errors and formulas, as Excel shows it."""

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from zipfile import ZipFile

from tikissa.files.format_code import built_in_code
from tikissa.files.grid import Grid, Merged
from tikissa.files.readers.binary_records import packed_number, records, text_at
from tikissa.files.readers.xlsx_package import SheetPart, targets_of, workbook_member
from tikissa.files.typed_cells import BLANK, GENERAL, SheetLook, TypedCell, TypedRow, typed_grid
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.register import ErrorCell

_ROW, _ERROR, _BOOLEAN, _TEXT, _SHARED, _FORMULA_TEXT, _FORMULA_BOOLEAN, _FORMULA_ERROR = 0, 3, 4, 6, 7, 8, 10, 11
_PACKED, _NUMBER, _FORMULA_NUMBER, _RICH_TEXT = 2, 5, 9, 62
_FORMULAS = frozenset((_FORMULA_TEXT, _FORMULA_NUMBER, _FORMULA_BOOLEAN, _FORMULA_ERROR))
_SHARED_ITEM, _FORMAT, _STYLE, _PROPERTIES, _SHEET, _STYLES_BEGIN, _STYLES_END = 19, 44, 47, 153, 156, 617, 618
_END_OF_ROWS, _BLANK, _COLUMN, _MERGED = 146, 1, 60, 176
_SHORT = {12: 1, 13: 2, 14: 3, 15: 4, 16: 5, 17: 6, 18: 7}
"""Records of cells that do not say their column, since they stand right after another, and those that do."""
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
_HIDDEN = 0x10
_LAST_COLUMN = 16_384
_OFTEN = 1000

CellValue = str | float | bool | ErrorCell | None


class XlsbReader:
    """An open binary workbook."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        member = workbook_member(archive)
        targets = targets_of(archive, member)
        found = list(records(archive.read(member)))
        self._parts = tuple(_sheet(content, targets) for kind, content in found if kind == _SHEET)
        self._parts = tuple(part for part in self._parts if part.member in archive.namelist())
        self._base_1904 = any(kind == _PROPERTIES and content[0] & 1 for kind, content in found)
        members = dict(targets.values())
        self._texts = self._shared_texts(members.get("sharedStrings"))
        self._formats = self._style_formats(members.get("styles"))

    @property
    def sheets(self) -> tuple[str, ...]:
        return tuple(part.name for part in self._parts)

    @property
    def visible(self) -> tuple[str, ...]:
        return tuple(part.name for part in self._parts if part.visible)

    def size(self, sheet: str) -> int:
        return self._archive.getinfo(self._member(sheet)).file_size

    @property
    def base_1904(self) -> bool:
        return self._base_1904

    def grid(self, sheet: str, limit: int | None, progress: Progress) -> Grid:
        found, content = _Around(), self._archive.read(self._member(sheet))
        rows = self._rows(content, limit, found, progress)
        return typed_grid(rows, lambda: found.look(content, limit is None), self._base_1904)

    def typed_rows(self, sheet: str) -> Iterator[TypedRow]:
        return self._rows(self._archive.read(self._member(sheet)), None, _Around(), NoProgress())

    def look(self, sheet: str) -> SheetLook:
        """Return the widths of a sheet's columns, its hidden rows, and whether the sheet itself is hidden."""
        found, content = _Around(), self._archive.read(self._member(sheet))
        for _ in self._rows(content, None, found, NoProgress()):
            pass
        is_hidden = next(not part.visible for part in self._parts if part.name == sheet)
        return replace(found.look(content), is_hidden=is_hidden)

    def _member(self, sheet: str) -> str:
        return next(part.member for part in self._parts if part.name == sheet)

    def _shared_texts(self, member: str | None) -> list[str]:
        found = records(self._archive.read(member)) if member else iter(())
        return [text_at(content, 1)[0] for kind, content in found if kind == _SHARED_ITEM]

    def _style_formats(self, member: str | None) -> list[str]:
        """Return the number format code of each cell style."""
        codes: dict[int, str] = {}
        numbers: list[int] = []
        are_of_cells = False
        for kind, content in records(self._archive.read(member)) if member else ():
            if kind == _FORMAT:
                codes[struct.unpack_from("<H", content)[0]] = text_at(content, 2)[0]
            elif kind == _STYLE and are_of_cells:
                numbers.append(struct.unpack_from("<H", content, 2)[0])
            elif kind in (_STYLES_BEGIN, _STYLES_END):
                are_of_cells = kind == _STYLES_BEGIN
        return [codes.get(number) or built_in_code(number) for number in numbers]

    def _rows(self, content: bytes, limit: int | None, around: "_Around", progress: Progress) -> Iterator[TypedRow]:
        """Yield each row that has cells, with its number; note what stands around them."""
        cells: list[TypedCell] = []
        number = given = 0
        column = -1
        for kind, record in records(content):
            if kind in (_ROW, _END_OF_ROWS):
                if cells:
                    yield number, cells
                    given += 1
                if kind == _END_OF_ROWS or (limit is not None and given >= limit):
                    return
                number, cells, column = struct.unpack_from("<I", record)[0] + 1, [], -1
                if record[11] & _HIDDEN:
                    around.hidden_rows.add(number)
                if number % _OFTEN == 0:
                    progress.report("file.reading", number, number + _OFTEN)
            elif kind == _COLUMN:
                around.add_width(record)
            elif kind in _SHORT:
                kind, record = _SHORT[kind], struct.pack("<I", column + 1) + record
            if kind in _CELLS or kind == _BLANK:
                column, style = struct.unpack_from("<II", record)
                if kind in _CELLS and len(cells) <= column < _LAST_COLUMN:
                    cells += [BLANK] * (column - len(cells))
                    cells.append(self._cell(kind, record, style & 0xFFFFFF))

    def _cell(self, kind: int, record: bytes, style: int) -> TypedCell:
        value = _CELLS[kind](self, record)
        code = self._formats[style] if isinstance(value, float) and style < len(self._formats) else GENERAL
        return TypedCell(value, code, "" if kind in _FORMULAS else None)

    def _number(self, record: bytes) -> CellValue:
        value: float = struct.unpack_from("<d", record, 8)[0]
        return value

    def _packed(self, record: bytes) -> CellValue:
        return packed_number(struct.unpack_from("<I", record, 8)[0])

    def _text(self, record: bytes) -> CellValue:
        return text_at(record, 8)[0] or None

    def _rich_text(self, record: bytes) -> CellValue:
        return text_at(record, 9)[0] or None

    def _shared(self, record: bytes) -> CellValue:
        (number,) = struct.unpack_from("<I", record, 8)
        return (self._texts[number] or None) if number < len(self._texts) else None

    def _boolean(self, record: bytes) -> CellValue:
        return bool(record[8])

    def _error(self, record: bytes) -> CellValue:
        return ErrorCell(_ERRORS.get(record[8], "#N/A"))


class _Around:
    """What stands around a sheet's cells."""

    def __init__(self) -> None:
        self.hidden_rows: set[int] = set()
        self.widths: dict[int, float] = {}

    def look(self, content: bytes, is_whole: bool = True) -> SheetLook:
        """Return the look of a sheet whose rows have been gone through; `is_whole`: to the end."""
        merged = (struct.unpack_from("<4I", record) for kind, record in records(content) if kind == _MERGED)
        cells = (Merged(top + 1, bottom + 1, left, right) for top, bottom, left, right in merged) if is_whole else ()
        return SheetLook(self.widths, frozenset(self.hidden_rows), merged=tuple(cells))

    def add_width(self, record: bytes) -> None:
        first, last, width = struct.unpack_from("<III", record)
        for column in range(first, min(last + 1, _LAST_COLUMN) if last - first < 1000 else first):
            self.widths[column] = width / 256


_CELLS: Mapping[int, Callable[[XlsbReader, bytes], CellValue]] = {
    _PACKED: XlsbReader._packed,
    _NUMBER: XlsbReader._number,
    _FORMULA_NUMBER: XlsbReader._number,
    _TEXT: XlsbReader._text,
    _FORMULA_TEXT: XlsbReader._text,
    _RICH_TEXT: XlsbReader._rich_text,
    _SHARED: XlsbReader._shared,
    _BOOLEAN: XlsbReader._boolean,
    _FORMULA_BOOLEAN: XlsbReader._boolean,
    _ERROR: XlsbReader._error,
    _FORMULA_ERROR: XlsbReader._error,
}


def _sheet(content: bytes, targets: dict[str, tuple[str, str]]) -> SheetPart:
    identity, at = text_at(content, 8)
    kind, member = targets.get(identity, ("", ""))
    is_visible = struct.unpack_from("<I", content)[0] == 0
    return SheetPart(text_at(content, at)[0], member if kind == "worksheet" else "", is_visible)
