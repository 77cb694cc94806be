"""All rows as they will be saved, and work by hand on them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from builders import added_row, analysis, register
from gui.conftest import Open
from tikissa.app.session import Session
from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.common.session_model import SessionModel, Spotlight
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.common.workflow import Workflow
from tikissa.gui.rows.rows_page import RowsPage
from tikissa.model.outcome import Fate
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId


def names(page: RowsPage) -> list[str]:
    model = page.browser.table.model()
    return [model.index(line, 2).data() for line in range(model.rowCount())]


def select(page: RowsPage, *records: int) -> None:
    table = page.browser.table
    table.clearSelection()
    for record in records:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        table.selectionModel().select(table.model().index(record, 0), flags)


def test_rows_are_found_while_typing(open_page: Open[RowsPage], qtbot: QtBot) -> None:
    page = open_page(RowsPage)
    page.browser.search.setText("mäkinen")
    qtbot.waitUntil(lambda: names(page) == ["Kaisa Mäkinen", "Ville Mäkinen"])


def test_a_cell_edited_by_hand_is_a_decision_and_can_be_undone(open_page: Open[RowsPage], model: SessionModel) -> None:
    page = open_page(RowsPage)
    table = page.browser.table.model()
    table.setData(table.index(3, 2), "Kaisa Mäki")
    assert model.current.outcome.text(RecordId(3), "Nimi") == "Kaisa Mäki"
    assert names(page)[3] == "Kaisa Mäki"
    model.undo()
    assert names(page)[3] == "Kaisa Mäkinen"


def test_selected_rows_are_merged_as_the_same_customer(open_page: Open[RowsPage], model: SessionModel) -> None:
    page = open_page(RowsPage)
    select(page, 3, 4)
    page.same.click()
    assert page.dialog is not None
    page.dialog.merge.click()
    assert model.current.outcome.count(Fate.MERGED) == 1
    assert len(names(page)) == 7


def test_one_row_alone_cannot_be_the_same_customer(open_page: Open[RowsPage]) -> None:
    page = open_page(RowsPage)
    select(page, 3)
    assert not page.same.isEnabled()


def test_selected_rows_are_archived_or_left_out(open_page: Open[RowsPage], model: SessionModel) -> None:
    page = open_page(RowsPage)
    select(page, 1, 3)
    page.archive.click()
    select(page, 0)
    page.remove.click()
    assert model.current.outcome.count(Fate.ARCHIVED) == 2
    assert model.current.outcome.count(Fate.REMOVED) == 1
    assert len(names(page)) == 5


def test_a_row_another_page_points_at_is_shown_with_the_way_back(
    open_page: Open[RowsPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(RowsPage)
    model.spotlight = Spotlight(4, "Puhelin", "duplicates")
    page.refresh()
    assert page.browser.current == 4
    assert page.browser.table.currentIndex().data() == "044 5551234"
    with qtbot.waitSignal(page.visit) as visited:
        page.back.click()
    assert visited.args == ["duplicates"]


def test_sorting_by_a_header_keeps_the_cursor_on_its_row(open_page: Open[RowsPage]) -> None:
    page = open_page(RowsPage)
    page.browser.table.selectRow(4)
    page.browser.table.horizontalHeader().setSortIndicator(2, Qt.SortOrder.DescendingOrder)
    assert names(page)[0] == "Ville Mäkinen" or names(page) == sorted(names(page), key=str.casefold, reverse=True)
    assert page.browser.current == 4


def test_rows_of_one_finding_are_shown_alone(open_page: Open[RowsPage]) -> None:
    page = open_page(RowsPage)
    place = next(place for place in range(page.browser.scope.count()) if page.browser.scope.itemText(place)[0] == "!")
    page.browser.scope.activated.emit(place)
    assert names(page) == ["Kaisa Mäkinen"]
    page.browser.table.selectRow(0)
    assert "Puhelin" in page.browser.facts.text()


def test_another_page_may_show_some_rows_only(open_page: Open[RowsPage], model: SessionModel) -> None:
    page = open_page(RowsPage)
    model.spotlight = Spotlight(None, None, "overview", frozenset({0, 4}), "Out of reach")
    page.refresh()
    assert names(page) == ["Matti Virtanen", "Ville Mäkinen"]
    assert page.browser.scope.currentText() == "Out of reach"


def test_another_register_is_shown_from_its_beginning(
    open_page: Open[RowsPage], model: SessionModel, tmp_path: Path
) -> None:
    page = open_page(RowsPage)
    page.browser.table.horizontalHeader().setSortIndicator(9, Qt.SortOrder.DescendingOrder)
    file = tmp_path / "toinen.csv"
    file.write_text("Nimi\n", encoding="utf-8")
    other = Session(file, register({"Nimi": ["Bertta", "Aatu"]}, path=file), tmp_path / "toinen")
    other.take_analysis(analysis(other.register))
    model.open(other)
    table = page.browser.table.model()
    assert [table.index(line, 1).data() for line in range(table.rowCount())] == ["Bertta", "Aatu"]


def test_rows_laid_side_by_side_show_what_speaks_for_and_against(
    open_page: Open[RowsPage], model: SessionModel
) -> None:
    page = open_page(RowsPage)
    select(page, 0, 4)
    page.same.click()
    assert page.dialog is not None
    assert "Phone" in page.dialog.panel.apart.text()
    page.dialog.reject()
    model.decide(
        model.decider.edited_cells(
            model.current.analysis.keys, [(RecordId(4), CellChange("Puhelin", "044 5551234", "040 123 4567"))]
        )
    )
    select(page, 0, 4)
    page.same.click()
    assert "Phone" in page.dialog.panel.common.text()


def test_a_row_left_out_takes_its_evidence_along(open_page: Open[RowsPage]) -> None:
    page = open_page(RowsPage)
    select(page, 3, 4, 0)
    page.same.click()
    assert page.dialog is not None
    panel = page.dialog.panel
    of_three = panel.apart.text(), panel.common.text()
    panel.bar.taken_out.emit(0)
    assert (panel.apart.text(), panel.common.text()) != of_three
    assert "Phone" in panel.common.text()


def test_a_customers_data_is_saved_as_a_document(
    open_page: Open[RowsPage], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(RowsPage)
    target = tmp_path / "tiedot.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    select(page, 3)
    page.document.click()
    qtbot.waitUntil(lambda: target.exists() and not page.runner.is_busy)
    assert "Kaisa Mäkinen" in target.read_text("utf-8")
    select(page, 3, 4)
    assert not page.document.isEnabled()


def test_after_an_edit_the_keyboard_goes_on_in_the_table(
    open_page: Open[RowsPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(RowsPage)
    table = page.browser.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(3, 2))
    page.edit.click()
    editor = table.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setText("Kaisa Mäki")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(table.hasFocus)
    assert model.current.outcome.text(RecordId(3), "Nimi") == "Kaisa Mäki"
    assert table.currentIndex().row() == 3


def test_what_is_known_begins_with_whose_row_it_is(open_page: Open[RowsPage]) -> None:
    page = open_page(RowsPage)
    page.browser.table.selectRow(3)
    assert page.browser.facts.text().splitlines()[0] == "Row 5 · Kaisa Mäkinen"


def test_the_row_under_the_cursor_stays_in_sight_where_the_table_gets_lower(
    open_page: Open[RowsPage], qtbot: QtBot
) -> None:
    page = open_page(RowsPage)
    table = page.browser.table
    table.setCurrentIndex(table.model().index(7, 1))
    page.resize(1134, 460)

    def is_in_sight() -> bool:
        return table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())

    qtbot.waitUntil(is_in_sight)


def test_after_a_row_is_put_away_the_cursor_is_on_the_next(open_page: Open[RowsPage]) -> None:
    page = open_page(RowsPage)
    page.browser.table.setCurrentIndex(page.browser.table.model().index(3, 0))
    page.archive.click()
    assert page.browser.table.currentIndex().row() == 3
    assert page.browser.facts.text().startswith("Row 6 · Ville Mäkinen")


def test_another_language_is_that_of_what_is_known_too(open_page: Open[RowsPage]) -> None:
    page = open_page(RowsPage)
    page.browser.facts.setText("Rivi 2")
    page.retranslate()
    assert page.browser.facts.text().startswith("Row 2")


def test_rows_added_from_a_list_stand_last_and_are_marked_as_new(
    open_page: Open[RowsPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(RowsPage)
    model.decide(model.decider.added_rows([added_row(2, {"Nimi": "Aino Uusi"}), added_row(3, {"Nimi": "Eero Uusi"})]))
    table = page.browser.table.model()
    assert names(page)[8:] == ["Aino Uusi", "Eero Uusi"]
    assert table.index(8, 0).data() == "new"
    assert table.index(8, 0).data(Qt.ItemDataRole.DecorationRole) is not None
    assert page.browser.count.text() == "10 of 10 rows"
    page.browser.search.setText("uusi")
    qtbot.waitUntil(lambda: names(page) == ["Aino Uusi", "Eero Uusi"])
    model.undo()
    assert names(page) == []


def test_a_row_that_is_yet_to_be_added_tells_where_it_comes_from_and_cannot_be_worked_on(
    open_page: Open[RowsPage], model: SessionModel
) -> None:
    page = open_page(RowsPage)
    model.decide(model.decider.added_rows([added_row(2, {"Nimi": "Aino Uusi"})]))
    select(page, 8)
    page.browser.table.setCurrentIndex(page.browser.table.model().index(8, 2))
    assert page.browser.facts.text().endswith("Aino Uusi")
    assert page.browser.records == ()
    assert not any(made.isEnabled() for made in page.acts)
    assert not page.browser.table.model().flags(page.browser.table.currentIndex()) & Qt.ItemFlag.ItemIsEditable


def _answer(page: RowsPage, is_sure: bool) -> str:
    """Choose to erase the selected customer and answer the question; return what it said."""
    said = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(box.text())
        kept = box.defaultButton()
        next(button for button in box.buttons() if (button is not kept) is is_sure).click()

    QTimer.singleShot(0, press)
    page.erase()
    return said[0]


def test_a_customer_is_erased_for_good_after_a_plain_question(
    open_page: Open[RowsPage], model: SessionModel, runner: TaskRunner, qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_page(RowsPage)
    workflow = Workflow(model, runner, PreferencesModel(tmp_path))
    page.erase_wanted.connect(workflow.erase)
    workflow.erased.connect(page.tell_erased)
    saved = tmp_path / "a-muutosloki.xlsx"
    saved.write_text("x")
    model.current.remember_written((saved,))
    select(page, 3)
    said = _answer(page, is_sure=False)
    assert "row 5" in said
    assert "cannot be undone" in said
    assert names(page)[3] == "Kaisa Mäkinen"
    with qtbot.waitSignal(workflow.analysed):
        _answer(page, is_sure=True)
    assert "Kaisa Mäkinen" not in names(page)
    assert not model.current.outcome.stays(RecordId(3))
    assert not model.can_undo
    assert page.told is not None
    assert str(saved) in page.told.text()
    assert "asiakkaat.csv" in page.told.text()


def test_of_the_row_under_the_cursor_it_is_said_what_is_proposed_and_after_the_decision_when_and_by_whom(
    open_page: Open[RowsPage], model: SessionModel
) -> None:
    page = open_page(RowsPage)
    fix = model.current.analysis.fixes[0]
    change = fix.changes[0]
    page.browser.show_record(fix.record, change.column)
    told = f"{change.column}: {change.before} → {change.after}"
    assert f"Suggested: {told}" in page.browser.facts.text()
    group = next(merge for merge in model.current.work.merges if fix.record not in merge.records)
    page.browser.show_record(group.records[0], None)
    assert (
        f"Perhaps the same customer as row {model.current.register.row(group.records[1])}" in page.browser.facts.text()
    )
    model.decide(model.decider.fixes(model.current.analysis.keys, [fix]))
    page.browser.show_record(fix.record, change.column)
    assert f"✓ {told}" in page.browser.facts.text()
    assert model.current.who in page.browser.facts.text()


def test_a_column_is_filtered_by_its_contents_as_in_a_spreadsheet(
    open_page: Open[RowsPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(RowsPage)
    browser = page.browser
    every = browser.table.model().rowCount()
    browser.show_record(RecordId(0), "Toimipaikka")
    browser.filter.click()
    opened = browser.value_filter
    assert opened is not None
    qtbot.keyClicks(opened.search, "tampere")
    qtbot.keyClick(opened.search, Qt.Key.Key_Return)
    towns = [model.current.register.text(RecordId(record), "Toimipaikka") for record in range(every)]
    assert browser.table.model().rowCount() == towns.count("Tampere")
    assert "Toimipaikka" in browser.unfilter.text()
    browser.unfilter.click()
    assert browser.table.model().rowCount() == every


def test_a_column_is_hidden_and_shown_again(open_page: Open[RowsPage]) -> None:
    table = open_page(RowsPage).browser.table
    table.setColumnHidden(2, True)
    open_menu = table.horizontalHeader().customContextMenuRequested
    open_menu.emit(table.horizontalHeader().rect().center())
    menu = table.parentWidget().findChildren(QMenu)[-1]
    next(action for action in menu.actions() if "hidden column" in action.text()).trigger()
    assert not table.isColumnHidden(2)


def test_whose_row_it_is_stays_in_sight_when_the_name_is_scrolled_away(open_page: Open[RowsPage]) -> None:
    page = open_page(RowsPage)
    page.resize(500, 600)
    table = page.browser.table
    beside = table.verticalHeader()
    assert beside.isHidden()
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert not beside.isHidden()
    told = [table.model().headerData(line, Qt.Orientation.Vertical) for line in range(2)]
    assert told == ["Matti Virtanen", "Liisa Korhonen"]
    table.horizontalScrollBar().setValue(0)
    assert beside.isHidden()
