"""Does the whole job without a window: accepts a set of proposals, plays it, and writes both files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from tikissa.analysis.fixed_register import fixed_register
from tikissa.export.save.writer import write
from tikissa.export.saving_options import WriteOptions, Written
from tikissa.lists.vanished_numbers import customer_numbers
from tikissa.matching.surviving.survivorship import golden_record
from tikissa.model.analysis import Analysis
from tikissa.model.decision import Decision, DecisionLog, RetireAction
from tikissa.model.outcome import Outcome
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.proposal import Fix, Merge, Retire
from tikissa.model.record import RecordId
from tikissa.review.decisions import Decider
from tikissa.review.derive import derive
from tikissa.review.erased_decisions import NOBODY, with_erased
from tikissa.review.queue import fix_groups
from tikissa.staleness.assess import ENDED
from tikissa.staleness.holds import holds


class Accept(StrEnum):
    SAFE = "safe"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Cleaning:
    """Which proposals to accept, and what becomes of rows that show no life (None: they stay)."""

    accept: Accept
    retire: RetireAction | None = None


def clean(
    analysis: Analysis,
    cleaning: Cleaning,
    decider: Decider,
    target: Path,
    audit_log: Path,
    options: WriteOptions,
    progress: Progress = NoProgress(),
    erased: Mapping[RecordId, date] = NOBODY,
) -> tuple[Outcome, Written]:
    """Write the cleaned file, without the customers who were `erased`, and the change log.

    Raises TargetProblem where either cannot be written.
    """
    progress.report("clean.decide", 0, 1)
    log = DecisionLog(tuple(decisions(analysis, cleaning, decider)))
    outcome = with_erased(derive(analysis.register, analysis.keys, log), erased)
    options = replace(options, numbers=customer_numbers(outcome, analysis.schema))
    return outcome, write(outcome, target, audit_log, options, progress)


def decisions(analysis: Analysis, cleaning: Cleaning, decider: Decider) -> Iterator[Decision]:
    """Yield one decision a kind of fix, one for all merges, one for all rows put away: each can be taken back alone."""
    if cleaning.accept is not Accept.NONE:
        everything = cleaning.accept is Accept.ALL
        fixes = [fix for fix in analysis.fixes if everything or fix.safe]
        for group in fix_groups(fixes):
            yield decider.fixes(analysis.keys, group.fixes)
        merges = analysis.merges if everything else tuple(_as_fixed(analysis, fixes))
        if merges:
            yield decider.merges(analysis, merges)
    retires = [retire for retire in analysis.retires if can_be_put_away(analysis, retire)]
    if cleaning.retire is not None and retires:
        yield decider.retires(analysis.keys, retires, cleaning.retire)


def _as_fixed(analysis: Analysis, fixes: Sequence[Fix]) -> Iterator[Merge]:
    """Yield the safe merges with what survives when these fixes alone are accepted, and no guess with them."""
    fixed = fixed_register(analysis.register, fixes)
    for merge in analysis.merges:
        if merge.safe:
            yield replace(merge, golden=golden_record(fixed, analysis.schema, merge.records))


def can_be_put_away(analysis: Analysis, retire: Retire) -> bool:
    """Say whether the customer seems gone and nothing speaks for keeping the row unasked."""
    return _seems_gone(retire) and not _is_held(analysis, retire)


def held_back(analysis: Analysis) -> int:
    """Return how many rows of customers who seem gone stay because something in them is still open."""
    return sum(_seems_gone(retire) and _is_held(analysis, retire) for retire in analysis.retires)


def _seems_gone(retire: Retire) -> bool:
    """Tell the signs of a customer who is gone from those that ask for a check of the row."""
    return any(reason.code in ENDED for reason in retire.reasons)


def _is_held(analysis: Analysis, retire: Retire) -> bool:
    return bool(holds(analysis.register, analysis.schema, retire.record, analysis.settings.today))
