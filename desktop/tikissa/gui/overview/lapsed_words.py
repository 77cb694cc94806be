"""Earlier choices that no longer hold, in words: whose row it was and what was chosen."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from tikissa.model.decision import (
    AddItem,
    AskedAgain,
    FixItem,
    Judgement,
    MeaningItem,
    MergeItem,
    NewCell,
    PermissionItem,
    RetireAction,
    RetireItem,
    Sameness,
)
from tikissa.model.record import RecordId
from tikissa.presentation.record_names import change_words, name_of
from tikissa.review.carry_over import CarriedOver, Dropped
from tikissa.review.version_comparison import old_records

translate = QCoreApplication.translate


def lapsed_words(entry: Dropped, carried: CarriedOver) -> str:
    """Return one dropped choice in one line."""
    customers = " · ".join(dict.fromkeys(name for name in _names(entry, carried) if name))
    return f"{customers} · {_chosen(entry, carried)}" if customers else _chosen(entry, carried)


def _names(entry: Dropped, carried: CarriedOver) -> Iterator[str]:
    before = carried.before
    for record in old_records(entry, carried):
        yield name_of(before.schema, before.register.text, record)
    if isinstance(entry.item, AddItem):  # it was in no register yet
        cells = dict(entry.item.cells)
        yield name_of(before.schema, lambda _, column: cells.get(column, ""), RecordId(0))


def _chosen(entry: Dropped, carried: CarriedOver) -> str:
    match entry.item:
        case FixItem(changes=changes) if changes:
            return ", ".join(change_words(change, carried.before.schema.meanings) for change in changes)
        case FixItem():
            return translate("History", "left as it is")
        case MergeItem():
            return translate("Lapsed", "were merged")
        case Judgement(sameness=sameness) | AskedAgain(said=sameness):
            return _judged(sameness)
        case RetireItem(action=action):
            return _retired(action)
        case AddItem(source=source):
            return translate("Lapsed", "a row taken from {0}").format(source.file)
        case NewCell(column=column):
            return translate("History", "Added as a column: {0}").format(column)
        case MeaningItem(column=column) | PermissionItem(column=column):
            return translate("Lapsed", "what the column {0} means").format(column)
    return translate("History", "Settings changed")


def _judged(sameness: Sameness) -> str:
    return {
        Sameness.SAME: translate("Lapsed", "the same customer"),
        Sameness.DIFFERENT: translate("Lapsed", "different customers"),
        Sameness.RELATED: translate("Lapsed", "related, both kept"),
        Sameness.UNSURE: translate("Lapsed", "left for later"),
    }[sameness]


def _retired(action: RetireAction) -> str:
    return {
        RetireAction.ASK: translate("History", "Added to the ask list"),
        RetireAction.UP_TO_DATE: translate("History", "Details are up to date"),
        RetireAction.ARCHIVE: translate("History", "Moved to the Archive sheet"),
        RetireAction.REMOVE: translate("History", "Left out of the cleaned file"),
    }[action]
