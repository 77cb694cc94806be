"""Asks the trade register about the companies its open file lacks: only after the user has seen the ids and agreed.

Each answer is kept with its day before the next id is asked about, so that stopping at any row loses nothing.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from tikissa.app.answered_companies import may_be_asked
from tikissa.app.folders import data_folder
from tikissa.companies.subjects import Subject
from tikissa.lookup.trade_register_client import ADDRESS, PAUSE, REAL_TIME, Clock, Fault, NoAnswer, TradeRegisterClient
from tikissa.model.companies import CompanyCheck
from tikissa.model.progress import NoProgress, Progress
from tikissa.store.open_registers.answers_file import Answer, AnswersFile, kept_answers

HOST = "avoindata.prh.fi"
"""The one host that is asked."""

_FRESH = timedelta(days=30)
"""How long an answer is good enough not to be asked for again."""

_GIVES_UP_AFTER = 3
"""So many ids in a row without an answer end the round: the others are asked another time."""

_ENDS = frozenset((Fault.OTHER_PAGE, Fault.CHANGED))


@dataclass(frozen=True, slots=True)
class Asked:
    """How many ids were answered, how many are left, and what ended the round before its time."""

    answered: int
    left: int
    fault: Fault | None = None


def ids_to_ask(check: CompanyCheck, asked: Sequence[Subject], today: date, data: Path | None = None) -> tuple[str, ...]:
    """Return the ids the register would be asked about, each once: those its open file lacks, or where no file is kept
    all of companies that are in the trade register. Those answered lately are not asked about again."""
    known = kept_answers(data or data_folder())
    fresh = {number for number, answer in known.items() if today - answer.day < _FRESH}
    rows = {row.record: row for row in check.rows}
    wanted = (subject for subject in asked if may_be_asked(subject, rows.get(subject.record), bool(check.sources)))
    return tuple(dict.fromkeys(each.business_id for each in wanted if each.business_id and each.number not in fresh))


def seconds_for(ids: Sequence[str]) -> int:
    """Return how long asking takes, in seconds."""
    return int(len(ids) * PAUSE)


def ask(
    ids: Sequence[str],
    today: date,
    progress: Progress = NoProgress(),
    clock: Clock = REAL_TIME,
    data: Path | None = None,
) -> Asked:
    """Ask about these ids, and nothing else. Raises Cancelled where the user stops; the answers there are stay kept."""
    answered = failed = 0

    def tick() -> None:
        progress.report("lookup.asking", answered, len(ids))

    file = AnswersFile(data or data_folder())
    client = TradeRegisterClient(_address(), clock, tick)
    fault: Fault | None = None
    try:
        for business_id in ids:
            tick()
            try:
                company = client.company(business_id)
            except NoAnswer as problem:
                fault, failed = problem.fault, failed + 1
                if problem.fault in _ENDS or failed >= _GIVES_UP_AFTER:
                    break
                continue
            failed, answered = 0, answered + 1
            file.keep(int(business_id.replace("-", "")), Answer(today, company))
    finally:
        client.close()
        file.close()
    return Asked(answered, len(ids) - answered, fault)


def _address() -> str:
    """Return where to ask; `TIKISSA_TRADE_REGISTER` names a server on this very computer, for tests and tries."""
    return os.environ.get("TIKISSA_TRADE_REGISTER") or ADDRESS
