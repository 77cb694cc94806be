"""Works out how rows of another file are written below the register's own: where, with which types, formulas, looks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tikissa.export.log.audit_log import LeavingAs
from tikissa.export.log.logged_cell import LoggedFormula
from tikissa.export.log.typing_rules import typed_after
from tikissa.export.open_document.document_contents import OpenDocumentContents
from tikissa.export.second_reader.file_contents import Contents
from tikissa.export.typed_cell import Typed, kind, normal
from tikissa.export.workbook.deletion import LAST_ROW, Deletion
from tikissa.export.workbook.formulas import after_deletion, copied
from tikissa.export.workbook.package import Package
from tikissa.export.workbook.row_moves import row_moves
from tikissa.export.workbook.sheet_formulas import FormulaCell, formula_cells
from tikissa.files.constant_formula import is_constant
from tikissa.files.letters import column_index
from tikissa.model.outcome import AddedRow, Outcome
from tikissa.model.problems import TargetProblem
from tikissa.model.register import FileFormat, Register
from tikissa.text.formula_texts import shown_as_text

_LOOKED_AT = 2_000
"""So many of the last rows tell how a column is written."""

_ALIKE = 50
"""So many of the last formulas of a column must be copies of one another for it to be filled down."""

_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Sample:
    """A cell that shows how its column is written: its row in the original, its content, and what is seen of it."""

    row: int
    value: Typed
    text: str


NewCells = Mapping[int, Typed | LoggedFormula]


@dataclass(frozen=True)
class Appended:
    """New rows and where they go: below the row `last` of the original, looking like the row `pattern`.

    `moves` tells how every row of the original moves. `samples` lend a style to numbers and days, by column. `unfilled`
    are the columns of formulas that could not be filled down.
    """

    moves: Deletion
    first: int
    last: int
    rest_moves: bool
    base: int
    pattern: int
    rows: tuple[NewCells, ...]
    added: tuple[AddedRow, ...]
    samples: Mapping[int, Sample]
    unfilled: tuple[str, ...]

    def numbered(self) -> Iterator[tuple[int, NewCells, AddedRow]]:
        """Yield the new rows with the numbers they have in the cleaned file."""
        for number, (cells, added) in enumerate(zip(self.rows, self.added, strict=True), self.base + 1):
            yield number, cells, added


def appended(outcome: Outcome, original: Contents, leaving_as: LeavingAs, patched: Path | None) -> Appended | None:
    """Return the new rows made ready to be written, None where there are none. `patched` is the workbook whose own XML
    is changed: only there do formulas live on. Raises TargetProblem where the sheet has no room for them."""
    if not outcome.added:
        return None
    register = outcome.register
    first, last = data_rows(register)
    gone = frozenset(map(register.row, outcome.leaving)) if leaving_as is LeavingAs.DELETED else frozenset()
    rest_moves = something_below(register, original, last)
    moves = row_moves(gone, first, last, len(outcome.added), rest_moves)
    base = last - sum(row <= last for row in gone)
    if base + len(outcome.added) > LAST_ROW and register.source.format is not FileFormat.CSV:
        raise TargetProblem("save.too_many_rows", str(LAST_ROW))
    kept = [row for row in register.row_numbers.tolist() if row not in gone]
    pattern = kept[-1] if kept else last
    samples = _samples(register, original)
    formulas, unfilled = _formulas(register, original, kept, patched)
    filled = {
        place: after_deletion(text, True, register.source.sheet, moves.for_row(pattern))
        for place, text in formulas.items()
    }
    blocked = {*formulas, *unfilled}
    down = range(base + 1 - moves.moved(pattern), base + 1 - moves.moved(pattern) + len(outcome.added))
    rows = tuple(
        _cells(register, added, samples, filled, blocked, distance)
        for added, distance in zip(outcome.added, down, strict=True)
    )
    names = {column_index(column.letter): column.name for column in register.columns}
    told = tuple(names.get(place, "") for place in sorted(unfilled))
    return Appended(moves, first, last, rest_moves, base, pattern, rows, outcome.added, samples, told)


def data_rows(register: Register) -> tuple[int, int]:
    """Return the first and the last row of the data; of a register without any, as if they stood below its header."""
    if not len(register):
        header = register.source.header_row or 0
        return header + 1, header
    return int(register.row_numbers.min()), int(register.row_numbers.max())


def something_below(register: Register, original: Contents, last: int) -> bool:
    """Say whether anything stands below the data, such as totals."""
    sheet = register.source.sheet
    if any(row > last for row, _ in original.formulas(sheet)):
        return True
    return any(
        any(cell not in ("", None) for cell in row)
        for number, row in enumerate(original.rows(sheet), 1)
        if number > last
    )


def _samples(register: Register, original: Contents) -> dict[int, Sample]:
    """Return for each column the last cell of the kind that most of its last cells are."""
    records = {
        row: record
        for record, row in enumerate(register.row_numbers.tolist()[-_LOOKED_AT:], max(0, len(register) - _LOOKED_AT))
    }
    found: dict[int, dict[str, Sample]] = {}
    counts: dict[int, Counter[str]] = {}
    columns = {column_index(column.letter): column.name for column in register.columns}
    for number, row in enumerate(original.rows(register.source.sheet), 1):
        if number in records:
            for place, name in columns.items():
                value = normal(row[place]) if place < len(row) else None
                if value is not None:
                    counts.setdefault(place, Counter())[kind(value)] += 1
                    sample = Sample(number, value, register.text(records[number], name))
                    found.setdefault(place, {})[kind(value)] = sample
    return {place: kinds[counts[place].most_common(1)[0][0]] for place, kinds in found.items()}


def _formulas(
    register: Register, original: Contents, kept: Sequence[int], patched: Path | None
) -> tuple[dict[int, str], frozenset[int]]:
    """Return the formulas of the last row in the columns that are calculated alike on every row, and the columns of
    formulas that are not."""
    if patched is None or not kept:
        return {}, frozenset()
    by_column: dict[int, dict[int, FormulaCell]] = {}
    rows = frozenset(kept)
    for cell in formula_cells_in(patched, original, register.source.sheet):
        if cell.row in rows and not is_constant(cell.formula):
            by_column.setdefault(cell.column, {})[cell.row] = cell
    mostly = {place: cells for place, cells in by_column.items() if len(cells) > _MOSTLY * len(kept)}
    filled = {place: cells[kept[-1]].formula for place, cells in mostly.items() if _is_filled_down(cells, kept)}
    return filled, frozenset(mostly.keys() - filled.keys())


def formula_cells_in(patched: Path, original: Contents, sheet: str) -> Iterator[FormulaCell]:
    """Yield the formulas of a sheet of a workbook that is patched in place."""
    if isinstance(original, OpenDocumentContents):
        yield from original.formula_cells(sheet)
        return
    with Package(patched) as package:
        yield from formula_cells(package, package.sheet(sheet))


def _is_filled_down(cells: Mapping[int, FormulaCell], kept: Sequence[int]) -> bool:
    """Say whether a column is one formula copied down all rows: then the next row's is certain."""
    if len(cells) < len(kept) or any(cells[row].kind not in ("normal", "shared") for row in kept[-_ALIKE:]):
        return False
    last = kept[-_ALIKE:]
    return all(
        copied(cells[above].formula, below - above, 0) == cells[below].formula for above, below in pairwise(last)
    )


def _cells(
    register: Register,
    added: AddedRow,
    samples: Mapping[int, Sample],
    formulas: Mapping[int, str],
    blocked: Iterable[int],
    down: int,
) -> NewCells:
    cells: dict[int, Typed | LoggedFormula] = {
        place: LoggedFormula(copied(text, down, 0)) for place, text in formulas.items()
    }
    for name, text in added.texts.items():
        place = column_index(register.column(name).letter)
        if place not in blocked:
            cells[place] = _typed(register, text, samples.get(place))
    return dict(sorted(cells.items()))


def _typed(register: Register, text: str, sample: Sample | None) -> Typed:
    """Return a text as its column holds values; a CSV file holds nothing but texts, none of them to be run."""
    if register.source.format is FileFormat.CSV:
        return shown_as_text(text)
    if sample is None:
        return text
    return typed_after(text, sample.value, sample.text)


def row_of(cells: NewCells) -> list[Typed | LoggedFormula]:
    """Return a new row's cells from column A on."""
    return [cells.get(place) for place in range(max(cells, default=-1) + 1)]
