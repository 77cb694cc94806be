"""The page that asks whether a file was read right: what is changed there stays in sight until it is confirmed."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.conftest import Open
from tikissa.app.session import Session
from tikissa.files.reader import read
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.read_back.permission_card import PermissionCard
from tikissa.gui.read_back.read_back_page import ReadBackPage
from tikissa.model.permission import ANY, Channel, Stance
from tikissa.model.schema import Meaning

ROWS = (
    "Asiakkaat 2026;;;",
    ";;;",
    "Nimi;Puhelin;Lupa;Kunta",
    *(f"Aino Ahokas;040 200 40{n};x;Vaasa" for n in range(10, 40)),
)


@pytest.fixture
def page(open_page: Open[ReadBackPage], model: SessionModel, tmp_path: Path) -> ReadBackPage:
    path = tmp_path / "kampaamo.csv"
    path.write_text("\n".join(ROWS) + "\n", encoding="utf-8-sig")
    model.open(Session(path, read(path), tmp_path))
    return open_page(ReadBackPage)


def first_header(page: ReadBackPage) -> str:
    return str(page.table.model().headerData(0, page.table.horizontalHeader().orientation()))


def choose_header_row(page: ReadBackPage, row: int, runner: TaskRunner, qtbot: QtBot) -> None:
    page.change.click()
    page.choices.header_row.setCurrentIndex(row)
    page.choices.header_row.activated.emit(row)
    qtbot.waitUntil(lambda: not runner.is_busy)


def test_an_answer_about_a_column_keeps_the_way_of_reading_that_was_chosen(
    page: ReadBackPage, runner: TaskRunner, qtbot: QtBot
) -> None:
    assert first_header(page) == "Nimi"
    choose_header_row(page, 1, runner, qtbot)
    assert first_header(page) == "Asiakkaat 2026"
    page.passive.buttons[6].click()
    assert first_header(page) == "Asiakkaat 2026"
    with qtbot.waitSignal(page.confirmed) as confirmed:
        page.go_on.click()
    assert confirmed.args[0].header_row == 1


def test_the_user_says_what_a_column_holds_that_was_not_recognised(page: ReadBackPage, model: SessionModel) -> None:
    page.change.click()
    assert page.choices.header_row.hasFocus()
    page.columns.column.setCurrentText("Kunta")
    page.columns.column.activated.emit(page.columns.column.currentIndex())
    page.columns.meaning.setCurrentIndex(page.columns.meaning.findData(Meaning.NOTES))
    page.columns.meaning.activated.emit(page.columns.meaning.currentIndex())
    assert model.current.settings(date.today()).meanings == {"Kunta": Meaning.NOTES}
    assert page.columns.isVisible()
    assert (page.columns.column.currentData(), page.columns.meaning.currentData()) == ("Kunta", Meaning.NOTES)


def test_what_was_read_along_and_what_was_left_out_is_told(
    open_page: Open[ReadBackPage], model: SessionModel, tmp_path: Path
) -> None:
    path = tmp_path / "putkimies.xlsx"
    workbook = Workbook()
    for sheet in (workbook.worksheets[0], workbook.create_sheet("Vanhat")):
        sheet.append(["Nimi", "Puhelin", "Sähköposti"])
        for number in range(10, 30):
            sheet.append([f"Aino Ahokas {number}", f"040 200 40{number}", f"aino{number}@ahokas.fi"])
    workbook.worksheets[0].row_dimensions[4].hidden = True
    workbook.save(path)
    model.open(Session(path, read(path), tmp_path))
    page = open_page(ReadBackPage)
    assert "Vanhat" in page.warned.text()
    assert page.noted.text() == "One hidden row was read as well."


def test_only_the_column_that_is_unsure_is_asked_about_with_what_stands_in_it(page: ReadBackPage) -> None:
    (card,) = page.findChildren(PermissionCard)
    words = [text for text in (child.text() for child in card.findChildren(type(page.legend))) if text]
    assert "Lupa" in words[0]
    assert "x" in words[1]


def test_what_a_mark_says_and_of_which_ways_is_answered_by_buttons_and_kept(
    page: ReadBackPage, model: SessionModel
) -> None:
    _press(page, "Lupa: Marketing opt-out")
    _press(page, "x: Must not be contacted")
    _press(page, "Lupa: Post")
    settings = model.current.settings(date(2026, 11, 1))
    assert settings.meanings["Lupa"] is Meaning.PROHIBITION
    correction = settings.corrections["Lupa"]
    assert correction.channels == ANY - {Channel.POST}
    assert dict(correction.answers)["x"].stance is Stance.FORBIDDEN


def _press(page: ReadBackPage, name: str) -> None:
    card = page.findChildren(PermissionCard)[-1]  # the one before the last answer is still on its way out
    (button,) = (child for child in card.findChildren(QPushButton) if child.accessibleName() == name)
    button.click()


def test_the_character_set_the_file_was_read_in_goes_by_its_common_name(page: ReadBackPage) -> None:
    assert page.choices.encoding.currentText() == "UTF-8"
    assert page.choices.reading().encoding == "utf-8-sig"


def test_some_rows_stay_in_sight_in_a_low_window(page: ReadBackPage) -> None:
    page.resize(800, 300)
    assert page.table.height() >= 6 * page.table.verticalHeader().defaultSectionSize()
