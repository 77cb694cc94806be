"""While the pages that are not seen first come, the window must answer."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.shell.main_window import MainWindow
from tikissa.gui.shell.page_list import page_types


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


HEAVY = ("numpy", "sqlite3", "openpyxl", "lxml", "rapidfuzz", "stdnum", "ssl", "logging.handlers", "phonenumbers")
FIRST_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
application = QApplication([])
QTimer.singleShot(0, lambda: (print(*sys.modules), application.quit()))
from tikissa.gui.shell.application import run
run()
"""


def test_what_only_registers_need_is_not_loaded_before_the_window_is_there() -> None:
    started = subprocess.run([sys.executable, "-c", FIRST_WINDOW], capture_output=True, text=True, check=True)
    loaded = set(started.stdout.split())
    assert "tikissa.gui.shell.main_window" in loaded
    assert not loaded & {*HEAVY, "tikissa.model.register", "tikissa.model.schema", "tikissa.text.phones"}
