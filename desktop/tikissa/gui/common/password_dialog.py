"""Asks for the password of a protected workbook."""

from PySide6.QtWidgets import QLineEdit, QWidget

from tikissa.gui.common.dialog_sizes import FittedDialog
from tikissa.gui.elements.building_blocks import button, column, label, row
from tikissa.gui.elements.theme import SPACE, scaled
from tikissa.gui.language import texts
from tikissa.model.problems import Problem

CODES = ("file.password_protected", "file.wrong_password")


def needs_password(problem: BaseException) -> bool:
    return isinstance(problem, Problem) and problem.code in CODES


def ask_password(parent: QWidget, problem: BaseException) -> str | None:
    """Return the password, None where the user has none to give."""
    assert isinstance(problem, Problem)
    dialog = PasswordDialog(problem, parent)
    return dialog.password.text() or None if dialog.exec() else None


class PasswordDialog(FittedDialog):
    def __init__(self, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Password"))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("Password"))
        self.opener = button(self.tr("Open the file"), "primary", self.accept)
        self.opener.setDefault(True)
        self.opener.setEnabled(False)
        self.password.textChanged.connect(lambda text: self.opener.setEnabled(bool(text)))
        sentence = label("", texts.say(problem.code, *problem.arguments))
        promise = label("quiet", self.tr("The password is not kept anywhere."))
        buttons = row(None, button(self.tr("Cancel"), "quiet", self.reject), self.opener, space=2 * SPACE)
        self.setLayout(column(sentence, self.password, promise, None, buttons, space=2 * SPACE, margin=3 * SPACE))
        self.setMinimumWidth(scaled(56 * SPACE))
        self.password.setFocus()
