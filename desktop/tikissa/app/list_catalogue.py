"""The lists that can be taken along after saving, each once: the window and the command line go through `LISTS`.

A list's words are `take_away.KEY`, `take_away.KEY.about` and the end of its file's name, `take_away.KEY.file`.
What reads numbers and addresses is imported when it is needed, off the window's thread.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tikissa.lists.ask_list import ask_sheets, to_ask
from tikissa.lists.back_to_program import Program, ProgramRows, program_of, rows_for_program
from tikissa.lists.hand_back import NumberChange, number_changes, number_list
from tikissa.lists.handover import Handover, HandoverSheet, customers_by_seller, handover_sheets
from tikissa.lists.take_away import changed_list, leaving_list
from tikissa.lists.vanished_numbers import customer_numbers, passive_numbers
from tikissa.messages import say
from tikissa.model.analysis import Analysis
from tikissa.model.decision import DecisionLog
from tikissa.model.outcome import Fate, Outcome
from tikissa.model.permission import Channel
from tikissa.model.progress import Progress, Tick
from tikissa.text.secret_numbers import masked

if TYPE_CHECKING:
    from tikissa.export.lists.list_file import Row, Sheet
    from tikissa.lists.mailing import MailingList
    from tikissa.model.register import Source


@dataclass(frozen=True, slots=True)
class Sources:
    """What the lists are made of, as it stood when they were asked for; `program` where the user named the one the
    register came from."""

    outcome: Outcome
    analysis: Analysis
    log: DecisionLog
    program: Program | None = None


Sheets = Callable[[str, bool], "Sequence[Sheet]"]
"""The sheets of a list in a language, and whether there is room for more than one."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One list of one register: how many stand on it, as codes and counts who does not, and what its file holds.

    `is_by_word` is false where only the owner knows who may be sent it; `not_heeded` are the columns nobody has said
    the meaning of. `notes` are to be known of it, as codes with a name or a count. `exact_for` is the source whose
    encoding and delimiter a program takes in; such a list is read back before it gets its name. `sellers` are whose
    customers a list may be of, with how many each has: which of them is said with `of_seller`.
    """

    count: int
    sheets: Sheets
    left_out: tuple[tuple[str, int], ...] = ()
    is_by_word: bool = True
    not_heeded: tuple[str, ...] = ()
    notes: tuple[tuple[str, str | int], ...] = ()
    exact_for: "Source | None" = None
    sellers: Mapping[str, int] = field(default_factory=dict)
    of_seller: "Callable[[Handover], Offer] | None" = None


@dataclass(frozen=True, slots=True)
class TakeAwayList:
    """An entry of the catalogue. `offer` returns None where the list does not fit a register.

    `for_programs` tells lists that other programs take in from those for contacting customers.
    """

    key: str
    offer: Callable[[Sources, Progress], Offer | None]
    for_programs: bool = False

    @property
    def name_code(self) -> str:
        return f"take_away.{self.key}"

    @property
    def about_code(self) -> str:
        return f"take_away.{self.key}.about"

    @property
    def file_code(self) -> str:
        return f"take_away.{self.key}.file"


def offers(of: Sources, progress: Progress) -> dict[str, Offer]:
    """Return the lists that fit this register, by key in the order of the catalogue."""
    made = ((entry.key, entry.offer(of, progress)) for entry in LISTS)
    return {key: offer for key, offer in made if offer is not None}


def write_offer(offer: Offer, source: Path, target: Path, language: str, progress: Progress) -> int:
    """Write a list made of the register `source` and return what `write_sheets` does.

    Raises TargetProblem where it cannot be written.
    """
    from tikissa.export.lists.list_file import is_workbook, write_sheets

    if offer.exact_for is not None:
        from tikissa.export.lists.program_file import write_program_file

        return write_program_file(offer.sheets(language, is_workbook(target)), offer.exact_for, target, progress)
    return write_sheets(offer.sheets(language, is_workbook(target)), target, progress, (source,))


def _ask(of: Sources, _: Progress) -> Offer | None:
    asked = to_ask(of.outcome, of.log, of.analysis.keys)
    return Offer(len(asked), partial(_ask_sheets, of)) if asked else None


def _ask_sheets(of: Sources, language: str, is_workbook: bool) -> Sequence["Sheet"]:
    """Return a sheet for each salesperson where there is room for more than one."""
    from tikissa.export.lists.list_file import Sheet

    title = say(language, "ask_list.title")
    made = ask_sheets(of.outcome, of.log, of.analysis.keys, of.analysis.schema, language, apart=is_workbook)
    return [Sheet(sheet.salesperson or title, sheet.rows, hidden=1) for sheet in made]


def _handover(of: Sources, _: Progress) -> Offer | None:
    """Return the customers of a salesperson who has left, shared out among others; whose they are is said later."""
    sellers = customers_by_seller(of.outcome, of.analysis.schema)
    if len(sellers) < 2:
        return None

    def of_seller(said: Handover) -> Offer:
        made = handover_sheets(of.outcome, of.analysis.keys, of.analysis.schema, said)
        return Offer(sellers.get(said.seller, 0), partial(_handed_over, made))

    return Offer(sum(sellers.values()), partial(_handed_over, ()), sellers=sellers, of_seller=of_seller)


def _handed_over(made: "Sequence[HandoverSheet]", language: str, is_workbook: bool) -> Sequence["Sheet"]:
    """Return a sheet for each of those who take customers over, one for all in a file that has room for one."""
    from tikissa.export.lists.list_file import Sheet

    sheets = [Sheet(each.taker, each.rows(language), hidden=1) for each in made]
    together = [*sheets[0].rows, *(row for sheet in sheets[1:] for row in sheet.rows[1:])] if sheets else []
    return sheets if is_workbook else [Sheet(say(language, "take_away.handover"), together)]


def _mailing(way: Channel, of: Sources, progress: Progress) -> Offer | None:
    """Return the list of a way in which customers of the register could be contacted, allowed or not."""
    from tikissa.lists.mailing import mailing_list
    from tikissa.lists.mailing_file import left_out

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
    if not mailing.reachable:
        return None
    return Offer(
        len(mailing.taken),
        partial(_mailing_sheets, mailing, of.outcome.register.source.path.name),
        left_out(mailing),
        mailing.is_by_word,
        tuple(mailing.not_heeded),
    )


def _numbers(of: Sources, progress: Progress) -> Offer | None:
    numbers = customer_numbers(of.outcome, of.analysis.schema, _tick(progress))
    if numbers is None or not numbers.vanished:
        return None
    if numbers is None or not numbers.vanished:
        return None
    make = partial(passive_numbers, of.outcome, of.analysis.schema)
    return Offer(len(numbers.vanished), partial(_one_sheet, "number_list.title", make))


def _changed(of: Sources, _: Progress) -> Offer | None:
    changed = sum(of.outcome.stays(record) for records in of.outcome.changed.values() for record in records)
    make = partial(changed_list, of.outcome, of.analysis.schema)
    return Offer(changed, partial(_one_sheet, "changed_list.title", make)) if changed else None


def _program(of: Sources, progress: Progress) -> Offer | None:
    """Return the rows for the program the register came from, in its own columns where they are known for sure."""
    program = of.program or program_of(of.outcome.register)
    found = rows_for_program(of.outcome, program, _tick(progress))
    if found is None:
        return None
    make = partial(_program_sheets, found, number_changes(of.outcome, of.analysis.schema))
    source = of.outcome.register.source
    exact_for = replace(source, encoding=program.encoding) if program.encoding else source
    return Offer(len(found.rows) - 1, make, notes=tuple(_program_notes(found)), exact_for=exact_for)


def _program_notes(found: ProgramRows) -> Iterator[tuple[str, str | int]]:
    """Yield what is to be known of the rows, as codes with a name or a count."""
    program = found.program
    yield ("program.columns_known" if program.marks else "program.own_columns"), program.name
    missing = sum(not each.width for each in found.too_long)
    counts = (
        ("program.passive", found.passive),
        ("program.too_long", len(found.too_long) - missing),
        ("program.unfit", missing),
        ("program.kept_keys", found.kept_keys),
    )
    yield from (note for note in counts if note[1])
    if program.most_rows and len(found.rows) > program.most_rows:
        yield "program.most_rows", program.most_rows
    yield from ((code, program.name) for code in program.said)


def _program_sheets(
    found: ProgramRows, changes: Sequence[NumberChange], language: str, _is_workbook: bool
) -> Sequence["Sheet"]:
    """Return the rows, and beside them which number each merged one goes by now and what is too long."""
    from tikissa.export.lists.list_file import Sheet

    sheets = [Sheet(found.program.name or say(language, "changed_list.rows"), found.rows)]
    if changes:
        sheets.append(Sheet(say(language, "number_list.title"), number_list(changes, language)))
    if found.too_long:
        headers = tuple(say(language, f"program.{name}") for name in ("row", "column", "width", "text"))
        rows = ((str(each.row), each.column, str(each.width or ""), masked(each.text)) for each in found.too_long)
        sheets.append(Sheet(say(language, "program.too_long_title"), (headers, *rows)))
    return sheets


def _gone(of: Sources, _: Progress) -> Offer | None:
    gone = of.outcome.count(Fate.ARCHIVED) + of.outcome.count(Fate.REMOVED)
    make = partial(leaving_list, of.outcome, schema=of.analysis.schema)
    return Offer(gone, partial(_one_sheet, "leaving_list.title", make)) if gone else None


def _tick(progress: Progress) -> Tick:
    return partial(progress.report, "save.list", 1, 1)


def _one_sheet(
    title: str, make: Callable[[str], "Sequence[Row]"], language: str, _is_workbook: bool
) -> Sequence["Sheet"]:
    from tikissa.export.lists.list_file import Sheet

    return (Sheet(say(language, title), make(language)),)


def _mailing_sheets(mailing: "MailingList", register: str, language: str, _is_workbook: bool) -> Sequence["Sheet"]:
    from tikissa.export.lists.list_file import mailing_sheets

    return mailing_sheets(mailing, register, language)


LISTS = (
    TakeAwayList("ask", _ask),
    TakeAwayList("handover", _handover),
    *(
        TakeAwayList(way.value, partial(_mailing, way))
        for way in (Channel.SMS, Channel.EMAIL, Channel.POST, Channel.PHONE)
    ),
    TakeAwayList("numbers", _numbers, for_programs=True),
    TakeAwayList("changed", _changed, for_programs=True),
    TakeAwayList("program", _program, for_programs=True),
    TakeAwayList("gone", _gone, for_programs=True),
)
"""All lists there are, in the order of their lines: those for contacting customers, then those for other programs."""
