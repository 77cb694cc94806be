"""Writes a plain list beside the cleaned register: a workbook, or a CSV file where the name says so."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import xlsxwriter

from tikissa.export.target import Drafts
from tikissa.lists.hand_back import NumberChange
from tikissa.messages import say

Row = Sequence[str]

_NARROWEST, _WIDEST = 10, 48
"""Widths of a column, in letters."""

_MEASURED = 200
"""Rows looked at to tell how wide a column is to be."""


def write_number_list(changes: Sequence[NumberChange], language: str, target: Path) -> None:
    """Write old and surviving customer numbers. Raises TargetProblem where the file cannot be written."""
    headers = [say(language, code) for code in ("number_list.old", "number_list.surviving", "number_list.name")]
    write_list([headers, *([change.old, change.surviving, change.name] for change in changes)], target)


def write_list(rows: Sequence[Row], target: Path) -> None:
    """Write rows of text, the headers first. Raises TargetProblem where the file cannot be written."""
    write = _write_workbook if target.suffix.lower() == ".xlsx" else _write_csv
    with Drafts() as drafts:
        drafts.write(target, lambda stream: write(rows, stream))
        drafts.publish()


def _write_workbook(rows: Sequence[Row], stream: IO[bytes]) -> None:
    """Write every cell as text, so that a number keeps its zeros and nothing becomes a formula."""
    workbook = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = workbook.add_worksheet()
    heading = workbook.add_format({"bold": True})
    for place, texts in enumerate(zip(*rows[:_MEASURED], strict=True)):
        sheet.set_column(place, place, min(max(_NARROWEST, *(len(text) + 2 for text in texts)), _WIDEST))
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            sheet.write_string(number, place, text, heading if number == 0 else None)
    sheet.freeze_panes(1, 0)
    workbook.close()


def _write_csv(rows: Sequence[Row], stream: IO[bytes]) -> None:
    """Write with semicolons and a byte order mark, as Finnish Excel opens it right."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    stream.write(text.getvalue().encode("utf-8-sig", "replace"))
