"""The few numbers of a visit that are kept to show how the register fares."""

from tikissa.model.analysis import Analysis
from tikissa.model.trend import VisitFacts


def visit_facts(analysis: Analysis) -> VisitFacts:
    """Return what was found in a register on the day of its analysis."""
    return VisitFacts(
        day=analysis.settings.today,
        rows=len(analysis.register),
        duplicates=len(analysis.merges),
        wrong_values=analysis.profile.wrong_values.errors,
        stale=len(analysis.retires),
        out_of_reach=analysis.profile.out_of_reach,
    )
