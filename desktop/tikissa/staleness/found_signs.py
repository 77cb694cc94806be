"""Signs in what rules and matching have found: what is in use no more, and a double that says something fresher."""

from collections.abc import Callable, Iterable, Iterator

from tikissa.model.finding import Reason
from tikissa.model.progress import ticking
from tikissa.model.proposal import Merge
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.schema import Meaning
from tikissa.staleness.activity_signs import Rows, Sign, shown
from tikissa.text.phones import national_number

SURE = 0.99
"""How sure (0-1) it must be that two rows are one customer before one of them is evidence against the other."""

MERGES_EVERY = 1_000

NOT_IN_USE = ("phone.invalid", "postal_code.unknown")
"""What the rules find in numbers and codes that no plan has, or has no more."""


def not_in_use(rows: Rows) -> Iterator[Sign]:
    """Yield records with a number no numbering plan has, or a postal code that is not in use."""
    for finding in rows.found.findings if rows.found else ():
        if finding.code in NOT_IN_USE and finding.record is not None:
            yield finding.record, Reason(finding.code, finding.arguments)


def double_is_fresher(rows: Rows) -> Iterator[Sign]:
    """Yield records whose sure double has been active since and holds another phone number or address."""
    if rows.found is not None:
        for merge in ticking(rows.found.merges, rows.tick, MERGES_EVERY):
            if merge.cluster.probability >= SURE:
                yield from _fresher_in(rows, rows.found.fixed, merge)


def _fresher_in(rows: Rows, fixed: Register, merge: Merge) -> Iterator[Sign]:
    newest = rows.life.newest
    freshest = max(merge.records, key=lambda record: int(newest[record]))
    for code, meaning, key in FRESHER:
        columns = rows.schema.columns_of(meaning)
        told = _values(fixed, freshest, columns, key)
        for record in merge.records:
            own = _values(fixed, record, columns, key)
            is_other = own.keys().isdisjoint(told) and not _begin(told, own)
            if 0 < newest[record] < newest[freshest] and own and told and is_other:
                row, month = str(rows.register.row(freshest)), shown(newest[freshest])
                yield record, Reason(code, (next(iter(told.values())), row, month))


def _values(fixed: Register, record: RecordId, columns: Iterable[str], key: Callable[[str], str]) -> dict[str, str]:
    """Return what stands in some columns of a record, by what it says."""
    texts = (fixed.text(record, column) for column in columns)
    return {key(text): text for text in texts if text.strip()}


def _begin(told: Iterable[str], own: Iterable[str]) -> bool:
    """Say whether what is told is one's own with its end missing, which is no fresher value."""
    return any(mine.startswith(theirs) for mine in own for theirs in told)


def _number(text: str) -> str:
    return national_number(text) or text


def _address(text: str) -> str:
    return text.strip().casefold()


FRESHER: tuple[tuple[str, Meaning, Callable[[str], str]], ...] = (
    ("double.fresher_phone", Meaning.PHONE, _number),
    ("double.fresher_email", Meaning.EMAIL, _address),
)
