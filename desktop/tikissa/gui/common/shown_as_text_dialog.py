"""Says that texts of a list just written look like formulas, and how they stand in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from tikissa.gui.language import texts


def tell_shown_as_text(parent: QWidget, count: int) -> None:
    """Say how many texts have an apostrophe in front, without holding anything up; nothing where there are none."""
    if count:
        words = texts.say("save.list_formula_like", count)
        box = QMessageBox(QMessageBox.Icon.Information, "Tikissä", words, parent=parent)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
