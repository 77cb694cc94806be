"""The groups of duplicates that wait, beside the comparison: searched, told apart, ticked to be answered together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QComboBox, QHeaderView, QLineEdit, QTableView, QWidget

from tikissa.gui.duplicates.group_list_model import GroupListModel
from tikissa.gui.elements.building_blocks import column
from tikissa.gui.elements.theme import SPACE, scaled
from tikissa.gui.language import texts
from tikissa.model.analysis import Analysis
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import Merge
from tikissa.review.decided_groups import Decided, DecidedGroup
from tikissa.review.open_groups import (
    Difference,
    GroupOrder,
    Groups,
    GroupWish,
    Sureness,
    counted_by_difference,
    counted_by_sureness,
    decided_groups,
    open_groups,
    wanted,
)
from tikissa.review.proposal_tables import Chosen, MergeTable
from tikissa.review.queue import OpenWork

WIDTH = 36 * SPACE
"""Pixels at a text size of 100 %."""

SHARE = 0.42
"""The part of the page the list takes at most."""

TYPING_PAUSE = 80
"""Milliseconds after the last letter before the list is searched."""

MOST_DIFFERENCES = 30
"""So many kinds of difference are offered, the commonest."""

NOTHING: Chosen[Merge] = MergeTable(()).at(np.zeros(0, np.intp))

_STEPS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class _Lines(QTableView):
    """A table of one column: a view of a list measures every line whenever one goes."""

    proposed = Signal()
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.proposed.emit()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)


class _Choice(QComboBox):
    """A choice of values with words on them; `taken` comes where the user chose."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.values: tuple[object, ...] = ()
        self.activated.connect(lambda _: self.taken.emit())

    def put(self, choices: Iterable[tuple[str, object]], chosen: object) -> None:
        words, values = zip(*choices, strict=True)
        if values != self.values:
            self.values = values
            self.clear()
            self.addItems(words)
        for place, word in enumerate(words):
            if word != self.itemText(place):
                self.setItemText(place, word)
        self.setCurrentIndex(self.values.index(chosen) if chosen in self.values else 0)
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 4 * SPACE)  # the list shows what the box cuts

    @property
    def value(self) -> Any:
        return self.values[self.currentIndex()]


class GroupList(QWidget):
    """`moved`: the cursor is on another group · `ticked`: other groups are ticked · `proposed`: Enter."""

    moved = Signal()
    ticked = Signal()
    proposed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.sureness, self.differs, self.order = _Choice(), _Choice(), _Choice()
        self.all = QCheckBox()
        self.lines = _Lines()
        self.wish = GroupWish()
        self._groups: Groups = open_groups(OpenWork((), (), ()), {})
        self._decided: Sequence[DecidedGroup] = ()
        self._analysis: Analysis | None = None
        self._model: GroupListModel | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE)
        self.lines.setObjectName("groups")
        self.lines.setAlternatingRowColors(True)
        self.lines.setShowGrid(False)
        self.lines.setWordWrap(False)
        self.lines.setTabKeyNavigation(False)
        self.lines.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.lines.horizontalHeader().hide()
        self.lines.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.lines.verticalHeader().hide()
        self.lines.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.lines.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setTextElideMode(Qt.TextElideMode.ElideRight)
        layout = column(self.search, self.sureness, self.differs, self.order, self.all, self.lines, space=SPACE // 2)
        layout.setStretch(5, 1)
        self.setLayout(layout)
        self._connect()

    def _connect(self) -> None:
        self._pause.timeout.connect(lambda: self._narrow(replace(self.wish, words=self.search.text())))
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self.lines.setFocus)
        self.sureness.taken.connect(
            lambda: self._narrow(replace(self.wish, sureness=self.sureness.value, differs=None))
        )
        self.differs.taken.connect(lambda: self._narrow(replace(self.wish, differs=self.differs.value)))
        self.order.taken.connect(lambda: self._narrow(replace(self.wish, order=self.order.value)))
        self.all.clicked.connect(self._tick_all)
        self.lines.proposed.connect(self.proposed)
        self.lines.stepped.connect(self.step)

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Find a group…"))
        self.search.setAccessibleName(self.tr("Find a group"))
        self.sureness.setAccessibleName(self.tr("Which groups are shown"))
        self.differs.setAccessibleName(self.tr("By what differs"))
        self.order.setAccessibleName(self.tr("Order of the groups"))
        self.lines.setAccessibleName(self.tr("Groups"))
        orders = (
            (self.tr("Most important first"), GroupOrder.PROPOSED),
            (self.tr("By name"), GroupOrder.NAME),
            (self.tr("Surest first"), GroupOrder.SURENESS),
        )
        self.order.put(orders, self.wish.order)
        self._offer()
        self._tell_ticks()

    def put(self, groups: Groups, decided: Decided, analysis: Analysis, outcome: Outcome) -> None:
        """Show what waits now: the wish, the ticks and the place in the list stay."""
        came_back = _came_back(self._groups, groups)
        place, was_on = self.place, self._on
        self._groups, self._decided = groups, decided
        self.blockSignals(True)  # who calls this shows the group under the cursor
        if self._model is None or self._analysis is not analysis:
            self._analysis = analysis
            self._take(GroupListModel(analysis, outcome))
        self._show(outcome)
        self._offer()
        self._go_to(was_on if came_back is None else came_back, place)
        self._tell_ticks()
        self.blockSignals(False)

    def show_only(self, sureness: Sureness | None, tick: bool) -> None:
        """Show the groups that are so sure, all of them ticked or none."""
        self.wish = GroupWish(sureness, order=self.wish.order)
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._offer()
        self._show()
        self._go_to(None, 0)
        if self._model is not None:
            self._model.tick(self._model.groups.merges if tick else NOTHING)

    @property
    def current(self) -> Merge | None:
        index = self.lines.currentIndex()
        return self._model.groups[index.row()].merge if self._model is not None and index.isValid() else None

    @property
    def decided(self) -> DecidedGroup | None:
        """Return what was decided on the group under the cursor; None where it waits."""
        index = self.lines.currentIndex()
        return self._model.groups[index.row()].decided if self._model is not None and index.isValid() else None

    @property
    def looks_back(self) -> bool:
        """Tell whether decided groups are shown."""
        return self.wish.sureness is Sureness.DECIDED

    @property
    def place(self) -> int:
        """Return which of the groups shown the cursor is on, from 0."""
        return max(self.lines.currentIndex().row(), 0)

    @property
    def _on(self) -> int | None:
        """Return the merge under the cursor by its place in the table."""
        index = self.lines.currentIndex()
        return (
            int(self._model.groups.merges.places[index.row()]) if self._model is not None and index.isValid() else None
        )

    @property
    def merges_shown(self) -> Chosen[Merge]:
        return self._model.groups.merges if self._model is not None else NOTHING

    @property
    def merges_ticked(self) -> Chosen[Merge]:
        return self._model.ticked if self._model is not None else NOTHING

    @property
    def has_ticks(self) -> bool:
        """Tell whether any group is ticked."""
        return self._model is not None and self._model.count > 0

    def untick(self) -> None:
        if self._model is not None:
            self._model.tick(NOTHING)

    def step(self, step: int) -> None:
        """Go to the next group or the one before."""
        if self._model is not None and 0 <= self.place + step < len(self._model.groups):
            self.lines.setCurrentIndex(self._model.index(self.place + step))

    def _take(self, model: GroupListModel) -> None:
        previous, self._model = self._model, model
        model.ticks_changed.connect(self._tell_ticks)
        model.ticks_changed.connect(self.ticked)
        self.lines.setModel(model)
        self.lines.selectionModel().currentChanged.connect(self._move)
        if previous is not None:
            previous.deleteLater()

    def _move(self, now: QModelIndex, _: QModelIndex) -> None:
        if now.isValid():
            self.moved.emit()

    def _narrow(self, wish: GroupWish) -> None:
        """Show others, as the user wishes."""
        self.wish = wish
        self._offer()
        self._show()
        self._go_to(None, 0)
        self._tell_ticks()

    @property
    def _source(self) -> Groups:
        return decided_groups(self._decided) if self.looks_back else self._groups

    def _show(self, outcome: Outcome | None = None) -> None:
        if self._model is not None:
            self._model.show(wanted(self._source, self.wish, self._model.said_of), outcome)

    def go_to_place(self, place: int) -> None:
        """Put the cursor on what stands there now, or on the last."""
        self._go_to(None, place)

    def _go_to(self, wish: int | None, place: int) -> None:
        if self._model is None or not len(self._model.groups):
            return
        found = self._model.place_of(wish) if wish is not None else None
        line = min(place, len(self._model.groups) - 1) if found is None else found
        self.lines.setCurrentIndex(self._model.index(line))

    def _offer(self) -> None:
        """Offer what the groups can be told apart by, with how many there are of each."""
        counts = counted_by_sureness(self._groups)
        counts[Sureness.DECIDED] = len(self._decided)
        words = {
            Sureness.CLEAR: self.tr("Surely the same"),
            Sureness.NEARLY_SURE: self.tr("Very likely the same"),
            Sureness.ASKED: self.tr("To be asked"),
            Sureness.LATER: self.tr("Left for later"),
            Sureness.DECIDED: self.tr("Decided"),
        }
        told: list[tuple[str, Sureness | None]] = [(_counted(self.tr("All that wait"), len(self._groups)), None)]
        told += [(_counted(words[sureness], counts[sureness]), sureness) for sureness in words if counts[sureness]]
        if self.wish.sureness is not None and not counts[self.wish.sureness]:
            told.append((_counted(words[self.wish.sureness], 0), self.wish.sureness))
        self.sureness.put(told, self.wish.sureness)
        kinds = counted_by_difference(wanted(self._source, GroupWish(self.wish.sureness), str))
        differences: list[tuple[str, Difference | None]] = [(self.tr("Whatever differs"), None)]
        if self._model is not None:
            say = self._model.difference_words
            differences += [(_counted(say(kind), count), kind) for kind, count in kinds[:MOST_DIFFERENCES]]
        self.differs.put(differences, self.wish.differs)
        self.differs.setVisible(len(kinds) > 1)

    def _tick_all(self) -> None:
        if self._model is not None:
            every = self._model.count == len(self._model.groups)
            self._model.tick(NOTHING if every else self._model.groups.merges)

    def _tell_ticks(self) -> None:
        ticked, shown = self._model.count if self._model is not None else 0, len(self.merges_shown)
        state = Qt.CheckState
        partly = state.PartiallyChecked if ticked else state.Unchecked
        self.all.setCheckState(state.Checked if ticked and ticked == shown else partly)
        self.all.setText(self.tr("{0} of {1} ticked").format(texts.number(ticked), texts.number(shown)))
        self.all.setHidden(self.looks_back)

    def fit(self, room: int) -> None:
        """Take the height of a line and the width that suit the text size; of so many pixels of the page, no more than
        leaves the verdicts theirs."""
        self.setFixedWidth(min(scaled(WIDTH), max(round(SHARE * room), WIDTH)))
        self.lines.verticalHeader().setDefaultSectionSize(2 * self.lines.fontMetrics().lineSpacing() + SPACE)


def _came_back(before: Groups, now: Groups) -> int | None:
    """Return the first group that an undo brought back, by its place in the table."""
    if not len(before) or len(now) <= len(before) or before.merges.table is not now.merges.table:
        return None
    new = now.merges.places[~np.isin(now.merges.places, before.merges.places)]
    return int(new[0]) if len(new) else None


def _counted(words: str, count: int) -> str:
    return f"{words} ({texts.number(count)})"
