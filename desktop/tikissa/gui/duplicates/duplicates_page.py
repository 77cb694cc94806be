"""Duplicates: first what is surely the same in one go, then group by group, one key press each."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from tikissa.gui.common.empty_state import EmptyState
from tikissa.gui.common.page import Page
from tikissa.gui.common.saved_notice import SavedNotice
from tikissa.gui.common.session_model import SessionModel, Spotlight
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.duplicates.bulk_merges import BulkMerges, NearlySureMerges
from tikissa.gui.duplicates.column_question import ColumnQuestion
from tikissa.gui.duplicates.verdict_bar import VerdictBar
from tikissa.gui.elements.building_blocks import button, column, heading_row, label
from tikissa.gui.elements.theme import SPACE, is_low, is_narrow
from tikissa.gui.language import texts
from tikissa.gui.side_by_side.comparison_panel import ComparisonPanel
from tikissa.gui.side_by_side.group_comparison import Comparison, compare
from tikissa.model.decision import Decision, Sameness
from tikissa.model.matching import Relation
from tikissa.model.proposal import Merge
from tikissa.review.log_state import settings
from tikissa.review.settled import answer, nearly_sure, questions

ENOUGH_FOR_BULK = 3
ENOUGH_FOR_QUESTION = 2


class DuplicatesPage(Page):
    key = "duplicates"
    rail_key = "duplicates"
    icon_name = "duplicates"

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model, runner)
        self.heading = label("title")
        self.place = label("quiet", wraps=False)
        self.to_bulk = button(look="link", clicked=self._open_bulk)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setMaximumWidth(20 * SPACE)
        self.notice = SavedNotice(model)
        self.panel = ComparisonPanel()
        self.verdicts = VerdictBar()
        self.hint = label("quiet")
        self.bulk: BulkMerges | None = None
        self.one = QWidget()
        self.one.setLayout(self._body())
        self.empty = EmptyState(model, lambda: self.visit.emit("stale"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.one)
        self.stack.addWidget(self.empty)
        self.setLayout(column(self.stack, space=0))
        self._merges: tuple[Merge, ...] = ()
        self._current = 0
        self._bulk_declined = self._likely_declined = False
        self.question: ColumnQuestion | None = None
        self._connect()

    def title(self) -> str:
        return self.tr("Duplicates")

    def left(self) -> int | None:
        return len(self.model.current.work.merges) if self.model.is_analysed else None

    def is_done(self) -> bool:
        return self.model.is_analysed and not self.model.current.work.merges

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Is this the same customer?"))
        self.hint.setText(
            self.tr("← → moves the value kept · Page Up and Page Down change the group · F2: a result of your own")
        )
        self.progress.setAccessibleName(self.tr("Groups decided"))
        self.verdicts.retranslate()
        self.notice.retranslate()
        self.empty.put(
            self.tr("No duplicates are waiting."),
            self.tr("Either no customer was found more than once, or you have decided on all of them."),
            self.tr("Go on to rows worth checking"),
        )
        before, self._merges = self.panel.comparison, ()
        if self.model.is_analysed and self.isVisible():
            self.refresh()
            self._go_on_from(before)

    def _go_on_from(self, before: Comparison | None) -> None:
        """Take over what was chosen in the group in another language."""
        shown = self.panel.comparison
        if before is not None and shown is not None and before.merge == shown.merge:
            self.panel.go_on_from(before)

    def refresh(self) -> None:
        merges = self.model.current.work.merges
        self.notice.refresh()
        self.empty.refresh()
        if merges != self._merges or not merges:
            self._current = self._next_place(merges)
            self._merges = merges
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hint.setHidden(is_low(event.size().height()))
        self.progress.setHidden(is_narrow(event.size().width()))

    def _body(self) -> QVBoxLayout:
        top = heading_row(self.heading, self.to_bulk, self.place, self.progress, space=2 * SPACE)
        layout = column(top, self.notice, self.panel, self.verdicts, self.hint, space=SPACE, margin=3 * SPACE)
        layout.setStretch(2, 1)
        return layout

    def _connect(self) -> None:
        self.model.opened.connect(self._start_over)
        self.verdicts.merged.connect(self._merge)
        self.verdicts.different.connect(lambda: self._judge(Sameness.DIFFERENT))
        self.verdicts.related.connect(lambda relation: self._judge(Sameness.RELATED, relation))
        self.verdicts.later.connect(lambda: self._judge(Sameness.UNSURE))
        self.panel.changed.connect(self._follow_choices)
        self.panel.view.proposed.connect(self._take_proposed)
        self.panel.view.stepped.connect(self._step)
        self.panel.view.opened.connect(self._go_to_row)

    def _start_over(self) -> None:
        """Forget where the user was in another register."""
        self._merges, self._current, self._bulk_declined, self._likely_declined = (), 0, False, False

    def _next_place(self, merges: tuple[Merge, ...]) -> int:
        """Return which group to show: one that came back by an undo, else the one after the one decided on."""
        if self._merges and len(merges) > len(self._merges):
            before = {merge.id for merge in self._merges}
            return next(place for place, merge in enumerate(merges) if merge.id not in before)
        return min(self._current, max(len(merges) - 1, 0))

    def _show(self) -> None:
        session = self.model.current
        if not self._merges:
            self._focus_on(self.empty, self.empty.onward)
            return
        safe, said = session.work.safe_merges, settings(session.log)
        asked = [entry for entry in questions(self._merges, said) if len(entry[1]) >= ENOUGH_FOR_QUESTION]
        likely = nearly_sure(self._merges, said)
        if len(safe) >= ENOUGH_FOR_BULK and not self._bulk_declined:
            self._show_bulk(BulkMerges(safe, session.analysis, session.outcome), safe)
        elif asked and not self._bulk_declined:
            self._show_question(ColumnQuestion(*asked[0], session.analysis))
        elif len(likely) >= ENOUGH_FOR_BULK and not self._likely_declined:
            self._show_bulk(NearlySureMerges(likely, session.analysis, session.outcome), likely)
        else:
            self._show_group(self._merges[self._current])

    def _show_bulk(self, bulk: BulkMerges, merges: tuple[Merge, ...]) -> None:
        previous, self.bulk = self.bulk, bulk
        bulk.accepted.connect(lambda: self._accept_all(merges))
        bulk.one_by_one.connect(self._decline_bulk)
        self.stack.addWidget(bulk)
        self._focus_on(bulk, bulk.accept)
        if previous is not None:
            previous.deleteLater()

    def _show_question(self, question: ColumnQuestion) -> None:
        previous, self.question = self.question, question
        question.answered.connect(lambda matters: self._answer(question, matters))
        self.stack.addWidget(question)
        self._focus_on(question, question.either)
        if previous is not None:
            previous.deleteLater()

    def _answer(self, question: ColumnQuestion, matters: bool) -> None:
        self.model.change_settings(answer(question.columns, matters))
        self.notice.tell()
        self._show()

    def _show_group(self, merge: Merge) -> None:
        session = self.model.current
        golden = session.golden_record(merge.records)
        comparison = compare(session.outcome, session.analysis.schema, golden, merge.records, merge)
        again = session.asked_again(merge.records)
        self.panel.put(comparison, session.register, session.evidence, session.golden_record, again)
        self._focus_on(self.one, self.panel.view)
        safe = len(session.work.safe_merges)
        self.to_bulk.setText(self.tr("Merge the %Ln sure ones in one go", "", safe))
        self.to_bulk.setVisible(safe >= ENOUGH_FOR_BULK)
        every = len(session.analysis.merges)
        place = every - len(self._merges) + self._current + 1
        self.place.setText(self.tr("{0} / {1}").format(texts.number(place), texts.number(every)))
        self.progress.setRange(0, every)
        self.progress.setValue(every - len(self._merges))

    def _focus_on(self, part: QWidget, target: QWidget) -> None:
        self.stack.setCurrentWidget(part)
        self.setFocusProxy(target)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_choices(self) -> None:
        if self.panel.comparison is not None:
            self.verdicts.follow(self.panel.comparison)

    def _accept_all(self, merges: tuple[Merge, ...]) -> None:
        self._current = 0
        self._decide(self.model.decider.merges(self.model.current.analysis, merges))

    def _open_bulk(self) -> None:
        self._bulk_declined = False
        self._show()

    def _decline_bulk(self) -> None:
        self._likely_declined = isinstance(self.bulk, NearlySureMerges)
        self._bulk_declined = self._bulk_declined or not self._likely_declined
        self._show()

    def _take_proposed(self) -> None:
        if self.panel.comparison is not None and self.panel.comparison.is_safe:
            self._merge()
        else:
            self.verdicts.ask()

    def _merge(self) -> None:
        comparison = self.panel.comparison
        if comparison is not None and len(comparison.taken) > 1:
            decider, analysis = self.model.decider, self.model.current.analysis
            self._decide(decider.merge(analysis, comparison.merge, comparison.result, comparison.taken))

    def _judge(self, sameness: Sameness, relation: Relation | None = None) -> None:
        if self.panel.comparison is not None:
            keys = self.model.current.analysis.keys
            self._decide(self.model.decider.judged(keys, self.panel.comparison.records, sameness, relation))

    def _decide(self, decision: Decision) -> None:
        self.model.decide(decision)
        self.notice.tell()
        self.empty.tell_saved()

    def _step(self, step: int) -> None:
        place = self._current + step
        if 0 <= place < len(self._merges):
            self._current = place
            self._show_group(self._merges[place])

    def _go_to_row(self, record: int) -> None:
        self.model.spotlight = Spotlight(record, None, self.key)
        self.visit.emit("rows")
