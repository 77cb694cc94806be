"""A list looked at beside the register: which of its rows are already there, and what the user has said of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from tikissa.analysis.linkage import Link, LinkedPair, link_sides, looked_through, side_of
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.matching import MatchWeight
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.schema import Schema


class Standing(StrEnum):
    """What a row of the list is to the register."""

    KNOWN = "known"
    PERHAPS = "perhaps"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row of the list, and the register's record it comes closest to, with what speaks for and against. `others` are
    further records of the register that the same customer seems to have."""

    record: RecordId
    standing: Standing
    known: RecordId | None = None
    weights: tuple[MatchWeight, ...] = ()
    others: tuple[RecordId, ...] = ()


@dataclass(frozen=True)
class CheckedList:
    """`columns` leads from the columns of the register it was checked `against` to what the list calls them; `rows` are
    in the list's order."""

    against: Register
    register: Register
    schema: Schema
    columns: Mapping[str, str]
    rows: tuple[CheckedRow, ...]

    def of(self, *standings: Standing) -> tuple[CheckedRow, ...]:
        return tuple(row for row in self.rows if row.standing in standings)

    @cached_property
    def counts(self) -> Mapping[Standing, int]:
        return {standing: len(self.of(standing)) for standing in Standing}

    def say(self, record: RecordId, standing: Standing) -> "CheckedList":
        """Return the list with the user's own word on one row."""
        rows = list(self.rows)
        rows[record] = replace(rows[record], standing=standing)
        return replace(self, rows=tuple(rows))


def check_list(
    register: Register, known: Analysis, settings: Settings, progress: Progress = NoProgress()
) -> CheckedList:
    """Look for the rows of a list in an analysed register; decides and changes nothing."""
    new = looked_through(register, settings, progress)
    linkage = link_sides(new, side_of(known), progress)
    rows = list(map(_new, range(len(register))))
    for link in linkage.links:
        for row in _rows(link):
            rows[row.record] = row
    return CheckedList(known.register, register, new.schema, linkage.columns, tuple(rows))


def _new(record: int) -> CheckedRow:
    return CheckedRow(RecordId(record), Standing.NEW)


def _rows(link: Link) -> Iterator[CheckedRow]:
    """Yield the list's rows of one customer, each beside the register's row that it is likest."""
    standing = Standing.KNOWN if link.safe else Standing.PERHAPS
    for record in link.new:
        pairs = [pair for pair in link.pairs if pair.new == record]
        best = max(pairs, key=lambda pair: pair.probability, default=_through_another(link, record))
        others = tuple(known for known in link.known if known != best.known)
        yield CheckedRow(record, standing, best.known, best.weights, others)


def _through_another(link: Link, record: RecordId) -> LinkedPair:
    """Stand in for a row that is like another row of the list, which is like one of the register."""
    return LinkedPair(record, link.known[0], link.probability, link.evidence)
