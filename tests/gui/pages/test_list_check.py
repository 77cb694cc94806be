"""A checked list on its page: filtered, searched, told of in words, and named for a screen reader."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from builders import register
from gui.pages.conftest import Open
from gui.pages.test_accessibility import controls, spoken
from tikissa.app.checked_list import CheckedList, CheckedRow, Standing
from tikissa.gui.dialogs.what_files import Intent, WhatFilesDialog
from tikissa.gui.pages.list_check import ListCheckPage
from tikissa.gui.session_model import SessionModel
from tikissa.model.matching import MatchWeight
from tikissa.model.record import RecordId
from tikissa.model.schema import ColumnMeaning, Meaning, Schema

Ask = Callable[..., WhatFilesDialog]

LIST = register(
    {
        "Nimi": ["Matti Virtanen", "Uusi Ihminen", "Liisa Korhonen"],
        "Puhelin": ["0401234567", "044 000 1111", ""],
    },
    path=Path("lista.csv"),
)
SCHEMA = Schema(
    (ColumnMeaning("Nimi", Meaning.WHOLE_NAME, 1.0, True), ColumnMeaning("Puhelin", Meaning.PHONE, 1.0, True))
)
WEIGHTS = (MatchWeight("phone", "exact", 9.0), MatchWeight("street", "different", -2.0))


@pytest.fixture
def page(open_page: Open[ListCheckPage], model: SessionModel) -> ListCheckPage:
    rows = (
        CheckedRow(RecordId(0), Standing.KNOWN, RecordId(0), WEIGHTS),
        CheckedRow(RecordId(1), Standing.NEW),
        CheckedRow(RecordId(2), Standing.PERHAPS, RecordId(1), WEIGHTS[:1]),
    )
    columns = {"Nimi": "Nimi", "Puhelin": "Puhelin"}
    shown = open_page(ListCheckPage)
    model.take_checked(CheckedList(model.current.register, LIST, SCHEMA, columns, rows))
    return shown


def names(page: ListCheckPage) -> list[str]:
    table = page.rows.table.model()
    return [table.index(line, 2).data() for line in range(table.rowCount())]


def test_what_needs_an_eye_is_shown_first(page: ListCheckPage) -> None:
    assert names(page) == ["Liisa Korhonen"]
    assert page.left() == 1


def test_each_filter_shows_its_rows_and_the_search_narrows_them(page: ListCheckPage) -> None:
    page.rows.filters[1].click()
    assert names(page) == ["Matti Virtanen"]
    page.rows.filters[2].click()
    assert names(page) == ["Uusi Ihminen"]
    page.rows.filters[3].click()
    page.rows.search.setText("korhonen")
    assert names(page) == ["Liisa Korhonen"]
    page.rows.search.setText("nobody")
    assert names(page) == []
    assert page.rows.nothing.isVisible()
    assert not page.rows.same.isEnabled()


def test_a_prohibition_of_the_customer_in_the_register_is_told_in_words(page: ListCheckPage) -> None:
    page.rows.filters[1].click()
    assert page.rows.pair.forbidden.isVisible()
    assert "Markkinointikielto: x" in page.rows.pair.forbidden.text()
    assert page.rows.pair.apart.isVisible()


def test_a_new_row_has_nobody_beside_it(page: ListCheckPage) -> None:
    page.rows.filters[2].click()
    assert page.rows.pair.table.model().columnCount() == 1
    assert not page.rows.pair.common.isVisible()


def test_the_users_word_leaves_nothing_open(page: ListCheckPage, model: SessionModel) -> None:
    page.rows.same.click()
    assert model.checked is not None
    assert model.checked.rows[2].standing is Standing.KNOWN
    assert page.left() == 0
    assert page.is_done()


def test_every_control_has_a_name_and_is_reached_by_keys(page: ListCheckPage) -> None:
    met = controls(page)
    assert [type(widget).__name__ for widget in met if not spoken(widget)] == []
    assert [spoken(widget) for widget in met if not widget.focusPolicy()] == []


def test_the_pair_is_said_with_the_side_and_whether_it_differs(page: ListCheckPage) -> None:
    page.rows.filters[1].click()
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
