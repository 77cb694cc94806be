"""Who can be reached, a bar for each way, with a legend."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from tikissa.gui.elements.building_blocks import clear, column, label, row
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.proportion_bar import Part, ProportionBar, Swatch
from tikissa.gui.elements.rows_menu import Rows, RowsMenu
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.model.register_profile import Reach

WAYS = ("email", "phone", "sms", "post", "invoice")
"""The ways to reach a customer, in the order they are shown."""

_STATES = ("reached", "unknown", "not_allowed", "wrong")
"""What a way may be to a customer, as the profile calls it, in the order of `Reach`."""


class ReachBars(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._title = label("emphasis")
        self._bars = QGridLayout()
        self._bars.setHorizontalSpacing(2 * SPACE)
        self._bars.setVerticalSpacing(SPACE)
        self._bars.setColumnStretch(1, 1)
        self._legend = FlowLayout(space=2 * SPACE)
        self.rows = RowsMenu()
        top = row(self._title, None, self.rows)
        layout = column(top, self._bars, self._legend, space=2 * SPACE, margin=2 * SPACE)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_reach(self, ways: tuple[Reach, ...]) -> None:
        clear(self._bars)
        clear(self._legend)
        shown = sorted(ways, key=lambda way: WAYS.index(way.way))
        for place, way in enumerate(shown):
            bar = ProportionBar(self._parts(way))
            name = self._names()[way.way]
            bar.setAccessibleName(f"{name}. {bar.accessibleName()}")
            bar.make_pressable()
            bar.pressed.connect(partial(self._press, self._rows(way), name))
            self._bars.addWidget(label("", name, wraps=False), place, 0)
            self._bars.addWidget(bar, place, 1, Qt.AlignmentFlag.AlignVCenter)  # else no row is higher than its bar
            count = label("", texts.number(way.reached), wraps=False)
            self._bars.addWidget(count, place, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._bars.setRowStretch(place, 1)
        for part in self._parts(Reach("", 0, 0, 0, 0)):
            entry = QWidget()
            entry.setLayout(row(Swatch(part), label("quiet", part.text, wraps=False)))
            self._legend.addWidget(entry)
        self.rows.offer([(self._names()[way.way], self._rows(way)) for way in shown])

    def _press(self, parts: list[Rows], name: str, place: int) -> None:
        self.rows.chosen.emit(parts[place].path, f"{name}: {parts[place].words}")

    def retranslate(self) -> None:
        self._title.setText(self.tr("Who can be reached"))
        self.rows.retranslate(self._title.text())

    def _parts(self, way: Reach) -> tuple[Part, ...]:
        return (
            Part(self.tr("reachable"), way.reached, "accent"),
            Part(self.tr("not known"), way.unknown, "line"),
            Part(self.tr("not allowed"), way.not_allowed, "prohibition", Qt.BrushStyle.BDiagPattern),
            Part(self.tr("wrong value"), way.wrong, "caution", Qt.BrushStyle.Dense4Pattern),
        )

    def _rows(self, way: Reach) -> list[Rows]:
        return [
            Rows(f"reachability/{way.way}/{state}", part.text, part.value)
            for state, part in zip(_STATES, self._parts(way), strict=True)
        ]

    def _names(self) -> dict[str, str]:
        return {
            "email": self.tr("E-mail"),
            "phone": self.tr("Phone"),
            "sms": self.tr("Text message"),
            "post": self.tr("Post"),
            "invoice": self.tr("Invoice"),
        }
