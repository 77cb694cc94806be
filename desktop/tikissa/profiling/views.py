"""What the facts of the state page are counted from: the register, what was found in it, and columns looked at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tikissa.model.analysis import Settings
from tikissa.model.finding import Finding, Severity
from tikissa.model.matching import Related
from tikissa.model.proposal import Fix, Merge, Retire
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.reference.customer_kind import NAMES, companies, is_sole_trader
from tikissa.text.date_columns import newest_days

Records = NDArray[np.bool_]
"""Which records a fact holds for, shape (records,)."""


@dataclass(frozen=True)
class Found:
    """A register with what was found in it. `is_error` tells errors from ways of writing, by the code of a fix."""

    register: Register
    schema: Schema
    settings: Settings
    fixes: tuple[Fix, ...] = ()
    findings: tuple[Finding, ...] = ()
    merges: tuple[Merge, ...] = ()
    related: tuple[Related, ...] = ()
    retires: tuple[Retire, ...] = ()
    is_error: Callable[[str], bool] = bool

    @cached_property
    def is_company(self) -> Records:
        return companies(self.register, self.schema)

    @cached_property
    def is_private(self) -> Records:
        """Return the persons and the sole traders, whom the law on marketing treats as persons."""
        return ~self.is_company | self.says(is_sole_trader, *NAMES)

    @cached_property
    def last_activity(self) -> NDArray[np.int32]:
        columns = self.schema.columns_of(Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE)
        told = newest_days(self.register, self.schema, columns)
        return np.maximum(told, self.settings.bought.last_days(len(self.register)))

    @cached_property
    def created(self) -> NDArray[np.int32]:
        return newest_days(self.register, self.schema, self.schema.columns_of(Meaning.CREATED))

    @cached_property
    def years(self) -> NDArray[np.float64]:
        """Return the years since each record's newest date, NaN where it has none."""
        newest = np.maximum(self.last_activity, self.created)
        age = np.maximum(self.settings.today.toordinal() - newest, 0) / 365.25
        return np.where(newest > 0, age, np.nan)

    def filled(self, *meanings: Meaning) -> Records:
        """Return which records have something in a column of one of these meanings."""
        held = self.none()
        for column in self.schema.columns_of(*meanings):
            held |= self._filled_in(column)
        return held

    def working(self, *meanings: Meaning) -> Records:
        """Return which records have something that does not seem wrong in a column of one of these meanings."""
        held = self.none()
        for column in self.schema.columns_of(*meanings):
            held |= self._filled_in(column) & ~self._wrong_by_column.get(column, self.none())
        return held

    def _filled_in(self, column: str) -> Records:
        if column not in self._filled:
            self._filled[column] = self.register.filled((column,))
        return self._filled[column]

    @cached_property
    def _filled(self) -> dict[str, Records]:
        """Keep which records have something in a column, since many facts ask for it."""
        return {}

    def says(self, claim: Callable[[str], bool], *meanings: Meaning) -> Records:
        """Return for which records the claim holds in a column of these meanings."""
        return self.register.where(self.schema.columns_of(*meanings), claim)

    def wrong(self, *meanings: Meaning) -> Records:
        """Return which records have a value that seems wrong in a column of one of these meanings."""
        columns = frozenset(self.schema.columns_of(*meanings))
        held = self.none()
        for column in columns:
            held |= self._wrong_by_column.get(column, self.none())
        return held

    @cached_property
    def _wrong_by_column(self) -> dict[str, Records]:
        by_column: dict[str, list[int]] = {}
        for finding in self.findings:
            if finding.severity is Severity.ERROR and finding.record is not None and finding.column is not None:
                by_column.setdefault(finding.column, []).append(finding.record)
        for fix in self.fixes:
            if self.is_error(fix.reason.code):
                for change in fix.changes:
                    by_column.setdefault(change.column, []).append(fix.record)
        return {column: self.these(records) for column, records in by_column.items()}

    @cached_property
    def beyond_fixing(self) -> tuple[Finding, ...]:
        """Return what is surely wrong in a cell that no fix mends: only the user knows what belongs there."""
        return beyond_fixing(self.findings, self.fixes, self.is_error)

    def these(self, records: Iterable[int]) -> Records:
        held = self.none()
        held[np.fromiter(records, np.int64)] = True
        return held

    def none(self) -> Records:
        return np.zeros(len(self.register), dtype=np.bool_)

    def all(self) -> Records:
        return ~self.none()


def beyond_fixing(
    findings: Iterable[Finding], fixes: Iterable[Fix], is_error: Callable[[str], bool]
) -> tuple[Finding, ...]:
    """Return the errors of rows in whose cell no fix mends an error."""
    errors = [found for found in findings if found.severity is Severity.ERROR and found.record is not None]
    rows = {found.record for found in errors}
    mended = {
        (fix.record, change.column)
        for fix in fixes
        if fix.record in rows and is_error(fix.reason.code)
        for change in fix.changes
    }
    return tuple(found for found in errors if (found.record, found.column) not in mended)
