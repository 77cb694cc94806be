"""Open work told all at once is what a look at each proposal by itself would tell, whatever was decided and undone."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from builders import DECIDER, NOW, analysis, fix, keys, merge, register, retire
from tikissa.model.decision import DecisionLog, Event, Judgement, MergeItem, RetireAction, Sameness, Undo, Verdict
from tikissa.model.proposal import Merge
from tikissa.model.record import RecordId, RecordKey
from tikissa.review.derive import derive
from tikissa.review.queue import Queue

ROWS = 12
FIXES = [
    *(fix(row, "Postinumero", f"{row}", f"0{row}", "postal_code.leading_zeros") for row in range(ROWS)),
    *(fix(row, "Puhelin", f"04{row}", f"04 {row}", "phone.format", safe=row % 2 == 0) for row in range(ROWS)),
]
MERGES = [merge([0, 1]), merge([2, 3, 4], safe=False), merge([5, 6], safe=False), merge([7, 8, 9, 10])]
RETIRES = [retire(row) for row in range(0, ROWS, 2)]
CELLS = [str(row) for row in range(ROWS)]
FOUND = analysis(register({"Postinumero": CELLS, "Puhelin": CELLS}), FIXES, MERGES, RETIRES)

Newest = dict[frozenset[RecordKey], Sameness]


def _of(indices: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(0, indices - 1), min_size=1, max_size=6, unique=True)


DECISIONS = st.one_of(
    st.builds(
        lambda chosen, verdict: DECIDER.fixes(FOUND.keys, [FIXES[place] for place in chosen], verdict),
        _of(len(FIXES)),
        st.sampled_from([Verdict.ACCEPTED, Verdict.DECLINED, Verdict.LATER]),
    ),
    st.builds(lambda chosen: DECIDER.merges(FOUND, [MERGES[place] for place in chosen]), _of(len(MERGES))),
    st.builds(
        lambda chosen, sameness: DECIDER.judged(FOUND.keys, [RecordId(row) for row in sorted(chosen)], sameness),
        _of(ROWS),
        st.sampled_from(Sameness),
    ),
    st.builds(
        lambda chosen, action: DECIDER.retires(FOUND.keys, [RETIRES[place] for place in chosen], action),
        _of(len(RETIRES)),
        st.sampled_from([RetireAction.ASK, None]),
    ),
)
EVENTS = st.lists(st.one_of(DECISIONS, st.builds(lambda number: Undo(number, NOW, "user"), st.integers(0, 6))))


def _log(events: list[Event]) -> DecisionLog:
    """Return a log whose undos are of decisions that there are."""
    log = DecisionLog()
    for event in events:
        if not isinstance(event, Undo) or any(event.decision == number for number, _ in log.in_force):
            log = log.append(event)
    return log


def _settled(log: DecisionLog) -> Mapping[str, bool]:
    return {
        item.proposal: decision.verdict is not Verdict.LATER
        for _, decision in log.in_force
        for item in decision.items
        if getattr(item, "proposal", None)
    }


def _words(log: DecisionLog) -> Newest:
    newest: Newest = {}
    for _, decision in log.in_force:
        for item in decision.items:
            if isinstance(item, MergeItem):
                newest |= {frozenset(pair): Sameness.SAME for pair in combinations(item.records, 2)}
            elif isinstance(item, Judgement):
                newest[frozenset((item.first, item.second))] = item.sameness
    return newest


def _is_open(group: Merge, settled: Mapping[str, bool], words: Newest) -> bool:
    pairs = [frozenset(pair) for pair in combinations((keys(ROWS)[record] for record in group.records), 2)]
    said = [words[pair] for pair in pairs if pair in words]
    is_judged = Sameness.DIFFERENT in said or Sameness.RELATED in said or said.count(Sameness.SAME) == len(pairs)
    return not settled.get(group.id) and not is_judged


@given(st.lists(EVENTS, min_size=1, max_size=3))
def test_it_tells_what_a_look_at_each_proposal_tells(histories: list[list[Event]]) -> None:
    queue = Queue(FOUND)
    for events in histories:
        log = _log(events)
        work, settled, words = queue.open_work(log), _settled(log), _words(log)
        waiting = {each.id for group in work.fix_groups for each in group.fixes}
        assert waiting == {each.id for each in FIXES if not settled.get(each.id)}
        assert all(group.safe == all(each.safe for each in group.fixes) for group in work.fix_groups)
        assert {each.id for each in work.merges} == {each.id for each in MERGES if _is_open(each, settled, words)}
        assert {each.id for each in work.retires} == {each.id for each in RETIRES if not settled.get(each.id)}


def test_what_nothing_was_said_of_stays_the_same_object() -> None:
    queue = Queue(FOUND)
    log = DecisionLog((DECIDER.fixes(FOUND.keys, FIXES[:1]),))
    first = queue.open_work(log)
    second = queue.open_work(log.append(DECIDER.retires(FOUND.keys, RETIRES[:1], RetireAction.ASK)))
    assert all(now is before for before, now in zip(first.fix_groups, second.fix_groups, strict=True))
    assert all(now is before for before, now in zip(first.merges, second.merges, strict=True))


@given(EVENTS)
def test_what_is_chosen_from_the_open_work_does_what_the_same_proposals_one_by_one_do(events: list[Event]) -> None:
    before = _log(events)
    work = Queue(FOUND).open_work(before, derive(FOUND.register, FOUND.keys, before).leaving)
    pairs = [
        *((DECIDER.fixes(FOUND.keys, group.fixes), [*group.fixes]) for group in work.fix_groups),
        (DECIDER.merges(FOUND, work.merges), [*work.merges]),
        (DECIDER.retires(FOUND.keys, work.retires, RetireAction.ARCHIVE), [*work.retires]),
    ]
    chosen, one_by_one = before, before
    for decision, proposals in pairs:
        chosen = chosen.append(decision)
        one_by_one = one_by_one.append(replace(decision, items=tuple(decision.items)))
        assert len(decision.items) == len(proposals)
    of_both = (derive(FOUND.register, FOUND.keys, log) for log in (chosen, one_by_one))
    left, right = ((each.changed, each.leaving, [*each.changes]) for each in of_both)
    assert left == right
    assert Queue(FOUND).open_work(chosen).count == Queue(FOUND).open_work(one_by_one).count
