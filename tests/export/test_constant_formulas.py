"""A formula that is a constant can be overwritten like a value, and stays a formula where nobody touches it."""

import re
import zipfile
from pathlib import Path

import pytest

from export.outcomes import change, outcome, read
from files.makers import row_xml, sheet_xml, table_rows, text_cell, workbook
from tikissa.export.proof.verify import verify
from tikissa.export.save.save_check import obstacles
from tikissa.export.save.writer import write

OWN = ' t="b"><f aca="false">TRUE()</f><v>1</v>'
HOME = ' t="b"><f t="shared" ref="B2:B5" si="0">TRUE()</f><v>1</v>'
SHARING = ' t="b"><f t="shared" si="0"/><v>1</v>'
TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def _permissions(path: Path, *contents: str) -> Path:
    rows = [
        row_xml(number, [text_cell(f"A{number}", f"Koivu {number}"), f'<c r="B{number}"{content}</c>'])
        for number, content in enumerate(contents, 2)
    ]
    sheet = sheet_xml(table_rows([("Nimi", "Lupa")]) + "".join(rows))
    return workbook(path, {"Asiakkaat": sheet}, extra={"[Content_Types].xml": TYPES})


def _formulas(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as opened:
        xml = opened.read("xl/worksheets/sheet1.xml").decode()
    return {
        cell[1]: re.sub(r"<v>.*", "", cell[2])
        for cell in re.finditer(r'<c r="(B\d+)"[^>]*>(.*?)</c>', xml)
        if "<f" in cell[2]
    }


@pytest.mark.parametrize("removed", [[], [6]])
def test_the_changed_cell_becomes_a_value_and_the_others_stay_formulas(tmp_path: Path, removed: list[int]) -> None:
    source = _permissions(tmp_path / "r.xlsx", OWN, OWN, OWN, OWN, OWN)
    register = read(source)
    decided = outcome(register, [change(register, 3, "Lupa", "FALSE")], removed=removed)
    assert [finding.code for finding in obstacles(decided)] == []
    write(decided, tmp_path / "s.xlsx", tmp_path / "l.xlsx")
    assert verify(source, tmp_path / "s.xlsx", tmp_path / "l.xlsx") == ()
    kept = ["B2", "B4", "B5"] if removed else ["B2", "B4", "B5", "B6"]
    assert list(_formulas(tmp_path / "s.xlsx")) == kept
    assert read(tmp_path / "s.xlsx").cells_of("Lupa").raw(1) is False


@pytest.mark.parametrize("removed", [[], [6]])
def test_a_shared_constant_finds_a_new_home_when_its_first_cell_is_overwritten(
    tmp_path: Path, removed: list[int]
) -> None:
    source = _permissions(tmp_path / "r.xlsx", HOME, SHARING, SHARING, SHARING, OWN)
    register = read(source)
    write(
        outcome(register, [change(register, 2, "Lupa", "FALSE")], removed=removed),
        tmp_path / "s.xlsx",
        tmp_path / "l.xlsx",
    )
    assert verify(source, tmp_path / "s.xlsx", tmp_path / "l.xlsx") == ()
    formulas = _formulas(tmp_path / "s.xlsx")
    assert "TRUE()" in formulas["B3"]
    assert "B2" not in formulas


def test_a_formula_that_reads_other_cells_is_still_in_the_way(tmp_path: Path) -> None:
    register = read(_permissions(tmp_path / "r.xlsx", OWN, ' t="b"><f>A3="x"</f><v>0</v>'))
    decided = outcome(register, [change(register, 3, "Lupa", "TRUE")])
    assert [finding.code for finding in obstacles(decided)] == ["save.formula_overwritten"]
