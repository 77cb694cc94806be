"""Looks a register's addresses up in Posti's files kept on this computer, and proposes what follows from them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tikissa.addresses.renumbering import Area, renumbered
from tikissa.addresses.street_check import Address, AddressAdvice, advise
from tikissa.analysis.fixed_register import fixed_register
from tikissa.companies.company_proposals import day_text, joined_fixes
from tikissa.model.analysis import Analysis
from tikissa.model.finding import Finding, Reason, Severity
from tikissa.model.problems import Problem
from tikissa.model.proposal import CellChange, Fix, Retire, fix_id
from tikissa.model.record import RecordId
from tikissa.model.register import ErrorCell, FormulaCell
from tikissa.model.schema import Meaning
from tikissa.open_registers.register_kinds import RegisterKind
from tikissa.reference.postal_codes import areas
from tikissa.store.open_registers.code_list import codes_in_use
from tikissa.store.open_registers.retired_codes import successors
from tikissa.store.open_registers.shelf import index_path, kept_registers
from tikissa.store.open_registers.street_index import StreetIndex

_CONFIDENCE = {"street.other_code": 0.8, "street.misspelt": 0.8, "postal_code.retired": 0.9}
POSTI = "Posti"
UNKNOWN, RETIRED = "postal_code.unknown", "postal_code.retired"
_WHOLE = 0.9

Codes = Mapping[str, tuple[str, str]]
"""The postal codes in use by Posti's list that is kept, with name and municipality; empty without one."""


def with_address_advice(analysis: Analysis, data: Path) -> Analysis:
    """Return the analysis with what Posti's files say of its addresses, or as it is where none is kept."""
    in_use = codes_in_use(index_path(data, RegisterKind.PCF))
    analysis = _with_codes(analysis, in_use)
    column = analysis.schema.first(Meaning.POSTAL_CODE)
    index = _opened(index_path(data, RegisterKind.BAF))
    changed = _retired(index_path(data, RegisterKind.POM), in_use)
    if column is None or not (index or changed):
        return analysis
    try:
        advice = advise([*_addresses(analysis, column)], index, {old: new for old, (new, _) in changed.items()})
    finally:
        if index is not None:
            index.close()
    days = {kept.kind: day_text(kept.facts.day) for kept in kept_registers(data) if kept.facts}
    return _told(analysis, advice, column, _days(advice, changed, days))


Changed = Mapping[str, tuple[str, RegisterKind]]
"""Retired codes with the code in the place of each, and the file that tells it."""


def _retired(path: Path, in_use: Codes) -> Changed:
    """Return the successors of the codes that are out of use: of one that is still in it, only a part has another."""
    before = {code: Area(*area) for code, area in areas().items()} if _is_whole(in_use) else {}
    compared = renumbered(before, {code: Area(*area) for code, area in in_use.items()})
    found = {code: (successor, RegisterKind.PCF) for code, successor in compared}
    found |= {code: (successor, RegisterKind.POM) for code, successor in successors(path).items()}
    return {code: told for code, told in found.items() if code not in in_use}


def _is_whole(in_use: Codes) -> bool:
    """Say whether the list has nearly all the codes people live by of our own, so that what it lacks has gone."""
    return len(areas().keys() & in_use.keys()) >= _WHOLE * len(areas())


def _with_codes(analysis: Analysis, in_use: Codes) -> Analysis:
    """Return the analysis with its doubts of postal codes by Posti's own list, which is newer than our table: without
    those it takes away, and with those of codes that have gone since."""
    column = analysis.schema.first(Meaning.POSTAL_CODE)
    if not in_use or column is None:
        return analysis
    left = tuple(each for each in analysis.findings if each.code != UNKNOWN or in_use.keys().isdisjoint(each.arguments))
    retires = tuple(_without_doubt(each, in_use) for each in analysis.retires)
    gone = areas().keys() - in_use.keys() if _is_whole(in_use) else frozenset()
    cells = fixed_register(analysis.register, analysis.fixes).cells_of(column)
    doubts = (
        Finding(UNKNOWN, Severity.WARNING, RecordId(record), column, (code,))
        for record, code in enumerate(map(str.strip, cells))
        if code in gone
    )
    kept = tuple(each for each in retires if each.reasons)
    return replace(analysis, findings=(*left, *doubts), retires=kept)


def _without_doubt(retire: Retire, in_use: Codes) -> Retire:
    left = tuple(each for each in retire.reasons if each.code != UNKNOWN or in_use.keys().isdisjoint(each.arguments))
    return retire if left == retire.reasons else replace(retire, reasons=left)


def _opened(path: Path) -> StreetIndex | None:
    if not path.is_file():
        return None
    try:
        return StreetIndex(path)
    except Problem:
        return None


def _addresses(analysis: Analysis, column: str) -> Iterator[Address]:
    fixed, schema = fixed_register(analysis.register, analysis.fixes), analysis.schema
    street, town = schema.first(Meaning.STREET), schema.first(Meaning.TOWN)
    streets = fixed.cells_of(street) if street else [""] * len(fixed)
    towns = fixed.cells_of(town) if town else [""] * len(fixed)
    rows = zip(streets, fixed.cells_of(column), towns, strict=True)
    for record, (where, code, place) in enumerate(rows):
        if code.strip():
            yield Address(RecordId(record), where.strip(), code.strip(), place.strip())


def _days(advice: Sequence[AddressAdvice], changed: Changed, days: Mapping[RegisterKind, str]) -> list[str]:
    """Return for each piece of advice the day of the file it comes from."""
    kinds = dict(changed.values())
    told = (kinds.get(each.told) if each.code == RETIRED else RegisterKind.BAF for each in advice)
    return [days.get(kind, "") if kind else "" for kind in told]


def _told(analysis: Analysis, advice: Sequence[AddressAdvice], column: str, days: Sequence[str]) -> Analysis:
    street = analysis.schema.first(Meaning.STREET)
    fixes: list[Fix] = []
    findings: list[Finding] = []
    for each, day in zip(advice, days, strict=True):
        target = column if each.postal_code else street
        after = each.postal_code or each.street
        reason = Reason(each.code, (each.told, POSTI, day))
        if after is None or target is None:
            findings.append(Finding(each.code, Severity.WARNING, each.record, street, reason.arguments))
        elif _may_change(analysis, each.record, target):
            changes = (CellChange(target, analysis.register.text(each.record, target), after),)
            key = fix_id(analysis.keys[each.record], changes, each.code)
            fixes.append(Fix(key, each.record, changes, reason, _CONFIDENCE[each.code], safe=False))
    return replace(analysis, fixes=joined_fixes(analysis, fixes), findings=(*analysis.findings, *findings))


def _may_change(analysis: Analysis, record: RecordId, column: str) -> bool:
    return not isinstance(analysis.register.cells_of(column).raw(record), FormulaCell | ErrorCell)
