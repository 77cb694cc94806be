"""The errors that come most into a register: how many rows have each, in which columns, what made them, whose rows."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tikissa.app.guide.examples import Example, examples
from tikissa.model.analysis import Analysis
from tikissa.model.finding import Severity
from tikissa.model.proposal import Fix
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.rules import is_error
from tikissa.text.secret_numbers import masked

MOST_ERRORS = 5
_MOST_PLACES, _MOST_COLUMNS = 3, 3
DUPLICATES = "guide.duplicates"
"""The code of customers entered again."""


class Cause(StrEnum):
    """What makes an error: a program that writes all of a kind so, or the way people type."""

    MACHINE = "machine"
    HABIT = "habit"


_BY_MACHINES = frozenset(
    [
        *("text.codes", "text.mojibake", "text.mark", "date.excel_serial", "phone.decimal", "address.shifted"),
        *("postal_code.leading_zeros", "phone.lost_zero", "business_id.leading_zeros"),
        "einvoice_address.leading_zeros",
    ]
)
"""Nobody types these: a spreadsheet takes the zero off what was typed with it."""

_NEARLY_ALL, _FEWEST = 0.9, 5
"""A program writes all its rows alike: an error that nearly every row from one source has is that source's."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a column of sources or salespersons says of rows: `rows` of the error among `of` there are."""

    name: str
    rows: int
    of: int


@dataclass(frozen=True, slots=True)
class CommonError:
    code: str
    rows: int
    columns: tuple[str, ...]
    cause: Cause
    examples: tuple[Example, ...]
    places: tuple[Place, ...]
    in_new: int = 0
    """How many of them are rows that came since the last visit."""


def common_errors(analysis: Analysis, new: Collection[RecordId] = frozenset()) -> tuple[CommonError, ...]:
    """Return the errors most rows have, most first; where there are few, what is written otherwise than usual too."""
    fixes: dict[str, list[Fix]] = defaultdict(list)
    for fix in analysis.fixes:
        fixes[fix.reason.code].append(fix)
    rows = rows_by_code(analysis)
    ordered = sorted(rows, key=lambda code: (not _is_wrong(code, fixes), -len(rows[code]), code))[:MOST_ERRORS]
    return tuple(_error(code, rows[code], fixes.get(code, ()), analysis, new) for code in ordered)


def rows_by_code(analysis: Analysis) -> Mapping[str, frozenset[RecordId]]:
    """Return the rows that have each kind of error, or of a writing that the register does not usually have."""
    found: dict[str, set[RecordId]] = defaultdict(set)
    for fix in analysis.fixes:
        found[fix.reason.code].add(fix.record)
    for finding in analysis.findings:
        if finding.severity is Severity.ERROR and finding.record is not None:
            found[finding.code].add(finding.record)
    again = {record for merge in analysis.merges for record in merge.records if record != merge.golden.survivor}
    if again:
        found[DUPLICATES] = again
    return {code: frozenset(records) for code, records in found.items()}


def _is_wrong(code: str, fixes: Mapping[str, object]) -> bool:
    return code not in fixes or is_error(code)


def _error(
    code: str,
    rows: frozenset[RecordId],
    fixes: Iterable[Fix],
    analysis: Analysis,
    new: Collection[RecordId],
) -> CommonError:
    fixes = tuple(fixes)
    changes = [change for fix in fixes for change in fix.changes]
    columns = Counter(change.column for change in changes)
    columns.update(each.column for each in analysis.findings if each.code == code and each.column)
    return CommonError(
        code,
        len(rows),
        tuple(column for column, _ in columns.most_common(_MOST_COLUMNS)),
        Cause.MACHINE if code in _BY_MACHINES or _is_of_a_source(rows, analysis) else Cause.HABIT,
        examples(analysis.schema, changes),
        _places(analysis, rows),
        len(rows & frozenset(new)),
    )


def _is_of_a_source(rows: frozenset[RecordId], analysis: Analysis) -> bool:
    """Say whether nearly every row that came from some source has the error."""
    return any(
        place.rows >= _FEWEST and place.rows >= _NEARLY_ALL * place.of
        for place in _told(analysis, analysis.schema.first(Meaning.SOURCE), rows)
    )


def _places(analysis: Analysis, rows: frozenset[RecordId]) -> tuple[Place, ...]:
    """Return whose rows some are, by the column of salespersons, else that of sources."""
    column = analysis.schema.first(Meaning.SALESPERSON) or analysis.schema.first(Meaning.SOURCE)
    return tuple(_told(analysis, column, rows))[:_MOST_PLACES]


def _told(analysis: Analysis, column: str | None, rows: frozenset[RecordId]) -> Iterator[Place]:
    """Yield what a column says of rows, what most of them say first."""
    if column is None:
        return
    cells = analysis.register.cells_of(column)
    totals = Counter(text.strip() for text in cells)
    counts = Counter(cells[record].strip() for record in sorted(rows))
    for name, count in counts.most_common():
        if name:
            yield Place(masked(name), count, totals[name])
