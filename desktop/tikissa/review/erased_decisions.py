"""Takes erased customers out of a decision log and out of what comes of it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time

from tikissa.model.decision import (
    AddItem,
    AskedAgain,
    Decision,
    DecisionLog,
    FixItem,
    Item,
    Judgement,
    MergeItem,
    NewCell,
    RetireItem,
)
from tikissa.model.erasure import ERASED
from tikissa.model.finding import Reason
from tikissa.model.outcome import Fate, Leaving, Outcome
from tikissa.model.record import RecordId, RecordKey

_NO_DECISION = -1
NOBODY: Mapping[RecordId, date] = {}


def without(
    log: DecisionLog, keys: Collection[RecordKey], is_erased: Callable[[Mapping[str, str]], bool]
) -> DecisionLog:
    """Return the log without a word on these records, nor on added rows whose cells are an erased customer's.

    The events keep their numbers, by which they are undone: one that spoke of nothing else is left empty.
    """
    return DecisionLog(
        tuple(
            replace(event, items=tuple(item for item in event.items if not _speaks_of(item, keys, is_erased)))
            if isinstance(event, Decision)
            else event
            for event in log.events
        )
    )


def with_erased(outcome: Outcome, erased: Mapping[RecordId, date]) -> Outcome:
    """Return the outcome with the rows of erased customers left out, whatever else was decided."""
    if not erased:
        return outcome
    leaving = {**outcome.leaving, **{record: _leaving(record, day) for record, day in erased.items()}}
    changed = {
        column: {record: text for record, text in cells.items() if record not in erased}
        for column, cells in outcome.changed.items()
    }
    changes = tuple(change for change in outcome.changes if change.record not in erased)
    columns = tuple(
        replace(column, texts={record: text for record, text in column.texts.items() if record not in erased})
        for column in outcome.columns
    )
    return replace(outcome, leaving=leaving, changed=changed, changes=changes, columns=columns)


def _leaving(record: RecordId, day: date) -> Leaving:
    when = datetime.combine(day, time(), UTC)
    reason = Reason(ERASED, (f"{day.day}.{day.month}.{day.year}",))
    return Leaving(record, Fate.REMOVED, None, (reason,), _NO_DECISION, when, "")


def _speaks_of(item: Item, keys: Collection[RecordKey], is_erased: Callable[[Mapping[str, str]], bool]) -> bool:
    if isinstance(item, AddItem):
        return is_erased(dict(item.cells))
    return any(key in keys for key in _records_of(item))


def _records_of(item: Item) -> Iterator[RecordKey]:
    match item:
        case FixItem() | RetireItem():
            yield item.record
        case NewCell(record=record):
            yield from () if record is None else (record,)
        case MergeItem():
            yield from item.records
            yield from (choice.source for choice in item.choices if choice.source is not None)
        case Judgement() | AskedAgain():
            yield from (item.first, item.second)
