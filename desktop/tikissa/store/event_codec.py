"""Writes events as compact JSON and reads them back, whatever version of the program wrote them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Any

from tikissa.model.decision import (
    AddItem,
    AskedAgain,
    Choice,
    Decision,
    Event,
    ExcludedBy,
    ExcludeItem,
    FixItem,
    Item,
    Judgement,
    MeaningItem,
    MergeItem,
    NewCell,
    PermissionItem,
    Redo,
    RetireAction,
    RetireItem,
    Sameness,
    SettingItem,
    Undo,
    Verdict,
)
from tikissa.model.finding import Reason
from tikissa.model.matching import Relation
from tikissa.model.proposal import CellChange, ProposalId
from tikissa.model.register import Provenance
from tikissa.review.bulk import Proposed, ProposedRetires, WithOthers
from tikissa.store.bulk_codec import columns_of, decoded

Parts = list[Any]
"""JSON as it comes: a tag, then the fields in order."""


Texts = Mapping[ProposalId | None, str]
"""The items on proposals as they are written, made ready beforehand."""

_NOTHING_READY: Texts = {}

_ACTION = "\n"
"""Stands in a text made ready where the action comes in: JSON on one line holds no line break."""


def encode(event: Event, ready: Texts = _NOTHING_READY) -> str:
    match event:
        case Decision(verdict, items, when, who):
            if ready and (texts := _from_ready(items, ready)) is not None:
                return f"{_dumped(['decision', verdict, when.isoformat(), who])[:-1]},[{texts}]]"
            columns, left = columns_of(items)
            written = [columns] if columns else []
            parts: Parts = ["decision", verdict, when.isoformat(), who, [*written, *map(_encode_item, left)]]
        case Undo(decision, when, who):
            parts = ["undo", decision, when.isoformat(), who]
        case Redo(decision, when, who):
            parts = ["redo", decision, when.isoformat(), who]
    return _dumped(parts)


def made_ready(items: Iterable[FixItem | MergeItem | RetireItem]) -> Iterator[tuple[ProposalId | None, str]]:
    """Yield the proposals of items, each with the text that accepting it comes to."""
    for item in items:
        parts = _encode_item(item)
        if isinstance(item, RetireItem):
            yield item.proposal, f"{_dumped(parts[:3])[:-1]},{_ACTION},{_dumped(parts[4:])[1:]}"
        else:
            yield item.proposal, _dumped(parts)


def _from_ready(items: Sequence[Item], ready: Texts) -> str | None:
    """Return the texts of items on proposals, None where not all of them were made ready."""
    if isinstance(items, WithOthers):
        texts = _from_ready(items.proposed, ready)
        return None if texts is None else ",".join([texts, *map(_dumped, map(_encode_item, items.others))])
    if not isinstance(items, Proposed) or not len(items):
        return None
    found = [text for text in map(ready.get, items.ids) if text is not None]
    if len(found) < len(items):
        return None
    texts = ",".join(found)
    return texts.replace(_ACTION, f'"{items.action}"') if isinstance(items, ProposedRetires) else texts


def _dumped(parts: Parts) -> str:
    return json.dumps(parts, separators=(",", ":"))


def decode(text: str) -> Event:
    """Return the event a line of JSON stands for. Raises ValueError where it stands for none."""
    try:
        return _decode(json.loads(text))
    except (KeyError, IndexError, TypeError) as error:
        raise ValueError("not an event") from error


def _decode(parts: Parts) -> Event:
    match parts:
        case ["decision", verdict, when, who, items]:
            read = chain.from_iterable(decoded(item) or (_decode_item(item),) for item in items)
            return Decision(Verdict(verdict), tuple(read), datetime.fromisoformat(when), who)
        case ["undo", number, when, who]:
            return Undo(int(number), datetime.fromisoformat(when), who)
        case ["redo", number, when, who]:
            return Redo(int(number), datetime.fromisoformat(when), who)
    raise ValueError("not an event")


def _encode_item(item: Item) -> Parts:
    match item:
        case FixItem(proposal, record, changes, reason):
            return ["fix", proposal, record, _encode_changes(changes), _encode_reason(reason)]
        case MergeItem(proposal, records, survivor, choices):
            chosen = [[choice.column, choice.source, choice.value, _encode_reason(choice.reason)] for choice in choices]
            return ["merge", proposal, records, survivor, chosen]
        case Judgement(first, second, sameness, relation):
            return ["judgement", first, second, sameness, relation]
        case AskedAgain(first, second, sameness, relation, changes):
            return ["asked_again", first, second, sameness, relation, _encode_changes(changes)]
        case RetireItem(proposal, record, action, reasons):
            return ["retire", proposal, record, action, [_encode_reason(reason) for reason in reasons]]
        case AddItem(proposal, source, cells, reason):
            place = [source.file, source.sheet, source.row]
            return ["add", proposal, place, [[*cell] for cell in cells], _encode_reason(reason)]
        case NewCell(column, record, row, text, reason):
            return ["cell", column, record, row, text, _encode_reason(reason)]
        case MeaningItem(column, meaning):
            return ["meaning", column, meaning]
        case PermissionItem(column, channels, answers):
            said = [[value, word, [*ways]] for value, word, ways in answers]
            return ["permission", column, None if channels is None else [*channels], said]
        case SettingItem(name, value):
            return ["setting", name, value]
        case ExcludeItem(by, text, channels, reason):
            return ["exclude", by, text, [*channels], _encode_reason(reason)]


def _decode_item(parts: Parts) -> Item:
    match parts:
        case ["fix", proposal, record, cells, reason]:
            return FixItem(proposal, record, _decode_changes(cells), _decode_reason(reason))
        case ["merge", proposal, records, survivor, chosen]:
            choices = tuple(
                Choice(column, source, value, _decode_reason(reason)) for column, source, value, reason in chosen
            )
            return MergeItem(proposal, tuple(records), survivor, choices)
        case ["judgement", first, second, sameness, relation]:
            return Judgement(first, second, Sameness(sameness), Relation(relation) if relation else None)
        case ["asked_again", first, second, sameness, relation, cells]:
            told = Relation(relation) if relation else None
            return AskedAgain(first, second, Sameness(sameness), told, _decode_changes(cells))
        case ["retire", proposal, record, action, reasons]:
            decoded = tuple(_decode_reason(reason) for reason in reasons)
            return RetireItem(proposal, record, RetireAction(action), decoded)
        case ["add", proposal, [file, sheet, row], cells, reason]:
            added = tuple((column, text) for column, text in cells)
            return AddItem(proposal, Provenance(file, sheet, int(row)), added, _decode_reason(reason))
        case ["cell", column, record, row, text, reason]:
            return NewCell(column, record, row, text, _decode_reason(reason))
        case ["meaning", column, meaning]:
            return MeaningItem(column, meaning)
        case ["permission", column, channels, said]:
            answers = tuple((value, word, tuple(ways)) for value, word, ways in said)
            return PermissionItem(column, None if channels is None else tuple(channels), answers)
        case ["setting", name, value]:
            return SettingItem(name, value)
        case ["exclude", by, text, channels, reason]:
            return ExcludeItem(ExcludedBy(by), text, tuple(channels), _decode_reason(reason))
    raise ValueError("not an item")


def _encode_changes(changes: tuple[CellChange, ...]) -> Parts:
    return [[change.column, change.before, change.after] for change in changes]


def _decode_changes(cells: Parts) -> tuple[CellChange, ...]:
    return tuple(CellChange(column, before, after) for column, before, after in cells)


def _encode_reason(reason: Reason) -> Parts:
    return [reason.code, *reason.arguments]


def _decode_reason(parts: Parts) -> Reason:
    return Reason(parts[0], tuple(parts[1:]))
