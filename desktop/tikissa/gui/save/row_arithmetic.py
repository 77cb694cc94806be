"""The row arithmetic in words and as a bar: what went in and came is what stays plus what left."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from tikissa.gui.elements.proportion_bar import Part

if TYPE_CHECKING:
    from tikissa.review.summary import Summary


translate = QCoreApplication.translate


def row_sentence(summary: "Summary") -> str:
    """Return "1 204 rows in the original = 1 149 kept + 35 merged + 20 archived", new rows on the left side."""
    whole = translate("RowArithmetic", "%Ln rows in the original", None, summary.rows_in)
    whole += " + " + translate("RowArithmetic", "%Ln added", None, summary.added) if summary.added else ""
    shares = [translate("RowArithmetic", "%Ln kept", None, summary.kept)]
    shares += [translate("RowArithmetic", "%Ln merged into others", None, summary.merged)] if summary.merged else []
    shares += [translate("RowArithmetic", "%Ln archived", None, summary.archived)] if summary.archived else []
    shares += [translate("RowArithmetic", "%Ln removed", None, summary.removed)] if summary.removed else []
    return f"{whole} = {' + '.join(shares)}"


def parts_of(summary: "Summary") -> tuple[Part, ...]:
    """Return the shares for a bar."""
    shares = (
        Part(translate("RowArithmetic", "kept"), summary.kept - summary.added, "accent"),
        Part(translate("RowArithmetic", "added"), summary.added, "accent", Qt.BrushStyle.Dense5Pattern),
        Part(translate("RowArithmetic", "merged into others"), summary.merged, "good", Qt.BrushStyle.BDiagPattern),
        Part(translate("RowArithmetic", "archived"), summary.archived, "caution", Qt.BrushStyle.Dense4Pattern),
        Part(translate("RowArithmetic", "removed"), summary.removed, "prohibition", Qt.BrushStyle.DiagCrossPattern),
    )
    return tuple(part for part in shares if part.value)
