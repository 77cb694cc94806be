"""Puts the trade register's own answers, as they are kept, in the place of what its open file lacks; asks nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tikissa.companies.subjects import Subject
from tikissa.companies.verdicts import told_online
from tikissa.model.companies import CompanyCheck, CompanyRow, CompanyVerdict, OpenSource
from tikissa.model.record import RecordId
from tikissa.store.open_registers.answers_file import Answer, kept_answers

NAME = "PRH/YTJ"


def with_answers(check: CompanyCheck, asked: Sequence[Subject], data: Path) -> CompanyCheck:
    """Return what is said, with the answers that are kept."""
    known = kept_answers(data)
    if not known:
        return check
    rows = {row.record: row for row in check.rows}
    told = [*_told(asked, rows, known, bool(check.sources))]
    if not told:
        return check
    rows |= {row.record: row for row in told}
    days = max(row.source.day for row in told)
    return replace(
        check, rows=tuple(rows[record] for record in sorted(rows)), sources=(*check.sources, OpenSource(NAME, days))
    )


def _told(
    asked: Sequence[Subject], rows: Mapping[RecordId, CompanyRow], known: Mapping[int, Answer], has_file: bool
) -> Iterator[CompanyRow]:
    for subject in asked:
        answer = known.get(subject.number or 0)
        if answer is not None and may_be_asked(subject, rows.get(subject.record), has_file):
            yield told_online(subject, answer.company, OpenSource(NAME, answer.day))


def may_be_asked(subject: Subject, row: CompanyRow | None, has_file: bool) -> bool:
    """Say whether the register may be asked about a company: one its open file lacks; where no file is kept, one of a
    kind that is in the register. Of persons in business nothing is ever asked."""
    if has_file:
        return row is not None and row.verdict is CompanyVerdict.NOT_IN_REGISTER
    return subject.is_registered_form and not subject.is_abroad
