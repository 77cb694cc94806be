"""Rows worth checking: in bulk with exceptions, or one by one, and never called outdated."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.conftest import Open
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.stale.stale_page import StalePage
from tikissa.gui.stale.stale_rows_model import StaleRowsModel
from tikissa.model.decision import RetireAction, RetireItem, Sameness
from tikissa.model.outcome import Fate
from tikissa.model.record import RecordId


def actions(model: SessionModel) -> list[RetireAction]:
    decisions = (decision for _, decision in model.current.log.in_force)
    return [item.action for decision in decisions for item in decision.items if isinstance(item, RetireItem)]


def test_rows_of_one_reason_go_to_the_archive_in_one_decision(
    open_page: Open[StalePage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(StalePage)
    qtbot.keyClick(page.deck, Qt.Key.Key_A)
    assert model.current.outcome.count(Fate.ARCHIVED) == 2
    assert len(model.current.log.in_force) == 1
    assert page.stack.currentWidget() is page.empty
    page.empty.notice.undo.click()
    assert (model.current.outcome.count(Fate.ARCHIVED), page.left()) == (0, 2)


def test_a_row_left_out_of_a_bulk_verdict_stays_open(
    open_page: Open[StalePage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(StalePage)
    qtbot.keyClick(page.deck, Qt.Key.Key_S)
    assert page.rows is not None
    page.rows.table.setCurrentIndex(page.rows.model.index(1, StaleRowsModel.ROW))
    qtbot.keyClick(page.rows.table, Qt.Key.Key_Space)
    qtbot.keyClick(page.rows.table, Qt.Key.Key_K)
    assert actions(model) == [RetireAction.ASK]
    assert page.left() == 1


def test_only_the_rows_that_are_shown_are_decided_on(
    open_page: Open[StalePage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(StalePage)
    qtbot.keyClick(page.deck, Qt.Key.Key_S)
    assert page.rows is not None
    page.rows.wishes.search.setText("tampere")
    qtbot.keyClick(page.rows.table, Qt.Key.Key_A)
    assert [model.current.outcome.stays(RecordId(record)) for record in (3, 5)] == [False, True]
    assert page.left() == 1


def test_the_most_important_are_gone_through_one_by_one(
    open_page: Open[StalePage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(StalePage)
    qtbot.keyClick(page.deck, Qt.Key.Key_I)
    assert page.stack.currentWidget() is page.one
    first = page.one.heading.text()
    qtbot.keyClick(page.one, Qt.Key.Key_PageDown)
    assert page.one.heading.text() != first
    qtbot.keyClick(page.one, Qt.Key.Key_U)
    assert page.one.heading.text() == first
    qtbot.keyClick(page.one, Qt.Key.Key_L)
    assert actions(model)[0] is RetireAction.UP_TO_DATE
    assert page.stack.currentWidget() is page.deck
    assert page.left() == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_L])
def test_a_row_whose_choice_is_taken_back_is_in_sight_again(
    open_page: Open[StalePage], model: SessionModel, qtbot: QtBot, key: Qt.Key
) -> None:
    page = open_page(StalePage)
    qtbot.keyClick(page.deck, Qt.Key.Key_I)
    first, place = page.one.heading.text(), page.one.place.text()
    qtbot.keyClick(page.one, key)
    assert page.one.heading.text() != first
    model.undo()
    assert (page.one.heading.text(), page.one.place.text()) == (first, place)


def test_another_language_keeps_what_is_left_out_and_looked_for(open_page: Open[StalePage]) -> None:
    page = open_page(StalePage)
    page.deck.cards[0].buttons[0].click()
    assert page.rows is not None
    page.rows.model.toggle(page.rows.model.index(1, 0))
    page.rows.wishes.search.setText("mäkinen")
    left, shown = set(page.rows.model.left), page.rows.model.shown
    page.retranslate()
    assert (page.rows.model.left, page.rows.model.shown) == (left, shown)


def test_a_row_stands_beside_its_counterpart_until_somebody_has_said_whether_they_are_the_same(
    open_page: Open[StalePage], model: SessionModel, qtbot: QtBot
) -> None:
    """Row 7 of the workbook is worth checking and may be the customer of rows 8 and 9."""

    def look_at_it() -> None:
        qtbot.keyClick(page.deck, Qt.Key.Key_I)
        while model.current.register.row(page.one.record) != 7:
            qtbot.keyClick(page.one, Qt.Key.Key_PageDown)

    def beside() -> set[str]:
        told = (made for made in page.one.findChildren(QLabel) if made.property("look") == "good")
        return {made.accessibleName() for made in told if made.isVisible()}

    page = open_page(StalePage)
    look_at_it()
    qtbot.waitUntil(lambda: "Puhelin: 0407654321" in beside())
    page.one.back.click()
    group = next(merge for merge in model.current.work.merges if RecordId(5) in merge.records)
    model.decide(model.decider.judged(model.current.analysis.keys, group.records, Sameness.DIFFERENT))
    look_at_it()
    qtbot.waitUntil(lambda: not any(name.startswith("Puhelin") for name in beside()))
