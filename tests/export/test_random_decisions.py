"""Whatever the workbook and whatever is decided: original + log is the cleaned file, cleaned + log the original."""

import string
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from export.backwards import restored_rows
from export.outcomes import change, outcome
from export.workbooks import plain_workbook
from tikissa.export.log.audit_files import read_audit_log
from tikissa.export.log.logged_cell import LoggedCell, agrees, trimmed
from tikissa.export.proof.verify import verify
from tikissa.export.save.writer import write
from tikissa.export.saving_options import RemovedRows, WriteOptions
from tikissa.export.second_reader.file_contents import contents
from tikissa.export.source_file import file_hash
from tikissa.export.typed_cell import normal
from tikissa.model.register import Column, ColumnCells, FileFormat, Reading, Register, Source

COLUMNS = 4

texts = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t;\"'=+-@_x000D_<&>"), max_size=12)
numbers = st.integers(-(10**14), 10**14) | st.floats(-1e12, 1e12, allow_nan=False)
dates = st.integers(1, 60000).map(lambda days: datetime(1900, 3, 1) + timedelta(days))
cells = texts | numbers | dates | st.booleans() | st.just("")


@dataclass(frozen=True)
class Decided:
    """Cells that change, by row and column, some with a row their value comes from; rows that leave and come."""

    edits: tuple[tuple[int, int, str, int | None], ...]
    merged: tuple[int, ...]
    archived: tuple[int, ...]
    removed: tuple[int, ...]
    added: tuple[tuple[str, ...], ...] = ()


@st.composite
def decisions(draw: st.DrawFn, rows: int) -> Decided:
    row = st.integers(2, rows + 1)
    edits = draw(
        st.lists(
            st.tuples(row, st.integers(0, COLUMNS - 1), texts, st.none() | row),
            max_size=8,
            unique_by=lambda edit: edit[:2],
        )
    )
    leaving = draw(st.lists(row, max_size=rows - 1, unique=True))
    fates = [draw(st.integers(0, 2)) for _ in leaving]
    chosen = [tuple(number for number, fate in zip(leaving, fates, strict=True) if fate == each) for each in range(3)]
    new = draw(st.lists(st.tuples(*[texts] * COLUMNS).filter(any), max_size=3))
    return Decided(tuple(edits), *chosen, tuple(new))


def register_of(path: Path, rows: Sequence[Sequence[object]], file_format: FileFormat, sheet: str) -> Register:
    """The register as it stands in the file, its texts plainly written."""
    columns = tuple(Column(index, f"Sarake {index}", string.ascii_uppercase[index], "") for index in range(COLUMNS))
    held = tuple(ColumnCells.of([str(row[index]) for row in rows]) for index in range(COLUMNS))
    source = Source(path, file_hash(path), file_format, sheet, 1, "utf-8", ";")
    return Register(source, columns, held, np.arange(2, 2 + len(rows), dtype=np.int32))


def applied(register: Register, decided: Decided) -> object:
    changes = []
    for row, column, text, source in decided.edits:
        name = f"Sarake {column}"
        value = text if source is None else register.text(register.record_at(source), name)
        made = change(register, row, name, value, source)
        changes.append(replace(made, has_effect=row not in decided.merged))
    kept = next(
        row for row in range(2, 2 + len(register)) if row not in (*decided.merged, *decided.archived, *decided.removed)
    )
    new = [{f"Sarake {column}": text for column, text in enumerate(row)} for row in decided.added]
    return outcome(register, changes, dict.fromkeys(decided.merged, kept), decided.archived, decided.removed, new)


def check(register: Register, rows: Sequence[Sequence[object]], decided: Decided, folder: Path) -> None:
    source = register.source
    target, log = folder / f"b{source.path.suffix}", folder / "loki.xlsx"
    written = write(applied(register, decided), target, log, WriteOptions(removed_rows=RemovedRows.SHEET))
    assert written.rows_in + written.added == written.kept + written.merged + written.archived + written.removed
    assert (written.rows_in, written.added) == (len(rows), len(decided.added))
    for form in written.audit_logs:
        assert verify(source.path, target, form) == ()
    reading = Reading(encoding="utf-8", delimiter=";")
    before, after = (
        contents(path, source.format, source.sheet, reading).rows(source.sheet) for path in (source.path, target)
    )
    restored = without_empty_end(restored_rows(after, read_audit_log(log)).rows)
    original = without_empty_end([tuple(trimmed(row)) for row in before])
    assert len(restored) == len(original)
    for back, row in zip(restored, original, strict=True):
        assert all(map(agrees, back, row)), (back, row)


def without_empty_end(rows: Sequence[Sequence[LoggedCell]]) -> list[Sequence[LoggedCell]]:
    """A reader leaves out empty rows at the end of a sheet."""
    filled = [number for number, row in enumerate(rows, 1) if row]
    return list(rows[: max(filled, default=0)])


@st.composite
def cases(draw: st.DrawFn, values: st.SearchStrategy[object]) -> tuple[list[list[object]], Decided]:
    rows = draw(st.lists(st.lists(values, min_size=COLUMNS, max_size=COLUMNS), min_size=2, max_size=9))
    return rows, draw(decisions(len(rows)))


@given(cases(cells))
@example(([["", "", "", ""], ["", "", "", "=?"]], Decided((), (2,), (), ())))
@settings(max_examples=40)
def test_original_and_log_make_the_cleaned_workbook_and_back(case: tuple[list[list[object]], Decided]) -> None:
    rows, decided = case
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = plain_workbook(folder / "a.xlsx", [["a", "b", "c", "d"], *rows], formulas=False)
        register = register_of(path, rows, FileFormat.XLSX, "Asiakkaat")
        check(register, rows, decided, folder)
        _untouched_members_keep_their_bytes(path, folder / "b.xlsx")


def _untouched_members_keep_their_bytes(before: Path, after: Path) -> None:
    may = {"[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml"}
    may.add("xl/sharedStrings.xml")
    with zipfile.ZipFile(before) as first, zipfile.ZipFile(after) as second:
        assert [name for name in first.namelist() if name not in may and first.read(name) != second.read(name)] == []


@given(cases(texts))
@settings(max_examples=60)
def test_original_and_log_make_the_cleaned_csv_and_back(case: tuple[list[list[object]], Decided]) -> None:
    rows, decided = case
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "a.csv"
        quoted = [[str(cell).replace('"', '""') for cell in row] for row in [["a", "b", "c", "d"], *rows]]
        path.write_bytes("\r\n".join(";".join(f'"{cell}"' for cell in row) for row in quoted).encode() + b"\r\n")
        check(register_of(path, rows, FileFormat.CSV, "a"), rows, decided, folder)


@given(cells)
def test_a_cell_written_down_reads_back_the_same(cell: object) -> None:
    from tikissa.export.log.logged_cell import logged_cell
    from tikissa.export.typed_cell import as_json, same

    assert same(logged_cell(as_json(normal(cell))), normal(cell))
