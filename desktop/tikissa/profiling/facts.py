"""The facts of the state page, each as the records it holds for, so that every number leads to its rows."""

from collections import defaultdict
from collections.abc import Callable, Iterator

import numpy as np

from tikissa.model.analysis import Analysis
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.profiling.activity import activity_groups
from tikissa.profiling.reach import reach
from tikissa.profiling.views import Found, Records

Facts = Iterator[tuple[str, Records]]
"""Paths into the profile, e.g. `reachability/email/wrong`, and the records counted there."""

AGES = ((0, 1), (1, 2), (2, 3), (3, 5), (5, 10), (10, 200))
"""Years from and up to, of the histogram of ages."""


def facts(found: Found, progress: Progress = NoProgress()) -> dict[str, Records]:
    """Return the records of every fact, by its path."""
    held: dict[str, Records] = {}
    for done, part in enumerate(PARTS):
        for path, records in part(found):
            progress.report("profile.facts", done, len(PARTS))
            held[path] = records
    return held


def records_behind(analysis: Analysis, path: str, is_error: Callable[[str], bool]) -> tuple[RecordId, ...]:
    """Return the records a number of the profile counts. Raises KeyError for a path that is no fact."""
    found = Found(
        analysis.register,
        analysis.schema,
        analysis.settings,
        analysis.fixes,
        analysis.findings,
        analysis.merges,
        analysis.related,
        analysis.retires,
        is_error,
    )
    return tuple(RecordId(record) for record in np.flatnonzero(facts(found)[path]).tolist())


def _kinds_of_customers(found: Found) -> Facts:
    yield "rows", found.all()
    yield "companies", found.is_company
    yield "persons", ~found.is_company


def _duplicates(found: Found) -> Facts:
    yield "duplicates/rows", found.these(record for merge in found.merges for record in merge.records)
    yield (
        "duplicates/safe_rows",
        found.these(record for merge in found.merges if merge.safe for record in merge.records),
    )
    yield "duplicates/related_rows", found.these(record for related in found.related for record in related.records)


def _wrong_values(found: Found) -> Facts:
    mended = found.these(fix.record for fix in found.fixes if found.is_error(fix.reason.code))
    yield "wrong_values/rows", mended | found.these(one.record for one in found.beyond_fixing if one.record is not None)
    by_code: dict[str, list[int]] = defaultdict(list)
    for fix in found.fixes:
        by_code[fix.reason.code].append(fix.record)
    for code, records in by_code.items():
        yield f"wrong_values/fixes/{code}", found.these(records)
    by_code.clear()
    for finding in found.findings:
        if finding.record is not None:
            by_code[finding.code].append(finding.record)
    for code, records in by_code.items():
        yield f"wrong_values/findings/{code}", found.these(records)


def _stale(found: Found) -> Facts:
    yield "stale/rows", found.these(retire.record for retire in found.retires)
    by_code: dict[str, list[int]] = defaultdict(list)
    for retire in found.retires:
        for reason in retire.reasons:
            by_code[reason.code].append(retire.record)
    for code, records in by_code.items():
        yield f"stale/reasons/{code}", found.these(records)


def _completeness(found: Found) -> Facts:
    address = found.filled(Meaning.STREET, Meaning.WHOLE_ADDRESS)
    contact = found.filled(Meaning.PHONE, Meaning.EMAIL) | address
    person = found.filled(Meaning.WHOLE_NAME, Meaning.SURNAME) & contact
    company = found.filled(Meaning.COMPANY, Meaning.WHOLE_NAME) & found.filled(Meaning.BUSINESS_ID) & contact
    yield "completeness/persons/basics", person & ~found.is_company
    yield "completeness/persons/lacking", ~person & ~found.is_company
    yield "completeness/companies/basics", company & found.is_company
    yield "completeness/companies/lacking", ~company & found.is_company
    for meaning in dict.fromkeys(entry.meaning for entry in found.schema.columns if entry.meaning):
        yield f"completeness/filled/{meaning.value}", found.filled(meaning)


def _ages(found: Found) -> Facts:
    years = found.years
    yield "age/unknown", np.isnan(years)
    for start, end in AGES:
        yield f"age/years/{start}-{end}", (years >= start) & (years < end)


def _activity(found: Found) -> Facts:
    for name, records in activity_groups(found):
        yield f"activity/{name}", records
    yield "activity/with_purchase_date", found.filled(Meaning.LAST_PURCHASE)


PARTS = (
    _kinds_of_customers,
    _duplicates,
    _wrong_values,
    _stale,
    reach,
    _completeness,
    _ages,
    _activity,
)
