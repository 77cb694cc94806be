"""Signed workbooks, pivot tables and the other calendar of old Macs: what is said, and what comes back."""

import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import xlsxwriter

from export.outcomes import change, outcome, read
from export.workbook.test_odd_workbooks import rewritten
from export.workbooks import plain_workbook, rich_workbook
from tikissa.export.proof.verify import verify
from tikissa.export.save.save_check import obstacles
from tikissa.export.save.writer import write
from tikissa.model.finding import Severity

ROWS = [["Nimi", "Puhelin"], *([f"Henkilö {number}", f"040 555 {number:04}"] for number in range(9))]
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns='
    '"http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotTable" Target="../pivotTables/p1.xml"/>'
    "</Relationships>"
)


def with_parts(path: Path, **parts: str) -> Path:
    with zipfile.ZipFile(plain_workbook(path, ROWS), "a") as workbook:
        for name, content in parts.items():
            workbook.writestr(name, content)
    return path


def test_a_signature_that_will_be_lost_is_said_and_asks_for_no_choice(tmp_path: Path) -> None:
    source = with_parts(tmp_path / "a.xlsx", **{"_xmlsignatures/origin.sigs": "", "_xmlsignatures/sig1.xml": "<s/>"})
    register = read(source)
    decided = outcome(register, [change(register, 4, "Nimi", "Uusi")])
    assert [(finding.code, finding.severity) for finding in obstacles(decided)] == [
        ("save.signature_lost", Severity.WARNING)
    ]
    written = write(decided, tmp_path / "b.xlsx", tmp_path / "l.xlsx")
    assert [finding.code for finding in written.notes] == ["save.signature_lost"]


def test_a_pivot_table_on_the_sheet_stops_only_what_takes_rows_out(tmp_path: Path) -> None:
    parts = {"xl/worksheets/_rels/sheet1.xml.rels": RELATIONS, "xl/pivotTables/p1.xml": "<pivotTableDefinition/>"}
    register = read(with_parts(tmp_path / "a.xlsx", **parts))
    assert [finding.code for finding in obstacles(outcome(register, removed=[5]))] == ["save.pivot_table"]
    assert obstacles(outcome(register, [change(register, 4, "Nimi", "Uusi")])) == ()


def test_the_order_of_calculation_goes_with_every_mention_of_it(tmp_path: Path) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"
    named = f'<Relationship Id="rId99" Type="{kind}" Target="calcChain.xml"/></Relationships>'
    override = '<Override PartName="/xl/calcChain.xml" ContentType="application/xml"/></Types>'
    with zipfile.ZipFile(rich_workbook(tmp_path / "a.xlsx"), "a") as workbook:
        workbook.writestr("xl/calcChain.xml", '<calcChain><c r="G5" i="1"/></calcChain>')
    source = rewritten(
        tmp_path / "a.xlsx",
        {
            "xl/_rels/workbook.xml.rels": lambda xml: xml.replace("</Relationships>", named),
            "[Content_Types].xml": lambda xml: xml.replace("</Types>", override),
        },
    )
    write(outcome(read(source), removed=[5]), tmp_path / "b.xlsx", tmp_path / "l.xlsx")
    with zipfile.ZipFile(tmp_path / "b.xlsx") as workbook:
        mentions = {name for name in workbook.namelist() if "calcChain" in name or b"calcChain" in workbook.read(name)}
    assert mentions == set()


def test_dates_of_the_1904_calendar_stay_the_days_they_were(tmp_path: Path) -> None:
    workbook = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"), {"date_1904": True})
    sheet, day = workbook.add_worksheet("Asiakkaat"), workbook.add_format({"num_format": "d.m.yyyy"})
    sheet.write_row(0, 0, ("Nimi", "Viimeisin osto"))
    for number in range(1, 10):
        sheet.write_string(number, 0, f"Henkilö {number}")
        sheet.write_datetime(number, 1, datetime(2020, 5, number), day)
    workbook.close()
    register = read(tmp_path / "a.xlsx")
    changes = [change(register, 4, "Viimeisin osto", "24.12.2021")]
    write(outcome(register, changes, removed=[5], archived=[6]), tmp_path / "b.xlsx", tmp_path / "l.xlsx")
    assert verify(tmp_path / "a.xlsx", tmp_path / "b.xlsx", tmp_path / "l.xlsx") == ()
    saved = openpyxl.load_workbook(tmp_path / "b.xlsx")
    assert [saved["Asiakkaat"][f"B{row}"].value for row in (3, 4, 5)] == [
        datetime(2020, 5, 2),
        datetime(2021, 12, 24),
        datetime(2020, 5, 6),
    ]
    assert saved["Arkisto"]["B2"].value == datetime(2020, 5, 5)
