"""Checks for what is typed go into the saved workbook beside everything that was there, and can be taken out again."""

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tikissa.analysis.analyse import analyse
from tikissa.app.cleaning import Accept, Cleaning, clean
from tikissa.export.log.audit_files import read_audit_log
from tikissa.export.proof.verify import verify
from tikissa.export.restore.restore import restore
from tikissa.export.saving_options import WriteOptions, Written
from tikissa.files.reader import read
from tikissa.messages import say
from tikissa.model.analysis import Settings
from tikissa.model.problems import TargetProblem
from tikissa.review.decisions import Decider

HEADERS = (
    "Asiakasnro",
    "Nimi",
    "Y-tunnus",
    "Postinumero",
    "Puhelin",
    "Sähköposti",
    "Markkinointilupa",
    "Viimeisin osto",
)
ROWS = (
    (1001, "Ahon Auto Oy", "0112038-9", "100", "0401234567", "auto@aho.example", "kyllä", datetime(2026, 3, 1)),
    (1002, "Ahon Auto Oy", "0112038-9", "00100", "040 123 4567", "auto@aho.example", "kyllä", datetime(2020, 3, 1)),
    (1003, "Eino Ek", None, "33100", "050 765 4321", "eino@ek.example", "ei", datetime(2025, 5, 5)),
    (1004, "Veera Vuori", None, "90100", "041 555 1234", "veera@vuori.example", "ei", datetime(2024, 6, 6)),
)
Change = Callable[[Worksheet], None]


def _workbook(folder: Path, change: Change | None = None) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    for row in (HEADERS, *ROWS):
        sheet.append(row)
    if change is not None:
        change(sheet)
    path = folder / "asiakkaat.xlsx"
    workbook.save(path)
    return path


PAGE = (("title", "Näin kirjaamme"), ("quiet", "Omasta rekisteristä"), ("heading", "1. Nollat"), ("text", "00100"))


def _saved(path: Path, *columns: str, target: str = "siisti.xlsx", page: bool = False) -> Written:
    register = read(path)
    checked = frozenset(columns or (column.name for column in register.columns))
    options = WriteOptions("en", checked=checked, page=PAGE if page else ())
    found = analyse(register, Settings(date(2026, 11, 1)))
    decider = Decider(datetime(2026, 11, 1).astimezone(), "user")
    cleaned, log = path.with_name(target), path.with_name("loki.xlsx")
    return clean(found, Cleaning(Accept.SAFE), decider, cleaned, log, options)[1]


def _sheet(path: Path) -> Worksheet:
    sheet = openpyxl.load_workbook(path).active
    assert isinstance(sheet, Worksheet)
    return sheet


def _by_column(path: Path) -> dict[str, DataValidation]:
    return {str(each.sqref)[0]: each for each in _sheet(path).data_validations.dataValidation}


def test_each_column_gets_its_check_for_its_rows_and_the_next_thousand(tmp_path: Path) -> None:
    path = _workbook(tmp_path)
    written = _saved(path)
    checks = _by_column(written.cleaned)
    assert {letter: check.type for letter, check in checks.items()} == {
        **dict.fromkeys("ACDEF", "custom"),
        "G": "list",
        "H": "date",
    }
    assert {str(check.sqref)[1:].replace(letter, "") for letter, check in checks.items()} == {"2:1004"}
    assert checks["G"].formula1 == '"ei,kyllä"'
    assert (checks["A"].errorStyle or "stop", checks["D"].errorStyle) == ("stop", "warning")
    assert checks["D"].promptTitle == "Postinumero"
    assert verify(path, written.cleaned, written.audit_logs[0]) == ()


def test_cells_of_codes_and_phones_are_kept_as_text_and_numbers_stay_numbers(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["E4"].value = 507654321
        sheet["D4"].fill = PatternFill("solid", fgColor="FFCCFFCC")

    written = _saved(_workbook(tmp_path, change))
    sheet = _sheet(written.cleaned)
    kept = [sheet.cell(row, 4).number_format for row in range(2, sheet.max_row + 1)]
    assert set(kept) == {"@"}
    assert [sheet.cell(row, 2).number_format for row in (2, 3)] == ["General", "General"]
    assert sheet.column_dimensions["D"].number_format == "@"
    filled = [cell for cell in sheet["D"] if cell.fill.fgColor.rgb == "FFCCFFCC"]
    assert [cell.value for cell in filled] == ["33100"]


def test_what_stands_twice_gets_a_colour(tmp_path: Path) -> None:
    sheet = _sheet(_saved(_workbook(tmp_path)).cleaned)
    rules = {str(area.sqref)[0]: area.rules[0].type for area in sheet.conditional_formatting}
    assert rules == dict.fromkeys("ACEF", "duplicateValues")


def test_checks_colours_and_widths_that_were_there_stay_as_they_were(tmp_path: Path) -> None:
    own = DataValidation(type="textLength", operator="lessThan", formula1="12", sqref="E2:E500", errorStyle="stop")

    def change(sheet: Worksheet) -> None:
        sheet.add_data_validation(own)
        sheet.conditional_formatting.add("A2:A9", CellIsRule("lessThan", formula=["5"], font=None))
        sheet.column_dimensions["D"].width = 33

    path = _workbook(tmp_path, change)
    written = _saved(path)
    checks = _by_column(written.cleaned)
    assert (checks["E"].type, checks["E"].formula1, str(checks["E"].sqref)) == ("textLength", "12", "E2:E499")
    assert [note.arguments for note in written.notes if note.code == "checks.has_check"] == [("Puhelin",)]
    sheet = _sheet(written.cleaned)
    assert "A2:A8" in {str(area.sqref) for area in sheet.conditional_formatting}
    assert sheet.column_dimensions["D"].width == 33
    assert verify(path, written.cleaned, written.audit_logs[0]) == ()


def test_only_the_chosen_columns_are_checked(tmp_path: Path) -> None:
    written = _saved(_workbook(tmp_path), "Postinumero")
    assert [*_by_column(written.cleaned)] == ["D"]
    assert written.checks == 1


def _protected(sheet: Worksheet) -> None:
    sheet.protection.sheet = True


def _with_formulas(sheet: Worksheet) -> None:
    for row in range(2, 6):
        sheet[f"F{row}"].value = f'=B{row}&"@x.example"'


def _merged(sheet: Worksheet) -> None:
    sheet.merge_cells("E4:E5")


def _total_below(sheet: Worksheet) -> None:
    sheet["B6"].value, sheet["E6"].value = "Yhteensä", "=COUNTA(E2:E5)"


@pytest.mark.parametrize(
    ("change", "said", "columns"),
    [
        (_protected, "checks.protected", ""),
        (_with_formulas, "checks.formulas", "ACDEGH"),
        (_merged, "checks.merged", "ACDFGH"),
        (_total_below, "checks.something_below", "ACDEFGH"),
    ],
)
def test_where_a_check_cannot_be_it_is_said_and_the_file_is_whole(
    tmp_path: Path, change: Change, said: str, columns: str
) -> None:
    path = _workbook(tmp_path, change)
    written = _saved(path)
    assert said in {note.code for note in written.notes}
    assert "".join(sorted(_by_column(written.cleaned))) == columns
    assert verify(path, written.cleaned, written.audit_logs[0]) == ()


def test_a_check_that_contradicts_is_kept_and_it_is_said_how_to_take_it_out(tmp_path: Path) -> None:
    whole = DataValidation(type="whole", operator="between", formula1="1", formula2="99999", sqref="D2:D50")
    path = _workbook(tmp_path, lambda sheet: sheet.add_data_validation(whole))
    written = _saved(path)
    kept = _by_column(written.cleaned)["D"]
    assert (kept.type, kept.formula1, kept.formula2) == ("whole", "1", "99999")
    (note,) = (note for note in written.notes if note.code == "checks.has_check")
    assert "Data Validation" in say("en", note.code, *note.arguments)


def test_a_shared_workbook_gets_no_checks_and_it_is_said(tmp_path: Path) -> None:
    path, shared = _workbook(tmp_path), tmp_path / "jaettu.xlsx"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/revisionHeaders"
    relation = f'<Relationship Id="rIdR" Type="{kind}" Target="revisions/revisionHeaders.xml"/></Relationships>'
    with ZipFile(path) as before, ZipFile(shared, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "xl/_rels/workbook.xml.rels":
                content = content.replace(b"</Relationships>", relation.encode())
            after.writestr(name, content)
        after.writestr("xl/revisions/revisionHeaders.xml", "<headers/>")
    written = _saved(shared)
    assert [note.code for note in written.notes if note.code.startswith("checks.")] == ["checks.shared"]
    assert _by_column(written.cleaned) == {}
    assert verify(shared, written.cleaned, written.audit_logs[0]) == ()


def test_below_the_register_nothing_else_is_checked(tmp_path: Path) -> None:
    checks = _by_column(_saved(_workbook(tmp_path, _total_below)).cleaned)
    assert all(int(str(check.sqref).rpartition(":")[2][1:]) <= 5 for check in checks.values())


def test_a_workbook_of_protected_structure_is_saved_with_its_protection(tmp_path: Path) -> None:
    path = _workbook(tmp_path)
    workbook = openpyxl.load_workbook(path)
    workbook.security = WorkbookProtection(lockStructure=True)
    workbook.save(path)
    assert openpyxl.load_workbook(_saved(path).cleaned).security.lockStructure


def test_verify_tells_when_a_check_was_changed_or_lost(tmp_path: Path) -> None:
    path = _workbook(tmp_path)
    written = _saved(path)
    workbook = openpyxl.load_workbook(written.cleaned)
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    again = written.cleaned.with_name("uudelleen.xlsx")
    workbook.save(again)
    assert verify(path, again, written.audit_logs[0]) == ()
    sheet.data_validations.dataValidation = [
        each for each in sheet.data_validations.dataValidation if not str(each.sqref).startswith("D")
    ]
    workbook.save(again)
    assert [each.code for each in verify(path, again, written.audit_logs[0])] == ["verify.check_gone"]


def _line(written: Written, kind: str, letter: str = "") -> int:
    lines = read_audit_log(written.audit_logs[0]).lines
    return next(int(line.line) for line in lines if line.kind == kind and line.letter.startswith(letter))


def test_one_check_is_taken_out_and_the_others_stay(tmp_path: Path) -> None:
    written = _saved(_workbook(tmp_path))
    target, log = tmp_path / "ilman.xlsx", tmp_path / "ilman-loki.xlsx"
    restored = restore(written.cleaned, written.audit_logs[0], _line(written, "check", "D"), target, log)
    assert restored.check == "Postinumero"
    assert sorted(_by_column(target)) == list("ACEFGH")
    sheet = _sheet(target)
    assert {sheet.cell(row, 4).number_format for row in range(2, 5)} == {"General"}
    assert {sheet.cell(row, 5).number_format for row in range(2, 5)} == {"@"}
    assert verify(written.cleaned, target, log) == ()


def test_the_only_check_taken_out_leaves_the_workbook_as_without(tmp_path: Path) -> None:
    path = _workbook(tmp_path)
    written = _saved(path, "Sähköposti")
    target, log = tmp_path / "ilman.xlsx", tmp_path / "ilman-loki.xlsx"
    restore(written.cleaned, written.audit_logs[0], _line(written, "check"), target, log)
    assert _by_column(target) == {}
    assert [*_sheet(target).conditional_formatting] == []
    assert verify(written.cleaned, target, log) == ()


def test_another_change_is_taken_back_beside_the_checks(tmp_path: Path) -> None:
    written = _saved(_workbook(tmp_path))
    target, log = tmp_path / "ennen.xlsx", tmp_path / "ennen-loki.xlsx"
    restore(written.cleaned, written.audit_logs[0], _line(written, "merged"), target, log)
    assert len(_by_column(target)) == 7
    assert verify(written.cleaned, target, log) == ()


def test_a_csv_register_comes_as_a_workbook_with_checks(tmp_path: Path) -> None:
    path = tmp_path / "asiakkaat.csv"
    lines = [";".join(HEADERS[:7]), *(";".join(str(cell or "") for cell in row[:7]) for row in ROWS)]
    path.write_text("\n".join(lines), encoding="utf-8")
    written = _saved(path)
    assert sorted(_by_column(written.cleaned)) == list("ACDEFG")
    assert [_sheet(written.cleaned)[f"D{row}"].value for row in (2, 3, 4)] == ["00100", "33100", "90100"]
    assert verify(path, written.cleaned, written.audit_logs[0]) == ()


def test_the_log_tells_of_each_check(tmp_path: Path) -> None:
    written = _saved(_workbook(tmp_path))
    log = next(path for path in written.audit_logs if path.suffix == ".jsonl")
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    told = {line["column"]: line["after"] for line in lines if line["kind"] == "check"}
    assert [*told] == [header for header in HEADERS if header != "Nimi"]
    assert "five digits" in told["Postinumero"]


def _with_another_sheet(sheet: Worksheet) -> None:
    workbook = sheet.parent
    assert isinstance(workbook, openpyxl.Workbook)
    workbook.create_sheet("Entry guide")["A1"] = "the user's own"


def test_a_page_of_text_comes_on_a_sheet_of_its_own_and_goes_again(tmp_path: Path) -> None:
    path = _workbook(tmp_path, _with_another_sheet)
    written = _saved(path, page=True)
    page = openpyxl.load_workbook(written.cleaned)["Entry guide 2"]
    assert [row[0].value for row in page.iter_rows()] == [
        "Näin kirjaamme",
        "Omasta rekisteristä",
        None,
        "1. Nollat",
        "00100",
    ]
    assert verify(path, written.cleaned, written.audit_logs[0]) == ()
    again = written.cleaned.with_name("uudelleen.xlsx")
    workbook = openpyxl.load_workbook(written.cleaned)
    workbook.save(again)
    assert verify(path, again, written.audit_logs[0]) == ()
    for cleaned in (written.cleaned, again):
        target, log = tmp_path / f"ilman-{cleaned.name}", tmp_path / f"loki-{cleaned.name}"
        assert restore(cleaned, written.audit_logs[0], _line(written, "page"), target, log).page == "Entry guide 2"
        assert openpyxl.load_workbook(target).sheetnames == ["Sheet", "Entry guide"]
        assert len(_by_column(target)) == 7
        assert verify(cleaned, target, log) == ()
    page["A1"] = "jotain muuta"
    page.parent.save(again)
    assert "verify.cell_differs" in {each.code for each in verify(path, again, written.audit_logs[0])}
    with pytest.raises(TargetProblem, match=r"restore\.page_changed"):
        restore(again, written.audit_logs[0], _line(written, "page"), tmp_path / "ei.xlsx", tmp_path / "ei-loki.xlsx")
