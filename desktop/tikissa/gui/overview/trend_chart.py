"""How the register has fared from visit to visit: a small line for each number, from the third visit on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from tikissa.gui.elements import theme
from tikissa.gui.elements.building_blocks import column, label
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.model.trend import VisitFacts

FEWEST_VISITS = 3
MOST_VISITS = 24

LINES: tuple[Callable[[VisitFacts], int], ...] = (
    lambda facts: facts.duplicates,
    lambda facts: facts.wrong_values,
    lambda facts: facts.stale,
    lambda facts: facts.out_of_reach,
)


class TrendChart(QFrame):
    """Hidden until there are enough visits to tell a direction."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._title = label("emphasis")
        self._caption = label("quiet")
        self._lines = _Lines()
        self.setLayout(column(self._title, self._lines, self._caption, None, space=SPACE, margin=2 * SPACE))

    def retranslate(self) -> None:
        self._title.setText(self.tr("Your register from visit to visit"))

    def show_visits(self, visits: Sequence[VisitFacts]) -> None:
        self.setVisible(len(visits) >= FEWEST_VISITS)
        shown = tuple(visits[-MOST_VISITS:])
        if self.isHidden() or not shown:
            return
        days = (texts.day(shown[0].day), texts.day(shown[-1].day))
        caption = self.tr("What was found on each visit, {0} – {1}, before anything was changed")
        apart = self.tr("The first two come about in entry, the others as time goes by.")
        self._caption.setText(f"{caption.format(*days)}. {apart}")
        names = (
            self.tr("duplicate groups"),
            self.tr("wrong values"),
            self.tr("rows to check"),
            self.tr("out of reach"),
        )
        self._lines.show_lines(tuple((name, tuple(map(line, shown))) for name, line in zip(names, LINES, strict=True)))


class _Lines(QWidget):
    """Each number has a line of its own on a scale of its own: its course counts, not one against the other."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, tuple[int, ...]], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, shown: tuple[tuple[str, tuple[int, ...]], ...]) -> None:
        self._shown = shown
        told = (f"{name}: {', '.join(map(texts.number, counts))}" for name, counts in shown)
        self.setAccessibleName("; ".join(told))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(50 * SPACE, len(self._shown) * self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(36 * SPACE, len(self._shown) * self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self._height()
        for place, (name, counts) in enumerate(self._shown):
            self._paint_line(painter, QRectF(0, place * height, self.width(), height), name, counts)

    def _height(self) -> int:
        return self.fontMetrics().height() + 2 * SPACE

    def _paint_line(self, painter: QPainter, room: QRectF, name: str, counts: tuple[int, ...]) -> None:
        metrics = self.fontMetrics()
        words = max(metrics.horizontalAdvance(other) for other, _ in self._shown)
        first, last = texts.number(counts[0]), texts.number(counts[-1])
        digits = max(metrics.horizontalAdvance(texts.number(max(each))) for _, each in self._shown)
        painter.setPen(theme.color("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, name)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, last)
        start = QRectF(room.left() + words + 2 * SPACE, room.top(), digits, room.height())
        painter.setPen(theme.color("quiet"))
        painter.drawText(start, Qt.AlignmentFlag.AlignRight | middle, first)
        _paint_course(painter, room.adjusted(start.right() + 1.5 * SPACE, SPACE, -digits - 1.5 * SPACE, -SPACE), counts)


def _paint_course(painter: QPainter, room: QRectF, counts: tuple[int, ...]) -> None:
    """Paint the line with a dot on today; nothing found stands at the bottom."""
    highest = max(*counts, 1)
    steps = max(len(counts) - 1, 1)
    points = [
        QPointF(room.left() + room.width() * place / steps, room.bottom() - room.height() * count / highest)
        for place, count in enumerate(counts)
    ]
    painter.setPen(QPen(theme.color("line"), 1))
    painter.drawLine(room.bottomLeft(), room.bottomRight())
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawEllipse(points[-1], SPACE / 2, SPACE / 2)
