"""Suggested fixes, a card for each kind: errors first, then writing. A card is one decision."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from tikissa.gui import texts
from tikissa.gui.pages.page import Page
from tikissa.gui.session_model import SessionModel, Spotlight
from tikissa.gui.task_runner import TaskRunner
from tikissa.gui.theme import SPACE
from tikissa.gui.widgets.building_blocks import clear, column, label, scrolled
from tikissa.gui.widgets.empty_state import EmptyState
from tikissa.gui.widgets.fix_card import FixCard
from tikissa.gui.widgets.fix_rows import FixRows
from tikissa.gui.widgets.saved_notice import SavedNotice
from tikissa.model.decision import Verdict
from tikissa.review.queue import FixGroup

WIDEST = 120 * SPACE


class FixesPage(Page):
    key = "fixes"
    rail_key = "fixes"
    icon_name = "fixes"

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model, runner)
        self.heading = label("title")
        self.lead = label("quiet")
        self.notice = SavedNotice(model)
        self.cards: list[FixCard] = []
        self._shown: tuple[FixGroup, ...] | None = None
        self._current = 0
        self._list = QVBoxLayout()
        self._list.setSpacing(2 * SPACE)
        body = column(self.heading, self.lead, self.notice, self._list, None, space=2 * SPACE, margin=3 * SPACE)
        self.area = scrolled(body, WIDEST)
        self.empty = EmptyState(lambda: self.visit.emit("duplicates"))
        self.rows: FixRows | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.empty)
        self.setLayout(column(self.stack, space=0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def title(self) -> str:
        return self.tr("Fixes")

    def left(self) -> int | None:
        return self.model.current.work.fixes if self.model.is_analysed else None

    def is_done(self) -> bool:
        return self.model.is_analysed and not self.model.current.work.fix_groups

    def retranslate(self) -> None:
        self.notice.retranslate()
        self.empty.put(
            self.tr("No fixes are waiting."),
            self.tr("The details look right as they are, or you have already decided on every suggestion."),
            self.tr("Go on to duplicates"),
        )
        self._shown = None
        if self.model.is_analysed:
            self.refresh()

    def refresh(self) -> None:
        groups = self.model.current.work.fix_groups
        self.notice.refresh()
        if groups == self._shown:
            return
        self._shown = groups
        self._close_rows()
        self._tell_counts(groups)
        self._fill(groups)
        self.stack.setCurrentWidget(self.area if groups or self.notice.isVisibleTo(self.area) else self.empty)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or self.stack.currentWidget() is not self.area:
            super().keyPressEvent(event)
        else:
            self._enter(self._current + step)

    def _tell_counts(self, groups: tuple[FixGroup, ...]) -> None:
        errors = sum(len(group.fixes) for group in groups if group.error)
        writing = sum(len(group.fixes) for group in groups if not group.error)
        every, wrong, written = (
            self.tr("%Ln suggestion(s)", "", errors + writing),
            self.tr("%Ln error(s)", "", errors),
            self.tr("%Ln formatting", "", writing),
        )
        self.heading.setText(f"{every}: {wrong}, {written}")
        self.lead.setText(self.tr("Nothing changes in your own file. Every choice can be undone."))

    def _fill(self, groups: tuple[FixGroup, ...]) -> None:
        clear(self._list)
        self.cards = []
        analysis = self.model.current.analysis
        for place, group in enumerate(groups):
            if place == 0 or groups[place - 1].error is not group.error:
                self._list.addWidget(label("emphasis", self.tr("Errors") if group.error else self.tr("Formatting")))
            card = FixCard(group, analysis)
            card.accepted.connect(lambda group=group: self._settle(group, Verdict.ACCEPTED))
            card.left.connect(lambda group=group: self._settle(group, Verdict.DECLINED))
            card.look_wanted.connect(lambda group=group: self._open_rows(group))
            card.entered.connect(lambda place=place: self._mark_current(place))
            self._list.addWidget(card)
            self.cards.append(card)
        self._mark_current(min(self._current, len(self.cards) - 1))

    def _mark_current(self, place: int) -> None:
        self._current = max(place, 0)
        for at, card in enumerate(self.cards):
            card.set_current(at == self._current)

    def _enter(self, place: int) -> None:
        if 0 <= place < len(self.cards):
            self._mark_current(place)
            self.area.ensureWidgetVisible(self.cards[place])

    def _settle(self, group: FixGroup, verdict: Verdict) -> None:
        session = self.model.current
        self.model.decide(self.model.decider.fixes(session.analysis.keys, group.fixes, verdict))
        self._tell_saved(group)

    def _settle_rows(self, group: FixGroup, rows: FixRows) -> None:
        keys = self.model.current.analysis.keys
        self.model.decide(
            self.model.decider.reviewed_fixes(keys, group.fixes, frozenset(rows.model.left), rows.model.edited)
        )
        self._tell_saved(group)

    def _tell_saved(self, group: FixGroup) -> None:
        self.notice.tell(f"{texts.heading(group.code)}.")
        self.stack.setCurrentWidget(self.area)
        self.area.verticalScrollBar().setValue(0)
        self.setFocus()

    def _open_rows(self, group: FixGroup) -> None:
        self._close_rows()
        rows = FixRows(group, self.model.current.analysis)
        rows.accepted.connect(lambda: self._settle_rows(group, rows))
        rows.left.connect(lambda: self._settle(group, Verdict.DECLINED))
        rows.back_wanted.connect(self._close_rows)
        rows.row_wanted.connect(self._go_to_row)
        self.rows = rows
        self.stack.addWidget(rows)
        self.stack.setCurrentWidget(rows)
        rows.table.setFocus()

    def _close_rows(self) -> None:
        if self.rows is not None:
            self.stack.setCurrentWidget(self.area)
            self.stack.removeWidget(self.rows)
            self.rows.deleteLater()
            self.rows = None

    def _go_to_row(self, record: int, column_name: str) -> None:
        self.model.spotlight = Spotlight(record, column_name, self.key)
        self.visit.emit("rows")
