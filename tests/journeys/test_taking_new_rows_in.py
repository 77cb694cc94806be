"""New rows of a list are taken into the register, taken back by one key, there after a new start, saved and proven."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeys.conftest import Walk, customer
from tikissa.export.proof.verify import verify
from tikissa.gui.common.decision_words import details, headline
from tikissa.gui.gate.list_check_page import ListCheckPage
from tikissa.model.decision import Decision


@pytest.fixture
def fair(tmp_path: Path) -> Path:
    """One who is a customer already and two who are not, their names in two columns as in the register."""
    path = tmp_path / "messut.csv"
    _, last, first, phone, mail, street, postcode, town, _ = customer(4).split(";")
    rows = [
        ["Etunimi", "Sukunimi", "Puh", "Email", "Osoite", "Postinumero", "Paikkakunta", "Kiinnostus"],
        [first, last, phone, mail, street, postcode, town, "väri"],
        ["SIIRI", "KUPARINEN", "+358449998877", "siiri@toinen.fi", "Rinnetie 8", "70100", "Kuopio", ""],
        ["Veikko", "Tammela", "0449998866", "veikko@toinen.fi", "Rinnetie 9", "70100", "Kuopio", "leikkaus"],
    ]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return path


def _checked(walk: Walk, fair: Path) -> ListCheckPage:
    walk.window.arrivals.check.start(fair)
    walk.at("list_check")
    page = walk.window.page
    assert isinstance(page, ListCheckPage)
    return page


def _foot(walk: Walk) -> str:
    return walk.window.foot.arithmetic.text().replace("\xa0", " ")


def test_new_rows_go_into_the_saved_file_and_the_rows_add_up_on_every_page(
    walk: Walk, register: Path, fair: Path
) -> None:
    walk.open_and_analyse(register)
    _checked(walk, fair).add.click()
    assert _foot(walk).startswith("81 riviä + 2 lisätty = 83")
    walk.go("save")
    walk.press("Tallenna siistitty tiedosto")
    walk.at("done")
    cleaned = register.with_name("asiakkaat-siistitty.csv")
    assert cleaned.read_bytes() == register.read_bytes() + (
        ";Kuparinen;Siiri;044 999 8877;siiri@toinen.fi;Rinnetie 8;70100;Kuopio;\r\n"
        ";Tammela;Veikko;044 999 8866;veikko@toinen.fi;Rinnetie 9;70100;Kuopio;\r\n"
    ).encode("cp1252")
    assert verify(register, cleaned, register.with_name("asiakkaat-muutosloki.xlsx")) == ()


def test_taking_rows_in_is_taken_back_by_one_key_and_told_in_the_history(
    walk: Walk, register: Path, fair: Path, qtbot: QtBot
) -> None:
    walk.open_and_analyse(register)
    page = _checked(walk, fair)
    page.add.click()
    assert not page.add.isVisible()
    walk.window.activateWindow()
    qtbot.keyClick(walk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert walk.window.model.current.outcome.added == ()
    assert page.add.isVisible()
    assert _foot(walk) == "81 riviä · ei muutoksia"
    session = walk.window.model.current
    decided = session.log.events[0]
    assert isinstance(decided, Decision)
    assert headline(decided, session.analysis) == "Lisätty rekisteriin: 2 uutta riviä · messut.csv"
    told = [line.replace("\xa0", " ") for line in details(decided, session.analysis)]
    assert told[0] == "messut.csv · rivi 3 · Kuparinen · Siiri · 044 999 8877 · siiri@toinen.fi"


def test_rows_taken_in_are_there_after_a_new_start(walk: Walk, register: Path, fair: Path) -> None:
    walk.open_and_analyse(register)
    _checked(walk, fair).add.click()
    walk.drop(register)
    walk.at("list_check")
    assert [row.texts["Sukunimi"] for row in walk.window.model.current.outcome.added] == ["Kuparinen", "Tammela"]
    assert not _checked(walk, fair).add.isVisible()
