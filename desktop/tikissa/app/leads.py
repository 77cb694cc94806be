"""Leads: bought, campaign or hand-collected lists. They are never put into the register; the new ones among them go to
a file of their own that says where they came from and until when they may be used."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tikissa.analysis.gate import ENTERING, GateRow
from tikissa.app.checked_list import CheckedList
from tikissa.export.lists.list_file import write_list
from tikissa.messages import say
from tikissa.model.analysis import Analysis
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.schema import Meaning

_REPORT_EVERY = 500
_TOLD = ("source", "taken", "until")
"""The columns that are put after the list's own."""


def a_year_on(day: date) -> date:
    """Return until when a list that was got on a day is used unless the user says otherwise."""
    return day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else day.replace(year=day.year + 1, day=28)


def write_leads(
    checked: CheckedList, target: Path, today: date, language: str, progress: Progress = NoProgress()
) -> int:
    """Write the leads the register has not and who did not opt out, each with its source and dates; return what
    `write_list` does. Raises TargetProblem where it cannot be."""
    listed = checked.register
    headers = tuple(column.name for column in listed.columns)
    sources = checked.schema.columns_of(Meaning.SOURCE)
    added = tuple(say(language, f"leads.{name}") for name in _TOLD)
    rows = []
    for number, row in enumerate(checked.of(*ENTERING)):
        if number % _REPORT_EVERY == 0:
            progress.report("save.list", number, len(checked.rows))
        said = next((text for name in sources if (text := listed.text(row.record, name).strip())), "")
        told = (said or listed.source.path.name, today.isoformat(), a_year_on(today).isoformat())
        rows.append((*(cells[row.record] for cells in listed.cells), *told))
    return write_list([(*headers, *added), *rows], target, listed.source.path)


def on_stale_rows(rows: Iterable[GateRow], analysis: Analysis) -> list[GateRow]:
    """Return the rows about customers whose details in the register may be old: there a fresher list may know more."""
    stale = {retire.record for retire in analysis.retires}
    return [row for row in rows if row.known in stale]
