"""Starts the window: look, language, and what happens when something unexpected does."""

import faulthandler
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QByteArray, QMessageLogContext, QSize, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from tikissa.app.crash_log import watch_for_crashes
from tikissa.app.folders import data_folder, preferences_file
from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.elements.theme import Scheme, apply_theme
from tikissa.gui.language.translation import Languages, language, system_language
from tikissa.gui.shell.main_window import MainWindow
from tikissa.gui.shell.tour import Tour
from tikissa.messages import say
from tikissa.resources import resource

FRAME = QSize(2, 32)
"""Pixels left for what the system puts around a window."""

NO_DISPLAY = 2
"""The exit status of a call that cannot be followed."""


class Dress:
    """Keeps the language and the look as the preferences say, also when they change while the program runs."""

    def __init__(self, application: QApplication, preferences: PreferencesModel) -> None:
        self._application = application
        self._preferences = preferences
        self._languages = Languages(application)
        self._look: tuple[Scheme, int] | None = None
        preferences.changed.connect(self.put_on)
        self._hints = application.styleHints()
        self._accessibility = self._hints.accessibility()  # held: PySide loses it with the last name for its parent
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._accessibility.contrastPreferenceChanged.connect(self._follow_system)
        self._use_language(self._wanted_language())
        self.put_on()

    def put_on(self) -> None:
        if language() != self._wanted_language():
            self._use_language(self._wanted_language())
        look = (Scheme(self._preferences.current.scheme or Scheme.SYSTEM), self._preferences.current.text_size)
        if look != self._look:
            self._look = look
            apply_theme(self._application, *look)

    def _wanted_language(self) -> str:
        return self._preferences.current.language or system_language()

    def _use_language(self, chosen: str) -> None:
        self._languages.use(chosen)

    def _follow_system(self) -> None:
        self._look = None
        self.put_on()


def run(path: Path | None = None) -> int:
    """Open the window, on a file if one is given, and return the exit status."""
    with _stopping_in_words():
        application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Tikissä")
    application.setWindowIcon(QIcon(str(resource("icons", "app.svg"))))
    crashes = watch_for_crashes()
    preferences = PreferencesModel(preferences_file())
    dress = Dress(application, preferences)
    window = MainWindow(preferences)
    sys.excepthook = lambda _kind, problem, trace: _unexpected(window, problem, trace)
    put_in_place(window, preferences.current.window)
    window.show()
    QTimer.singleShot(100, lambda: _forget_old(preferences))  # milliseconds: the window is drawn first
    if path is not None:
        QTimer.singleShot(0, lambda: window.workflow.open_file(path))
    if sys.platform != "win32":  # where an installer closes the window itself
        QTimer.singleShot(100, lambda: _close_when_asked(window))
    tour = Tour(window, preferences)
    window.workflow.analysed.connect(tour.start)
    status = application.exec()
    preferences.change(window=place_of(window))
    del dress
    if crashes is not None:
        faulthandler.disable()
        crashes.close()
    return status


def put_in_place(window: QWidget, place: str | None) -> None:
    """Open the window where it was left, and never larger than the screen."""
    if place is not None:
        window.restoreGeometry(QByteArray.fromBase64(place.encode("ascii")))
    room = window.screen().availableGeometry().size() - FRAME
    window.setMinimumSize(window.minimumSize().boundedTo(room))
    window.resize(window.size().boundedTo(room))


def place_of(window: QWidget) -> str:
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")


def _close_when_asked(window: MainWindow) -> None:
    from tikissa.gui.shell.stopping import Stopping

    Stopping(window.close, window)


@contextmanager
def _stopping_in_words() -> Iterator[None]:
    """Let Qt, which ends the program at once where no display can be reached, say so as the program itself does."""

    def listen(kind: QtMsgType, _context: QMessageLogContext, _text: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            os.write(2, f"{say(system_language(), 'call.no_display')}\n".encode())
            os._exit(NO_DISPLAY)

    before = qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _forget_old(preferences: PreferencesModel) -> None:
    """Forget the registers that the user wants to be remembered no longer."""
    from tikissa.app.registers import sweep

    with suppress(OSError):
        sweep(data_folder(), preferences.current.keep_years, date.today())


def _unexpected(window: MainWindow, problem: BaseException, trace: TracebackType | None) -> None:
    if isinstance(problem, KeyboardInterrupt):
        window.close()
        return
    from tikissa.gui.common.problem_dialog import show_problem

    show_problem(window, problem.with_traceback(trace))
