"""What the log says for good: judgements on pairs, the user's meanings and settings, proposals already settled."""

from collections.abc import Iterator
from itertools import combinations

from tikissa.model.decision import (
    Decision,
    DecisionLog,
    FixItem,
    Judgement,
    MeaningItem,
    MergeItem,
    RetireItem,
    Sameness,
    SettingItem,
    Verdict,
)
from tikissa.model.proposal import ProposalId
from tikissa.model.record import RecordKey
from tikissa.model.schema import Meaning


def judgements(log: DecisionLog) -> tuple[Judgement, ...]:
    """Return what later analyses must obey, one judgement a pair, the newest word on each."""
    newest: dict[frozenset[RecordKey], Judgement] = {}
    for _, decision in log.in_force:
        for judgement in _judgements(decision):
            newest[frozenset((judgement.first, judgement.second))] = judgement
    return tuple(newest.values())


def _judgements(decision: Decision) -> Iterator[Judgement]:
    for item in decision.items:
        match item:
            case Judgement():
                yield item
            case MergeItem():
                for first, second in combinations(item.records, 2):
                    yield Judgement(first, second, Sameness.SAME)


def meanings(log: DecisionLog) -> dict[str, Meaning | None]:
    """Return what the user said of columns, by column name."""
    return {
        item.column: Meaning(item.meaning) if item.meaning else None
        for _, decision in log.in_force
        for item in decision.items
        if isinstance(item, MeaningItem)
    }


def settings(log: DecisionLog) -> dict[str, str]:
    """Return the newest value of each setting."""
    return {
        item.name: item.value
        for _, decision in log.in_force
        for item in decision.items
        if isinstance(item, SettingItem)
    }


def settled(log: DecisionLog) -> tuple[frozenset[ProposalId], frozenset[ProposalId]]:
    """Return the ids of proposals that were decided on, and of those left for later."""
    standing: dict[ProposalId, bool] = {}
    for _, decision in log.in_force:
        for item in decision.items:
            if isinstance(item, FixItem | MergeItem | RetireItem) and item.proposal is not None:
                standing[item.proposal] = decision.verdict is not Verdict.LATER
    decided = frozenset(proposal for proposal, done in standing.items() if done)
    return decided, frozenset(standing) - decided
