"""What came back of messages to the customers: the counts in one sentence, and what is proposed as cards by kind."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from tikissa.app.contact_cards import ContactKind, ContactReport, accepting, leaving, open_kinds
from tikissa.gui.common.empty_state import EmptyState
from tikissa.gui.common.page import Page
from tikissa.gui.common.saved_notice import SavedNotice
from tikissa.gui.common.session_model import SessionModel, Spotlight
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.elements.building_blocks import button, column, label, row
from tikissa.gui.elements.card_deck import CardDeck
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.elements.verdict_card import CardVerdict, VerdictCard
from tikissa.gui.elements.wrapped_text import pieces_held
from tikissa.gui.language import texts
from tikissa.lists.exclusions import entry_of
from tikissa.model.contact_event import ContactNews
from tikissa.model.decision import Decision, Verdict
from tikissa.presentation.record_names import name_of
from tikissa.text.secret_numbers import masked

EXAMPLES = 3


class ContactsPage(Page):
    key = "contacts"
    rail_key = "contacts"
    icon_name = "search"

    files_wanted = Signal()
    """Files with bounces or unsubscribes are to be chosen."""

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model, runner)
        self._dealt: tuple[ContactKind, ...] | None = None
        self.heading, self.lead, self.more = label("title"), label("lead"), label("quiet")
        self.notice = SavedNotice(model)
        self.another = button(look="link", clicked=self.files_wanted.emit)
        self.excluded_lead = label("quiet")
        self.entry = QLineEdit()
        self.exclude = button(clicked=self._exclude)
        self.entry.returnPressed.connect(self._exclude)
        own = QWidget()
        own.setLayout(column(self.excluded_lead, row(self.entry, self.exclude, space=SPACE), space=SPACE))
        self.deck = CardDeck(self.heading, self.lead, self.more, self.notice, own, self.another)
        self.empty = EmptyState(model, self.files_wanted.emit, "search")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.deck)
        self.stack.addWidget(self.empty)
        self.setLayout(column(self.stack, space=0))
        self.setFocusProxy(self.deck)

    def title(self) -> str:
        return self.tr("Bounces and unsubscribes")

    def is_offered(self) -> bool:
        return self.model.contacts is not None or self._entries() > 0

    def left(self) -> int | None:
        return sum(kind.count for kind in self._kinds()) if self.model.contacts is not None else None

    def is_done(self) -> bool:
        return self.left() == 0

    def retranslate(self) -> None:
        self.heading.setText(self.tr("What came back of your messages"))
        self.another.setText(self.tr("More bounces or unsubscribes…"))
        self.exclude.setText(self.tr("Add to the exclusion list"))
        self.entry.setPlaceholderText(self.tr("An e-mail address, a phone, a customer number or a name"))
        self.entry.setAccessibleName(self.tr("Add to the exclusion list"))
        self.empty.put(
            self.tr("Whose messages came back, and who unsubscribed?"),
            self.tr(
                "Drop the messages that came back, or your mailing program’s list of bounces or unsubscribes, on the "
                "window: .eml, .mbox, CSV, Excel, a folder or a zip. Nobody is removed."
            ),
            self.tr("Choose files…"),
        )
        self.notice.retranslate()
        self._dealt = None
        self.refresh()

    def refresh(self) -> None:
        report = self.model.contacts
        is_empty = report is None and not self._entries()
        self.stack.setCurrentWidget(self.empty if is_empty else self.deck)
        if is_empty:
            return
        self.notice.refresh()
        self.excluded_lead.setText(self.tr("%Ln entry(s) on your own exclusion list", "", self._entries()))
        self.lead.setText(self._counts(report) if report is not None else "")
        silent = report.silent if report is not None else ()
        self.more.setText(self.tr("These told nothing of messages: {0}").format(", ".join(silent)) if silent else "")
        self.more.setVisible(bool(silent))
        kinds = self._kinds()
        if kinds != self._dealt:
            self._dealt = kinds
            self.deck.put(("", object(), partial(self._card, kind)) for kind in kinds)  # each made anew

    def _entries(self) -> int:
        return len(self.model.current.outcome.exclusions) if self.model.is_analysed else 0

    def _kinds(self) -> tuple[ContactKind, ...]:
        report = self.model.contacts
        if report is None:
            return ()
        session = self.model.current
        return open_kinds(report, session.analysis.keys, session.log)

    def _counts(self, report: ContactReport) -> str:
        """Return in one sentence what became of the messages, address by address."""
        words = {
            ContactNews.HARD: self.tr("%Ln do not work", "", report.counts[ContactNews.HARD]),
            ContactNews.SOFT: self.tr("%Ln could not be reached for now", "", report.counts[ContactNews.SOFT]),
            ContactNews.DELAYED: self.tr("%Ln are delayed", "", report.counts[ContactNews.DELAYED]),
            ContactNews.POLICY: self.tr("%Ln blocked the message", "", report.counts[ContactNews.POLICY]),
            ContactNews.UNSUBSCRIBED: self.tr("%Ln unsubscribed", "", report.counts[ContactNews.UNSUBSCRIBED]),
            ContactNews.COMPLAINED: self.tr("%Ln reported spam", "", report.counts[ContactNews.COMPLAINED]),
            ContactNews.NOT_A_BOUNCE: self.tr("%Ln are no bounces", "", report.counts[ContactNews.NOT_A_BOUNCE]),
            ContactNews.UNKNOWN: self.tr("%Ln are not clear", "", report.counts[ContactNews.UNKNOWN]),
        }
        told = ", ".join(said for what, said in words.items() if report.counts[what])
        whole = self.tr("%Ln addresses: {0}.", "", len(report.rows)).format(told)
        promise = self.tr("Nobody is removed.")
        return f"{whole} {promise}"

    def _card(self, kind: ContactKind) -> VerdictCard:
        words = {
            "contacts.unsubscribed": self.tr("Enter an opt-out for all %Ln|E", "", kind.count),
            "contacts.complained": self.tr("Enter an opt-out for all %Ln|E", "", kind.count),
            "contacts.bounced_often": self.tr("Add all %Ln to the ask list|K", "", kind.count),
            "contacts.bounced_once": self.tr("Add all %Ln to the ask list|K", "", kind.count),
        }
        look = CardVerdict(self.tr("Show rows|S"), partial(self._show, kind), opens=True)
        accept = CardVerdict(
            words[kind.code], partial(self._accept, kind), is_main=kind.code != "contacts.bounced_once"
        )
        leave = CardVerdict(self.tr("Leave as is|L"), partial(self._leave, kind), is_quiet=True)
        count = self.tr("%Ln row(s)", "", kind.count)
        return VerdictCard(texts.heading(kind.code), count, self._examples(kind), [accept, look, leave])

    def _examples(self, kind: ContactKind) -> Iterator[QWidget]:
        session = self.model.current
        for entry in (*kind.rows, *kind.of_added)[:EXAMPLES]:
            record = entry.open[0]
            name = name_of(session.analysis.schema, session.outcome.text, record)
            where = self.tr("row {0}").format(texts.number(session.register.row(record)))
            day = texts.day(entry.day) if entry.day else ""
            said = " · ".join(filter(None, (masked(entry.address), name, where, day, entry.code or "")))
            yield label("", pieces_held(said))

    def _accept(self, kind: ContactKind) -> None:
        session = self.model.current
        self._decide(accepting(kind, session.analysis, session.outcome, self.model.decider))

    def _leave(self, kind: ContactKind) -> None:
        self._decide(leaving(kind, self.model.current.analysis, self.model.decider))

    def _decide(self, decision: Decision) -> None:
        self.model.decide(decision)
        self.notice.tell()
        self.deck.to_top()

    def _show(self, kind: ContactKind) -> None:
        self.model.spotlight = Spotlight(None, None, self.key, kind.records, texts.heading(kind.code))
        self.visit.emit("rows")

    def _exclude(self) -> None:
        entry = entry_of(self.entry.text())
        if entry is not None and self.model.is_analysed:
            self.model.decide(self.model.decider.decision(Verdict.ACCEPTED, (entry,)))
            self.entry.clear()
            self.notice.tell()
