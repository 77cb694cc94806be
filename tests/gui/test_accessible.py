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
from tikissa.gui.duplicates.duplicates_page import DuplicatesPage
from tikissa.gui.elements.verdict_card import VerdictCard
from tikissa.gui.rows.rows_page import RowsPage
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


def told(view: QAbstractItemView) -> list[tuple[str, QAccessible.Role, bool]]:
    """Return name, role and whether it lies in the view of each item a screen reader finds in it."""
    interface = QAccessible.queryAccessibleInterface(view)
    items = [interface.child(place) for place in range(interface.childCount())]
    seen = interface.rect().adjusted(-1, -1, 1, 1)
    return [(item.text(QAccessible.Text.Name), item.role(), seen.intersects(item.rect())) for item in items]


def test_each_group_is_told_by_name_and_difference_with_its_place_in_the_list(window: MainWindow) -> None:
    window.visit("duplicates")
    page = window.pages["duplicates"]
    assert isinstance(page, DuplicatesPage)
    lines = [item for item in told(page.groups.lines) if item[1] == QAccessible.Role.Cell]
    assert len(lines) == len(page.groups.merges_shown) == 3
    for merge, (name, _, is_seen) in zip(page.groups.merges_shown, lines, strict=True):
        assert f"{len(merge.records)} rows" in name
        assert is_seen
    assert QAccessible.queryAccessibleInterface(page.groups.lines).text(QAccessible.Text.Name) == "Groups"


def test_each_verdict_is_a_button_with_its_words_and_its_key(window: MainWindow) -> None:
    window.visit("duplicates")
    page = window.pages["duplicates"]
    assert isinstance(page, DuplicatesPage)
    verdicts = page.verdicts
    for verdict in (verdicts.merge, verdicts.apart, verdicts.keep_both, verdicts.postpone):
        interface = QAccessible.queryAccessibleInterface(verdict)
        assert interface.role() == QAccessible.Role.Button
        assert interface.text(QAccessible.Text.Name) == verdict.text()
        assert interface.text(QAccessible.Text.Description) == verdict.key
        assert window.rect().contains(verdict.mapTo(window, verdict.rect().center()))


def test_each_row_is_told_with_whose_it_is_and_what_its_columns_are(window: MainWindow, qtbot: QtBot) -> None:
    window.visit("rows")
    page = window.pages["rows"]
    assert isinstance(page, RowsPage)
    table = page.browser.table
    qtbot.waitUntil(lambda: table.model() is not None and table.model().rowCount() == 8)
    items = told(table)
    rows = [name for name, role, _ in items if role == QAccessible.Role.RowHeader]
    columns = [name for name, role, _ in items if role == QAccessible.Role.ColumnHeader]
    cells = [name for name, role, _ in items if role == QAccessible.Role.Cell]
    assert rows[:2] == ["Matti Virtanen", "Liisa Korhonen"]
    assert columns[:3] == ["Row", "Asiakasnro", "Nimi"]
    assert len(cells) == 8 * len(columns)
    assert cells[len(columns) + 2] == "Liisa Korhonen", "row by row, each cell in its place"


@pytest.mark.parametrize("key", ["fixes", "stale"])
def test_each_card_is_told_with_its_kind_and_count(window: MainWindow, key: str) -> None:
    window.visit(key)
    cards = window.pages[key].findChildren(VerdictCard)
    assert cards
    for card in cards:
        name = QAccessible.queryAccessibleInterface(card).text(QAccessible.Text.Name)
        assert name.startswith(card.heading.text())
        assert any(letter.isdigit() for letter in name)


def test_a_list_to_choose_from_shows_its_last_entry_whole(window: MainWindow) -> None:
    dialog = SettingsDialog(window.preferences, STYLES, window)
    dialog.show()
    for box in dialog.findChildren(QComboBox):
        box.showPopup()
        QApplication.processEvents()
        last = box.view().visualRect(box.model().index(box.count() - 1, 0))
        assert last.bottom() <= box.view().viewport().height(), box.accessibleName()
        box.hidePopup()
    dialog.close()
