"""Rows of a list come below the register's own: in its types and looks, proven by the log, and each can go again."""

import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from export.outcomes import outcome, read
from export.test_odd_workbooks import (
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
from export.test_other_formats import ods_file
from export.test_random_decisions import COLUMNS, cells, register_of, texts, without_empty_end
from export.workbooks import plain_workbook, rich_workbook
from tikissa.export.audit_files import read_audit_log
from tikissa.export.contents import contents
from tikissa.export.logged_cell import agrees, trimmed
from tikissa.export.options import IfUnsafe, WriteOptions, Written
from tikissa.export.replay import restored_rows
from tikissa.export.restore import restore
from tikissa.export.verify import verify
from tikissa.export.writer import write
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


def _saved(path: Path, rows: Sequence[Mapping[str, str]], **leaving: Sequence[int]) -> Written:
    register = read(path)
    made = outcome(register, added=rows, **leaving)  # type: ignore[arg-type]
    written = write(made, path.with_name(f"uusi{path.suffix}"), path.with_name("loki.xlsx"), WriteOptions("en"))
    assert all(verify(path, written.cleaned, log) == () for log in written.audit_logs)
    return written


def _rows(path: Path) -> list[list[object]]:
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(path)["Asiakkaat"].iter_rows()]


def test_new_rows_have_the_types_of_their_columns_and_the_looks_of_the_last_row(tmp_path: Path) -> None:
    written = _saved(customers(tmp_path / "a.xlsx", totals=False), [OONA, VILLE])
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
    written = _saved(customers(tmp_path / "a.xlsx", totals), [OONA, VILLE], removed=removed)
    workbook = openpyxl.load_workbook(written.cleaned)
    sheet = workbook["Asiakkaat"]
    assert sheet.auto_filter.ref == f"A1:F{last}"
    assert [str(each.sqref) for each in sheet.data_validations.dataValidation] == [f"C2:C{last}"]
    assert [str(each.sqref) for each in sheet.conditional_formatting] == [f"D2:D{last}"]
    assert workbook.defined_names["asiakkaat"].attr_text == f"Asiakkaat!$A$2:$F${last}"
    assert workbook["Kooste"]["A1"].value == f"=SUM(Asiakkaat!D2:D{last})"
    assert sheet.dimensions == f"A1:F{last + 2 if totals else last}"


def test_totals_below_the_data_move_down_and_count_the_new_rows_in(tmp_path: Path) -> None:
    rows = _rows(_saved(customers(tmp_path / "a.xlsx"), [OONA, VILLE]).cleaned)
    assert rows[9][1] == "Oona Lehtola"
    assert (rows[12][1], rows[12][3]) == ("Yhteensä", "=SUM(D2:D11)")


def test_a_table_grows_with_its_rows(tmp_path: Path) -> None:
    written = _saved(customers(tmp_path / "a.xlsx", totals=False, table=True), [OONA])
    assert openpyxl.load_workbook(written.cleaned)["Asiakkaat"].tables["Rekisteri"].ref == "A1:F10"


def test_formulas_that_differ_are_not_guessed_and_that_is_told(tmp_path: Path) -> None:
    written = _saved(customers(tmp_path / "a.xlsx", uneven=True), [OONA])
    assert _rows(written.cleaned)[9][4] is None
    assert [(note.code, note.arguments) for note in written.notes] == [("save.formula_not_filled", ("Alv",))]


def test_what_stands_beside_the_data_is_not_cut_in_two(tmp_path: Path) -> None:
    path = customers(tmp_path / "a.xlsx")
    workbook = openpyxl.load_workbook(path)
    workbook["Asiakkaat"].merge_cells("H8:H12")
    workbook.save(path)
    with pytest.raises(TargetProblem) as told:
        _saved(path, [OONA])
    assert told.value.code == "save.unsafe_to_add"
    made = outcome(read(path), added=[OONA])
    written = write(made, tmp_path / "b.xlsx", tmp_path / "b-loki.xlsx", WriteOptions("en", IfUnsafe.PLAIN))
    assert verify(path, written.cleaned, written.audit_logs[0]) == ()


def test_a_register_without_rows_gets_its_first(tmp_path: Path) -> None:
    path = plain_workbook(tmp_path / "a.xlsx", [["Asiakasnro", "Nimi"], ["1", "Aino"]], formulas=False)
    written = _saved(path, [{"Nimi": "Oona Lehtola"}], removed=[2])
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
    written = _saved(path, [{"Nimi": "Oona Ärjä", "Puhelin": "050 1"}])
    assert written.cleaned.read_bytes().decode(encoding) == expected


def test_the_last_row_of_an_open_csv_file_may_go_while_another_comes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(CSV.encode())
    _saved(path, [{"Nimi": "Oona"}, {"Nimi": "Ville"}], removed=[3])


def test_a_character_the_encoding_cannot_hold_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Nro;Nimi\r\n1;Äijä\r\n".encode("cp1252"))
    with pytest.raises(TargetProblem) as told:
        _saved(path, [{"Nimi": "Ľubica"}])
    assert told.value.code == "save.unsafe_encoding"


def _tampered(written: Written, old: bytes, new: bytes) -> Path:
    """Return the cleaned workbook with something else in its first sheet."""
    target = written.cleaned.with_name("muutettu.xlsx")
    with zipfile.ZipFile(written.cleaned) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(old, new) if name == "xl/worksheets/sheet1.xml" else content)
    return target


ONE_MORE = '<row r="20"><c r="B20" t="inlineStr"><is><t>Yksi lisää</t></is></c></row></sheetData>'.encode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Oona Lehtola", b"Oona Lahtela"),
        (b"<v>12.5</v>", b"<v>13.5</v>"),
        (b"D10*0.24", b"D9*0.24"),
        (b"</sheetData>", ONE_MORE),
    ],
)  # fmt: skip
def test_a_new_row_that_was_changed_or_one_more_does_not_hold(tmp_path: Path, old: bytes, new: bytes) -> None:
    path = customers(tmp_path / "a.xlsx", totals=False)
    written = _saved(path, [OONA, VILLE])
    changed = _tampered(written, old, new)
    assert verify(path, changed, written.audit_logs[0])


def test_a_new_row_that_is_missing_does_not_hold(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes((CSV + "\r\n").encode())
    written = _saved(path, [{"Nimi": "Oona"}, {"Nimi": "Ville"}])
    written.cleaned.write_bytes(written.cleaned.read_bytes().replace(b";Ville;\r\n", b""))
    assert verify(path, written.cleaned, written.audit_logs[0])


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_one_new_row_goes_again_and_the_other_stays(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    if ending == "xlsx":
        customers(path)
    else:
        path.write_bytes(b"Asiakasnro;Nimi;Postinro;Ostot;Viimeisin osto\r\n1;Aino;00100;1;2.2.2025\r\n")
    written = _saved(path, [OONA, VILLE])
    log = read_audit_log(written.audit_logs[0])
    line = next(line for line in log.lines if "Oona" in line.after)
    target, new_log = tmp_path / f"takaisin.{ending}", tmp_path / "takaisin-loki.xlsx"
    restored = restore(written.cleaned, written.audit_logs[0], int(line.line), target, new_log)
    assert restored.removed == int(line.row)
    assert verify(written.cleaned, target, new_log) == ()
    left = [read(target).text(record, "Nimi") for record in range(len(read(target)))]
    assert "Ville Åström" in left
    assert "Oona Lehtola" not in left


def test_a_new_row_somebody_has_worked_on_stays(tmp_path: Path) -> None:
    path = customers(tmp_path / "a.xlsx", totals=False)
    written = _saved(path, [OONA])
    changed = _tampered(written, b"Oona Lehtola", b"Oona Lahtela")
    log = read_audit_log(written.audit_logs[0])
    line = next(line for line in log.lines if line.kind == "added")
    with pytest.raises(TargetProblem) as told:
        restore(changed, written.audit_logs[0], int(line.line), tmp_path / "b.xlsx", tmp_path / "b-loki.xlsx")
    assert told.value.code == "restore.added_row_changed"


@st.composite
def _cases(draw: st.DrawFn) -> tuple[list[list[object]], list[list[object]], list[int], list[tuple[str, ...]]]:
    row = st.lists(cells, min_size=COLUMNS, max_size=COLUMNS)
    rows = draw(st.lists(row, min_size=1, max_size=6))
    below = draw(st.lists(row, max_size=3))
    gone = draw(st.lists(st.integers(2, len(rows) + 1), unique=True, max_size=len(rows)))
    return rows, below, gone, draw(st.lists(st.tuples(*[texts] * COLUMNS).filter(any), min_size=1, max_size=3))


@given(_cases())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_whatever_stands_below_original_and_log_make_the_cleaned_workbook_and_back(
    case: tuple[list[list[object]], list[list[object]], list[int], list[tuple[str, ...]]],
) -> None:
    rows, below, gone, new = case
    with tempfile.TemporaryDirectory() as name:
        path = plain_workbook(Path(name) / "a.xlsx", [["a", "b", "c", "d"], *rows, *below], formulas=False)
        register = register_of(path, rows, FileFormat.XLSX, openpyxl.load_workbook(path, read_only=True).sheetnames[0])
        added = [{f"Sarake {column}": text for column, text in enumerate(row)} for row in new]
        target, log = path.with_name("b.xlsx"), path.with_name("loki.xlsx")
        written = write(outcome(register, removed=gone, added=added), target, log)
        assert written.rows_in + written.added == written.kept + written.removed
        assert verify(path, target, log) == ()
        before, after = (
            contents(each, FileFormat.XLSX, register.source.sheet, Reading()).rows(register.source.sheet)
            for each in (path, target)
        )
        restored = without_empty_end(restored_rows(after, read_audit_log(log)).rows)
        original = without_empty_end([tuple(trimmed(row)) for row in before])
        assert len(restored) == len(original)
        assert all(all(map(agrees, back, row)) for back, row in zip(restored, original, strict=True))


@pytest.mark.parametrize("rewrite", [prefixed, without_references, single_quoted, strict, spaced_out])
@pytest.mark.parametrize("below", [(), ("", "Yhteensä", 5)])
def test_every_manner_of_writing_a_sheet_takes_new_rows(
    tmp_path: Path, rewrite: Rewrite, below: Sequence[object]
) -> None:
    rows = [*ROWS, ["", "", "", ""], below] if below else ROWS
    path = rewritten(plain_workbook(tmp_path / "a.xlsx", rows), {SHEET: rewrite})
    written = _saved(path, [{"Nimi": "Äiti & <isä>", "Summa": "7,25"}, {"Nimi": "Toinen"}], removed=[8])
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
    written = _saved(path, [{"Nimi": "Eka"}, {"Nimi": "Toka"}])
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
    saved = openpyxl.load_workbook(_saved(path, [OONA, VILLE]).cleaned)["Asiakkaat"]
    assert [saved.cell(row, 2).value for row in (10, 11, 12)] == ["Oona Lehtola", "Ville Åström", None]
    assert (saved["B10"].font.bold, saved["B12"].font.italic) == (True, True)


def test_a_workbook_with_everything_around_its_rows_still_agrees_after_another_program_saved_it(tmp_path: Path) -> None:
    path = rich_workbook(tmp_path / "a.xlsx")
    register = read(path)
    made = outcome(register, removed=[5, 20], added=[{"Nro": "2001", "Nimi": "Oona", "Summa": "12,5"}])
    written = write(made, tmp_path / "b.xlsx", tmp_path / "loki.xlsx", WriteOptions(if_unsafe=IfUnsafe.STOP))
    assert verify(path, written.cleaned, written.audit_logs[0]) == ()
    again = tmp_path / "b-uudelleen.xlsx"
    openpyxl.load_workbook(written.cleaned).save(again)
    assert verify(path, again, written.audit_logs[0]) == ()
