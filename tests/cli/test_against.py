"""`tikissa analyse NEW --against REGISTER` tells which rows of a new file the register has already."""

import json
from pathlib import Path

import jsonschema
import pytest

from command_line import CommandLine
from conftest import SHARED

SCHEMA = SHARED / "contract" / "analysis.schema.json"

NEW = """Etunimi;Sukunimi;Lähiosoite;Postinro;Kaupunki;Gsm;E-mail
Aino;Ahola;Koivut. 1;00100;Helsinki;+358 40 1234567;aino.ahola@example.org
Uuno;Uusi;Leppätie 9;20100;Turku;044 321 7654;uuno.uusi@example.org
Vera;Vuori;Kuusitie 3;33100;Tampere;041 555 1234;veera.vuori@example.org
"""


@pytest.fixture
def new(tmp_path: Path) -> Path:
    path = tmp_path / "messut.csv"
    path.write_text(NEW, encoding="utf-8")
    return path


def _links(found: dict[str, object]) -> list[set[tuple[str, int]]]:
    against = found["against"]
    assert isinstance(against, dict)
    return [{(row["file"], row["row"]) for row in link["rows"]} for link in against["links"]]


def test_customers_are_recognised_though_the_two_files_are_laid_out_differently(
    tikissa: CommandLine, register: Path, new: Path
) -> None:
    found = json.loads(tikissa("analyse", new, "--against", register, "--json", "-").out)
    assert _links(found) == [
        {("messut.csv", 2), ("asiakkaat.csv", 2), ("asiakkaat.csv", 3)},
        {("messut.csv", 4), ("asiakkaat.csv", 5)},
    ]
    assert found["against"]["already_there"] == 2
    assert found["against"]["register"]["rows"] == 4
    assert found["register"]["file"] == "messut.csv"


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the contract is not here")
def test_the_json_keeps_the_contract_and_says_the_file_of_each_row(
    tikissa: CommandLine, register: Path, new: Path
) -> None:
    found = json.loads(tikissa("analyse", register, "--against", new, "--json", "-").out)
    jsonschema.validate(found, json.loads(SCHEMA.read_text("utf-8")))
    entries = [entry for section in ("duplicates", "fixes", "stale", "findings") for entry in found[section]]
    assert entries
    assert {entry["file"] for entry in entries} == {"asiakkaat.csv"}


def test_the_same_number_in_two_programs_is_not_the_same_customer(
    tikissa: CommandLine, register: Path, tmp_path: Path
) -> None:
    other = tmp_path / "toinen.csv"
    other.write_text("Asiakasnro;Nimi;Puhelin\n1003;Onni Outo;044 987 6543\n", encoding="utf-8")
    found = json.loads(tikissa("analyse", other, "--against", register, "--json", "-").out)
    assert found["against"]["links"] == []


def test_two_files_of_one_name_are_told_apart_by_their_paths(
    tikissa: CommandLine, register: Path, tmp_path: Path
) -> None:
    (tmp_path / "uudet").mkdir()
    other = tmp_path / "uudet" / register.name
    other.write_text(NEW, encoding="utf-8")
    found = json.loads(tikissa("analyse", other, "--against", register, "--json", "-").out)
    assert {file for link in _links(found) for file, _ in link} == {str(other), str(register)}


def test_people_are_told_how_many_rows_are_there_already(tikissa: CommandLine, register: Path, new: Path) -> None:
    assert "asiakkaat.csv: 2 rows are there already, 1 are new" in tikissa("analyse", new, "--against", register).out


def test_neither_file_is_ever_the_target(tikissa: CommandLine, register: Path, new: Path) -> None:
    before = register.read_bytes()
    assert tikissa("analyse", new, "--against", register, "--json", register).status == 2
    assert register.read_bytes() == before


def test_a_register_that_is_not_there_is_one_line_and_status_2(tikissa: CommandLine, new: Path) -> None:
    said = tikissa("analyse", new, "--against", new.with_name("puuttuu.xlsx"))
    assert (said.status, said.out, len(said.error.splitlines())) == (2, "", 1)
