"""The few numbers of a visit that are kept to show how the register fares."""

from collections.abc import Mapping

from tikissa.model.analysis import Analysis, JsonValue
from tikissa.model.trend import VisitFacts


def visit_facts(analysis: Analysis) -> VisitFacts:
    """Return what was found in a register on the day of its analysis."""
    return VisitFacts(
        day=analysis.settings.today,
        rows=len(analysis.register),
        duplicates=len(analysis.merges),
        wrong_values=_count(analysis.profile.get("wrong_values"), "errors"),
        stale=len(analysis.retires),
        out_of_reach=_count(analysis.profile, "out_of_reach"),
    )


def _count(facts: JsonValue | Mapping[str, JsonValue], name: str) -> int:
    value = facts.get(name) if isinstance(facts, Mapping) else None
    return value if isinstance(value, int) else 0
