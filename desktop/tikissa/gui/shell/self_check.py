"""Goes through the window without anybody watching, to prove that an installed program can."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer

    from tikissa.gui.shell.main_window import MainWindow

LONGEST_SECONDS = 120.0


def open_and_close(folder: Path) -> None:
    """Clean the sample in the window off the screen, in every language; draw `window.png`.

    What the program keeps meanwhile goes into the folder. Raises whatever keeps any of it from working.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    kept = os.environ.get("TIKISSA_DATA")
    os.environ["TIKISSA_DATA"] = str(folder / "data")
    try:
        with _window(folder) as window, _told() as told:
            _analyse_sample(window, told)
            _draw_everything(window)
            _expect(window.grab().save(str(folder / "window.png")), "the window could not be drawn")
    except RuntimeError as failure:
        raise RuntimeError(f"{failure} {_written_down(folder)}") from failure
    finally:
        os.environ.pop("TIKISSA_DATA")
        if kept is not None:
            os.environ["TIKISSA_DATA"] = kept


def _written_down(folder: Path) -> str:
    """Return what the crash log says, on one line."""
    return " | ".join(line for log in folder.glob("data/logs/*") for line in log.read_text("utf-8").splitlines())


@contextmanager
def _window(folder: Path) -> Iterator["MainWindow"]:
    from PySide6.QtWidgets import QApplication

    from tikissa.gui.common.preferences_model import PreferencesModel
    from tikissa.gui.shell.application import Dress
    from tikissa.gui.shell.main_window import MainWindow

    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    preferences = PreferencesModel(folder / "preferences.json")
    dress = Dress(application, preferences)
    window = MainWindow(preferences)
    window.show()
    try:
        yield window
    finally:
        window.close()
        application.processEvents()
        preferences.changed.disconnect(dress.put_on)


@contextmanager
def _told() -> Iterator[list[str]]:
    """Gather what the window wants to tell somebody, and answer it: nobody is there to close a dialog."""
    told: list[str] = []
    before = sys.excepthook
    sys.excepthook = lambda kind, problem, _trace: told.append(f"{kind.__name__}: {problem}")
    answering = _answering(told)
    try:
        yield told
    finally:
        answering.stop()
        sys.excepthook = before


def _answering(told: list[str]) -> "QTimer":
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            told.append(dialog.text() if isinstance(dialog, QMessageBox) else dialog.windowTitle())
            dialog.reject()

    timer = QTimer()
    timer.timeout.connect(answer)
    timer.start(100)
    return timer


def _analyse_sample(window: "MainWindow", told: list[str]) -> None:
    from tikissa.resources import resource

    window.workflow.open_file(resource("demo", "asiakasrekisteri.xlsx"))
    _wait(lambda: window.model.session is not None, told)
    window.workflow.confirm(None)
    _wait(lambda: window.model.is_analysed, told)


def _wait(until: Callable[[], bool], told: list[str]) -> None:
    from PySide6.QtCore import QCoreApplication, QEventLoop

    last = monotonic() + LONGEST_SECONDS
    while not until():
        _expect(not told, "; ".join(told))
        _expect(monotonic() < last, f"the window has not answered in {LONGEST_SECONDS:.0f} s")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _draw_everything(window: "MainWindow") -> None:
    """Draw every page that has something to show, and the dialogs, in every language."""
    from PySide6.QtCore import QCoreApplication

    from tikissa.gui.language.translation import LANGUAGE_NAMES

    titles = set()
    for language in reversed(LANGUAGE_NAMES):
        window.preferences.change(language=language)
        QCoreApplication.processEvents()  # the pages hear of it as events
        for key, page in window.pages.items():
            if page.is_offered():
                window.visit(key)
                _expect(not window.grab().isNull(), f"the page {key} could not be drawn")
        _draw_dialogs(window)
        window.visit("overview")
        QCoreApplication.processEvents()
        titles.add(window.page.title())
    _expect(len(titles) == len(LANGUAGE_NAMES), f"the window speaks {len(titles)} languages")


def _draw_dialogs(window: "MainWindow") -> None:
    from tikissa.gui.shell.help_dialog import HelpDialog
    from tikissa.gui.shell.keys_dialog import KeysDialog
    from tikissa.gui.shell.settings_dialog import SettingsDialog
    from tikissa.text.phones import STYLES

    for dialog in (
        HelpDialog(window),
        KeysDialog(window.pages.values(), window),
        SettingsDialog(window.preferences, STYLES, window),
    ):
        _expect(not dialog.grab().isNull(), f"{type(dialog).__name__} could not be drawn")
        dialog.deleteLater()


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise RuntimeError(otherwise)
