"""What is left to decide, and in which order."""

from dataclasses import replace

import pytest

from builders import DECIDER, analysis, fix, log, merge, register, retire
from tikissa.model.decision import DecisionLog, RetireAction, Sameness, Verdict
from tikissa.model.matching import Relation
from tikissa.model.proposal import Merge
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.review.log_state import judgements
from tikissa.review.queue import Queue

ROWS = register({"Postinumero": ["100", "2150", "33100"], "Puhelin": ["040-1", "040-2", "040-3"]})
ZEROS = [fix(0, "Postinumero", "100", "00100", "postal_code.leading_zeros")]
WRITING = [fix(row, "Puhelin", f"040-{row + 1}", f"040 {row + 1}", "phone.format") for row in range(3)]
FOUND = analysis(ROWS, [*WRITING, *ZEROS], [merge([1, 2], safe=False), merge([0, 1])], [retire(2)])


def test_errors_come_before_matters_of_writing() -> None:
    codes = [group.code for group in Queue(FOUND).open_work(DecisionLog()).fix_groups]
    assert codes == ["postal_code.leading_zeros", "phone.format"]


def test_sure_merges_come_before_unsure_ones() -> None:
    assert [merge.safe for merge in Queue(FOUND).open_work(DecisionLog()).merges] == [True, False]


def test_what_is_decided_is_not_asked_again() -> None:
    events = log(
        DECIDER.fixes(FOUND.keys, WRITING, Verdict.DECLINED),
        DECIDER.fixes(FOUND.keys, ZEROS),
        DECIDER.merges(FOUND, [FOUND.merges[1]]),
        DECIDER.judged(FOUND.keys, FOUND.merges[0].records, Sameness.RELATED, Relation.HOUSEHOLD),
        DECIDER.retires(FOUND.keys, FOUND.retires, RetireAction.ASK),
    )
    assert Queue(FOUND).open_work(events).count == 0


def test_what_is_left_for_later_stays_open_and_comes_last() -> None:
    events = log(DECIDER.judged(FOUND.keys, FOUND.merges[1].records, Sameness.UNSURE))
    assert [merge.safe for merge in Queue(FOUND).open_work(events).merges] == [False, True]


def test_rows_that_leave_are_neither_checked_nor_merged() -> None:
    work = Queue(FOUND).open_work(DecisionLog(), leaving={RecordId(2)})
    assert (len(work.merges), work.retires) == (1, ())


def test_a_merge_leaves_behind_that_its_rows_are_the_same() -> None:
    left = judgements(log(DECIDER.merges(FOUND, [FOUND.merges[1]])))
    assert [judgement.sameness for judgement in left] == [Sameness.SAME]


def test_the_newest_word_on_a_pair_counts() -> None:
    pair = FOUND.merges[1].records
    events = log(
        DECIDER.judged(FOUND.keys, pair, Sameness.DIFFERENT),
        DECIDER.judged(FOUND.keys, pair, Sameness.RELATED, Relation.BRANCH),
    )
    assert [judgement.relation for judgement in judgements(events)] == [Relation.BRANCH]


def _with(merge: Merge, probability: float) -> Merge:
    return replace(merge, cluster=replace(merge.cluster, probability=probability))


@pytest.mark.parametrize(
    ("column", "meaning", "cells"),
    [
        ("Ostot", Meaning.PURCHASE_SUM, ("", "100,00", "3,50", "", "9 000,00", "")),
        ("Viimeisin osto", Meaning.LAST_PURCHASE, ("", "1.2.2016", "1.2.2010", "", "", "1.10.2026")),
        ("Avoimet asiat", Meaning.OPEN_MATTER, ("", "-", "ei", "", "reklamaatio", "")),
    ],
)
def test_doubtful_groups_come_by_what_they_are_worth_to_the_user(
    column: str, meaning: Meaning, cells: tuple[str, ...]
) -> None:
    groups = [merge([0, 3], safe=False), merge([1, 2], safe=False), merge([4, 5], safe=False)]
    found = analysis(register({column: cells}), merges=groups, meanings={column: meaning})
    assert Queue(found).open_work(DecisionLog()).merges[0].records == (4, 5)


def test_what_is_sure_comes_first_whatever_it_is_worth_and_the_surest_of_it_before_the_rest() -> None:
    groups = [_with(merge([0, 1]), 0.98), _with(merge([2, 3]), 0.99), merge([4, 5], safe=False)]
    sums = register({"Ostot": ["500", "", "", "", "90000", ""]})
    found = analysis(sums, merges=groups, meanings={"Ostot": Meaning.PURCHASE_SUM})
    assert [each.records for each in Queue(found).open_work(DecisionLog()).merges] == [(2, 3), (0, 1), (4, 5)]


def test_of_groups_worth_the_same_the_surer_comes_first() -> None:
    groups = [_with(merge([0, 1], safe=False), 0.6), _with(merge([2, 3], safe=False), 0.9)]
    found = analysis(register({"Nimi": ["A", "B", "C", "D"]}), merges=groups)
    assert [each.records for each in Queue(found).open_work(DecisionLog()).merges] == [(2, 3), (0, 1)]
