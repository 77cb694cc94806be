"""Asks whose customers are shared out among whom, before the list of a salesperson who has left is made."""

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QComboBox, QRadioButton, QWidget

from tikissa.gui.common.dialog_sizes import FittedDialog
from tikissa.gui.elements.building_blocks import button, column, label, row
from tikissa.gui.elements.theme import SPACE, scaled
from tikissa.gui.language import texts
from tikissa.lists.handover import Handover, Share


class HandoverDialog(FittedDialog):
    """`sellers` are the register's salespeople, each with how many customers; at least one of the others is ticked."""

    def __init__(self, sellers: Mapping[str, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.say("take_away.handover"))
        lead = label("title", texts.say("handover.title"))
        self.seller = QComboBox()
        for name, count in sellers.items():
            self.seller.addItem(texts.say("handover.seller", name, texts.number(count)), name)
        self.seller.setAccessibleName(lead.text())
        self.takers = {name: QCheckBox(name) for name in sellers}
        self.by_town = QRadioButton(texts.say("handover.by_town"))
        self.by_number = QRadioButton(texts.say("handover.by_number"))
        self.by_town.setChecked(True)
        self.make = button(texts.say("handover.make"), "primary", self.accept)
        cancel = button(texts.say("handover.cancel"), "quiet", self.reject)
        for taker in self.takers.values():
            taker.setChecked(True)
            taker.toggled.connect(self._show)
        self.seller.currentIndexChanged.connect(self._show)
        ways = column(self.by_town, self.by_number, space=SPACE)
        among = column(label("emphasis", texts.say("handover.among")), *self.takers.values(), space=SPACE)
        foot = row(None, cancel, self.make, space=2 * SPACE)
        self.setLayout(column(lead, self.seller, among, ways, foot, space=2 * SPACE, margin=3 * SPACE))
        self.setMinimumWidth(scaled(56 * SPACE))
        self._show()

    @property
    def said(self) -> Handover:
        """Return what was chosen; the one who has left takes nothing over."""
        seller = str(self.seller.currentData())
        takers = tuple(name for name, box in self.takers.items() if box.isChecked() and name != seller)
        return Handover(seller, takers, Share.TOWN if self.by_town.isChecked() else Share.NUMBER)

    def _show(self) -> None:
        for name, box in self.takers.items():
            box.setVisible(name != self.seller.currentData())
        self.make.setEnabled(bool(self.said.takers))
