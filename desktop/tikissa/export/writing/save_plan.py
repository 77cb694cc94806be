"""Works out from an outcome what is written where, the same for every kind of file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tikissa.export.additions.added_column import Placed, day_to_look_like, new_cells, placed, with_columns
from tikissa.export.additions.added_page import AddedPage, page_rows
from tikissa.export.additions.appended_rows import Appended
from tikissa.export.log.audit_line import LineKind
from tikissa.export.log.audit_lines import TypedChanges, TypedRows
from tikissa.export.log.audit_log import LeavingAs
from tikissa.export.saving_options import RemovedRows, WriteOptions
from tikissa.export.typed_cell import Typed, kind, normal
from tikissa.files.letters import column_index
from tikissa.messages import say
from tikissa.model.erasure import ERASED
from tikissa.model.outcome import Fate, Outcome
from tikissa.model.record import RecordId


@dataclass(frozen=True, slots=True)
class CellOrigin:
    """A new content with the cell whose style goes with it, where the cell's own does not."""

    value: Typed
    styled_as: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A row that goes to an added sheet: its number in the original, its cells, and what became of it in words."""

    number: int
    cells: Sequence[CellOrigin]
    note: str


@dataclass(frozen=True, slots=True)
class AddedRows:
    """An added sheet's content; `kinds` are the kinds of leaving rows that stand on it."""

    name: str
    kinds: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[MovedRow, ...]
    note_column: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Rows go by their numbers in the original, columns by position from 0 at A."""

    edits: Mapping[int, Mapping[int, CellOrigin]]
    leaving: frozenset[int]
    leaving_as: LeavingAs
    mark_column: int | None
    mark_heading: str = ""
    added: tuple[AddedRows, ...] = field(default=())
    columns: Placed = field(default_factory=dict)
    appended: Appended | None = None
    page: AddedPage | None = None


def make_plan(
    outcome: Outcome,
    rows: TypedRows,
    width: int,
    leaving_as: LeavingAs,
    sheets: Sequence[str],
    options: WriteOptions,
    new_rows: Appended | None = None,
) -> Plan:
    """Plan the saving. `width` is the number of columns in use on the sheet, `sheets` the names taken already."""
    edits, register = _edits(outcome, rows), outcome.register
    added = _added(outcome, rows, edits, width, leaving_as, sheets, options)
    leaving = frozenset(outcome.register.row(record) for record in outcome.leaving)
    mark_column = width if leaving_as is LeavingAs.MARKED and leaving else None
    for number in leaving:
        if leaving_as is LeavingAs.DELETED:
            edits.pop(number, None)
        elif leaving_as is LeavingAs.EMPTIED:
            filled = (column for column, value in enumerate(rows.get(number, ())) if value != "")
            edits[number] = {column: CellOrigin(None) for column in filled}
    if mark_column is not None:
        for record in outcome.leaving:
            note = CellOrigin(note_of(outcome, record, options.language))
            edits.setdefault(outcome.register.row(record), {})[mark_column] = note
    header, heading = outcome.register.source.header_row, say(options.language, "save.mark_heading")
    if mark_column is not None and header:
        edits.setdefault(header, {})[mark_column] = CellOrigin(heading)
    columns = placed((*outcome.columns, *options.columns), width if mark_column is None else width + 1, register)
    look = day_to_look_like(register) if any(column.values for column in columns.values()) else None
    for number, column, content in new_cells(outcome, columns):
        styled_as = look if kind(content) == "date" else None
        edits.setdefault(number, {})[column] = CellOrigin(content, styled_as)
    return Plan(
        edits,
        leaving,
        leaving_as,
        mark_column,
        heading if header else "",
        added,
        columns,
        with_columns(new_rows, columns),
        _page(options, (*sheets, *(each.name for each in added))),
    )


def _page(options: WriteOptions, taken: Sequence[str]) -> AddedPage | None:
    name = free_name(say(options.language, "save.sheet_page"), taken)
    return AddedPage(name, page_rows(options.page)) if options.page else None


def note_of(outcome: Outcome, record: RecordId, language: str) -> str:
    """Return what becomes of a record, in words."""
    leaving = outcome.leaving[record]
    into = "" if leaving.into is None else str(outcome.register.row(leaving.into))
    return say(language, f"audit.{leaving.fate}", into)


def _edits(outcome: Outcome, rows: TypedRows) -> dict[int, dict[int, CellOrigin]]:
    edits: dict[int, dict[int, CellOrigin]] = {}
    register = outcome.register
    changes = TypedChanges(outcome, rows)
    for typed in changes:
        change = typed.change
        if change.has_effect:
            column = column_index(register.column(change.column).letter)
            fits = change.source is None or kind(changes.original(change.record, change.column)) == kind(typed.after)
            lender = None if fits or change.source is None else (register.row(change.source), column)
            edits.setdefault(register.row(change.record), {})[column] = CellOrigin(typed.after, lender)
    return edits


def _added(
    outcome: Outcome,
    rows: TypedRows,
    edits: Mapping[int, Mapping[int, CellOrigin]],
    width: int,
    leaving_as: LeavingAs,
    sheets: Sequence[str],
    options: WriteOptions,
) -> tuple[AddedRows, ...]:
    """Archived rows get a sheet of their own; merged and removed ones too where the user wants it."""
    if leaving_as is LeavingAs.MARKED:
        return ()
    wanted: list[tuple[str, tuple[Fate, ...]]] = [("save.sheet_archive", (Fate.ARCHIVED,))]
    if options.removed_rows is RemovedRows.SHEET or leaving_as is LeavingAs.EMPTIED:
        wanted.append(("save.sheet_removed", (Fate.MERGED, Fate.REMOVED)))
    added = []
    for code, fates in wanted:
        records = sorted(
            record
            for record, leaving in outcome.leaving.items()
            if leaving.fate in fates and ERASED not in (reason.code for reason in leaving.reasons)
        )
        if records:
            name = free_name(say(options.language, code), sheets)
            moved = tuple(_moved(outcome, record, rows, edits, options.language) for record in records)
            kinds = tuple(LineKind(fate).value for fate in fates)
            added.append(AddedRows(name, kinds, _headings(outcome, width, options.language), moved, width))
    return tuple(added)


def _moved(
    outcome: Outcome, record: RecordId, rows: TypedRows, edits: Mapping[int, Mapping[int, CellOrigin]], language: str
) -> MovedRow:
    number = outcome.register.row(record)
    cells = [CellOrigin(normal(value)) for value in rows.get(number, ())]
    for column, edit in edits.get(number, {}).items():
        cells += [CellOrigin(None)] * (column + 1 - len(cells))
        cells[column] = edit
    return MovedRow(number, cells, note_of(outcome, record, language))


def _headings(outcome: Outcome, width: int, language: str) -> tuple[str, ...]:
    names = {column_index(column.letter): column.header or column.name for column in outcome.register.columns}
    notes = (say(language, "save.column_row"), say(language, "save.column_fate"))
    return (*(names.get(column, "") for column in range(width)), *notes)


def free_name(name: str, taken: Sequence[str]) -> str:
    """Return the name, with a number after it where a sheet of that name is there already."""
    used = {each.casefold() for each in taken}
    names = (f"{name[:27]} {number}" if number > 1 else name[:31] for number in range(1, len(used) + 2))
    return next(each for each in names if each.casefold() not in used)
