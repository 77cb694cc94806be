"""The lists that can be taken along after saving: how many are on each, who is not and why, and what is written.

What reads numbers and addresses is imported when it is needed, off the window's thread.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tikissa.lists.ask_list import ask_sheets, to_ask
from tikissa.lists.take_away import changed_list, changed_rows, leaving_list
from tikissa.lists.vanished_numbers import customer_numbers, passive_numbers
from tikissa.messages import say
from tikissa.model.analysis import Analysis
from tikissa.model.decision import DecisionLog
from tikissa.model.outcome import Fate, Outcome
from tikissa.model.permission import Channel
from tikissa.model.progress import Progress, Tick

if TYPE_CHECKING:
    from tikissa.export.lists.list_file import Row, Sheet
    from tikissa.lists.mailing import MailingList

WAYS = (Channel.SMS, Channel.EMAIL, Channel.POST, Channel.PHONE)


@dataclass(frozen=True, slots=True)
class Sources:
    """What the lists are made of, as it stood when they were asked for."""

    outcome: Outcome
    analysis: Analysis
    log: DecisionLog


Sheets = Callable[[str, bool], "Sequence[Sheet]"]
"""The sheets of a list in a language, and whether there is room for more than one."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One list: how many stand on it, as codes who does not, what its file holds, and the `source` it is made of.

    `is_by_word` is false where only the owner knows who may be sent it.
    """

    key: str
    count: int
    sheets: Sheets
    left_out: tuple[tuple[str, int], ...] = ()
    is_by_word: bool = True
    source: Path | None = None

    def write(self, target: Path, language: str, progress: Progress) -> int:
        """Write the list and return what `write_sheets` does. Raises TargetProblem where it cannot be written."""
        from tikissa.export.lists.list_file import is_workbook, write_sheets

        sources = (self.source,) if self.source else ()
        return write_sheets(self.sheets(language, is_workbook(target)), target, progress, sources)


def offers(of: Sources, progress: Progress) -> tuple[Offer, ...]:
    """Return the lists that fit this register."""
    found = (*_asked(of), *_mailings(of, progress), *_for_programs(of, partial(progress.report, "save.list", 1, 1)))
    return tuple(replace(offer, source=of.outcome.register.source.path) for offer in found)


def _asked(of: Sources) -> Iterator[Offer]:
    asked = to_ask(of.outcome, of.log, of.analysis.keys)
    if asked:
        yield Offer("ask", len(asked), partial(_ask_sheets, of))


def _ask_sheets(of: Sources, language: str, is_workbook: bool) -> Sequence["Sheet"]:
    """Return a sheet for each salesperson where there is room for more than one."""
    from tikissa.export.lists.list_file import Sheet

    title = say(language, "ask_list.title")
    made = ask_sheets(of.outcome, of.log, of.analysis.keys, of.analysis.schema, language, apart=is_workbook)
    return [Sheet(sheet.salesperson or title, sheet.rows, hidden=1) for sheet in made]


def _mailings(of: Sources, progress: Progress) -> Iterator[Offer]:
    """Yield the lists of the ways in which the register's customers could be contacted, allowed or not."""
    from tikissa.lists.mailing import mailing_list
    from tikissa.lists.mailing_file import left_out

    for way in WAYS:
        mailing = mailing_list(
            of.outcome,
            of.analysis.schema,
            of.log,
            of.analysis.keys,
            way,
            of.analysis.settings.today,
            progress,
            of.analysis.related,
        )
        if mailing.reachable:
            sheets = partial(_mailing_sheets, mailing, of.outcome.register.source.path.name)
            yield Offer(way.value, len(mailing.taken), sheets, left_out(mailing), mailing.is_by_word)


def _for_programs(of: Sources, tick: Tick) -> Iterator[Offer]:
    numbers = customer_numbers(of.outcome, of.analysis.schema, tick)
    if numbers is not None:
        make = partial(passive_numbers, of.outcome, of.analysis.schema)
        yield Offer("numbers", len(numbers.vanished), partial(_one_sheet, "number_list.title", make))
    tick()
    changed = sum(of.outcome.stays(record) for records in of.outcome.changed.values() for record in records)
    if changed:
        make = partial(changed_list, of.outcome, of.analysis.schema)
        yield Offer("changed", changed, partial(_one_sheet, "changed_list.title", make))
    rows = changed_rows(of.outcome, tick)
    if rows:
        yield Offer("upload", len(rows) - 1, partial(_one_sheet, "changed_list.rows", lambda _: rows))
    gone = of.outcome.count(Fate.ARCHIVED) + of.outcome.count(Fate.REMOVED)
    if gone:
        make = partial(leaving_list, of.outcome, schema=of.analysis.schema)
        yield Offer("gone", gone, partial(_one_sheet, "leaving_list.title", make))


def _one_sheet(
    title: str, make: Callable[[str], "Sequence[Row]"], language: str, _is_workbook: bool
) -> Sequence["Sheet"]:
    from tikissa.export.lists.list_file import Sheet

    return (Sheet(say(language, title), make(language)),)


def _mailing_sheets(mailing: "MailingList", register: str, language: str, _is_workbook: bool) -> Sequence["Sheet"]:
    from tikissa.export.lists.list_file import mailing_sheets

    return mailing_sheets(mailing, register, language)
