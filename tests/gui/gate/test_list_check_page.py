"""A checked list on its page: filtered, searched, told of in words, and named for a screen reader."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from builders import register as register_of
from gui.conftest import Open
from gui.test_accessibility import controls, spoken
from tikissa.analysis.gate import Gate, GateRow
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.app.checked_list import CheckedList, additions_of
from tikissa.app.list_notes import list_notes
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.gate.checked_rows import CHOICES
from tikissa.gui.gate.checked_rows_model import CheckedRowsModel
from tikissa.gui.gate.list_check_page import ListCheckPage
from tikissa.gui.language import texts
from tikissa.gui.shell.what_files_dialog import Intent, WhatFilesDialog
from tikissa.model.decision import Decision, PermissionItem
from tikissa.model.finding import Reason
from tikissa.model.matching import MatchWeight
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.schema.detect import detect

Ask = Callable[..., WhatFilesDialog]

LIST = register_of(
    {
        "Nimi": ["Matti Virtanen", "Uusi Ihminen", "Liisa Korhonen", "Kaisa Mäkinen"],
        "Puhelin": ["0401234567", "044 000 1111", "", "050 1"],
    },
    path=Path("lista.csv"),
)
SCHEMA = Schema(
    (ColumnMeaning("Nimi", Meaning.WHOLE_NAME, 1.0, True), ColumnMeaning("Puhelin", Meaning.PHONE, 1.0, True))
)
WEIGHTS = (MatchWeight("phone", "exact", 9.0), MatchWeight("street", "different", -2.0))


@pytest.fixture
def page(open_page: Open[ListCheckPage], model: SessionModel) -> ListCheckPage:
    shown = open_page(ListCheckPage)
    model.take_checked(checked_against(model))
    return shown


def checked_against(model: SessionModel) -> CheckedList:
    """Return one row of each verdict but forbidden ones; what is new is to enter as it stands."""
    register = model.current.register
    because = (Reason("gate.likely"),)
    rows = (
        GateRow(RecordId(0), GateVerdict.ALREADY_THERE, (), RecordId(0), (), WEIGHTS),
        GateRow(RecordId(1), GateVerdict.NEW, ()),
        GateRow(RecordId(2), GateVerdict.IN_CONFLICT, because, RecordId(1), (), WEIGHTS[:1]),
        GateRow(RecordId(3), GateVerdict.CHANGED, because, RecordId(3), (CellChange("Puhelin", "", "050 1"),)),
    )
    empty = {column.name: [""] * len(LIST) for column in register.columns}
    entering = register_of(
        {**empty, "Nimi": [LIST.text(row, "Nimi") for row in range(len(LIST))]}, path=Path("lista.csv")
    )
    found = Gate(register, LIST, SCHEMA, {"Nimi": "Nimi", "Puhelin": "Puhelin"}, (), entering, rows)
    return CheckedList(found, rows, additions_of(found))


def names(page: ListCheckPage) -> list[str]:
    table = page.rows.table.model()
    return [table.index(line, 2).data() for line in range(table.rowCount())]


def show(page: ListCheckPage, *verdicts: GateVerdict) -> None:
    page.rows.filters[CHOICES.index(verdicts)].click()


def test_what_needs_an_eye_is_shown_first(page: ListCheckPage) -> None:
    assert names(page) == ["Liisa Korhonen"]
    assert page.left() == 2


def test_each_filter_shows_its_rows_and_the_search_narrows_them(page: ListCheckPage) -> None:
    show(page, GateVerdict.ALREADY_THERE)
    assert names(page) == ["Matti Virtanen"]
    show(page, GateVerdict.NEW)
    assert names(page) == ["Uusi Ihminen"]
    show(page, *GateVerdict)
    page.rows.search.setText("korhonen")
    assert names(page) == ["Liisa Korhonen"]
    page.rows.search.setText("nobody")
    assert names(page) == []
    assert page.rows.nothing.isVisible()
    assert not page.rows.verdicts.isVisible()


def test_a_group_without_rows_is_not_offered(page: ListCheckPage) -> None:
    assert not page.rows.filters[CHOICES.index((GateVerdict.FORBIDDEN,))].isVisible()


def test_a_row_says_why_it_is_where_it_is(page: ListCheckPage) -> None:
    assert page.rows.pair.why.isVisible()
    assert page.rows.pair.why.text() == texts.say("gate.likely")


def test_a_prohibition_of_the_customer_in_the_register_is_told_in_words(page: ListCheckPage) -> None:
    show(page, GateVerdict.ALREADY_THERE)
    assert page.rows.pair.forbidden.isVisible()
    assert "Markkinointikielto: x" in page.rows.pair.forbidden.text()
    assert page.rows.pair.apart.isVisible()


def test_a_new_row_has_nobody_beside_it(page: ListCheckPage) -> None:
    show(page, GateVerdict.NEW)
    assert page.rows.pair.table.model().columnCount() == 1
    assert not page.rows.pair.common.isVisible()


def test_the_users_word_leaves_nothing_open_and_is_known_again(page: ListCheckPage, model: SessionModel) -> None:
    page.rows.same.click()
    show(page, GateVerdict.CHANGED)
    page.rows.same.click()
    assert model.checked is not None
    assert page.left() == 0
    assert page.is_done()
    note = list_notes(model.current)[LIST.source.sha256]
    assert note.said == {LIST.row(2): GateVerdict.ALREADY_THERE, LIST.row(3): GateVerdict.ALREADY_THERE}


def test_new_details_go_into_the_register_and_come_back_with_an_undo(page: ListCheckPage, model: SessionModel) -> None:
    show(page, GateVerdict.CHANGED)
    page.rows.take_over.click()
    assert model.current.outcome.text(RecordId(3), "Puhelin") == "050 1"
    assert [change.reason.code for change in model.current.outcome.changes] == ["list.taken_over"]
    assert page.left() == 1
    page.notice.undo.click()
    assert model.current.outcome.text(RecordId(3), "Puhelin") != "050 1"
    assert page.left() == 2


def test_new_rows_are_added_once_and_come_out_with_an_undo(page: ListCheckPage, model: SessionModel) -> None:
    page.add.click()
    assert [row.texts["Nimi"] for row in model.current.outcome.added] == ["Uusi Ihminen"]
    assert not page.add.isVisible()
    model.undo()
    assert model.current.outcome.added == ()
    assert page.add.isVisible()


def test_a_list_read_wrongly_can_be_read_in_another_way(page: ListCheckPage, qtbot: QtBot) -> None:
    page.change.click()
    assert page.choices.isVisible()
    with qtbot.waitSignal(page.reading_wanted) as asked:
        page.choices.header_row.setCurrentIndex(3)
        page.choices.header_row.activated.emit(3)
    assert asked.args[0].header_row == 3


def test_every_control_has_a_name_and_is_reached_by_keys(page: ListCheckPage) -> None:
    page.change.click()
    met = controls(page)
    assert [type(widget).__name__ for widget in met if not spoken(widget)] == []
    assert [spoken(widget) for widget in met if not widget.focusPolicy()] == []


def test_the_pair_is_said_with_the_side_and_whether_it_differs(page: ListCheckPage) -> None:
    show(page, GateVerdict.ALREADY_THERE)
    model = page.rows.pair.table.model()
    said = [model.index(line, 0).data(Qt.ItemDataRole.AccessibleTextRole) for line in range(model.rowCount())]
    assert any(line.startswith("Puhelin") and "differs" in line for line in said)


@pytest.fixture
def ask(qtbot: QtBot) -> Ask:
    def asked(files: list[str], is_open: str | None = None) -> WhatFilesDialog:
        made = WhatFilesDialog([Path(file) for file in files], Path(is_open) if is_open else None)
        qtbot.addWidget(made)
        return made

    return asked


@pytest.mark.parametrize(
    ("files", "is_open", "intent"),
    [
        (["a.csv", "b.csv"], None, Intent((), Path("a.csv"), Path("b.csv"))),
        (["b.csv"], "a.csv", Intent((), Path("a.csv"), Path("b.csv"))),
        (["b.csv", "c.csv"], "a.csv", Intent((), Path("a.csv"), Path("b.csv"))),
    ],
)
def test_the_first_answer_offered_is_the_likeliest(
    files: list[str], is_open: str | None, intent: Intent, ask: Ask
) -> None:
    assert ask(files, is_open).intent == intent


def test_a_file_is_never_checked_against_itself(ask: Ask) -> None:
    asked = ask(["a.csv", "b.csv", "c.csv"])
    for place in range(asked.register.count()):
        asked.register.setCurrentIndex(place)
        assert asked.intent.register != asked.intent.checked
    asked.own.setChecked(True)
    assert asked.intent == Intent((Path("a.csv"), Path("b.csv"), Path("c.csv")))


def test_every_control_of_the_question_has_a_name(ask: Ask) -> None:
    asked = ask(["a.csv", "b.csv"])
    for widget in (asked.check, asked.own, asked.register, asked.checked, asked.go_on):
        assert spoken(widget)


@pytest.mark.parametrize(("width", "tells_why"), [(900, False), (1040, False), (1700, True)])
def test_the_rows_fill_the_table_from_edge_to_edge_with_the_reason_where_it_can_be_read(
    page: ListCheckPage, qtbot: QtBot, width: int, tells_why: bool
) -> None:
    page.resize(width, 700)
    table = page.rows.table
    qtbot.waitUntil(lambda: table.isColumnHidden(CheckedRowsModel.WHY) is not tells_why)
    assert table.horizontalHeader().length() == table.viewport().width()
    assert page.rows.pair.why.text()


def test_a_column_on_permission_that_the_register_lacks_is_added_at_a_click_and_taken_back(
    page: ListCheckPage, model: SessionModel
) -> None:
    assert page.add_columns.isHidden()
    texts_of = {column.name: [*LIST.cells_of(column.name)] for column in LIST.columns}
    listed = register_of(texts_of | {"SMS ok": ["ei", "kyllä", "ei", ""]}, path=Path("lista.csv"))
    checked = checked_against(model)
    found = replace(checked.gate, new=listed, schema=detect(listed), lacking=("SMS ok",))
    wanted: list[object] = []
    page.reading_wanted.connect(wanted.append)
    model.take_checked(replace(checked, gate=found))
    assert "SMS ok" in page.add_columns.text()
    page.add_columns.click()
    (column,) = model.current.outcome.columns
    assert dict(column.texts) == {0: "ei"}
    assert page.add_columns.isHidden()
    assert wanted == [checked.reading]
    model.undo()
    assert model.current.outcome.columns == ()


def test_what_a_column_of_the_list_says_is_asked_on_the_page_and_what_is_answered_is_handed_on(
    page: ListCheckPage, model: SessionModel
) -> None:
    assert page.columns.isHidden()
    texts_of = {column.name: [*LIST.cells_of(column.name)] for column in LIST.columns}
    listed = register_of(texts_of | {"SMS-suostumus": ["A", "B", "A", "B"]}, path=Path("lista.csv"))
    checked = checked_against(model)
    model.take_checked(replace(checked, gate=replace(checked.gate, new=listed, schema=detect(listed))))
    said: list[Decision] = []
    page.word_said.connect(said.append)
    buttons = {spoken(button): button for button in page.columns.findChildren(QPushButton)}
    buttons["B: Must not be contacted"].click()
    ((item,),) = [decision.items for decision in said]
    assert isinstance(item, PermissionItem)
    assert (item.column, item.answers) == ("SMS-suostumus", (("b", "forbidden", ("sms",)),))
