"""`tikissa gate NEW --register REGISTER` says what every row of a new file is to the register."""

import json
from pathlib import Path

import jsonschema
import pytest

from command_line import CommandLine
from conftest import SHARED

SCHEMA = SHARED / "contract" / "gate.schema.json"

NEW = """Etunimi;Sukunimi;Lähiosoite;Postinro;Kaupunki;Gsm;E-mail;Harrastus
Eino;Ek;Pihlajatie 2;200;HELSINKI;+358507654321;eino.ek@example.org;
Uuno;Uusi;Leppätie 9;20100;Turku;044 321 7654;uuno.uusi@example.org;golf
Veera;Vuori;Kuusitie 3;33100;Tampere;041 555 1234;veera.uusi@example.org;
;;Leppätie 8;20100;Turku;044 321 7000;joku@example.org;
"""


@pytest.fixture
def new(tmp_path: Path) -> Path:
    path = tmp_path / "messut.csv"
    path.write_text(NEW, encoding="utf-8")
    return path


def test_every_row_has_its_verdict_and_the_row_of_the_register(tikissa: CommandLine, register: Path, new: Path) -> None:
    said = tikissa("gate", new, "--register", register, "--json", "-")
    rows = json.loads(said.out)["rows"]
    assert (said.status, said.error) == (0, "")
    assert [(row["row"], row["verdict"], row["register_row"]) for row in rows] == [
        (2, "already_there", 4),
        (3, "new", None),
        (4, "changed", 5),
        (5, "needs_fixing", None),
    ]
    assert {row["sheet"] for row in rows} == {"messut"}
    change = rows[2]["changes"][0]
    assert (change["column"], change["before"], change["after"]) == (
        "Sähköposti",
        "veera.vuori@example.org",
        "veera.uusi@example.org",
    )


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the contract is not here")
def test_the_json_keeps_the_contract(tikissa: CommandLine, register: Path, new: Path, tmp_path: Path) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    for number, pair in enumerate([(new, register), (register, new)]):
        target = tmp_path / f"portti{number}.json"
        assert tikissa("gate", pair[0], "--register", pair[1], "--json", target).status == 0
        jsonschema.validate(json.loads(target.read_text("utf-8")), schema)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_summary_counts_every_verdict_and_names_the_columns_that_have_no_place(
    tikissa: CommandLine, register: Path, new: Path, language: str
) -> None:
    said = tikissa("gate", new, "--register", register, language=language)
    assert said.status == 0
    assert "Harrastus" in said.out
    assert sum(line.strip().startswith("1 ") for line in said.out.splitlines()) >= 4


def test_the_register_itself_a_missing_file_and_a_target_that_is_a_source_are_each_one_sentence(
    tikissa: CommandLine, register: Path, new: Path, tmp_path: Path
) -> None:
    for arguments in (
        (register, "--register", register),
        (tmp_path / "ei.csv", "--register", register),
        (new, "--register", tmp_path / "ei.csv"),
        (new, "--register", register, "--json", register),
        (new, "--register", register, "--json", new),
        (new,),
    ):
        said = tikissa("gate", *arguments)
        assert (said.status, said.out) == (2, "")
        assert len(said.error.splitlines()) == 1
