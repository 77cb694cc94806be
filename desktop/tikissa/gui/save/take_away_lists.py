"""The lists that can be taken along after saving, each on a line: how many are on it, and who is not and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QLabel, QPushButton

from tikissa.app.list_catalogue import LISTS, Offer, Sources, TakeAwayList, offers, write_offer
from tikissa.app.targets import as_one_of, free_name
from tikissa.gui.common.problem_dialog import show_problem
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.shown_as_text_dialog import tell_shown_as_text
from tikissa.gui.common.task_runner import Task, TaskRunner
from tikissa.gui.elements.building_blocks import button, column, label
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.gui.language.translation import language
from tikissa.gui.save.handover_dialog import HandoverDialog
from tikissa.messages import has_words
from tikissa.model.progress import Progress

FOR_CONTACTING = tuple(entry for entry in LISTS if not entry.for_programs)
FOR_PROGRAMS = tuple(entry for entry in LISTS if entry.for_programs)


@dataclass(frozen=True, slots=True)
class Line:
    """What is shown of one list."""

    take: QPushButton
    number: QLabel
    words: QLabel

    @property
    def parts(self) -> tuple[QPushButton, QLabel, QLabel]:
        return self.take, self.number, self.words


NO_BREAK = "\N{NO-BREAK SPACE}"
"""Keeps a reason and its count on one line."""


class TakeAwayLists(QFrame):
    """Hidden where there is nothing to take along. The lists are made off the window's thread."""

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__()
        self._model = model
        self._runner = runner
        self._sources: Sources | None = None
        self._offers: dict[str, Offer] = {}
        self._task: Task | None = None
        self.setProperty("look", "card")
        self.heading = label("emphasis")
        self.lines = {
            entry.key: Line(button(look="link", clicked=partial(self._ask, entry)), label(), label("quiet"))
            for entry in LISTS
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE // 4)
        between = len(FOR_CONTACTING)
        grid.setRowMinimumHeight(between, SPACE)
        grid.setColumnStretch(2, 1)
        for places, entries in ((count(), FOR_CONTACTING), (count(between + 1), FOR_PROGRAMS)):
            for place, entry in zip(places, entries, strict=False):
                line = self.lines[entry.key]
                grid.addWidget(line.take, place, 0, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(line.number, place, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(line.words, place, 2)
        self.own_word = label("caution")
        grid.addWidget(self.own_word, between, 2)
        self.setLayout(column(self.heading, grid, margin=2 * SPACE))
        self._show()

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Lists to take along"))
        for entry in LISTS:
            self.lines[entry.key].take.setText(f"{texts.say(entry.name_code)}…")
        self._show()

    def refresh(self) -> None:
        """Offer the lists that fit the register as it was saved."""
        session = self._model.current
        sources = Sources(session.outcome, session.analysis, session.log)
        known = self._sources
        if known is None or known.outcome is not sources.outcome or known.log is not sources.log:
            self._sources = sources
            self._offers = {}
            self._show()
            self._count(sources)

    def _count(self, sources: Sources) -> None:
        def take(found: dict[str, Offer]) -> None:
            if self._sources is sources:
                self._offers = found
                self._show()

        if self._task is not None:
            self._task.cancel()
        task = self._runner.task(partial(offers, sources), quiet=True)
        task.finished.connect(take)
        task.failed.connect(lambda problem: show_problem(self, problem))
        task.ended.connect(lambda: self._forget(task))
        self._task = task
        task.start()

    def _forget(self, task: Task) -> None:
        if self._task is task:
            self._task = None

    def _show(self) -> None:
        for entry in LISTS:
            line, offer = self.lines[entry.key], self._offers.get(entry.key)
            for part in line.parts:
                part.setVisible(offer is not None)
            if offer is not None:
                line.take.setEnabled(offer.count > 0)
                line.number.setText(texts.number(offer.count))
                line.words.setText(self._words(entry, offer))
                line.take.setAccessibleDescription(f"{line.number.text()}. {line.words.text()}")
        cautions = [*self._cautions()]
        self.own_word.setText("\n".join(cautions))
        self.own_word.setVisible(bool(cautions))
        self.setVisible(bool(self._offers))

    def _cautions(self) -> Iterator[str]:
        """Yield what the owner has to know of all lists before sending anything."""
        offers_made = self._offers.values()
        if not all(offer.is_by_word for offer in offers_made):
            yield texts.say("mailing_list.no_word")
        if columns := dict.fromkeys(column for offer in offers_made for column in offer.not_heeded):
            yield texts.say("mailing_list.not_heeded", ", ".join(columns))

    def _words(self, entry: TakeAwayList, offer: Offer) -> str:
        """Return what a list is for, or who is not on it."""
        if has_words(entry.about_code):
            notes = (texts.say(code, number) for code, number in offer.notes)
            return " ".join((texts.say(entry.about_code), *notes))
        reasons = (texts.say(code, texts.number(number)) for code, number in offer.left_out)
        counts = " · ".join(reason.replace(" ", NO_BREAK) for reason in reasons)
        return self.tr("Not on the list: {0}").format(counts) if counts else self.tr("Every row is on the list.")

    def _ask(self, entry: TakeAwayList) -> None:
        offer, written = self._offers[entry.key], self._model.written
        if written is None:
            return
        if offer.of_seller is not None:
            asking = HandoverDialog(offer.sellers, self)
            if asking.exec() != HandoverDialog.DialogCode.Accepted:
                return
            offer = offer.of_seller(asking.said)
        ending = texts.say(entry.file_code)
        offered = free_name(written.cleaned.with_name(f"{written.cleaned.stem}-{ending}.xlsx"))
        named, _ = QFileDialog.getSaveFileName(self, self.tr("Save the list"), str(offered), "*.xlsx;;*.csv")
        if named:
            self._run(offer, as_one_of(Path(named), ".xlsx", ".csv"))

    def _run(self, offer: Offer, target: Path) -> None:
        source, chosen = self._model.current.register.source.path, language()

        def work(progress: Progress) -> object:
            return write_offer(offer, source, target, chosen, progress)

        def show(shown_as_text: int) -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
            tell_shown_as_text(self, shown_as_text)

        task = self._runner.task(work)
        task.finished.connect(show)
        task.failed.connect(lambda problem: show_problem(self, problem))
        task.start()
