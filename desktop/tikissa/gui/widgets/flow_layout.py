"""Lays buttons beside each other and goes on to the next line where the room ends: large texts, long words."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from tikissa.gui.theme import SPACE


class FlowLayout(QLayout):
    def __init__(self, *parts: QWidget, space: int = SPACE) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setSpacing(space)
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
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
        return max((place.bottom() + 1 for place in self._places(QRect(0, 0, width, 0))), default=0)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        hints = [item.minimumSize() for item in self._items]
        return QSize(
            max((hint.width() for hint in hints), default=0), max((hint.height() for hint in hints), default=0)
        )

    def setGeometry(self, room: QRect) -> None:
        super().setGeometry(room)
        for item, place in zip(self._items, self._places(room), strict=True):
            item.setGeometry(place)

    def _places(self, room: QRect) -> Iterator[QRect]:
        """Yield where each item goes."""
        at = room.topLeft()
        tallest = 0
        for item in self._items:
            hint = item.sizeHint()
            if at.x() > room.left() and at.x() + hint.width() > room.left() + room.width():
                at = QPoint(room.left(), at.y() + tallest + self.spacing())
                tallest = 0
            yield QRect(at, hint)
            at += QPoint(hint.width() + self.spacing(), 0)
            tallest = max(tallest, hint.height())
