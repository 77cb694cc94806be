"""Writes plain lists beside the cleaned register: a workbook, or a CSV file where the name says so."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tikissa.export.row_by_row import new_workbook
from tikissa.export.target import Drafts
from tikissa.lists.hand_back import NumberChange, number_list
from tikissa.lists.mailing import MailingList
from tikissa.lists.mailing_file import TITLES, about_rows, mailing_rows
from tikissa.messages import say
from tikissa.model.progress import NoProgress, Progress, ticking
from tikissa.text.formula_texts import shown_as_text, would_run

Row = Sequence[str]

_NARROWEST, _WIDEST = 10, 48
"""Widths of a column, in letters."""

_MEASURED = 200
"""Rows looked at to tell how wide a column is to be."""

_REPORT_EVERY = 500
_LONGEST_NAME = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list under the name that says what it is: the headers first where it has them, else plain words.

    `hidden` counts the columns at the end that are for the program and not for people.
    """

    name: str
    rows: Sequence[Row]
    has_headers: bool = True
    hidden: int = 0


def write_number_list(changes: Sequence[NumberChange], language: str, target: Path, *sources: Path) -> int:
    """Write old and surviving customer numbers; return what `write_sheets` does.

    Raises TargetProblem where the file cannot be written.
    """
    return write_sheets(
        [Sheet(say(language, "number_list.title"), number_list(changes, language))], target, sources=sources
    )


def write_mailing_list(mailing: MailingList, register: Path, language: str, target: Path) -> int:
    """Write whom a mailing goes to; return what `write_sheets` does.

    Raises TargetProblem where the file cannot be written.
    """
    return write_sheets(mailing_sheets(mailing, register.name, language), target, sources=(register,))


def mailing_sheets(mailing: MailingList, register: str, language: str) -> tuple[Sheet, Sheet]:
    """Return the list, and beside it what it is and who is not on it; a CSV file holds the list alone."""
    told = about_rows(mailing, register, language)
    return (
        Sheet(say(language, TITLES[mailing.way]), mailing_rows(mailing, language)),
        Sheet(say(language, "mailing_list.about"), told, has_headers=False),
    )


def write_list(rows: Sequence[Row], target: Path, *sources: Path) -> int:
    """Write rows of text, the headers first; return what `write_sheets` does.

    Raises TargetProblem where the file cannot be written.
    """
    return write_sheets([Sheet("", rows)], target, sources=sources)


def write_sheets(
    sheets: Sequence[Sheet], target: Path, progress: Progress = NoProgress(), sources: Sequence[Path] = ()
) -> int:
    """Write lists, in a workbook each on a sheet; a CSV file has room for the first only. Return how many of its texts
    look like formulas and are written with an apostrophe in front.

    Who may read the files they are made of, the `sources`, may read the list; without them only its owner may.
    Raises TargetProblem where the file cannot be written.
    """
    write = fill_workbook if is_workbook(target) else _write_csv
    with Drafts(*sources) as drafts:
        drafts.write(target, lambda stream: write(sheets, stream, progress), lambda: progress.report("save.list", 1, 1))
        drafts.publish()
    return 0 if is_workbook(target) else sum(would_run(text) for row in sheets[0].rows for text in row)


def is_workbook(target: Path) -> bool:
    """Say whether a list of this name is written as a workbook; any other name makes a CSV file."""
    return target.suffix.lower() == ".xlsx"


def fill_workbook(sheets: Sequence[Sheet], stream: IO[bytes], progress: Progress) -> None:
    """Write every cell as text, so that a number keeps its zeros and nothing becomes a formula."""
    with new_workbook(stream) as workbook:
        workbook.set_properties({"title": sheets[0].name})
        workbook.formats[0].set_num_format("@")  # a number typed into the list keeps its zeros
        heading = workbook.add_format({"bold": True, "num_format": "@"})
        for name, sheet in zip(_names(sheets), sheets, strict=True):
            _fill(workbook.add_worksheet(name or None), sheet, heading, progress)


def _fill(worksheet: Worksheet, sheet: Sheet, heading: Format, progress: Progress) -> None:
    columns = max(map(len, sheet.rows), default=0)
    for place, texts in enumerate(zip(*sheet.rows[:_MEASURED], strict=True)):
        width = min(max(_NARROWEST, *(len(text) + 2 for text in texts)), _WIDEST)
        worksheet.set_column(place, place, width, None, {"hidden": place >= columns - sheet.hidden})
    for number, row in enumerate(_reported(sheet.rows, progress)):
        for place, text in enumerate(row):
            worksheet.write_string(number, place, text, heading if number == 0 else None)
    if sheet.has_headers and columns:
        worksheet.freeze_panes(1, 0)
        worksheet.autofilter(0, 0, max(1, len(sheet.rows) - 1), columns - 1)


def _write_csv(sheets: Sequence[Sheet], stream: IO[bytes], progress: Progress) -> None:
    """Write with semicolons and a byte order mark, as Finnish Excel opens it right; no text becomes a formula."""
    text = io.StringIO(newline="")
    rows = (map(shown_as_text, row) for row in _reported(sheets[0].rows, progress))
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    stream.write(text.getvalue().encode("utf-8-sig", "replace"))


def _reported(rows: Sequence[Row], progress: Progress) -> Iterable[Row]:
    return ticking(rows, lambda: progress.report("save.list", 0, len(rows)), _REPORT_EVERY)


def _names(sheets: Sequence[Sheet]) -> Iterator[str]:
    """Yield names a spreadsheet takes for its sheets, no two alike."""
    taken = {"history"}  # Excel keeps this one for itself
    for sheet in sheets:
        plain = " ".join(_NOT_IN_A_NAME.sub(" ", sheet.name).split())[:_LONGEST_NAME]
        name, number = plain, 1
        while name and name.casefold() in taken:
            number += 1
            name = f"{plain[: _LONGEST_NAME - 4]} {number}"
        taken.add(name.casefold())
        yield name
