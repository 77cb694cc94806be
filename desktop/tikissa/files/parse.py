"""Makes a register of a file's bytes; for formats other than CSV this runs in a process of its own (see `sandbox`)."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from tikissa.files.cell_findings import cell_findings
from tikissa.files.file_kind import is_ole, recognise
from tikissa.files.grid import no_collection
from tikissa.files.not_a_register import refuse_other_texts
from tikissa.files.readers.csv_reader import CsvTable, read_csv
from tikissa.files.structure import Table, find_table
from tikissa.files.workbook_reader import read_workbook
from tikissa.model.finding import Finding, Severity
from tikissa.model.progress import Progress
from tikissa.model.record import RecordId
from tikissa.model.register import FileFormat, Reading, Register, Source


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be read, and how; `limit` is the number of rows to look at, None for all."""

    path: Path
    reading: Reading
    password: str | None = None
    limit: int | None = None


def parse(data: bytes, request: Request, progress: Progress) -> Register:
    """Return the register in a file's bytes. Raises FileProblem where there is none."""
    opened = _without_password(data, request) if is_ole(data) else data
    form = recognise(opened, request.path.name)
    digest = sha256(data).hexdigest()
    with no_collection():
        if form is FileFormat.CSV:
            return _csv_register(opened, digest, request, progress)
        return _workbook_register(opened, digest, form, request, progress)


def _without_password(data: bytes, request: Request) -> bytes:
    from tikissa.files.decryption import decrypt, is_encrypted

    return decrypt(data, request.password, request.path.name) if is_encrypted(data) else data


def _csv_register(data: bytes, digest: str, request: Request, progress: Progress) -> Register:
    refuse_other_texts(data, request.reading, request.path.name)
    read = read_csv(data, request.reading, request.limit, progress)
    table = find_table(read.grid, request.reading, request.path.name)
    source = Source(
        path=request.path,
        sha256=digest,
        format=FileFormat.CSV,
        sheet=request.path.stem,
        header_row=table.header_row,
        encoding=read.encoding,
        delimiter=read.delimiter,
    )
    findings = (*table.findings, *read.findings, *_ragged_rows(read, table))
    return Register(source, table.columns, table.cells, table.row_numbers, findings)


def _ragged_rows(read: CsvTable, table: Table) -> tuple[Finding, ...]:
    """Name the records with more or fewer cells than the header has; none of them is left out."""
    widths = read.widths[table.rows]
    expected = int(read.widths[table.header_row - 1] if table.header_row else np.median(widths))
    return tuple(
        Finding("file.ragged_row", Severity.WARNING, RecordId(int(at)), None, (str(widths[at]), str(expected)))
        for at in np.flatnonzero(widths != expected)
    )


def _workbook_register(data: bytes, digest: str, form: FileFormat, request: Request, progress: Progress) -> Register:
    read = read_workbook(data, form, request.reading, request.limit, request.path.name, progress)
    table = find_table(read.grid, request.reading, request.path.name)
    source = Source(
        path=request.path,
        sha256=digest,
        format=form,
        sheet=read.sheet,
        header_row=table.header_row,
        encoding=read.encoding,
        sheets=read.sheets,
    )
    findings = (*table.findings, *read.findings, *cell_findings(table.columns, table.cells))
    return Register(source, table.columns, table.cells, table.row_numbers, findings, read.grid.hidden_rows)
