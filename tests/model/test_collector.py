"""The garbage collector works as before once the long work is over, however it ended."""

import gc

import pytest

from tikissa.model.collector import collector_resting
from tikissa.model.problems import Cancelled


@collector_resting()
def _work(resting: list[bool]) -> None:
    resting.append(not gc.isenabled())
    raise Cancelled


def test_the_collector_rests_within_and_works_again_after_even_cancelled_work() -> None:
    resting: list[bool] = []
    with pytest.raises(Cancelled):
        _work(resting)
    assert resting == [True]
    assert gc.isenabled()


def test_rest_within_rest_ends_with_the_outer_one() -> None:
    with collector_resting():
        with collector_resting():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
