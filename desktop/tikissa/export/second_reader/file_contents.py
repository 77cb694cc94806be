"""Reads a file's cells with their types in a second way, apart from how registers are read, to prove what was saved."""

from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Protocol

import python_calamine
from lxml import etree

from tikissa.export.csv_writer import records_of
from tikissa.export.open_document.document_contents import LazyRow, OddDocumentContents, OpenDocumentContents
from tikissa.export.second_reader.binary_contents import TypedContents
from tikissa.export.second_reader.calamine_guard import is_guarded, try_in_child
from tikissa.export.second_reader.grid_contents import GridContents, first_reader
from tikissa.export.workbook.sheet_formulas import formulas_of
from tikissa.export.workbook.sheet_stream import OddSheet
from tikissa.export.workbook.typed_rows import ChosenRows, TypedRows
from tikissa.files.decryption import is_encrypted
from tikissa.files.encoding import decode, detect_encoding
from tikissa.files.guard import BROKEN_ZIP
from tikissa.files.readers.csv_dialect import find_delimiter, separator_of, split_separator_line
from tikissa.files.typed_cells import TypedWorkbook
from tikissa.model.problems import FileProblem, TargetProblem
from tikissa.model.register import FileFormat, Reading

RawRow = Sequence[object]
Place = tuple[int, int]
"""A cell's row, from 1, and column, from 0."""

_PANIC = "PanicException"
"""What a library written in Rust raises, past every `except Exception`, for a value it did not foresee."""

_ZIPPED = (FileFormat.XLSX, FileFormat.XLSM)


class Contents(Protocol):
    """The sheets of a file; row 1 comes first, and a row's cells stand from column A on, empty ones as `""`."""

    @property
    def sheets(self) -> tuple[str, ...]: ...

    def rows(self, sheet: str) -> Iterator[RawRow]: ...

    def formulas(self, sheet: str) -> Mapping[Place, str]: ...


def contents(path: Path, file_format: FileFormat, sheet: str, reading: Reading) -> Contents:
    """Open a file for comparing; `sheet` and `reading` are for a format without sheets of its own."""
    if file_format is FileFormat.CSV:
        return CsvContents(path, sheet, reading)
    if file_format in (FileFormat.ODS, FileFormat.FODS):
        document = OpenDocumentContents(path)
        return document if document.is_usual else OddDocumentContents(path)
    if file_format in _ZIPPED:
        return ZippedContents(path)
    if file_format is FileFormat.HTML:
        return GridContents(first_reader(path, file_format, reading.encoding))
    return _typed(path, file_format, sheet) or WorkbookContents(path)


def _typed(path: Path, file_format: FileFormat, sheet: str) -> TypedContents | None:
    """Return what the register's own reader tells of a binary workbook, None where it makes no sense of it."""
    try:
        reader = first_reader(path, file_format, None)
        if isinstance(reader, TypedWorkbook):
            found = TypedContents(reader)
            found.cells(sheet if sheet in found.sheets else found.sheets[0])
            return found
    except Exception:  # a stranger's file may break a reader in any way; calamine has its try
        return None
    return None


def at_most(row: RawRow) -> int:
    """Return a length that a row does not surpass: to know it exactly, some have to be taken apart."""
    return row.at_most() if isinstance(row, LazyRow) else len(row)


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
        text = decode(data, self.reading.encoding or detect_encoding(data)).text.removeprefix("\ufeff")
        separator_line, body = split_separator_line(text)
        delimiter = self.reading.delimiter or separator_of(separator_line) or find_delimiter(body)
        return records_of(body, delimiter)

    def formulas(self, sheet: str) -> Mapping[Place, str]:
        return {}


class ZippedContents:
    """A workbook's cells and formulas from its sheets' own XML; through calamine where that is of an odd kind."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._formulas: dict[str, Mapping[Place, str]] = {}

    @cached_property
    def _typed(self) -> TypedRows | None:
        try:
            return TypedRows(self._path)
        except (TargetProblem, etree.XMLSyntaxError, *BROKEN_ZIP):
            return None

    @cached_property
    def _roughly(self) -> "WorkbookContents":
        return WorkbookContents(self._path)

    @property
    def sheets(self) -> tuple[str, ...]:
        return self._roughly.sheets if self._typed is None else self._typed.sheets

    def rows(self, sheet: str) -> Iterator[RawRow]:
        given = 0
        try:
            if self._typed is not None:
                for row in self._typed.rows(sheet):
                    given += 1
                    yield row
                return
        except OddSheet:
            pass
        yield from islice(self._roughly.rows(sheet), given, None)

    def chosen(self, sheet: str, numbers: Set[int]) -> ChosenRows:
        """Return the rows of these numbers alone."""
        try:
            if self._typed is not None:
                return self._typed.rows_of(sheet, numbers)
        except OddSheet:
            pass
        return chosen_rows(self._roughly, sheet, numbers)

    def formulas(self, sheet: str) -> Mapping[Place, str]:
        if sheet not in self._formulas:
            self._formulas[sheet] = formulas_of(self._path, sheet)
        return self._formulas[sheet]


def chosen_rows(contents: Contents, sheet: str, numbers: Set[int]) -> ChosenRows:
    """Return the rows of these numbers of a sheet of any kind of file."""
    if isinstance(contents, ZippedContents):
        return contents.chosen(sheet, numbers)
    rows, width = {}, 0
    for number, row in enumerate(contents.rows(sheet), 1):
        if at_most(row) > width:
            width = max(width, len(row))
        if number in numbers:
            rows[number] = [*row]
    return ChosenRows(rows, width, frozenset())


class WorkbookContents:
    """A workbook's cells through calamine. A sheet once read is kept, since parsing it takes longer than going through
    it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._parsed: dict[str, python_calamine.CalamineSheet] = {}

    @cached_property
    def _workbook(self) -> python_calamine.CalamineWorkbook:
        if not is_guarded():
            try_in_child(self._path)
        try:
            if str(self._path).isprintable():
                return python_calamine.CalamineWorkbook.from_path(str(self._path))
            with self._path.open("rb") as stream:  # a name that calamine cannot open; this way the file is held whole
                return python_calamine.CalamineWorkbook.from_filelike(stream)
        except (python_calamine.CalamineError, OSError, ValueError):
            raise FileProblem(_what_is_wrong(self._path), self._path.name) from None

    @cached_property
    def sheets(self) -> tuple[str, ...]:
        return tuple(self._workbook.sheet_names)

    def rows(self, sheet: str) -> Iterator[RawRow]:
        if sheet not in self._parsed:
            self._parsed[sheet] = self._sheet(sheet)
            if len(self._parsed) == len(self.sheets):
                del self._workbook  # and its table of texts, which the sheets no longer need
        found = self._parsed[sheet]
        left = [""] * (found.start[1] if found.start else 0)
        try:
            if left:
                yield from ([*left, *row] for row in found.iter_rows())
            else:
                yield from found.iter_rows()
        except BaseException as error:
            if type(error).__name__ != _PANIC:
                raise
            raise FileProblem("file.damaged", self._path.name) from None

    def _sheet(self, name: str) -> python_calamine.CalamineSheet:
        try:
            return self._workbook.get_sheet_by_name(name)
        except (python_calamine.CalamineError, OSError, ValueError):
            raise FileProblem("file.damaged", self._path.name) from None

    def formulas(self, sheet: str) -> Mapping[Place, str]:
        return {}


def _what_is_wrong(path: Path) -> str:
    """Tell a workbook behind a password, which calamine does not know by its content, from one that cannot be read."""
    with suppress(OSError):
        if is_encrypted(path.read_bytes()):
            return "file.password_protected"
    return "file.damaged"
