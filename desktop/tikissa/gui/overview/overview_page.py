"""The state of the register: four large numbers that lead to the work, who can be reached, and how old the data is."""

from collections.abc import Callable
from dataclasses import replace
from math import ceil, floor
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from tikissa.app.session import Session
from tikissa.gui.common.measuring import measuring
from tikissa.gui.common.page import Page
from tikissa.gui.common.session_model import SessionModel, Spotlight
from tikissa.gui.common.task_runner import TaskRunner, Work
from tikissa.gui.elements.building_blocks import button, column, label
from tikissa.gui.elements.flow_grid import FlowGrid
from tikissa.gui.elements.number_card import NumberCard
from tikissa.gui.elements.page_layout import page_layout
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.gui.overview.age_histogram import AgeHistogram
from tikissa.gui.overview.reach_bars import ReachBars
from tikissa.gui.overview.related_links import RelatedLinks
from tikissa.gui.overview.state_pdf import write_guide, write_state_pdf
from tikissa.gui.overview.trend_chart import TrendChart
from tikissa.messages import has_words
from tikissa.model.analysis import Analysis
from tikissa.model.finding import Reason
from tikissa.model.matching import Relation
from tikissa.model.problems import TargetProblem
from tikissa.model.progress import Progress
from tikissa.model.record import RecordId
from tikissa.model.register_profile import CompaniesCounted, Decay, DuplicateCounts, Profile
from tikissa.model.trend import Measure
from tikissa.presentation.open_findings import open_errors
from tikissa.presentation.plain_summary import plain_summary
from tikissa.review.queue import OpenWork

CARDS = (("duplicates", "duplicates"), ("stale", "stale"), ("fixes", "fixes"), ("rows", "prohibition"))
"""The page each number leads to, and its icon."""


class OverviewPage(Page):
    key = "overview"
    rail_key = "overview"
    icon_name = "overview"

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model, runner)
        self.heading = label("title")
        self.standing = label("lead")
        self.summary = label("quiet")
        self.cards = {key: NumberCard(icon_name) for key, icon_name in CARDS}
        for key, card in self.cards.items():
            card.clicked.connect(lambda _checked=False, chosen=key: self._follow_card(chosen))
        self.reach = ReachBars()
        self.ages = AgeHistogram()
        self.trend = TrendChart()
        self.related = RelatedLinks()
        self.related.chosen.connect(self._go_to_related)
        for chart in (self.reach, self.ages):
            chart.rows.chosen.connect(self._go_to_rows)
        self.decay = label("quiet")
        self.start = button(look="primary", clicked=lambda: self.visit.emit(self._next_page()))
        charts = FlowGrid((self.reach, self.ages), letters=56)
        numbers = FlowGrid(tuple(self.cards.values()), letters=24)
        body = column(self.summary, numbers, charts, self.trend, self.related, self.decay, None, space=2 * SPACE)
        body.setStretch(body.indexOf(charts), 3)
        self.print = button(clicked=self.save_state)
        self.guide = button(clicked=self._save_guide)
        self.check_list = button(look="link", clicked=lambda: self.visit.emit("list_check"))
        self.setLayout(
            page_layout(self.heading, self.standing, body, (self.check_list, None, self.guide, self.print, self.start))
        )

    def title(self) -> str:
        return self.tr("Overview")

    def is_done(self) -> bool:
        return self.model.can_undo

    def take_focus(self) -> None:
        self.start.setFocus()

    def retranslate(self) -> None:
        self.heading.setText(self.tr("The state of your register"))
        self.print.setText(self.tr("Save as a PDF…"))
        self.guide.setText(self.tr("Entry guide…"))
        self.check_list.setText(self.tr("Check a list against the register…"))
        self.reach.retranslate()
        self.ages.retranslate()
        self.trend.retranslate()
        self.related.retranslate()

    def refresh(self) -> None:
        if not self.model.is_analysed:
            return
        state = self.model.current.analysis.profile
        errors = _errors(self.model.current)
        self._show_numbers(state, errors)
        self.reach.show_reach(state.reachability)
        self.ages.show_ages(state.ages)
        self.trend.show_visits(self.model.current.visits)
        self.related.show_related(self.model.current.analysis)
        counted = [self._counted(state.open_registers)] if state.open_registers else []
        self.decay.setText("\n".join((*counted, *(self._sentence(decay) for decay in state.estimated))))
        self.standing.setText(self._standing())
        now = _still_open(state, self.model.current.work, errors)
        self.summary.setText(" ".join(map(_summary_sentence, plain_summary(now, texts.number))))
        self.start.setText(
            self.tr("Go to saving") if self._next_page() == "save" else self.tr("Start with the clear cases")
        )

    def _show_numbers(self, state: Profile, errors: int) -> None:
        work = self.model.current.work
        duplicates, stale = len(work.merges), len(work.retires)
        rows = sum(len(merge.records) for merge in work.merges)
        spread = self.tr("on %Ln rows", "", rows) if rows else ""
        self.cards["duplicates"].show_number(
            duplicates,
            self.tr("customers perhaps entered more than once", "", duplicates),
            self._at_first(state.duplicates.groups, duplicates) or spread,
        )
        self.cards["stale"].show_number(
            stale, self.tr("rows worth checking", "", stale), self._at_first(state.stale.rows, stale)
        )
        self.cards["fixes"].show_number(
            errors, self.tr("values that look wrong", "", errors), self._at_first(state.wrong_values.errors, errors)
        )
        out = state.out_of_reach
        self.cards["rows"].show_number(out, self.tr("customers you cannot reach in any way now", "", out))
        self.cards["rows"].setEnabled(out > 0)

    def _follow_card(self, key: str) -> None:
        if key == "rows":
            self._go_to_rows("out_of_reach", self.cards["rows"].words.text())
        else:
            self.visit.emit(key)

    def _go_to_rows(self, path: str, words: str) -> None:
        """Show the rows that a number of the profile counts."""
        session = self.model.current
        task = self.runner.task(_rows_behind(session.analysis, path))

        def show(records: tuple[RecordId, ...]) -> None:
            if self.model.session is session:
                self.model.spotlight = Spotlight(None, None, self.key, tuple(sorted(records)), words)
                self.visit.emit("rows")

        task.finished.connect(show)
        task.start()

    def _go_to_related(self, relation: Relation, words: str) -> None:
        """Show the rows of a kind, those that belong together under each other."""
        groups = sorted(found.records for found in self.model.current.analysis.related if found.relation is relation)
        records = dict.fromkeys(record for group in groups for record in group)
        self.model.spotlight = Spotlight(None, None, self.key, tuple(records), words)
        self.visit.emit("rows")

    def _at_first(self, first: int, now: int) -> str:
        return self.tr("%Ln at first", "", first) if first != now else ""

    def _standing(self) -> str:
        if not self.model.can_undo:
            return self.tr("Nothing has been changed yet.")
        return self.tr("%Ln suggestions are still open. You can stop at any time.", "", self.model.current.work.count)

    def save_state(self) -> None:
        """Save the state as a page, with what has changed since the register was read, and show it in the program the
        system has for that."""
        target = self._target(self.tr("Save the state of the register"), self.tr("-state.pdf"), "*.pdf")
        session = self.model.current
        if target is None:
            return

        def write(measures: tuple[Measure, ...]) -> None:
            self._write_page(target, lambda: write_state_pdf(session.analysis, target, session.visits, measures))

        if not self.model.can_undo:
            write(())
            return
        task = self.runner.task(measuring(session))
        task.finished.connect(write)
        task.start()

    def _save_guide(self) -> None:
        """Save how customers are to be entered, from the register's own errors, as a page or a sheet."""
        session = self.model.current
        from tikissa.app.guide.guide_page import basis_of

        before, new = basis_of(session)
        target = self._target(self.tr("Save the entry guide"), self.tr("-entry-guide.pdf"), "*.pdf;;*.xlsx")
        if target is not None:
            self._write_page(target, lambda: write_guide(session.analysis, target, before, new))

    def _target(self, title: str, ending: str, kinds: str) -> Path | None:
        source = self.model.current.path
        offered = source.with_name(source.stem + ending)
        chosen, _ = QFileDialog.getSaveFileName(self.window(), title, str(offered), kinds)
        return Path(chosen) if chosen else None

    def _write_page(self, target: Path, write: Callable[[], None]) -> None:
        try:
            write()
        except OSError as error:
            raise TargetProblem("save.failed", target.name, error.strerror or "") from error
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    def _next_page(self) -> str:
        work = self.model.current.work
        order = (("fixes", work.fixes), ("duplicates", len(work.merges)), ("stale", len(work.retires)))
        return next((key for key, left in order if left), "save")

    def _counted(self, counted: CompaniesCounted) -> str:
        told = counted.told
        shown = (texts.number(int(text)) if text.isdigit() else text for text in told.arguments)
        old = texts.say("companies.old") if counted.is_old(self.model.current.analysis.settings.today) else ""
        return " ".join(filter(None, (texts.say(told.code, *shown), old)))

    def _sentence(self, decay: Decay) -> str:
        words = {
            "addresses": self.tr("About {0} of {1} addresses have probably changed since the row was last in use"),
            "phones": self.tr("About {0} of {1} phone numbers have probably changed since the row was last in use"),
            "companies": self.tr("About {0} of your {1} companies have probably ceased since the row was last in use"),
            "in_charge": self.tr(
                "About {0} of your {1} companies have probably changed a person in charge since the row was last in use"
            ),
        }
        today = decay.today
        low, high = texts.estimate(today.low, floor), texts.estimate(today.high, ceil)
        spread = self.tr(" (between {0} and {1}).").format(low, high) if low != high else "."
        sources = self.tr("Source: {0}.").format("; ".join(decay.sources))
        return f"{words[decay.kind].format(texts.estimate(today.likely), texts.number(decay.rows))}{spread} {sources}"


def _errors(session: Session) -> int:
    """Return how many values look wrong still, with a fix or without."""
    mendable = sum(len(group.fixes) for group in session.work.fix_groups if group.error)
    return mendable + open_errors(session.analysis, session.outcome, session.log)


def _still_open(state: Profile, work: OpenWork, errors: int) -> Profile:
    """Return the state with the duplicates and fixes that are still to be decided, as the numbers tell them."""
    duplicates = DuplicateCounts(rows=sum(len(merge.records) for merge in work.merges), groups=len(work.merges))
    fixes = {group.code: len(group.fixes) for group in work.fix_groups}
    wrong_values = replace(state.wrong_values, fixes=fixes, errors=errors)
    return replace(state, duplicates=duplicates, wrong_values=wrong_values)


def _summary_sentence(said: Reason) -> str:
    """Return a sentence of the summary; a kind of error goes by its title."""
    return texts.say(said.code, *(texts.heading(word) if has_words(word) else word for word in said.arguments))


def _rows_behind(analysis: Analysis, path: str) -> Work:
    def work(_: Progress) -> object:
        from tikissa.profiling.facts import records_behind
        from tikissa.rules import is_error

        return records_behind(analysis, path, is_error)

    return work
