"""2,000 secret numbers in cells of every kind: none stands in clear in anything but the user's own cleaned data."""

import json
from pathlib import Path

import openpyxl
import pytest

from command_line import CommandLine
from secret_writings import COLUMNS, in_clear, rows_with, secret_writings

TODAY = ("--today", "2026-11-01")


@pytest.fixture(scope="module")
def secrets() -> list[str]:
    return list(secret_writings(2000))


@pytest.fixture
def register(tmp_path: Path, secrets: list[str]) -> Path:
    path = tmp_path / "rekisteri.csv"
    lines = [COLUMNS, *rows_with(secrets)]
    path.write_text("\n".join(";".join(line) for line in lines), "utf-8")
    return path


def test_none_is_in_the_analysis_for_other_programs(tikissa: CommandLine, register: Path, secrets: list[str]) -> None:
    said = tikissa("analyse", register, "--json", "-", *TODAY)
    assert said.status == 0
    assert "identity_code.found" in said.out
    assert in_clear(said.out, secrets) == []


def test_none_is_in_any_form_of_the_change_log(tikissa: CommandLine, register: Path, secrets: list[str]) -> None:
    cleaned, log = register.with_name("siisti.csv"), register.with_name("loki.xlsx")
    files = ("--output", cleaned, "--audit-log", log)
    assert tikissa("clean", register, "--accept", "all", "--retire", "keep", *files, *TODAY).status == 0
    for path in (log.with_suffix(".csv"), log.with_suffix(".jsonl")):
        assert in_clear(path.read_text("utf-8"), secrets) == []
    sheets = openpyxl.load_workbook(log, read_only=True)
    cells = (str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row if cell)
    assert in_clear("\n".join(cells), secrets) == []
    lines = [json.loads(line) for line in log.with_suffix(".jsonl").read_text("utf-8").splitlines()]
    assert {"change", "merged"} <= {line["kind"] for line in lines}
    assert tikissa("verify", register, cleaned, log).status == 0


def test_none_is_in_what_the_gate_says(tikissa: CommandLine, register: Path, secrets: list[str]) -> None:
    lines = register.read_text("utf-8").splitlines()
    old = register.with_name("vanha.csv")
    old.write_text("\n".join(";".join([*line.split(";")[:8], "", "", ""]) for line in lines), "utf-8")
    said = tikissa("gate", register, "--register", old, "--json", "-", *TODAY)
    assert said.status == 0
    assert in_clear(said.out, secrets) == []
    log = register.with_name("loki.xlsx")
    files = ("--output", register.with_name("siisti.csv"), "--audit-log", log)
    assert tikissa("gate", register, "--register", old, "--accept", "new", *files, *TODAY).status == 0
    assert in_clear(log.with_suffix(".jsonl").read_text("utf-8"), secrets) == []
