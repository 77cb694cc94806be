"""A hundred groups through the real window: about one key press each, whatever is decided."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeys.conftest import HEADER, Walk, customer
from journeys.test_by_keyboard import press, shown_key

GROUPS = 100


@pytest.fixture
def many_twins(tmp_path: Path) -> Path:
    """Customers who are each there twice, the second time under another number and an older date."""
    rows = [customer(number) for number in range(GROUPS)]
    twins = [row.replace(f"{1000 + number};", f"{5000 + number};", 1) for number, row in enumerate(rows)]
    path = tmp_path / "kahdesti.csv"
    path.write_text("\r\n".join([HEADER, *rows, *twins]) + "\r\n", encoding="cp1252")
    return path


def verdicts() -> Iterator[str]:
    """Yield the Finnish keys of merge and different in turn."""
    return cycle("YYE")


def test_a_hundred_groups_take_about_a_hundred_key_presses(walk: Walk, many_twins: Path, qtbot: QtBot) -> None:
    walk.window.activateWindow()
    walk.open_and_analyse(many_twins)
    work = walk.window.model.current.work
    assert len(work.merges) == GROUPS
    walk.window.visit("duplicates")
    QApplication.processEvents()
    pressed = 0
    keys = verdicts()
    if work.safe_merges:
        press(qtbot, shown_key(walk, "Yksi kerrallaan"))
        pressed += 1
    while walk.window.model.current.work.merges:
        press(qtbot, next(keys))
        QApplication.processEvents()
        pressed += 1
        assert pressed <= 110
    summary = walk.window.model.current.summary
    assert summary.rows_in == 2 * GROUPS
    assert summary.merged == 67
