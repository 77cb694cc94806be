"""Everything the register holds on one customer, to be handed to them when they ask for it (GDPR, article 15).

Their identity codes stand in it whole: they are their own. Other customers are not named in it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from tikissa.lists.hand_back import final_survivor
from tikissa.messages import say, sentences
from tikissa.model.analysis import RecordKeys
from tikissa.model.decision import DecisionLog, RetireAction, RetireItem, Verdict
from tikissa.model.finding import Reason
from tikissa.model.outcome import Fate, Leaving, Outcome
from tikissa.model.record import RecordId

Row = tuple[str, ...]

_CELL = ("column", "value")
_EVENT = ("when", "row_number", "what", "before", "after", "why")
_VERDICTS = {RetireAction.ASK: "asked", RetireAction.UP_TO_DATE: "up_to_date"}


@dataclass(frozen=True, slots=True)
class Part:
    """A headed table of the document."""

    title: str
    headers: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class CustomerData:
    """A document about one customer: what it is, in sentences, and its tables."""

    title: str
    lead: Row
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that was decided about a row."""

    when: datetime
    record: RecordId
    what: str
    before: str = ""
    after: str = ""
    reasons: tuple[Reason, ...] = ()


def customer_data(
    outcome: Outcome, log: DecisionLog, keys: RecordKeys, record: RecordId, today: date, language: str
) -> CustomerData:
    """Return what the register says of the customer a record is of: as it will be saved, every row that became one with
    it as it was read, and what was decided about them."""
    register, words = outcome.register, _Words(language)
    rows = rows_of_customer(outcome, record)
    events = sorted(_events(outcome, log, keys, frozenset(rows), words), key=lambda event: event.when)
    now = Part(words("now", register.row(rows[0])), words.all(_CELL), tuple(_cells(outcome, rows[0], outcome.text)))
    as_read = (
        Part(words("as_read", register.row(row)), words.all(_CELL), tuple(_cells(outcome, row, register.text)))
        for row in rows
    )
    told = tuple(_told(outcome, event, words) for event in events)
    history = (*as_read, Part(words("decided"), words.all(_EVENT), told)) if told else ()
    source = words("source", register.source.path.name, register.source.sheet)
    return CustomerData(words("title"), (source, words("made", _day(today)), words("scope")), (now, *history))


def rows_of_customer(outcome: Outcome, record: RecordId) -> tuple[RecordId, ...]:
    """Return the records that became one with this one: the one that stays first, then in the register's order."""
    survivor = final_survivor(outcome, record)
    others = (other for other in sorted(outcome.leaving) if other != survivor)
    return (survivor, *(other for other in others if final_survivor(outcome, other) == survivor))


class _Words:
    """Says the document's words in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, name: str, *arguments: str | int) -> str:
        return say(self.language, f"customer_data.{name}", *arguments)

    def all(self, names: Row) -> Row:
        return tuple(map(self, names))


def _cells(outcome: Outcome, record: RecordId, text: Callable[[RecordId, str], str]) -> Iterator[Row]:
    """Yield every filled cell of a row with the column it stands in."""
    for column in outcome.register.columns:
        if said := text(record, column.name):
            yield column.header or column.name, said


def _events(
    outcome: Outcome, log: DecisionLog, keys: RecordKeys, rows: frozenset[RecordId], words: _Words
) -> Iterator[_Event]:
    for change in outcome.changes:
        if change.record in rows:
            yield _Event(
                change.when, change.record, change.column, change.before, change.after, reasons=(change.reason,)
            )
    for record in rows & outcome.leaving.keys():
        leaving = outcome.leaving[record]
        yield _Event(leaving.when, record, _fate(outcome, leaving, words), reasons=leaving.reasons)
    for _, decision in log.in_force:
        for item in decision.items if decision.verdict is not Verdict.LATER else ():
            if isinstance(item, RetireItem) and item.action in _VERDICTS:
                of = keys.record(item.record)
                if of is not None and of in rows:
                    yield _Event(decision.when, of, words(_VERDICTS[item.action]), reasons=item.reasons)


def _fate(outcome: Outcome, leaving: Leaving, words: _Words) -> str:
    if leaving.fate is Fate.MERGED and leaving.into is not None:
        return words("merged", outcome.register.row(leaving.into))
    return say(words.language, f"leaving_list.{leaving.fate}")


def _told(outcome: Outcome, event: _Event, words: _Words) -> Row:
    row = str(outcome.register.row(event.record))
    return (
        _day(event.when.astimezone()),
        row,
        event.what,
        event.before,
        event.after,
        sentences(words.language, event.reasons),
    )


def _day(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
