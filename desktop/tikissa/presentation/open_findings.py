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
from tikissa.review.log_state import edited_cells, settings
from tikissa.rules import is_error

ASIDE = "aside."
"""Begins the name of the setting by which a kind of remark is put aside; its code follows."""

_PUT_ASIDE, _IMPORTANT = "yes", "no"

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class FindingGroup:
    code: str
    findings: tuple[Finding, ...]

    @property
    def records(self) -> frozenset[RecordId]:
        return frozenset(finding.record for finding in self.findings if finding.record is not None)


def aside(code: str, is_aside: bool) -> dict[str, str]:
    """Return the settings by which a kind of remark is put aside for good, or is important again."""
    return {ASIDE + code: _PUT_ASIDE if is_aside else _IMPORTANT}


def kinds_aside(log: DecisionLog) -> frozenset[str]:
    """Return the codes of the remarks that are of no importance to the user."""
    said = settings(log).items()
    return frozenset(name.removeprefix(ASIDE) for name, word in said if name.startswith(ASIDE) and word == _PUT_ASIDE)


def open_findings(analysis: Analysis, outcome: Outcome, log: DecisionLog) -> tuple[FindingGroup, ...]:
    """Return the findings in rows that stay and whose cell the user has not edited, errors first; without the kinds
    that are put aside."""
    without = kinds_aside(log)
    return tuple(group for group in _groups(analysis, outcome, log) if group.code not in without)


def findings_aside(analysis: Analysis, outcome: Outcome, log: DecisionLog) -> tuple[FindingGroup, ...]:
    """Return what would be told of the kinds that are put aside."""
    kinds = kinds_aside(log)
    return tuple(group for group in _groups(analysis, outcome, log) if group.code in kinds) if kinds else ()


def _groups(analysis: Analysis, outcome: Outcome, log: DecisionLog) -> tuple[FindingGroup, ...]:
    gathered: dict[str, list[Finding]] = defaultdict(list)
    for finding in _open(
        sorted(analysis.findings, key=lambda finding: _ORDER.index(finding.severity)), analysis, outcome, log
    ):
        gathered[finding.code].append(finding)
    return tuple(FindingGroup(code, tuple(members)) for code, members in gathered.items())


def open_errors(analysis: Analysis, outcome: Outcome, log: DecisionLog) -> int:
    """Return how many values that no fix mends still are surely wrong; kinds that are put aside do not count."""
    wrong, without = beyond_fixing(analysis.findings, analysis.fixes, is_error), kinds_aside(log)
    return sum(finding.code not in without for finding in _open(wrong, analysis, outcome, log))


def _open(findings: Iterable[Finding], analysis: Analysis, outcome: Outcome, log: DecisionLog) -> Iterator[Finding]:
    edited = edited_cells(log)
    for finding in findings:
        if finding.record is None or not outcome.stays(finding.record):
            continue
        if not edited or (analysis.keys[finding.record], finding.column) not in edited:
            yield finding
