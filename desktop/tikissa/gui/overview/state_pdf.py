"""Writes the state of the register as a page to print or to send."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from tikissa.gui.language.translation import language

if TYPE_CHECKING:
    from tikissa.model.analysis import Analysis


def write_state_pdf(analysis: "Analysis", target: Path) -> None:
    """Write the page in the language in force. Raises OSError where the file cannot be written."""
    from tikissa.app.state_page import state_page

    target.touch()  # Qt would print onto nothing without a word
    document = QTextDocument()
    document.setHtml(state_page(analysis, language()))
    writer = QPdfWriter(str(target))
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(15, 15, 15, 15))
    )
    document.print_(writer)
