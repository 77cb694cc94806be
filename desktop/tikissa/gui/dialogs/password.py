"""Asks for the password of a protected workbook."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from tikissa.gui import texts
from tikissa.model.problems import Problem

CODES = ("file.password_protected", "file.wrong_password")


def needs_password(problem: BaseException) -> bool:
    return isinstance(problem, Problem) and problem.code in CODES


def ask_password(parent: QWidget, problem: BaseException) -> str | None:
    """Return the password, None where the user has none to give."""
    assert isinstance(problem, Problem)
    title = QCoreApplication.translate("Password", "Password")
    sentence = texts.say(problem.code, *problem.arguments)
    password, given = QInputDialog.getText(parent, title, sentence, QLineEdit.EchoMode.Password)
    return password if given and password else None
