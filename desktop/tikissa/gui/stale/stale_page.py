"""Rows worth checking: by reason and in bulk first, then the twenty most worth a look one by one."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from tikissa.gui.common.empty_state import EmptyState
from tikissa.gui.common.page import Page
from tikissa.gui.common.saved_notice import SavedNotice
from tikissa.gui.common.session_model import SessionModel, Spotlight
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.elements.building_blocks import button, column, label
from tikissa.gui.elements.card_deck import CardDeck
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.key_button import KeyButton
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.elements.verdict_card import CardVerdict, VerdictCard
from tikissa.gui.elements.wrapped_text import pieces_held
from tikissa.gui.language import texts
from tikissa.gui.stale.freshness import signs
from tikissa.gui.stale.one_stale_row import OneStaleRow
from tikissa.gui.stale.retire_verdicts import retire_verdicts
from tikissa.gui.stale.stale_rows import StaleRows
from tikissa.model.analysis import Analysis
from tikissa.model.decision import RetireAction, RetireItem, Verdict
from tikissa.model.proposal import ProposalId, Retire
from tikissa.presentation.record_names import name_of
from tikissa.presentation.stale_groups import StaleGroup, may_be_put_away, stale_groups
from tikissa.review.bulk import of_kind
from tikissa.staleness.check_worth import SHOWN_ONE_BY_ONE, most_worth_checking

EXAMPLES = 3


class StalePage(Page):
    key = "stale"
    rail_key = "stale"
    icon_name = "stale"

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model, runner)
        self.heading = label("title")
        self.lead = label("quiet")
        self.notice = SavedNotice(model)
        self.most = KeyButton("", self._open_most)
        self.onward = button(look="link", clicked=lambda: self.visit.emit("save"))
        most = QWidget()
        most.setLayout(FlowLayout(self.most, self.onward, space=2 * SPACE))
        self.held = label("caution")
        self.held.hide()
        self.deck = CardDeck(self.heading, self.lead, self.notice, self.held, most)
        self.one = OneStaleRow(model)
        self.empty = EmptyState(model, lambda: self.visit.emit("save"))
        self._notices = (self.notice, self.one.notice, self.empty.notice)
        self.rows: StaleRows | None = None
        self._analysis: Analysis | None = None
        self._shown: tuple[Sequence[Retire], frozenset[ProposalId | None]] | None = None
        self._round: tuple[Retire, ...] = ()
        self._round_began = 0
        self._most: tuple[Retire, ...] = ()
        self._place = 0
        self._is_dealt = False
        self.stack = QStackedWidget()
        for part in (self.deck, self.one, self.empty):
            self.stack.addWidget(part)
        self.setLayout(column(self.stack, space=0))
        self.setFocusProxy(self.deck)
        self.one.settled.connect(self._settle_one)
        self.one.stepped.connect(self._step)
        self.one.back_wanted.connect(self._close)
        self.one.row_wanted.connect(self._go_to_row)

    def title(self) -> str:
        return self.tr("Rows to check")

    def left(self) -> int | None:
        return len(self.model.current.work.retires) if self.model.is_analysed else None

    def is_done(self) -> bool:
        return self.model.is_analysed and not self.model.current.work.retires

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Worth checking"))
        self.lead.setText(self.tr("These details may be old; nothing says for sure that they are."))
        self.onward.setText(self.tr("The rest may wait: go on to saving"))
        self.notice.retranslate()
        self.held.hide()
        self.one.retranslate()
        self.empty.put(
            self.tr("No rows are waiting to be checked."),
            self.tr("Nothing in the register looks old, or you have already decided on every row."),
            self.tr("Go on to saving"),
        )
        before, self._shown = self.rows, None
        self.deck.forget()
        if self.model.is_analysed and self.isVisible():
            self.refresh()
            if before is not None:
                self._open_rows(before.group).go_on_from(before)

    def refresh(self) -> None:
        retires = self.model.current.work.retires
        for notice in self._notices:
            notice.refresh()
        shown = retires, self._put_off()
        if shown == self._shown:
            return
        self._shown = shown
        before, self._most = self._most, self._still_open(*shown)
        back = next((place for place, retire in enumerate(self._most) if retire not in before), None)
        self._place = self._place if back is None else back
        self._is_dealt = False
        if not retires:
            self._put_on_top(self.empty, self.empty.onward)
        elif self.stack.currentWidget() is self.one:
            self._show_one_or_close()
        else:
            self._close()

    def _deal(self, retires: Sequence[Retire]) -> None:
        self._is_dealt = True
        self.most.put(self.tr("The %Ln most important one by one|I", "", min(len(retires), SHOWN_ONE_BY_ONE)))
        if self._analysis is not self.model.current.analysis:
            self._analysis = self.model.current.analysis
            self.deck.forget()
        told = ((group, tuple(self._examples(group))) for group in stale_groups(retires))
        self.deck.put(("", each, partial(self._card, *each)) for each in told)

    def _show_one_or_close(self) -> None:
        if self._most:
            self._show_one()
        else:
            self._close()

    def _most_of(self, retires: Sequence[Retire]) -> tuple[Retire, ...]:
        analysis = self.model.current.analysis
        return most_worth_checking(analysis.register, analysis.schema, retires, bought=analysis.settings.bought)

    def _still_open(self, retires: Sequence[Retire], put_off: frozenset[ProposalId | None]) -> tuple[Retire, ...]:
        """Return the rows being gone through one by one that nothing was said of; what is taken back comes back."""
        if not self._round:
            return ()
        waiting = {retire.id for retire in retires} - put_off
        return tuple(retire for retire in self._round if retire.id in waiting)

    def _put_off(self) -> frozenset[ProposalId | None]:
        """Return what was left for later since these rows are gone through."""
        if not self._round:
            return frozenset()
        log = self.model.current.log
        new = (one for number, one in log.in_force if number >= self._round_began and one.verdict is Verdict.LATER)
        return frozenset(item.proposal for one in new for item in of_kind(one.items, RetireItem))

    def _card(self, group: StaleGroup, examples: tuple[str, ...]) -> VerdictCard:
        verdicts = [
            CardVerdict(words, partial(self._settle_many, group.retires, action), is_quiet=action is None)
            for action, words in retire_verdicts()
        ]
        look = CardVerdict(self.tr("Show rows|S"), partial(self._open_rows, group), opens=True)
        count = self.tr("%Ln row(s)", "", len(group.retires))
        return VerdictCard(
            texts.heading(group.code), count, (label("", words) for words in examples), [look, *verdicts]
        )

    def _examples(self, group: StaleGroup) -> Iterator[str]:
        session = self.model.current
        for retire in group.retires[:EXAMPLES]:
            where = self.tr("row {0}").format(texts.number(session.register.row(retire.record)))
            name = name_of(session.analysis.schema, session.outcome.text, retire.record)
            yield pieces_held(f"{name} · {where} · {next(signs(retire))}")

    def _settle_many(self, retires: Sequence[Retire], action: RetireAction | None) -> None:
        """Decide on many rows at a time; a row in which something is still open is not put away so."""
        is_put_away = action is RetireAction.ARCHIVE
        free = may_be_put_away(self.model.current.analysis, retires) if is_put_away else retires
        if free:
            self._settle(free, action)
        self._tell_held(len(retires) - len(free))

    def _tell_held(self, held: int) -> None:
        self.held.setText(
            "! " + self.tr("%Ln row(s) stayed: an invoice, a contract or some other matter is open in them.", "", held)
        )
        self.held.setVisible(held > 0)

    def _settle(self, retires: Sequence[Retire], action: RetireAction | None) -> None:
        self.model.decide(self.model.decider.retires(self.model.current.analysis.keys, retires, action))
        self.held.hide()
        for notice in self._notices:
            notice.tell()
        self.deck.to_top()

    def _settle_one(self, action: RetireAction | None) -> None:
        self._settle((self._most[self._place],), action)

    def _open_most(self) -> None:
        self._round, self._place = self._most_of(self.model.current.work.retires), 0
        self._round_began, self._most = len(self.model.current.log.events), self._round
        self._put_on_top(self.one, self.one)
        self._show_one()

    def _show_one(self) -> None:
        session = self.model.current
        self._place = min(self._place, len(self._most) - 1)
        retire = self._most[self._place]
        self.one.put(retire, self._place, len(self._most), session.analysis, session.outcome, session.work)
        self.one.setFocus()

    def _step(self, step: int) -> None:
        if 0 <= self._place + step < len(self._most):
            self._place += step
            self._show_one()

    def _open_rows(self, group: StaleGroup) -> StaleRows:
        rows = StaleRows(group, self.model.current.analysis, self.model.current.outcome)
        rows.settled.connect(self._settle_many)
        rows.back_wanted.connect(self._close)
        rows.row_wanted.connect(self._go_to_row)
        self.rows = rows
        self.stack.addWidget(rows)
        self._put_on_top(rows, rows.table)
        return rows

    def _close(self) -> None:
        """Go back to the cards; they are dealt when they are seen."""
        self._round = ()
        if not self._is_dealt:
            self._deal(self.model.current.work.retires)
        self._put_on_top(self.deck, self.deck)
        if self.rows is not None:
            self.stack.removeWidget(self.rows)
            self.rows.deleteLater()
            self.rows = None

    def _put_on_top(self, part: QWidget, target: QWidget) -> None:
        self.stack.setCurrentWidget(part)
        self.setFocusProxy(target)
        target.setFocus()

    def _go_to_row(self, record: int) -> None:
        self.model.spotlight = Spotlight(record, None, self.key)
        self.visit.emit("rows")
