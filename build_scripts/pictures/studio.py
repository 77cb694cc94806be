"""The window as the photographer has it: it can be waited for, and pictured in every language and colour."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QTextBrowser, QWidget

from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.shell.application import Dress
from tikissa.gui.shell.main_window import MainWindow


class View(NamedTuple):
    """Something a person meets: `show` brings it on the screen and returns what is to be pictured, `leave` is called
    with it afterwards."""

    name: str
    show: Callable[["Studio"], QWidget]
    leave: Callable[[QWidget], object] = lambda _: None


@dataclass(frozen=True, slots=True)
class Wish:
    """Which pictures are wanted, and where they go."""

    folder: Path
    languages: tuple[str, ...]
    schemes: tuple[str, ...]
    only: tuple[str, ...] = ()
    """Pictures by name; all where none is named."""


class Studio:
    """`folder` is where the program and the walk may write."""

    def __init__(self, application: QApplication, folder: Path, wish: Wish, size: tuple[int, int], text: int) -> None:
        self.folder = folder
        self._wish = wish
        self.preferences = PreferencesModel(folder / "preferences.json")
        self.preferences.change(text_size=text, language=wish.languages[0])
        self._dress = Dress(application, self.preferences)
        sys.excepthook = lambda _kind, problem, _trace: _give_up(problem)
        self.window = MainWindow(self.preferences)
        self.window.resize(*size)
        self.window.show()
        self.window.complete()
        self.window.workflow.failed.disconnect()
        self.window.workflow.failed.connect(_give_up)

    def rest(self, milliseconds: int) -> None:
        """Let the window and its work go on: QTest.qWait sleeps with Python in its hand and starves the work."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def wait(self) -> None:
        self.rest(50)
        while self.window.runner.is_busy:
            self.rest(20)
        self.rest(50)

    def picture(self, stage: str, views: Iterable[View]) -> None:
        """Take every view in every language and colour; what goes on below the lower edge has a second picture."""
        chosen = [view for view in views if not self._wish.only or f"{stage}-{view.name}" in self._wish.only]
        for language in self._wish.languages if chosen else ():
            for scheme in self._wish.schemes:
                self.preferences.change(language=language, scheme=scheme)
                for view in chosen:
                    shown = view.show(self)
                    self.rest(60)
                    self._take(shown, self._wish.folder / language / scheme / f"{stage}-{view.name}")
                    view.leave(shown)
        self.preferences.change(language=self._wish.languages[0])  # the language of what is saved

    def close(self) -> None:
        self.window.close()

    def _take(self, shown: QWidget, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        shown.grab().save(f"{path}.png")
        for area in (*shown.findChildren(QScrollArea), *shown.findChildren(QTextBrowser)):
            bar = area.verticalScrollBar()
            if area.isVisible() and bar.maximum() > 0:
                bar.setValue(bar.maximum())
                self.rest(20)
                shown.grab().save(f"{path}-end.png")
                bar.setValue(0)


def _give_up(problem: BaseException) -> None:
    """A dialog would wait for ever for somebody to close it."""
    print(f"{type(problem).__name__}: {problem}", file=sys.stderr)
    os._exit(1)
