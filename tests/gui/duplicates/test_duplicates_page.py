"""Duplicates: one key press a group, a prohibition never lost, and what was decided is not asked again."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from builders import TODAY
from gui.builders import session_on
from gui.conftest import Open
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.duplicates.bulk_merges import BulkMerges, NearlySureMerges, telling
from tikissa.gui.duplicates.duplicates_page import DuplicatesPage
from tikissa.model.decision import Judgement, Sameness
from tikissa.model.matching import Relation
from tikissa.model.record import RecordId


def judged(model: SessionModel) -> list[tuple[Sameness, Relation | None]]:
    decisions = (decision for _, decision in model.current.log.in_force)
    items = (item for decision in decisions for item in decision.items)
    return [(item.sameness, item.relation) for item in items if isinstance(item, Judgement)]


def test_enter_merges_only_where_it_is_safe(open_page: Open[DuplicatesPage], model: SessionModel, qtbot: QtBot) -> None:
    page = open_page(DuplicatesPage)
    qtbot.keyClick(page.panel.view, Qt.Key.Key_Return)
    assert model.current.outcome.kept == 6
    qtbot.keyClick(page.panel.view, Qt.Key.Key_Return)
    assert model.current.outcome.kept == 6
    assert not page.verdicts.question.isHidden()


def test_the_keyboard_goes_on_after_a_result_of_ones_own(open_page: Open[DuplicatesPage], qtbot: QtBot) -> None:
    page = open_page(DuplicatesPage)
    qtbot.keyClick(page.panel.view, Qt.Key.Key_F2)
    editor = page.panel.result.findChild(QLineEdit)
    assert editor is not None
    assert editor.accessibleName()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert page.panel.view.hasFocus()
    place = page.place.text()
    page.panel.result.setFocus()
    qtbot.keyClick(page.panel.result, Qt.Key.Key_PageDown)
    assert page.place.text() != place


def test_a_register_without_duplicates_never_shows_those_of_the_one_before(
    open_page: Open[DuplicatesPage], model: SessionModel
) -> None:
    page = open_page(DuplicatesPage)
    model.opened.emit()
    model.take_analysis(replace(model.current.analysis, merges=()))
    assert page.stack.currentWidget() is page.empty


def test_every_group_is_judged_with_one_key(open_page: Open[DuplicatesPage], model: SessionModel, qtbot: QtBot) -> None:
    page = open_page(DuplicatesPage)
    for key in (Qt.Key.Key_M, Qt.Key.Key_D, Qt.Key.Key_R):
        qtbot.keyClick(page.panel.view, key)
    assert page.is_done()
    assert judged(model) == [(Sameness.DIFFERENT, None), (Sameness.RELATED, Relation.HOUSEHOLD)]


def test_a_group_left_for_later_is_asked_last(
    open_page: Open[DuplicatesPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(DuplicatesPage)
    first = model.current.work.merges[0]
    qtbot.keyClick(page.panel.view, Qt.Key.Key_L)
    assert model.current.work.merges[-1] == first
    assert page.left() == 3


def test_a_key_moves_the_value_that_survives(
    open_page: Open[DuplicatesPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(DuplicatesPage)
    qtbot.keyClick(page.panel.view, Qt.Key.Key_PageDown)
    comparison = page.panel.comparison
    assert comparison is not None
    line = next(place for place, entry in enumerate(comparison.fields) if entry.column == "Katuosoite")
    kept = 0 if comparison.keeps(comparison.fields[line], comparison.records[0]) else 1
    page.panel.view.setCurrentIndex(page.panel.view.model().index(line, kept))
    qtbot.keyClick(page.panel.view, Qt.Key.Key_Left if kept else Qt.Key.Key_Right)
    qtbot.keyClick(page.panel.view, Qt.Key.Key_M)
    survivor = next(record for record in comparison.records if model.current.outcome.stays(record))
    chosen = comparison.records[1 - kept]
    assert model.current.outcome.text(survivor, "Katuosoite") == model.current.register.text(chosen, "Katuosoite")


def test_a_prohibition_survives_the_merge_and_is_said(
    open_page: Open[DuplicatesPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(DuplicatesPage)
    qtbot.keyClick(page.panel.view, Qt.Key.Key_PageDown)
    assert "Markkinointikielto" in page.panel.kept.text()
    qtbot.keyClick(page.panel.view, Qt.Key.Key_M)
    survivor = next(record for record in (RecordId(0), RecordId(2)) if model.current.outcome.stays(record))
    assert model.current.outcome.text(survivor, "Markkinointikielto") == "x"


def test_a_row_taken_out_stays_and_is_not_asked_about_again(
    open_page: Open[DuplicatesPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(DuplicatesPage)
    page.panel.bar.taken_out.emit(7)
    qtbot.keyClick(page.panel.view, Qt.Key.Key_M)
    outcome = model.current.outcome
    assert [outcome.stays(RecordId(record)) for record in (5, 6, 7)].count(True) == 2
    assert outcome.stays(RecordId(7))
    assert set(judged(model)) == {(Sameness.DIFFERENT, None)}


def test_an_undone_merge_comes_back_to_the_screen(
    open_page: Open[DuplicatesPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(DuplicatesPage)
    first = page.panel.comparison
    assert first is not None
    qtbot.keyClick(page.panel.view, Qt.Key.Key_M)
    assert page.panel.comparison is not None
    assert page.panel.comparison.merge != first.merge
    model.undo()
    assert page.panel.comparison.merge == first.merge


def test_a_result_of_ones_own_is_saved(open_page: Open[DuplicatesPage], model: SessionModel) -> None:
    page = open_page(DuplicatesPage)
    comparison = page.panel.comparison
    assert comparison is not None
    line = next(place for place, entry in enumerate(comparison.fields) if entry.column == "Puhelin")
    table = page.panel.view.model()
    table.setData(table.index(line, len(comparison.records)), "040 000 0000")
    page.verdicts.merge.click()
    survivor = next(record for record in comparison.records if model.current.outcome.stays(record))
    assert model.current.outcome.text(survivor, "Puhelin") == "040 000 0000"


def test_what_is_left_for_later_is_said_to_come_again(open_page: Open[DuplicatesPage], qtbot: QtBot) -> None:
    page = open_page(DuplicatesPage)
    qtbot.keyClick(page.panel.view, Qt.Key.Key_L)
    assert "still open" in page.notice.words.text()
    qtbot.keyClick(page.panel.view, Qt.Key.Key_D)
    assert "not asked again" in page.notice.words.text()


def test_a_tall_window_shows_more_of_the_sure_groups(model: SessionModel, qtbot: QtBot) -> None:
    session = model.current
    bulk = BulkMerges(session.work.merges[:1] * 8, session.analysis, session.outcome)
    qtbot.addWidget(bulk)
    bulk.show()
    for height, fewest, most in ((300, 3, 3), (2000, 8, 8)):
        bulk.resize(1200, height)
        assert fewest <= sum(card.isVisible() for card in bulk.examples) <= most


def test_the_examples_of_the_sure_groups_do_not_look_alike(model: SessionModel) -> None:
    first, second, _ = model.current.work.merges
    assert telling((first, first, second, first), 3) == [first, second, first]


def test_no_bar_takes_room_where_all_columns_fit(open_page: Open[DuplicatesPage]) -> None:
    page = open_page(DuplicatesPage)
    assert not page.panel.view.horizontalScrollBar().isVisible()


def test_another_language_keeps_the_choices_in_the_group(open_page: Open[DuplicatesPage], qtbot: QtBot) -> None:
    page = open_page(DuplicatesPage)
    qtbot.keyClick(page.panel.view, Qt.Key.Key_Delete)
    before = page.panel.comparison
    assert before is not None
    assert before.left_out
    page.retranslate()
    assert page.panel.comparison == before


def doubtful(model: SessionModel, columns: tuple[str, ...], nearly_sure: bool) -> None:
    """Have every group differ only in these columns, or be nearly sure."""
    merges = tuple(
        replace(merge, cluster=replace(merge.cluster, safe=False, unexplained=columns, nearly_sure=nearly_sure))
        for merge in model.current.analysis.merges
    )
    model.take_analysis(replace(model.current.analysis, merges=merges))


def test_one_question_a_column_is_answered_once_and_kept_in_the_log(
    open_page: Open[DuplicatesPage], model: SessionModel
) -> None:
    page = open_page(DuplicatesPage)
    doubtful(model, ("Puhelin",), nearly_sure=False)
    page.refresh()
    assert page.question is not None
    assert page.stack.currentWidget() is page.question
    page.question.either.click()
    assert page.stack.currentWidget() is not page.question
    assert model.current.settings(TODAY).settled == {"Puhelin"}


def test_what_is_nearly_sure_is_a_list_to_look_through_and_merge_at_once(
    open_page: Open[DuplicatesPage], model: SessionModel
) -> None:
    page = open_page(DuplicatesPage)
    doubtful(model, (), nearly_sure=True)
    page.refresh()
    assert isinstance(page.bulk, NearlySureMerges)
    page.bulk.accept.click()
    assert page.is_done()


def hide(model: SessionModel, *records: int) -> None:
    register = model.current.register
    seen = replace(register, hidden_rows=frozenset(map(register.row, records)))
    analysed = replace(model.current.analysis, register=seen)
    model.close()
    model.open(session_on(seen, analysed))


def test_a_group_that_would_be_left_in_a_hidden_row_says_so_and_lets_a_row_that_is_seen_stay(
    open_page: Open[DuplicatesPage], model: SessionModel, qtbot: QtBot
) -> None:
    hide(model, 5)
    page = open_page(DuplicatesPage)
    panel = page.panel
    assert not panel.unseen.isHidden()
    assert "row 7" in panel.unseen.text()
    panel.bring_to_sight.click()
    assert panel.unseen.isHidden()
    assert panel.bring_to_sight.isHidden()
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert {leaving.into for leaving in model.current.outcome.leaving.values()} == {RecordId(6)}


def test_merging_in_one_go_tells_how_many_would_be_left_in_hidden_rows(model: SessionModel, qtbot: QtBot) -> None:
    def told() -> str:
        session = model.current
        bulk = BulkMerges(session.analysis.merges, session.analysis, session.outcome)
        qtbot.addWidget(bulk)
        return " ".join(label.text() for label in bulk.findChildren(QLabel) if label.property("look") == "caution")

    assert "hidden" not in told()
    hide(model, 0, 5)
    assert "hidden in the workbook" in told()
    assert "row 2" in told()
