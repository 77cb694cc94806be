"""Saves workbooks with an edit, a deleted row and an added row, and has LibreOffice do the same by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isclose
from pathlib import Path

from export.libre_office import Case, Seen
from export.outcomes import change, outcome, read
from tikissa.export.log.audit_files import read_audit_log
from tikissa.export.proof.explained_changes import explained_by
from tikissa.export.save.writer import write
from tikissa.model.outcome import Outcome
from tikissa.model.problems import FileProblem, TargetProblem
from tikissa.model.register import FormulaCell, Register

_CHANGING = re.compile(r"(NOW|TODAY|RAND\w*|CELL|INFO|WEBSERVICE)\(", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """A saved workbook, and what LibreOffice is to do to the original to get the same; `grows`: it has more rows."""

    name: str
    ours: Case
    theirs: Case
    grows: bool = False


def pairs(source: Path, folder: Path) -> Iterator[Pair]:
    """Yield the ways of saving a workbook that it lets itself be saved in."""
    register = read(source)
    suffix = source.suffix if source.suffix in (".xlsx", ".xlsm", ".ods") else ".xlsx"
    for way, wanted in _ways(register):
        cleaned, log = folder / f"{source.name}-{way}{suffix}", folder / f"{source.name}-{way}-log.xlsx"
        try:
            write(wanted, cleaned, log)
        except (TargetProblem, FileProblem):
            continue
        yield _pair(f"{source.name} {way}", source, cleaned, log, register)


def _ways(register: Register) -> Iterator[tuple[str, Outcome]]:
    middle = register.row(len(register) // 2)  # type: ignore[arg-type]
    for column in register.columns:
        cells = register.cells[column.index]
        if not isinstance(cells.raws[cells.codes[len(register) // 2]], FormulaCell):
            yield "edit", outcome(register, [change(register, middle, column.name, "Muutettu")])
            break
    yield "deletion", outcome(register, removed=[middle])
    yield "addition", outcome(register, added=[{column.name: "Lisätty" for column in register.columns[:3]}])


def _pair(name: str, source: Path, cleaned: Path, log: Path, register: Register) -> Pair:
    said = read_audit_log(log)
    explained, sheet = explained_by(said), register.source.sheet
    gone = tuple(int(row) for row in said.leaving)
    added = tuple(sorted(explained.added))
    edited = tuple(row for row in explained.cells.get(sheet, {}) if row not in gone)
    room = len(added) if said.subject.rest_moved else 0
    ours = Case(cleaned, only_values=True)
    theirs = Case(source, sheet, gone, taken_over=added or edited, from_workbook=cleaned, room=room, only_values=True)
    return Pair(name, ours, theirs, bool(added))


def disagreements(pair: Pair, ours: Seen, theirs: Seen) -> list[str]:
    """Say where LibreOffice sees another value in what was saved than in what it made of the original itself.

    Not compared are functions whose value changes by itself, and, where rows came, what is worked out by formulas that
    grew by them: the sum of a column takes the new row in.
    """
    if "unopened" in theirs:
        return []
    if "unopened" in ours:
        return ["LibreOffice does not open it"]
    formulas, others = ours.get("formula", {}), theirs.get("formula", {})
    left_out = pair.grows and any(formulas.get(where) != formula for where, formula in others.items())
    left_out = left_out or any(map(_CHANGING.search, map(str, formulas.values())))
    values, wanted = ours.get("value", {}), theirs.get("value", {})
    found = []
    for where in sorted(values.keys() | wanted.keys()):
        formula = formulas.get(where, others.get(where, [""]))[0]
        if where in formulas and left_out:
            continue
        first, second = values.get(where, [""])[0], wanted.get(where, [""])[0]
        if not _is_same(first, second):
            found.append(f"{where}: {first[:60]} and not {second[:60]} {formula[:60]}")
    return found


def _is_same(first: str, second: str) -> bool:
    if first == second:
        return True
    try:
        return isclose(float(first), float(second), rel_tol=1e-12, abs_tol=1e-9)
    except ValueError:
        return False
