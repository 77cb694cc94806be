"""Pairs become groups by all that is known within them: no single pair says more than a whole group."""

from tikissa.matching.clustering.clusters import gather, missing_pairs

TOGETHER = {(0, 1): 20.0, (0, 2): 20.0, (1, 2): 20.0}


def test_one_pair_that_speaks_against_does_not_outweigh_a_group_that_speaks_for() -> None:
    bits = {**TOGETHER, (0, 3): 10.0, (1, 3): 10.0, (2, 3): -40.0}
    assert gather((0, 1, 2, 3), bits) == [(0, 1, 2, 3)]


def test_a_group_that_speaks_against_keeps_a_record_out_however_sure_one_pair_is() -> None:
    bits = {**dict.fromkeys(TOGETHER, 80.0), (0, 3): 60.0, (1, 3): -8.0, (2, 3): -8.0}
    assert gather((0, 1, 2, 3), bits) == [(0, 1, 2)]


def test_a_pair_nobody_compared_speaks_a_little_against() -> None:
    assert gather((0, 1, 2), {(0, 1): 20.0, (1, 2): 5.0}) == [(0, 1, 2)]
    assert gather((0, 1, 2), {(0, 1): 20.0, (1, 2): 3.0}) == [(0, 1)]


def test_what_the_user_kept_apart_is_never_one_group() -> None:
    assert gather((0, 1, 2), TOGETHER, apart=[(0, 2)]) == [(0, 1)]


def test_every_pair_of_a_group_is_compared_unless_it_is_very_large() -> None:
    assert len(missing_pairs([tuple(range(60))], ())) == 60 * 59 // 2
    assert missing_pairs([tuple(range(200))], ()) == []
    assert missing_pairs([(0, 1, 2)], {(0, 1)}) == [(0, 2), (1, 2)]
    assert missing_pairs([(0, 1)], ()) == []
