"""2,000 secret numbers in cells of every kind: none stands in clear in anything but the user's own cleaned data."""

import json
from itertools import cycle
from pathlib import Path

import openpyxl
import pytest

from command_line import CommandLine
from secret_writings import digits_of, secret_writings

TODAY = ("--today", "2026-11-01")
COLUMNS = (
    *("Asiakasnro", "Etunimi", "Sukunimi", "Lähiosoite", "Postinumero", "Postitoimipaikka", "Puhelin", "Sähköposti"),
    *("Henkilötunnus", "Huomautus", "Oma"),
)
PLACES = (
    ("Huomautus", "{}"),
    ("Huomautus", "vanha tunnus {}, soita ensin"),
    ("Huomautus", "HETU_{}"),
    ("Henkilötunnus", "{}"),
    ("Oma", "{}"),
    ("Sukunimi", "Testaaja {}"),
    ("Lähiosoite", "Koivutie 1 {}"),
    ("Puhelin", "{}"),
    ("Sähköposti", "{}"),
    ("Postitoimipaikka", " {} "),
)


def _rows(secrets: list[str]) -> list[list[str]]:
    """Return customers in twos, each twice in a row, so that one of them is merged away with what it holds."""
    rows = []
    for number, (secret, (column, words)) in enumerate(zip(secrets, cycle(PLACES), strict=False)):
        person = number // 2
        row = {
            "Asiakasnro": str(1000 + number),
            "Etunimi": f"Aino{'aeiou'[person % 5]}",
            "Sukunimi": f"Kokeilu{'abcdefghij'[person // 5 % 10]}",
            "Lähiosoite": f"koivutie {person}",
            "Postinumero": "100",
            "Postitoimipaikka": "helsinki",
            "Puhelin": f"040{5000000 + person}",
            "Sähköposti": f"aino{person}@example.org",
        }
        row[column] = words.format(secret)
        rows.append([row.get(name, "") for name in COLUMNS])
    return rows


@pytest.fixture(scope="module")
def secrets() -> list[str]:
    return list(secret_writings(2000))


@pytest.fixture
def register(tmp_path: Path, secrets: list[str]) -> Path:
    path = tmp_path / "rekisteri.csv"
    lines = [COLUMNS, *_rows(secrets)]
    path.write_text("\n".join(";".join(line) for line in lines), "utf-8")
    return path


def _in_clear(text: str, secrets: list[str]) -> list[str]:
    """Return the secrets whose last letters and digits stand in a text, whatever is between them."""
    plain = digits_of(text)
    return [secret for secret in secrets if digits_of(secret)[-9:] in plain]


def test_none_is_in_the_analysis_for_other_programs(tikissa: CommandLine, register: Path, secrets: list[str]) -> None:
    said = tikissa("analyse", register, "--json", "-", *TODAY)
    assert said.status == 0
    assert "identity_code.found" in said.out
    assert _in_clear(said.out, secrets) == []


def test_none_is_in_any_form_of_the_change_log(tikissa: CommandLine, register: Path, secrets: list[str]) -> None:
    cleaned, log = register.with_name("siisti.csv"), register.with_name("loki.xlsx")
    files = ("--output", cleaned, "--audit-log", log)
    assert tikissa("clean", register, "--accept", "all", "--retire", "keep", *files, *TODAY).status == 0
    for path in (log.with_suffix(".csv"), log.with_suffix(".jsonl")):
        assert _in_clear(path.read_text("utf-8"), secrets) == []
    sheets = openpyxl.load_workbook(log, read_only=True)
    cells = (str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row if cell)
    assert _in_clear("\n".join(cells), secrets) == []
    lines = [json.loads(line) for line in log.with_suffix(".jsonl").read_text("utf-8").splitlines()]
    assert {"change", "merged"} <= {line["kind"] for line in lines}
    assert tikissa("verify", register, cleaned, log).status == 0


def test_none_is_in_what_the_gate_says(tikissa: CommandLine, register: Path, secrets: list[str]) -> None:
    lines = register.read_text("utf-8").splitlines()
    old = register.with_name("vanha.csv")
    old.write_text("\n".join(";".join([*line.split(";")[:8], "", "", ""]) for line in lines), "utf-8")
    said = tikissa("gate", register, "--register", old, "--json", "-", *TODAY)
    assert said.status == 0
    assert _in_clear(said.out, secrets) == []
    log = register.with_name("loki.xlsx")
    files = ("--output", register.with_name("siisti.csv"), "--audit-log", log)
    assert tikissa("gate", register, "--register", old, "--accept", "new", *files, *TODAY).status == 0
    assert _in_clear(log.with_suffix(".jsonl").read_text("utf-8"), secrets) == []
