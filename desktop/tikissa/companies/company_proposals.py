"""Turns what an open register says into proposals of the usual kinds: fixes of name, address and id, and rows to check.

Each is a guess to be looked at, never safe: a customer may well be at another address than the register's.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from tikissa.companies.subjects import NAMES
from tikissa.model.analysis import Analysis
from tikissa.model.companies import CompanyRow, CompanyVerdict, Place
from tikissa.model.finding import Reason
from tikissa.model.proposal import CellChange, Fix, Retire, fix_id, retire_id
from tikissa.model.record import RecordId
from tikissa.model.register import ErrorCell, FormulaCell
from tikissa.model.schema import Meaning, Schema
from tikissa.reference.postal_codes import as_written

_SURE_OF_NAME, _SURE_OF_ADDRESS = 0.9, 0.6

CHECKED = frozenset(
    (
        *(CompanyVerdict.NOT_IN_REGISTER, CompanyVerdict.CEASED, CompanyVerdict.BANKRUPTCY),
        *(CompanyVerdict.LIQUIDATION, CompanyVerdict.RESTRUCTURING),
    )
)
"""The verdicts that make a row worth checking."""

_TOLD = frozenset(("company.other_name", "company.other_situation"))
"""Reasons that do, whatever the verdict."""


def with_proposals(analysis: Analysis, rows: Sequence[CompanyRow]) -> Analysis:
    """Return the analysis with what an open register says among its fixes and its rows to check."""
    if not rows:
        return analysis
    fixes = [*fixes_of(analysis, rows)]
    retires = {row.record: reason for row in rows if (reason := reason_to_check(row)) is not None}
    return replace(analysis, fixes=joined_fixes(analysis, fixes), retires=_checked(analysis, retires))


def fixes_of(analysis: Analysis, rows: Sequence[CompanyRow]) -> Iterator[Fix]:
    """Yield the fixes of all rows."""
    shared = shared_ids(rows)
    for row in rows:
        yield from fixes_of_row(analysis, row, shared)


def shared_ids(rows: Iterable[CompanyRow]) -> frozenset[str]:
    """Return the ids that several rows have: they may be branches, and none of them gets an address."""
    times = Counter(row.business_id for row in rows if row.business_id)
    return frozenset(number for number, count in times.items() if count > 1)


def fixes_of_row(analysis: Analysis, row: CompanyRow, shared: frozenset[str]) -> Iterator[Fix]:
    """Yield what would be changed in one row by what an open register says of it."""
    for reason, changes, confidence in _changes(analysis, row, row.business_id in shared):
        if changes:
            key = analysis.keys[row.record]
            yield Fix(fix_id(key, changes, reason.code), row.record, changes, reason, confidence, safe=False)


Change = tuple[Reason, tuple[CellChange, ...], float]


def _changes(analysis: Analysis, row: CompanyRow, shares_id: bool) -> Iterator[Change]:
    schema, source = analysis.schema, (row.source.name, day_text(row.source.day))
    company = row.company
    if company is None or row.verdict is CompanyVerdict.CEASED:
        return
    if row.new_name:
        cells = _cells(analysis, row.record, ((NAMES, row.new_name),))
        yield Reason("company.renamed", (row.name, row.new_name, *source)), cells, _SURE_OF_NAME
    if row.new_address and not shares_id:
        cells = _cells(analysis, row.record, _address(schema, row.new_address))
        yield Reason("company.moved", (one_line(row.new_address), *source)), cells, _SURE_OF_ADDRESS
    if row.proposed_id:
        code = "company.other_id" if row.business_id else "company.id_found"
        cells = _cells(analysis, row.record, (((Meaning.BUSINESS_ID,), row.proposed_id),))
        yield Reason(code, (company.name, one_line(company.address), *source)), cells, row.probability or 0.0


def reason_to_check(row: CompanyRow) -> Reason | None:
    """Return why a row is worth checking by what an open register says of it, with the register's name and day."""
    if row.verdict not in CHECKED and _TOLD.isdisjoint(row.reasons):
        return None
    code = next((reason for reason in row.reasons if reason in _TOLD), f"company.{row.verdict}")
    told = row.company.name if row.company and code == "company.other_name" else _since(row.since)
    if row.company and code == "company.other_situation":
        told = row.company.situations[0].code
    return Reason(code, (row.source.name, day_text(row.source.day), told))


def day_text(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def _since(text: str | None) -> str:
    """Return a day of the register as people write it; what is none is shown as it is."""
    try:
        return day_text(date.fromisoformat(text or ""))
    except ValueError:
        return text or "–"


def _cells(
    analysis: Analysis, record: RecordId, wanted: Iterable[tuple[tuple[Meaning, ...], str]]
) -> tuple[CellChange, ...]:
    """Return the changes that put texts into the row's column of each meaning, where the text is another one.

    There is none where one of the cells is the spreadsheet's own to write.
    """
    register = analysis.register
    found: list[CellChange] = []
    for meanings, after in wanted:
        column = column_for(analysis, record, meanings)
        if column is None or (before := register.text(record, column)) == after:
            continue
        if isinstance(register.cells_of(column).raw(record), FormulaCell | ErrorCell | date | bool):
            return ()
        found.append(CellChange(column, before, after))
    return tuple(found)


def column_for(analysis: Analysis, record: RecordId, meanings: tuple[Meaning, ...]) -> str | None:
    """Return the column the row has its value in, else the first there is."""
    every = [column for meaning in meanings for column in analysis.schema.columns_of(meaning)]
    filled = (column for column in every if analysis.register.text(record, column).strip())
    return next(filled, next(iter(every), None))


def _address(schema: Schema, place: Place) -> Iterator[tuple[tuple[Meaning, ...], str]]:
    if not schema.columns_of(Meaning.STREET) and schema.columns_of(Meaning.WHOLE_ADDRESS):
        yield (Meaning.WHOLE_ADDRESS,), one_line(place)
        return
    yield (Meaning.STREET,), place.street
    yield (Meaning.POSTAL_CODE,), place.postal_code
    yield (Meaning.TOWN,), town_of(place)


def one_line(place: Place) -> str:
    """Return an address as it is written on one line."""
    return ", ".join(filter(None, (place.street, f"{place.postal_code} {town_of(place)}".strip())))


def town_of(place: Place) -> str:
    """Return the town as people write it."""
    return as_written(next(iter(place.towns), ""))


def joined_fixes(analysis: Analysis, new: Sequence[Fix]) -> tuple[Fix, ...]:
    """Return the fixes with the new ones: of a cell there is one fix, and what the register says comes last."""
    taken = {(fix.record, change.column): fix for fix in analysis.fixes for change in fix.changes}
    kept = {fix.id: fix for fix in analysis.fixes}
    added: list[Fix] = []
    for fix in new:
        found = (taken.get((fix.record, change.column)) for change in fix.changes)
        others = {other.id: other for other in found if other is not None}
        if any(len(other.changes) > 1 for other in others.values()):
            continue  # a row set right as a whole is to be settled first
        also = tuple(reason for other in others.values() for reason in (other.reason, *other.also))
        for other in others:
            kept.pop(other, None)
        added.append(replace(fix, also=also))
    return tuple(sorted((*kept.values(), *added), key=lambda fix: fix.record))


def _checked(analysis: Analysis, reasons: dict[RecordId, Reason]) -> tuple[Retire, ...]:
    """Return the rows to check with these reasons before those they have."""
    known = {retire.record: retire for retire in analysis.retires}
    for record, reason in reasons.items():
        others = known[record].reasons if record in known else ()
        every = (reason, *others)
        chance = known[record].probability if record in known else None
        known[record] = Retire(retire_id(analysis.keys[record], every), record, every, chance)
    return tuple(known[record] for record in sorted(known))
