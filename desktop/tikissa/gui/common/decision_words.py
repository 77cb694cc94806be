"""What was decided, in words: one line a decision, and what it touches row by row."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from tikissa.gui.common.meaning_names import meaning_name
from tikissa.gui.language import texts
from tikissa.messages import has_words
from tikissa.model.analysis import Analysis
from tikissa.model.decision import (
    AddItem,
    AskedAgain,
    Choice,
    Decision,
    ExcludeItem,
    FixItem,
    Item,
    Judgement,
    MeaningItem,
    MergeItem,
    NewCell,
    PermissionItem,
    RetireAction,
    RetireItem,
    Sameness,
    Verdict,
)
from tikissa.model.matching import Relation
from tikissa.model.record import RecordId, RecordKey
from tikissa.model.schema import Meaning, Schema
from tikissa.presentation.record_names import change_words, name_of
from tikissa.review.bulk import OfKind, codes_in, of_kind, rows_in, unchanged_in
from tikissa.text.secret_numbers import masked

translate = QCoreApplication.translate

_SHOWN_CELLS = 4


def headline(decision: Decision, analysis: Analysis) -> str:
    """Return a decision in one line."""
    judged = _of(decision, Judgement)
    retired = _of(decision, RetireItem)
    if merges := _of(decision, MergeItem):
        return _merged(merges, analysis)
    if fixes := _of(decision, FixItem):
        return _fixed(fixes, decision.verdict)
    if added := _of(decision, AddItem):
        return _added(added)
    if excluded := _of(decision, ExcludeItem):
        entries = translate("History", "%Ln entry(s)", None, len(excluded))
        return translate("History", "Put on the exclusion list: {0}").format(entries)
    if cells := _of(decision, NewCell):
        columns = ", ".join(dict.fromkeys(cell.column for cell in cells))
        rows = translate("History", "%Ln row(s)", None, len(cells))
        return " · ".join((translate("History", "Added as a column: {0}").format(columns), rows))
    if retired:
        return _retired(retired, decision.verdict)
    if judged:
        return _judged(judged, analysis)
    asked = _of(decision, AskedAgain)
    return _asked_again(asked, analysis) if asked else _settings(decision)


def _of(decision: Decision, kind: type[OfKind]) -> Sequence[OfKind]:
    return of_kind(decision.items, kind)


def _fixed(items: Sequence[FixItem], verdict: Verdict) -> str:
    rows = translate("History", "%Ln row(s)", None, len(items) - unchanged_in(items))
    kinds = codes_in(items)
    what = texts.heading(kinds[0]) if len(kinds) == 1 else translate("History", "Several kinds of fixes")
    if items[0].proposal is None:
        return " · ".join((what, ", ".join(dict.fromkeys(change.column for change in items[0].changes)), rows))
    words = {
        Verdict.ACCEPTED: translate("History", "Accepted: {0}"),
        Verdict.EDITED: translate("History", "Accepted with exceptions: {0}"),
        Verdict.DECLINED: translate("History", "Left as is: {0}"),
        Verdict.LATER: translate("History", "Left for later: {0}"),
    }
    return f"{words[verdict].format(what)} · {rows}"


def _merged(items: Sequence[MergeItem], analysis: Analysis) -> str:
    if len(items) > 1:
        rows = translate("History", "%Ln row(s)", None, rows_in(items))
        customers = translate("History", "Merged %Ln customers", None, len(items))
        return f"{customers} · {rows}"
    words = translate("History", "Merged: {0} · {1}")
    return words.format(_result_name(items[0], analysis), _rows(items[0].records, analysis))


def _result_name(item: MergeItem, analysis: Analysis) -> str:
    """Return what the customer is called after the merge, which need not be what the surviving row says."""
    chosen = {choice.column: _value(choice, analysis) for choice in item.choices}
    record = analysis.keys.record(item.survivor)

    def text(record: RecordId, column: str) -> str:
        return chosen[column] if column in chosen else analysis.register.text(record, column)

    return "" if record is None else name_of(analysis.schema, text, record)


def _judged(items: Sequence[Judgement], analysis: Analysis) -> str:
    keys = list(dict.fromkeys(key for item in items for key in (item.first, item.second)))
    words = {
        Sameness.SAME: translate("History", "Same customer: {0}"),
        Sameness.DIFFERENT: translate("History", "Different customers: {0}"),
        Sameness.RELATED: translate("History", "Related, both kept: {0}"),
        Sameness.UNSURE: translate("History", "Left for later: {0}"),
    }
    names = " · ".join(dict.fromkeys(_name(key, analysis) for key in keys))
    said = words[items[0].sameness].format(f"{names} · {_rows(keys, analysis)}")
    relation = items[0].relation
    return said if relation is None else f"{said} · {_relation(relation)}"


def _asked_again(items: Sequence[AskedAgain], analysis: Analysis) -> str:
    keys = list(dict.fromkeys(key for item in items for key in (item.first, item.second)))
    names = " · ".join(dict.fromkeys(_name(key, analysis) for key in keys))
    words = translate("History", "Asked again, since something has changed: {0}")
    return words.format(f"{names} · {_rows(keys, analysis)}")


def _relation(relation: Relation) -> str:
    return {
        Relation.HOUSEHOLD: translate("VerdictBar", "same household"),
        Relation.BRANCH: translate("VerdictBar", "branch"),
        Relation.CONTACT_PERSON: translate("VerdictBar", "contact person"),
        Relation.NAMESAKE: translate("History", "same name, different customers"),
    }[relation]


def _retired(items: Sequence[RetireItem], verdict: Verdict) -> str:
    words = {
        RetireAction.ASK: translate("History", "Added to the ask list"),
        RetireAction.UP_TO_DATE: translate("History", "Details are up to date"),
        RetireAction.ARCHIVE: translate("History", "Moved to the Archive sheet"),
        RetireAction.REMOVE: translate("History", "Left out of the cleaned file"),
    }
    later = translate("History", "Rows worth checking, left for later")
    rows = translate("History", "%Ln row(s)", None, len(items))
    return f"{later if verdict is Verdict.LATER else words[items[0].action]} · {rows}"


def _added(items: Sequence[AddItem]) -> str:
    rows = translate("History", "%Ln new row(s)", None, len(items))
    return translate("History", "Taken into the register: {0} · {1}").format(rows, items[0].source.file)


def _settings(decision: Decision) -> str:
    said = _of(decision, MeaningItem)
    if said:
        meaning = Meaning(said[0].meaning) if said[0].meaning else None
        name = translate("History", "not known, left as it is") if meaning is None else meaning_name(meaning)
        return translate("History", "The column {0} means: {1}").format(said[0].column, name)
    permission = _of(decision, PermissionItem)
    if permission:
        return translate("Lapsed", "what the column {0} means").format(permission[0].column)
    return translate("History", "Settings changed")


def _name(key: RecordKey, analysis: Analysis) -> str:
    record = analysis.keys.record(key)
    return "" if record is None else name_of(analysis.schema, analysis.register.text, record)


def _rows(keys: Sequence[RecordKey], analysis: Analysis) -> str:
    records = (analysis.keys.record(key) for key in keys)
    numbers = [texts.number(analysis.register.row(record)) for record in records if record is not None]
    words = translate("History", "row {0}") if len(numbers) == 1 else translate("History", "rows {0}")
    return words.format(", ".join(numbers))


def _choice(choice: Choice, analysis: Analysis) -> str:
    """Return a value that survived, with the row it came from or the reason for it."""
    text = masked(_value(choice, analysis), analysis.schema.meaning_of(choice.column)) or "–"
    if choice.source is None or analysis.keys.record(choice.source) is None:
        return f"{choice.column}: {text} ({texts.sentence(choice.reason)})"
    source = translate("History", "from row {0}").format(_number(choice.source, analysis))
    return f"{choice.column}: {text} ({source})"


def _value(choice: Choice, analysis: Analysis) -> str:
    """Return the value of a choice: its own, or that of the row it came from."""
    record = None if choice.source is None else analysis.keys.record(choice.source)
    if choice.value is not None or record is None:
        return choice.value or ""
    return analysis.register.text(record, choice.column)


def _row(key: RecordKey, analysis: Analysis) -> str:
    return translate("History", "row {0}").format(_number(key, analysis))


def _number(key: RecordKey, analysis: Analysis) -> str:
    record = analysis.keys.record(key)
    return "–" if record is None else texts.number(analysis.register.row(record))


def details(decision: Decision, analysis: Analysis) -> Iterator[str]:
    """Yield what a decision touches, row by row."""
    for key, items in groupby(decision.items, key=_key):
        for item in items:
            for words in _touched(item, analysis):
                yield f"{_row(key, analysis)} · {words}" if key else words


def _new_row(item: AddItem, schema: Schema) -> str:
    """Return a row of another file with its place there and the first of its cells."""
    place = translate("History", "row {0}").format(texts.number(item.source.row))
    cells = (masked(text, schema.meaning_of(column)) for column, text in item.cells[:_SHOWN_CELLS])
    return f"{item.source.file} · {place} · {' · '.join(cells)}"


def _key(item: Item) -> RecordKey | None:
    match item:
        case FixItem() | RetireItem() | NewCell():
            return item.record
        case MergeItem():
            return item.survivor
        case Judgement() | AskedAgain():
            return item.first
    return None


def _touched(item: Item, analysis: Analysis) -> Iterator[str]:
    """Yield the words of one item; an item without a change tells that the cell was left as it is."""
    meanings = analysis.schema.meanings
    match item:
        case FixItem():
            for change in item.changes:
                yield change_words(change, meanings)
            if not item.changes:
                yield translate("History", "left as it is")
        case MergeItem():
            yield from (_choice(choice, analysis) for choice in item.choices)
            others = [key for key in item.records if key != item.survivor]
            yield translate("History", "merged into it: {0}").format(_rows(others, analysis))
        case AskedAgain():
            yield from (change_words(change, meanings) for change in item.changes)
        case NewCell(column=column, text=text):
            yield f"{column}: {masked(text)}"
        case AddItem():
            yield _new_row(item, analysis.schema)
        case ExcludeItem():
            yield masked(item.text)
        case RetireItem():
            yield from (texts.sentence(reason) for reason in item.reasons if has_words(reason.code))
