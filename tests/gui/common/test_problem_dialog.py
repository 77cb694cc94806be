"""When something goes wrong: a sentence with a way out, or details to copy that hold nothing personal."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from tikissa.gui.common import problem_dialog as dialogs
from tikissa.gui.common.password_dialog import needs_password
from tikissa.model.problems import FileProblem


def raised() -> BaseException:
    customer = "Aino Ahokas 040 123 4567"
    try:
        raise ValueError(f"cannot read {customer}")
    except ValueError as problem:
        return problem


def test_details_tell_where_and_never_what_stood_in_the_register() -> None:
    told = dialogs.details(raised())
    assert "ValueError" in told
    assert "test_problem_dialog.py" in told
    assert "Ahokas" not in told
    assert "040" not in told


def shown(qtbot: QtBot, problem: BaseException) -> QMessageBox:
    box = dialogs.problem_box(None, problem)
    qtbot.addWidget(box)
    return box


def test_a_problem_with_words_is_told_in_them(qtbot: QtBot) -> None:
    box = shown(qtbot, FileProblem("file.missing", "asiakkaat.xlsx"))
    assert "asiakkaat.xlsx" in box.text()
    assert box.informativeText() == ""


def test_an_unexpected_one_offers_its_details(qtbot: QtBot) -> None:
    box = shown(qtbot, raised())
    copy = next(button for button in box.buttons() if button.text() == "Copy details")
    copy.click()
    assert "ValueError" in QApplication.clipboard().text()


def test_only_a_missing_password_is_asked_for() -> None:
    assert needs_password(FileProblem("file.password_protected", "a.xlsx"))
    assert not needs_password(FileProblem("file.missing", "a.xlsx"))
    assert not needs_password(ValueError())


@pytest.mark.usefixtures("qapp")
def test_where_an_unexpected_fault_came_from_is_written_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIKISSA_DATA", str(tmp_path))
    QTimer.singleShot(0, close_the_dialog)
    dialogs.show_problem(None, raised())
    written = (tmp_path / "logs" / "tikissa.log").read_text("utf-8")
    assert "ValueError" in written
    assert "test_problem_dialog.py" in written
    assert "Ahokas" not in written


def close_the_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QMessageBox)
    dialog.reject()
