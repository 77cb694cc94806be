"""The row arithmetic in words and as a bar: what went in is what stays plus what left."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from tikissa.gui import texts
from tikissa.gui.widgets.proportion_bar import Part

if TYPE_CHECKING:
    from tikissa.review.summary import Summary


def row_sentence(summary: "Summary") -> str:
    """Return "1 204 rows in the original = 1 149 kept + 35 merged + 20 archived"."""
    whole = _tr("%Ln rows in the original", summary.rows_in)
    shares = [_tr("%Ln kept", summary.kept)]
    shares += [_tr("%Ln merged into others", summary.merged)] if summary.merged else []
    shares += [_tr("%Ln archived", summary.archived)] if summary.archived else []
    shares += [_tr("%Ln removed", summary.removed)] if summary.removed else []
    return f"{whole} = {' + '.join(shares)}"


def parts_of(summary: "Summary") -> tuple[Part, ...]:
    """Return the shares for a bar."""
    shares = (
        Part(_tr("kept"), summary.kept, "accent"),
        Part(_tr("merged into others"), summary.merged, "good", Qt.BrushStyle.BDiagPattern),
        Part(_tr("archived"), summary.archived, "caution", Qt.BrushStyle.Dense4Pattern),
        Part(_tr("removed"), summary.removed, "prohibition", Qt.BrushStyle.DiagCrossPattern),
    )
    return tuple(part for part in shares if part.value)


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("RowArithmetic", text, None, count)
