"""Which columns of the saved workbook check what is typed into them later, with a picture of what one sees then."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QDialog, QSizePolicy, QWidget

from tikissa.export.entry_checks.offers import EntryCheck
from tikissa.gui.common.dialog_sizes import open_at
from tikissa.gui.elements import theme
from tikissa.gui.elements.building_blocks import button, column, label, row, scrolled
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts


class EntryChecksDialog(QDialog):
    """`boxes` are the columns, by name, each to be ticked."""

    def __init__(self, checks: Sequence[EntryCheck], chosen: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Checks for what is typed later"))
        open_at(self, 92 * SPACE, 84 * SPACE)
        self.boxes: dict[str, QCheckBox] = {}
        for check in checks:
            box = QCheckBox(f"{check.column} – {_about(check)}")
            box.setChecked(check.column in chosen or not chosen)
            self.boxes[check.column] = box
        lead = label(
            "",
            self.tr(
                "Excel itself then shows a hint in these columns and asks about what looks wrong, in the rows there "
                "are and the next 1,000. Each check stands in the change log and can be taken out alone."
            ),
        )
        nothing = label("quiet", self.tr("No column of this register has a check that suits it."))
        nothing.setVisible(not checks)
        self.put_in = button(self.tr("Put them in"), "primary", self.accept)
        self.put_in.setEnabled(bool(checks))
        leave = button(self.tr("No checks"), "", self._leave)
        body = column(nothing, *self.boxes.values(), None)
        heading = label("title", self.tr("Checks for what is typed later"))
        foot = row(None, leave, self.put_in)
        picture = CellPicture(checks[0]) if checks else None
        parts = (heading, lead, *((picture,) if picture else ()), scrolled(body), foot)
        self.setLayout(column(*parts, space=2 * SPACE, margin=3 * SPACE))

    @property
    def chosen(self) -> frozenset[str]:
        return frozenset(name for name, box in self.boxes.items() if box.isChecked())

    def _leave(self) -> None:
        for box in self.boxes.values():
            box.setChecked(False)
        self.accept()


class CellPicture(QWidget):
    """A cell with the hint beside it, as Excel shows them."""

    def __init__(self, check: EntryCheck) -> None:
        super().__init__()
        self._title = check.column
        self._hint = texts.say(f"checks.hint.{check.kind}", ", ".join(check.values))
        self.setAccessibleName(f"{self._title}. {self._hint}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(60 * SPACE, 4 * self.fontMetrics().height() + 4 * SPACE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = self.fontMetrics().height() + SPACE
        cell = QRectF(1, 1, 22 * SPACE, height)
        for place in range(3):
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawRect(cell.translated(0, place * height))
        painter.setPen(theme.color("quiet"))
        painter.drawText(cell.adjusted(SPACE, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._title)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawRect(cell.translated(0, height))
        width = self.width() - 26 * SPACE
        note = QRectF(24 * SPACE, height, width, self.height() - height - 2)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRect(note)
        painter.setPen(theme.color("text"))
        inside = note.adjusted(SPACE, SPACE / 2, -SPACE, -SPACE / 2)
        painter.drawText(inside, int(Qt.TextFlag.TextWordWrap), f"{self._title}\n{self._hint}")


def _about(check: EntryCheck) -> str:
    about = texts.say(f"checks.what.{check.kind}")
    return f"{about} ({', '.join(check.values)})" if check.values else about
