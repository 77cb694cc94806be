"""The help page in the language in force: `resources/help/XX.md`; the version, and the ways to news and to the logs."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from tikissa import __version__
from tikissa.app.crash_log import for_support
from tikissa.app.folders import log_folder
from tikissa.gui.common.dialog_sizes import open_at
from tikissa.gui.common.problem_dialog import about
from tikissa.gui.elements.building_blocks import button, column, label, row
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language.translation import language
from tikissa.resources import resource

_DOWNLOAD_PAGE = resource("download_page.txt")
"""The address where new versions come out, written when a release is built; elsewhere there is none."""


class HelpDialog(QDialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        open_at(self, 88 * SPACE, 84 * SPACE)
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.tr("Help"))
        self.page.setOpenExternalLinks(False)
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.document().setDocumentMargin(2 * SPACE)
        self.page.setMarkdown(resource("help", f"{language()}.md").read_text(encoding="utf-8"))
        _give_air(self.page.document())
        close = button(self.tr("Close"), "primary", self.accept)
        self.news = button(self.tr("Look for a new version"), "link", _open_download_page)
        self.news.setToolTip(self.tr("Opens the page in the browser. Nothing is downloaded without you."))
        self.news.setVisible(_DOWNLOAD_PAGE.exists())
        self.logs = button(self.tr("Open the folder of the logs"), "link", _open_logs)
        self.logs.setToolTip(self.tr("The logs tell where the program failed. They hold nothing of your registers."))
        self.support = button(self.tr("Copy for support"), "link", _copy_for_support)
        self.support.setToolTip(
            self.tr("Copies the version, the last steps and where the program failed. Nothing of your registers.")
        )
        version = label("quiet", f"Tikissä {__version__}", wraps=False)
        foot = row(version, self.news, self.logs, self.support, None, close, space=2 * SPACE)
        self.setLayout(column(self.page, foot, space=2 * SPACE, margin=2 * SPACE))


def _open_download_page() -> None:
    QDesktopServices.openUrl(QUrl(_DOWNLOAD_PAGE.read_text(encoding="utf-8").strip()))


def _copy_for_support() -> None:
    QGuiApplication.clipboard().setText(for_support(about()))


def _open_logs() -> None:
    """Open the folder of the logs; it is made where nothing has gone wrong yet."""
    log_folder().mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))


def _give_air(document: QTextDocument) -> None:
    """Set the gaps between headings, paragraphs and lines; Markdown has no say in them."""
    block = document.begin()
    while block.isValid():
        spaced = block.blockFormat()
        spaced.setTopMargin(2 * SPACE if spaced.headingLevel() else SPACE)
        spaced.setLineHeight(130.0, 1)
        QTextCursor(block).setBlockFormat(spaced)
        block = block.next()
