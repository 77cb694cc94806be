"""Reads an Excel workbook (.xlsx, .xlsm, .xltx) from its own XML, as the person who opened it in Excel saw it."""

import math
from zipfile import ZipFile

import numpy as np
from numpy.typing import NDArray

from tikissa.files.grid import EMPTY, ContentIndex, Grid, GridColumn
from tikissa.files.header import find_header
from tikissa.files.xlsx_cells import CellReader
from tikissa.files.xlsx_package import Package, SheetPart, open_package, shared_texts
from tikissa.files.xlsx_scan import Scan, scan_sheet
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress, Progress

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
        """Understand each distinct content once, and put the cells in their columns."""
        index = ContentIndex()
        empty = index.number(*EMPTY)
        codes = self._numbered(scan, index)
        vocabulary = index.vocabulary()
        empty = int(index.resolve([empty])[0])
        columns = []
        for column in np.flatnonzero(np.bincount(scan.columns[~vocabulary.blank[codes]], minlength=1)):
            here = scan.columns == column
            dense = np.full(len(scan.row_numbers), empty, dtype=np.int32)
            dense[scan.rows[here]] = codes[here]
            columns.append(GridColumn(int(column), dense, vocabulary))
        return Grid(scan.row_numbers, tuple(columns))

    def _numbered(self, scan: Scan, index: ContentIndex) -> NDArray[np.int32]:
        """Return the position, in the index's vocabulary, of each cell's content."""
        shared = np.flatnonzero(np.bincount(-1 - scan.codes[scan.codes < 0], minlength=1))
        of_text = np.zeros(int(shared.max(initial=0)) + 1, np.int32)
        of_text[shared] = self._reader.number_texts(shared.tolist(), index)
        of_content = self._reader.number_contents(scan.contents, index)
        codes = np.empty(len(scan.codes), np.int32)
        is_text = scan.codes < 0
        codes[is_text] = of_text[-1 - scan.codes[is_text]]
        codes[~is_text] = of_content[scan.codes[~is_text]]
        return index.resolve(codes)
