"""What was decided on each group is told by its newest word, and a decision can be had without one of its groups."""

from datetime import UTC, datetime

from builders import analysis, key, keys, merge, register
from tikissa.model.decision import DecisionLog, Judgement, MergeItem, Sameness
from tikissa.model.matching import Relation
from tikissa.model.record import RecordId
from tikissa.review.decided_groups import DecidedGroups, without_group
from tikissa.review.decisions import Decider

DECIDER = Decider(datetime(2026, 12, 1, tzinfo=UTC), "user")
REGISTER = register({"Nimi": ["Aino", "Aino", "Eino", "Eino", "Eino", "Veli", "Veli"]})
KEYS = keys(7)


def told(log: DecisionLog) -> list[tuple[tuple[int, ...], Sameness]]:
    return [(group.records, group.word.sameness) for group in DecidedGroups().of(log, KEYS)]


def ids(*records: int) -> tuple[RecordId, ...]:
    return tuple(map(RecordId, records))


def test_one_verdict_on_several_groups_is_told_group_by_group() -> None:
    groups = ids(0, 1), ids(2, 3, 4)
    log = DecisionLog().append(DECIDER.judged_groups(KEYS, groups, Sameness.RELATED, Relation.HOUSEHOLD))
    assert sorted(told(log)) == [((0, 1), Sameness.RELATED), ((2, 3, 4), Sameness.RELATED)]


def test_the_newest_word_counts_and_what_waits_for_later_is_not_decided() -> None:
    log = DecisionLog().append(DECIDER.judged(KEYS, ids(0, 1), Sameness.DIFFERENT))
    log = log.append(DECIDER.merges(analysis(REGISTER, [], [merge([0, 1])], []), [merge([0, 1])]))
    log = log.append(DECIDER.judged(KEYS, ids(5, 6), Sameness.UNSURE))
    assert told(log) == [((0, 1), Sameness.SAME)]


def test_a_decision_on_several_groups_goes_on_without_one() -> None:
    both = DECIDER.merges(analysis(REGISTER, [], [], []), [merge([0, 1]), merge([2, 3, 4])])
    group = next(one for one in DecidedGroups().of(DecisionLog((both,)), KEYS) if one.records == (0, 1))
    assert not group.alone
    kept = [item for item in without_group(both, group).items if isinstance(item, MergeItem)]
    assert [item.records for item in kept] == [(key(2), key(3), key(4))]
    apart = DECIDER.judged_groups(KEYS, (ids(0, 1), ids(5, 6)), Sameness.DIFFERENT)
    group = next(one for one in DecidedGroups().of(DecisionLog((apart,)), KEYS) if one.records == (0, 1))
    items = without_group(apart, group).items
    assert [(item.first, item.second) for item in items if isinstance(item, Judgement)] == [(key(5), key(6))]
