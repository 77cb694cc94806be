"""What every table of the window has in common: one look, whole rows, and widths that fit what is seen."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from tikissa.gui.theme import SPACE
from tikissa.gui.widgets.cell_delegate import CellDelegate

WIDEST = 52 * SPACE


def dress(view: QTableView, editable: bool = False) -> None:
    """Give a table the common look. The rows have one height: a long table must not be measured row by row."""
    view.setAlternatingRowColors(True)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    view.setItemDelegate(CellDelegate(view))
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    view.horizontalHeader().setHighlightSections(False)
    view.horizontalHeader().setResizeContentsPrecision(30)
    view.setEditTriggers(
        QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        if editable
        else QAbstractItemView.EditTrigger.NoEditTriggers
    )


def fit(view: QTableView, model: QAbstractItemModel) -> None:
    """Set row height and column widths by the text size and the rows that are seen first."""
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 2 * SPACE)
    for column in range(model.columnCount()):
        view.resizeColumnToContents(column)
        view.setColumnWidth(column, min(view.columnWidth(column) + 2 * SPACE, WIDEST))
