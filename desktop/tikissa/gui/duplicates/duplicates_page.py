"""Duplicates: the groups that wait as a list, the one under the cursor side by side, one key for it or for all that are
ticked. What is surely the same comes first and is ticked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from tikissa.gui.common.decision_words import headline
from tikissa.gui.common.empty_state import EmptyState
from tikissa.gui.common.page import Page
from tikissa.gui.common.row_facts import decided as moment_and_name
from tikissa.gui.common.saved_notice import SavedNotice
from tikissa.gui.common.session_model import SessionModel, Spotlight
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.duplicates.column_question import ColumnQuestion
from tikissa.gui.duplicates.group_list import GroupList
from tikissa.gui.duplicates.verdict_bar import VerdictBar
from tikissa.gui.elements.building_blocks import button, column, heading_row, label, row
from tikissa.gui.elements.key_button import KeyButton
from tikissa.gui.elements.theme import SPACE, is_low, is_narrow
from tikissa.gui.language import texts
from tikissa.gui.side_by_side.comparison_panel import ComparisonPanel
from tikissa.gui.side_by_side.group_comparison import Comparison, compare
from tikissa.model.analysis import Analysis
from tikissa.model.decision import Decision, Sameness
from tikissa.model.matching import Relation
from tikissa.model.proposal import Merge, Retire
from tikissa.model.record import RecordId
from tikissa.review.decided_groups import DecidedGroups
from tikissa.review.log_state import settings
from tikissa.review.open_groups import Sureness, left_unseen, open_groups
from tikissa.review.proposal_tables import Chosen, in_table
from tikissa.review.settled import answer, are_nearly_sure, nearly_sure, questions

ENOUGH_FOR_BULK = 3
ENOUGH_FOR_QUESTION = 2


class DuplicatesPage(Page):
    key = "duplicates"
    rail_key = "duplicates"
    icon_name = "duplicates"

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model, runner)
        self.heading = label("title")
        self.lead = label("quiet")
        self.place = label("quiet", wraps=False)
        self.to_bulk = button(look="link", clicked=self._open_bulk)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setMaximumWidth(20 * SPACE)
        self.notice = SavedNotice(model)
        self.groups = GroupList()
        self.panel = ComparisonPanel()
        self.unseen = label("caution")
        self.verdicts = VerdictBar()
        self.one_by_one = KeyButton("", self._decline_bulk)
        self.verdicts.add(self.one_by_one)
        self.hint = label("quiet")
        self.said = label("lead")
        self.take_back = KeyButton("", self._take_back)
        self.look_back = button(look="link", clicked=self._look_back)
        self.to_question = button(look="link", clicked=lambda: self._show_right(self.question))
        self.one = QWidget()
        self.right = QStackedWidget()
        self.one.setLayout(self._body())
        self.empty = EmptyState(model, lambda: self.visit.emit("stale"), also=self.look_back)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.one)
        self.stack.addWidget(self.empty)
        self.setLayout(column(self.stack, space=0))
        self._merges: Sequence[Merge] = ()
        self._shown: Comparison | None = None
        self._stage: Sureness | None = None
        self._passed: set[Sureness] = set()
        self._decided = DecidedGroups()
        self._retires: tuple[Analysis, dict[RecordId, Retire]] | None = None
        self.question: ColumnQuestion | None = None
        self._connect()

    def title(self) -> str:
        return self.tr("Duplicates")

    def left(self) -> int | None:
        return len(self.model.current.work.merges) if self.model.is_analysed else None

    def is_done(self) -> bool:
        return self.model.is_analysed and not self.model.current.work.merges

    def retranslate(self) -> None:
        self.hint.setText(
            self.tr("← → moves the value kept · Page Up and Page Down change the group · F2: a result of your own")
        )
        self.progress.setAccessibleName(self.tr("Groups decided"))
        self.one_by_one.put(self.tr("One by one|O"))
        self.take_back.put(self.tr("Take this choice back|T"))
        self.look_back.setText(self.tr("Look at what you decided"))
        self.to_question.setText(self.tr("Back to the question"))
        self.groups.retranslate()
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
            if len(merges) > len(self._merges):
                self._passed.clear()
            self._merges = merges
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hint.setHidden(is_low(event.size().height()))
        self.progress.setHidden(is_narrow(event.size().width()))
        self._share_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the hint wherever the focus is, also on a button after its menu."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.groups.step(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_F2 and self.panel.view.currentIndex().isValid():
            self.panel.result.edit_line(self.panel.view.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _share_room(self) -> None:
        """Where there is no room for both, show the list while it is answered as a whole, else the comparison."""
        narrow = is_narrow(self.width())
        listed = self.groups.has_ticks or self.groups.looks_back
        self.groups.fit(self.width())
        self.groups.setHidden(narrow and not listed)
        self.panel.setHidden(narrow and listed)

    def _body(self) -> QVBoxLayout:
        top = heading_row(self.heading, self.to_question, self.to_bulk, self.place, self.progress, space=2 * SPACE)
        decided = row(self.said, self.take_back, space=2 * SPACE)
        decided.setStretch(0, 1)
        shown = column(self.unseen, self.panel, decided, self.verdicts, self.hint, space=SPACE)
        shown.setStretch(1, 1)
        self.beside = QWidget()
        self.beside.setLayout(shown)
        self.right.addWidget(self.beside)
        both = row(self.groups, self.right, space=2 * SPACE)
        both.setStretch(1, 1)
        layout = column(top, self.lead, self.notice, both, space=SPACE, margin=3 * SPACE)
        layout.setStretch(3, 1)
        return layout

    def _connect(self) -> None:
        self.model.opened.connect(self._start_over)
        self.verdicts.merged.connect(self._merge)
        self.verdicts.different.connect(lambda: self._judge(Sameness.DIFFERENT))
        self.verdicts.related.connect(lambda relation: self._judge(Sameness.RELATED, relation))
        self.verdicts.later.connect(lambda: self._judge(Sameness.UNSURE))
        self.groups.moved.connect(self._move)
        self.groups.ticked.connect(self._tell_ticks)
        self.groups.proposed.connect(self._take_proposed)
        self.panel.changed.connect(self._follow_choices)
        self.panel.view.proposed.connect(self._take_proposed)
        self.panel.view.stepped.connect(self.groups.step)
        self.panel.view.opened.connect(self._go_to_row)

    def _start_over(self) -> None:
        """Forget where the user was in another register."""
        self._merges, self._stage = (), None
        self._passed.clear()
        self._decided = DecidedGroups()

    def _show(self) -> None:
        session = self.model.current
        decided = self._decided.of(session.log, session.analysis.keys)
        self.look_back.setVisible(bool(decided))
        looks_back = self.groups.looks_back and bool(decided)
        if not self._merges and not looks_back:
            self._focus_on(self.empty, self.empty.onward)
            return
        said = settings(session.log)
        groups = open_groups(session.work, said)
        if looks_back:
            self.groups.put(groups, decided, session.analysis, session.outcome)
            self._focus_on(self.one, self.groups.lines)
            self._move()
            self._tell_ticks()
            return
        asked = [entry for entry in questions(self._merges, said) if len(entry[1]) >= ENOUGH_FOR_QUESTION]
        stage = self._next_stage(bool(asked))
        is_asked = stage is None and bool(asked) and Sureness.CLEAR not in self._passed
        self._focus_on(self.one, self.groups.lines if stage else self.panel.view)
        self.groups.put(groups, decided, session.analysis, session.outcome)
        if stage is not self._stage or not self.groups.merges_shown:
            self._stage = stage
            self.groups.blockSignals(True)
            self.groups.show_only(stage, tick=stage is not None)
            self.groups.blockSignals(False)
        self._move()
        self._tell_ticks()
        self._ask(ColumnQuestion(*asked[0], session.analysis) if is_asked else None)

    def _next_stage(self, is_asked: bool) -> Sureness | None:
        """Return which groups are to be answered together now: the clear ones, and when nothing has to be asked of
        whole columns, the nearly sure ones."""
        likely = nearly_sure(self._merges, settings(self.model.current.log))
        for sureness, merges in (
            (Sureness.CLEAR, self.model.current.work.safe_merges),
            (Sureness.NEARLY_SURE, () if is_asked and Sureness.CLEAR not in self._passed else likely),
        ):
            if len(merges) >= ENOUGH_FOR_BULK and sureness not in self._passed:
                return sureness
        return None

    def _ask(self, question: ColumnQuestion | None) -> None:
        """Put a question about columns in the place of the comparison; the groups stay beside it to be looked at."""
        previous, self.question = self.question, question
        if previous is not None:
            self.right.removeWidget(previous)
            previous.deleteLater()
        if question is not None:
            question.answered.connect(lambda matters: self._answer(question, matters))
            self.right.addWidget(question)
        self._show_right(question)

    def _show_right(self, question: ColumnQuestion | None) -> None:
        self.right.setCurrentWidget(question or self.beside)
        self.to_question.setVisible(self.question is not None and question is None)
        self.progress.setHidden(question is not None or is_narrow(self.width()))
        for part in (self.heading, self.lead, self.place):
            part.setHidden(question is not None or (part is self.lead and not self.groups.has_ticks))
        if question is not None:
            self._focus_on(self.one, question.either)

    def _answer(self, question: ColumnQuestion, matters: bool) -> None:
        self.model.change_settings(answer(question.columns, matters))
        self.notice.tell()
        self._show()

    def _move(self) -> None:
        """Show the group under the cursor of the list."""
        self._show_right(None)
        self._show_group()

    def _show_group(self) -> None:
        merge, session, decided = self.groups.current, self.model.current, self.groups.decided
        self.verdicts.setHidden(decided is not None)
        for part in (self.said, self.take_back):
            part.setHidden(decided is None)
        if merge is None:
            return
        golden = session.golden_record(merge.records) if decided is None else merge.golden
        self._shown = compare(session.outcome, session.analysis.schema, golden, merge.records, merge)
        self.panel.result.show()
        if decided is not None:
            self._shown = replace(self._shown, settled=True)
            told = decided.decision
            self.panel.result.setVisible(decided.word.sameness is Sameness.SAME)
            self.said.setText(f"✓ {headline(told, session.analysis)} · {moment_and_name(told.when, told.who)}")
        again = session.asked_again(merge.records)
        signs = {retire.record: retire.reasons for retire in self._worth_checking(merge)}
        self.panel.put(self._shown, session.register, session.evidence, session.golden_record, again, signs)
        place, shown = self.groups.place + 1, len(self.groups.merges_shown)
        self.place.setText(self.tr("{0} / {1}").format(texts.number(place), texts.number(shown)))
        every = len(session.analysis.merges)
        self.progress.setUpdatesEnabled(False)  # else everything is painted at once for it
        self.progress.setRange(0, every)
        self.progress.setValue(every - len(self._merges))
        self.progress.setUpdatesEnabled(True)

    def _worth_checking(self, merge: Merge) -> Iterator[Retire]:
        analysis = self.model.current.analysis
        if self._retires is None or self._retires[0] is not analysis:
            self._retires = analysis, {retire.record: retire for retire in analysis.retires}
        return (self._retires[1][record] for record in merge.records if record in self._retires[1])

    def _tell_ticks(self) -> None:
        """Say what the answer goes to: the groups that are ticked, else the one that is shown."""
        if self.groups.looks_back:
            self._share_room()
            self.heading.setText(self.tr("What you decided"))
            for part in (self.lead, self.to_bulk, self.unseen):
                part.hide()
            return
        ticked, safe = self.groups.merges_ticked, self.model.current.work.safe_merges
        table, _ = in_table(ticked)
        unsure = ticked.places[~table.safe[ticked.places]]
        if not ticked:
            words = self.tr("Is this the same customer?")
        elif not len(unsure):
            words = self.tr("These %Ln are surely the same customers", "", len(ticked))
        elif are_nearly_sure(table, settings(self.model.current.log))[unsure].all():
            words = self.tr("These %Ln are very likely the same customers", "", len(ticked))
        else:
            words = self.tr("One answer for %Ln ticked group(s)", "", len(ticked))
        self.heading.setText(words)
        self.lead.setText(self.tr("Look the list through and untick what you doubt. Every merge can be taken back."))
        self.lead.setVisible(bool(ticked))
        self.one_by_one.setVisible(bool(ticked))
        self.to_bulk.setText(self.tr("Merge the %Ln sure ones in one go", "", len(safe)))
        self.to_bulk.setVisible(len(safe) >= ENOUGH_FOR_BULK and not ticked)
        self._tell_unseen(ticked)
        self.verdicts.count(len(ticked))
        self._follow_choices()
        self._share_room()

    def _tell_unseen(self, merges: Sequence[Merge]) -> None:
        """Say how many customers who are seen now would be left in hidden rows."""
        register = self.model.current.register
        unseen = left_unseen(merges, register)
        told = self.tr(
            "%Ln of them would stay in a row that is hidden in the workbook, the first in row {0}. "
            "One by one you can choose the row that stays.",
            "",
            len(unseen),
        )
        first = min(map(register.row, unseen), default=0)
        self.unseen.setText(f"! {told.format(texts.number(first))}")
        self.unseen.setVisible(bool(unseen))

    def _focus_on(self, part: QWidget, target: QWidget) -> None:
        self.stack.setCurrentWidget(part)
        self.setFocusProxy(target)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_choices(self) -> None:
        if self.panel.comparison is not None:
            self.verdicts.follow(self.panel.comparison)

    def _look_back(self) -> None:
        """Show the groups that were decided on, where none waits."""
        self.groups.show_only(Sureness.DECIDED, tick=False)
        self._show()

    def _take_back(self) -> None:
        """Let the group under the cursor wait again."""
        if self.groups.decided is not None:
            self.model.take_back_group(self.groups.decided)

    def _open_bulk(self) -> None:
        self._passed.discard(Sureness.CLEAR)
        self._show()

    def _decline_bulk(self) -> None:
        if self._stage is not None:
            self._passed.add(self._stage)
        self.groups.untick()
        self._show()

    @staticmethod
    def _are_safe(merges: Chosen[Merge]) -> bool:
        return bool(in_table(merges)[0].safe[merges.places].all())

    def _take_proposed(self) -> None:
        if self.groups.looks_back:
            return
        ticked, shown = self.groups.merges_ticked, self.panel.comparison
        if self._are_safe(ticked) if ticked else shown is not None and shown.is_safe:
            self._merge()
        else:
            self.verdicts.ask()

    def _merge(self) -> None:
        """Merge what is ticked as it is proposed; the group that is shown, as the user has it now."""
        decider, analysis, comparison = self.model.decider, self.model.current.analysis, self.panel.comparison
        ticked = self.groups.merges_ticked
        if ticked and (comparison == self._shown or comparison is None or comparison.merge not in ticked):
            comparison = None
        rest = ticked if comparison is None or comparison.merge is None else ticked.without(comparison.merge)
        self._pass_stage()
        if rest:
            self._decide(decider.merges(analysis, rest))
        if comparison is not None and len(comparison.taken) > 1:
            self._decide(decider.merge(analysis, comparison.merge, comparison.result, comparison.taken))

    def _judge(self, sameness: Sameness, relation: Relation | None = None) -> None:
        comparison, ticked = self.panel.comparison, self.groups.merges_ticked
        groups = [merge.records for merge in ticked] or ([comparison.records] if comparison is not None else [])
        if groups:
            self._pass_stage()
            keys, place = self.model.current.analysis.keys, self.groups.place
            self._decide(self.model.decider.judged_groups(keys, groups, sameness, relation))
            if sameness is Sameness.UNSURE:
                self.groups.go_to_place(place)  # the cursor would go with the group to the end of the list

    def _pass_stage(self) -> None:
        """What was left unticked of the groups answered together comes one by one."""
        if self._stage is not None and self.groups.has_ticks:
            self._passed.add(self._stage)

    def _decide(self, decision: Decision) -> None:
        self.model.decide(decision)
        self.notice.tell()
        self.empty.tell_saved()

    def _go_to_row(self, record: int) -> None:
        self.model.spotlight = Spotlight(record, None, self.key)
        self.visit.emit("rows")
