"""How old the data is: a column for each span of years since a row's newest date."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from tikissa.gui.elements import theme
from tikissa.gui.elements.building_blocks import column, label, row
from tikissa.gui.elements.rows_menu import Rows, RowsMenu
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.model.register_profile import AgeClass

MANY_YEARS = 50


class AgeHistogram(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._title = label("emphasis")
        self._caption = label("quiet")
        self.chart = _Columns()
        self.rows = RowsMenu()
        self._parts: list[Rows] = []
        self.chart.pressed.connect(lambda place: self.rows.chosen.emit(*_told(self._parts[place])))
        self.setLayout(
            column(row(self._title, None, self.rows), self.chart, self._caption, space=SPACE, margin=2 * SPACE)
        )

    def retranslate(self) -> None:
        self._title.setText(self.tr("Age of the data"))
        self._caption.setText(self.tr("Years since the newest date on the row"))
        self.rows.retranslate(self._title.text())

    def show_ages(self, ages: tuple[AgeClass, ...]) -> None:
        self.chart.show_columns(tuple((self._span(age), age.rows) for age in ages))
        self._parts = [Rows(_path(age), self._in_years(age), age.rows) for age in ages]
        self.rows.offer([("", self._parts)])

    def _in_years(self, age: AgeClass) -> str:
        span = self._span(age)
        return span if age.start is None else self.tr("{0} years").format(span)

    def _span(self, age: AgeClass) -> str:
        if age.start is None or age.end is None:
            return self.tr("not known")
        if age.start == 0:
            return self.tr("under {0}").format(age.end)
        return self.tr("over {0}").format(age.start) if age.end > MANY_YEARS else f"{age.start}–{age.end}"


def _path(age: AgeClass) -> str:
    return "age/unknown" if age.start is None else f"age/years/{age.start}-{age.end}"


def _told(part: Rows) -> tuple[str, str]:
    return part.path, part.words


class _Columns(QWidget):
    """`pressed` comes with the place of the column that was clicked."""

    pressed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, int], ...] = ()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_columns(self, shown: tuple[tuple[str, int], ...]) -> None:
        self._shown = shown
        self.setAccessibleName(", ".join(f"{name}: {texts.number(count)}" for name, count in shown))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().x() * len(self._shown) / max(self.width(), 1))
        if event.button() is Qt.MouseButton.LeftButton and place < len(self._shown) and self._shown[place][1]:
            self.pressed.emit(place)

    def sizeHint(self) -> QSize:
        return QSize(40 * SPACE, 16 * SPACE)

    def minimumSizeHint(self) -> QSize:
        return QSize(30 * SPACE, 15 * SPACE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height() + SPACE // 2
        tallest = max((count for _, count in self._shown), default=0)
        width = self.width() / max(len(self._shown), 1)
        for place, (name, count) in enumerate(self._shown):
            room = QRectF(place * width, line, width, self.height() - 2 * line)
            height = room.height() * count / tallest if tallest else 0.0
            bar = QRectF(room.left() + width * 0.15, room.bottom() - height, width * 0.7, height)
            self._paint_column(painter, bar, known=place < len(self._shown) - 1)
            painter.setPen(theme.color("text"))
            over = QRectF(room.left(), bar.top() - line, width, line)
            painter.drawText(over, Qt.AlignmentFlag.AlignCenter, texts.number(count))
            painter.setPen(theme.color("quiet"))
            under = QRectF(room.left() - SPACE, room.bottom(), width + 2 * SPACE, line)
            under.setRight(min(under.right(), self.width()))
            told = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(under.width()))
            painter.drawText(under, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, told)

    def _paint_column(self, painter: QPainter, bar: QRectF, known: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if known else "outline"))
        painter.drawRoundedRect(bar, 3, 3)
