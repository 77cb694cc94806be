"""`tikissa list` makes the lists to take along, the same as the window: with the choices made there in them."""

from datetime import date
from pathlib import Path

import pytest

from command_line import CommandLine
from tikissa.app.folders import data_folder
from tikissa.app.list_catalogue import LISTS
from tikissa.app.month.opening import look_through, opened, settings_of
from tikissa.app.preferences import Preferences
from tikissa.files.reader import read
from tikissa.model.decision import RetireAction
from tikissa.model.progress import NoProgress
from tikissa.model.record import RecordId

TODAY = "2026-11-01"


def _retire(register: Path, record: int, action: RetireAction) -> None:
    """Decide on a row as the window would."""
    with opened(register, data_folder(), NoProgress(), "user") as session:
        look_through(session, settings_of(session, Preferences(), date.fromisoformat(TODAY)), NoProgress())
        session.decide(session.decider.retired_by_hand(session.analysis.keys, [RecordId(record)], action))


def test_a_register_never_opened_gives_its_own_addresses(tikissa: CommandLine, register: Path, tmp_path: Path) -> None:
    said = tikissa("list", "email", register, tmp_path / "kirjeet.csv", "--today", TODAY, language="fi")
    assert (said.status, said.error) == (0, "")
    assert list(read(tmp_path / "kirjeet.csv").cells[0]) == [
        "aino.ahola@example.org",
        "eino.ek@example.org",
        "veera.vuori@example.org",
    ]
    assert "Sähköpostit" in said.out
    assert "sama osoite 1" in said.out


def test_what_was_decided_in_the_window_is_in_the_list(tikissa: CommandLine, register: Path, tmp_path: Path) -> None:
    _retire(register, 2, RetireAction.ARCHIVE)
    _retire(register, 3, RetireAction.ASK)
    for key in ("email", "gone", "ask"):
        assert tikissa("list", key, register, tmp_path / f"{key}.csv", "--today", TODAY).status == 0
    assert "eino.ek@example.org" not in list(read(tmp_path / "email.csv").cells[0])
    assert list(read(tmp_path / "gone.csv").cells_of("Asiakasnro")) == ["1003"]
    assert list(read(tmp_path / "ask.csv").cells_of("Asiakasnro")) == ["1004"]


@pytest.mark.parametrize(("language", "word"), [("fi", "Kyselylista"), ("sv", "Frågelista"), ("en", "Ask list")])
def test_a_list_nobody_is_on_is_said_and_not_written(
    tikissa: CommandLine, register: Path, tmp_path: Path, language: str, word: str
) -> None:
    said = tikissa("list", "ask", register, tmp_path / "kysy.xlsx", language=language)
    assert said.status == 2
    assert word in said.error
    assert not (tmp_path / "kysy.xlsx").exists()


def test_every_list_of_the_catalogue_is_named_in_the_help(tikissa: CommandLine) -> None:
    said = tikissa("list", "--help")
    told = " ".join(said.out.split())
    assert [entry.key for entry in LISTS if f"{entry.key} (" not in told] == []


def test_a_word_that_is_no_list_and_a_file_that_is_there_are_refused(
    tikissa: CommandLine, register: Path, tmp_path: Path
) -> None:
    assert tikissa("list", "fax", register, tmp_path / "x.csv").status == 2
    (tmp_path / "on.csv").write_text("oma", encoding="utf-8")
    assert tikissa("list", "email", register, tmp_path / "on.csv").status == 2
    assert (tmp_path / "on.csv").read_text(encoding="utf-8") == "oma"


def test_how_an_opened_register_is_read_is_not_said_twice(tikissa: CommandLine, register: Path, tmp_path: Path) -> None:
    _retire(register, 2, RetireAction.ARCHIVE)
    said = tikissa("list", "email", register, tmp_path / "x.csv", "--meaning", "Nimi=company")
    assert said.status == 2
    assert not (tmp_path / "x.csv").exists()


def test_the_customers_of_a_salesperson_who_left_are_shared_out(tikissa: CommandLine, tmp_path: Path) -> None:
    register = tmp_path / "asiakkaat.csv"
    theirs = ("1;Aino Ahola;Turku;Virtanen", "2;Eino Ek;Vaasa;Virtanen")
    others = ("3;Liisa Lampi;Turku;Aalto", "4;Onni Oja;Vaasa;Berg")
    register.write_text("\n".join(("Asiakasnro;Nimi;Paikkakunta;Myyjä", *theirs, *others)), "utf-8")
    target = tmp_path / "jako.csv"
    nobody = tikissa("list", "handover", register, target, language="fi")
    assert (nobody.status, "Virtanen (2)" in nobody.error, target.exists()) == (2, True, False)
    said = tikissa("list", "handover", register, target, "--seller", "virtanen", "--by", "town")
    assert (said.status, said.error) == (0, "")
    rows = read(target)
    assert [*zip(rows.cells_of("Nimi"), rows.cells_of("Myyjä"), strict=True)] == [
        ("Aino Ahola", "Aalto"),
        ("Eino Ek", "Berg"),
    ]


def test_a_program_is_named_or_refused(tikissa: CommandLine, register: Path, tmp_path: Path) -> None:
    said = tikissa("list", "program", register, tmp_path / "vie.csv", "--program", "Taikuri")
    assert (said.status, "Procountor" in said.error) == (2, True)
