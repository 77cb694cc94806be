"""Empties rows in the kept copy of a file, so that nothing of an erased customer is left in it."""

import html
import zipfile
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from tikissa.export.csv_writer import CsvPlan, write_csv
from tikissa.export.second_reader.file_contents import chosen_rows, contents
from tikissa.export.workbook.patch import WorkbookPlan, patch_workbook
from tikissa.export.workbook.row_patch import CellEdit
from tikissa.export.workbook.sheet_stream import OddSheet
from tikissa.files.encoding import encode
from tikissa.model.problems import Problem
from tikissa.model.register import FileFormat, Reading, Source

_TELLING = 5
"""Letters of a text that may not be found anywhere in the copy afterwards; shorter ones are in everything."""

_PATCHED = (FileFormat.XLSX, FileFormat.XLSM)


def emptied_copy(content: bytes, source: Source, rows: Collection[int]) -> bytes | None:
    """Return the file's content with these rows empty where they stood, None where that cannot be done for sure.

    The other rows keep their numbers and, in a CSV file, their bytes.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / source.path.name
        path.write_bytes(content)
        try:
            if source.format is FileFormat.CSV:
                return _emptied_csv(path, source, rows)
            return _emptied_workbook(path, source, rows) if source.format in _PATCHED else None
        except (Problem, OddSheet, OSError, ValueError, KeyError, zipfile.BadZipFile):
            return None


def _emptied_csv(path: Path, source: Source, rows: Collection[int]) -> bytes | None:
    reading = Reading(encoding=source.encoding, delimiter=source.delimiter)
    cells = dict(enumerate(contents(path, source.format, source.sheet, reading).rows(source.sheet), 1))
    edits = {row: dict.fromkeys(range(len(cells.get(row, ()))), "") for row in rows}
    target = BytesIO()
    write_csv(path, target, CsvPlan(edits, lambda _: True), source.encoding, source.delimiter)
    told = {str(text) for row in rows for text in cells.get(row, ())}
    left = {str(text) for number, row in cells.items() if number not in rows for text in row}
    emptied = target.getvalue()
    holds = any(encode(text, source.encoding or "utf-8") in emptied for text in _telling(told, left))
    return None if holds else emptied


def _emptied_workbook(path: Path, source: Source, rows: Collection[int]) -> bytes | None:
    """Empty the rows, and the cells of other sheets that name who stood on them."""
    original = contents(path, source.format, source.sheet, Reading())
    own = dict(enumerate(original.rows(source.sheet), 1))
    left = {str(value) for number, row in own.items() if number not in rows for value in row}
    told = {str(value) for row in rows for value in own.get(row, ()) if isinstance(value, str)}
    telling = _telling(told, left)
    edits = {sheet: _cells_with(telling, original.rows(sheet)) for sheet in original.sheets}
    edits[source.sheet] = {row: dict.fromkeys(range(len(own[row])), CellEdit(None)) for row in rows if row in own}
    target = BytesIO()
    elsewhere = {sheet: cells for sheet, cells in edits.items() if cells and sheet != source.sheet}
    touched = (chosen_rows(original, sheet, frozenset(cells)).texts for sheet, cells in edits.items() if cells)
    forgotten = frozenset[int]().union(*touched)
    plan = WorkbookPlan(source.sheet, edits[source.sheet], forgotten=forgotten, elsewhere=elsewhere)
    patch_workbook(path, target, plan)
    forms = {form.encode() for text in telling for form in (text, html.escape(text, quote=False), html.escape(text))}
    return None if any(form in part for part in _parts(target.getvalue()) for form in forms) else target.getvalue()


def _cells_with(telling: Set[str], rows: Iterable[Sequence[object]]) -> dict[int, dict[int, CellEdit]]:
    """Return the emptying of the cells that say one of these texts, by row and column."""
    found: dict[int, dict[int, CellEdit]] = {}
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, str) and any(text in value for text in telling):
                found.setdefault(number, {})[column] = CellEdit(None)
    return found


def _telling(told: Set[str], left: Set[str]) -> frozenset[str]:
    """Return the texts by which the erased rows would be found again: those that no other row says."""
    others = "\n".join(left)
    return frozenset(text for text in told if len(text) >= _TELLING and text not in others)


def _parts(workbook: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(BytesIO(workbook)) as package:
        for name in package.namelist():
            yield package.read(name)
