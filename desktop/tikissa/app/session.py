"""One register being worked on: what the window and the command line share.

Only the source and the log are kept; analysis, outcome and open work are derived from them. Long work (reading,
analysing, writing) is done elsewhere with the immutable values a session hands out, and its result handed back.
"""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import chain
from pathlib import Path

from tikissa.analysis.erased_rows import blanked, is_erased
from tikissa.app.acquaintance import acquaintance
from tikissa.app.erasing import (
    Erased,
    Erasing,
    Remaining,
    erasure_of,
    erasures_in,
    erasures_of,
    is_version,
    together,
    with_come_back,
)
from tikissa.app.evidence_for_rows import evidence_of
from tikissa.app.folders import data_folder, session_path
from tikissa.app.guide.earlier_counts import COUNTED, Counts, counts_in, counts_of, with_counts
from tikissa.app.guide.earlier_counts import as_text as counts_as_text
from tikissa.app.guide.earlier_counts import from_text as from_counts
from tikissa.app.purchase_memory import PurchaseMemory
from tikissa.app.remembered_answers import ANSWERS, CARRIED, FOUND, answered_before, answered_in
from tikissa.app.visits import visit_facts
from tikissa.lists.customer_data import rows_of_customer
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.decision import AskedAgain, Decision, DecisionLog, Event, Redo, RetireAction, Undo, Word
from tikissa.model.golden_record import GoldenRecord
from tikissa.model.matching import MatchWeight
from tikissa.model.outcome import Outcome
from tikissa.model.problems import SessionProblem
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.proposal import ProposalId
from tikissa.model.record import RecordId
from tikissa.model.register import Reading, Register
from tikissa.model.trend import VisitFacts
from tikissa.review.bulk import ProposedFixes, ProposedMerges, ProposedRetires
from tikissa.review.carry_over import CarriedOver
from tikissa.review.decisions import Decider
from tikissa.review.erased_decisions import with_erased, without
from tikissa.review.kinds import Answers, answers_as_text, answers_from_text, found, found_as_text, found_from_text
from tikissa.review.log_state import corrections, judgements, meanings, settings
from tikissa.review.queue import OpenWork
from tikissa.review.regroup import golden_record_of
from tikissa.review.review import Review
from tikissa.review.settled import settled_columns
from tikissa.review.styles import accepted_styles
from tikissa.review.summary import Summary, summarise
from tikissa.store.erasures import ERASURES
from tikissa.store.erasures import as_text as erasures_as_text
from tikissa.store.event_codec import Texts, made_ready
from tikissa.store.recent import (
    FACT,
    RecentRegister,
    as_text,
    forget,
    from_text,
    recent_registers,
    remember,
    remember_written,
    with_written,
)
from tikissa.store.rescue import Source
from tikissa.store.session_file import SessionFile

FOREBEAR = "forebear"
"""The fact that the choices of an earlier version were taken over; empty where the user went on without them."""

_REPORT_EVERY = 500

_READING = ("sheet", "header_row", "encoding", "delimiter")


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Forebear:
    """The session of an earlier version of the register that decisions were taken over from, and how many events it had
    then."""

    session: str
    events: int


class Session:
    """A register, its log on disk and what follows from them. Belongs to one thread."""

    def __init__(
        self,
        path: Path,
        register: Register,
        folder: Path | None = None,
        who: str = "user",
        now: Callable[[], datetime] = _now,
    ) -> None:
        """Open the session of a register that was read, making it where there is none.

        Raises SessionProblem where it is open elsewhere or its folder cannot be written.
        """
        self.path = path
        self.who = who
        self._now = now
        self._folder = folder or data_folder()
        self._file = SessionFile(session_path(register.source.sha256, self._folder))
        self.rescued_from = self._file.rescued_from
        self._log = self._file.log()
        self.purchases = PurchaseMemory(path, self._folder, self._file)
        self.erasures = erasures_of(path, self._file.path.name, self._folder, self._file.fact(ERASURES))
        self.register = register
        self.erased: Mapping[RecordId, date] = {}
        self._take_rows(register)
        self._review: Review | None = None
        self._outcome: Outcome | None = None
        self._work: OpenWork | None = None
        self._summary: Summary | None = None
        self._ready: Texts | None = None
        self.carried: CarriedOver | None = None
        self.forebear = _forebear(self._file.fact(FOREBEAR))
        try:
            if not self.erased:  # what is kept then is the copy without the erased rows
                self._file.keep_source(path.name, register.source.sha256, path.read_bytes())
            self._remember(now().isoformat(timespec="seconds"))
        except BaseException as error:
            self._file.close()
            if isinstance(error, OSError):
                raise SessionProblem("session.not_writable", str(self._folder)) from error
            raise

    def _remember(self, opened: str) -> None:
        """Say in the session file and in the list of registers whose it is and what it is recognised by."""
        seen = acquaintance(self.register)
        kept = from_text(self._file.fact(FACT))
        entry = RecentRegister(
            str(self.path.resolve()),
            self._file.path.name,
            len(self.register),
            opened,
            kept.written if kept else (),
            tuple(column.name for column in self.register.columns),
            numbers=seen.numbers,
            customers=seen.customers,
            size=self.path.stat().st_size if self.path.exists() else 0,
        )
        self._file.set_fact(FACT, as_text(entry))
        remember(self._folder, entry)

    @property
    def log(self) -> DecisionLog:
        return self._log

    @property
    def decider(self) -> Decider:
        """Return who decides now; its methods make the decisions that `decide` takes."""
        return Decider(self._now(), self.who)

    @property
    def reading(self) -> Reading:
        return reading_of(self._log)

    @property
    def judgements(self) -> tuple[Word, ...]:
        return judgements(self._log)

    def settings(
        self,
        today: date,
        passive_after_months: int = 36,
        phone_style: str | None = None,
        date_style: str | None = None,
    ) -> Settings:
        """Return what the next analysis depends on: the log's word where it has one, else what is given here.

        Of styles it is the other way round: what is given is the user's own wish, and one that was accepted goes before
        the register's commonest.
        """
        said = settings(self._log)
        months = int(said.get("passive_after_months", passive_after_months))
        phones, days = accepted_styles(said, (column.name for column in self.register.columns))
        words = meanings(self._log), days, corrections(self._log), settled_columns(said)
        return Settings(
            today, months, phone_style or phones, date_style, *words, bought=self.purchases.bought(self.register)
        )

    @property
    def analysis(self) -> Analysis:
        """Return what was found. Raises RuntimeError before `take_analysis`."""
        return self.review.analysis

    @property
    def review(self) -> Review:
        if self._review is None:
            raise RuntimeError("the register has not been analysed")
        return self._review

    @property
    def is_analysed(self) -> bool:
        return self._review is not None

    def take_register(self, register: Register) -> None:
        """Take the register as it was read anew; it has to be analysed again."""
        self._take_rows(register)
        self._review = None
        self._forget_derived()

    def take_ready(self, analysis: Analysis, ready: Texts) -> None:
        """Take the texts of `ready_texts`, unless the analysis they were made from is another by now."""
        if self._review is not None and self._review.analysis is analysis:
            self._ready = ready

    def take_analysis(self, analysis: Analysis, review: Review | None = None) -> None:
        """Take what was found, with what was made ready of it where it was."""
        self._review = review or Review(with_come_back(analysis, self.erasures), self._log)
        self._ready = None
        self._file.keep_visit(visit_facts(analysis))
        counted = with_counts(from_counts(self._file.fact(COUNTED)), counts_of(analysis))
        self._file.set_fact(COUNTED, counts_as_text(counted))
        self._file.set_fact(FOUND, found_as_text(found(analysis, found_from_text(self._file.fact(FOUND)))))
        self._forget_derived()

    @property
    def outcome(self) -> Outcome:
        """Return what the decisions make of the register."""
        if self._outcome is None:
            self._outcome = with_erased(self.review.outcome(self._log), self.erased)
        return self._outcome

    @property
    def work(self) -> OpenWork:
        """Return what is left to decide."""
        if self._work is None:
            self._work = self.review.open_work(self._log, self.outcome)
        return self._work

    @property
    def summary(self) -> Summary:
        if self._summary is None:
            self._summary = summarise(self.outcome)
        return self._summary

    def golden_record(self, records: tuple[RecordId, ...]) -> GoldenRecord:
        """Return what would survive if just these records were merged, with the accepted fixes on."""
        return golden_record_of(self.analysis, self.outcome, records)

    def evidence(self, records: tuple[RecordId, ...]) -> tuple[MatchWeight, ...]:
        """Return what speaks for and against these records being one customer, as they stand now."""
        return evidence_of(self.analysis, self.outcome, records)

    def asked_again(self, records: tuple[RecordId, ...]) -> tuple[AskedAgain, ...]:
        """Return what was said last time of these records, where it has to be said again since something changed."""
        return self.review.asked_again(self._log, records)

    def decide(self, decision: Decision) -> None:
        """Put a decision on disk, then in force. Raises SessionProblem, with nothing changed, where it cannot be."""
        self._append(decision)

    def change_settings(self, values: Mapping[str, str]) -> None:
        """Log settings; the analysis made before them no longer counts until it is made again."""
        self._append(self.decider.settings(values))

    def change_reading(self, reading: Reading) -> None:
        """Log how the file is to be read; the caller reads it and hands the register to `take_register`."""
        values = {f"reading.{name}": getattr(reading, name) for name in _READING}
        self._append(
            self.decider.settings({name: "" if value is None else str(value) for name, value in values.items()})
        )

    def undo(self) -> bool:
        """Take back the newest decision in force. Returns whether there was one."""
        number = self._log.next_undo
        return number is not None and self.take_back(number)

    def redo(self) -> bool:
        """Put back the decision undone last. Returns whether there was one."""
        number = self._log.next_redo
        if number is not None:
            self._append(Redo(number, self._now(), self.who))
        return number is not None

    def take_back(self, number: int) -> bool:
        """Take back one decision alone, whatever came after it."""
        in_force = any(number == standing for standing, _ in self._log.in_force)
        if in_force:
            self._append(Undo(number, self._now(), self.who))
        return in_force

    def put_back(self, number: int) -> bool:
        """Put one decision that was taken back in force again, whatever came after it."""
        undone = number in self._log.taken_back
        if undone:
            self._append(Redo(number, self._now(), self.who))
        return undone

    def take_over(
        self, carried: CarriedOver, visits: tuple[VisitFacts, ...] = (), forebear: Forebear | None = None
    ) -> None:
        """Put last time's decisions, as far as they hold, in force for this version of the file.

        All of it comes to be on disk or nothing: where it is interrupted the next start asks for it again.
        The `forebear` is remembered, so that what changed since then can be told after a new start too.
        """
        events = carried.log.events
        text = f"{forebear.events} {forebear.session}" if forebear is not None else ""
        answers = counted = ""
        if forebear is not None:
            earlier = self._folder / forebear.session
            self.erasures = together((self.erasures, erasures_in(earlier)))
            answers = answers_as_text(answered_before(earlier, forebear.events))
            counted = counts_as_text(counts_in(earlier))
        start = len(self._log.events)
        facts = {FOREBEAR: text, ANSWERS: answers, COUNTED: counted, CARRIED: f"{start} {start + len(events)}"}
        if self.erasures:
            facts[ERASURES] = erasures_as_text(self.erasures)
        self._file.take_over(start, events, visits, facts)
        self._log = DecisionLog((*self._log.events, *events))
        self.carried, self.forebear = carried, forebear
        self._forget_derived()

    def go_on_without(self) -> None:
        """Remember that the user wants no choices of an earlier version of the file."""
        self._file.set_fact(FOREBEAR, "")

    def erasing(self, records: Sequence[RecordId]) -> Erasing:
        """Get ready to erase the customers of these records: all their rows, by the merges in force."""
        outcome, schema = self.outcome, self.analysis.schema
        every = (row for record in records for row in rows_of_customer(outcome, record))
        gone = tuple(record for record in dict.fromkeys(every) if record not in self.erased)
        erasure = erasure_of(outcome, schema, gone, self.erasures, self._now().astimezone().date())
        try:
            content = self._file.source()
        except SessionProblem:
            content = None
        return Erasing(gone, erasure, content, self.register.source)

    def erase(self, erasing: Erasing, copy: bytes | None) -> Erased:
        """Take customers out of the session for good; it has to be analysed again. `copy` is the emptied copy of the
        register's file, see `emptied`.

        Of each customer only keyed fingerprints are kept. Nothing brings back what was erased. The sessions of earlier
        versions of the register, which hold them too, are forgotten. Raises SessionProblem where it cannot be done.
        """
        erasure, schema = erasing.erasure, self.analysis.schema
        own = [record for record in erasing.records if record < len(self.register)]
        keys = {self.analysis.keys[record] for record in own}
        log = without(self._log, keys, lambda cells: is_erased(schema, cells, erasure))
        groups = [merge.records for merge in self.analysis.merges if not {*own}.isdisjoint(merge.records)]
        kept = Source(self.path.name, sha256(copy).hexdigest(), copy) if copy is not None else None
        files, erasures = self._files_known(), (*self.erasures, erasure)
        facts = {ERASURES: erasures_as_text(erasures), FOUND: "", CARRIED: "", **self.purchases.without(keys)}
        self._file.rewrite(log.events, kept, facts)
        self.erasures, self.register = erasures, blanked(self.register, own)
        self.erased = {**self.erased, **dict.fromkeys(own, erasure.day)}
        self._log, self._review, self._ready, self.carried = log, None, None, None
        self._forget_derived()
        forgotten = self._forget_earlier()
        self._remember(self._now().isoformat(timespec="seconds"))
        self.remember_written(files[1:])
        perhaps = sorted({record for records in groups for record in records} - {*own})
        rows, others = (tuple(map(self.register.row, each)) for each in (own, perhaps))
        return Erased(rows, files, forgotten, kept is not None, others)

    def _files_known(self) -> tuple[Path, ...]:
        """Return the register's own file and those saved from any version of it, as far as they are still there."""
        own = from_text(self._file.fact(FACT))
        versions = [*([own] if own else []), *self._earlier()]
        written = dict.fromkeys(Path(name) for known in versions for name in known.written)
        return (self.path, *(path for path in written if path.exists()))

    def _earlier(self) -> list[RecentRegister]:
        """Return the sessions of other versions of the register."""
        others = recent_registers(self._folder, self._file.path.name)
        forebear = self.forebear.session if self.forebear else ""
        return [known for known in others if is_version(known, self.path) or known.session == forebear]

    def _forget_earlier(self) -> int:
        earlier = self._earlier()
        for known in earlier:
            forget(self._folder, known.session)
        return len(earlier)

    def _take_rows(self, register: Register) -> None:
        """Take a register as it was read, without those who were erased from it."""
        remaining = Remaining.of(register, self.erasures)
        self.register, self.erased = remaining.register, remaining.erased

    @property
    def visits(self) -> tuple[VisitFacts, ...]:
        """What was found on each visit to this register, oldest first; today's is the last."""
        return self._file.visits()

    @property
    def counted(self) -> tuple[Counts, ...]:
        """How many rows had each error on each visit, oldest first; today's are the last."""
        return from_counts(self._file.fact(COUNTED))

    @property
    def answers(self) -> tuple[Answers, ...]:
        """Return what was answered of each kind of suggestion on earlier visits, and last what was on this one."""
        before = answers_from_text(self._file.fact(ANSWERS))
        return (*before, answered_in(self._log, self._file.fact(FOUND), self._file.fact(CARRIED)))

    @property
    def place(self) -> str | None:
        """The page the user was on."""
        return self._file.fact("place")

    @place.setter
    def place(self, page: str) -> None:
        self._file.set_fact("place", page)

    def note(self, name: str) -> str | None:
        """Return something that was kept with the register and is no decision on it, None where it was not."""
        return self._file.fact(f"note.{name}")

    def keep_note(self, name: str, text: str) -> None:
        self._file.set_fact(f"note.{name}", text)

    @property
    def written(self) -> tuple[Path, ...]:
        """Return the files saved from this version of the register, oldest first."""
        kept = from_text(self._file.fact(FACT))
        return tuple(map(Path, kept.written)) if kept is not None else ()

    def remember_written(self, files: tuple[Path, ...]) -> None:
        """Remember the files that were saved, to name them when the register is forgotten."""
        kept = from_text(self._file.fact(FACT))
        if kept is not None:
            self._file.set_fact(FACT, as_text(with_written(kept, files)))
        remember_written(self._folder, self._file.path.name, files)

    @property
    def mask_key(self) -> bytes:
        """Return the key, made on first use, of the fingerprints that stand for masked codes in the change log."""
        known = self._file.fact("mask_key") or secrets.token_hex(32)
        self._file.set_fact("mask_key", known)
        return bytes.fromhex(known)

    def source_content(self) -> bytes | None:
        """Return the register's file as it was read: the file itself may have changed since."""
        return self._file.source()

    def was_put_back(self) -> bool:
        """Say, once, whether the session file was deleted while it was open, and has been made again with all in it."""
        was, self._file.was_put_back = self._file.was_put_back, False
        return was

    def close(self) -> None:
        self._file.close()

    def _append(self, event: Event) -> None:
        self._file.append(len(self._log.events), event, self._ready)
        self._log = self._log.append(event)
        self._forget_derived()

    def _forget_derived(self) -> None:
        self._outcome = None
        self._work = None
        self._summary = None


def _forebear(fact: str | None) -> Forebear | None:
    events, _, session = (fact or "").partition(" ")
    return Forebear(session, int(events)) if session else None


def ready_texts(analysis: Analysis, progress: Progress = NoProgress()) -> Texts:
    """Return what accepting each proposal comes to on disk, made before it is decided so that nobody waits for it."""
    keys = analysis.keys
    every = (
        ProposedFixes(keys, analysis.fixes),
        ProposedMerges(keys, analysis.merges),
        ProposedRetires(keys, analysis.retires, RetireAction.ASK),
    )
    texts: dict[ProposalId | None, str] = {}
    for place, (proposal, text) in enumerate(made_ready(chain.from_iterable(every))):
        texts[proposal] = text
        if place % _REPORT_EVERY == 0:
            progress.report("analysis.profile", 1, 1)
    return texts


def reading_of(log: DecisionLog) -> Reading:
    """Return how the log says that the file is to be read."""
    said = {name: value for name in _READING if (value := settings(log).get(f"reading.{name}"))}
    header_row = said.get("header_row")
    return Reading(
        said.get("sheet"), int(header_row) if header_row else None, said.get("encoding"), said.get("delimiter")
    )
