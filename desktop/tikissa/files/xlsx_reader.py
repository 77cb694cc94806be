"""Reads an Excel workbook (.xlsx, .xlsm, .xltx) from its own XML, as the person who opened it in Excel saw it."""

import math
from zipfile import ZipFile

import numpy as np

from tikissa.files.grid import Grid, GridColumn
from tikissa.files.header import find_header
from tikissa.files.xlsx_cells import CellReader, raw_cell
from tikissa.files.xlsx_package import Package, SheetPart, open_package, shared_texts
from tikissa.files.xlsx_scan import Scan, ScannedColumn, scan_sheet
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.register import RawValue

_LOOKED_AT = 60


class XlsxWorkbook:
    """An open workbook: its sheets, and the cells of the one asked for."""

    def __init__(self, archive: ZipFile, package: Package) -> None:
        self._archive = archive
        self._package = package
        member = package.shared_texts_member
        texts = shared_texts(archive.read(member)) if member else []
        self._reader = CellReader(texts, package.formats, package.base_1904)

    @classmethod
    def open(cls, archive: ZipFile) -> "XlsxWorkbook":
        return cls(archive, open_package(archive))

    @property
    def sheets(self) -> tuple[str, ...]:
        return tuple(part.name for part in self._package.sheets)

    def choose_sheet(self) -> str:
        """Return the visible sheet that looks most like a register."""
        visible = [part for part in self._package.sheets if part.visible] or list(self._package.sheets)
        if not visible:
            raise FileProblem("file.no_sheets")
        return max(visible, key=self._likeness).name if len(visible) > 1 else visible[0].name

    def _likeness(self, part: SheetPart) -> float:
        grid = self._grid(part, _LOOKED_AT, NoProgress())
        size = self._archive.getinfo(part.member).file_size
        return (0.2 + find_header(grid).score) * math.log(1 + size) if len(grid) else 0.0

    def grid(self, sheet: str, limit: int | None, progress: Progress) -> Grid:
        """Read a sheet, the first `limit` rows of it where that is given."""
        part = next((part for part in self._package.sheets if part.name == sheet), None)
        if part is None:
            raise FileProblem("file.no_such_sheet", sheet, ", ".join(self.sheets))
        return self._grid(part, limit, progress)

    def _grid(self, part: SheetPart, limit: int | None, progress: Progress) -> Grid:
        size = self._archive.getinfo(part.member).file_size
        with self._archive.open(part.member) as stream:
            scan = scan_sheet(stream, size, limit, progress)
        return self._understand(scan)

    def _understand(self, scan: Scan) -> Grid:
        columns = tuple(self._column(index, column) for index, column in scan.by_index())
        return Grid(scan.numbers(), columns)

    def _column(self, index: int, column: ScannedColumn) -> GridColumn:
        """Understand each distinct content of a column once."""
        seen: dict[tuple[str, type, RawValue], int] = {}
        understand = self._reader.content
        renumbered = np.empty(len(column.contents), np.int32)
        for code, written in enumerate(column.contents):
            text, raw = understand(raw_cell(written)) if written else ("", None)
            renumbered[code] = seen.setdefault((text, type(raw), raw), len(seen))
        codes = renumbered[np.frombuffer(column.codes, np.int32)]
        return GridColumn(index, codes, [text for text, _, _ in seen], [raw for _, _, raw in seen])
