"""A first tour of three steps beside the things themselves: passed over with one press, and never shown again."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.elements import theme
from tikissa.gui.elements.building_blocks import button, column, label, row
from tikissa.gui.elements.theme import SPACE, scaled
from tikissa.gui.shell.main_window import MainWindow

WIDTH = 44 * SPACE
"""Pixels at a text size of 100 %."""

BUTTONS = 14 * SPACE
"""Pixels at the lower edge that the foot and the buttons of a page take."""

Step = tuple[QWidget, str, str]
"""What is shown, its heading and what is to be known of it."""


class Tour(QFrame):
    """A card over the window; it never takes the focus by itself, so that whoever goes on working can."""

    def __init__(self, window: MainWindow, preferences: PreferencesModel) -> None:
        super().__init__(window)
        self._window, self._preferences = window, preferences
        self._place = 0
        self.setProperty("look", "card")
        self.setObjectName("tour")
        self.setAutoFillBackground(True)
        self.heading, self.words, self.where = label("emphasis"), label(), label("quiet", wraps=False)
        self.onward = button(look="primary", clicked=self._step)
        self.skip = button(look="quiet", clicked=self.end)
        self.frame = _Frame(window)
        buttons = row(self.where, None, self.skip, self.onward, space=SPACE)
        self.setLayout(column(self.heading, self.words, buttons, space=SPACE, margin=2 * SPACE))
        self.hide()
        window.stack.currentChanged.connect(self._give_way)

    def _give_way(self) -> None:
        """Whoever goes on to work is not shown around any longer."""
        if self.isVisible():
            self.end()

    def start(self) -> None:
        """Begin where nobody has taken it yet and there is a register to show it on."""
        if not self._preferences.current.is_toured and self.isHidden():
            self._place = 0
            self._show()

    def end(self) -> None:
        self.hide()
        self.frame.hide()
        self._preferences.change(is_toured=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    @property
    def steps(self) -> tuple[Step, ...]:
        window = self._window
        return (
            (
                window.rail,
                self.tr("The way through"),
                self.tr("From top to bottom. The number tells what is left; a tick, that a page is done."),
            ),
            (
                window.stack,
                self.tr("You decide"),
                self.tr("The program suggests and says why. Every choice is saved at once and can be taken back."),
            ),
            (
                window.rail.entries["save"],
                self.tr("A new file at the end"),
                self.tr("Saving makes a cleaned file and a change log. Your own file is never changed."),
            ),
        )

    def _step(self) -> None:
        self._place += 1
        if self._place < len(self.steps):
            self._show()
        else:
            self.end()

    def _show(self) -> None:
        shown, heading, words = self.steps[self._place]
        is_last = self._place == len(self.steps) - 1
        self.heading.setText(heading)
        self.words.setText(words)
        self.where.setText(self.tr("{0} / {1}").format(self._place + 1, len(self.steps)))
        self.skip.setText(self.tr("Skip the tour"))
        self.skip.setVisible(not is_last)
        self.onward.setText(self.tr("Start") if is_last else self.tr("Next"))
        self.setAccessibleName(f"{heading}. {words}")
        self.setFixedWidth(min(scaled(WIDTH), self._window.width() - 4 * SPACE))
        self.frame.put_around(shown)
        self.resize(self.width(), self.heightForWidth(self.width()))
        self.move(self._beside(self.frame.geometry()))
        self.show()
        self.raise_()

    def _beside(self, shown: QRect) -> QPoint:
        """Return a place at the right of what is shown where there is room, low enough to leave the heading of the
        page in sight and high enough to leave its buttons."""
        room = self._window.rect().adjusted(SPACE, SPACE, -SPACE, -scaled(BUTTONS))
        left = min(shown.right() + SPACE, room.right() - self.width())
        return QPoint(max(left, room.left()), max(room.bottom() - self.height(), room.top()))


class _Frame(QWidget):
    """A line around what a step is about; clicks go through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def put_around(self, shown: QWidget) -> None:
        corner = shown.mapTo(self.window(), QPoint(0, 0))
        self.setGeometry(QRect(corner, shown.size()))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent"), 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), SPACE, SPACE)
