"""Suggested fixes, a card for each kind: errors first, then writing. A card is one decision."""

from functools import partial

from PySide6.QtWidgets import QStackedWidget

from tikissa.gui.common.empty_state import EmptyState
from tikissa.gui.common.page import Page
from tikissa.gui.common.saved_notice import SavedNotice
from tikissa.gui.common.session_model import SessionModel, Spotlight
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.elements.building_blocks import button, column, label, row
from tikissa.gui.elements.card_deck import CardDeck
from tikissa.gui.fixes.finding_card import AsideCard, FindingCard
from tikissa.gui.fixes.fix_card import FixCard
from tikissa.gui.fixes.fix_rows import FixRows
from tikissa.gui.language import texts
from tikissa.model.analysis import Analysis
from tikissa.model.decision import Decision, Verdict
from tikissa.presentation.open_findings import FindingGroup, aside, findings_aside, open_findings
from tikissa.review.queue import FixGroup


class FixesPage(Page):
    key = "fixes"
    rail_key = "fixes"
    icon_name = "fixes"

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model, runner)
        self.heading = label("title")
        self.lead = label("quiet")
        self.notice = SavedNotice(model)
        self.onward = button(clicked=lambda: self.visit.emit("duplicates"))
        onward = row(self.onward, None)
        self.deck = CardDeck(self.heading, self.lead, self.notice, onward)
        self.empty = EmptyState(model, lambda: self.visit.emit("duplicates"))
        self.rows: FixRows | None = None
        self._analysis: Analysis | None = None
        self._shown: tuple[tuple[FixGroup, ...], tuple[FindingGroup, ...], tuple[FindingGroup, ...]] | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(self.deck)
        self.stack.addWidget(self.empty)
        self.setLayout(column(self.stack, space=0))
        self.setFocusProxy(self.deck)

    def title(self) -> str:
        return self.tr("Fixes")

    def left(self) -> int | None:
        return self.model.current.work.fixes if self.model.is_analysed else None

    def is_done(self) -> bool:
        return self.model.is_analysed and not self.model.current.work.fix_groups

    def retranslate(self) -> None:
        self.notice.retranslate()
        self.lead.setText(self.tr("Nothing changes in your own file. Every choice can be undone."))
        self.onward.setText(self.tr("Go on to duplicates"))
        self.empty.put(
            self.tr("No fixes are waiting."),
            self.tr("The details look right as they are, or you have already decided on every suggestion."),
            self.tr("Go on to duplicates"),
        )
        before, self._shown = self.rows, None
        self.deck.forget()
        if self.model.is_analysed and self.isVisible():
            self.refresh()
            if before is not None:
                self._open_rows(before.group).go_on_from(before)

    def refresh(self) -> None:
        session = self.model.current
        state = session.analysis, session.outcome, session.log
        shown = (session.work.fix_groups, open_findings(*state), findings_aside(*state))
        self.notice.refresh()
        self.empty.refresh()
        if shown == self._shown:
            return
        self._shown = shown
        self._follow(session.analysis)
        groups, findings, others = shown
        self._close_rows()
        self._tell_counts(groups)
        fixes = [(self._section(group), group, partial(self._card, group)) for group in groups]
        yourself, unimportant = self.tr("Look at these yourself"), self.tr("Not important to you")
        remarks = ((yourself, one, partial(self._finding_card, one)) for one in findings)
        put_aside = ((unimportant, (one,), partial(self._aside_card, one)) for one in others)
        self.deck.put([*fixes, *remarks, *put_aside])
        self.stack.setCurrentWidget(self.deck if self.deck.cards else self.empty)
        onward = self.onward if self.deck.cards else self.empty.onward
        self.setFocusProxy(self.deck if groups else onward)

    def _follow(self, analysis: Analysis) -> None:
        if self._analysis is not analysis:
            self._analysis = analysis
            self.deck.forget()

    def _tell_counts(self, groups: tuple[FixGroup, ...]) -> None:
        errors = sum(len(group.fixes) for group in groups if group.error)
        writing = sum(len(group.fixes) for group in groups if not group.error)
        every, wrong, written = (
            self.tr("%Ln suggestion(s)", "", errors + writing),
            self.tr("%Ln error(s)", "", errors),
            self.tr("%Ln formatting", "", writing),
        )
        of_one_kind = every if groups else self.tr("No suggested fixes are left")
        self.heading.setText(f"{every}: {wrong}, {written}" if errors and writing else of_one_kind)
        self.onward.setVisible(not groups)

    def _section(self, group: FixGroup) -> str:
        return self.tr("Errors") if group.error else self.tr("Formatting")

    def _card(self, group: FixGroup) -> FixCard:
        return FixCard(
            group,
            self.model.current.analysis,
            accept=partial(self._settle, group, Verdict.ACCEPTED),
            look=partial(self._open_rows, group),
            leave=partial(self._settle, group, Verdict.DECLINED),
        )

    def _finding_card(self, group: FindingGroup) -> FindingCard:
        look, put_aside = partial(self._go_to_rows, group), partial(self._put_aside, group.code, True)
        return FindingCard(group, self.model.current.analysis, look, put_aside)

    def _aside_card(self, group: FindingGroup) -> AsideCard:
        return AsideCard(group, partial(self._put_aside, group.code, False))

    def _put_aside(self, code: str, is_aside: bool) -> None:
        """Put a kind of remark aside for good, also in later months, or tell it again."""
        self.model.change_settings(aside(code, is_aside))
        self.setFocus()

    def _settle(self, group: FixGroup, verdict: Verdict) -> None:
        keys = self.model.current.analysis.keys
        self._decide(self.model.decider.fixes(keys, group.fixes, verdict))

    def _settle_rows(self, group: FixGroup, rows: FixRows) -> None:
        keys, left = self.model.current.analysis.keys, frozenset(rows.model.left)
        self._decide(self.model.decider.reviewed_fixes(keys, group.fixes, left, rows.model.edited))

    def _decide(self, decision: Decision) -> None:
        self.model.decide(decision)
        self.notice.tell()
        self.empty.tell_saved()
        self.deck.to_top()
        self.setFocus()

    def _open_rows(self, group: FixGroup) -> FixRows:
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
        return rows

    def _close_rows(self) -> None:
        if self.rows is not None:
            self.stack.setCurrentWidget(self.deck)
            self.stack.removeWidget(self.rows)
            self.rows.deleteLater()
            self.rows = None
            self.deck.setFocus()

    def _go_to_rows(self, group: FindingGroup) -> None:
        words = f"! {texts.heading(group.code)}"
        self.model.spotlight = Spotlight(None, group.findings[0].column, self.key, tuple(sorted(group.records)), words)
        self.visit.emit("rows")

    def _go_to_row(self, record: int, column_name: str) -> None:
        self.model.spotlight = Spotlight(record, column_name, self.key)
        self.visit.emit("rows")
