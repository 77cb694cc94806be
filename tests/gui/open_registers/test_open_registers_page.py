"""The page of open registers: how to get one, what is kept, and a file dropped on the window that is one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from gui.conftest import Open
from lookup.mock_register import FakeTime, MockRegister, served
from tikissa.app.folders import data_folder
from tikissa.app.open_registers import add_register
from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.open_registers.asking_dialog import AskingDialog
from tikissa.gui.open_registers.open_registers_page import OpenRegistersPage
from tikissa.gui.shell.main_window import MainWindow
from tikissa.open_registers.register_kinds import RegisterKind
from tikissa.store.open_registers.shelf import kept_registers
from trade_register import address_of, bulk_file, business_id_of, company_record, many, name_of


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(PreferencesModel(tmp_path / "preferences.json"))
    qtbot.addWidget(made)
    made.complete()
    yield made
    made.close()


def _said(page: OpenRegistersPage) -> str:
    return " ".join(each.text() for each in page.findChildren(QLabel) if not each.isHidden())


def _button(page: OpenRegistersPage, text: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if text in each.text())


def test_it_says_what_a_register_gives_and_how_to_get_it(open_page: Open[OpenRegistersPage]) -> None:
    page = open_page(OpenRegistersPage)
    said = _said(page)
    assert "all_companies_*.zip" in said
    assert "CC BY 4.0" in said
    assert _button(page, "Open the page").toolTip().startswith("https://")


def test_what_is_kept_is_shown_with_its_day_and_can_be_removed(
    open_page: Open[OpenRegistersPage], tmp_path: Path, qtbot: QtBot
) -> None:
    add_register(bulk_file(tmp_path, many(30), "20241130"))
    page = open_page(OpenRegistersPage)
    assert "30" in _said(page)
    assert "over a year old" in _said(page)
    with qtbot.waitSignal(page.removal_wanted) as wanted:
        _button(page, "Remove").click()
    assert wanted.args == [RegisterKind.PRH]


def test_a_file_dropped_on_the_window_is_taken_in_and_can_be_taken_away(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = bulk_file(tmp_path, many(30))
    with qtbot.waitSignal(window.arrivals.adding.changed):
        window.arrivals.take([path])
    assert window.page.key == "open_registers"
    assert [kept.kind for kept in kept_registers(data_folder())] == [RegisterKind.PRH]
    with qtbot.waitSignal(window.arrivals.adding.changed):
        window.arrivals.adding.take_away(RegisterKind.PRH)
    assert kept_registers(data_folder()) == ()


def test_a_damaged_file_is_told_and_changes_nothing(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = bulk_file(tmp_path, many(30))
    path.write_bytes(path.read_bytes()[:-100])
    window.arrivals.adding.failed.disconnect()
    with qtbot.waitSignal(window.arrivals.adding.failed) as told:
        window.arrivals.take([path])
    assert told.args is not None
    assert told.args[0].code == "open_register.not_whole"
    assert kept_registers(data_folder()) == ()


def _ready(window: MainWindow, folder: Path, qtbot: QtBot, ids: list[str]) -> None:
    path = folder / "asiakkaat.csv"
    rows = (f"{place};Kadonnut {place} Oy;{number};Sahantie 7;33100" for place, number in enumerate(ids))
    path.write_text("\n".join(("Nro;Yritys;Y-tunnus;Katuosoite;Postinumero", *rows)), encoding="utf-8")
    _opened(window, path, qtbot)


def _opened(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.workflow.open_file(path)
    qtbot.waitUntil(lambda: window.page.key == "read_back")
    with qtbot.waitSignal(window.workflow.analysed):
        window.workflow.confirm(None)


def test_the_companies_stand_beside_the_register_with_what_would_change(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    kept, gone = business_id_of(8_100_000), business_id_of(8_000_500)
    former = name_of("Entinen Oy", ended="2020-01-01")
    here = address_of("Sahantie", "7", "33100", "Tampere")
    record = company_record(kept, [name_of("Nykyinen Oy"), former], [here])
    add_register(bulk_file(tmp_path, [record, *many(30, 8_200_000)]))
    path = tmp_path / "asiakkaat.csv"
    rows = (f"1;Entinen Oy;{kept};Sahantie 7;33100", f"2;Kadonnut Oy;{gone};Kotikuja 2;33100")
    path.write_text("\n".join(("Nro;Yritys;Y-tunnus;Katuosoite;Postinumero", *rows)), encoding="utf-8")
    _opened(window, path, qtbot)
    window.visit("open_registers")
    page = window.page
    assert isinstance(page, OpenRegistersPage)
    shown = page.companies
    assert [each.text() for each in shown.groups if not each.isHidden()] == [
        *("Not in the register 1", "Another name 1", "All 2"),
    ]
    assert _cells(shown.table) == [["3", "Kadonnut Oy", "–", "! Not in the trade register, perhaps ceased"]]
    shown.groups[2].click()
    name, number, *_ = _cells(shown.sides_table)
    assert name == ["≠ Name", "Entinen Oy", "Nykyinen Oy", "Nykyinen Oy"]
    assert number[1:] == [kept, kept, "–"]
    with qtbot.waitSignal(page.visit) as visited:
        shown.fixes.click()
    assert visited.args == ["fixes"]


def _cells(view: QTableView) -> list[list[str]]:
    model = view.model()
    lines, columns = range(model.rowCount()), range(model.columnCount())
    return [[str(model.index(line, place).data()).strip() for place in columns] for line in lines]


def test_nothing_is_asked_before_the_ids_were_seen_and_agreed_to(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = business_id_of(8_000_500)
    add_register(bulk_file(tmp_path, many(30, 8_100_000)))
    with served(MockRegister([], FakeTime().now)) as register:
        monkeypatch.setenv("TIKISSA_TRADE_REGISTER", register.address)
        _ready(window, tmp_path, qtbot, [gone])
        asking = window.arrivals.asking
        asking.start()
        qtbot.waitUntil(lambda: asking.question is not None)
        question = asking.question
        assert isinstance(question, AskingDialog)
        assert question.ids.toPlainText() == gone
        assert register.asked == []
        question.keep.click()
        assert register.asked == []
        asking.question = None
        asking.start()
        qtbot.waitUntil(lambda: asking.question is not None)
        again = asking.question
        assert isinstance(again, AskingDialog)
        with qtbot.waitSignal(asking.told) as told:
            again.send.click()
        assert told.args == ["lookup.answered", [1, 0]]
        assert [path.rpartition("=")[2] for path in register.asked] == [gone]
        qtbot.waitUntil(lambda: not window.progress.isVisible())
