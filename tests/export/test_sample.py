"""The sample with everything accepted is still the salon's own workbook: colours, sheets, formulas, frozen header."""

import csv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from command_line import NotedWindow
from export.libre_office import converted
from tikissa.cli.main import main
from tikissa.resources import resource

SAMPLE = resource("demo", "asiakasrekisteri.xlsx")
HEADER, FIRST = 4, 5
EVERY_SHEET_AS_CSV = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1"


@pytest.fixture(scope="module")
def cleaned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("sample") / "siistitty.xlsx"
    command = ["clean", str(SAMPLE), "--accept", "all", "--retire", "sheet", "--today", "2026-11-01"]
    assert (
        main([*command, "--output", str(target), "--audit-log", str(target.with_name("loki.xlsx"))], NotedWindow()) == 0
    )
    return target


def register(path: Path) -> Worksheet:
    sheet = openpyxl.load_workbook(path)["Asiakkaat"]
    assert isinstance(sheet, Worksheet)
    return sheet


def by_number(sheet: Worksheet) -> dict[object, tuple[Cell, ...]]:
    return {row[0].value: row for row in sheet.iter_rows(min_row=FIRST) if row[0].value is not None}


def look(cell: Cell) -> tuple[object, ...]:
    return cell.fill.fgColor.rgb, cell.font.b, cell.font.color and cell.font.color.rgb, cell.border.bottom.style


def kept_pairs(cleaned: Path) -> Iterator[tuple[Cell, Cell]]:
    before = by_number(register(SAMPLE))
    for number, row in by_number(register(cleaned)).items():
        yield from zip(before[number], row, strict=True)


def test_rows_left_and_the_rest_kept_their_colours(cleaned: Path) -> None:
    before, after = register(SAMPLE), register(cleaned)
    assert 0 < after.max_row < before.max_row
    assert all(look(first) == look(second) for first, second in kept_pairs(cleaned))
    assert [look(cell) for cell in after[HEADER]] == [look(cell) for cell in before[HEADER]]
    widths = [{letter: column.width for letter, column in sheet.column_dimensions.items()} for sheet in (before, after)]
    assert widths[0] == widths[1]


def test_the_frozen_header_and_what_spans_the_rows_are_there(cleaned: Path) -> None:
    before, after = register(SAMPLE), register(cleaned)
    assert (after.freeze_panes, after.print_title_rows) == (before.freeze_panes, before.print_title_rows)
    assert after.auto_filter.ref == f"A4:Q{after.max_row}"
    (rule,) = after.conditional_formatting
    (rule_before,) = before.conditional_formatting
    assert str(rule.sqref) == str(rule_before.sqref).replace(str(before.max_row), str(after.max_row))


def test_the_formula_column_is_about_its_own_row(cleaned: Path) -> None:
    after = register(cleaned)
    formulas = [after.cell(row, 16).value for row in range(FIRST, after.max_row + 1)]
    assert formulas == [f"=2026-YEAR(M{row})" for row in range(FIRST, after.max_row + 1)]
    assert after["E2"].value == f"=COUNTA(A5:A{after.max_row})"


def test_the_second_sheet_sums_the_rows_that_are_left_and_is_else_as_it_was(cleaned: Path) -> None:
    before, after = (zipfile.ZipFile(path) for path in (SAMPLE, cleaned))
    with before, after:
        prices = before.read("xl/worksheets/sheet2.xml").decode()
        moved = prices.replace("O5:O1208", f"O5:O{register(cleaned).max_row}").replace("<v>957056.8</v>", "")
        assert moved.encode() == after.read("xl/worksheets/sheet2.xml")
        assert moved != prices
        assert before.read("xl/styles.xml") == after.read("xl/styles.xml")


def test_libre_office_opens_it_and_works_its_formulas_out(cleaned: Path, tmp_path: Path) -> None:
    converted([cleaned], EVERY_SHEET_AS_CSV, tmp_path)
    shown = {
        path.stem: list(csv.reader(path.read_text("utf-8").splitlines(), delimiter=";")) for path in tmp_path.iterdir()
    }
    rows = shown["siistitty-Asiakkaat"]
    assert rows[1][4] == str(len(rows) - HEADER)
    assert all(row[15].isdigit() for row in rows[HEADER:])
    spent = sum(float(row[14].replace(",", "").replace("€", "").strip() or 0) for row in rows[HEADER:])
    total = next(float(row[1].replace(",", "").removesuffix("€")) for row in shown["siistitty-Hinnasto"][11:])
    assert total == pytest.approx(spent)


def test_libre_office_saves_it_again_as_the_same_workbook(cleaned: Path, tmp_path: Path) -> None:
    (again,) = converted([cleaned], "xlsx:Calc MS Excel 2007 XML", tmp_path)
    before, after = register(cleaned), register(again)
    titles = [openpyxl.load_workbook(path).sheetnames for path in (cleaned, again)]
    assert titles[0] == titles[1]
    assert titles[0][:2] == ["Asiakkaat", "Hinnasto"]
    for row, row_again in zip(before.iter_rows(), after.iter_rows(max_row=before.max_row), strict=True):
        assert [cell.value for cell in row] == [cell.value for cell in row_again[: len(row)]]
        assert [cell.fill.fgColor.rgb for cell in row] == [cell.fill.fgColor.rgb for cell in row_again[: len(row)]]
