"""The choice of which rows worth checking are shown: words, way of contact, salesperson, and what comes first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.theme import SPACE, scaled
from tikissa.model.schema import Meaning
from tikissa.presentation.stale_filter import StaleFilter, StaleWish

SEARCH_WIDTH = 38 * SPACE
WIDEST_CHOICE = 36 * SPACE
"""Pixels at a text size of 100 %."""

Entries = Sequence[tuple[str, object]]


class StaleFilterBar(QWidget):
    """`wished` comes with a StaleWish. A choice the register cannot answer is not offered."""

    wished = Signal(object)

    def __init__(self, filters: StaleFilter) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Only rows with: a name, a town…"))
        self.search.setAccessibleName(self.tr("Only rows with these words"))
        self.way = self._box(self.tr("Way of contact"), self._ways(filters))
        self.seller = self._box(self.tr("Salesperson"), self._sellers(filters))
        self.order = self._box(self.tr("What comes first"), self._orders(filters))
        self.search.setMinimumWidth(scaled(SEARCH_WIDTH))
        self.setLayout(FlowLayout(self.search, self.way, self.seller, self.order))
        self.search.textChanged.connect(self._tell)

    def go_on_from(self, before: "StaleFilterBar") -> None:
        """Take over the choices of another bar with the same entries."""
        for mine, theirs in ((self.way, before.way), (self.seller, before.seller), (self.order, before.order)):
            mine.setCurrentIndex(theirs.currentIndex())
        self.search.setText(before.search.text())
        self._tell()

    def _box(self, name: str, entries: Entries) -> QComboBox:
        """Return a choice; where there is nothing to choose it is left out of sight."""
        box = QComboBox()
        box.setAccessibleName(name)
        for words, value in entries:
            box.addItem(words, value)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMaximumWidth(scaled(WIDEST_CHOICE))
        if len(entries) < 2:
            box.hide()
        box.activated.connect(self._tell)
        return box

    def _ways(self, filters: StaleFilter) -> Entries:
        names = {
            Meaning.PHONE: self.tr("With a phone number"),
            Meaning.EMAIL: self.tr("With an e-mail address"),
            Meaning.STREET: self.tr("With a postal address"),
        }
        return [(self.tr("Any way of contact"), None), *((names[way], way) for way in filters.ways)]

    def _sellers(self, filters: StaleFilter) -> Entries:
        return [(self.tr("Every salesperson"), None), *((name, name) for name in filters.sellers)]

    def _orders(self, filters: StaleFilter) -> Entries:
        worth = [(self.tr("Most purchases first"), True)] if filters.knows_worth else []
        return [(self.tr("Most in need of a check first"), False), *worth]

    def _tell(self) -> None:
        way, seller = self.way.currentData(), self.seller.currentData()
        self.wished.emit(StaleWish(self.search.text(), way, seller, bool(self.order.currentData())))
