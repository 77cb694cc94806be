"""Qt for Python must not be able to end the program by using up None."""

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import tikissa.gui
from tikissa.gui.shell.immortal import PLENTY, make_constants_immortal


def test_none_cannot_be_used_up(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    for _ in range(1000):
        assert widget.parent() is None
    assert sys.getrefcount(None) > PLENTY // 2 or sys.version_info >= (3, 12)


def test_asking_twice_changes_nothing_more() -> None:
    make_constants_immortal()
    before = sys.getrefcount(True)
    make_constants_immortal()
    assert abs(sys.getrefcount(True) - before) < 1000
    assert tikissa.gui is not None
