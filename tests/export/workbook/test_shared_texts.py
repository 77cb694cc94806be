"""A customer who was removed does not stay unseen in the file, and nobody else's texts go."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from export.outcomes import change, outcome, read
from export.workbook.test_odd_workbooks import SHEET, Rewrite, prefixed, rewritten, single_quoted, spaced_out
from export.workbooks import plain_workbook
from tikissa.export.proof.verify import verify
from tikissa.export.save.writer import write
from tikissa.export.workbook.shared_texts import without_texts

TEXTS = "xl/sharedStrings.xml"
ROWS = [["Nimi", "Kaupunki"], *([f"Henkilö {number}", "Kuopio"] for number in range(9))]


def texts(path: Path) -> str:
    with zipfile.ZipFile(path) as opened:
        return opened.read(TEXTS).decode()


def saved(source: Path, *gone: int) -> Path:
    register = read(source)
    target = source.with_name("b.xlsx")
    write(
        outcome(register, [change(register, 3, "Nimi", "Uusi nimi")], removed=gone), target, source.with_name("l.xlsx")
    )
    assert verify(source, target, source.with_name("l.xlsx")) == ()
    return target


def with_second_sheet(path: Path) -> Path:
    """Row 5's name stands on another sheet too."""
    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet("Asiakkaat")
    for number, row in enumerate(ROWS):
        sheet.write_row(number, 0, row)
    workbook.add_worksheet("Muu").write("B2", "Henkilö 3")
    workbook.close()
    return path


def test_texts_of_rows_that_go_go_too(tmp_path: Path) -> None:
    source = with_second_sheet(tmp_path / "a.xlsx")
    left = texts(saved(source, 5, 6))
    assert "Henkilö 4" in texts(source)
    assert "Henkilö 4" not in left
    assert "Henkilö 1<" not in left
    assert all(text in left for text in ("Henkilö 3", "Henkilö 5", "Kuopio"))
    assert openpyxl.load_workbook(tmp_path / "b.xlsx")["Muu"]["B2"].value == "Henkilö 3"


def test_without_rows_that_go_the_texts_keep_their_bytes(tmp_path: Path) -> None:
    source = plain_workbook(tmp_path / "a.xlsx", ROWS)
    assert texts(saved(source)) == texts(source)


@pytest.mark.parametrize("manner", [{SHEET: prefixed}, {TEXTS: prefixed}, {SHEET: single_quoted}, {SHEET: spaced_out}])
def test_every_manner_of_writing_forgets(tmp_path: Path, manner: dict[str, Rewrite]) -> None:
    source = rewritten(plain_workbook(tmp_path / "a.xlsx", ROWS), manner)
    left = texts(saved(source, 5))
    assert "Henkilö 3" not in left
    assert "Henkilö 4" in left


@pytest.mark.parametrize(
    "second", ["<si><t>b</t></si>", "<si/>", '<si><r><t>b</t></r><r><t xml:space="preserve"> </t></r></si>']
)
def test_the_other_texts_keep_their_numbers(second: str) -> None:
    table = f'<sst count="3"><si><t>a</t></si>{second}<si><t>c</t></si></sst>'
    assert without_texts(table.encode(), {0}).decode() == f'<sst count="3"><si><t/></si>{second}<si><t>c</t></si></sst>'
    assert without_texts(table.encode(), {2}).decode() == f'<sst count="3"><si><t>a</t></si>{second}<si><t/></si></sst>'
