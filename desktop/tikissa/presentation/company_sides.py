"""A customer that is a company beside what an open register says of it, field by field."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tikissa.companies.company_proposals import column_for, fixes_of_row, one_line, shared_ids, town_of
from tikissa.companies.subjects import NAMES
from tikissa.model.analysis import Analysis
from tikissa.model.companies import NOWHERE, CompanyRow, CompanyVerdict
from tikissa.model.schema import Meaning
from tikissa.text.normalise import fold


@dataclass(frozen=True, slots=True)
class SideLine:
    """One field, by its code: what stands in the row and in the register, and what would stand in the row where what is
    proposed is accepted, None where nothing is."""

    field: str
    yours: str
    theirs: str
    after: str | None = None

    @property
    def differs(self) -> bool:
        """Whether both sides tell something else: letter case, blanks and marks are no difference."""
        return bool(self.yours and self.theirs) and _plain(self.yours) != _plain(self.theirs)


_IDS = {"company.id_found", "company.other_id", "company.other_name"}
_TROUBLE = (CompanyVerdict.BANKRUPTCY, CompanyVerdict.LIQUIDATION, CompanyVerdict.RESTRUCTURING)
_MISSING = (CompanyVerdict.NOT_IN_REGISTER, CompanyVerdict.CEASED)

GROUPS: tuple[tuple[str, Callable[[CompanyRow], bool]], ...] = (
    ("missing", lambda row: row.verdict in _MISSING),
    ("trouble", lambda row: row.verdict in _TROUBLE or "company.other_situation" in row.reasons),
    ("renamed", lambda row: "company.renamed" in row.reasons),
    ("moved", lambda row: "company.moved" in row.reasons),
    ("ids", lambda row: not _IDS.isdisjoint(row.reasons)),
    ("in_force", lambda row: row.verdict is CompanyVerdict.IN_FORCE and not row.reasons),
    ("unknown", lambda row: row.verdict is CompanyVerdict.UNKNOWN),
    ("all", lambda _: True),
)
"""What rows may be shown: those that need an eye first."""

_FIELDS: tuple[tuple[str, tuple[Meaning, ...]], ...] = (
    ("name", NAMES),
    ("business_id", (Meaning.BUSINESS_ID, Meaning.VAT_NUMBER)),
    ("street", (Meaning.STREET, Meaning.WHOLE_ADDRESS)),
    ("postal_code", (Meaning.POSTAL_CODE,)),
    ("town", (Meaning.TOWN,)),
)


class CompanySides:
    """All rows of a check, beside the register."""

    def __init__(self, analysis: Analysis, rows: Sequence[CompanyRow]) -> None:
        self.analysis, self.rows = analysis, rows
        self._shared = shared_ids(rows)

    def lines(self, row: CompanyRow) -> Iterator[SideLine]:
        """Yield the fields of a row that either side fills."""
        changes = [change for fix in fixes_of_row(self.analysis, row, self._shared) for change in fix.changes]
        after = {change.column: change.after for change in changes}
        for (field, meanings), theirs in zip(_FIELDS, _theirs(row), strict=True):
            column = column_for(self.analysis, row.record, meanings)
            yours = self.analysis.register.text(row.record, column) if column else ""
            if yours or theirs:
                yield SideLine(field, yours, theirs, after.get(column) if column else None)
        company = row.company
        if company is not None and company.visiting.is_told and company.postal.is_told:
            yield SideLine("visiting", "", one_line(company.visiting))


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


def _theirs(row: CompanyRow) -> tuple[str, str, str, str, str]:
    company = row.company
    place = company.address if company else NOWHERE
    name, number = (company.name, company.business_id) if company else ("", "")
    return name, number, place.street, place.postal_code, town_of(place)
