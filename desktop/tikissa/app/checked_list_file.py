"""What a list looked at beside the register becomes: the whole of it with the answers, or the new rows alone."""

from collections.abc import Iterator
from pathlib import Path

from tikissa.analysis.gate import GateRow
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.app.checked_list import CheckedList
from tikissa.export.lists.list_file import write_list
from tikissa.lists.hand_back import final_survivor
from tikissa.lists.take_away import NUMBER_AND_NAME
from tikissa.messages import say
from tikissa.model.outcome import Outcome
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning, Schema
from tikissa.text.secret_numbers import masked

Row = tuple[str, ...]

_ANSWERS = ("standing", "why", "row", "number", "customer", "marketing")

_REPORT_EVERY = 500


def write_answers(
    checked: CheckedList,
    outcome: Outcome,
    schema: Schema,
    language: str,
    target: Path,
    progress: Progress = NoProgress(),
) -> int:
    """Write every row of the list, first whether the register has it; return what `write_list` does.

    Raises TargetProblem where it cannot be.
    """
    answers = tuple(say(language, f"checked_list.{name}") for name in _ANSWERS)
    known = _Known(outcome, schema, language)
    rows = (known.answer(row) + own for row, own in _own_cells(checked, checked.rows, progress))
    sources = checked.register.source.path, outcome.register.source.path
    return write_list([answers + _headers(checked), *rows], target, *sources)


def write_new_rows(checked: CheckedList, target: Path, progress: Progress = NoProgress()) -> int:
    """Write the rows that the register has not, as they are in the list; returns what `write_list` does."""
    rows = (own for _, own in _own_cells(checked, checked.of(GateVerdict.NEW), progress))
    return write_list([_headers(checked), *rows], target, checked.register.source.path)


class _Known:
    """Tells what the register says of a row of the list."""

    def __init__(self, outcome: Outcome, schema: Schema, language: str) -> None:
        self._outcome = outcome
        self._language = language
        self._number = schema.first(Meaning.CUSTOMER_NUMBER)
        self._names = schema.columns_of(*NUMBER_AND_NAME[1:])
        self._marketing = schema.columns_of(Meaning.PERMISSION, Meaning.PROHIBITION)

    def answer(self, row: GateRow) -> Row:
        standing = say(self._language, f"checked_list.{row.verdict}")
        why = " · ".join(
            dict.fromkeys(say(self._language, each.code, *map(masked, each.arguments)) for each in row.reasons)
        )
        if row.known is None or row.verdict is GateVerdict.NEW:
            return (standing, why, *[""] * (len(_ANSWERS) - 2))
        record = final_survivor(self._outcome, row.known)
        number = self._outcome.text(record, self._number) if self._number else ""
        name = " ".join(filter(None, (masked(self._outcome.text(record, column)) for column in self._names)))
        return (standing, why, str(self._outcome.register.row(record)), number, name, self._said_of_marketing(record))

    def _said_of_marketing(self, record: RecordId) -> str:
        said = ((column, self._outcome.text(record, column)) for column in self._marketing)
        return ", ".join(f"{column}: {text}" for column, text in said if text)


def _headers(checked: CheckedList) -> Row:
    return tuple(column.name for column in checked.register.columns)


def _own_cells(checked: CheckedList, rows: tuple[GateRow, ...], progress: Progress) -> Iterator[tuple[GateRow, Row]]:
    for number, row in enumerate(rows):
        if number % _REPORT_EVERY == 0:
            progress.report("save.list", number, len(rows))
        yield row, tuple(cells[row.record] for cells in checked.register.cells)
