"""Whatever stands in a register is read back exactly, however odd its characters."""

import csv
import io
import tempfile
from pathlib import Path

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from files.reading import parsed, rows_of
from tikissa.model.register import Reading

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12).map(str.strip)
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(TEXTS, min_size=width, max_size=width), min_size=1, max_size=8)
)


def _kept(rows: list[list[str]]) -> list[list[str]]:
    """Return the rows and columns in which something stands."""
    filled = [row for row in rows if any(text.strip() for text in row)]
    columns = [at for at in range(len(rows[0])) if any(row[at].strip() for row in filled)]
    return [[row[at] for at in columns] for row in filled]


@settings(max_examples=60)
@given(TABLES, st.sampled_from(";,\t|"), st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-32")))
def test_a_csv_register_comes_back_cell_by_cell(rows: list[list[str]], delimiter: str, encoding: str) -> None:
    if not _kept(rows) or rows[0][0].startswith("\ufeff"):
        return
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "asiakkaat.csv")
        path.write_bytes(written.getvalue().encode(encoding))
        register = parsed(path, Reading(header_row=0, encoding=encoding, delimiter=delimiter))
    assert rows_of(register)[: len(_kept(rows))] == _kept(rows)


@settings(max_examples=40)
@given(TABLES)
def test_a_workbook_of_texts_comes_back_cell_by_cell(rows: list[list[str]]) -> None:
    if not _kept(rows):
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "asiakkaat.xlsx")
        book = xlsxwriter.Workbook(str(path))
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text)
        book.close()
        register = parsed(path, Reading(header_row=0))
    assert rows_of(register)[: len(_kept(rows))] == _kept(rows)
