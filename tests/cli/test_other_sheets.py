"""`tikissa clean --other-sheets` follows merged customer numbers on other sheets; without it they are only told of."""

from pathlib import Path

import openpyxl
import pytest

from command_line import CUSTOMERS, CommandLine

CLEAN = ("--accept", "all", "--today", "2026-11-01", "--sheet", "Asiakkaat")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The customers and, on another sheet, an invoice to each."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    customers, invoices = workbook.create_sheet("Asiakkaat"), workbook.create_sheet("Laskut")
    for line in CUSTOMERS.splitlines():
        customers.append(line.split(";"))
    for row in (("Laskunro", "Asiakasnro"), (1, 1001), (2, 1002), (3, 1003), (4, 1004)):
        invoices.append(row)
    workbook.save(tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


def _pointed(path: Path) -> list[object]:
    return [cell.value for cell in list(openpyxl.load_workbook(path)["Laskut"]["B"])[1:]]


def test_they_stay_and_are_told_of_by_default(tikissa: CommandLine, source: Path) -> None:
    said = tikissa("clean", source, *CLEAN)
    assert said.status == 0
    assert "On the sheet Laskut, 1 cell in the column Asiakasnro holds the customer number" in said.out
    assert "--other-sheets repoint" in said.out
    assert _pointed(source.with_name("a-siistitty.xlsx")) == [1001, 1002, 1003, 1004]


def test_they_follow_where_it_is_asked_for_and_the_log_proves_it(tikissa: CommandLine, source: Path) -> None:
    said = tikissa("clean", source, *CLEAN, "--other-sheets", "repoint")
    cleaned, log = source.with_name("a-siistitty.xlsx"), source.with_name("a-muutosloki.xlsx")
    assert said.status == 0
    assert "Customer numbers and names replaced on other sheets: 1" in said.out
    assert _pointed(cleaned) in ([1001, 1001, 1003, 1004], [1002, 1002, 1003, 1004])
    assert tikissa("verify", source, cleaned, log).status == 0


def test_invoices_that_go_by_the_name_follow_it_too(tikissa: CommandLine, tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    customers, invoices = workbook.create_sheet("Asiakkaat"), workbook.create_sheet("Laskut")
    for line in CUSTOMERS.splitlines():
        customers.append(line.split(";"))
    for row in (("Laskunro", "Asiakas"), (1, "Aino Ahola"), (2, "Ahola Aino"), (3, "Eino Ek"), (4, "Veera Vuori")):
        invoices.append(row)
    source = tmp_path / "a.xlsx"
    workbook.save(source)
    said = tikissa("clean", source, *CLEAN, "--other-sheets", "repoint")
    cleaned, log = source.with_name("a-siistitty.xlsx"), source.with_name("a-muutosloki.xlsx")
    assert (said.status, said.error) == (0, "")
    kept = _pointed(cleaned)[0]
    assert _pointed(cleaned) == [kept, kept, "Eino Ek", "Veera Vuori"]
    assert kept in [cell.value for cell in openpyxl.load_workbook(cleaned)["Asiakkaat"]["B"]]
    assert tikissa("verify", source, cleaned, log).status == 0


def test_a_restored_customer_gets_its_invoices_back(tikissa: CommandLine, source: Path) -> None:
    tikissa("clean", source, *CLEAN, "--other-sheets", "repoint")
    cleaned, log, target = (source.with_name(f"a-{name}.xlsx") for name in ("siistitty", "muutosloki", "takaisin"))
    lines = openpyxl.load_workbook(log).worksheets[1].iter_rows(values_only=True)
    number = next(line[0] for line in lines if line[2] == "merged")
    assert tikissa("restore", cleaned, log, "--line", str(number), "--output", target).status == 0
    assert _pointed(target) == [1001, 1002, 1003, 1004]
    assert tikissa("verify", cleaned, target, source.with_name("a-takaisin-muutosloki.xlsx")).status == 0
