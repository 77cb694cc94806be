"""The page that asks whether a file was read right: what is changed there stays in sight until it is confirmed."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.conftest import Open
from tikissa.app.session import Session
from tikissa.files.reader import read
from tikissa.gui.common.permission_card import PermissionCard
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.read_back.meaning_picker import MeaningPicker
from tikissa.gui.read_back.read_back_page import ReadBackPage
from tikissa.gui.read_back.reading_preview import MEANING
from tikissa.model.permission import ANY, Channel, Stance
from tikissa.model.schema import Meaning
from tikissa.presentation.meaning_groups import MEANING_GROUPS

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


def said_under(page: ReadBackPage, header: str) -> str:
    model = page.table.model()
    sides = Qt.Orientation.Horizontal
    place = next(place for place in range(model.columnCount()) if model.headerData(place, sides) == header)
    return str(model.headerData(place, sides, MEANING))


def picker_under(page: ReadBackPage, header: str) -> MeaningPicker:
    model = page.table.model()
    place = next(
        place for place in range(model.columnCount()) if model.headerData(place, Qt.Orientation.Horizontal) == header
    )
    page.headers.sectionClicked.emit(place)
    found = page.findChildren(MeaningPicker)
    return found[-1]


def test_under_every_header_stands_what_its_column_was_taken_to_mean(page: ReadBackPage) -> None:
    assert said_under(page, "Nimi") == "Name"
    assert said_under(page, "Kunta") == "Town"


def test_the_user_says_under_a_header_what_a_column_holds_that_was_not_recognised(
    page: ReadBackPage, model: SessionModel, qtbot: QtBot
) -> None:
    picker = picker_under(page, "Kunta")
    qtbot.keyClicks(picker.search, "note")
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert model.current.settings(date.today()).meanings == {"Kunta": Meaning.NOTES}
    page.refresh()
    assert said_under(page, "Kunta") == "Notes"


def test_a_column_is_said_to_hold_nothing_known(page: ReadBackPage, model: SessionModel, qtbot: QtBot) -> None:
    picker = picker_under(page, "Nimi")
    picker.list.setCurrentRow(0)
    qtbot.keyClick(picker.list, Qt.Key.Key_Return)
    assert model.current.settings(date.today()).meanings == {"Nimi": None}
    page.refresh()
    assert said_under(page, "Nimi") == "not recognised"


def test_every_meaning_can_be_chosen() -> None:
    listed = [meaning for meanings in MEANING_GROUPS.values() for meaning in meanings]
    assert sorted(listed) == sorted(Meaning)


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


def test_columns_of_yes_and_no_that_nothing_explains_are_named_until_they_are_given_a_meaning(
    open_page: Open[ReadBackPage], model: SessionModel, tmp_path: Path
) -> None:
    path = tmp_path / "asiakkaat.csv"
    path.write_text("Nimi;Puhelin;Zorbo\nAino Ahokas;040 200 4011;kyllä\nEino Ek;040 200 4012;ei\n", encoding="utf-8")
    model.open(Session(path, read(path), tmp_path))
    page = open_page(ReadBackPage)
    assert page.doubtful.isVisibleTo(page)
    assert "Zorbo" in page.doubtful.text()
    model.decide(model.decider.meaning("Zorbo", Meaning.PROHIBITION))
    page.refresh()
    assert not page.doubtful.isVisibleTo(page)
