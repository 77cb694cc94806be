"""The state of the register as one page of facts: the same for the window, the print and other programs."""

from collections import Counter
from collections.abc import Mapping

from tikissa.model.permission import Channel, PermissionColumn, Stance, Subject
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.register_profile import (
    ActivityCounts,
    AgeClass,
    Basics,
    Completeness,
    DuplicateCounts,
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
from tikissa.profiling.decayed_details import decay
from tikissa.profiling.facts import AGES, facts
from tikissa.profiling.reach import WAYS
from tikissa.profiling.views import Found
from tikissa.text.secret_numbers import masked

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
