"""The help page in the language in force: `resources/help/XX.md`."""

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from tikissa.gui.theme import SPACE
from tikissa.gui.translation import language
from tikissa.gui.widgets.building_blocks import button, column, row
from tikissa.resources import resource


class HelpDialog(QDialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.resize(88 * SPACE, 84 * SPACE)
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.tr("Help"))
        self.page.setOpenExternalLinks(False)
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.document().setDocumentMargin(2 * SPACE)
        self.page.setMarkdown(resource("help", f"{language()}.md").read_text(encoding="utf-8"))
        _give_air(self.page.document())
        close = button(self.tr("Close"), "primary", self.accept)
        self.setLayout(column(self.page, row(None, close), space=2 * SPACE, margin=2 * SPACE))


def _give_air(document: QTextDocument) -> None:
    """Set the gaps between headings, paragraphs and lines; Markdown has no say in them."""
    block = document.begin()
    while block.isValid():
        spaced = block.blockFormat()
        spaced.setTopMargin(2 * SPACE if spaced.headingLevel() else SPACE)
        spaced.setLineHeight(130.0, 1)
        QTextCursor(block).setBlockFormat(spaced)
        block = block.next()
