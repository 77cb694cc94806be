"""Looks a register's addresses up in Posti's files kept on this computer, and proposes what follows from them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

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
from tikissa.store.open_registers.code_list import codes_in_use
from tikissa.store.open_registers.retired_codes import successors
from tikissa.store.open_registers.shelf import index_path, kept_registers
from tikissa.store.open_registers.street_index import StreetIndex

_CONFIDENCE = {"street.other_code": 0.8, "street.misspelt": 0.8, "postal_code.retired": 0.9}
POSTI = "Posti"
UNKNOWN = "postal_code.unknown"


def with_address_advice(analysis: Analysis, data: Path) -> Analysis:
    """Return the analysis with what Posti's files say of its addresses, or as it is where none is kept."""
    streets, codes = index_path(data, RegisterKind.BAF), index_path(data, RegisterKind.POM)
    analysis = _with_codes(analysis, codes_in_use(index_path(data, RegisterKind.PCF)))
    column = analysis.schema.first(Meaning.POSTAL_CODE)
    if column is None or not (streets.is_file() or codes.is_file()):
        return analysis
    index = _opened(streets)
    try:
        advice = advise([*_addresses(analysis, column)], index, successors(codes))
    finally:
        if index is not None:
            index.close()
    days = {kept.kind: day_text(kept.facts.day) for kept in kept_registers(data) if kept.facts}
    return _told(analysis, advice, column, days)


def _with_codes(analysis: Analysis, codes: frozenset[str]) -> Analysis:
    """Return the analysis without doubts of postal codes that Posti's own list has: it is newer than our table."""
    if not codes:
        return analysis
    left = tuple(each for each in analysis.findings if each.code != UNKNOWN or not codes.intersection(each.arguments))
    retires = tuple(_without_doubt(each, codes) for each in analysis.retires)
    return replace(analysis, findings=left, retires=tuple(each for each in retires if each.reasons))


def _without_doubt(retire: Retire, codes: frozenset[str]) -> Retire:
    left = tuple(each for each in retire.reasons if each.code != UNKNOWN or not codes.intersection(each.arguments))
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


def _told(
    analysis: Analysis, advice: Sequence[AddressAdvice], column: str, days: Mapping[RegisterKind, str]
) -> Analysis:
    street = analysis.schema.first(Meaning.STREET)
    fixes: list[Fix] = []
    findings: list[Finding] = []
    for each in advice:
        target = column if each.postal_code else street
        after = each.postal_code or each.street
        kind = RegisterKind.POM if each.code == "postal_code.retired" else RegisterKind.BAF
        reason = Reason(each.code, (each.told, POSTI, days.get(kind, "")))
        if after is None or target is None:
            findings.append(Finding(each.code, Severity.WARNING, each.record, street, reason.arguments))
        elif _may_change(analysis, each.record, target):
            changes = (CellChange(target, analysis.register.text(each.record, target), after),)
            key = fix_id(analysis.keys[each.record], changes, each.code)
            fixes.append(Fix(key, each.record, changes, reason, _CONFIDENCE[each.code], safe=False))
    return replace(analysis, fixes=joined_fixes(analysis, fixes), findings=(*analysis.findings, *findings))


def _may_change(analysis: Analysis, record: RecordId, column: str) -> bool:
    return not isinstance(analysis.register.cells_of(column).raw(record), FormulaCell | ErrorCell)
