"""Registers as small businesses have them, taken through every page: odd columns, odd cells, nothing recognised."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeys.conftest import Walk
from tikissa.export.proof.verify import verify
from tikissa.gui.duplicates.duplicates_page import DuplicatesPage

REGISTERS = sorted((Path(__file__).parent / "registers").glob("*.csv"))


@pytest.mark.parametrize("source", REGISTERS, ids=lambda path: path.stem)
def test_any_register_is_reviewed_on_every_page_and_saved(
    walk: Walk, qtbot: QtBot, tmp_path: Path, source: Path
) -> None:
    register = tmp_path / source.name
    register.write_bytes(source.read_bytes())
    walk.open_and_analyse(register)
    for key in walk.window.rail.entries:
        walk.window.visit(key)
    walk.go("duplicates")
    page = walk.window.page
    assert isinstance(page, DuplicatesPage)
    for _ in walk.window.model.current.work.merges:
        assert page.panel.common.text()
        qtbot.keyClick(page.panel.view, Qt.Key.Key_Y)
        if page.is_done():
            break
    assert page.is_done()
    walk.go("fixes")
    walk.accept_every_fix()
    walk.go("save")
    walk.press("Tallenna siistitty tiedosto")
    walk.at("done")
    cleaned = register.with_name(f"{register.stem}-siistitty.csv")
    assert verify(register, cleaned, register.with_name(f"{register.stem}-muutosloki.xlsx")) == ()
