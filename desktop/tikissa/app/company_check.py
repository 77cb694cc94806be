"""Looks a register's companies up in the open registers kept on this computer, and proposes what follows from it.

Nothing is sent anywhere: what is asked online is in `app.online_check`.
"""

from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tikissa.analysis.fixed_register import fixed_register
from tikissa.app.address_advice import with_address_advice
from tikissa.app.answered_companies import with_answers
from tikissa.app.folders import data_folder
from tikissa.companies.company_proposals import with_proposals
from tikissa.companies.index import Companies
from tikissa.companies.lands import LANDS
from tikissa.companies.subjects import Subject, subjects, subjects_of
from tikissa.companies.verdicts import look_up, told_by_ids
from tikissa.model.analysis import Analysis
from tikissa.model.companies import CompanyCheck, CompanyVerdict, OpenSource
from tikissa.model.problems import Problem
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.register_profile import CompaniesCounted, RegisterDate
from tikissa.open_registers.id_set import SHIPPED, IdSet, ids_in
from tikissa.open_registers.register_kinds import RegisterKind
from tikissa.profiling.profile import profile
from tikissa.profiling.views import Found
from tikissa.rules import is_error
from tikissa.store.open_registers.answers_file import has_answers
from tikissa.store.open_registers.company_index import CompanyIndex
from tikissa.store.open_registers.shelf import index_path


def companies_of(analysis: Analysis) -> list[Subject]:
    """Return the register's companies as they stand after their fixes, so that an id without its zero is found."""
    return subjects(fixed_register(analysis.register, analysis.fixes), analysis.schema)


def check_companies(
    analysis: Analysis, progress: Progress = NoProgress(), data: Path | None = None, shipped: Path = SHIPPED
) -> CompanyCheck:
    """Return what the open registers kept here say, and the register's own answers kept; a damaged one says nothing.

    Where the trade register's file is not kept, the ids that came with the program (`shipped`) say who stood in it on
    their day.
    """
    folder = data or data_folder()
    lands = [land for land in LANDS if index_path(folder, land.kind).is_file()]
    path = index_path(folder, RegisterKind.PRH)
    ids = None if path.is_file() else ids_in(shipped)
    if not (lands or path.is_file() or ids or has_answers(folder)):
        return CompanyCheck()
    fixed = fixed_register(analysis.register, analysis.fixes)
    asked = subjects(fixed, analysis.schema)
    check = with_answers(_looked_up(path, asked, ids, progress), asked, folder)
    for land in lands:
        there = _checked_in(index_path(folder, land.kind), subjects_of(land, fixed, analysis.schema), progress)
        check = _joined(check, there)
    return check


def _looked_up(path: Path, asked: Sequence[Subject], ids: IdSet | None, progress: Progress) -> CompanyCheck:
    if ids is None:
        return _checked_in(path, asked, progress)
    source = OpenSource(RegisterKind.PRH, ids.day, ids_only=True)
    return CompanyCheck(told_by_ids(asked, ids, source), (source,))


def _checked_in(path: Path, asked: Sequence[Subject], progress: Progress) -> CompanyCheck:
    """Return what an index says; one that is damaged, or not there, says nothing."""
    try:
        with closing(CompanyIndex(path)) as index:
            return checked(asked, index, progress)
    except Problem:
        return CompanyCheck()


def _joined(check: CompanyCheck, there: CompanyCheck) -> CompanyCheck:
    """Return both checks as one: of a row of that country its own register speaks."""
    if not there.rows:
        return check
    rows = {row.record: row for row in (*check.rows, *there.rows)}
    return CompanyCheck(tuple(rows[record] for record in sorted(rows)), (*check.sources, *there.sources))


def checked(asked: Sequence[Subject], index: Companies, progress: Progress = NoProgress()) -> CompanyCheck:
    """Return what an index on this computer says of companies; nothing is sent. Raises Cancelled."""
    return CompanyCheck(look_up(asked, index, progress), (index.source,))


def with_open_registers(
    analysis: Analysis, progress: Progress = NoProgress(), data: Path | None = None, shipped: Path = SHIPPED
) -> Analysis:
    """Return the analysis with what the open registers kept here say, or as it is where there are none."""
    folder = data or data_folder()
    check = check_companies(analysis, progress, folder, shipped)
    told = with_proposals(with_address_advice(analysis, folder), check.rows)
    if told is analysis:
        return analysis
    found = Found(
        told.register,
        told.schema,
        told.settings,
        told.fixes,
        told.findings,
        told.merges,
        told.related,
        told.retires,
        is_error,
    )
    counts = counted(check) if check.rows else None
    return replace(told, profile=replace(profile(found), open_registers=counts), companies=check)


def counted(check: CompanyCheck) -> CompaniesCounted:
    """Return how many companies open registers say what of, for the state of the register."""
    verdicts = Counter(row.verdict for row in check.rows)
    reasons = Counter(reason for row in check.rows for reason in row.reasons)
    return CompaniesCounted(
        sources=tuple(RegisterDate(source.name, source.day.isoformat()) for source in check.sources),
        companies=len(check.rows),
        verdicts={verdict.value: verdicts[verdict] for verdict in CompanyVerdict},
        renamed=reasons["company.renamed"],
        moved=reasons["company.moved"],
        ids_found=reasons["company.id_found"],
        ids_only=all(source.ids_only for source in check.sources),
    )
