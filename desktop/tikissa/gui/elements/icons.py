"""The icons of `resources/icons`, drawn in the palette's own colours at whatever size and scaling is asked for."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from tikissa.gui.elements import theme
from tikissa.resources import resource


class _TintedIcon(QIconEngine):
    """Reads the colour when it paints, so that a change of scheme needs no new icons."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._drawing = QSvgRenderer(str(resource("icons", f"{name}.svg")))

    def clone(self) -> QIconEngine:
        return _TintedIcon(self._name, self._colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scale = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self._tinted(rect.size() * scale, mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._tinted(size, mode)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self._tinted(size * scale, mode)

    def _tinted(self, size: QSize, mode: QIcon.Mode) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self._drawing.render(painter, QRectF(QRect(QPoint(0, 0), size)))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.setBackground(self._tint(mode))
        painter.eraseRect(drawn.rect())  # fills with it; fillRect has Qt load all it knows of gradients
        painter.end()
        return drawn

    def _tint(self, mode: QIcon.Mode) -> QColor:
        return theme.color("outline" if mode is QIcon.Mode.Disabled else self._colour)


def picture(name: str) -> QIcon:
    """Return an icon in its own colours."""
    return QIcon(str(resource("icons", f"{name}.svg")))


def icon(name: str, colour: str = "text") -> QIcon:
    """Return the icon of that name in a colour of the theme. An icon that does not ship is empty."""
    if not resource("icons", f"{name}.svg").exists():
        return QIcon()
    return QIcon(_TintedIcon(name, colour))
