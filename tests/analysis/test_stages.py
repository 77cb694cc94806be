"""One bar that only moves forward over all stages of an analysis."""

import pytest

from tikissa.analysis.analyse import SHARES, WHOLE, Stages
from tikissa.messages import has_words
from tikissa.model.progress import NoProgress


class Seen:
    def __init__(self) -> None:
        self.reports: list[tuple[str, int, int]] = []

    def report(self, stage: str, done: int, total: int) -> None:
        self.reports.append((stage, done, total))


def test_the_bar_never_goes_back_and_ends_full() -> None:
    seen = Seen()
    stages = Stages(seen)
    for name in SHARES:
        with stages.stage(name) as progress:
            progress.report("some.step", 1, 2)
            progress.report("some.step", 5, 2)
            progress.report("some.step", 0, 0)
    done = [report[1] for report in seen.reports]
    assert done == sorted(done)
    assert done[-1] == WHOLE
    assert {report[2] for report in seen.reports} == {WHOLE}


def test_every_stage_has_words() -> None:
    assert [name for name in SHARES if not has_words(f"analysis.{name}")] == []


def test_stages_timed_under_one_name_are_added_up() -> None:
    stages = Stages(NoProgress())
    for name in ("matching", "surviving"):
        with stages.stage(name):
            pass
    assert list(stages.timings) == ["matching_s"]


def test_a_stage_that_fails_passes_its_error_on() -> None:
    with pytest.raises(KeyError), Stages(NoProgress()).stage("schema"):
        raise KeyError("lost")
