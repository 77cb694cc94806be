"""What an open register says of each company of a customer register.

Read in this order: an end or a removal says that a company has ceased; a situation that is in force says which; the
trade register's own status says that it is there. What is not in the register is a strong hint and nothing more, since
the open file leaves the ceased out, and is told only of companies that would all be in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from tikissa.companies.by_name import Named, find_by_name
from tikissa.companies.index import Companies, Ids
from tikissa.companies.name_verdicts import NameVerdict, judge_names
from tikissa.companies.places import new_address
from tikissa.companies.subjects import Subject
from tikissa.model.companies import Company, CompanyRow, CompanyVerdict, FoundBy, OpenSource
from tikissa.model.progress import NoProgress, Progress

_CEASED = (2, 4)
_REGISTERED = 1
_AT_A_TIME = 2_000

SITUATIONS: dict[str, CompanyVerdict] = {
    "KONK": CompanyVerdict.BANKRUPTCY,
    "SELTILA": CompanyVerdict.LIQUIDATION,
    "SANE": CompanyVerdict.RESTRUCTURING,
}
"""The register's codes of situations, the gravest first; of any other code is said only that there is one."""

Stand = tuple[CompanyVerdict, str | None, tuple[str, ...]]
"""A verdict, since when, and the reasons for it."""


def look_up(asked: Sequence[Subject], index: Companies, progress: Progress = NoProgress()) -> tuple[CompanyRow, ...]:
    """Return what the open register says of each of these rows, in their order."""
    by_id = _by_id(asked, index, progress)
    unsure = [subject for subject in asked if _is_searched(subject, by_id.get(subject.record))]
    named = _judged(unsure, find_by_name(unsure, index, progress))
    return tuple(_row(subject, by_id.get(subject.record), named.get(subject.record), index) for subject in asked)


NamedAs = tuple[Named, NameVerdict | None]
"""The company a row is by its name, and what that name is to it."""


def _judged(asked: Sequence[Subject], found: Mapping[int, Named]) -> dict[int, NamedAs]:
    there = [subject for subject in asked if subject.record in found]
    companies = [found[subject.record].company for subject in there]
    names = judge_names([subject.listed.name for subject in there], companies)
    return {subject.record: (found[subject.record], name) for subject, name in zip(there, names, strict=True)}


def told_online(subject: Subject, company: Company | None, source: OpenSource) -> CompanyRow:
    """Return what the register's own answer to a question about one id says; no company: it knows none of that id."""
    if company is None:
        return _nothing_found(subject, CompanyVerdict.UNKNOWN, "company.not_found_online", source)
    (name,) = judge_names([subject.listed.name], [company])
    if name is NameVerdict.ANOTHERS:
        return _of_another(subject, company, source)
    return _found_by_id(subject, company, name, source)


def stand_of(company: Company) -> Stand:
    """Return how a company stands by its own entry."""
    if company.ended or company.status in _CEASED:
        return CompanyVerdict.CEASED, company.ended or None, ("company.ceased",)
    known = {situation.code: situation for situation in company.situations}
    for code, verdict in SITUATIONS.items():
        if code in known:
            return verdict, known[code].since or None, (f"company.{verdict}",)
    if company.situations:
        return CompanyVerdict.UNKNOWN, company.situations[0].since or None, ("company.other_situation",)
    if company.status == _REGISTERED:
        return CompanyVerdict.IN_FORCE, None, ()
    return CompanyVerdict.UNKNOWN, None, ("company.not_registered",)


ById = dict[int, tuple[Company, NameVerdict | None]]


def _by_id(asked: Sequence[Subject], index: Companies, progress: Progress) -> ById:
    """Return the companies of the rows' own ids, and what the rows' names are to them, by record."""
    found: ById = {}
    left = iter([subject for subject in asked if subject.number is not None and not subject.is_abroad])
    while some := [*islice(left, _AT_A_TIME)]:
        progress.report("companies.by_id", len(found), max(len(asked), 1))
        known = index.companies(subject.number for subject in some if subject.number is not None)
        there = [(subject, company) for subject in some if (company := known.get(subject.number or 0)) is not None]
        names = judge_names([subject.listed.name for subject, _ in there], [company for _, company in there])
        for (subject, company), name in zip(there, names, strict=True):
            found[subject.record] = (company, name)
    return found


def _is_searched(subject: Subject, found: tuple[Company, NameVerdict | None] | None) -> bool:
    """Say whether a row is looked for by its name: it has no id that is its own, as far as is known."""
    if subject.is_abroad or subject.is_other_form or not subject.listed.name:
        return False
    return found is None or found[1] is NameVerdict.ANOTHERS


def _row(
    subject: Subject, found: tuple[Company, NameVerdict | None] | None, named: NamedAs | None, index: Companies
) -> CompanyRow:
    if found is not None and found[1] is not NameVerdict.ANOTHERS:
        return _found_by_id(subject, *found, index.source)
    if named is not None:
        return _found_by_name(subject, *named, is_anothers=found is not None, source=index.source)
    if found is not None:
        return _of_another(subject, found[0], index.source)
    return _nothing_found(subject, *_lacking(subject, index.newest), index.source)


def told_by_ids(asked: Sequence[Subject], ids: Ids, source: OpenSource) -> tuple[CompanyRow, ...]:
    """Return what can be said of each of these rows where nothing is known but which ids stood in the register."""
    return tuple(_told_by_ids(subject, ids, source) for subject in asked)


def _told_by_ids(subject: Subject, ids: Ids, source: OpenSource) -> CompanyRow:
    if subject.number is not None and not subject.is_abroad and ids.holds(subject.number):
        return _nothing_found(subject, CompanyVerdict.UNKNOWN, "company.listed", source)
    return _nothing_found(subject, *_lacking(subject, ids.newest), source)


def _nothing_found(subject: Subject, verdict: CompanyVerdict, reason: str, source: OpenSource) -> CompanyRow:
    return CompanyRow(
        subject.record, subject.business_id, verdict, None, None, source, (reason,), name=subject.listed.name
    )


def _found_by_id(subject: Subject, company: Company, name: NameVerdict | None, source: OpenSource) -> CompanyRow:
    verdict, since, reasons = stand_of(company)
    is_renamed = name is NameVerdict.FORMER
    address = new_address(subject.listed, company) if verdict is not CompanyVerdict.CEASED else None
    return CompanyRow(
        subject.record,
        subject.business_id,
        verdict,
        since,
        FoundBy.BUSINESS_ID,
        source,
        (*reasons, *_changes(name, address is not None)),
        company,
        subject.listed.name,
        new_name=company.name if is_renamed else None,
        new_address=address,
    )


def _changes(name: NameVerdict | None, has_moved: bool) -> Iterator[str]:
    if name is NameVerdict.FORMER:
        yield "company.renamed"
    if name is NameVerdict.OTHER_IN_USE:
        yield "company.other_name_in_use"
    if has_moved:
        yield "company.moved"


def _found_by_name(
    subject: Subject, named: Named, name: NameVerdict | None, is_anothers: bool, source: OpenSource
) -> CompanyRow:
    company = named.company
    verdict, since, reasons = stand_of(company)
    address = new_address(subject.listed, company) if verdict is not CompanyVerdict.CEASED else None
    found = "company.other_id" if is_anothers or subject.business_id else "company.id_found"
    return CompanyRow(
        subject.record,
        subject.business_id,
        verdict,
        since,
        FoundBy.NAME,
        source,
        (*reasons, found, *_changes(name, address is not None)),
        company,
        subject.listed.name,
        new_name=company.name if name is NameVerdict.FORMER else None,
        new_address=address,
        proposed_id=company.business_id,
        probability=named.probability,
        evidence=named.evidence,
    )


def _of_another(subject: Subject, company: Company, source: OpenSource) -> CompanyRow:
    """Say that the id is a company's of another name. Nothing worse is said by an id that may be wrong."""
    verdict, *_ = stand_of(company)
    told = verdict if verdict is CompanyVerdict.IN_FORCE else CompanyVerdict.UNKNOWN
    reasons = ("company.other_name",)
    return CompanyRow(
        subject.record,
        subject.business_id,
        told,
        None,
        FoundBy.BUSINESS_ID,
        source,
        reasons,
        company,
        subject.listed.name,
    )


def _lacking(subject: Subject, newest: int) -> tuple[CompanyVerdict, str]:
    """Return what it says of a company that the open register, whose highest id is `newest`, does not have it."""
    why_unknown = (
        ("company.abroad", subject.is_abroad),
        ("company.other_kind", subject.is_other_form),
        ("company.no_id", not subject.written_id),
        ("company.id_not_right", subject.number is None),
        ("company.too_young", (subject.number or 0) > newest),
        ("company.form_unknown", not subject.is_registered_form),
    )
    reason = next((reason for reason, holds in why_unknown if holds), None)
    if reason is not None:
        return CompanyVerdict.UNKNOWN, reason
    return CompanyVerdict.NOT_IN_REGISTER, "company.not_in_register"
