"""A hundred groups are judged with a hundred keys, and nothing has to be waited for between them."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from builders import analysis, merge, register
from tikissa.app.session import Session
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.duplicates.duplicates_page import DuplicatesPage
from tikissa.model.schema import Meaning

GROUPS = 100
KEYS = (Qt.Key.Key_M, Qt.Key.Key_D, Qt.Key.Key_R, Qt.Key.Key_M)


def test_a_hundred_groups_take_a_hundred_keys(qtbot: QtBot, tmp_path: Path, runner: TaskRunner) -> None:
    file = tmp_path / "asiakkaat.csv"
    file.write_text("Nimi;Puhelin\n", encoding="utf-8")
    names = [f"Asiakas {row % GROUPS}" for row in range(2 * GROUPS)]
    rows = register({"Nimi": names, "Puhelin": [f"040 {row:07}" for row in range(2 * GROUPS)]}, path=file)
    meanings = {"Nimi": Meaning.WHOLE_NAME, "Puhelin": Meaning.PHONE}
    groups = [merge([group, group + GROUPS], safe=False) for group in range(GROUPS)]
    session = Session(file, rows, tmp_path)
    session.take_analysis(analysis(rows, (), groups, meanings=meanings))
    model = SessionModel()
    model.open(session)
    page = DuplicatesPage(model, runner)
    qtbot.addWidget(page)
    page.retranslate()
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    model.changed.connect(page.refresh)
    page.refresh()
    for press in range(GROUPS):
        qtbot.keyClick(page.panel.view, KEYS[press % len(KEYS)])
    assert page.is_done()
    assert (len(model.current.log.events), session.outcome.kept) == (GROUPS, 2 * GROUPS - GROUPS // 2)
    model.close()
