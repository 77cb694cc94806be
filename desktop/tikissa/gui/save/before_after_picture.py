"""What cleaning has changed, as a picture: two bars for each number, as it was and as it is."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from tikissa.app.state_sections import measured
from tikissa.gui.elements import theme
from tikissa.gui.elements.building_blocks import button, clear, column, label, row
from tikissa.gui.elements.proportion_bar import Part, Swatch, paint_swatch
from tikissa.gui.elements.theme import SPACE, scaled
from tikissa.gui.language import texts
from tikissa.gui.language.translation import language
from tikissa.model.trend import Measure

FIRST_SHOWN = 6


class BeforeAfterPicture(QFrame):
    """Hidden until there is something to show; the most telling numbers first, the others at a press."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._measures: tuple[Measure, ...] = ()
        self._is_open = False
        self.title = label("emphasis")
        self.more = button(look="link", clicked=self._open)
        self.print = button(look="link")
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(2 * SPACE)
        self._lines.setVerticalSpacing(SPACE)
        self._lines.setColumnStretch(1, 1)
        self._legend = row(space=2 * SPACE)
        top = row(self.title, None, self.print)
        self.setLayout(column(top, self._lines, row(self.more, None), self._legend, space=SPACE, margin=2 * SPACE))
        self.hide()

    def retranslate(self) -> None:
        self.title.setText(texts.say("state_page.before_after"))
        self.print.setText(self.tr("Save as a PDF…"))
        self._show()

    def show_measures(self, measures: Sequence[Measure]) -> None:
        """Show the numbers; those that have changed stand first."""
        self._measures = tuple(sorted(measures, key=lambda measure: measure.shares[0] == measure.shares[1]))
        self._is_open = False
        self._show()
        self.setVisible(bool(measures))

    def _open(self) -> None:
        self._is_open = True
        self._show()

    def _show(self) -> None:
        clear(self._lines)
        clear(self._legend)
        shown = self._measures if self._is_open else self._measures[:FIRST_SHOWN]
        for place, measure in enumerate(shown):
            name = texts.say(f"state_page.measure_{measure.code}")
            then, now = (
                measured(language(), count, of)
                for count, of in ((measure.then, measure.of_then), (measure.now, measure.of_now))
            )
            bars = _Bars(measure)
            bars.setAccessibleName(texts.say("state_page.measure_spoken", name, then, now))
            self._lines.addWidget(label("", name), place, 0)
            self._lines.addWidget(bars, place, 1, Qt.AlignmentFlag.AlignVCenter)
            self._lines.addWidget(label("", f"{then} → {now}", wraps=False), place, 2, Qt.AlignmentFlag.AlignRight)
        for part in (_then(), _now()):
            self._legend.addWidget(Swatch(part))
            self._legend.addWidget(label("quiet", part.text, wraps=False))
        self._legend.addStretch(1)
        rest = len(self._measures) - len(shown)
        self.more.setText(self.tr("and %Ln others", "", rest))
        self.more.setVisible(rest > 0)


def _then() -> Part:
    return Part(texts.say("state_page.then"), 0, "outline", Qt.BrushStyle.BDiagPattern)


def _now() -> Part:
    return Part(texts.say("state_page.now"), 0, "accent")


class _Bars(QWidget):
    """Two bars under each other, each as long as its share."""

    def __init__(self, measure: Measure) -> None:
        super().__init__()
        self._measure = measure
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(24 * SPACE), scaled(3 * SPACE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = (self.height() - 2) / 2
        for place, (part, share) in enumerate(zip((_then(), _now()), self._measure.shares, strict=True)):
            area = QRectF(0, place * (height + 2), self.width(), height)
            painter.fillRect(area, theme.color("raised"))
            paint_swatch(painter, QRectF(area.left(), area.top(), area.width() * share, height), part)
