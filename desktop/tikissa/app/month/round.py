"""A month's round: the choices brought along, the kinds accepted before accepted again, everything else left open."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from tikissa.analysis.fixed_register import changed_register
from tikissa.app.exclusion_list import opt_out_columns
from tikissa.app.month.opening import look_through, open_session, settings_of
from tikissa.app.preferences import Preferences
from tikissa.app.session import Session
from tikissa.app.targets import Targets, folder_made
from tikissa.export.save.writer import write
from tikissa.export.saving_options import IfUnsafe, RemovedRows, WriteOptions, Written
from tikissa.lists.vanished_numbers import customer_numbers
from tikissa.matching.surviving.survivorship import golden_record
from tikissa.model.problems import TargetProblem
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.proposal import Fix, Merge
from tikissa.review.kinds import SAFE_MERGES, as_before, code_of, kind_of
from tikissa.review.version_comparison import SinceLastTime, since_last_time

_SAVED = "month.saved"
"""The note of how many events the log had when the register was saved last."""


class Again(StrEnum):
    """Which kinds a round accepts."""

    AS_BEFORE = "as-before"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Kinds:
    """How many suggestions of each code: fixes, and SAFE_MERGES for the groups that are surely one customer."""

    accepted: Mapping[str, int]
    left: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Newcomers:
    """Of the rows that came since, how many are perhaps in the register already, and how many have something to fix."""

    rows: int
    perhaps_there: int
    to_fix: int


def accept_again(session: Session, progress: Progress = NoProgress()) -> Kinds:
    """Accept what is open of the kinds that were accepted as a whole each time they were answered.

    Each kind is one decision, on disk before the next: interrupted, the next round goes on where this one was. A group
    of which something was said that no longer holds is left for the user.
    """
    wanted = as_before(session.answers)
    accepted: Counter[str] = Counter()
    for group in session.work.fix_groups:
        fixes = [fix for fix in group.fixes if kind_of(fix) in wanted]
        if fixes:
            progress.report("clean.decide", 0, 1)
            session.decide(session.decider.fixes(session.analysis.keys, fixes))
            accepted[group.code] += len(fixes)
    if SAFE_MERGES in wanted:
        merges = tuple(_as_they_stand(session))
        if merges:
            session.decide(session.decider.merges(session.analysis, merges))
            accepted[SAFE_MERGES] += len(merges)
    return Kinds(accepted, left_open(session))


def left_open(session: Session) -> Mapping[str, int]:
    """Return what waits for the user, by code; rows worth checking are never settled unasked."""
    work = session.work
    left = {group.code: len(group.fixes) for group in work.fix_groups}
    counts = {SAFE_MERGES: len(work.safe_merges), "merge.asked": len(work.merges) - len(work.safe_merges)}
    return {**left, **{code: count for code, count in counts.items() if count}, **_retires(len(work.retires))}


def _retires(count: int) -> dict[str, int]:
    return {"retire.asked": count} if count else {}


def _as_they_stand(session: Session) -> Iterator[Merge]:
    """Yield the sure groups with what survives of the rows as they are now: no suggestion that is still open."""
    fixed = changed_register(session.register, session.outcome.changed)
    for merge in session.work.safe_merges:
        if not session.asked_again(merge.records):
            yield replace(merge, golden=golden_record(fixed, session.analysis.schema, merge.records))


def since(session: Session) -> SinceLastTime | None:
    """Return what came, changed and went since the last version; None where nothing was brought along now."""
    return since_last_time(session.carried, session.work) if session.carried is not None else None


def newcomers(session: Session, changes: SinceLastTime) -> Newcomers:
    """Return what the new rows are to the register they have entered."""
    new = changes.new
    merges = (set(merge.records) for merge in session.analysis.merges)
    there = {record for records in merges if records - new for record in records & new}
    to_fix = {fix.record for fix in session.analysis.fixes if _is_error(fix)} & new
    return Newcomers(len(new), len(there), len(to_fix))


def _is_error(fix: Fix) -> bool:
    from tikissa.rules import is_error

    return is_error(fix.reason.code)


def is_saved(session: Session) -> tuple[Path, ...]:
    """Return the cleaned file and log of this version of the register where they hold every choice made by now."""
    if session.note(_SAVED) != str(len(session.log.events)):
        return ()
    written = session.written
    return written if written and all(path.exists() for path in written) else ()


@dataclass(frozen=True, slots=True)
class Saving:
    """How a round is saved, beside what the session knows itself."""

    language: str
    if_unsafe: IfUnsafe = IfUnsafe.STOP
    removed_rows: RemovedRows = RemovedRows.LOG
    one_log: bool = False


def save(session: Session, targets: Targets, saving: Saving, progress: Progress = NoProgress()) -> Written:
    """Write the cleaned file and the change log. Raises TargetProblem where either cannot be written; the choices are
    kept."""
    outcome, analysis = session.outcome, session.analysis
    columns = opt_out_columns(outcome, analysis, saving.language)
    options = WriteOptions(
        language=saving.language,
        if_unsafe=saving.if_unsafe,
        removed_rows=saving.removed_rows,
        who=session.who,
        mask_key=session.mask_key,
        numbers=customer_numbers(outcome, analysis.schema),
        columns=columns,
        meanings=analysis.schema.meanings,
        one_log=saving.one_log,
    )
    with folder_made(targets):
        written = write(outcome, targets.cleaned, targets.audit_log, options, progress)
    session.remember_written((written.cleaned, *written.audit_logs, *written.added_files))
    session.keep_note(_SAVED, str(len(session.log.events)))
    return written


@dataclass(frozen=True, slots=True)
class RoundDone:
    """A whole round. `previous` is the day of the visit before, None where there was none; `changes` and `newcomers`
    are None where nothing was brought along now. `written` is None where an earlier round had saved all there is
    (`there`), or where it could not be saved because of `problem`: what was accepted is kept all the same."""

    session: Session
    previous: date | None
    kinds: Kinds
    changes: SinceLastTime | None
    newcomers: Newcomers | None
    written: Written | None = None
    there: tuple[Path, ...] = ()
    problem: TargetProblem | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """Return the cleaned file and the logs, of this round or of the earlier one."""
        return (self.written.cleaned, *self.written.audit_logs) if self.written is not None else self.there


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a round is to do. `anew`: it saves though all there is was saved before."""

    targets: Targets
    saving: Saving
    today: date
    again: Again = Again.AS_BEFORE
    anew: bool = True


def whole_round(
    path: Path, folder: Path, preferences: Preferences, wanted: Wanted, progress: Progress = NoProgress()
) -> RoundDone:
    """Open a register's session, accept what was accepted before, and save; the session comes back open.

    Raises FileProblem or SessionProblem where it cannot be begun, Cancelled where it is stopped; then the session is
    closed, with all in it that was accepted by then.
    """
    session = open_session(path, folder, progress, preferences.who)
    try:
        look_through(session, settings_of(session, preferences, wanted.today), progress)
        nothing = wanted.again is Again.NONE
        kinds = Kinds({}, left_open(session)) if nothing else accept_again(session, progress)
        changes, earlier = since(session), [visit.day for visit in session.visits[:-1]]
        came = newcomers(session, changes) if changes is not None else None
        done = RoundDone(session, earlier[-1] if earlier else None, kinds, changes, came)
        if there := () if wanted.anew else is_saved(session):
            return replace(done, there=there)
        try:
            return replace(done, written=save(session, wanted.targets, wanted.saving, progress))
        except TargetProblem as problem:
            return replace(done, problem=problem)
    except BaseException:
        session.close()
        raise


def title_code(code: str) -> str:
    """Return the code by which a kind is called in a list."""
    return f"month.{code}" if code.startswith(("merge.", "retire.")) else code_of(code)
