"""What follows from one analysis and the log as it grows; made off the window's thread, so nothing waits for it."""

from tikissa.matching.surviving.surviving_rules import learn_writings
from tikissa.model.analysis import Analysis
from tikissa.model.decision import AskedAgain, DecisionLog
from tikissa.model.outcome import Outcome
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.record import RecordId, RecordKey
from tikissa.review.derive import Derivation
from tikissa.review.open_groups import work_out_differences
from tikissa.review.queue import OpenWork, Queue


class Review:
    """Plays the log once when it is made: what comes after costs only what is new."""

    def __init__(self, analysis: Analysis, log: DecisionLog, progress: Progress = NoProgress()) -> None:
        def tick() -> None:
            progress.report("analysis.profile", 1, 1)

        self.analysis = analysis
        self._derivation = Derivation(analysis.register, analysis.keys)
        self._queue = Queue(analysis, tick)
        for table in self._queue.tables:
            table.work_out(tick)
        work_out_differences(self._queue.merges)
        tick()
        analysis.keys.record(RecordKey(""))  # makes the way back from all keys: the first decision would wait for it
        tick()
        learn_writings(analysis.register, analysis.schema)
        tick()
        self.open_work(log, self.outcome(log))

    def outcome(self, log: DecisionLog) -> Outcome:
        """Return what the decisions make of the register."""
        return self._derivation.outcome(log)

    def asked_again(self, log: DecisionLog, records: tuple[RecordId, ...]) -> tuple[AskedAgain, ...]:
        """Return the pairs of these records that are asked about again."""
        return self._queue.asked_again(log, [self.analysis.keys[record] for record in records])

    def open_work(self, log: DecisionLog, outcome: Outcome) -> OpenWork:
        """Return what is left to decide."""
        return self._queue.open_work(log, outcome.leaving)
