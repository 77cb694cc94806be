"""Duplicates: one key press a group, a prohibition never lost, and what was decided is not asked again."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from builders import TODAY
from gui.builders import session_on
from gui.conftest import Open
from tikissa.gui.common.session_model import SessionModel
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
    first, second, *_ = model.current.work.merges
    qtbot.keyClick(page.panel.view, Qt.Key.Key_L)
    assert model.current.work.merges[-1] == first
    assert page.left() == 3
    assert page.panel.comparison is not None
    assert page.panel.comparison.merge == second


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
    assert page.right.currentWidget() is page.question
    assert page.rect().contains(page.question.either.mapTo(page, page.question.either.rect().bottomRight()))
    page.question.either.click()
    assert page.right.currentWidget() is not page.question
    assert model.current.settings(TODAY).settled == {"Puhelin"}


def test_what_is_nearly_sure_is_a_list_to_look_through_and_merge_at_once(
    open_page: Open[DuplicatesPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(DuplicatesPage)
    doubtful(model, (), nearly_sure=True)
    page.refresh()
    assert page.groups.merges_ticked == model.current.work.merges
    qtbot.keyClick(page.groups.lines, Qt.Key.Key_Return)
    assert not page.verdicts.question.isHidden(), "Enter alone merges only what is sure"
    qtbot.keyClick(page.groups.lines, Qt.Key.Key_M)
    assert page.is_done()


def sure(model: SessionModel) -> None:
    """Have every group be surely one customer."""
    merges = tuple(replace(merge, cluster=replace(merge.cluster, safe=True)) for merge in model.current.analysis.merges)
    model.take_analysis(replace(model.current.analysis, merges=merges))


def test_what_is_sure_is_ticked_and_merged_with_one_key_and_what_was_unticked_is_asked(
    open_page: Open[DuplicatesPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(DuplicatesPage)
    sure(model)
    page.refresh()
    first, *others = page.groups.merges_shown
    assert page.groups.merges_ticked == (first, *others)
    qtbot.keyClick(page.groups.lines, Qt.Key.Key_Space)
    assert page.groups.merges_ticked == tuple(others)
    qtbot.keyClick(page.groups.lines, Qt.Key.Key_Return)
    assert model.current.work.merges == (first,)
    assert page.groups.merges_ticked == ()
    model.undo()
    assert len(page.groups.merges_ticked) == 3, "all of them are offered in one go again"


def test_one_by_one_leaves_nothing_ticked(open_page: Open[DuplicatesPage], model: SessionModel, qtbot: QtBot) -> None:
    page = open_page(DuplicatesPage)
    sure(model)
    page.refresh()
    qtbot.keyClick(page.groups.lines, Qt.Key.Key_O)
    assert page.groups.merges_ticked == ()
    qtbot.keyClick(page.panel.view, Qt.Key.Key_M)
    assert page.left() == 2


def test_ticked_groups_get_one_answer_and_one_undo(
    open_page: Open[DuplicatesPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(DuplicatesPage)
    page.groups.step(1)
    page.groups.all.click()
    qtbot.keyClick(page.groups.lines, Qt.Key.Key_D)
    assert page.is_done()
    assert {sameness for sameness, _ in judged(model)} == {Sameness.DIFFERENT}
    model.undo()
    assert page.left() == 3


def test_a_ticked_group_is_merged_as_the_user_has_it(
    open_page: Open[DuplicatesPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(DuplicatesPage)
    page.groups.all.click()
    comparison = page.panel.comparison
    assert comparison is not None
    line = next(place for place, entry in enumerate(comparison.fields) if entry.column == "Puhelin")
    table = page.panel.view.model()
    table.setData(table.index(line, len(comparison.records)), "040 000 0000")
    qtbot.keyClick(page.groups.lines, Qt.Key.Key_M)
    assert page.is_done()
    survivor = next(record for record in comparison.records if model.current.outcome.stays(record))
    assert model.current.outcome.text(survivor, "Puhelin") == "040 000 0000"


def test_groups_are_searched_and_only_what_is_seen_is_answered(
    open_page: Open[DuplicatesPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(DuplicatesPage)
    page.groups.all.click()
    wanted = page.groups.merges_shown[1]
    email = next(model.current.register.text(record, "Sähköposti") for record in wanted.records)
    page.groups.search.setText(email)
    qtbot.waitUntil(lambda: page.groups.merges_shown == (wanted,))
    assert page.groups.merges_ticked == (wanted,)
    assert page.panel.comparison is not None
    assert page.panel.comparison.merge == wanted


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


def test_merging_in_one_go_tells_how_many_would_be_left_in_hidden_rows(
    open_page: Open[DuplicatesPage], model: SessionModel
) -> None:
    hide(model, 0, 5)
    page = open_page(DuplicatesPage)
    assert page.unseen.isHidden()
    page.groups.all.click()
    assert "hidden in the workbook" in page.unseen.text()
    assert "row 2" in page.unseen.text()
    page.groups.untick()
    assert page.unseen.isHidden()


def test_what_is_known_of_a_rows_freshness_is_seen_before_it_survives(
    open_page: Open[DuplicatesPage], model: SessionModel
) -> None:
    page = open_page(DuplicatesPage)
    worth_checking = {retire.record for retire in model.current.analysis.retires}
    shown = page.groups.current
    assert shown is not None
    told = {
        record for record in shown.records if f"row {model.current.register.row(record)}:" in page.panel.known.text()
    }
    assert told == worth_checking & set(shown.records)
    assert told, "this group holds a row worth checking"


def test_every_rows_text_can_be_kept_where_a_cell_may_hold_several(
    open_page: Open[DuplicatesPage], model: SessionModel
) -> None:
    page = open_page(DuplicatesPage)
    comparison = page.panel.comparison
    assert comparison is not None
    line = next(place for place, entry in enumerate(comparison.fields) if entry.column == "Puhelin")
    page.panel.view.setCurrentIndex(page.panel.view.model().index(line, 0))
    page.panel.both.click()
    page.verdicts.merge.click()
    survivor = next(record for record in comparison.records if model.current.outcome.stays(record))
    kept = model.current.outcome.text(survivor, "Puhelin")
    assert set(kept.split(" / ")) == {text for text in comparison.fields[line].texts if text}


def test_one_group_of_many_merged_at_once_is_taken_back_alone(
    open_page: Open[DuplicatesPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(DuplicatesPage)
    sure(model)
    page.refresh()
    qtbot.keyClick(page.groups.lines, Qt.Key.Key_M)
    merged = model.current.outcome.kept
    page.look_back.click()
    assert len(page.groups.merges_shown) == 3
    assert page.take_back.isVisible()
    assert not page.verdicts.isVisible()
    taken = page.groups.current
    assert taken is not None
    qtbot.keyClick(page.groups.lines, Qt.Key.Key_T)
    assert [set(merge.records) for merge in model.current.work.merges] == [set(taken.records)]
    assert model.current.outcome.kept == merged + len(taken.records) - 1
    assert len(page.groups.merges_shown) == 2, "the others stay decided, and in the list"
    model.redo()
    assert model.current.outcome.kept == merged


def test_the_list_tells_what_was_decided_and_nothing_of_it_is_changed_there(
    open_page: Open[DuplicatesPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(DuplicatesPage)
    qtbot.keyClick(page.panel.view, Qt.Key.Key_D)
    page.look_back.click()
    line = page.groups.lines.currentIndex()
    assert "different customers" in line.data()
    assert line.data(Qt.ItemDataRole.CheckStateRole) is None, "an answer goes only to what waits"
    decisions = len(model.current.log.events)
    for key in (Qt.Key.Key_M, Qt.Key.Key_L, Qt.Key.Key_Return, Qt.Key.Key_Delete):
        qtbot.keyClick(page.groups.lines, key)
        qtbot.keyClick(page.panel.view, key)
    assert len(model.current.log.events) == decisions
    assert page.panel.comparison is not None
    assert not page.panel.comparison.left_out


def test_a_group_says_in_the_list_what_its_rows_say_differently(open_page: Open[DuplicatesPage]) -> None:
    page = open_page(DuplicatesPage)
    lines = page.groups.lines.model()
    told = [lines.index(place, 0).data() for place in range(lines.rowCount())]
    assert any("Koivutie 3 / Esplanadi 5" in words for words in told), told


def test_after_a_menu_the_keys_of_the_hint_still_work(open_page: Open[DuplicatesPage], qtbot: QtBot) -> None:
    page = open_page(DuplicatesPage)
    page.verdicts.how.setFocus()
    place = page.place.text()
    qtbot.keyClick(page.verdicts.how, Qt.Key.Key_PageDown)
    assert page.place.text() != place
    qtbot.keyClick(page.verdicts.how, Qt.Key.Key_F2)
    assert page.panel.result.findChild(QLineEdit) is not None
