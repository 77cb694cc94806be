"""Makes a register of a file's bytes; for formats other than CSV this runs in a process of its own (see `sandbox`)."""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import numpy as np

from tikissa.files.cell_findings import cell_findings
from tikissa.files.csv_reader import CsvTable, read_csv
from tikissa.files.grid import no_collection
from tikissa.files.recognise import recognise
from tikissa.files.structure import Table, find_table
from tikissa.files.xlsx_reader import XlsxWorkbook
from tikissa.model.finding import Finding, Severity
from tikissa.model.progress import Progress
from tikissa.model.register import FileFormat, Reading, RecordId, Register, Source


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be read, and how; `limit` is the number of rows to look at, None for all."""

    path: Path
    reading: Reading
    password: str | None = None
    limit: int | None = None


def parse(data: bytes, request: Request, progress: Progress) -> Register:
    """Return the register in a file's bytes. Raises FileProblem where there is none."""
    form = recognise(data, request.path.name)
    with no_collection():
        if form is FileFormat.CSV:
            return _csv_register(data, request, progress)
        return _workbook_register(data, form, request, progress)


def _csv_register(data: bytes, request: Request, progress: Progress) -> Register:
    read = read_csv(data, request.reading, request.limit, progress)
    table = find_table(read.grid, request.reading, request.path.name)
    source = Source(
        path=request.path,
        sha256=sha256(data).hexdigest(),
        format=FileFormat.CSV,
        sheet=request.path.stem,
        header_row=table.header_row,
        encoding=read.encoding,
        delimiter=read.delimiter,
    )
    return _register(source, table, (*read.findings, *_ragged_rows(read, table)))


def _ragged_rows(read: CsvTable, table: Table) -> tuple[Finding, ...]:
    """Name the records with more or fewer cells than the header has; none of them is left out."""
    if not len(table.rows):
        return ()
    expected = int(read.widths[table.header_row - 1] if table.header_row else np.median(read.widths[table.rows]))
    widths = read.widths[table.rows]
    return tuple(
        Finding("file.ragged_row", Severity.WARNING, RecordId(int(at)), None, (str(widths[at]), str(expected)))
        for at in np.flatnonzero(widths != expected)
    )


def _workbook_register(data: bytes, form: FileFormat, request: Request, progress: Progress) -> Register:
    with ZipFile(BytesIO(data)) as archive:
        workbook = XlsxWorkbook.open(archive)
        sheet = request.reading.sheet or workbook.choose_sheet()
        grid = workbook.grid(sheet, request.limit, progress)
        sheets = workbook.sheets
    del workbook
    table = find_table(grid, request.reading, request.path.name)
    source = Source(
        path=request.path,
        sha256=sha256(data).hexdigest(),
        format=form,
        sheet=sheet,
        header_row=table.header_row,
        sheets=sheets,
    )
    return _register(source, table, ())


def _register(source: Source, table: Table, findings: tuple[Finding, ...]) -> Register:
    found = (*table.findings, *findings, *cell_findings(table.columns, table.cells))
    return Register(source, table.columns, table.cells, table.row_numbers, found)
