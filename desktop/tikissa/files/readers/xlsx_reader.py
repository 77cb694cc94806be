"""Reads an Excel workbook (.xlsx, .xlsm, .xltx) from its own XML, as the person who opened it in Excel saw it."""

from dataclasses import replace
from zipfile import ZipFile

import numpy as np
from numpy.typing import NDArray

from tikissa.files.grid import EMPTY, ContentIndex, Grid, GridColumn, grid_of_rows
from tikissa.files.readers.xlsx_cells import CellReader
from tikissa.files.readers.xlsx_package import Package, open_package, shared_texts
from tikissa.files.readers.xlsx_rows import OddSheet
from tikissa.files.readers.xlsx_scan import Scan, merged_down, scan_sheet
from tikissa.files.readers.xlsx_tree import tree_rows
from tikissa.model.progress import Progress


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

    @property
    def visible(self) -> tuple[str, ...]:
        return tuple(part.name for part in self._package.sheets if part.visible)

    def size(self, sheet: str) -> int:
        return self._archive.getinfo(self._member(sheet)).file_size

    def grid(self, sheet: str, limit: int | None, progress: Progress) -> Grid:
        member = self._member(sheet)
        try:
            with self._archive.open(member) as stream:
                return self._understand(scan_sheet(stream, self.size(sheet), limit, progress))
        except OddSheet:
            with self._archive.open(member) as stream:
                hidden: set[int] = set()
                grid = grid_of_rows(tree_rows(stream, self._reader, limit, progress, hidden))
            merged = () if limit else tuple(merged_down(self._archive.read(member).rpartition(b"sheetData>")[2]))
            return replace(grid, hidden_rows=frozenset(hidden), merged=merged)

    def _member(self, sheet: str) -> str:
        return next(part.member for part in self._package.sheets if part.name == sheet)

    def _understand(self, scan: Scan) -> Grid:
        """Understand each distinct content once, and put the cells in their columns."""
        index = ContentIndex()
        empty = index.number(*EMPTY)
        codes = self._numbered(scan, index)
        vocabulary = index.vocabulary()
        empty = int(index.resolve([empty])[0])
        used = np.flatnonzero(np.bincount(scan.columns[~vocabulary.blank[codes]]))
        place = np.full(max(int(scan.columns.max(initial=0)), int(used.max(initial=0))) + 1, -1, np.int32)
        place[used] = np.arange(len(used), dtype=np.int32)
        is_used = place[scan.columns] >= 0
        table = np.full((len(used), len(scan.row_numbers)), empty, dtype=np.int32)
        table[place[scan.columns[is_used]], scan.rows[is_used]] = codes[is_used]
        columns = (GridColumn(int(index), row, vocabulary) for index, row in zip(used, table, strict=True))
        hidden = np.intersect1d(scan.hidden_rows, scan.row_numbers)
        return Grid(scan.row_numbers, tuple(columns), frozenset(hidden.tolist()), scan.merged)

    def _numbered(self, scan: Scan, index: ContentIndex) -> NDArray[np.int32]:
        """Return the position, in the index's vocabulary, of each cell's content."""
        shared = np.flatnonzero(np.bincount(-1 - scan.codes[scan.codes < 0], minlength=1))
        of_text = np.zeros(int(shared.max(initial=0)) + 1, np.int32)
        of_text[shared] = self._reader.number_texts(shared.tolist(), index)
        of_content = self._reader.number_contents(scan.groups, scan.count, index)
        codes = np.empty(len(scan.codes), np.int32)
        is_text = scan.codes < 0
        codes[is_text] = of_text[-1 - scan.codes[is_text]]
        codes[~is_text] = of_content[scan.codes[~is_text]]
        return index.resolve(codes)
