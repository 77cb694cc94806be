"""The frame: always says where one is, what is left and what was just done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.builders import model_of, small_register
from tikissa.app.session import Session
from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.elements.theme import Scheme, apply_theme
from tikissa.gui.language.translation import Languages
from tikissa.gui.rows.rows_page import RowsPage
from tikissa.gui.shell.actions import ACTIONS
from tikissa.gui.shell.application import place_of, put_in_place
from tikissa.gui.shell.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(PreferencesModel(tmp_path / "preferences.json"))
    qtbot.addWidget(made)
    made.show()
    made.complete()
    yield made
    made.close()


def open_register(window: MainWindow, folder: Path) -> None:
    model = model_of(folder)
    window.model.open(model.current)
    window.model.take_analysis(model.current.analysis)
    window.visit("overview")


def test_the_language_changes_while_a_register_is_read_but_not_analysed(
    window: MainWindow, tmp_path: Path, qapp: QApplication
) -> None:
    register, languages = small_register(tmp_path), Languages(qapp)
    window.model.open(Session(register.source.path, register, tmp_path))
    for language, title in (("sv", "Alla rader"), ("en", "All rows")):
        languages.use(language)
        qapp.processEvents()
        rows = window.pages["rows"]
        assert isinstance(rows, RowsPage)
        assert rows.heading.text() == title


def test_before_a_register_is_open_only_its_way_in_and_the_open_registers_can_be_chosen(window: MainWindow) -> None:
    assert [key for key, entry in window.rail.entries.items() if entry.isEnabled()] == ["start", "open_registers"]
    assert window.header.undo.isHidden()


def test_every_action_has_its_method_and_its_keys_differ(window: MainWindow) -> None:
    assert set(window.actions_by_name) == {spec.name for spec in ACTIONS}
    assert len({spec.keys for spec in ACTIONS}) == len(ACTIONS)


def test_the_foot_adds_up_after_every_decision(window: MainWindow, tmp_path: Path) -> None:
    open_register(window, tmp_path)
    assert window.foot.arithmetic.text() == "8 rows · no changes"
    session = window.model.current
    merge = session.work.merges[0]
    window.model.decide(window.model.decider.merges(session.analysis, [merge]))
    gone = len(merge.records) - 1
    assert window.foot.arithmetic.text().startswith(f"8 rows = {8 - gone} kept + {gone} merged")


def test_undo_is_offered_only_when_there_is_something_to_take_back(window: MainWindow, tmp_path: Path) -> None:
    open_register(window, tmp_path)
    assert not window.header.undo.isEnabled()
    session = window.model.current
    window.model.decide(window.model.decider.merges(session.analysis, [session.work.merges[0]]))
    assert window.header.undo.isEnabled()
    window.actions_by_name["undo"].trigger()
    assert not window.header.undo.isEnabled()
    assert window.header.redo.isEnabled()


def test_the_rail_lights_the_page_that_is_shown(window: MainWindow, tmp_path: Path) -> None:
    open_register(window, tmp_path)
    for key, entry in window.rail.entries.items():
        if key != "start":
            entry.click()
            assert [name for name, other in window.rail.entries.items() if other.isChecked()] == [key]
    window.visit("history")
    assert not any(entry.isChecked() for entry in window.rail.entries.values())


def test_the_program_remembers_the_page_one_was_on(window: MainWindow, tmp_path: Path) -> None:
    open_register(window, tmp_path)
    window.visit("duplicates")
    assert window.model.current.place == "duplicates"


def test_an_unknown_page_changes_nothing(window: MainWindow) -> None:
    window.visit("nowhere")
    assert window.page.key == "start"


def test_texts_too_large_for_the_window_leave_the_room_to_the_page(window: MainWindow, qapp: QApplication) -> None:
    window.resize(1366, 768)
    entry = window.rail.entries["start"]
    for percent, told in ((100, "File"), (200, ""), (100, "File")):
        apply_theme(qapp, Scheme.LIGHT, percent)
        qapp.processEvents()
        assert entry.text() == told
        assert entry.accessibleName() == "File"


def test_the_window_opens_where_it_was_left_and_never_larger_than_the_screen(qtbot: QtBot) -> None:
    left, opened, huge = QWidget(), QWidget(), QWidget()
    for window in (left, opened, huge):
        qtbot.addWidget(window)
    room = left.screen().availableGeometry()
    left.setGeometry(40, 50, 640, 480)
    put_in_place(opened, place_of(left))
    assert opened.geometry() == left.geometry()
    huge.setMinimumSize(room.width() + 500, room.height() + 500)
    put_in_place(huge, None)
    assert huge.width() < room.width()
    assert huge.height() < room.height()
    put_in_place(huge, "no place at all")
    assert huge.width() < room.width()
