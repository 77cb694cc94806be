"""What is said when something did not succeed: a sentence with a way out, or, unexpectedly, details to copy."""

import platform
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from tikissa import __version__
from tikissa.app.crash_log import write_down
from tikissa.gui.common.dialog_sizes import widen
from tikissa.gui.language import texts
from tikissa.messages import has_words
from tikissa.model.problems import Problem

translate = QCoreApplication.translate


def show_problem(parent: QWidget | None, problem: BaseException) -> None:
    """Tell of a problem and wait until it has been read; where an unexpected one came from is written down as well."""
    if not _is_told_in_words(problem):
        write_down(problem)
    problem_box(parent, problem).exec()


def problem_box(parent: QWidget | None, problem: BaseException) -> QMessageBox:
    """Return the dialog for a problem: in its own words where it has some, else as an unexpected one."""
    if isinstance(problem, Problem) and _is_told_in_words(problem):
        box = QMessageBox(QMessageBox.Icon.Warning, "Tikissä", texts.say(problem.code, *problem.arguments))
        box.setParent(parent, box.windowFlags())
        _add_ok(box)
        return box
    return _unexpected_box(parent, problem)


def _is_told_in_words(problem: BaseException) -> bool:
    return isinstance(problem, Problem) and has_words(problem.code)


def _unexpected_box(parent: QWidget | None, problem: BaseException) -> QMessageBox:
    title = translate("Problem", "Something went wrong")
    text = translate("Problem", "Something unexpected happened in the program.")
    comfort = translate(
        "Problem", "Your choices are kept and the original file is unchanged. Go on, or start the program again."
    )
    box = QMessageBox(QMessageBox.Icon.Critical, title, text)
    box.setParent(parent, box.windowFlags())
    box.setInformativeText(comfort)
    copy = box.addButton(translate("Problem", "Copy details"), QMessageBox.ButtonRole.ActionRole)
    _add_ok(box)
    copy.clicked.disconnect()
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details(problem)))
    return box


def _add_ok(box: QMessageBox) -> None:
    """Add the button that closes; Qt's own Swedish says Ok."""
    close = box.addButton("OK", QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    widen(box)


def details(problem: BaseException) -> str:
    """Return where the program stopped: files, lines and the kind of error, never its message, which could hold
    contents of the register."""
    places = [_place(problem.__traceback__)] if problem.__traceback__ else []
    return "\n".join([about(), *places, type(problem).__name__])


def about() -> str:
    """Return what the program is and what it runs on."""
    return f"Tikissä {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"


def _place(trace: TracebackType) -> str:
    frames = traceback.extract_tb(trace)
    return "\n".join(f"{'/'.join(frame.filename.split('/')[-3:])}:{frame.lineno} {frame.name}" for frame in frames)
