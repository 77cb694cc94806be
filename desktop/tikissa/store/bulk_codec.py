"""Writes the items of a decision on many proposals column by column, and reads them back."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any

from tikissa.model.decision import Choice, FixItem, Item, MergeItem, RetireAction, RetireItem
from tikissa.model.finding import Reason
from tikissa.model.golden_record import SurvivingValue
from tikissa.model.proposal import CellChange
from tikissa.review.bulk import (
    ProposedFixes,
    ProposedMerges,
    ProposedRetires,
    WithOthers,
    choice_of,
    record_keys_of,
)
from tikissa.review.proposal_tables import chosen

Parts = list[Any]


def columns_of(items: Sequence[Item]) -> tuple[Parts | None, Sequence[Item]]:
    """Return the columns of the items that can be written so, and the items behind them that are left."""
    if isinstance(items, WithOthers):
        columns, left = columns_of(items.proposed)
        return columns, (*left, *items.others)
    match items:
        case ProposedFixes() if all(len(fix.changes) == 1 for fix in items.proposals):
            return _fixes(items), ()
        case ProposedMerges():
            return _merges(items), ()
        case ProposedRetires():
            return _retires(items), ()
    return None, items


def decoded(parts: Parts) -> Iterator[Item] | None:
    """Return the items that columns stand for, None for another kind of item."""
    match parts:
        case ["fixes", ids, records, columns, befores, afters, reasons]:
            return map(_fix, ids, records, _each(columns, len(ids)), befores, afters, _each(reasons, len(ids)))
        case ["merges", ids, records, survivors, choices]:
            return map(_merge, ids, records, survivors, choices)
        case ["retires", ids, records, action, reasons]:
            return map(_retire, ids, records, repeat(RetireAction(action)), reasons)
    return None


def _fixes(items: ProposedFixes) -> Parts:
    changes = [fix.changes[0] for fix in items.proposals]
    reasons = [[fix.reason.code, *fix.reason.arguments] for fix in items.proposals]
    return [
        "fixes",
        items.ids,
        record_keys_of(items),
        _once([change.column for change in changes]),
        [change.before for change in changes],
        [change.after for change in changes],
        _once(reasons),
    ]


def _merges(items: ProposedMerges) -> Parts:
    keys, merges = items.keys.keys, items.proposals
    records = [[keys[record] for record in merge.cluster.records] for merge in merges]
    choices = [[_choice(items, value) for value in chosen(merge)] for merge in merges]
    return ["merges", items.ids, records, [keys[merge.golden.survivor] for merge in merges], choices]


def _choice(items: ProposedMerges, value: SurvivingValue) -> Parts:
    choice = choice_of(items.keys, value)
    return [choice.column, choice.source, choice.value, [choice.reason.code, *choice.reason.arguments]]


def _retires(items: ProposedRetires) -> Parts:
    reasons = [[[reason.code, *reason.arguments] for reason in retire.reasons] for retire in items.proposals]
    return ["retires", items.ids, record_keys_of(items), items.action, reasons]


def _once(values: Parts) -> Parts:
    """Return a column, or its one value in a list of its own where it has no other."""
    return [values[0]] if values and all(value == values[0] for value in values) else values


def _each(values: Parts, count: int) -> Iterable[Any]:
    return repeat(values[0], count) if len(values) == 1 else values


def _fix(proposal: Any, record: Any, column: str, before: str, after: str, reason: Parts) -> FixItem:
    return FixItem(proposal, record, (CellChange(column, before, after),), _reason(reason))


def _merge(proposal: Any, records: Parts, survivor: Any, choices: Parts) -> MergeItem:
    made = tuple(Choice(column, source, value, _reason(reason)) for column, source, value, reason in choices)
    return MergeItem(proposal, tuple(records), survivor, made)


def _retire(proposal: Any, record: Any, action: RetireAction, reasons: Parts) -> RetireItem:
    return RetireItem(proposal, record, action, tuple(map(_reason, reasons)))


def _reason(parts: Parts) -> Reason:
    return Reason(parts[0], tuple(parts[1:]))
