"""Asks when a customer counts as passive: six months, a year or three."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame

from tikissa.gui.elements.building_blocks import button, column, label
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.theme import SPACE

PERIODS = (6, 12, 36)


class PassiveChoice(QFrame):
    """`chosen` carries the period in months."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.question = label("emphasis")
        self.meaning = label("quiet")
        self.buttons = {months: button() for months in PERIODS}
        group = QButtonGroup(self)
        for months, choice in self.buttons.items():
            choice.setCheckable(True)
            choice.clicked.connect(lambda _checked=False, period=months: self.chosen.emit(period))
            group.addButton(choice)
        self.setLayout(
            column(self.question, self.meaning, FlowLayout(*self.buttons.values()), space=SPACE, margin=2 * SPACE)
        )

    def show_months(self, months: int) -> None:
        for period, choice in self.buttons.items():
            choice.setChecked(period == months)

    def retranslate(self) -> None:
        self.question.setText(self.tr("When is a customer passive for you?"))
        self.meaning.setText(self.tr("Customers without any activity for this long are shown as worth checking."))
        names = (self.tr("6 months"), self.tr("1 year"), self.tr("3 years"))
        for choice, name in zip(self.buttons.values(), names, strict=True):
            choice.setText(name)
            choice.setAccessibleName(f"{self.question.text()} {name}")
