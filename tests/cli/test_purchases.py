"""`tikissa purchases FILE --register REGISTER` says what each customer bought, and writes it where wished."""

import json
from datetime import date, datetime
from pathlib import Path

import jsonschema
import openpyxl
import pytest

from command_line import CommandLine
from conftest import SHARED

SCHEMA = SHARED / "contract" / "purchases.schema.json"
CUSTOMERS = "Asiakasnro;Nimi;Puhelin;Sähköposti\n1001;Korpi Aino;0400000001;a@korpi.test\n1002;Salo Oy;;b@salo.test\n"
LINES = "Laskunro;Asiakasnro;Laskupvm;Summa\n1;1001;1.2.2026;100,50\n2;1001;1.3.2026;20,00\n3;1009;1.3.2026;7,00\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    register, lines = tmp_path / "asiakkaat.csv", tmp_path / "laskut.csv"
    register.write_text(CUSTOMERS, "utf-8")
    lines.write_text(LINES, "utf-8")
    return register, lines


def test_the_json_is_as_agreed(tikissa: CommandLine, files: tuple[Path, Path]) -> None:
    register, lines = files
    said = tikissa("purchases", lines, "--register", register, "--today", "2026-12-01", "--json", "-")
    written = json.loads(said.out)
    assert (said.status, said.error) == (0, "")
    (customer,) = written["customers"]
    assert (customer["row"], customer["last"], customer["count"]) == (2, "2026-03-01", 2)
    assert (customer["sum_all"], customer["sum_12_months"]) == (120.5, 120.5)
    assert written["unjoined"] == [{"line": 4, "reason": "purchases.unknown_customer"}]
    if SCHEMA.exists():
        jsonschema.validate(written, json.loads(SCHEMA.read_text("utf-8")))


def test_the_columns_are_written_logged_and_proven(
    tikissa: CommandLine, files: tuple[Path, Path], tmp_path: Path
) -> None:
    register, lines = files
    cleaned, log = tmp_path / "asiakkaat-siistitty.csv", tmp_path / "asiakkaat-muutosloki.xlsx"
    before = register.read_bytes()
    said = tikissa("purchases", lines, "--register", register, "--today", "2026-12-01", "--columns", language="fi")
    assert (said.status, said.error, register.read_bytes()) == (0, "", before)
    rows = [line.split(";") for line in cleaned.read_text("utf-8").splitlines()]
    assert rows[0][4:] == [
        *("Viimeisin osto (ostolista)", "Ensimmäinen osto (ostolista)", "Päiviä ostojen välillä (ostolista)"),
        *("Ostojen määrä (ostolista)", "Ostot 12 kk (ostolista)", "Ostot yhteensä (ostolista)"),
    ]
    assert rows[1][4:] == ["1.3.2026", "1.2.2026", "", "2", "120,50", "120,50"]
    assert rows[2][4:] == ["", "", "", "0", "0,00", "0,00"]
    assert tikissa("verify", register, cleaned, log).status == 0
    assert any(
        "laskut.csv" in str(cell.value) for row in openpyxl.load_workbook(log).active.iter_rows() for cell in row
    )


def test_without_the_columns_nothing_is_written_and_no_file_is_written_over(
    tikissa: CommandLine, files: tuple[Path, Path], tmp_path: Path
) -> None:
    register, lines = files
    assert tikissa("purchases", lines, "--register", register).status == 0
    assert {path.name for path in tmp_path.glob("*.*")} == {register.name, lines.name}
    said = tikissa("purchases", lines, "--register", register, "--columns", "--output", lines)
    assert said.status == 2
    assert lines.read_text("utf-8") == LINES


def test_in_a_workbook_sums_are_numbers_and_days_are_days(tikissa: CommandLine, tmp_path: Path) -> None:
    workbook, lines = openpyxl.Workbook(), tmp_path / "laskut.csv"
    sheet = workbook.worksheets[0]
    sheet.append(("Asiakasnro", "Nimi", "Luotu"))
    for number in (1001, 1002):
        sheet.append((number, f"Korpi Aino{number}", date(2020, 1, 2)))
        sheet.cell(sheet.max_row, 3).number_format = "d.m.yyyy"
    workbook.save(tmp_path / "a.xlsx")
    lines.write_text(LINES, "utf-8")
    said = tikissa("purchases", lines, "--register", tmp_path / "a.xlsx", "--today", "2026-12-01", "--columns")
    cleaned = openpyxl.load_workbook(tmp_path / "a-siistitty.xlsx").worksheets[0]
    bought, nothing = ([cell.value for cell in row[3:]] for row in cleaned.iter_rows(min_row=2))
    assert (said.status, said.error) == (0, "")
    assert bought == [datetime(2026, 3, 1), datetime(2026, 2, 1), None, 2, 120.5, 120.5]
    assert nothing == [None, None, None, 0, 0, 0]
    assert cleaned.cell(2, 4).number_format == "d.m.yyyy"
    three = [tmp_path / name for name in ("a.xlsx", "a-siistitty.xlsx", "a-muutosloki.xlsx")]
    assert tikissa("verify", *three).status == 0


def test_who_buys_and_is_not_in_the_register_goes_to_a_file_for_the_gate(tikissa: CommandLine, tmp_path: Path) -> None:
    register, lines, new = (tmp_path / name for name in ("asiakkaat.csv", "laskut.csv", "uudet.csv"))
    register.write_text(CUSTOMERS, "utf-8")
    lines.write_text(
        "Laskunro;Asiakas;Sähköposti;Laskupvm;Summa\n1;Korpi Aino;a@korpi.test;1.2.2026;5,00\n"
        "2;Vieras Veera;veera@vieras.test;1.2.2026;5,00\n3;Vieras Veera;veera@vieras.test;3.2.2026;5,00\n",
        "utf-8",
    )
    said = tikissa("purchases", lines, "--register", register, "--new-customers", new)
    assert (said.status, said.error) == (0, "")
    gate = json.loads(tikissa("gate", new, "--register", register, "--json", "-").out)
    assert [row["verdict"] for row in gate["rows"]] == ["new"]


@pytest.mark.parametrize(
    ("lines", "word"),
    [
        ("Laskunro;Asiakasnro;Laskupvm;Summa\n1;1001;1.2.2026;viisi\n2;1002;2.2.2026;kuusi\n", "Summa"),
        ("Laskunro;Asiakasnro;Laskupvm;Summa\n1;1001;1.2.2031;5,00\n2;1002;2.2.2032;6,00\n", "laskut.csv"),
    ],
)
def test_sums_that_are_words_and_days_to_come_make_no_columns(
    lines: str, word: str, tikissa: CommandLine, files: tuple[Path, Path], tmp_path: Path
) -> None:
    register, listed = files
    listed.write_text(lines, "utf-8")
    said = tikissa("purchases", listed, "--register", register, "--today", "2026-12-01", "--columns")
    assert (said.status, len(said.error.splitlines()), word in said.error) == (2, 1, True)
    assert {path.name for path in tmp_path.glob("*.*")} == {register.name, listed.name}


def test_the_register_itself_is_no_list_of_purchases(tikissa: CommandLine, files: tuple[Path, Path]) -> None:
    register, _ = files
    said = tikissa("purchases", register, "--register", register)
    assert (said.status, len(said.error.splitlines())) == (2, 1)
