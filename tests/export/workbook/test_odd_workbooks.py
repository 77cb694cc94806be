"""Workbooks as other programs write them: prefixed tags, no references, strict, single quotes, shared formulas."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from export.outcomes import change, outcome, read
from export.workbooks import plain_workbook
from tikissa.export.proof.verify import verify
from tikissa.export.save.save_check import obstacles
from tikissa.export.save.writer import write
from tikissa.export.saving_options import IfUnsafe, WriteOptions
from tikissa.export.second_reader.file_contents import contents
from tikissa.model.register import FileFormat, Reading

ROWS = [
    ["Nimi", "Puhelin", "Summa", "Kaksin"],
    *([f"Henkilö {number}", f"040 555 {number:04}", number * 1.5, number * 3] for number in range(12)),
]
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
SHEET = "xl/worksheets/sheet1.xml"

Rewrite = Callable[[str], str]


def rewritten(path: Path, parts: dict[str, Rewrite]) -> Path:
    """Change parts of a workbook as text."""
    with zipfile.ZipFile(path) as source:
        members = {name: source.read(name) for name in source.namelist()}
    for name, rewrite in parts.items():
        members[name] = rewrite(members[name].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members.items():
            target.writestr(name, data)
    return path


def prefixed(xml: str) -> str:
    xml = re.sub(r"<(/?)([A-Za-z])", r"<\1x:\2", xml)
    return xml.replace('xmlns="http', 'xmlns:x="http')


def without_references(xml: str) -> str:
    return re.sub(r'<(row|c) r="[A-Z]*\d+"', r"<\1", xml)


def single_quoted(xml: str) -> str:
    start = xml.index("<sheetData>")
    return xml[:start] + xml[start:].replace('"', "'")


def strict(xml: str) -> str:
    return xml.replace(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"
    )


def spaced_out(xml: str) -> str:
    return xml.replace("<row ", "\n  <row ").replace("<c ", "\n    <c ").replace("</row>", "\n  </row>")


@pytest.mark.parametrize("rewrite", [prefixed, without_references, single_quoted, strict, spaced_out])
def test_every_manner_of_writing_a_sheet_is_patched(tmp_path: Path, rewrite: Rewrite) -> None:
    source = rewritten(plain_workbook(tmp_path / "a.xlsx", ROWS), {SHEET: rewrite})
    register = read(source)
    changes = [change(register, 4, "Nimi", "Äiti & <isä>"), change(register, 9, "Summa", "7,25")]
    written = write(outcome(register, changes, {6: 4}, removed=[8]), tmp_path / "b.xlsx", tmp_path / "loki.xlsx")
    assert written.kept == 10
    assert verify(source, tmp_path / "b.xlsx", tmp_path / "loki.xlsx") == ()
    values = list(contents(tmp_path / "b.xlsx", FileFormat.XLSX, "Asiakkaat", Reading()).rows("Asiakkaat"))
    left = ["Henkilö 0", "Henkilö 1", "Äiti & <isä>", "Henkilö 3", *(f"Henkilö {n}" for n in (5, 7, 8, 9, 10, 11))]
    assert [row[0] for row in values] == ["Nimi", *left]
    assert values[6][2] == 7.25


def with_shared_formula(column: str, formula: str) -> Rewrite:
    """Have rows 2 to 13 share a formula in a column that has none."""

    def rewrite(xml: str) -> str:
        for number in range(2, 14):
            master = f'<f t="shared" ref="{column}2:{column}13" si="0">{formula}</f>'
            element = master if number == 2 else '<f t="shared" si="0"/>'
            end = xml.index("</row>", xml.index(f'<row r="{number}"'))
            xml = f'{xml[:end]}<c r="{column}{number}">{element}<v>0</v></c>{xml[end:]}'
        return xml

    return rewrite


def test_shared_formulas_find_a_new_home_when_their_first_row_goes(tmp_path: Path) -> None:
    source = rewritten(plain_workbook(tmp_path / "a.xlsx", ROWS), {SHEET: with_shared_formula("E", "C2*2")})
    write(outcome(read(source), [], removed=[2, 3, 13]), tmp_path / "b.xlsx", tmp_path / "loki.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx").worksheets[0]
    assert [sheet.cell(row, 5).value for row in range(2, 11)] == [f"=C{row}*2" for row in range(2, 11)]
    with zipfile.ZipFile(tmp_path / "b.xlsx") as saved:
        assert '<f t="shared" si="0" ref="E2:E10">C2*2</f>' in saved.read(SHEET).decode()


def test_a_shared_formula_over_several_rows_is_written_out(tmp_path: Path) -> None:
    source = rewritten(plain_workbook(tmp_path / "a.xlsx", ROWS), {SHEET: with_shared_formula("E", "SUM(C2:C4)")})
    write(outcome(read(source), [], removed=[7]), tmp_path / "b.xlsx", tmp_path / "loki.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx").worksheets[0]
    formulas = [sheet.cell(row, 5).value for row in range(2, 13)]
    assert formulas[2:7] == ["=SUM(C4:C6)", "=SUM(C5:C6)", "=SUM(C6:C7)", "=SUM(C7:C9)", "=SUM(C8:C10)"]


def test_a_formula_that_would_lose_its_row_is_found_though_it_is_shared(tmp_path: Path) -> None:
    source = rewritten(plain_workbook(tmp_path / "a.xlsx", ROWS), {SHEET: with_shared_formula("E", "C2-C1")})
    decided = outcome(read(source), [], removed=[6])
    assert [(finding.code, finding.arguments) for finding in obstacles(decided)] == [
        ("save.formula_points_at_removed", ("1", "Asiakkaat!E7"))
    ]


def test_a_sheet_with_comments_among_its_rows_is_not_patched(tmp_path: Path) -> None:
    source = rewritten(
        plain_workbook(tmp_path / "a.xlsx", ROWS), {SHEET: lambda xml: xml.replace("<row ", "<!-- x --><row ", 3)}
    )
    register = read(source)
    decided = outcome(register, [change(register, 4, "Nimi", "Toinen")])
    assert [finding.code for finding in obstacles(decided)] == ["save.odd_sheet"]
    write(decided, tmp_path / "b.xlsx", tmp_path / "loki.xlsx", WriteOptions(if_unsafe=IfUnsafe.PLAIN))
    assert verify(source, tmp_path / "b.xlsx", tmp_path / "loki.csv") == ()
