"""Writes the state of the register, and the entry guide, as pages to print or to send."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from tikissa.gui.language.translation import language

if TYPE_CHECKING:
    from tikissa.app.guide.earlier_counts import Counts
    from tikissa.model.analysis import Analysis
    from tikissa.model.record import RecordId
    from tikissa.model.trend import Measure, VisitFacts

_POINTS = 10.0


def write_state_pdf(
    analysis: "Analysis", target: Path, visits: "tuple[VisitFacts, ...]" = (), measures: "tuple[Measure, ...]" = ()
) -> None:
    """Write the page in the language in force. Raises OSError where the file cannot be written."""
    from tikissa.app.state_page import state_page

    _write(state_page(analysis, language(), visits, measures), target)


def write_guide(
    analysis: "Analysis", target: Path, before: "Counts | None", new: "Collection[RecordId]" = frozenset()
) -> None:
    """Write the entry guide in the language in force: a page, or a sheet where the name asks for a workbook.

    Raises OSError where the file cannot be written.
    """
    from tikissa.app.guide.guide_page import guide_lines, guide_page
    from tikissa.export.lists.guide_sheet import guide_workbook

    if target.suffix.lower() == ".xlsx":
        target.write_bytes(guide_workbook(guide_lines(analysis, language(), before, new)))
    else:
        _write(guide_page(analysis, language(), before, new), target)


def document_to_print(html: str) -> QTextDocument:
    """Return a page whose letters are measured in points: of a font in pixels, as the window's is, Qt prints headings
    as small as dots."""
    document = QTextDocument()
    font = document.defaultFont()
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    document.setHtml(html)
    return document


def _write(html: str, target: Path) -> None:
    target.touch()  # Qt would print onto nothing without a word
    writer = QPdfWriter(str(target))
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(15, 15, 15, 15))
    )
    document_to_print(html).print_(writer)
