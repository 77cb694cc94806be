"""Reads a file's cells with their types in a second way, apart from how registers are read, to prove what was saved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

import python_calamine

from tikissa.export.package import Package, SheetPart
from tikissa.export.row_patch import RowPatcher
from tikissa.export.sheet_stream import OddSheet, SheetStream
from tikissa.export.shifted_formulas import Master, formula_attributes, formula_text
from tikissa.files.csv_dialect import find_delimiter, separator_of, split_separator_line
from tikissa.files.csv_records import cut_records
from tikissa.files.encoding import decode, detect_encoding
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress
from tikissa.model.register import FileFormat, Reading

RawRow = Sequence[object]
Place = tuple[int, int]
"""A cell's row, from 1, and column, from 0."""

_ZIPPED = (FileFormat.XLSX, FileFormat.XLSM)


class Contents(Protocol):
    """The sheets of a file; row 1 comes first, and a row's cells stand from column A on, empty ones as `""`."""

    @property
    def sheets(self) -> tuple[str, ...]: ...

    def rows(self, sheet: str) -> Iterator[RawRow]: ...

    def formulas(self, sheet: str) -> Mapping[Place, str]: ...


def contents(path: Path, file_format: FileFormat, sheet: str, reading: Reading) -> Contents:
    """Open a file for comparing; `sheet` and `reading` are for a format without sheets of its own."""
    if file_format in (FileFormat.CSV, FileFormat.HTML):
        return CsvContents(path, sheet, reading)
    return WorkbookContents(path, file_format)


@dataclass(frozen=True)
class CsvContents:
    """A CSV file as one sheet of texts."""

    path: Path
    sheet: str
    reading: Reading

    @property
    def sheets(self) -> tuple[str, ...]:
        return (self.sheet,)

    def rows(self, sheet: str) -> Iterator[RawRow]:
        data = self.path.read_bytes()
        text, _ = decode(data, self.reading.encoding or detect_encoding(data))
        separator_line, body = split_separator_line(text)
        delimiter = self.reading.delimiter or separator_of(separator_line) or find_delimiter(body)
        return iter(cut_records(body.rstrip("\x1a").replace("\x00", ""), delimiter, None, NoProgress()).records)

    def formulas(self, sheet: str) -> Mapping[Place, str]:
        return {}


@dataclass(frozen=True)
class WorkbookContents:
    """A workbook's cells through calamine, and its formulas, which calamine does not tell, from the sheets' XML."""

    path: Path
    file_format: FileFormat

    @cached_property
    def _workbook(self) -> python_calamine.CalamineWorkbook:
        try:
            return python_calamine.CalamineWorkbook.from_path(str(self.path))
        except (python_calamine.CalamineError, OSError, ValueError):
            raise FileProblem("file.damaged", self.path.name) from None

    @property
    def sheets(self) -> tuple[str, ...]:
        return tuple(self._workbook.sheet_names)

    def rows(self, sheet: str) -> Iterator[RawRow]:
        found = self._workbook.get_sheet_by_name(sheet)
        if not found.start or not found.start[1]:
            return iter(found.iter_rows())
        left = [""] * found.start[1]
        return ([*left, *row] for row in found.iter_rows())

    def formulas(self, sheet: str) -> Mapping[Place, str]:
        if self.file_format not in _ZIPPED:
            return {}
        with Package(self.path) as package:
            part = package.sheet(sheet)
            return dict(_formulas(package, part)) if part.kind == "worksheet" else {}


def _formulas(package: Package, part: SheetPart) -> Iterator[tuple[Place, str]]:
    """Yield every formula of a sheet, shared ones written out."""
    with package.zip.open(part.part) as opened:
        masters: dict[str, Master] = {}
        try:
            stream = SheetStream(opened)
            patcher = RowPatcher(stream.prefix)
            for row in stream.rows():
                for cell, found in patcher.formulas(row) if patcher.has_formula(row) else ():
                    attributes, formula = formula_attributes(found[1] or b""), formula_text(found[2] or b"")
                    yield (row.number, cell.column), _written_out(masters, row.number, cell.column, attributes, formula)
        except OddSheet:
            return


def _written_out(masters: dict[str, Master], row: int, column: int, attributes: dict[str, str], formula: str) -> str:
    if attributes.get("t") != "shared":
        return formula
    if formula:
        masters[attributes["si"]] = Master(row, column, formula, "", together=False)
    master = masters.get(attributes["si"])
    return master.at(row, column) if master else formula
