"""What the log says for good: judgements on pairs, the user's meanings and settings."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from tikissa.model.decision import (
    AskedAgain,
    Decision,
    DecisionLog,
    ExcludeItem,
    FixItem,
    Judgement,
    MeaningItem,
    MergeItem,
    PermissionItem,
    Sameness,
    SettingItem,
    Verdict,
    Word,
)
from tikissa.model.permission import Channel, Correction
from tikissa.model.record import RecordKey
from tikissa.model.schema import Meaning
from tikissa.permission.user_words import said_by_word
from tikissa.review.bulk import OfKind, of_kind
from tikissa.review.per_decision import PerDecision

Pair = frozenset[RecordKey]


class Standing:
    """Reads one log again and again as it grows, looking at each decision once."""

    def __init__(self) -> None:
        self._judgements = PerDecision(_judgements)

    def judgements(self, log: DecisionLog) -> dict[Pair, Word]:
        """Return the newest word on each pair."""
        newest: dict[Pair, Word] = {}
        for number, decision in log.in_force:
            newest.update(self._judgements.of(number, decision))
        return newest


def judgements(log: DecisionLog) -> tuple[Word, ...]:
    """Return what later analyses must obey, the newest word on each pair."""
    return tuple(Standing().judgements(log).values())


def _judgements(decision: Decision) -> Mapping[Pair, Word]:
    return {frozenset((said.first, said.second)): said for said in _said(decision)}


def _said(decision: Decision) -> Iterator[Word]:
    if len(of_kind(decision.items, FixItem)) == len(decision.items):
        return
    for item in decision.items:
        match item:
            case Judgement() | AskedAgain():
                yield item
            case MergeItem():
                for first, second in combinations(item.records, 2):
                    yield Judgement(first, second, Sameness.SAME)


def edited_cells(log: DecisionLog) -> frozenset[tuple[RecordKey, str]]:
    """Return the cells that were edited by hand."""
    return frozenset(
        (item.record, change.column)
        for _, decision in log.in_force
        if decision.verdict is Verdict.EDITED
        for item in of_kind(decision.items, FixItem)
        if item.is_own_word
        for change in item.changes
    )


def meanings(log: DecisionLog) -> dict[str, Meaning | None]:
    """Return what the user said of columns, by column name."""
    return {item.column: Meaning(item.meaning) if item.meaning else None for item in _every(log, MeaningItem)}


def corrections(log: DecisionLog) -> dict[str, Correction]:
    """Return what the user said of the channels and values of columns, by column name; the newest word on each."""
    found: dict[str, Correction] = {}
    for item in _every(log, PermissionItem):
        before = found.get(item.column, Correction())
        channels = before.channels if item.channels is None else frozenset(map(Channel, item.channels))
        said = {value: said_by_word(word, frozenset(map(Channel, ways))) for value, word, ways in item.answers}
        found[item.column] = Correction(channels, tuple({**dict(before.answers), **said}.items()))
    return found


def settings(log: DecisionLog) -> dict[str, str]:
    """Return the newest value of each setting."""
    return {item.name: item.value for item in _every(log, SettingItem)}


def exclusions(log: DecisionLog) -> tuple[ExcludeItem, ...]:
    """Return the entries of the exclusion list that are in force."""
    return tuple(_every(log, ExcludeItem))


def _every(log: DecisionLog, kind: type[OfKind]) -> Iterator[OfKind]:
    return (item for _, decision in log.in_force for item in of_kind(decision.items, kind))
