"""One even bar over the stages of an analysis: each reports as if it were alone and gets its share of the whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from tikissa.model.progress import Progress

WHOLE = 1000

SHARES = {
    "schema": ("schema_s", 20),
    "fixes": ("rules_s", 280),
    "matching": ("matching_s", 580),
    "surviving": ("matching_s", 60),
    "staleness": ("staleness_s", 30),
    "profile": ("profile_s", 30),
}
"""Under which name each stage is timed, and the thousandths it is given of the whole."""


class _StageProgress:
    def __init__(self, progress: Progress, start: int, share: int) -> None:
        self._progress = progress
        self._start = start
        self._share = share

    def report(self, stage: str, done: int, total: int) -> None:
        part = min(max(done, 0), total) / total if total > 0 else 1.0
        self._progress.report(stage, self._start + int(self._share * part), WHOLE)


class Stages:
    """Times the stages of one analysis and gives each its stretch of the bar."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._start = 0
        self.timings: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[Progress]:
        timing, share = SHARES[name]
        self._progress.report(f"analysis.{name}", self._start, WHOLE)
        began = perf_counter()
        yield _StageProgress(self._progress, self._start, share)
        self._start += share
        self.timings[timing] = self.timings.get(timing, 0.0) + perf_counter() - began
        self._progress.report(f"analysis.{name}", self._start, WHOLE)
