"""The result of a merge beside the rows it is made of: always in sight, however many rows there are."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QSizePolicy, QTableView

from tikissa.gui.elements.theme import SPACE
from tikissa.gui.side_by_side.comparison_delegate import ComparisonDelegate

_OF_THE_GROUP = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
"""What decides on the group or leads to another, wherever in it the cursor is."""


class ResultView(QTableView):
    """The last column of a comparison, scrolled together with the view of its rows, where the keyboard goes on from."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: QTableView | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setItemDelegate(ComparisonDelegate(self))
        self.setProperty("look", "plain")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(20 * SPACE)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(SPACE)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)

    def follow(self, rows: QTableView) -> None:
        """Scroll with the view of the rows, and let it scroll with this; the keyboard is there again after a word."""
        self._rows = rows
        self.itemDelegate().closeEditor.connect(lambda: rows.setFocus() if self.hasFocus() else None)
        mine, theirs = self.verticalScrollBar(), rows.verticalScrollBar()
        mine.valueChanged.connect(theirs.setValue)
        theirs.valueChanged.connect(mine.setValue)

    def show_last_of(self, rows: QTableView) -> None:
        """Show the result of the group in the view of the rows."""
        model = rows.model()
        self.setModel(model)
        for place in range(model.columnCount()):
            self.setColumnHidden(place, place != model.columnCount() - 1)

    def set_width(self, width: int) -> None:
        self.setFixedWidth(width)
        if self.model() is not None:
            self.setColumnWidth(self.model().columnCount() - 1, width)

    def edit_line(self, line: int) -> None:
        """Let the user type a result of their own."""
        index = self.model().index(line, self.model().columnCount() - 1)
        self.setCurrentIndex(index)
        self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OF_THE_GROUP and self._rows is not None:
            QApplication.sendEvent(self._rows, event)
        else:
            super().keyPressEvent(event)
