"""The real window, ready to be used as a person would, on a small register made for the walk."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.fixes.fixes_page import FixesPage
from tikissa.gui.shell.application import Dress
from tikissa.gui.shell.main_window import MainWindow

PATIENCE = 20_000
"""Milliseconds after which something hangs."""

HEADER = "Asiakasnro;Sukunimi;Etunimi;Puhelin;Sähköposti;Katuosoite;Postinro;Postitoimipaikka;Viimeisin osto"
FIRST_NAMES = ("Aino", "Eero", "Helmi", "Ilmari", "Kaisa", "Lauri", "Maija", "Niilo", "Oona", "Paavo")
SURNAMES = ("Ahokas", "Haukkala", "Jäkälä", "Kuusimäki", "Lehtola", "Mustapää", "Niittylä", "Ojakorpi")


def customer(number: int) -> str:
    first, last = FIRST_NAMES[number % 10], SURNAMES[number // 10 % 8]
    phone = f"040 {200 + number:03} {4000 + 37 * number % 5000:04}"
    mail = f"{first}.{last}{number}@esimerkki.fi".lower().replace("ä", "a")
    fields = (f"{1000 + number}", last, first, phone, mail, f"Koivutie {number + 1}")
    return ";".join((*fields, f"00{100 + 10 * (number % 9)}", "Helsinki", f"1.{1 + number % 12}.2026"))


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Eighty customers, one of them twice, two postal codes without their zeros."""
    rows = [customer(number) for number in range(80)]
    twin = rows[7].replace("1007;", "1080;").replace("1.8.2026", "2.2.2019")
    rows[3] = rows[3].replace(";00130;", ";130;")
    rows[5] = rows[5].replace(";00150;", ";150;")
    path = tmp_path / "asiakkaat.csv"
    path.write_text("\r\n".join([HEADER, *rows, twin]) + "\r\n", encoding="cp1252")
    return path


class Walk:
    """What a person does at the window: drops a file, waits, presses buttons."""

    def __init__(self, window: MainWindow, preferences: PreferencesModel, qtbot: QtBot) -> None:
        self.window = window
        self.preferences = preferences
        self.problems: list[BaseException] = []
        self._qtbot = qtbot

    def speak(self, language: str) -> None:
        self.preferences.change(language=language)

    def drop(self, *paths: Path) -> None:
        """Let files fall on the window, as from the desktop."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        action = Qt.DropAction.CopyAction
        middle = QPointF(self.window.rect().center())
        QApplication.sendEvent(self.window, QDragEnterEvent(middle, action, data, buttons, keys))
        QApplication.sendEvent(self.window, QDropEvent(middle, action, data, buttons, keys))

    def drop_register(self, path: Path) -> None:
        """Let a file fall on the window and say, where it is asked, that it is a register."""
        self.drop(path)
        question = self.window.arrivals.question
        if question is not None and question.isVisible():
            question.own.click()
            question.accept()

    def until(self, claim: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(claim, timeout=PATIENCE)

    def at(self, key: str) -> None:
        """Wait until a page is shown and nothing runs."""
        self.until(lambda: bool(self.problems) or self._is_at(key))
        assert self.problems == []

    def _is_at(self, key: str) -> bool:
        return self.window.page.key == key and not self.window.runner.is_busy

    def press(self, name: str) -> None:
        """Press the button with these words on the page that is shown."""
        self._qtbot.mouseClick(self._button(name), Qt.MouseButton.LeftButton)

    def go(self, key: str) -> None:
        """Choose a page in the rail."""
        self._qtbot.mouseClick(self.window.rail.entries[key], Qt.MouseButton.LeftButton)
        self.at(key)

    def press_first(self, start: str) -> None:
        """Press the first button whose words begin so."""
        self._qtbot.mouseClick(self._button(start, whole=False), Qt.MouseButton.LeftButton)

    def open_and_analyse(self, path: Path) -> None:
        self.drop_register(path)
        self.at("read_back")
        self.window.workflow.confirm(None)
        self.at("overview")

    def accept_every_fix(self) -> None:
        """Accept card after card on the page of fixes."""
        page = self.window.page
        assert isinstance(page, FixesPage)
        while self.window.model.current.work.fixes:
            self._qtbot.mouseClick(page.deck.cards[0].buttons[0], Qt.MouseButton.LeftButton)

    def _button(self, name: str, whole: bool = True) -> QAbstractButton:
        QApplication.processEvents()
        shown = [button for button in self.window.page.findChildren(QAbstractButton) if button.isVisible()]
        found = [button for button in shown if button.text() == name or (not whole and button.text().startswith(name))]
        assert found, f"{name} is not among {[button.text() for button in shown]}"
        return found[0]


@pytest.fixture
def walk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Walk]:
    preferences = PreferencesModel(tmp_path / "preferences.json")
    preferences.change(language="fi", scheme="light")
    dress = Dress(qapp, preferences)
    window = MainWindow(preferences)
    qtbot.addWidget(window)
    window.workflow.failed.disconnect()
    window.show()
    window.complete()
    walk = Walk(window, preferences, qtbot)
    window.workflow.failed.connect(walk.problems.append)
    yield walk
    window.close()
    preferences.change(language="en")
    del dress
