"""`tikissa erase` takes one customer out of the program's memory and out of the register's next file."""

import json
from pathlib import Path

import pytest

from command_line import CommandLine
from tikissa.app.session import Session
from tikissa.files.reader import read

TODAY = ("--today", "2026-11-01")
LOST = ("Eino", "Pihlajatie", "765 4321", "7654321", "eino.ek")


@pytest.fixture
def opened(register: Path) -> Path:
    """A register that the program knows; the customer on row 4 is Eino Ek."""
    Session(register, read(register)).close()
    return register


def _named_in(path: Path) -> list[str]:
    text = path.read_bytes().decode("utf-8", "replace")
    return [word for word in LOST if word in text]


@pytest.mark.parametrize(("language", "word"), [("fi", "pysyvästi"), ("sv", "för gott"), ("en", "for good")])
def test_it_says_what_is_gone_and_names_the_files_that_still_hold_the_customer(
    tikissa: CommandLine, opened: Path, language: str, word: str
) -> None:
    before = opened.read_bytes()
    said = tikissa("erase", opened, "--row", "4", language=language)
    assert (said.status, said.error) == (0, "")
    assert word in said.out
    assert str(opened) in said.out
    assert opened.read_bytes() == before


def test_the_customer_is_gone_from_the_next_file_its_logs_and_the_analysis(tikissa: CommandLine, opened: Path) -> None:
    assert tikissa("erase", opened, "--row", "4").status == 0
    cleaned, log = (opened.with_name(f"{opened.stem}-{end}") for end in ("siistitty.csv", "muutosloki.jsonl"))
    said = tikissa("clean", opened, "--accept", "all", *TODAY)
    assert "Original 4 rows = cleaned 2 + merged into others 1 + archived 0 + removed 1" in said.out
    for path in (cleaned, log, log.with_suffix(".csv")):
        assert _named_in(path) == []
    for suffix in (".jsonl", ".csv", ".xlsx"):
        assert tikissa("verify", opened, cleaned, log.with_suffix(suffix)).status == 0
    told = tikissa("analyse", opened, "--json", "-", *TODAY)
    assert [word for word in LOST if word in told.out] == []


def test_a_line_of_the_customer_is_not_taken_back_from_a_log(tikissa: CommandLine, opened: Path) -> None:
    earlier = opened.with_name("ennen.csv"), opened.with_name("ennen-loki.jsonl")
    files = ("--output", earlier[0], "--audit-log", earlier[1])
    tikissa("clean", opened, "--accept", "none", "--retire", "remove", *files, *TODAY)
    lines = [json.loads(line) for line in earlier[1].read_text("utf-8").splitlines()]
    removed = next(line["line"] for line in lines if line["kind"] == "removed" and line["row"] == "4")
    tikissa("erase", opened, "--row", "4")
    tikissa("clean", opened, "--accept", "none", *TODAY)
    later = opened.with_name(f"{opened.stem}-siistitty.csv"), opened.with_name(f"{opened.stem}-muutosloki.xlsx")
    for (cleaned, log), line in ((earlier, removed), (later, "1")):
        said = tikissa("restore", cleaned, log, "--line", line, "--output", opened.with_name("takaisin.csv"))
        assert said.status == 2
        assert "erased for good" in said.error
        assert not opened.with_name("takaisin.csv").exists()


def test_another_customers_line_is_still_taken_back(tikissa: CommandLine, opened: Path) -> None:
    tikissa("erase", opened, "--row", "4")
    tikissa("clean", opened, "--accept", "all", *TODAY)
    cleaned, log = (opened.with_name(f"{opened.stem}-{end}") for end in ("siistitty.csv", "muutosloki.jsonl"))
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    merged = next(line["line"] for line in lines if line["kind"] == "merged")
    back = opened.with_name("takaisin.csv")
    assert tikissa("restore", cleaned, log, "--line", merged, "--output", back).status == 0
    assert _named_in(back) == []


def test_the_gate_tells_when_the_customer_comes_back_and_does_not_add_them(
    tikissa: CommandLine, opened: Path, tmp_path: Path
) -> None:
    tikissa("erase", opened, "--row", "4")
    new = tmp_path / "messut.csv"
    new.write_text(
        "Nimi;Puhelin;Sähköposti\nEk Eino;+358 50 7654321;\nUusi Asiakas;045 111 2222;uusi@example.org\n", "utf-8"
    )
    said = tikissa("gate", new, "--register", opened, "--json", "-")
    rows = json.loads(said.out)["rows"]
    assert [(row["verdict"], row["reasons"]) for row in rows] == [("forbidden", ["gate.erased"]), ("new", ["gate.new"])]
    assert tikissa("gate", new, "--register", opened, "--accept", "new").status == 0
    text = opened.with_name(f"{opened.stem}-siistitty.csv").read_text("utf-8")
    assert "Uusi" in text
    assert _named_in(opened.with_name(f"{opened.stem}-siistitty.csv")) == []


def test_next_months_file_tells_that_the_customer_is_in_it_again(tikissa: CommandLine, opened: Path) -> None:
    tikissa("erase", opened, "--row", "4")
    opened.write_text(opened.read_text("utf-8").replace("Pihlajatie 2", "Muu tie 9"), "utf-8")
    said = tikissa("analyse", opened, "--json", "-", *TODAY)
    found = [(each["row"], each["code"]) for each in json.loads(said.out)["findings"]]
    assert (4, "erased.came_back") in found


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--row", "99"), "no customer on row 99"),
        (("--row", "1"), "no customer on row 1"),
        (("--row", "0"), "no customer on row 0"),
        (("--row=-3",), "no customer on row -3"),
        (("--row", "4", "--sheet", "Toinen"), "Toinen"),
        (("--row", "neljä"), "neljä"),
        ((), "--row"),
    ],
)
def test_what_cannot_be_erased_is_said_in_one_line(
    tikissa: CommandLine, opened: Path, arguments: tuple[str, ...], words: str
) -> None:
    said = tikissa("erase", opened, *arguments)
    assert said.status == 2
    assert words in said.error
    assert len(said.error.strip().splitlines()) == 1


def test_a_register_never_opened_and_a_customer_erased_before_are_said(
    tikissa: CommandLine, register: Path, tmp_path: Path
) -> None:
    said = tikissa("erase", register, "--row", "4")
    assert (said.status, "has never opened" in said.error) == (2, True)
    Session(register, read(register)).close()
    assert tikissa("erase", register, "--row", "4").status == 0
    said = tikissa("erase", register, "--row", "4")
    assert (said.status, "erased already" in said.error) == (2, True)
    assert tikissa("erase", tmp_path / "ei.csv", "--row", "4").status == 2
