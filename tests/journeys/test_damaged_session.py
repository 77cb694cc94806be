"""What was kept of a register has been damaged: what can be read of it holds, and that the rest is lost is told."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from journeys.conftest import Walk
from tikissa.app.folders import data_folder
from tikissa.gui.fixes.fixes_page import FixesPage


def test_choices_that_could_be_read_hold_and_the_loss_of_the_others_is_told(
    walk: Walk, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk.open_and_analyse(register)
    walk.go("fixes")
    assert isinstance(walk.window.page, FixesPage)
    walk.accept_every_fix()
    walk.go("duplicates")
    walk.press_first("Yhdistä")
    walk.window.model.close()
    with closing(sqlite3.connect(next(data_folder().glob("*.session")))) as session, session:
        session.execute("UPDATE events SET event = 'spoilt' WHERE number = (SELECT max(number) FROM events)")

    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    walk.open_and_analyse(register)
    walk.until(lambda: bool(told))
    (kept,) = data_folder().glob("*.damaged-1")
    assert "vaurioitunut" in told[0]
    assert kept.name in told[0]
    assert (walk.window.model.current.work.fixes, len(walk.window.model.current.work.merges)) == (0, 1)
