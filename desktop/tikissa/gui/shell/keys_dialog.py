"""The sheet of keys: what every key does, gathered from the actions and from the buttons that show theirs."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from tikissa.gui.common.dialog_sizes import open_at
from tikissa.gui.common.page import Page
from tikissa.gui.elements.building_blocks import button, column, label, row, scrolled
from tikissa.gui.elements.key_button import KeyButton
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.shell.actions import ACTIONS, action_text

KeyLine = tuple[str, str]
"""A key and what it does."""


def keys_everywhere() -> tuple[KeyLine, ...]:
    native = QKeySequence.SequenceFormat.NativeText
    return tuple((QKeySequence(spec.keys).toString(native), action_text(spec)) for spec in ACTIONS)


def keys_of(page: Page) -> tuple[KeyLine, ...]:
    """Return the keys on a page's buttons, each once."""
    buttons = page.findChildren(KeyButton)
    return tuple(dict.fromkeys((shown.key, shown.text()) for shown in buttons if shown.key))


class KeysDialog(QDialog):
    def __init__(self, pages: Iterable[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        open_at(self, 72 * SPACE, 84 * SPACE)
        groups = [(self.tr("Everywhere"), (*keys_everywhere(), ("Esc", self.tr("Back to where you were"))))]
        groups += [(page.title(), (*keys_of(page), *page.keys())) for page in pages]
        sheet = QGridLayout()
        sheet.setHorizontalSpacing(3 * SPACE)
        sheet.setVerticalSpacing(SPACE)
        sheet.setColumnStretch(1, 1)
        for title, lines in groups:
            if lines:
                _add_group(sheet, title, lines)
        body = column(sheet, None)
        close = button(self.tr("Close"), "primary", self.accept)
        self.setLayout(
            column(
                label("title", self.tr("Keyboard shortcuts")),
                scrolled(body),
                row(None, close),
                space=2 * SPACE,
                margin=3 * SPACE,
            )
        )


def _add_group(sheet: QGridLayout, title: str, lines: tuple[KeyLine, ...]) -> None:
    start = sheet.rowCount() + 1
    sheet.setRowMinimumHeight(start - 1, SPACE)
    sheet.addWidget(label("emphasis", title), start, 0, 1, 2)
    for place, (keys, text) in enumerate(lines, start + 1):
        sheet.addWidget(label("key", keys, wraps=False), place, 0, Qt.AlignmentFlag.AlignLeft)
        sheet.addWidget(label("", text), place, 1)
