"""`verify` holds for what was saved and notices whatever was done to the files afterwards."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from export.outcomes import change, outcome, read
from export.workbooks import plain_workbook
from tikissa.export.proof.sheet_comparison import plain
from tikissa.export.proof.verify import saved_again, verify
from tikissa.export.save.writer import write
from tikissa.model.problems import FileProblem

ROWS = [
    ["Nro", "Nimi", "Postinumero", "Puhelin", "Viimeisin osto"],
    *([1000 + n, f"Henkilö {n}", 100 + n, f"040 555 {n:04}", datetime(2020, 1, n + 1)] for n in range(20)),
]

Damage = Callable[[Worksheet], None]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("verify")
    plain_workbook(folder / "a.xlsx", ROWS)
    register = read(folder / "a.xlsx")
    changes = [change(register, 3, "Postinumero", "00101"), change(register, 5, "Nimi", "Matti Meikäläinen")]
    write(outcome(register, changes, {9: 5}, removed=[12]), folder / "b.xlsx", folder / "loki.xlsx")
    return folder


def damaged(folder: Path, damage: Damage) -> list[str]:
    workbook = openpyxl.load_workbook(folder / "b.xlsx")
    damage(workbook.worksheets[0])
    workbook.save(folder / "damaged.xlsx")
    return [difference.code for difference in verify(folder / "a.xlsx", folder / "damaged.xlsx", folder / "loki.xlsx")]


def set_cell(place: str, value: object) -> Damage:
    def damage(sheet: Worksheet) -> None:
        sheet[place] = value

    return damage


def swap(first: int, second: int) -> Damage:
    def damage(sheet: Worksheet) -> None:
        rows = [[cell.value for cell in sheet[row]] for row in (first, second)]
        for row, values in zip((second, first), rows, strict=True):
            for column, value in enumerate(values, 1):
                sheet.cell(row, column).value = value

    return damage


def test_the_saved_files_hold_in_every_form_of_the_log(folder: Path) -> None:
    for form in ("loki.xlsx", "loki.csv", "loki.jsonl"):
        assert verify(folder / "a.xlsx", folder / "b.xlsx", folder / form) == ()
    assert not saved_again(folder / "b.xlsx", folder / "loki.csv")


def test_a_file_merely_saved_again_holds_and_it_shows(folder: Path) -> None:
    assert damaged(folder, lambda _: None) == []
    assert saved_again(folder / "damaged.xlsx", folder / "loki.xlsx")


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (set_cell("B4", "joku muu"), "verify.cell_differs"),
        (set_cell("C3", 101), "verify.type_differs"),
        (set_cell("C4", "102"), "verify.type_differs"),
        (set_cell("E4", "3.1.2020"), "verify.type_differs"),
        (set_cell("D4", None), "verify.cell_differs"),
        (set_cell("B4", "Henkilö 2 "), "verify.cell_differs"),
        (set_cell("G4", "uusi"), "verify.cell_differs"),
        (set_cell("B4", "=1+1"), "verify.cell_differs"),
        (swap(4, 6), "verify.cell_differs"),
        (lambda sheet: sheet.append([1, "lisätty"]), "verify.cell_differs"),
        (lambda sheet: sheet.delete_rows(7), "verify.cell_differs"),
        (lambda sheet: sheet.insert_rows(7), "verify.cell_differs"),
        (lambda sheet: sheet.parent.create_sheet("Uusi") and None, "verify.sheet_added"),
    ],
)
def test_what_is_changed_afterwards_is_noticed(folder: Path, damage: Damage, code: str) -> None:
    assert code in damaged(folder, damage)


def test_a_difference_says_where(folder: Path) -> None:
    workbook = openpyxl.load_workbook(folder / "b.xlsx")
    workbook.worksheets[0]["C4"] = 5
    workbook.save(folder / "damaged.xlsx")
    (difference,) = verify(folder / "a.xlsx", folder / "damaged.xlsx", folder / "loki.xlsx")
    assert (difference.sheet, difference.row, difference.letter) == ("Asiakkaat", 4, "C")


def lines(folder: Path) -> list[str]:
    return (folder / "loki.jsonl").read_text("utf-8").splitlines()


def with_lines(folder: Path, changed: list[str]) -> list[str]:
    (folder / "edited.jsonl").write_text("\n".join(changed) + "\n", "utf-8")
    return [each.code for each in verify(folder / "a.xlsx", folder / "b.xlsx", folder / "edited.jsonl")]


def test_a_missing_line_is_noticed(folder: Path) -> None:
    whole = lines(folder)
    for missing in range(1, len(whole)):
        assert with_lines(folder, whole[:missing] + whole[missing + 1 :]) != [], missing


def test_an_edited_line_is_noticed(folder: Path) -> None:
    whole = lines(folder)
    for place in range(1, len(whole) - 1):
        edited = {**json.loads(whole[place]), "decided_by": "joku muu"}
        assert "verify.log_broken" in with_lines(folder, [*whole[:place], json.dumps(edited), *whole[place + 1 :]])


def test_another_original_is_noticed(folder: Path) -> None:
    plain_workbook(folder / "other.xlsx", ROWS[:-1])
    codes = [each.code for each in verify(folder / "other.xlsx", folder / "b.xlsx", folder / "loki.xlsx")]
    assert codes[0] == "verify.other_original"


def test_a_file_that_is_no_log_is_named(folder: Path) -> None:
    (folder / "muu.csv").write_text("Nimi;Puhelin\nMatti;040\n", "utf-8")
    for name in ("a.xlsx", "muu.csv"):
        with pytest.raises(FileProblem, match=r"audit\.not_a_log"):
            verify(folder / "a.xlsx", folder / "b.xlsx", folder / name)


@pytest.mark.parametrize(
    "written", ["VLOOKUP(B2,D:E,2,FALSE())", "vlookup(B2, D:E, 2, false)", "_xlfn.VLOOKUP(B2,D:E,2,FALSE)"]
)
def test_a_formula_is_the_same_however_programs_write_it(written: str) -> None:
    assert plain(written) == plain("=VLOOKUP(B2,D:E,2,FALSE)")


def test_what_stands_in_quotes_is_compared_as_it_is() -> None:
    assert plain('IF(A1,"FALSE()","x")') != plain('IF(A1,"FALSE","x")')
