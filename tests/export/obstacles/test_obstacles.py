"""What cannot be done safely is said before saving, and each way out of it keeps the rows that must stay."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest
import xlsxwriter

from export.outcomes import change, outcome, read
from tikissa.export.proof.verify import verify
from tikissa.export.save.save_check import obstacles
from tikissa.export.save.writer import write
from tikissa.export.saving_options import IfUnsafe, WriteOptions
from tikissa.messages import LANGUAGES, say
from tikissa.model.outcome import Outcome
from tikissa.model.problems import TargetProblem


class Book(NamedTuple):
    """A workbook being made: the register's sheet and another."""

    workbook: xlsxwriter.Workbook
    sheet: xlsxwriter.worksheet.Worksheet
    other: xlsxwriter.worksheet.Worksheet


Add = Callable[[Book], object]


def decided(path: Path, add: Add) -> Outcome:
    """A register of ten customers in rows 2–11, `add`ed to; row 6 is merged into row 4 and row 9 removed."""
    workbook = xlsxwriter.Workbook(str(path))
    sheet, other = workbook.add_worksheet("Asiakkaat"), workbook.add_worksheet("Muu")
    sheet.write_row(0, 0, ("Nimi", "Puhelin", "Sähköposti", "Summa"))
    for row in range(1, 11):
        sheet.write_row(row, 0, (f"Henkilö {row}", f"040 555 {row:04}", f"e{row}@example.invalid", row))
    add(Book(workbook, sheet, other))
    workbook.close()
    register = read(path)
    return outcome(register, [change(register, 4, "Nimi", "Uusi nimi")], {6: 4}, removed=[9])


CASES: dict[str, Add] = {
    "save.formula_points_at_removed": lambda book: book.other.write_formula(0, 0, "=Asiakkaat!A6"),
    "save.formula_cannot_be_followed": lambda book: book.other.write_formula(0, 0, '=INDIRECT("Asiakkaat!A7")'),
    "save.array_formula_cut": lambda book: book.sheet.write_array_formula("F5:F7", "{=D5:D7*2}"),
    "save.merged_cells_cut": lambda book: book.sheet.merge_range("G6:G8", "yhdessä"),
    "save.table_emptied": lambda book: book.sheet.add_table("H8:I9"),
    "save.control": lambda book: book.sheet.insert_button("J3", {"caption": "Paina"}),
    "save.target_lost": lambda book: book.workbook.define_name("Kuudes", "=Asiakkaat!$A$6"),
    "save.formula_overwritten": lambda book: book.sheet.write_formula(3, 0, '=B4&"b"', None, "ab"),
}


@pytest.mark.parametrize("code", CASES)
def test_what_stands_in_the_way_is_found_and_saving_stops(tmp_path: Path, code: str) -> None:
    case = decided(tmp_path / "a.xlsx", CASES[code])
    found = obstacles(case)
    assert [finding.code for finding in found] == [code]
    assert all(say(language, code, *found[0].arguments) for language in LANGUAGES)
    with pytest.raises(TargetProblem) as problem:
        write(case, tmp_path / "b.xlsx", tmp_path / "loki.xlsx")
    assert problem.value.code == "save.unsafe"
    assert problem.value.arguments == (say("fi", code, *found[0].arguments),)
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_nothing_stands_in_the_way_of_a_plain_register(tmp_path: Path) -> None:
    assert obstacles(decided(tmp_path / "a.xlsx", lambda _: None)) == ()


@pytest.mark.parametrize("code", CASES)
@pytest.mark.parametrize("way", [IfUnsafe.MARK, IfUnsafe.SHEET, IfUnsafe.PLAIN])
def test_each_way_out_saves_what_verify_proves(tmp_path: Path, code: str, way: IfUnsafe) -> None:
    case = decided(tmp_path / "a.xlsx", CASES[code])
    written = write(case, tmp_path / "b.xlsx", tmp_path / "loki.xlsx", WriteOptions(if_unsafe=way))
    assert (written.kept, written.merged, written.removed) == (8, 1, 1)
    assert verify(tmp_path / "a.xlsx", tmp_path / "b.xlsx", tmp_path / "loki.csv") == ()


def saved(folder: Path, way: IfUnsafe) -> openpyxl.Workbook:
    case = decided(folder / "a.xlsx", CASES["save.formula_points_at_removed"])
    write(case, folder / "b.xlsx", folder / "loki.xlsx", WriteOptions(if_unsafe=way))
    return openpyxl.load_workbook(folder / "b.xlsx")


def test_marked_rows_stay_and_say_what_became_of_them(tmp_path: Path) -> None:
    sheet = saved(tmp_path, IfUnsafe.MARK)["Asiakkaat"]
    assert [sheet.cell(row, 5).value for row in (1, 4, 6, 9)] == [
        "Rivin tila",
        None,
        "Yhdistetty riviin 4",
        "Poistettu",
    ]
    assert sheet.max_row == 11


def test_rows_moved_to_a_sheet_leave_empty_rows_so_that_no_reference_shifts(tmp_path: Path) -> None:
    workbook = saved(tmp_path, IfUnsafe.SHEET)
    assert [workbook["Asiakkaat"].cell(row, 1).value for row in (5, 6, 7, 9)] == ["Henkilö 4", None, "Henkilö 6", None]
    assert workbook["Muu"]["A1"].value == "=Asiakkaat!A6"
    moved = list(workbook["Yhdistetyt ja arkistoidut rivit"].iter_rows(min_row=2, values_only=True))
    assert [(row[0], row[4], row[5]) for row in moved] == [
        ("Henkilö 5", 6, "Yhdistetty riviin 4"),
        ("Henkilö 8", 9, "Poistettu"),
    ]


def test_a_plain_workbook_has_the_data_of_every_sheet(tmp_path: Path) -> None:
    workbook = saved(tmp_path, IfUnsafe.PLAIN)
    assert workbook.sheetnames == ["Asiakkaat", "Muu"]
    assert [row[0] for row in workbook["Asiakkaat"].iter_rows(values_only=True)][3:6] == [
        "Uusi nimi",
        "Henkilö 4",
        "Henkilö 6",
    ]


def with_hidden_row(path: Path, row: int) -> Path:
    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet("Asiakkaat")
    for number, cells in enumerate([["Nimi", "Puhelin"], *([f"Henkilö {n}", f"040 555 {n:04}"] for n in range(8))]):
        sheet.write_row(number, 0, cells)
    sheet.set_row(row - 1, None, None, {"hidden": True})
    workbook.close()
    return path


def test_a_customer_merged_out_of_sight_is_said_before_saving(tmp_path: Path) -> None:
    register = read(with_hidden_row(tmp_path / "a.xlsx", 6))
    found = obstacles(outcome(register, merged={7: 6}))
    assert [(finding.code, finding.arguments) for finding in found] == [("save.merged_out_of_sight", ("1", "6"))]
    assert all(say(language, found[0].code, *found[0].arguments) for language in LANGUAGES)
    assert obstacles(outcome(register, merged={6: 7})) == ()
