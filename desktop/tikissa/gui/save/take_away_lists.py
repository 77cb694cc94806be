"""The lists that can be taken along after saving, each on a line: how many are on it, and who is not and why."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QLabel, QPushButton

from tikissa.app.list_catalogue import Offer, Sources, offers
from tikissa.app.targets import as_one_of, free_name
from tikissa.gui.common.problem_dialog import show_problem
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.shown_as_text_dialog import tell_shown_as_text
from tikissa.gui.common.task_runner import Task, TaskRunner
from tikissa.gui.elements.building_blocks import button, column, label
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.gui.language.translation import language
from tikissa.model.progress import Progress

FOR_PROGRAMS = ("numbers", "changed", "upload", "gone")
KEYS = ("ask", "sms", "email", "post", "phone", *FOR_PROGRAMS)
"""All lists there are, in the order of their lines: those for contacting customers, then those for other programs."""


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
            key: Line(button(look="link", clicked=partial(self._ask, key)), label(), label("quiet")) for key in KEYS
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE // 4)
        grid.setRowMinimumHeight(len(KEYS) - len(FOR_PROGRAMS), SPACE)
        grid.setColumnStretch(2, 1)
        for place, (key, line) in enumerate(self.lines.items()):
            if key in FOR_PROGRAMS:
                place += 1
            grid.addWidget(line.take, place, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(line.number, place, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(line.words, place, 2)
        self.own_word = label("caution")
        grid.addWidget(self.own_word, len(KEYS) - len(FOR_PROGRAMS), 2)
        self.setLayout(column(self.heading, grid, margin=2 * SPACE))
        self._show()

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Lists to take along"))
        names = {
            "ask": self.tr("Ask list…"),
            "sms": self.tr("Text messages…"),
            "email": self.tr("E-mail…"),
            "post": self.tr("Letters…"),
            "phone": self.tr("Phone calls…"),
            "numbers": self.tr("List for the accountant…"),
            "changed": self.tr("Changed details…"),
            "upload": self.tr("Changed rows…"),
            "gone": self.tr("Archived and left out rows…"),
        }
        for key, name in names.items():
            self.lines[key].take.setText(name)
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
        def take(found: tuple[Offer, ...]) -> None:
            if self._sources is sources:
                self._offers = {offer.key: offer for offer in found}
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
        for key, line in self.lines.items():
            offer = self._offers.get(key)
            for part in line.parts:
                part.setVisible(offer is not None)
            if offer is not None:
                line.take.setEnabled(offer.count > 0)
                line.number.setText(texts.number(offer.count))
                line.words.setText(self._words(offer))
                line.take.setAccessibleDescription(f"{line.number.text()}. {line.words.text()}")
        self.own_word.setText(texts.say("mailing_list.no_word"))
        self.own_word.setVisible(not all(offer.is_by_word for offer in self._offers.values()))
        self.setVisible(bool(self._offers))

    def _words(self, offer: Offer) -> str:
        """Return what a list is for, or who is not on it."""
        if offer.key in ("ask", *FOR_PROGRAMS):
            return {
                "ask": self.tr("Whom to ask and why, with room for the answer."),
                "numbers": self.tr("Customer numbers to set passive, and the one each merged customer goes by now."),
                "changed": self.tr("What to change in your other programs, by customer."),
                "upload": self.tr("The changed customers as whole rows, for another program to take in."),
                "gone": self.tr("The rows that are no longer among the others, as they were, each with the reason."),
            }[offer.key]
        reasons = (texts.say(code, texts.number(number)) for code, number in offer.left_out)
        counts = " · ".join(reason.replace(" ", NO_BREAK) for reason in reasons)
        return self.tr("Not on the list: {0}").format(counts) if counts else self.tr("Every row is on the list.")

    def _ask(self, key: str) -> None:
        written = self._model.written
        if written is None:
            return
        ending = {
            "ask": self.tr("-ask-list.xlsx"),
            "sms": self.tr("-text-messages.xlsx"),
            "email": self.tr("-e-mail.xlsx"),
            "post": self.tr("-letters.xlsx"),
            "phone": self.tr("-phone-calls.xlsx"),
            "numbers": self.tr("-customer-numbers.xlsx"),
            "changed": self.tr("-changed-details.xlsx"),
            "upload": self.tr("-changed-rows.xlsx"),
            "gone": self.tr("-archived.xlsx"),
        }[key]
        offered = free_name(written.cleaned.with_name(written.cleaned.stem + ending))
        named, _ = QFileDialog.getSaveFileName(self, self.tr("Save the list"), str(offered), "*.xlsx;;*.csv")
        if named:
            self._run(self._offers[key], as_one_of(Path(named), ".xlsx", ".csv"))

    def _run(self, offer: Offer, target: Path) -> None:
        chosen = language()

        def work(progress: Progress) -> object:
            return offer.write(target, chosen, progress)

        def show(shown_as_text: int) -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
            tell_shown_as_text(self, shown_as_text)

        task = self._runner.task(work)
        task.finished.connect(show)
        task.failed.connect(lambda problem: show_problem(self, problem))
        task.start()
