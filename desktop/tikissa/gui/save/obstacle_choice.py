"""What cannot be kept in the file, said before it is tried, and the ways round it; what is only good to know, too."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QRadioButton, QVBoxLayout

from tikissa.export.saving_options import IfUnsafe
from tikissa.gui.elements.building_blocks import button, clear, column, icon_label, label, row
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.model.finding import Finding, Severity

WAYS = (IfUnsafe.MARK, IfUnsafe.SHEET, IfUnsafe.PLAIN)
ENCODING = "save.encoding_cannot_hold"
CHANGED = "save.changed_since"


class ObstacleChoice(QFrame):
    """Hidden while nothing stands in the way; a choice is asked only where something would be harmed."""

    on_read_version_changed = Signal()
    reread_wanted = Signal()
    """The file is to be read again as it is now."""

    def __init__(self) -> None:
        super().__init__()
        self.on_read_version = QCheckBox()
        self.on_read_version.toggled.connect(self.on_read_version_changed)
        self.setProperty("look", "card")
        self._obstacles: tuple[Finding, ...] = ()
        self._title = label("emphasis")
        self._sentences = QVBoxLayout()
        self._ways = {way: QRadioButton() for way in WAYS}
        self._group = QButtonGroup(self)
        for way in self._ways.values():
            self._group.addButton(way)
        self._sign = icon_label("warning", "caution", 20)
        self.reread = button(clicked=self.reread_wanted.emit)
        title = row(self._sign, self._title)
        title.setStretch(1, 1)
        ways = column(self.on_read_version, *self._ways.values())
        parts = (title, self._sentences, row(self.reread, None), ways)
        self.setLayout(column(*parts, space=SPACE, margin=2 * SPACE))
        self.hide()

    @property
    def is_needed(self) -> bool:
        """Tell whether something would be harmed, so that one of the ways must be chosen."""
        return any(obstacle.severity is Severity.ERROR for obstacle in self._obstacles)

    def choice(self) -> IfUnsafe:
        """Return the way that is chosen, to stop where none is asked for."""
        if not self._offered():
            return IfUnsafe.STOP
        return next(way for way, chooser in self._ways.items() if chooser.isChecked())

    def show_obstacles(self, obstacles: tuple[Finding, ...]) -> None:
        self._obstacles = obstacles
        clear(self._sentences)
        for obstacle in obstacles:
            self._sentences.addWidget(label("", texts.say(obstacle.code, *obstacle.arguments)))
        ways, changed = self._offered(), self._is(CHANGED)
        for part in (self.reread, self.on_read_version):
            part.setVisible(changed)
        if not changed:
            self.forget_read_version()
        for way, chooser in self._ways.items():
            chooser.setVisible(way in ways)
        if ways and not any(self._ways[way].isChecked() for way in ways):
            self._ways[ways[0]].setChecked(True)
        self._sign.setVisible(self.is_needed)
        self.retranslate()
        self.setVisible(bool(obstacles))

    def forget_read_version(self) -> None:
        """Ask anew the next time the file has changed: newer changes are never left out by an earlier answer."""
        with QSignalBlocker(self.on_read_version):
            self.on_read_version.setChecked(False)

    def retranslate(self) -> None:
        self.on_read_version.setText(self.tr("Save on the version that was read, without the newer changes"))
        self.reread.setText(self.tr("Read the file again"))
        self._title.setText(self._heading())
        self._ways[IfUnsafe.MARK].setText(self.tr("Leave the rows in place and mark them"))
        self._ways[IfUnsafe.SHEET].setText(self.tr("Empty the rows in place and put them on a sheet of their own"))
        plain = self.tr("Make a new plain workbook: the data without formulas and colours")
        self._ways[IfUnsafe.PLAIN].setText(self.tr("Save the file as UTF-8") if self._is(ENCODING) else plain)

    def _heading(self) -> str:
        if self._is(CHANGED):
            return self.tr("The original file has changed since it was read")
        if not self.is_needed:
            return self.tr("Good to know before saving")
        if self._is(ENCODING):
            return self.tr("The file’s encoding does not have all the characters")
        return self.tr("Not everything can be done in your workbook without harm")

    def _is(self, code: str) -> bool:
        return any(obstacle.code == code for obstacle in self._obstacles)

    def _offered(self) -> tuple[IfUnsafe, ...]:
        if not self.is_needed or (self._is(CHANGED) and not self.on_read_version.isChecked()):
            return ()
        return (IfUnsafe.PLAIN,) if self._is(ENCODING) else WAYS
