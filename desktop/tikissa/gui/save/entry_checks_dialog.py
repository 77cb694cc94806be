"""Which columns of the saved workbook check what is typed into them later, with a picture of what one sees then."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPen
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
        open_at(self, 92 * SPACE, 92 * SPACE)
        self.boxes: dict[str, _Box] = {}
        picture = CellPicture()
        picture.setVisible(bool(checks))
        for check in checks:
            box = _Box(f"{check.column} – {_about(check)}")
            box.pointed.connect(partial(picture.show_check, check))
            box.setChecked(check.column in chosen or not chosen)
            self.boxes[check.column] = box
        lead = label(
            "",
            self.tr(
                "Excel itself then shows a hint in these columns and asks about what looks wrong, in the rows there "
                "are and the next 1,000. A table takes in by itself what is typed right below it, a filter when it is "
                "applied again. Each check stands in the change log and can be taken out alone."
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
        if checks:
            picture.show_check(checks[0])
        parts = (heading, lead, picture, scrolled(body), foot)
        self.setLayout(column(*parts, space=2 * SPACE, margin=3 * SPACE))

    @property
    def chosen(self) -> frozenset[str]:
        return frozenset(name for name, box in self.boxes.items() if box.isChecked())

    def _leave(self) -> None:
        for box in self.boxes.values():
            box.setChecked(False)
        self.accept()


class _Box(QCheckBox):
    """Tells when it is pointed at, with the mouse or by the keyboard."""

    pointed = Signal()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed.emit()


class CellPicture(QWidget):
    """A cell as Excel shows it: the hint beside it, and below what it says of something wrong."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._hint, self._error = "", "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_check(self, check: EntryCheck) -> None:
        values = ", ".join(check.values)
        self._title = check.column
        self._hint, error = (texts.say(f"checks.{what}.{check.kind}", values) for what in ("hint", "error"))
        after = self.tr("It is not taken.") if check.stops else self.tr("It can be kept all the same.")
        self._error = f"! {error} {after}"
        self.setAccessibleName(f"{self._title}. {self._hint} {self._error}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60 * SPACE, 7 * self.fontMetrics().height() + 6 * SPACE)

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
        half = (self.height() - SPACE) / 2
        for top, told, edge in ((1.0, f"{self._title}\n{self._hint}", "line"), (half + SPACE, self._error, "caution")):
            note = QRectF(24 * SPACE, top, self.width() - 25 * SPACE, half - 2)
            painter.setPen(QPen(theme.color(edge), 1))
            painter.setBrush(theme.color("surface"))
            painter.drawRect(note)
            painter.setPen(theme.color("text"))
            inside = note.adjusted(SPACE, SPACE / 2, -SPACE, -SPACE / 2)
            painter.drawText(inside, int(Qt.TextFlag.TextWordWrap), told)


def _about(check: EntryCheck) -> str:
    about = texts.say(f"checks.what.{check.kind}")
    return f"{about} ({', '.join(check.values)})" if check.values else about
