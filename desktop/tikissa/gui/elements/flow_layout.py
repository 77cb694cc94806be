"""Lays buttons beside each other and goes on to the next line where the room ends: large texts, long words."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from tikissa.gui.elements.theme import SPACE


class FlowLayout(QLayout):
    """`None` among the parts: what follows stands at the right edge while all fits on one line."""

    def __init__(self, *parts: QWidget | None, space: int = SPACE) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._at_right = parts[parts.index(None) + 1 :] if None in parts else ()
        self.setSpacing(space)
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            if part is not None:
                self.addWidget(part)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width; Qt asks for the same one many times over while it lays a page out."""
        if width not in self._heights:
            places = self._places(QRect(0, 0, width, 0))
            self._heights[width] = max((place.bottom() + 1 for place in places), default=0)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        hints = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((hint.width() for hint in hints), default=0), max((hint.height() for hint in hints), default=0)
        )

    def setGeometry(self, room: QRect) -> None:
        super().setGeometry(room)
        for item, place in zip(self._shown(), self._places(room), strict=True):
            item.setGeometry(place)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, room: QRect) -> Iterator[QRect]:
        """Yield where each item that is shown goes: in the middle of its line's height."""
        top = room.top()
        spare = max(room.width() - self.sizeHint().width(), 0)
        for line in self._lines(room.width()):
            left = room.left()
            tallest = max(item.sizeHint().height() for item in line)
            at_right = next((item for item in line if item.widget() in self._at_right), None)
            for item in line:
                hint = item.sizeHint()
                left += spare if item is at_right else 0
                yield QRect(QPoint(left, top + (tallest - hint.height()) // 2), hint)
                left += hint.width() + self.spacing()
            top += tallest + min(self.spacing(), SPACE)

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        """Yield the items that are shown, as many as there is room for on each line."""
        line: list[QLayoutItem] = []
        used = 0
        for item in self._shown():
            needed = item.sizeHint().width()
            if line and used + needed > width:
                yield line
                line, used = [], 0
            line.append(item)
            used += needed + self.spacing()
        if line:
            yield line
