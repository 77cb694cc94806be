"""Three months with one register: each kind of choice made in the first is taken back in the third."""

import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from tikissa.analysis.analyse import analyse
from tikissa.app.returning import carry_from, last_time
from tikissa.app.session import Session
from tikissa.export.log.audit_files import read_audit_log
from tikissa.export.log.audit_line import LineKind
from tikissa.export.proof.verify import verify
from tikissa.export.restore.restore import restore
from tikissa.export.save.writer import write
from tikissa.export.saving_options import Written
from tikissa.files.reader import read
from tikissa.model.decision import Decision, DecisionLog, RetireAction
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.resources import resource
from tikissa.review.carry_over import carry_over
from tikissa.review.derive import derive
from tikissa.review.same_records import Visit

BUILD_SCRIPTS = Path(__file__).resolve().parents[2] / "build_scripts"
KINDS = ("fix", "bulk", "merge", "archive", "edit")
LINES = {"merge": LineKind.MERGED, "archive": LineKind.ARCHIVED}
Facts = Mapping[str, object]


@dataclass
class Months:
    """The register's three exports, the session of the last one, and what was decided in the first, by kind."""

    folder: Path
    exports: tuple[Path, ...]
    visits: list[Visit]
    decided: dict[str, Decision]
    session: Session
    saved: list[Written]

    def number(self, kind: str) -> int:
        """Return what the decision goes by in the third month's log: carrying over keeps the order."""
        return list(KINDS).index(kind)

    def without(self, kind: str) -> Outcome:
        """Return the third month's outcome had the decision never been made."""
        log = DecisionLog(tuple(decision for other, decision in self.decided.items() if other != kind))
        for before, now in zip(self.visits, self.visits[1:], strict=False):
            log = carry_over(before, log, now).log
        return derive(self.visits[-1].register, self.visits[-1].keys, log)


def _stable_rows(first: Facts, second: Facts) -> frozenset[int]:
    """Return the rows of the first export that say the same in the third."""
    still = {int(before) for _, before in _unchanged(second)}
    return frozenset(int(before) for row, before in _unchanged(first) if int(row) in still)


def _unchanged(facts: Facts) -> list[tuple[str, int]]:
    """Return the rows that say the same a month later, by the number they have then."""
    same, changed = cast(dict[str, int], facts["same"]), cast(dict[str, object], facts["changed"])
    return [(row, before) for row, before in same.items() if row not in changed]


def _opened(path: Path, folder: Path, today: date) -> Session:
    register = read(path)
    last = last_time(path, register.source.sha256, folder)
    session = Session(path, register, folder)
    if last is not None:
        session.take_over(carry_from(last, register), last.visits)
    session.take_analysis(analyse(register, session.settings(today), session.judgements))
    return session


def _decide(session: Session, stable: frozenset[int]) -> dict[str, Decision]:
    """Make one decision of each kind, on rows of which none is touched by another and none changes later."""
    analysis, keys, decider = session.analysis, session.analysis.keys, session.decider
    rows = analysis.register.row
    group = next(group for group in session.work.fix_groups if len(group.fixes) > 10)
    fixes = [fix for fix in group.fixes if rows(fix.record) in stable]
    taken = {fix.record for fix in analysis.fixes}
    merge = next(
        merge
        for merge in session.work.safe_merges
        if all(rows(record) in stable and record not in taken for record in merge.records)
        and any(value.source not in (None, merge.golden.survivor) for value in merge.golden.values)
    )
    grouped = {record for merge in analysis.merges for record in merge.records}
    free = [record for record in map(RecordId, range(len(analysis.register))) if rows(record) in stable]
    free = [record for record in free if record not in taken and record not in grouped]
    note = analysis.register.columns[-1].name
    edit = CellChange(note, analysis.register.text(free[0], note), "soitettu 3.11.")
    return {
        "fix": decider.fixes(keys, fixes[:1]),
        "bulk": decider.fixes(keys, fixes[1:]),
        "merge": decider.merges(analysis, [merge]),
        "archive": decider.retired_by_hand(keys, free[1:2], RetireAction.ARCHIVE),
        "edit": decider.edited_cells(keys, [(free[0], edit)]),
    }


@pytest.fixture(scope="module")
def months(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Months]:
    sys.path.insert(0, str(BUILD_SCRIPTS))
    from make_next_export import make

    folder = tmp_path_factory.mktemp("months")
    exports = tuple(folder / f"vienti-{number}.xlsx" for number in (1, 2, 3))
    shutil.copy(resource("demo", "asiakasrekisteri.xlsx"), exports[0])
    facts = [make(exports[0], exports[1], seed=1), make(exports[1], exports[2], seed=2)]
    path, saved, visits, decided = folder / "asiakasrekisteri.xlsx", [], [], {}
    session: Session | None = None
    for number, export in enumerate(exports):
        if session is not None:
            session.close()
        shutil.copy(export, path)
        session = _opened(path, folder / "sessions", date(2026, 9 + number, 1))
        if number == 0:
            decided = _decide(session, _stable_rows(*facts))
            for decision in decided.values():
                session.decide(decision)
        visits.append(Visit(session.register, session.analysis.keys, session.analysis.schema))
        saved.append(write(session.outcome, folder / f"siisti-{number}.xlsx", folder / f"loki-{number}.xlsx"))
        assert verify(path, saved[-1].cleaned, saved[-1].audit_logs[0]) == ()
    assert session is not None
    yield Months(folder, exports, visits, decided, session, saved)
    session.close()
    sys.path.remove(str(BUILD_SCRIPTS))


def _texts(outcome: Outcome) -> list[tuple[str, ...]]:
    names = [column.name for column in outcome.register.columns]
    staying = (RecordId(record) for record in range(len(outcome.register)) if outcome.stays(RecordId(record)))
    return sorted(tuple(outcome.text(record, name) for name in names) for record in staying)


def _rows(register: Register) -> list[tuple[str, ...]]:
    return sorted(zip(*(cells.spread().tolist() for cells in register.cells), strict=True))


def test_every_decision_of_the_first_month_holds_in_the_third(months: Months) -> None:
    assert len(months.session.log.in_force) == len(KINDS)
    assert [len(decision.items) for _, decision in months.session.log.in_force] == [
        len(decision.items) for decision in months.decided.values()
    ]
    assert len(months.session.visits) == 3


def test_the_rows_add_up_each_month(months: Months) -> None:
    for written in months.saved:
        assert written.rows_in == written.kept + written.merged + written.archived + written.removed
        assert (written.merged, written.archived) == (1, 1)


@pytest.mark.parametrize("kind", KINDS)
def test_taken_back_in_month_three_from_the_history_it_is_as_if_never_decided(months: Months, kind: str) -> None:
    session = months.session
    try:
        assert session.take_back(months.number(kind))
        assert _texts(session.outcome) == _texts(months.without(kind))
        target, log = months.folder / f"ilman-{kind}.xlsx", months.folder / f"ilman-{kind}-loki.xlsx"
        written = write(session.outcome, target, log)
        assert written.rows_in == written.kept + written.merged + written.archived + written.removed
        assert verify(session.path, target, log) == ()
    finally:
        session.put_back(months.number(kind))


@pytest.mark.parametrize("kind", ["fix", "merge", "archive", "edit"])
def test_taken_back_from_the_log_alone_it_is_as_if_never_decided(months: Months, kind: str) -> None:
    saved, wanted = months.saved[-1], LINES.get(kind, LineKind.CHANGE)
    lines = read_audit_log(saved.audit_logs[0]).lines
    line = next(line for line in lines if line.kind == wanted and line.decision == str(months.number(kind)))
    target, log = months.folder / f"takaisin-{kind}.xlsx", months.folder / f"takaisin-{kind}-loki.xlsx"
    restored = restore(saved.cleaned, saved.audit_logs[0], int(line.line), target, log)
    assert (restored.masked, restored.changed) == ((), ())
    assert verify(saved.cleaned, target, log) == ()
    assert _rows(read(target)) == _texts(months.without(kind))
