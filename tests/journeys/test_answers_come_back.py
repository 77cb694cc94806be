"""An ask list goes out, is filled in, and its answers come back as one decision that was shown first."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from journeys.conftest import Walk
from tikissa.gui.answers.answers_dialog import AnswersDialog
from tikissa.gui.common.decision_words import headline
from tikissa.gui.save.done_page import DonePage
from tikissa.model.decision import RetireAction
from tikissa.model.record import RecordId


def _ask_list(walk: Walk, register: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put two customers on the ask list, save, and take the list along."""
    walk.open_and_analyse(register)
    model = walk.window.model
    keys = model.current.analysis.keys
    model.decide(model.decider.retired_by_hand(keys, [RecordId(20), RecordId(30), RecordId(40)], RetireAction.ASK))
    walk.go("save")
    walk.press("Tallenna siistitty tiedosto")
    walk.at("done")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    page = walk.window.page
    assert isinstance(page, DonePage)
    page.lists.lines["ask"].take.click()
    walk.until(lambda: target.exists() and not walk.window.runner.is_busy)


def _fill_in(target: Path, *written: tuple[int, str, str]) -> None:
    """Write into the list as a salesperson would: row of the sheet, header, text."""
    workbook = openpyxl.load_workbook(target)
    sheet = workbook.active
    assert sheet is not None
    headers = [cell.value for cell in sheet[1]]
    for row, header, text in written:
        sheet.cell(row, headers.index(header) + 1).value = text
    workbook.save(target)


def _dropped(walk: Walk, target: Path) -> AnswersDialog:
    walk.drop(target)
    walk.until(lambda: walk.window.arrivals.answered.shown is not None)
    dialog = walk.window.arrivals.answered.shown
    assert dialog is not None
    return dialog


def test_answers_are_shown_then_taken_and_undone_as_one(
    walk: Walk, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kysy.xlsx"
    _ask_list(walk, register, target, monkeypatch)
    _fill_in(target, (2, "Puhelin", "045 111 2222"), (3, "Asiakkaan vastaus", "ok"), (4, "Asiakkaan vastaus", "soita"))
    dialog = _dropped(walk, target)
    told = [(line.record, line.after, line.is_words) for line in dialog.model.shown]
    assert told == [(20, "045 111 2222", False), (30, "", False), (40, "soita", True)]
    model = walk.window.model
    decided = len(model.current.log.events)
    dialog.take.click()
    assert model.current.outcome.text(RecordId(20), "Puhelin") == "045 111 2222"
    assert len(model.current.log.events) == decided + 1
    newest = model.current.log.in_force[-1][1]
    assert headline(newest, model.current.analysis) == "Asiakkaan vastaus · Puhelin · 1 rivi"
    model.undo()
    assert model.current.outcome.text(RecordId(20), "Puhelin") != "045 111 2222"


def test_a_line_that_is_left_out_is_not_taken(
    walk: Walk, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kysy.xlsx"
    _ask_list(walk, register, target, monkeypatch)
    _fill_in(target, (2, "Puhelin", "045 111 2222"), (3, "Asiakkaan vastaus", "ok"))
    dialog = _dropped(walk, target)
    choice = dialog.model.index(0, dialog.model.CHOSEN)
    assert dialog.model.setData(choice, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    dialog.take.click()
    assert walk.window.model.current.outcome.text(RecordId(20), "Puhelin") != "045 111 2222"


def test_a_list_without_its_register_says_what_to_do(
    walk: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("tikissa.gui.common.problem_dialog.show_problem", lambda _, problem: told.append(problem.code))
    target = tmp_path / "kysy.csv"
    target.write_text("Nimi;Asiakkaan vastaus;Tikissä: älä muuta\r\nAino Ahola;ok;aa n:1\r\n", encoding="utf-8-sig")
    walk.drop(target)
    assert told == ["ask_list.no_register"]


def test_a_list_dropped_together_with_its_register_waits_for_it(
    walk: Walk, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kysy.xlsx"
    _ask_list(walk, register, target, monkeypatch)
    _fill_in(target, (2, "Asiakkaan vastaus", "ok"))
    walk.window.model.close()
    walk.window.visit("start")
    walk.drop(register, target)
    question = walk.window.arrivals.question
    assert question is not None
    question.accept()
    walk.until(lambda: bool(walk.problems) or walk.window.arrivals.answered.shown is not None)
    assert walk.window.model.checked is None
