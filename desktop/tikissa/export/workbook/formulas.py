"""Moves the references in a formula as Excel does when rows are deleted or a formula is copied to another cell."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tikissa.export.workbook.deletion import Deletion
from tikissa.files.letters import column_index, column_letter

REFERENCE_ERROR = "#REF!"

_BRACKETS = r"\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\]"
_TOKEN = re.compile(
    rf"""
      (?P<text>"(?:[^"]|"")*")
    | (?P<sheet>(?:'(?:[^']|'')*'|\[\d+\][\w.]*(?::[\w.]+)?|[^\W\d][\w.]*(?::[^\W\d][\w.]*)?)!)?
      (?:(?P<cells>\$?[A-Za-z]{{1,3}}\$?\d{{1,7}}(?::\$?[A-Za-z]{{1,3}}\$?\d{{1,7}})?)(?![\w.(\[!])
        |(?P<rows>\$?\d{{1,7}}:\$?\d{{1,7}})(?![\w.(\[!]))
    | (?P<quoted>'(?:[^']|'')*'!?)
    | (?P<table>[\w.\\]*(?:{_BRACKETS})+!?)
    | (?P<name>[\w.\\?]+)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_END = re.compile(r"(\$?)([A-Za-z]*)(\$?)(\d+)")
_NO_NAME = re.compile(r"\d.*|\.\d.*|TRUE|FALSE", re.IGNORECASE)
_FOLLOWS_NOTHING = re.compile(r"\b(?:INDIRECT\s*\(|HYPERLINK\s*\(\s*\"#)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class End:
    """One end of a reference; a column of None is a whole row. `fixed` says that a dollar sign stands before it."""

    column: str | None
    column_fixed: bool
    row: int
    row_fixed: bool

    def __str__(self) -> str:
        column = "" if self.column is None else f"{'$' * self.column_fixed}{self.column}"
        return f"{column}{'$' * self.row_fixed}{self.row}"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in a formula: the sheet as it is written (`""` where none), one end or two."""

    sheet: str
    ends: tuple[End, ...]

    @property
    def sheet_name(self) -> str:
        """Return the sheet's own name; `[1]Sheet` of another workbook keeps its brackets."""
        name = self.sheet[:-1]
        return name[1:-1].replace("''", "'") if name.startswith("'") else name

    @property
    def first_row(self) -> int:
        return min(end.row for end in self.ends)

    @property
    def last_row(self) -> int:
        return max(end.row for end in self.ends)

    def __str__(self) -> str:
        return self.sheet + ":".join(map(str, self.ends))


def references(formula: str) -> Iterator[Reference]:
    """Yield the references of a formula that name a row."""
    for match in _TOKEN.finditer(formula):
        if match["cells"] or match["rows"]:
            yield _reference(match)


def cannot_be_followed(formula: str) -> bool:
    """Say whether the formula reaches cells by a text, which no deletion can shift."""
    return bool(_FOLLOWS_NOTHING.search(formula))


def other_names(formula: str) -> tuple[str, ...]:
    """Return the names and table columns a formula speaks of beside cells: neither functions nor numbers."""
    found = (match for match in _TOKEN.finditer(formula) if match["table"] or match["name"])
    return tuple(match[0] for match in found if _is_a_name(formula, match))


def _is_a_name(formula: str, match: re.Match[str]) -> bool:
    if match["table"]:
        return True
    return not _NO_NAME.fullmatch(match[0]) and not formula[match.end() :].lstrip().startswith("(")


def points_at(reference: Reference, own_sheet: bool, sheet: str) -> bool:
    """Say whether a reference is about `sheet`; `own_sheet` tells that the formula stands on that sheet."""
    return reference.sheet_name.casefold() == sheet.casefold() if reference.sheet else own_sheet


def several_sheets(reference: Reference) -> bool:
    """Say whether a reference reaches through sheets, as `Jan:Dec!A1` does; a path in brackets is none."""
    return ":" in reference.sheet_name and not reference.sheet_name.startswith("[")


def after_deletion(formula: str, own_sheet: bool, sheet: str, deletion: Deletion) -> str:
    """Return the formula once rows are taken out of `sheet`. A reference to a row taken out becomes #REF!."""

    def move(reference: Reference) -> str:
        if not points_at(reference, own_sheet, sheet):
            return str(reference)
        if len(reference.ends) == 1:
            end = reference.ends[0]
            gone = end.row in deletion
            return reference.sheet + (REFERENCE_ERROR if gone else str(_at_row(end, deletion.moved(end.row))))
        fixed = all(end.row_fixed for end in reference.ends)
        span = deletion.span(reference.first_row, reference.last_row, fixed)
        if span is None:
            return reference.sheet + REFERENCE_ERROR
        first, last = reference.ends
        rows = span if first.row <= last.row else span[::-1]
        return f"{reference.sheet}{_at_row(first, rows[0])}:{_at_row(last, rows[1])}"

    return _replaced(formula, move)


def copied(formula: str, rows: int, columns: int) -> str:
    """Return the formula as it reads in a cell so many rows down and columns to the right."""

    def move(reference: Reference) -> str:
        ends = tuple(_copied_end(end, rows, columns) for end in reference.ends)
        return REFERENCE_ERROR if None in ends else reference.sheet + ":".join(map(str, ends))

    return _replaced(formula, move)


def moves_as_one(formula: str, own_sheet: bool, sheet: str, row: int) -> bool:
    """Say whether copies of a formula that stands on `row` all shift alike when rows of `sheet` are deleted.

    That holds where every reference without a dollar sign is to the formula's own row, or to nothing on that sheet.
    """
    return all(
        end.row_fixed or (own_sheet and end.row == row and not reference.sheet)
        for reference in references(formula)
        for end in reference.ends
        if own_sheet or points_at(reference, own_sheet, sheet)
    )


def _replaced(formula: str, move: Callable[[Reference], str]) -> str:
    def token(match: re.Match[str]) -> str:
        return move(_reference(match)) if match["cells"] or match["rows"] else match[0]

    return _TOKEN.sub(token, formula)


def _reference(match: re.Match[str]) -> Reference:
    ends = (match["cells"] or match["rows"]).split(":")
    return Reference(match["sheet"] or "", tuple(map(_end, ends)))


def _end(text: str) -> End:
    match = _END.fullmatch(text)
    assert match, text
    if not match[2]:
        return End(None, False, int(match[4]), bool(match[1] or match[3]))
    return End(match[2], bool(match[1]), int(match[4]), bool(match[3]))


def _at_row(end: End, row: int) -> End:
    return End(end.column, end.column_fixed, row, end.row_fixed)


def _copied_end(end: End, rows: int, columns: int) -> End | None:
    row = end.row if end.row_fixed else end.row + rows
    if end.column is None or end.column_fixed:
        return End(end.column, end.column_fixed, row, end.row_fixed) if row > 0 else None
    column = column_index(end.column.upper()) + columns
    return End(column_letter(column), False, row, end.row_fixed) if row > 0 and column >= 0 else None
