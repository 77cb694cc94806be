"""What cleaning has changed: the state of the register as it was read, and as the decisions so far leave it."""

from collections.abc import Iterator

import numpy as np

from tikissa.analysis.fixed_register import changed_register
from tikissa.model.analysis import Analysis
from tikissa.model.decision import DecisionLog
from tikissa.model.outcome import Outcome
from tikissa.model.trend import Measure
from tikissa.presentation.open_findings import open_errors, open_findings
from tikissa.profiling.reach import reach
from tikissa.profiling.views import Found, Records
from tikissa.review.queue import OpenWork
from tikissa.rules import is_error

OLD = 3
"""Years since a row's newest date from which on it counts as old."""


def before_and_after(analysis: Analysis, outcome: Outcome, work: OpenWork, log: DecisionLog) -> tuple[Measure, ...]:
    """Return the numbers as they were and as they are; `outcome` and `work` follow from the log. Rows that come from
    other files are not counted."""
    return tuple(measure for measure in _measures(analysis, outcome, work, log) if measure.then or measure.now)


def _measures(analysis: Analysis, outcome: Outcome, work: OpenWork, log: DecisionLog) -> Iterator[Measure]:
    before, then = analysis.profile, _as_read(analysis)
    now, stays = _as_decided(analysis, outcome, work, log), _staying(outcome)
    rows, kept = len(stays), int(stays.sum())
    yield Measure("rows", rows, kept)
    yield Measure("duplicate_groups", before.duplicates.groups, len(work.merges))
    errors = sum(len(group.fixes) for group in work.fix_groups if group.error)
    yield Measure("wrong_values", before.wrong_values.errors, errors + open_errors(analysis, outcome, log))
    yield Measure("worth_checking", before.stale.rows, len(work.retires))
    yield Measure("old", int((then.years >= OLD).sum()), int((now.years >= OLD)[stays].sum()))
    held = dict(reach(now))
    for way in before.reachability:
        after = int(held[f"reachability/{way.way}/reached"][stays].sum())
        yield Measure(f"way_{way.way}", way.reached, after, rows, kept)


def _as_read(analysis: Analysis) -> Found:
    return Found(analysis.register, analysis.schema, analysis.settings)


def _as_decided(analysis: Analysis, outcome: Outcome, work: OpenWork, log: DecisionLog) -> Found:
    """Return the register with its cells as they are now, and what is still open in it; all rows are in it."""
    findings = (finding for group in open_findings(analysis, outcome, log) for finding in group.findings)
    return Found(
        changed_register(analysis.register, outcome.changed),
        analysis.schema,
        analysis.settings,
        tuple(fix for group in work.fix_groups for fix in group.fixes),
        tuple(findings),
        is_error=is_error,
    )


def _staying(outcome: Outcome) -> Records:
    stays = np.ones(len(outcome.register), np.bool_)
    stays[np.fromiter(outcome.leaving, np.intp, len(outcome.leaving))] = False
    return stays
