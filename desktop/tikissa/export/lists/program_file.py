"""Writes a file for another program to take in: exact texts, in the encoding and with the delimiter the register had,
and reads it back with the program's own reader before it gets its name."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from tikissa.export.lists.list_file import Row, Sheet, fill_workbook, is_workbook
from tikissa.export.target import Drafts
from tikissa.files.reader import read
from tikissa.model.problems import FileProblem, TargetProblem
from tikissa.model.progress import Progress
from tikissa.model.register import Reading, Source
from tikissa.text.formula_texts import shown_as_text, would_run

_MARKED = "utf-8-sig"


def write_program_file(sheets: Sequence[Sheet], source: Source, target: Path, progress: Progress) -> int:
    """Write the rows, in a workbook with what is to be known of them on further sheets; return how many texts of a CSV
    file look like formulas and are written with an apostrophe in front.

    Raises TargetProblem where it cannot be written, or does not read back as it is.
    """
    rows = sheets[0].rows
    delimiter, encoding = source.delimiter or ";", _encoding(rows, source.encoding)
    workbook = is_workbook(target)

    def write(stream: IO[bytes]) -> None:
        if workbook:
            fill_workbook(sheets, stream, progress)
            return
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(map(shown_as_text, row) for row in rows)
        stream.write(text.getvalue().encode(encoding))

    with Drafts(source.path) as drafts:
        draft = drafts.write(target, write, lambda: progress.report("save.list", 1, 1))
        reading = Reading(sheets[0].name, 1) if workbook else Reading(None, 1, encoding, delimiter)
        if not _reads_back(draft, reading, rows, workbook, progress):
            raise TargetProblem("program.not_as_written", target.name)
        drafts.publish()
    return 0 if workbook else sum(would_run(text) for row in rows for text in row)


def _encoding(rows: Sequence[Row], wanted: str | None) -> str:
    """Return the source's encoding, where it has every letter that is to be written."""
    try:
        for row in rows:
            "".join(row).encode(wanted or _MARKED)
    except (LookupError, UnicodeEncodeError):
        return _MARKED
    return wanted or _MARKED


def _reads_back(draft: Path, reading: Reading, rows: Sequence[Row], workbook: bool, progress: Progress) -> bool:
    try:
        found = read(draft, reading, progress=progress)
    except FileProblem:
        return False
    shown = str if workbook else shown_as_text
    headers = [column.header for column in found.columns]
    if headers[: len(rows[0])] != [*rows[0]] or len(found) != sum(any(row) for row in rows[1:]):
        return False
    columns = list(zip(*(row for row in rows[1:] if any(row)), strict=True))
    return all([*cells] == [shown(text) for text in texts] for cells, texts in zip(found.cells, columns, strict=False))
