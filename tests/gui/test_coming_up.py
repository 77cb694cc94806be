"""While the pages that are not seen first come, the window must answer."""

from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tikissa.gui.main_window import MainWindow
from tikissa.gui.pages import page_types
from tikissa.gui.preferences_model import PreferencesModel


def test_the_window_answers_between_one_page_and_the_next(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(PreferencesModel(tmp_path / "preferences.json"))
    qtbot.addWidget(window)
    pages_seen: set[int] = set()
    asking = QTimer(window)
    asking.timeout.connect(lambda: pages_seen.add(len(window.pages)))
    asking.start(0)
    window.show()
    qtbot.waitUntil(lambda: bool(window.rail.entries))
    assert pages_seen.issuperset(range(1, len(page_types())))
    window.close()
