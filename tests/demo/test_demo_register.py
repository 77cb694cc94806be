"""The sample that ships is what its script makes, and its truth describes what stands in the workbook."""

import csv
import json
from itertools import combinations
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import make_demo_register
from registers.identifiers import business_id_check_digit

DEMO = make_demo_register.DEMO


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    make_demo_register.make(folder)
    return folder


@pytest.fixture(scope="module")
def sheet() -> Worksheet:
    worksheet: Worksheet = openpyxl.load_workbook(DEMO / "asiakasrekisteri.xlsx", data_only=True)["Asiakkaat"]
    return worksheet


@pytest.fixture(scope="module")
def truth():
    return json.loads((DEMO / "truth.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["asiakasrekisteri.csv", "truth.json", "truth_csv.json"])
def test_the_committed_text_files_are_what_the_script_makes(made, name):
    assert (made / name).read_bytes() == (DEMO / name).read_bytes()


def test_the_committed_workbook_is_what_the_script_makes(made):
    with ZipFile(made / "asiakasrekisteri.xlsx") as new, ZipFile(DEMO / "asiakasrekisteri.xlsx") as committed:
        assert {name: new.read(name) for name in new.namelist()} == {
            name: committed.read(name) for name in committed.namelist()
        }


def test_every_injected_error_stands_in_its_cell(sheet, truth):
    letters = {cell.value: cell.column for cell in sheet[4]}
    for row, column, wrong, right in truth["errors"]:
        assert str(sheet.cell(row, letters[column]).value) == wrong != right


def test_every_row_of_the_sheet_has_its_customer(sheet, truth):
    assert truth["first_row"] == 5
    assert {int(row) for row in truth["cluster"]} == set(range(5, sheet.max_row + 1))


def test_a_related_pair_is_never_the_same_customer(truth):
    cluster = truth["cluster"]
    assert truth["related"]
    assert all(cluster[str(first)] != cluster[str(second)] for first, second in truth["related"])


def test_the_groups_are_the_clusters(truth):
    members: dict[int, list[int]] = {}
    for row, entity in truth["cluster"].items():
        members.setdefault(entity, []).append(int(row))
    grouped = sorted(sorted(rows) for rows in members.values() if len(rows) > 1)
    assert grouped == sorted(group["rows"] for group in truth["groups"])
    assert 27 <= len(grouped) <= 40


def test_the_csv_cousin_holds_the_same_customers(truth):
    facts = json.loads((DEMO / "truth_csv.json").read_text(encoding="utf-8"))
    assert len(facts["cluster"]) == len(truth["cluster"])
    with (DEMO / "asiakasrekisteri.csv").open(encoding="cp1252", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter=";"))
    assert all(rows[row - 2][column] == wrong for row, column, wrong, _ in facts["errors"])


def test_the_workbook_looks_like_an_office_s(sheet):
    workbook = openpyxl.load_workbook(DEMO / "asiakasrekisteri.xlsx")
    assert workbook.sheetnames == ["Asiakkaat", "Hinnasto"]
    customers = workbook["Asiakkaat"]
    assert customers.freeze_panes == "C5"
    assert customers["P5"].value.startswith("=")
    assert isinstance(sheet["P5"].value, int)
    assert customers.data_validations.dataValidation
    assert customers["K4"].comment is not None
    assert any(cell.fill.fgColor.rgb == "FFFFF2CC" for row in customers["B5:B1208"] for cell in row)


def test_nobody_shares_a_phone_number_by_accident(truth):
    told = {
        frozenset(pair) for group in (*truth["groups"], *truth["relations"]) for pair in combinations(group["rows"], 2)
    }
    owners: dict[str, list[int]] = {}
    for row, phone in truth["phones"].items():
        owners.setdefault(phone, []).append(int(row))
    sharing = (pair for phone, rows in owners.items() if phone for pair in combinations(sorted(rows), 2))
    assert all(frozenset(pair) in told for pair in sharing)


def test_business_ids_have_right_check_digits_except_where_the_truth_says_so(sheet, truth):
    marked = {int(row) for row, signs in truth["signs"].items() if "business_id_check_digit" in signs}
    wrong = set()
    for row in range(5, sheet.max_row + 1):
        code = str(sheet.cell(row, 5).value or "").replace("-", "")
        if code and business_id_check_digit(code[:7]) != int(code[7]):
            wrong.add(row)
    assert wrong == marked
