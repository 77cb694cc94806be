"""After a newer version of the file was opened: what came, changed and went, and what became of earlier choices."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tikissa.gui.common.page import Page
from tikissa.gui.common.session_model import SessionModel, Spotlight
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.elements.building_blocks import button, clear, column, framed, icon_label, label, row
from tikissa.gui.elements.number_card import NumberCard
from tikissa.gui.elements.page_layout import page_layout
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.gui.overview.lapsed_words import lapsed_words
from tikissa.gui.overview.looking_back import look_back
from tikissa.gui.overview.trend_chart import TrendChart
from tikissa.model.record import RecordId
from tikissa.presentation.record_names import name_of
from tikissa.review.carry_over import CarriedOver
from tikissa.review.version_comparison import Lapsed, SinceLastTime, since_last_time
from tikissa.text.secret_numbers import masked

if TYPE_CHECKING:
    from tikissa.app.session import Session

MOST_SHOWN = 6
"""Lines under one heading before the rest is only counted."""


class SinceLastTimePage(Page):
    key = "since_last_time"
    rail_key = "since_last_time"
    icon_name = "history"

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model, runner)
        self.heading, self.lead = label("title"), label("lead")
        self.new, self.changed, self.gone, self.asked = (
            NumberCard(name) for name in ("rows", "fixes", "stale", "warning")
        )
        self.choices_title, self.kept = label("emphasis"), label()
        self.trend = TrendChart()
        self.go_on = button(look="primary", clicked=lambda: self.visit.emit("overview"))
        self.gone_box = QWidget()
        self._lapsed, self._gone = QVBoxLayout(), QVBoxLayout()
        self._gone.setContentsMargins(0, 0, 0, 0)
        self.gone_box.setLayout(self._gone)
        self.gone_box.hide()
        self._since: SinceLastTime | None = None
        for card, rows in ((self.new, "new"), (self.changed, "changed"), (self.asked, "asked")):
            card.clicked.connect(lambda _checked=False, chosen=rows: self._show_rows(chosen))
        self.gone.clicked.connect(lambda: self.gone_box.setVisible(self.gone_box.isHidden()))
        numbers = row(self.new, self.changed, self.gone, self.asked, space=2 * SPACE)
        for place in range(4):
            numbers.setStretch(place, 1)
        kept = row(icon_label("check", "good", 20), self.kept)
        kept.setStretch(1, 1)
        choices = framed(column(self.choices_title, kept, self._lapsed, None, margin=2 * SPACE))
        below = row(choices, self.trend, space=2 * SPACE)
        below.setStretch(0, 1)
        below.setStretch(1, 1)
        self.told = QWidget()
        self.told.setLayout(column(numbers, self.gone_box, below, None, space=2 * SPACE))
        self._looked_for: Session | None = None
        self.setLayout(page_layout(self.heading, self.lead, column(self.told, None), (None, self.go_on)))

    def title(self) -> str:
        return self.tr("Since last time")

    def is_offered(self) -> bool:
        return self.model.session is not None and self.model.session.forebear is not None

    def take_focus(self) -> None:
        self.go_on.setFocus()

    def retranslate(self) -> None:
        self.heading.setText(self.title())
        self.choices_title.setText(self.tr("Your earlier choices"))
        self.go_on.setText(self.tr("Go to the overview"))
        self.trend.retranslate()

    def refresh(self) -> None:
        if not self.model.is_analysed:
            return
        session = self.model.current
        self.trend.show_visits(session.visits)
        self.told.setVisible(session.carried is not None)
        self.lead.setText(self._lead(session))
        if session.carried is None:
            self._look_back(session)
        else:
            self._since = since_last_time(session.carried, session.work)
            self._show_numbers(self._since)
            self._show_choices(self._since, session.carried)
            self._show_gone(self._since, session.carried)
        self.go_on.setFocus()

    def _lead(self, session: "Session") -> str:
        if session.carried is not None:
            return self.tr("Your earlier choices hold where nothing has changed. Only what has changed is asked again.")
        if session.forebear is None:
            return self.tr("The earlier version of the register is kept no more.")
        return self.tr("The register is being compared with its earlier version…")

    def _look_back(self, session: "Session") -> None:
        """Work out once what is not known after a new start."""
        if session.forebear is not None and self._looked_for is not session:
            self._looked_for = session
            look_back(self.model, self.runner)

    def _show_numbers(self, since: SinceLastTime) -> None:
        new, changed, gone, asked = map(len, (since.new, since.changed, since.gone, since.asked))
        self.new.show_number(new, self.tr("new rows", "", new))
        self.changed.show_number(changed, self.tr("rows with other details than last time", "", changed))
        self.gone.show_number(gone, self.tr("rows no longer in the file", "", gone))
        self.asked.show_number(asked, self.tr("of the new and changed rows have something to decide", "", asked))
        for card, count in ((self.new, new), (self.changed, changed), (self.gone, gone), (self.asked, asked)):
            card.setEnabled(count > 0)

    def _show_choices(self, since: SinceLastTime, carried: CarriedOver) -> None:
        self.kept.setText(self.tr("%Ln choices hold and are not asked again.", "", since.kept))
        clear(self._lapsed)
        if carried.dropped:
            lapsed = self.tr(
                "%Ln choices no longer hold, so they are asked again where needed:", "", len(carried.dropped)
            )
            self._lapsed.addWidget(label("", lapsed))
        for group in since.lapsed:
            self._lapsed.addLayout(self._group(group, carried))

    def _group(self, group: Lapsed, carried: CarriedOver) -> QVBoxLayout:
        why = texts.say(group.code, *map(masked, group.dropped[0].reason.arguments))
        count = label("emphasis", texts.number(len(group.dropped)), wraps=False)
        count.setMinimumHeight(4 * SPACE)  # as high as where rows can be shown
        top = row(count, label("", why), space=SPACE)
        top.setStretch(1, 1)
        if group.rows:
            words = self.tr("Show rows")
            show = button(words, "link", lambda: self._spotlight(group.rows, why))
            show.setAccessibleName(f"{words}: {why}")
            top.addWidget(show)
        return column(top, self._lines([lapsed_words(entry, carried) for entry in group.dropped]), space=0)

    def _show_gone(self, since: SinceLastTime, carried: CarriedOver) -> None:
        clear(self._gone)
        before = carried.before
        lines = [
            self.tr("row {0}").format(texts.number(before.register.row(record)))
            + f" · {name_of(before.schema, before.register.text, record)}"
            for record in since.gone
        ]
        heading = label("emphasis", self.tr("Rows of the earlier file that are no longer there"))
        self._gone.addWidget(framed(column(heading, self._lines(lines, 5 * MOST_SHOWN), margin=2 * SPACE)))

    def _lines(self, lines: list[str], most: int = MOST_SHOWN) -> QWidget:
        more = [self.tr("and %Ln more", "", len(lines) - most)] if len(lines) > most else []
        return label("quiet", "\n".join([*lines[:most], *more]))

    def _show_rows(self, which: str) -> None:
        if self._since is None:
            return
        rows, words = {
            "new": (self._since.new, self.tr("New rows")),
            "changed": (self._since.changed, self.tr("Rows with other details than last time")),
            "asked": (self._since.asked, self.tr("New and changed rows with something to decide")),
        }[which]
        self._spotlight(rows, words)

    def _spotlight(self, rows: frozenset[RecordId], words: str) -> None:
        self.model.spotlight = Spotlight(None, None, self.key, tuple(sorted(rows)), words)
        self.visit.emit("rows")
