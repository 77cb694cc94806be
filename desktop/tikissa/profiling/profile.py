"""The state of the register as one page of facts: the same for the window, the print and other programs.

How many details of the register are likely wrong by now, as a range, with the source of each rate.
"""

from collections import Counter
from collections.abc import Callable, Mapping

import numpy as np

from tikissa.model.permission import Channel, PermissionColumn, Stance, Subject
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.register_profile import (
    ActivityCounts,
    AgeClass,
    Basics,
    Completeness,
    Decay,
    DecayRate,
    DuplicateCounts,
    Estimate,
    Origin,
    PermissionCounts,
    Profile,
    Reach,
    StaleCounts,
    WrongValues,
)
from tikissa.model.schema import Meaning, Schema
from tikissa.permission.columns_in_force import permission_columns
from tikissa.permission.permission_cells import said
from tikissa.profiling.facts import AGES, facts
from tikissa.profiling.reach import WAYS
from tikissa.profiling.views import Found, Records
from tikissa.reference.decay_rates import continuous, decay_rates
from tikissa.text.phones import is_mobile
from tikissa.text.secret_numbers import masked

KINDS: tuple[tuple[str, tuple[Meaning, ...], str, str, Callable[[str], bool]], ...] = (
    ("addresses", (Meaning.STREET, Meaning.WHOLE_ADDRESS), "person_address", "company_address", bool),
    ("phones", (Meaning.PHONE,), "person_phone", "company_contact", is_mobile),
)
"""A kind of detail, where it stands, the rates of persons and of companies, and which of companies' details grow old.

A company's mobile number is its contact person's and goes with them; of switchboards no source tells anything.
"""

OF_COMPANIES = (("companies", "company_ceased"), ("in_charge", "company_in_charge"))
"""What becomes of companies themselves, whatever details of them stand in the register: a kind and its rate."""

SHOWN_SOURCES = 20


def profile(found: Found, progress: Progress = NoProgress()) -> Profile:
    """Return the facts as numbers; `facts.records_behind` gives the rows behind those that count rows."""
    counts = {path: int(records.sum()) for path, records in facts(found, progress).items()}
    mended = sum(found.is_error(fix.reason.code) for fix in found.fixes)
    progress.report("profile.facts", 1, 1)
    return Profile(
        rows=counts["rows"],
        companies=counts["companies"],
        persons=counts["persons"],
        duplicates=DuplicateCounts(
            **_under(counts, "duplicates"),
            groups=len(found.merges),
            safe_groups=sum(merge.safe for merge in found.merges),
        ),
        wrong_values=WrongValues(
            rows=counts["wrong_values/rows"],
            fixes=_under(counts, "wrong_values/fixes"),
            findings=_under(counts, "wrong_values/findings"),
            errors=mended + len(found.beyond_fixing),
            writing=len(found.fixes) - mended,
        ),
        stale=StaleCounts(rows=counts["stale/rows"], reasons=_under(counts, "stale/reasons")),
        reachability=tuple(Reach(way, **_under(counts, f"reachability/{way}")) for way in WAYS),
        out_of_reach=counts["out_of_reach"],
        completeness=Completeness(
            persons=Basics(**_under(counts, "completeness/persons")),
            companies=Basics(**_under(counts, "completeness/companies")),
            filled={Meaning(name): rows for name, rows in _under(counts, "completeness/filled").items()},
        ),
        ages=(
            *(AgeClass(start, end, counts[f"age/years/{start}-{end}"]) for start, end in AGES),
            AgeClass(None, None, counts["age/unknown"]),
        ),
        activity=ActivityCounts(**_under(counts, "activity")),
        passive_after_months=found.settings.passive_after_months,
        permissions=tuple(_permission(found, column) for column in _permission_columns(found.schema)),
        decay=decay(found),
        sources=_sources(found),
    )


def _under(counts: Mapping[str, int], path: str) -> dict[str, int]:
    """Return what is counted right under a path, by the last name of each."""
    return {
        name: count for whole, count in counts.items() for above, _, name in (whole.rpartition("/"),) if above == path
    }


_COUNTED = (Subject.PERMISSION, Subject.PROHIBITION)


def _permission_columns(schema: Schema) -> tuple[PermissionColumn, ...]:
    return tuple(column for column in permission_columns(schema) if column.subject in _COUNTED)


def _permission(found: Found, column: PermissionColumn) -> PermissionCounts:
    cells = found.register.cells_of(column.column)
    told = [said(column, text).stance for text in cells.texts.tolist()]
    counted = Counter(told[code] for code in cells.codes.tolist())
    turned = column.subject is Subject.PROHIBITION
    yes, no = (Stance.FORBIDDEN, Stance.ALLOWED) if turned else (Stance.ALLOWED, Stance.FORBIDDEN)
    return PermissionCounts(
        column=column.column,
        meaning=found.schema.meaning_of(column.column),
        channels=tuple(way.value for way in Channel if way in column.channels),
        yes=counted[yes],
        no=counted[no],
        unknown=counted[Stance.UNKNOWN],
        not_understood=tuple(column.asked),
    )


def _sources(found: Found) -> tuple[Origin, ...]:
    """Return how many rows came from where, by what the register's source column says, most first."""
    column = found.schema.first(Meaning.SOURCE)
    if column is None:
        return ()
    named = Counter(text.strip() for text in found.register.cells_of(column) if text.strip())
    return tuple(Origin(masked(source), rows) for source, rows in named.most_common(SHOWN_SOURCES))


def decay(found: Found) -> tuple[Decay, ...]:
    """Return, by kind, of how many rows with a known age the detail is likely wrong: today, and in a year untouched."""
    every = found.is_company
    return (
        *(
            _kind(name, found, found.filled(*meanings), found.says(grows_old, *meanings), person, company)
            for name, meanings, person, company, grows_old in KINDS
        ),
        *(_kind(name, found, every, every, rate, rate) for name, rate in OF_COMPANIES),
    )


def _kind(name: str, found: Found, filled: Records, of_companies: Records, person: str, company: str) -> Decay:
    known = filled & (of_companies | ~found.is_company) & ~np.isnan(found.years)
    groups = [(known & ~found.is_company, decay_rates()[person]), (known & found.is_company, decay_rates()[company])]
    groups = [(records, rate) for records, rate in groups if records.any()]
    return Decay(
        kind=name,
        rows=int(sum(records.sum() for records, _ in groups)),
        age_unknown=int((filled & np.isnan(found.years)).sum()),
        today=_range(found, groups, 0.0),
        in_a_year=_range(found, groups, 1.0),
        rates=tuple(rate for _, rate in groups),
    )


def _range(found: Found, groups: list[tuple[Records, DecayRate]], later: float) -> Estimate:
    """Return the expected number of wrong details, with the low and the high rate of the sources around it."""

    def expected(name: str) -> int:
        return round(
            sum(
                float((1 - np.exp(-continuous(getattr(rate, name)) * (found.years[records] + later))).sum())
                for records, rate in groups
            )
        )

    return Estimate(low=expected("low"), likely=expected("yearly"), high=expected("high"))
