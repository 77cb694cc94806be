"""Customer numbers on other sheets that go out of use: told before saving, followed on the sheets the user ticks."""

from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout

from tikissa.export.saving_options import CAN_FOLLOW, ELSEWHERE
from tikissa.gui.elements.building_blocks import clear, column, label
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.model.finding import Finding


class NumbersElsewhere(QFrame):
    """Hidden while no other sheet points at a number that goes; nothing is ticked unless the user does it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.boxes: dict[str, QCheckBox] = {}
        self._title = label("emphasis")
        self._sentences = QVBoxLayout()
        self._choices = QVBoxLayout()
        self.setLayout(column(self._title, self._sentences, self._choices, space=SPACE, margin=2 * SPACE))
        self.hide()

    @property
    def chosen(self) -> frozenset[str]:
        """Return the sheets whose numbers are to follow."""
        return frozenset(sheet for sheet, box in self.boxes.items() if box.isChecked())

    def take(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Show what is about numbers on other sheets, and return the other findings."""
        own = [finding for finding in findings if finding.code in ELSEWHERE]
        ticked = self.chosen
        clear(self._sentences)
        clear(self._choices)
        for finding in own:
            self._sentences.addWidget(label("", texts.say(finding.code, *finding.arguments)))
        sheets = dict.fromkeys(finding.arguments[1] for finding in own if finding.code in CAN_FOLLOW)
        self.boxes = {sheet: QCheckBox() for sheet in sheets}
        for sheet, box in self.boxes.items():
            box.setChecked(sheet in ticked)
            self._choices.addWidget(box)
        self.retranslate()
        self.setVisible(bool(own))
        return tuple(finding for finding in findings if finding not in own)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Customer numbers on other sheets"))
        wording = self.tr("Put the numbers that stay in their place on the sheet {0}")
        for sheet, box in self.boxes.items():
            box.setText(wording.format(sheet))
