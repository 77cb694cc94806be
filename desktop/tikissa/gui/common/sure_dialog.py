"""Asks before something is lost for good: the button says what it does, and keeping all is the default."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from tikissa.gui.common.dialog_sizes import widen


def is_sure(parent: QWidget, question: str, deed: str) -> bool:
    """Ask and wait; `deed` is the word on the button that does it."""
    box = sure_box(parent, question, deed)
    box.exec()
    return box.clickedButton() is not box.defaultButton()


def sure_box(parent: QWidget | None, question: str, deed: str) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Question, deed, question)
    box.setParent(parent, box.windowFlags())
    box.addButton(deed, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(QCoreApplication.translate("Sure", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    widen(box)
    return box
