"""The same way through without a mouse: every step has a key, and the key is what the button shows."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from journeys.conftest import Walk
from tikissa.gui.elements.key_button import KeyButton
from tikissa.gui.fixes.fixes_page import FixesPage
from tikissa.gui.history.history_page import HistoryPage


def press(qtbot: QtBot, keys: str) -> None:
    """Press keys on whatever has the focus."""
    combination = QKeySequence(keys)[0]
    target = QApplication.focusWidget()
    assert target is not None
    qtbot.keyClick(target, combination.key(), combination.keyboardModifiers())


def shown_key(walk: Walk, words: str) -> str:
    """Return the key on the first visible button whose words begin so."""
    buttons = [button for button in walk.window.page.findChildren(KeyButton) if button.isVisible() and button.key]
    found = [button.key for button in buttons if button.text().startswith(words)]
    assert found, [button.text() for button in walk.window.page.findChildren(KeyButton)]
    return found[0]


WORDS = [("fi", "Hyväksy", "Yhdistä"), ("sv", "Godkänn", "Slå ihop"), ("en", "Accept", "Merge")]
"""What the buttons that accept and merge begin with."""


@pytest.mark.parametrize(("language", "accept", "merge"), WORDS)
def test_from_the_open_file_to_the_saved_one(
    walk: Walk, register: Path, qtbot: QtBot, language: str, accept: str, merge: str
) -> None:
    walk.speak(language)
    walk.window.activateWindow()
    walk.window.workflow.open_file(register)
    walk.at("read_back")
    press(qtbot, "Space")
    walk.at("overview")
    press(qtbot, "Space")
    walk.at("fixes")
    while walk.window.model.current.work.fixes:
        press(qtbot, shown_key(walk, accept))
        QApplication.processEvents()
    walk.window.visit("duplicates")
    QApplication.processEvents()
    press(qtbot, shown_key(walk, merge))
    press(qtbot, "Ctrl+S")
    walk.at("save")
    press(qtbot, "Space")
    walk.at("done")
    named = {"fi": "siistitty", "sv": "rensad", "en": "cleaned"}
    assert register.with_name(f"asiakkaat-{named[language]}.csv").exists()


def test_esc_leads_back_from_the_rows_of_a_suggestion(walk: Walk, register: Path, qtbot: QtBot) -> None:
    walk.window.activateWindow()
    walk.window.workflow.open_file(register)
    walk.at("read_back")
    press(qtbot, "Space")
    walk.at("overview")
    walk.window.visit("fixes")
    QApplication.processEvents()
    press(qtbot, shown_key(walk, "Näytä rivit"))
    page = walk.window.pages["fixes"]
    assert isinstance(page, FixesPage)
    assert page.rows is not None
    press(qtbot, "Esc")
    assert page.rows is None


def test_ctrl_z_takes_the_last_choice_back(walk: Walk, register: Path, qtbot: QtBot) -> None:
    walk.window.activateWindow()
    walk.open_and_analyse(register)
    walk.window.visit("duplicates")
    QApplication.processEvents()
    press(qtbot, shown_key(walk, "Yhdistä"))
    assert walk.window.model.can_undo
    qtbot.keyClick(walk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not walk.window.model.can_undo


def test_enter_presses_whichever_button_has_the_focus(walk: Walk, register: Path, qtbot: QtBot) -> None:
    walk.window.activateWindow()
    walk.open_and_analyse(register)
    walk.window.rail.entries["fixes"].setFocus()
    press(qtbot, "Return")
    walk.at("fixes")
    page = walk.window.page
    assert isinstance(page, FixesPage)
    open_fixes = walk.window.model.current.work.fixes
    page.deck.cards[0].buttons[0].setFocus()
    press(qtbot, "Return")
    assert walk.window.model.current.work.fixes < open_fixes


def test_enter_on_cancel_cancels(walk: Walk, register: Path, qtbot: QtBot) -> None:
    walk.window.activateWindow()
    walk.open_and_analyse(register)
    other = register.with_name("toinen.csv")
    other.write_bytes(register.read_bytes())
    walk.drop(other)
    question = walk.window.arrivals.question
    assert question is not None
    cancel = next(button for button in question.findChildren(QPushButton) if button.text() == "Peruuta")
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert not question.isVisible()
    assert walk.window.model.current.path == register


def test_the_keyboard_stays_on_the_page_when_a_choice_is_taken_back(walk: Walk, register: Path, qtbot: QtBot) -> None:
    walk.window.activateWindow()
    walk.open_and_analyse(register)
    walk.go("fixes")
    press(qtbot, shown_key(walk, "Hyväksy"))
    page = walk.window.page
    assert isinstance(page, FixesPage)
    page.notice.undo.setFocus()
    press(qtbot, "Return")
    assert page.isAncestorOf(QApplication.focusWidget())
    press(qtbot, shown_key(walk, "Hyväksy"))
    press(qtbot, "Ctrl+H")
    history = walk.window.page
    assert isinstance(history, HistoryPage)
    history.take_back.setFocus()
    press(qtbot, "Space")
    assert not history.take_back.isEnabled()
    assert history.isAncestorOf(QApplication.focusWidget())


def test_esc_leads_from_the_choices_back_to_where_one_was(walk: Walk, register: Path, qtbot: QtBot) -> None:
    walk.window.activateWindow()
    walk.open_and_analyse(register)
    walk.go("fixes")
    press(qtbot, shown_key(walk, "Hyväksy"))
    press(qtbot, "Ctrl+H")
    assert walk.window.page.key == "history"
    press(qtbot, "Esc")
    assert walk.window.page.key == "fixes"
