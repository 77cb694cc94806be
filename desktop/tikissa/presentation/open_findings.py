"""What was found and nothing can be suggested for: the user's own eyes are needed, kind by kind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tikissa.model.analysis import Analysis
from tikissa.model.decision import DecisionLog
from tikissa.model.finding import Finding, Severity
from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId
from tikissa.profiling.views import beyond_fixing
from tikissa.review.log_state import edited_cells
from tikissa.rules import is_error

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class FindingGroup:
    code: str
    findings: tuple[Finding, ...]

    @property
    def records(self) -> frozenset[RecordId]:
        return frozenset(finding.record for finding in self.findings if finding.record is not None)


def open_findings(analysis: Analysis, outcome: Outcome, log: DecisionLog) -> tuple[FindingGroup, ...]:
    """Return the findings in rows that stay and whose cell the user has not edited, errors first."""
    gathered: dict[str, list[Finding]] = defaultdict(list)
    for finding in _open(
        sorted(analysis.findings, key=lambda finding: _ORDER.index(finding.severity)), analysis, outcome, log
    ):
        gathered[finding.code].append(finding)
    return tuple(FindingGroup(code, tuple(members)) for code, members in gathered.items())


def open_errors(analysis: Analysis, outcome: Outcome, log: DecisionLog) -> int:
    """Return how many values that no fix mends still are surely wrong."""
    return sum(1 for _ in _open(beyond_fixing(analysis.findings, analysis.fixes, is_error), analysis, outcome, log))


def _open(findings: Iterable[Finding], analysis: Analysis, outcome: Outcome, log: DecisionLog) -> Iterator[Finding]:
    edited = edited_cells(log)
    for finding in findings:
        if finding.record is None or not outcome.stays(finding.record):
            continue
        if not edited or (analysis.keys[finding.record], finding.column) not in edited:
            yield finding
