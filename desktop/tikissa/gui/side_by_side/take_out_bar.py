"""A button for each row of a group that takes it out or back in, each under its own column of the comparison."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from tikissa.gui.elements.building_blocks import button
from tikissa.gui.side_by_side.comparison_model import ComparisonModel
from tikissa.gui.side_by_side.comparison_view import ComparisonView


class TakeOutBar(QWidget):
    """Only there where a group has more than two rows: with two, "different customers" says the same."""

    taken_out = Signal(int)

    def __init__(self, view: ComparisonView) -> None:
        super().__init__()
        self._view = view
        self._buttons: list[QPushButton] = []
        view.horizontalScrollBar().valueChanged.connect(self._follow)
        view.horizontalHeader().geometriesChanged.connect(self._follow)
        view.horizontalHeader().sectionResized.connect(self._follow)

    def put(self, model: ComparisonModel) -> None:
        """Make the buttons of a group."""
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        comparison = model.comparison
        self._buttons = [self._button(record, record in comparison.left_out) for record in comparison.records]
        self.setVisible(len(comparison.records) > 2 and not comparison.settled)
        self.setMinimumHeight(max((made.sizeHint().height() for made in self._buttons), default=0))
        self._follow()

    def _button(self, record: int, out: bool) -> QPushButton:
        words = self.tr("Put back") if out else self.tr("Not the same customer ×")
        made = button(words, "link", lambda: self.taken_out.emit(record))
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.setParent(self)
        made.show()
        return made

    def _follow(self) -> None:
        """Put each button under its column; those of columns that are scrolled away are hidden."""
        start = self._view.verticalHeader().width()
        for place, made in enumerate(self._buttons):
            left, room = self._view.columnViewportPosition(place), self._view.columnWidth(place)
            made.setText(made.accessibleName())
            if made.sizeHint().width() > room:
                made.setText("×")
            made.setVisible(left >= 0 and left + made.sizeHint().width() <= self._view.viewport().width())
            made.setGeometry(start + left, 0, made.sizeHint().width(), made.sizeHint().height())
