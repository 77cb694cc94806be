"""A list from a fair is dropped beside the register: who on it is already a customer, and the new ones taken along."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from journeys.conftest import Walk, customer
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.files.reader import read
from tikissa.gui.gate.list_check_page import ListCheckPage
from tikissa.gui.shell.arrivals import command_for
from tikissa.gui.shell.what_files_dialog import WhatFilesDialog


@pytest.fixture
def fair(tmp_path: Path) -> Path:
    """Three who are customers already, under other headers; two who are not."""
    path = tmp_path / "messut.csv"
    rows = [["Nimi", "Puh", "Email", "Osoite", "Postinumero", "Paikkakunta", "Kiinnostus"]]
    for number in (4, 17, 33):
        _, last, first, phone, mail, street, postcode, town, _ = customer(number).split(";")
        rows.append([f"{first} {last}", phone.replace(" ", ""), mail, street, postcode, town, "väri"])
    rows.append(["Siiri Kuparinen", "044 999 8877", "siiri@toinen.fi", "Rinnetie 8", "70100", "Kuopio", ""])
    rows.append(["Veikko Tammela", "0449998866", "veikko@toinen.fi", "Rinnetie 9", "70100", "Kuopio", "leikkaus"])
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return path


def question(walk: Walk) -> WhatFilesDialog:
    QApplication.processEvents()
    asked = walk.window.arrivals.question
    assert asked is not None
    assert asked.isVisible()
    return asked


def page_of(walk: Walk) -> ListCheckPage:
    walk.at("list_check")
    page = walk.window.page
    assert isinstance(page, ListCheckPage)
    return page


def names(page: ListCheckPage) -> list[str]:
    model = page.rows.table.model()
    return [model.index(line, 2).data() for line in range(model.rowCount())]


def choose(monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
    """Answer the system's own file dialog, and open nothing in another program."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)


def test_a_list_dropped_on_an_open_register_is_checked_against_it(walk: Walk, register: Path, fair: Path) -> None:
    walk.open_and_analyse(register)
    walk.drop(fair)
    question(walk).accept()
    page = page_of(walk)
    assert walk.window.model.current.path == register
    assert walk.window.model.checked is not None
    assert walk.window.model.checked.counts[GateVerdict.NEW] == 2
    page.rows.filters[4].click()
    assert names(page) == ["Siiri Kuparinen", "Veikko Tammela"]
    assert walk.window.model.current.log.events == ()


def test_of_two_files_dropped_at_once_one_is_the_register_and_the_other_is_checked(
    walk: Walk, register: Path, fair: Path
) -> None:
    walk.drop(fair, register)
    asked = question(walk)
    asked.register.setCurrentIndex(1)
    assert asked.checked.currentData() == fair
    asked.accept()
    walk.at("read_back")
    walk.press("Kyllä, jatka")
    page_of(walk)
    assert walk.window.model.current.path == register


def test_the_same_file_dropped_twice_is_one_register(walk: Walk, register: Path) -> None:
    walk.drop(register, register)
    walk.at("read_back")
    assert walk.window.model.current.path == register


def test_a_file_dropped_on_an_open_register_may_be_a_register_of_its_own(
    walk: Walk, register: Path, fair: Path
) -> None:
    walk.open_and_analyse(register)
    walk.drop(fair)
    asked = question(walk)
    asked.own.click()
    asked.accept()
    walk.at("read_back")
    assert walk.window.model.current.path == fair


def test_a_question_that_is_cancelled_changes_nothing(walk: Walk, register: Path, fair: Path) -> None:
    walk.open_and_analyse(register)
    walk.drop(fair)
    question(walk).reject()
    assert walk.window.page.key == "overview"
    assert walk.window.model.current.path == register


def test_a_customer_is_seen_side_by_side_and_the_users_word_moves_the_row(
    walk: Walk, register: Path, fair: Path, qtbot: QtBot
) -> None:
    walk.open_and_analyse(register)
    walk.window.arrivals.check.start(fair)
    page = page_of(walk)
    page.rows.filters[7].click()
    walk.window.activateWindow()
    page.rows.table.setFocus()
    before = page.rows.current
    assert before is not None
    assert before.known == 4
    shown = page.rows.pair.table.model()
    texts = {shown.headerData(line, Qt.Orientation.Vertical): shown.index(line, 1).data() for line in range(4)}
    assert texts["Nimi"] == "Kaisa Ahokas"
    key = QKeySequence(page.rows.apart.key)[0].key()
    qtbot.keyClick(page.rows.table, key)
    assert walk.window.model.checked is not None
    assert walk.window.model.checked.rows[0].verdict is GateVerdict.NEW


def test_the_new_rows_and_the_whole_list_are_taken_along(
    walk: Walk, register: Path, fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk.open_and_analyse(register)
    walk.window.arrivals.check.start(fair)
    page = page_of(walk)
    new, whole = fair.with_name("uudet.xlsx"), fair.with_name("kaikki.csv")
    choose(monkeypatch, new)
    page.take_new.click()
    walk.until(new.exists)
    choose(monkeypatch, whole)
    page.take_all.click()
    walk.until(whole.exists)
    walk.until(lambda: not walk.window.runner.is_busy)
    assert list(read(new).cells_of("Nimi")) == ["Siiri Kuparinen", "Veikko Tammela"]
    told = read(whole)
    assert list(told.cells_of("Nimi"))[:3] == ["Kaisa Ahokas", "Niilo Haukkala", "Ilmari Kuusimäki"]
    assert list(told.cells_of("Asiakasnumero rekisterissä"))[:3] == ["1004", "1017", "1033"]
    assert list(told.cells_of("Jo rekisterissä"))[3:] == ["ei", "ei"]


def test_the_page_is_reached_by_keys_alone_and_says_what_it_is_for(walk: Walk, register: Path, qtbot: QtBot) -> None:
    walk.open_and_analyse(register)
    walk.window.activateWindow()
    qtbot.keyClick(walk.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    page = page_of(walk)
    assert page.empty.onward.isVisible()
    assert page.empty.onward.hasFocus()


def test_another_register_knows_nothing_of_the_list(walk: Walk, register: Path, fair: Path) -> None:
    walk.open_and_analyse(register)
    walk.window.arrivals.check.start(fair)
    page_of(walk)
    walk.window.workflow.open_file(fair)
    walk.at("read_back")
    walk.window.workflow.confirm(None)
    walk.at("overview")
    assert walk.window.model.checked is None


def test_a_list_that_cannot_be_read_is_told_of_and_the_register_stays(
    walk: Walk, register: Path, tmp_path: Path
) -> None:
    walk.open_and_analyse(register)
    empty = tmp_path / "tyhjä.csv"
    empty.write_bytes(b"")
    told: list[BaseException] = []
    check = walk.window.arrivals.check
    check.failed.disconnect()
    check.failed.connect(told.append)
    check.start(empty)
    walk.until(lambda: bool(told))
    assert walk.window.model.current.path == register


def test_a_check_that_is_cancelled_leaves_everything_as_it_was(walk: Walk, register: Path, fair: Path) -> None:
    walk.open_and_analyse(register)
    walk.window.arrivals.check.start(fair)
    walk.window.runner.cancel_all()
    walk.until(lambda: not walk.window.runner.is_busy)
    assert walk.window.model.checked is None
    assert walk.window.page.key == "overview"


def test_a_register_in_a_window_of_its_own_is_opened_by_the_program_itself(register: Path) -> None:
    program, arguments = command_for(register)
    assert Path(program).exists()
    assert arguments == ["-m", "tikissa", str(register)]
