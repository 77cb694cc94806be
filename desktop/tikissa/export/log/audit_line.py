"""A line of the change log and the chain that binds each line to the one before it."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from operator import attrgetter

_NOT_KEPT_EVERYWHERE = re.compile(r"_x[0-9A-Fa-f]{4}_|[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


class LineKind(StrEnum):
    START = "start"
    CHANGE = "change"
    NO_EFFECT = "no_effect"
    MERGED = "merged"
    ARCHIVED = "archived"
    REMOVED = "removed"
    ADDED = "added"
    REPOINTED = "repointed"
    """A cell of another sheet than the register's own that follows its customer's number."""

    CHECK = "check"
    """A check for what is typed into a column: put in (`after_cell`), or taken out (`before_cell`)."""

    PAGE = "page"
    """A sheet with a page of text: put in (`after_cell`), or taken out (`before_cell`)."""

    END = "end"


LEAVING = (LineKind.MERGED, LineKind.ARCHIVED, LineKind.REMOVED)


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One line, every field a text as all three forms of the log hold it.

    `before_cell` and `after_cell` are the contents with their types as JSON, for a row that leaves or comes
    the whole row; the first line holds in `after_cell` what the log is about. `previous` is the hash of the line
    before.
    """

    line: str = ""
    time: str = ""
    kind: str = ""
    sheet: str = ""
    row: str = ""
    column: str = ""
    letter: str = ""
    before: str = ""
    after: str = ""
    rule: str = ""
    reason: str = ""
    decided_by: str = ""
    decision: str = ""
    source_row: str = ""
    before_cell: str = ""
    after_cell: str = ""
    previous: str = ""

    @property
    def values(self) -> tuple[str, ...]:
        values: tuple[str, ...] = _VALUES(self)
        return values

    @property
    def hash(self) -> str:
        """Return the hash the next line carries; what not every form can hold (control characters) is left out."""
        plain = list(self.values)
        if _NOT_KEPT_EVERYWHERE.search("".join(plain)):
            plain = [_NOT_KEPT_EVERYWHERE.sub("", value) for value in plain]
        return hashlib.sha256(json.dumps(plain).encode()).hexdigest()


FIELDS = tuple(field.name for field in fields(AuditLine))
_VALUES = attrgetter(*FIELDS)


def chained(lines: Iterable[AuditLine]) -> Iterator[AuditLine]:
    """Number the lines from 0 and give each the hash of the one before."""
    previous = ""
    for number, line in enumerate(lines):
        bound = replace(line, line=str(number), previous=previous)
        previous = bound.hash
        yield bound


def broken_lines(lines: Iterable[AuditLine]) -> Iterator[int]:
    """Yield the numbers of the lines that do not follow from the line before: something was cut out or edited."""
    previous = ""
    for number, line in enumerate(lines):
        if line.previous != previous or line.line != str(number):
            yield number
        previous = line.hash
