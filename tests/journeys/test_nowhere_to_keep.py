"""The disk is full or the folder cannot be written: it is said in words, and no choice is shown as made that is not."""

import os
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from journeys.conftest import Walk
from tikissa.app.folders import data_folder
from tikissa.gui.common.problem_dialog import show_problem
from tikissa.gui.fixes.fixes_page import FixesPage
from tikissa.model.problems import SessionProblem

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the limit of a file's size is a Unix one")


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow past a page, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_on_a_full_disk_a_choice_is_not_made_and_can_be_made_later(walk: Walk, register: Path, qtbot: QtBot) -> None:
    walk.open_and_analyse(register)
    walk.go("fixes")
    page = walk.window.page
    assert isinstance(page, FixesPage)
    cards, open_fixes = len(page.deck.cards), walk.window.model.current.work.fixes
    with full_disk(), qtbot.captureExceptions() as caught:
        qtbot.mouseClick(page.deck.cards[0].buttons[0], Qt.MouseButton.LeftButton)
    assert [type(problem) for _, problem, _ in caught] == [SessionProblem]
    assert (len(page.deck.cards), walk.window.model.current.work.fixes) == (cards, open_fixes)
    assert page.notice.isHidden()
    assert walk.window.foot.arithmetic.text() == "81 riviä · ei muutoksia"
    walk.accept_every_fix()
    assert walk.window.model.current.work.fixes == 0


def test_on_a_full_disk_one_can_still_look_around(walk: Walk, register: Path) -> None:
    walk.open_and_analyse(register)
    with full_disk():
        walk.window.visit("rows")
    assert walk.window.page.key == "rows"


def test_the_problem_is_told_with_what_to_do(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    show_problem(walk.window, SessionProblem("session.not_writable", "C:/Tikissä"))
    assert len(told) == 1
    assert "C:/Tikissä" in told[0]
    assert "levy" in told[0]


@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_cannot_be_written_is_told_when_a_register_is_opened(walk: Walk, register: Path) -> None:
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o500)
    try:
        walk.drop(register)
        walk.until(lambda: bool(walk.problems))
    finally:
        folder.chmod(0o700)
    assert isinstance(walk.problems[0], SessionProblem)
    assert walk.window.model.session is None


def test_a_data_folder_that_is_a_file_is_told_when_a_register_is_opened(
    walk: Walk, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("TIKISSA_DATA", str(tmp_path / "file"))
    walk.drop(register)
    walk.until(lambda: bool(walk.problems) or walk.window.model.session is not None)
    QApplication.processEvents()
    assert isinstance(walk.problems[0], SessionProblem)
    assert walk.window.page.key == "start"
