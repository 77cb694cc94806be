"""Binary workbooks (.xlsb) as people see them: number formats, dates, errors, formulas, hidden rows.

They are made by hand, record by record: nothing that runs here can write one. Calamine, which reads them too, is the
second opinion on the making.
"""

import zipfile
from datetime import date
from pathlib import Path

from python_calamine import load_workbook

from files.binary_workbook import Cell, binary_workbook, error, formula, number, packed, shared, text, truth
from files.makers import archive
from files.reading import codes_of, names_of, parsed, refusal, rows_of
from tikissa.model.register import ErrorCell, FileFormat, FormulaCell

HEADER: list[Cell | None] = [text("Nimi"), text("Postinumero"), text("Viimeisin osto"), text("Ostot")]


def _values(path: Path) -> list[list[object]]:
    return [list(row) for row in load_workbook(path).get_sheet_by_index(0).iter_rows()]


def test_zeros_dates_and_texts_are_as_excel_shows_them(tmp_path: Path) -> None:
    rows = [HEADER, [shared(1), number(100, 1), number(39847, 2), packed(int(12.5 * 100) << 2 | 3)]]
    path = binary_workbook(tmp_path / "r.xlsb", rows, ["x", "Åke Öhman"], ["00000", "d.m.yyyy"])
    register = parsed(path)
    assert (register.source.format, names_of(register)[1]) == (FileFormat.XLSB, "Postinumero")
    assert rows_of(register) == [["Åke Öhman", "00100", "3.2.2009", "12.5"]]
    assert register.cells[2].raw(0) == date(2009, 2, 3)
    assert codes_of(register) == set()
    assert _values(path)[1][0] == "Åke Öhman"
    assert _values(path)[1][3] == 12.5


def test_dates_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    rows = [HEADER, [text("Åke"), None, number(39847 - 1462, 1)]]
    path = binary_workbook(tmp_path / "r.xlsb", rows, formats=["d.m.yyyy"], base_1904=True)
    assert rows_of(parsed(path))[0][2] == "3.2.2009"


def test_whole_and_negative_packed_numbers_are_read(tmp_path: Path) -> None:
    rows = [HEADER, [text("Åke"), packed(7 << 2 | 2), packed((-5 << 2 | 2) & 0xFFFFFFFF), packed(0x3FF80000)]]
    path = binary_workbook(tmp_path / "r.xlsb", rows)
    assert rows_of(parsed(path))[0][1:] == ["7", "-5", "1.5"]
    assert _values(path)[1][1:] == [7.0, -5.0, 1.5]


def test_errors_truths_and_formulas_stay_what_they_are(tmp_path: Path) -> None:
    rows = [HEADER, [text("Åke"), error(0x2A), truth(True), formula(42)]]
    register = parsed(binary_workbook(tmp_path / "r.xlsb", rows))
    assert rows_of(register) == [["Åke", "#N/A", "TRUE", "42"]]
    assert [register.cells[at].raw(0) for at in (1, 2, 3)] == [ErrorCell("#N/A"), True, FormulaCell("")]
    assert codes_of(register) == {"file.error_cell"}


def test_hidden_rows_are_counted_and_gaps_kept(tmp_path: Path) -> None:
    rows = [HEADER, [text("Åke"), text("00100")], [], [text("Liisa"), None, text("1.2.2020")]]
    register = parsed(binary_workbook(tmp_path / "r.xlsb", rows, hidden=[4]))
    assert (rows_of(register)[1], register.row(1)) == (["Liisa", "", "1.2.2020", ""], 4)
    assert codes_of(register) == {"file.hidden_rows"}
    assert register.hidden_rows == {4}


def test_a_sheet_cut_short_is_told(tmp_path: Path) -> None:
    path = binary_workbook(tmp_path / "r.xlsb", [HEADER, *[[text(f"Åke {at}"), text("00100")] for at in range(50)]])
    with zipfile.ZipFile(path) as opened:
        members = {name: opened.read(name) for name in opened.namelist()}
    members["xl/workbook.bin"] = members["xl/workbook.bin"][:20]
    assert refusal(archive(tmp_path / "cut.xlsb", members)) in ("file.damaged", "file.no_sheets")
