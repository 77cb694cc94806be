"""Rows of a list come below the register's own, in its types and looks, and what covered the data covers them too."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from export.outcomes import outcome, read
from export.workbook.test_odd_workbooks import (
    ROWS,
    SHEET,
    Rewrite,
    prefixed,
    rewritten,
    single_quoted,
    spaced_out,
    strict,
    with_shared_formula,
    without_references,
)
from export.workbooks import plain_workbook, rich_workbook
from export.writing.test_other_formats import ods_file
from tikissa.export.proof.verify import verify
from tikissa.export.save.writer import write
from tikissa.export.saving_options import IfUnsafe, WriteOptions, Written
from tikissa.export.second_reader.file_contents import contents
from tikissa.model.problems import TargetProblem
from tikissa.model.register import FileFormat, Reading

LAST = 9
OONA = {
    "Asiakasnro": "2001",
    "Nimi": "Oona Lehtola",
    "Postinro": "00200",
    "Ostot": "12,5",
    "Viimeisin osto": "3.2.2026",
}
VILLE = {"Asiakasnro": "02002", "Nimi": "Ville Åström"}


def customers(path: Path, totals: bool = True, table: bool = False, uneven: bool = False) -> Path:
    """Eight customers on rows 2 to 9, with everything around them that speaks of just those rows."""
    workbook = xlsxwriter.Workbook(str(path))
    sheet, other = workbook.add_worksheet("Asiakkaat"), workbook.add_worksheet("Kooste")
    day, bold = workbook.add_format({"num_format": "d.m.yyyy"}), workbook.add_format({"bold": True})
    headings = ("Asiakasnro", "Nimi", "Postinro", "Ostot", "Alv", "Viimeisin osto")
    for row in range(1, LAST):
        sheet.write_row(row, 0, [1000 + row, None, f"0010{row}", 10.5 * row])
        sheet.write_string(row, 1, f"Esimerkki {'ABCDEFGHI'[row]}niemi", bold)
        sheet.write_formula(
            row, 4, f"=D{row + 1}*0.24" if not uneven or row != 5 else f"=D{row + 1}*0.14", None, 2.52 * row
        )
        sheet.write_datetime(row, 5, datetime(2026, 1, row), day)
    if table:
        area = {"columns": [{"header": name} for name in headings], "name": "Rekisteri"}
        sheet.add_table(0, 0, LAST - 1, 5, area)
    else:
        sheet.write_row(0, 0, headings)
        sheet.autofilter(0, 0, LAST - 1, 5)
    if totals:
        sheet.write_string(10, 1, "Yhteensä")
        sheet.write_formula(10, 3, "=SUM(D2:D9)", None, 378)
    sheet.data_validation(f"C2:C{LAST}", {"validate": "length", "criteria": "==", "value": 5})
    sheet.conditional_format(f"D2:D{LAST}", {"type": "cell", "criteria": ">", "value": 50, "format": bold})
    workbook.define_name("asiakkaat", f"=Asiakkaat!$A$2:$F${LAST}")
    other.write_formula(0, 0, f"=SUM(Asiakkaat!D2:D{LAST})", None, 378)
    workbook.close()
    return path


def saved(path: Path, rows: Sequence[Mapping[str, str]], **leaving: Sequence[int]) -> Written:
    register = read(path)
    made = outcome(register, added=rows, **leaving)  # type: ignore[arg-type]
    written = write(made, path.with_name(f"uusi{path.suffix}"), path.with_name("loki.xlsx"), WriteOptions("en"))
    assert all(verify(path, written.cleaned, log) == () for log in written.audit_logs)
    return written


def _rows(path: Path) -> list[list[object]]:
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(path)["Asiakkaat"].iter_rows()]


def test_new_rows_have_the_types_of_their_columns_and_the_looks_of_the_last_row(tmp_path: Path) -> None:
    written = saved(customers(tmp_path / "a.xlsx", totals=False), [OONA, VILLE])
    sheet = openpyxl.load_workbook(written.cleaned)["Asiakkaat"]
    assert [cell.value for cell in sheet[10]] == [
        2001,
        "Oona Lehtola",
        "00200",
        12.5,
        "=D10*0.24",
        datetime(2026, 2, 3),
    ]
    assert [cell.value for cell in sheet[11]] == ["02002", "Ville Åström", None, None, "=D11*0.24", None]
    assert (sheet["B10"].font.bold, sheet["F10"].number_format, sheet["F11"].number_format) == (True, *["d.m.yyyy"] * 2)
    assert (written.rows_in, written.added, written.kept) == (8, 2, 10)


@pytest.mark.parametrize("totals", [True, False])
@pytest.mark.parametrize(("removed", "last"), [((), 11), ((3, 9), 9)])
def test_all_that_covered_the_data_covers_the_new_rows(
    tmp_path: Path, totals: bool, removed: Sequence[int], last: int
) -> None:
    written = saved(customers(tmp_path / "a.xlsx", totals), [OONA, VILLE], removed=removed)
    workbook = openpyxl.load_workbook(written.cleaned)
    sheet = workbook["Asiakkaat"]
    assert sheet.auto_filter.ref == f"A1:F{last}"
    assert [str(each.sqref) for each in sheet.data_validations.dataValidation] == [f"C2:C{last}"]
    assert [str(each.sqref) for each in sheet.conditional_formatting] == [f"D2:D{last}"]
    assert workbook.defined_names["asiakkaat"].attr_text == f"Asiakkaat!$A$2:$F${last}"
    assert workbook["Kooste"]["A1"].value == f"=SUM(Asiakkaat!D2:D{last})"
    assert sheet.dimensions == f"A1:F{last + 2 if totals else last}"


def test_totals_below_the_data_move_down_and_count_the_new_rows_in(tmp_path: Path) -> None:
    rows = _rows(saved(customers(tmp_path / "a.xlsx"), [OONA, VILLE]).cleaned)
    assert rows[9][1] == "Oona Lehtola"
    assert (rows[12][1], rows[12][3]) == ("Yhteensä", "=SUM(D2:D11)")


def test_a_table_grows_with_its_rows(tmp_path: Path) -> None:
    written = saved(customers(tmp_path / "a.xlsx", totals=False, table=True), [OONA])
    assert openpyxl.load_workbook(written.cleaned)["Asiakkaat"].tables["Rekisteri"].ref == "A1:F10"


def test_formulas_that_differ_are_not_guessed_and_that_is_told(tmp_path: Path) -> None:
    written = saved(customers(tmp_path / "a.xlsx", uneven=True), [OONA])
    assert _rows(written.cleaned)[9][4] is None
    assert [(note.code, note.arguments) for note in written.notes] == [("save.formula_not_filled", ("Alv",))]


def test_what_stands_beside_the_data_is_not_cut_in_two(tmp_path: Path) -> None:
    path = customers(tmp_path / "a.xlsx")
    workbook = openpyxl.load_workbook(path)
    workbook["Asiakkaat"].merge_cells("H8:H12")
    workbook.save(path)
    with pytest.raises(TargetProblem) as told:
        saved(path, [OONA])
    assert told.value.code == "save.unsafe_to_add"
    made = outcome(read(path), added=[OONA])
    written = write(made, tmp_path / "b.xlsx", tmp_path / "b-loki.xlsx", WriteOptions("en", IfUnsafe.PLAIN))
    assert verify(path, written.cleaned, written.audit_logs[0]) == ()


def test_a_register_without_rows_gets_its_first(tmp_path: Path) -> None:
    path = plain_workbook(tmp_path / "a.xlsx", [["Asiakasnro", "Nimi"], ["1", "Aino"]], formulas=False)
    written = saved(path, [{"Nimi": "Oona Lehtola"}], removed=[2])
    assert [row[1] for row in openpyxl.load_workbook(written.cleaned).active.iter_rows(values_only=True)] == [
        "Nimi",
        "Oona Lehtola",
    ]  # type: ignore[union-attr]


def test_a_format_that_is_not_written_back_gets_them_in_the_new_workbook(tmp_path: Path) -> None:
    path = ods_file(tmp_path / "a.ods")
    made = outcome(read(path), added=[{"Nimi": "Oona Lehtola", "Puhelin": "050 1"}])
    written = write(made, tmp_path / "b.xlsx", tmp_path / "loki.xlsx", WriteOptions("en"))
    assert verify(path, written.cleaned, written.audit_logs[0]) == ()
    assert written.kept == written.rows_in + 1


QUOTED = '"Nro";"Nimi";"Puhelin"\n"1";"Aino";"2"\n'
CSV = "Nro;Nimi;Puhelin\r\n0101;Äijä;040 1\r\n0102;Eero;040 2"
COMMAS = CSV.replace(";", ",").replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        (CSV, "utf-8", CSV + "\r\n;Oona Ärjä;050 1"),
        (CSV + "\r\n", "cp1252", CSV + "\r\n;Oona Ärjä;050 1\r\n"),
        (CSV + "\r\n\r\n", "utf-8-sig", CSV + "\r\n;Oona Ärjä;050 1\r\n\r\n"),
        (COMMAS, "utf-16", COMMAS + "\n,Oona Ärjä,050 1"),
        (QUOTED, "utf-8", QUOTED + ';"Oona Ärjä";"050 1"\n'),
    ],
)  # fmt: skip
def test_a_csv_file_gets_them_in_its_own_manner(tmp_path: Path, text: str, encoding: str, expected: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode(encoding))
    written = saved(path, [{"Nimi": "Oona Ärjä", "Puhelin": "050 1"}])
    assert written.cleaned.read_bytes().decode(encoding) == expected


def test_the_last_row_of_an_open_csv_file_may_go_while_another_comes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(CSV.encode())
    saved(path, [{"Nimi": "Oona"}, {"Nimi": "Ville"}], removed=[3])


def test_a_character_the_encoding_cannot_hold_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Nro;Nimi\r\n1;Äijä\r\n".encode("cp1252"))
    with pytest.raises(TargetProblem) as told:
        saved(path, [{"Nimi": "Ľubica"}])
    assert told.value.code == "save.unsafe_encoding"


@pytest.mark.parametrize("rewrite", [prefixed, without_references, single_quoted, strict, spaced_out])
@pytest.mark.parametrize("below", [(), ("", "Yhteensä", 5)])
def test_every_manner_of_writing_a_sheet_takes_new_rows(
    tmp_path: Path, rewrite: Rewrite, below: Sequence[object]
) -> None:
    rows = [*ROWS, ["", "", "", ""], below] if below else ROWS
    path = rewritten(plain_workbook(tmp_path / "a.xlsx", rows), {SHEET: rewrite})
    written = saved(path, [{"Nimi": "Äiti & <isä>", "Summa": "7,25"}, {"Nimi": "Toinen"}], removed=[8])
    values = list(contents(written.cleaned, FileFormat.XLSX, "Asiakkaat", Reading()).rows("Asiakkaat"))
    assert [row[0] for row in values[12:14]] == ["Äiti & <isä>", "Toinen"]
    assert values[12][2] == 7.25


@pytest.mark.parametrize(
    ("shared", "last"),
    [
        ("C2*2", "C15*2"),
        ("C2-C1", "C15-C14"),
        ("SUM(C$2:C2)", "SUM(C$2:C15)"),
        ("C2/SUM(C$2:C$13)", "C15/SUM(C$2:C$15)"),
    ],
)
def test_a_formula_all_rows_share_is_filled_down_as_a_spreadsheet_would(tmp_path: Path, shared: str, last: str) -> None:
    path = rewritten(plain_workbook(tmp_path / "a.xlsx", ROWS), {SHEET: with_shared_formula("E", shared)})
    written = saved(path, [{"Nimi": "Eka"}, {"Nimi": "Toka"}])
    sheet = openpyxl.load_workbook(written.cleaned).worksheets[0]
    assert sheet.cell(15, 5).value == f"={last}"
    assert sheet.cell(2, 5).value == "=" + shared.replace("C$13", "C$15")


def test_rows_that_only_look_filled_make_room_and_a_row_below_them_moves(tmp_path: Path) -> None:
    path = customers(tmp_path / "a.xlsx", totals=False)
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Asiakkaat"]
    for row in (10, 11, 12):
        sheet.cell(row, 2).font = openpyxl.styles.Font(italic=True)
    workbook.save(path)
    made = openpyxl.load_workbook(saved(path, [OONA, VILLE]).cleaned)["Asiakkaat"]
    assert [made.cell(row, 2).value for row in (10, 11, 12)] == ["Oona Lehtola", "Ville Åström", None]
    assert (made["B10"].font.bold, made["B12"].font.italic) == (True, True)


def test_a_workbook_with_everything_around_its_rows_still_agrees_after_another_program_saved_it(tmp_path: Path) -> None:
    path = rich_workbook(tmp_path / "a.xlsx")
    register = read(path)
    made = outcome(register, removed=[5, 20], added=[{"Nro": "2001", "Nimi": "Oona", "Summa": "12,5"}])
    written = write(made, tmp_path / "b.xlsx", tmp_path / "loki.xlsx", WriteOptions(if_unsafe=IfUnsafe.STOP))
    assert verify(path, written.cleaned, written.audit_logs[0]) == ()
    again = tmp_path / "b-uudelleen.xlsx"
    openpyxl.load_workbook(written.cleaned).save(again)
    assert verify(path, again, written.audit_logs[0]) == ()


def test_the_totals_row_of_a_table_stays_its_last(tmp_path: Path) -> None:
    workbook = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = workbook.add_worksheet("Asiakkaat")
    data = [[1000 + row, f"Esimerkki {'ABCDEFGH'[row]}niemi", 10.5 * row] for row in range(8)]
    columns = [
        {"header": "Asiakasnro", "total_string": "Yhteensä"},
        {"header": "Nimi"},
        {"header": "Ostot", "total_function": "sum"},
    ]
    sheet.add_table(0, 0, 9, 2, {"data": data, "name": "Rekisteri", "total_row": True, "columns": columns})
    workbook.close()
    made = saved(tmp_path / "a.xlsx", [{"Asiakasnro": "2001", "Nimi": "Oona", "Ostot": "12,5"}])
    written = openpyxl.load_workbook(made.cleaned)["Asiakkaat"]
    assert [cell.value for cell in written[10]] == [2001, "Oona", 12.5]
    assert (written["A11"].value, written["C11"].value) == ("Yhteensä", "=SUBTOTAL(109,[Ostot])")
    table = written.tables["Rekisteri"]
    assert (table.ref, table.autoFilter.ref) == ("A1:C11", "A1:C10")
