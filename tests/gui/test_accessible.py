"""Everybody can use the window: each control has a name, a way to reach it by keyboard, and a sign that it is there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QProgressBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.builders import model_of
from tikissa.gui.answers.answers_dialog import AnswersDialog
from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.shell.help_dialog import HelpDialog
from tikissa.gui.shell.keys_dialog import KeysDialog
from tikissa.gui.shell.main_window import MainWindow
from tikissa.gui.shell.settings_dialog import SettingsDialog
from tikissa.lists.returned_ask_list import Answer, Answers
from tikissa.model.record import RecordId
from tikissa.text.phones import STYLES

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView, QProgressBar)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(PreferencesModel(tmp_path / "preferences.json"))
    qtbot.addWidget(made)
    made.show()
    made.complete()
    session = model_of(tmp_path)
    made.model.open(session.current)
    made.model.take_analysis(session.current.analysis)
    yield made
    made.close()


def nameless(inside: QWidget) -> list[str]:
    """Return the visible controls that a screen reader could not name."""
    found = []
    for control in inside.findChildren(QWidget):
        if isinstance(control, CONTROLS) and control.isVisibleTo(inside) and not _is_part_of_another(control):
            interface = QAccessible.queryAccessibleInterface(control)
            if not interface.text(QAccessible.Text.Name).strip():
                found.append(f"{type(control).__name__} {control.objectName()} in {type(control.parent()).__name__}")
    return found


def _is_part_of_another(control: QWidget) -> bool:
    """Tell whether Qt made this widget for one of its own: a table's corner, a list in a box."""
    above = control.parentWidget()
    while above is not None:
        if isinstance(above, (QComboBox, QAbstractItemView)):
            return True
        above = above.parentWidget()
    return False


def test_every_control_of_every_page_has_a_name(window: MainWindow) -> None:
    missing = {}
    for key in window.pages:
        if key == "since_last_time":
            continue  # shown only after a newer version of a file was opened
        window.visit(key)
        QApplication.processEvents()
        missing[key] = nameless(window)
    assert {key: names for key, names in missing.items() if names} == {}


def test_every_control_of_every_dialog_has_a_name(window: MainWindow) -> None:
    session = window.model.current
    answers = Answers((Answer(RecordId(0), (), True, ""),), unanswered=0, gone=0)
    dialogs: tuple[QDialog, ...] = (
        AnswersDialog(answers, session.analysis, session.outcome, "kysy.xlsx", window),
        SettingsDialog(window.preferences, STYLES, window),
        KeysDialog(window.pages.values(), window),
        HelpDialog(window),
    )
    for dialog in dialogs:
        assert nameless(dialog) == []


def test_every_button_can_be_reached_by_keyboard(window: MainWindow) -> None:
    for key in window.pages:
        window.visit(key)
        buttons = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]
        deaf = [
            button.text()
            for button in buttons
            if button.text() and not button.focusPolicy() & Qt.FocusPolicy.TabFocus and button.isEnabled()
        ]
        assert deaf == [], key


def test_the_rail_tells_its_counts_to_a_screen_reader(window: MainWindow) -> None:
    entry = window.rail.entries["duplicates"]
    assert entry.accessibleName().endswith(str(len(window.model.current.work.merges)))
