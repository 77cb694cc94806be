"""What cannot be kept in the file, said before it is tried, and the ways round it."""

from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout

from tikissa.export.options import IfUnsafe
from tikissa.gui import texts
from tikissa.gui.theme import SPACE
from tikissa.gui.widgets.building_blocks import clear, column, icon_label, label, row
from tikissa.model.finding import Finding

WAYS = (IfUnsafe.MARK, IfUnsafe.SHEET, IfUnsafe.PLAIN)


class ObstacleChoice(QFrame):
    """Hidden while nothing stands in the way."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._title = label("emphasis")
        self._sentences = QVBoxLayout()
        self._ways = {way: QRadioButton() for way in WAYS}
        self._group = QButtonGroup(self)
        for way in self._ways.values():
            self._group.addButton(way)
        self._ways[IfUnsafe.MARK].setChecked(True)
        title = row(icon_label("warning", "caution", 20), self._title, None)
        self.setLayout(column(title, self._sentences, *self._ways.values(), space=SPACE, margin=2 * SPACE))
        self.hide()

    @property
    def is_needed(self) -> bool:
        return not self.isHidden()

    def choice(self) -> IfUnsafe:
        return next(way for way, chooser in self._ways.items() if chooser.isChecked())

    def show_obstacles(self, obstacles: tuple[Finding, ...]) -> None:
        clear(self._sentences)
        for obstacle in obstacles:
            self._sentences.addWidget(label("", texts.say(obstacle.code, *obstacle.arguments)))
        self.setVisible(bool(obstacles))

    def retranslate(self) -> None:
        self._title.setText(self.tr("Rows cannot be taken out of this workbook without harm"))
        self._ways[IfUnsafe.MARK].setText(self.tr("Leave the rows in place and mark them"))
        self._ways[IfUnsafe.SHEET].setText(self.tr("Put the cleaned register on a new sheet of the workbook"))
        self._ways[IfUnsafe.PLAIN].setText(self.tr("Make a new workbook with the register only"))
