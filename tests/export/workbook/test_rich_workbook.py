"""The user's own workbook comes back: 50 edits and 10 deleted rows, and everything else still there."""

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from export.outcomes import change, outcome, read
from export.workbooks import rich_workbook
from tikissa.export.proof.verify import verify
from tikissa.export.save.save_check import obstacles
from tikissa.export.save.writer import write
from tikissa.model.outcome import Outcome

MAY_CHANGE = {
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
    "xl/workbook.xml",
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
    "xl/charts/chart1.xml",
    "xl/drawings/drawing1.xml",
    "xl/drawings/vmlDrawing1.vml",
    "xl/comments1.xml",
    "xl/tables/table1.xml",
    "xl/sharedStrings.xml",
}
GONE = (6, 9, 10, 12, 13, 14, 21, 32, 50, 61)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rich")
    rich_workbook(folder / "a.xlsx")
    decided = decisions(folder)
    assert [finding.code for finding in obstacles(decided)] == ["save.notes_leave"]
    write(decided, folder / "b.xlsx", folder / "loki.xlsx")
    return folder


def decisions(folder: Path) -> Outcome:
    register = read(folder / "a.xlsx")
    changes = [change(register, row, "Nimi", f"Muutettu {row}") for row in range(2, 52)]
    return outcome(register, changes, {9: 5, 10: 5, 21: 20}, archived=(12, 13, 14), removed=(6, 32, 50, 61))


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as opened:
        return opened.read(name).decode()


def anchor_rows(path: Path) -> list[int]:
    """The rows, from 0, that pictures, charts and text boxes stand on."""
    drawing = etree.fromstring(part(path, "xl/drawings/drawing1.xml").encode())
    return [int(each.text or 0) for each in drawing.iter("{*}row")]


def note_box_rows(path: Path) -> dict[str, list[str]]:
    """For each row, from 0, that a note is on, the rows its box reaches from and to."""
    notes = part(path, "xl/drawings/vmlDrawing1.vml")
    anchors = (anchor.split(", ") for anchor in re.findall(r"<x:Anchor>\s*([\d, ]+?)\s*</x:Anchor>", notes))
    rows = re.findall(r"<x:Row>(\d+)</x:Row>", notes)
    return {row: [anchor[2], anchor[6]] for row, anchor in zip(rows, anchors, strict=True)}


def test_what_is_not_touched_keeps_its_bytes(folder: Path) -> None:
    with zipfile.ZipFile(folder / "a.xlsx") as before, zipfile.ZipFile(folder / "b.xlsx") as after:
        changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
        assert set(before.namelist()) <= set(after.namelist())
    assert changed <= MAY_CHANGE


def test_the_three_files_agree(folder: Path) -> None:
    for form in ("loki.xlsx", "loki.csv", "loki.jsonl"):
        assert verify(folder / "a.xlsx", folder / "b.xlsx", folder / form) == ()


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_references_around_the_rows_have_moved(folder: Path) -> None:
    sheet = openpyxl.load_workbook(folder / "b.xlsx")["Asiakkaat"]
    assert sheet.auto_filter.ref == "A1:I51"
    assert [str(each) for each in sheet.merged_cells.ranges] == ["M49:N49"]
    assert [str(each.sqref) for each in sheet.data_validations.dataValidation] == ["C2:C51", "I2:I51"]
    assert {str(each.sqref) for each in sheet.conditional_formatting} == {"F2:F51", "B2:B51", "H2:H51"}
    assert sheet.tables["Lisät"].ref == "P1:Q32"
    assert sheet.print_area == "'Asiakkaat'!$A$1:$I$51"
    assert [each.id for each in sheet.row_breaks.brk] == [23, 41]
    assert sheet.freeze_panes == "C2"
    assert sheet["B33"].comment is not None
    assert sheet["B33"].comment.text == "Huomautus riville 41"
    assert sheet["K33"].hyperlink.location == "'Asiakkaat'!A33"
    assert sheet["J33"].hyperlink.target == "https://example.invalid/41"
    assert sheet.row_dimensions[37].height == 39.75
    assert len(sheet._charts) == 1
    assert "<xdr:pic>" in part(folder / "b.xlsx", "xl/drawings/drawing1.xml")


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_formulas_and_names_still_speak_of_the_same_customers(folder: Path) -> None:
    workbook = openpyxl.load_workbook(folder / "b.xlsx")
    sums = workbook["Yhteenveto"]
    assert [sums.cell(row, 1).value for row in range(1, 8)] == [
        "=SUM(Asiakkaat!F2:F51)",
        "=Asiakkaat!B24",
        "=VLOOKUP(1030,Asiakkaat!$A$2:$I$51,2,FALSE)",
        '=COUNTIF(Asiakkaat!C:C,">0")',
        "=SUM(Lisät[Tieto])",
        '=IF(A1>0,"Asiakkaat!B31","")',
        "=A1+B9",
    ]
    assert workbook.defined_names["Kolmaskymmenes"].value == "Asiakkaat!$B$24"
    sheet = workbook["Asiakkaat"]
    assert all(sheet.cell(row, 7).value == f"=F{row}*0.24" for row in range(2, 52))
    assert workbook.calculation.fullCalcOnLoad


def test_drawings_and_their_sources_move_with_their_rows(folder: Path) -> None:
    assert "Asiakkaat!$F$2:$F$51" in part(folder / "b.xlsx", "xl/charts/chart1.xml")
    before, after = (anchor_rows(folder / name) for name in ("a.xlsx", "b.xlsx"))
    assert after == [row - sum(gone <= row for gone in GONE) for row in before]
    assert note_box_rows(folder / "a.xlsx")["40"] == ["39", "43"]
    assert note_box_rows(folder / "b.xlsx")["32"] == ["31", "35"]
    sheet = part(folder / "b.xlsx", "xl/worksheets/sheet1.xml")
    assert "<xm:f>Asiakkaat!F32:H32</xm:f><xm:sqref>S32</xm:sqref>" in sheet
    assert sheet.count("<x14:sparklineGroup ") == sheet.count("<x14:sparkline>") == 31
    assert "<xm:sqref>H2:H51</xm:sqref>" in sheet


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_archived_rows_stand_on_their_own_sheet_with_their_formats(folder: Path) -> None:
    archive = openpyxl.load_workbook(folder / "b.xlsx")["Arkisto"]
    rows = list(archive.iter_rows(min_row=2))
    assert [row[1].value for row in rows] == ["Muutettu 12", "Muutettu 13", "Muutettu 14"]
    assert [row[4].is_date for row in rows] == [True, True, True]
    assert archive["C2"].number_format == "00000"


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_a_file_saved_again_by_another_program_still_holds(folder: Path) -> None:
    openpyxl.load_workbook(folder / "b.xlsx").save(folder / "again.xlsx")
    assert verify(folder / "a.xlsx", folder / "again.xlsx", folder / "loki.jsonl") == ()


def test_an_edit_alone_leaves_every_other_row_as_it_was(folder: Path) -> None:
    register = read(folder / "a.xlsx")
    write(
        outcome(register, [change(register, 30, "Puhelin", "09 555 0001")]), folder / "c.xlsx", folder / "c-loki.xlsx"
    )
    before = part(folder / "a.xlsx", "xl/worksheets/sheet1.xml").split("</row>")
    after = part(folder / "c.xlsx", "xl/worksheets/sheet1.xml").split("</row>")
    assert [number for number, pair in enumerate(zip(before, after, strict=True), 1) if pair[0] != pair[1]] == [30]
