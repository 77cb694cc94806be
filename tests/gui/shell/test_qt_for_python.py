"""Qt for Python must neither use up None nor read the source of whatever is imported after it."""

import linecache
import sys
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import tikissa.gui
from tikissa.gui.shell.qt_for_python import PLENTY, make_constants_immortal


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


def test_an_import_does_not_read_the_source_for_qt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tikissa.gui is not None
    importing = tmp_path / "importing_another.py"
    importing.write_text("import imported_after_qt\n", encoding="utf-8")
    imported = tmp_path / "imported_after_qt.py"
    imported.write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    import_module("importing_another")
    assert str(imported) not in linecache.cache
