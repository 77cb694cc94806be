"""Finds the row in which a register's columns are named, below the titles and above the first customer."""

import re
from dataclasses import dataclass
from itertools import accumulate

from tikissa.files.grid import Grid
from tikissa.files.header_words import header_words, names_column

SEARCHED_ROWS = 60

_TITLE_ROWS = 20
"""A row further below needs plain words of headers to be one: what stands above it is left out."""
_LONGEST_LABEL = 60
_NEARLY = 0.8
_WORDS_ENOUGH = 5
"""So many words of headers name the columns of however wide a table."""
_ROWS_OF_A_TABLE = 2
"""A row above the likeliest header that is nearly as likely, with rows between them, heads a table of its own: the
register is the first."""
_VALUE = re.compile(r"@|^[\s\d.,:;/+()€%-]*\d[\s\d.,:;/+()€%-]*$|^\d{4}-\d\d-\d\d|https?://")
_DIGIT_OR_AT = re.compile(r"[\d@]")


@dataclass(frozen=True, slots=True)
class Header:
    """Positions, in the grid, of the row with the column names (None: there is none) and of a row of group names
    above it (None: there is none), with each column's group. `score` says how much speaks for it."""

    row: int | None
    upper: int | None = None
    groups: tuple[str, ...] = ()
    score: float = 0.0

    def text(self, grid: Grid, position: int) -> str:
        """Return the header of a column, given by its position in the grid."""
        if self.row is None:
            return ""
        own = grid.columns[position].text(self.row)
        group = self.groups[position] if self.groups else ""
        return f"{group} {own}".strip() if group else own


def find_header(grid: Grid) -> Header:
    """Return the likeliest header row among the first rows."""
    rows = [grid.texts(row) for row in range(min(len(grid), SEARCHED_ROWS))]
    width = _usual_width(rows)
    scored = [(_score(rows, row, width), row) for row in range(len(rows))]
    best, lowest = max(scored, key=lambda entry: (entry[0], -entry[1]), default=(0.0, 0))
    if best <= 0:
        return Header(None)
    above = ((score, row) for score, row in scored if score >= _NEARLY * best and row + _ROWS_OF_A_TABLE < lowest)
    score, row = next(above, (best, lowest))
    return header_at(grid, row + 1 if _names_columns_below(rows, row) else row, score)


def _names_columns_below(rows: list[list[str]], row: int) -> bool:
    """Say whether the row below names columns that this one names none of or only groups of: labels all, which stand
    where this one is empty too, and which are words of headers or stand above what looks otherwise."""
    if row + 2 >= len(rows):
        return False
    upper, lower = rows[row], rows[row + 1]
    filled = [(column, text.strip()) for column, text in enumerate(lower) if text.strip()]
    added = [(column, text) for column, text in filled if not upper[column].strip()]
    if not added or not all(_is_label(text) for _, text in filled) or len(filled) < len(upper) / 2:
        return False
    told = [header_words(text) > 0 or _differs_below(rows, row + 1, column, text) for column, text in filled]
    return sum(told) * 2 > len(filled) and any(_stands_below(rows, row + 1, column) for column, _ in added)


def _stands_below(rows: list[list[str]], row: int, column: int) -> bool:
    return any(texts[column].strip() for texts in rows[row + 1 :])


def heads_another_table(rows: list[list[str]], columns: int) -> bool:
    """Say whether the first of these rows, which stand together below a register of so many columns, heads a table:
    labels only, half of them words of headers or, where the table is narrower, above what looks otherwise."""
    filled = [(column, text.strip()) for column, text in enumerate(rows[0]) if text.strip()] if len(rows) > 1 else []
    if len(filled) < 2 or not all(_is_label(text) for _, text in filled):
        return False
    known = sum(header_words(text) > 0 for _, text in filled)
    is_narrow = max(sum(bool(text.strip()) for text in row) for row in rows) < columns
    contrast = sum(_differs_below(rows, 0, column, text) for column, text in filled) if is_narrow else 0
    return len(filled) >= _usual_width(rows[1:]) / 2 and max(known, contrast) >= len(filled) / 2


def header_at(grid: Grid, row: int, score: float = 0.0) -> Header:
    """Return the header whose column names stand in a row, with the row of group names right above it if there is one.

    That row has fewer cells, labels all, and either parts columns of the same name or speaks of what headers do; a
    group reaches over the empty cells after it where it has to part columns of the same name.
    """
    if row == 0 or grid.row_numbers[row] - grid.row_numbers[row - 1] != 1:
        return Header(row, score=score)
    groups, own = grid.texts(row - 1), [text.strip() for text in grid.texts(row) if text.strip()]
    upper = [text for text in groups if text.strip()]
    repeats = len(set(own)) < len(own)
    speaks = sum(header_words(text) > 0 for text in upper) >= len(upper) / 2
    if not (1 < len(upper) < len(own) and all(map(_is_label, [*upper, *own])) and (repeats or speaks)):
        return Header(row, score=score)
    names = [text.strip() for text in grid.texts(row)]
    if repeats or any(
        name and not group.strip() and not header_words(name) for name, group in zip(names, groups, strict=True)
    ):
        groups = list(accumulate(groups, _reaching_over))
    return Header(row, row - 1, tuple(text.strip() for text in groups), score)


def _reaching_over(before: str, text: str) -> str:
    return text if text.strip() else before


def _usual_width(rows: list[list[str]]) -> int:
    widths = sorted(sum(bool(text.strip()) for text in texts) for texts in rows)
    filled = [width for width in widths if width]
    return filled[len(filled) * 3 // 4] if filled else 0


def _is_label(text: str) -> bool:
    return len(text) <= _LONGEST_LABEL and not _VALUE.search(text.strip())


def _score(rows: list[list[str]], row: int, width: int) -> float:
    """Say how much speaks for a row as the header: above 0 only where its cells are labels, it is wide enough, and
    either its words are those of headers or what stands below looks otherwise."""
    filled = [(column, text.strip()) for column, text in enumerate(rows[row]) if text.strip()]
    labels = [text for _, text in filled if _is_label(text)]
    if not filled or len(filled) < width / 2 or len(labels) < 0.8 * len(filled):
        return 0.0
    known = sum(header_words(text) > 0 or (row < _TITLE_ROWS and names_column(text)) for text in labels)
    contrast = sum(_differs_below(rows, row, column, text) for column, text in filled)
    repeated = len(labels) - len({text.casefold() for text in labels})
    evidence = 2 * known + contrast - repeated
    enough = known >= max(1, min(len(filled) / 4, _WORDS_ENOUGH)) or contrast >= max(1, len(filled) / 5)
    return evidence / len(filled) + min(len(filled) / max(width, 1), 1.0) if enough and evidence > 0 else 0.0


def _differs_below(rows: list[list[str]], row: int, column: int, label: str) -> bool:
    below = [texts[column] for texts in rows[row + 1 :] if texts[column].strip()]
    return (
        len(below) > 0
        and not _DIGIT_OR_AT.search(label)
        and sum(bool(_DIGIT_OR_AT.search(text)) for text in below) > 0.6 * len(below)
    )
