"""What every table of the window has in common: one look, whole rows, and widths that fit what is seen."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from tikissa.gui.elements.cell_delegate import CellDelegate
from tikissa.gui.elements.theme import SPACE

WIDEST = 52 * SPACE


class TextSizeFollower(QObject):
    """Keeps the rows of a table as high as its text needs, and its columns as wide, when the text size changes."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._text = view.fontMetrics().height()
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self._follow)  # Qt is still dressing the view
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        before, self._text = self._text, self._view.fontMetrics().height()
        if self._text == before:
            return
        _fit_heights(self._view)
        header = self._view.horizontalHeader()
        for column in range(header.count() - header.stretchLastSection()):
            self._view.setColumnWidth(column, round(self._view.columnWidth(column) * self._text / before))


class CursorKeeper(QObject):
    """Keeps the row of the cursor in sight where a table loses height, to a notice above it for instance."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and self._goes_out_of_sight(event.oldSize().height(), event.size().height()):
            QTimer.singleShot(0, self, lambda: self._view.scrollTo(self._view.currentIndex()))
        return super().eventFilter(watched, event)

    def _goes_out_of_sight(self, before: int, after: int) -> bool:
        place = self._view.visualRect(self._view.currentIndex())
        return place.isValid() and 0 <= place.bottom() <= before and place.bottom() > after


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
    TextSizeFollower(view)
    CursorKeeper(view)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    view.horizontalHeader().setHighlightSections(False)
    view.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
    view.horizontalHeader().setResizeContentsPrecision(30)
    view.setEditTriggers(
        QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        if editable
        else QAbstractItemView.EditTrigger.NoEditTriggers
    )


def fit(view: QTableView, model: QAbstractItemModel) -> None:
    """Set row height and column widths by the text size and the rows that are seen first."""
    _fit_heights(view)
    for column in range(model.columnCount()):
        view.resizeColumnToContents(column)
        view.setColumnWidth(column, min(view.columnWidth(column) + 2 * SPACE, WIDEST))


def _fit_heights(view: QTableView) -> None:
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 2 * SPACE)
