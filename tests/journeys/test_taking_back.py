"""What was done can be taken back, stopped and gone on with."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from journeys.conftest import Walk
from tikissa.app.folders import data_folder
from tikissa.store.recent import recent_registers


def test_a_bulk_accept_is_taken_back_by_one_key(walk: Walk, register: Path) -> None:
    walk.open_and_analyse(register)
    walk.go("fixes")
    open_fixes = walk.window.model.current.work.fixes
    walk.accept_every_fix()
    walk.window.actions_by_name["undo"].trigger()
    assert walk.window.model.current.work.fixes > 0
    while walk.window.model.can_undo:
        walk.window.actions_by_name["undo"].trigger()
    assert walk.window.model.current.work.fixes == open_fixes
    assert walk.window.foot.arithmetic.text() == "81 riviä · ei muutoksia"


def test_what_was_taken_back_can_be_put_back(walk: Walk, register: Path) -> None:
    walk.open_and_analyse(register)
    walk.go("fixes")
    walk.accept_every_fix()
    accepted = walk.window.foot.arithmetic.text()
    walk.window.undo()
    walk.window.redo()
    assert walk.window.foot.arithmetic.text() == accepted


def test_a_cancelled_analysis_leaves_the_program_ready(walk: Walk, register: Path, qtbot: QtBot) -> None:
    walk.drop(register)
    walk.at("read_back")
    with qtbot.waitSignal(walk.window.workflow.cancelled, timeout=60_000):
        walk.press("Kyllä, jatka")
        walk.window.progress.stop.click()
    walk.at("read_back")
    assert walk.window.progress.isHidden()
    assert walk.window.focusWidget() is walk.window.page.focusWidget(), "the keyboard goes on from the page"
    walk.press("Kyllä, jatka")
    walk.at("overview")


def test_the_next_start_goes_on_where_the_last_one_stopped(walk: Walk, register: Path) -> None:
    walk.open_and_analyse(register)
    walk.go("fixes")
    walk.accept_every_fix()
    decided = walk.window.foot.arithmetic.text()
    walk.drop(register)
    walk.at("fixes")
    assert walk.window.foot.arithmetic.text() == decided


def test_a_saving_that_nothing_is_known_of_any_more_is_not_called_done(walk: Walk, register: Path) -> None:
    walk.open_and_analyse(register)
    walk.window.visit("done")
    walk.drop(register)
    walk.at("overview")


def test_the_language_changes_while_the_work_goes_on(walk: Walk, register: Path) -> None:
    walk.open_and_analyse(register)
    walk.speak("sv")
    QApplication.processEvents()
    assert walk.window.page.title() == "Översikt"
    assert walk.window.page.heading.text() == "Registrets skick"
    assert walk.window.header.undo.text() == "Ångra"
    assert walk.window.foot.arithmetic.text() == "81 rader · inga ändringar"


def test_a_register_can_be_forgotten_from_the_start_page(
    walk: Walk, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk.open_and_analyse(register)
    walk.window.model.close()
    walk.window.visit("start")
    asked: list[list[str]] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append([each.text() for each in box.buttons()]))
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.defaultButton())
    walk.press("Unohda")
    assert asked == [["Unohda", "Peruuta"]]
    assert len(recent_registers(data_folder())) == 1
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.buttons()[0])
    walk.press("Unohda")
    assert recent_registers(data_folder()) == ()
    assert not list(data_folder().glob("*.session"))
    assert register.exists()
