"""The first tour: three steps that never stand in the way, passed over with one press, and never shown again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.builders import model_of
from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.shell.main_window import MainWindow
from tikissa.gui.shell.tour import Tour


@pytest.fixture
def tour(qtbot: QtBot, tmp_path: Path) -> Iterator[Tour]:
    window = MainWindow(PreferencesModel(tmp_path / "preferences.json"))
    qtbot.addWidget(window)
    window.show()
    window.complete()
    model = model_of(tmp_path)
    window.model.open(model.current)
    window.model.take_analysis(model.current.analysis)
    window.visit("overview")
    yield Tour(window, window.preferences)
    window.close()


def test_three_steps_lead_through_and_it_is_not_shown_again(tour: Tour) -> None:
    focus = tour.window().focusWidget()
    tour.start()
    headings = []
    while tour.isVisible():
        headings.append(tour.heading.text())
        assert tour.window().rect().contains(tour.geometry())
        assert tour.accessibleName().startswith(headings[-1])
        assert tour.window().focusWidget() is focus, "who goes on working is not disturbed"
        tour.onward.click()
    assert len(headings) == len(set(headings)) == 3
    tour.start()
    assert not tour.isVisible()


@pytest.mark.parametrize("way", ["button", "key", "work"])
def test_it_is_passed_over_with_one_press_for_good(tour: Tour, qtbot: QtBot, way: str) -> None:
    tour.start()
    if way == "button":
        tour.skip.click()
    elif way == "work":
        tour.window().visit("fixes")
    else:
        qtbot.keyClick(tour, Qt.Key.Key_Escape)
    assert not tour.isVisible()
    tour.start()
    assert not tour.isVisible()
