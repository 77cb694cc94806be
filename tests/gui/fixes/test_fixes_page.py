"""Suggested fixes: a card is one decision, exceptions are part of it, and the way back is where the choice was made."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.conftest import Open
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.fixes.finding_card import AsideCard, FindingCard
from tikissa.gui.fixes.fix_rows_model import FixRowsModel
from tikissa.gui.fixes.fixes_page import FixesPage
from tikissa.model.decision import RetireAction
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.presentation.open_findings import kinds_aside, open_findings


def texts_of(model: SessionModel, column: str) -> list[str]:
    outcome = model.current.outcome
    return [outcome.text(record, column) for record in range(len(outcome.register))]


def test_errors_come_before_formatting(open_page: Open[FixesPage]) -> None:
    cards = open_page(FixesPage).deck.cards
    assert [card.heading.text() for card in cards][2] == "How phone numbers are written"


def test_accepting_everything_on_a_card_is_one_step_to_undo(open_page: Open[FixesPage], model: SessionModel) -> None:
    page = open_page(FixesPage)
    page.deck.cards[0].buttons[0].click()
    assert texts_of(model, "Postinro")[1:3] == ["02150", "00100"]
    assert (len(page.deck.cards), page.left()) == (3, 4)
    page.notice.undo.click()
    assert texts_of(model, "Postinro")[1:3] == ["2150", "100"]
    assert len(page.deck.cards) == 4
    assert page.notice.isHidden()


def test_cards_that_a_choice_is_not_about_stay_and_the_one_taken_back_comes_again(
    open_page: Open[FixesPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(FixesPage)
    accepted, *others = page.deck.cards
    accepted.buttons[0].click()
    assert page.deck.cards == others
    assert accepted.isHidden()
    model.undo()
    assert page.deck.cards == [accepted, *others]
    assert accepted.isVisible()
    qtbot.keyClick(page.deck, Qt.Key.Key_A)
    assert page.deck.cards == others


def test_what_is_left_as_it_is_is_not_asked_again(open_page: Open[FixesPage], model: SessionModel) -> None:
    page = open_page(FixesPage)
    page.deck.cards[0].buttons[2].click()
    assert len(page.deck.cards) == 3
    assert not model.current.outcome.changed


def test_a_bulk_accept_takes_exceptions_and_own_texts_in_one_decision(
    open_page: Open[FixesPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(FixesPage)
    page.deck.cards[2].buttons[1].click()
    assert page.rows is not None
    table, rows = page.rows.table, page.rows.model
    table.setCurrentIndex(rows.index(0, FixRowsModel.AFTER))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    rows.setData(rows.index(1, FixRowsModel.AFTER), "040 999 0000")
    page.rows.accept.click()
    assert texts_of(model, "Puhelin")[1:4] == ["050-7654321", "040 999 0000", "044 555 1234"]
    assert (len(model.current.log.in_force), len(page.deck.cards)) == (1, 3)


def test_cards_are_gone_through_and_accepted_by_keys_alone(
    open_page: Open[FixesPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(FixesPage)
    qtbot.keyClick(page.deck, Qt.Key.Key_Down)
    qtbot.keyClick(page.deck, Qt.Key.Key_A)
    assert texts_of(model, "Sähköposti")[1] == "liisa@gmail.com"
    qtbot.keyClick(page.deck, Qt.Key.Key_Up)
    for _ in range(2):
        qtbot.keyClick(page.deck, Qt.Key.Key_A)
    assert page.is_done()


def test_enter_opens_the_rows_of_a_card_and_decides_nothing_and_goes_on_where_nothing_is_left(
    open_page: Open[FixesPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(FixesPage)
    before = page.left()
    qtbot.keyClick(page.deck, Qt.Key.Key_Return)
    assert page.rows is not None
    assert (page.rows.group, page.left()) == (model.current.work.fix_groups[0], before)
    page.rows.back_wanted.emit()
    for group in model.current.work.fix_groups:
        model.decide(model.decider.fixes(model.current.analysis.keys, group.fixes))
    assert page.deck.cards
    assert page.focusProxy() is page.onward


def test_what_nothing_can_be_suggested_for_leads_to_its_rows(
    open_page: Open[FixesPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(FixesPage)
    with qtbot.waitSignal(page.visit):
        page.deck.cards[-1].buttons[0].click()
    assert model.spotlight is not None
    assert model.spotlight.records == (3,)


def test_a_cell_edited_by_hand_is_no_longer_found(open_page: Open[FixesPage], model: SessionModel) -> None:
    page = open_page(FixesPage)
    change = CellChange("Puhelin", "044 5551234", "044 555 1234")
    model.decide(model.decider.edited_cells(model.current.analysis.keys, [(RecordId(3), change)]))
    assert len(page.deck.cards) == 3


def test_nothing_left_says_what_it_means(open_page: Open[FixesPage], model: SessionModel) -> None:
    page = open_page(FixesPage)
    analysis = model.current.analysis
    model.decide(model.decider.fixes(analysis.keys, analysis.fixes))
    model.decide(model.decider.retired_by_hand(analysis.keys, [RecordId(3)], RetireAction.REMOVE))
    assert page.stack.currentWidget() is page.empty


def test_a_row_of_a_suggestion_is_opened_among_all_rows(
    open_page: Open[FixesPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(FixesPage)
    page.deck.cards[0].buttons[1].click()
    assert page.rows is not None
    with qtbot.waitSignal(page.visit) as visited:
        page.rows.to_row.click()
    assert visited.args == ["rows"]
    assert model.spotlight is not None
    assert (model.spotlight.record, model.spotlight.column) == (1, "Postinro")


def test_a_kind_that_has_run_out_is_not_counted(open_page: Open[FixesPage]) -> None:
    page = open_page(FixesPage)
    assert page.heading.text() == "6 suggestion(s): 3 error(s), 3 formatting"
    page.deck.cards[2].buttons[0].click()
    assert page.heading.text() == "3 suggestion(s)"


def test_where_only_findings_are_left_the_way_on_is_there(open_page: Open[FixesPage]) -> None:
    page = open_page(FixesPage)
    assert page.onward.isHidden()
    for _ in range(3):
        page.deck.cards[0].buttons[0].click()
    assert page.heading.text() == "No suggested fixes are left"
    assert not page.onward.isHidden()


def test_another_language_keeps_the_exceptions_made_so_far(open_page: Open[FixesPage]) -> None:
    page = open_page(FixesPage)
    page.deck.cards[2].buttons[1].click()
    assert page.rows is not None
    rows = page.rows.model
    rows.toggle(rows.index(1, FixRowsModel.CHOSEN))
    rows.setData(rows.index(0, FixRowsModel.AFTER), "050 0000000")
    page.retranslate()
    assert page.rows.model is not rows
    assert (page.rows.model.left, page.rows.model.own) == (rows.left, rows.own)
    assert page.stack.currentWidget() is page.rows


def test_a_kind_of_remark_that_does_not_matter_is_put_aside_for_good_and_comes_back_on_demand(
    open_page: Open[FixesPage], model: SessionModel
) -> None:
    page = open_page(FixesPage)
    remarks = [card for card in page.deck.cards if isinstance(card, FindingCard)]
    remarks[0].buttons[1].click()
    aside = page.deck.cards[-1]
    assert isinstance(aside, AsideCard)
    assert aside.heading.text() == remarks[0].heading.text()
    assert len([card for card in page.deck.cards if isinstance(card, FindingCard)]) == len(remarks) - 1
    session = model.current
    told = {group.code for group in open_findings(session.analysis, session.outcome, session.log)}
    assert told.isdisjoint(kinds_aside(session.log))
    aside.buttons[0].click()
    assert not kinds_aside(model.current.log)
    assert len([card for card in page.deck.cards if isinstance(card, FindingCard)]) == len(remarks)
