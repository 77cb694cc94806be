"""What speaks for and against rows being one customer, for rows the user laid side by side by hand."""

from tikissa.matching.explaining.pair_evidence import evidence_between
from tikissa.model.analysis import Analysis
from tikissa.model.matching import MatchWeight
from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId


def evidence_of(analysis: Analysis, outcome: Outcome, records: tuple[RecordId, ...]) -> tuple[MatchWeight, ...]:
    """Return the evidence on these rows as they stand now, strongest first; what was found of just this group already
    is told as it was found."""
    ordered = tuple(sorted(records))
    for merge in analysis.merges:
        if merge.records == ordered:
            return merge.cluster.evidence
    return evidence_between(outcome.register, analysis.schema, records, outcome.changed)
