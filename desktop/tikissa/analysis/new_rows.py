"""Sees the rows of another file as rows of the register: under its columns, names and addresses put as it puts them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import partial

from tikissa.matching.preparing.name_order import learn_roles, order_of, split_name
from tikissa.matching.preparing.stacking import same_columns
from tikissa.model.permission import Said
from tikissa.model.register import ColumnCells, ErrorCell, RawValue, Register
from tikissa.model.schema import DateOrder, Meaning, Schema
from tikissa.permission.columns_in_force import SPOKEN_IN, permission_columns, speak_alike
from tikissa.permission.permission_cells import said
from tikissa.permission.writing import Writing, writing_of
from tikissa.text.addresses import split_whole_address
from tikissa.text.date_styles import FINNISH, write_day
from tikissa.text.dates import parse_date
from tikissa.text.normalise import fold

Texts = Sequence[str]

_GIVEN, _SURNAME, _WHOLE = Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME
_TIME = re.compile(r"[ T]\d{1,2}[:.]\d{2}.*$")
_ADDRESS = (Meaning.STREET, Meaning.POSTAL_CODE, Meaning.TOWN)


@dataclass(frozen=True, slots=True)
class NewRows:
    """The new rows under the register's columns, in their own order with their own row numbers.

    `columns` leads from the register's columns to what the new file calls them, `lacking` are the new file's columns
    that say something and have no place in the register.
    """

    register: Register
    columns: Mapping[str, str]
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sides:
    known: Register
    known_schema: Schema
    new: Register
    new_schema: Schema
    columns: Mapping[str, str]

    def free(self, meaning: Meaning) -> str | None:
        """Return the register's column of a meaning that no column of the new file goes to."""
        names = self.known_schema.columns_of(meaning)
        return next((name for name in names if name not in self.columns), None)

    def unplaced(self, *meanings: Meaning) -> tuple[str, ...]:
        """Return the new file's columns of these meanings, one of each, none where one is missing or has its place."""
        taken = set(self.columns.values())
        found = [
            next((name for name in self.new_schema.columns_of(meaning) if name not in taken), "")
            for meaning in meanings
        ]
        return tuple(found) if all(found) else ()

    def texts(self, name: str) -> list[str]:
        return _plain(self.new.cells_of(name))

    def days_or_texts(self, known: str, name: str) -> list[str]:
        """Return the texts of a new column for one of the register; days that stand in an order which is not that of
        both, or is not the usual one, are written so that nobody can read them otherwise."""
        order = self.new_schema.date_order(name)
        if order is self.known_schema.date_order(known) is DateOrder.DAY_FIRST:
            return self.texts(name)
        return [_unmistakable(text, order) for text in self.texts(name)]


def as_rows_of(known: Register, known_schema: Schema, new: Register, new_schema: Schema) -> NewRows:
    """Return the new file's rows as they would stand in the register, before anything in them is mended."""
    columns = same_columns(known, known_schema, new, new_schema)
    sides = _Sides(known, known_schema, new, new_schema, columns)
    texts: dict[str, Texts] = {name: sides.days_or_texts(name, other) for name, other in columns.items()}
    used = set(columns.values())
    for recipe in _RECIPES:
        for name, column, parts in recipe(sides):
            texts[name] = column
            used |= set(parts)
    for name, column, parts in _permissions(sides, texts):
        texts[name] = column
        used |= set(parts)
        columns.setdefault(name, parts[0])
    blank = [""] * len(new)
    cells = tuple(ColumnCells.of(texts.get(column.name, blank)) for column in known.columns)
    says = (column.name for column in new.columns if column.name not in used and any(new.cells_of(column.name).texts))
    placed = replace(known, source=new.source, cells=cells, row_numbers=new.row_numbers, findings=())
    return NewRows(placed, columns, tuple(says))


Placed = tuple[str, Texts, tuple[str, ...]]
"""A column of the register, its texts for the new rows, and the new file's columns they were made of."""


def _joined_names(sides: _Sides) -> Iterator[Placed]:
    """Given name and surname become one name, in the order the register mostly has them."""
    whole, parts = sides.free(_WHOLE), sides.unplaced(_GIVEN, _SURNAME)
    if whole and parts:
        names = [text for text in sides.known.cells_of(whole).texts.tolist() if text]
        ordered = parts[::-1] if order_of(names, learn_roles(names)).surname_first else parts
        yield whole, _side_by_side([sides.texts(name) for name in ordered], " "), parts


def _parted_names(sides: _Sides) -> Iterator[Placed]:
    given, surname, whole = sides.free(_GIVEN), sides.free(_SURNAME), sides.unplaced(_WHOLE)
    if given and surname and whole:
        known = [[fold(text) for text in sides.known.cells_of(name).texts.tolist()] for name in (given, surname)]
        names = sides.texts(whole[0])
        roles = learn_roles(names, *known)
        order = order_of(names, roles)
        parted = [_parted(name, split_name(name, roles, order)[1]) for name in names]
        yield given, [first for first, _ in parted], whole
        yield surname, [last for _, last in parted], whole


def _parted(name: str, surname: str) -> tuple[str, str]:
    """Return given name and surname as they are written; the folded surname tells which end it stands at."""
    words = name.replace(",", " ").split()
    if len(words) < 2:
        return ("", name) if surname else (name, "")
    leads = fold(words[0]) == surname and fold(words[-1]) != surname
    return (" ".join(words[1:]), words[0]) if leads else (" ".join(words[:-1]), words[-1])


def _joined_address(sides: _Sides) -> Iterator[Placed]:
    whole, parts = sides.free(Meaning.WHOLE_ADDRESS), sides.unplaced(*_ADDRESS)
    if whole and parts:
        street, code, town = (sides.texts(name) for name in parts)
        yield whole, _side_by_side([street, _side_by_side([code, town], " ")], ", "), parts


def _parted_address(sides: _Sides) -> Iterator[Placed]:
    names, whole = [sides.free(meaning) for meaning in _ADDRESS], sides.unplaced(Meaning.WHOLE_ADDRESS)
    if all(names) and whole:
        parted = [split_whole_address(text) for text in sides.texts(whole[0])]
        for place, name in enumerate(names):
            yield name or "", [address[place] for address in parted], whole


def _named_otherwise(of_new: Meaning, of_known: Meaning, none_of: Sequence[Meaning], sides: _Sides) -> Iterator[Placed]:
    """Names go where the register has one column for the names of all its customers, whatever it is called."""
    name, other = sides.free(of_known), sides.unplaced(of_new)
    if name and other and not sides.known_schema.columns_of(*none_of):
        yield name, sides.texts(other[0]), other


_RECIPES: tuple[Callable[[_Sides], Iterator[Placed]], ...] = (
    _joined_names,
    _parted_names,
    _joined_address,
    _parted_address,
    partial(_named_otherwise, Meaning.COMPANY, _WHOLE, (_GIVEN, _SURNAME, Meaning.COMPANY)),
    partial(_named_otherwise, _WHOLE, Meaning.COMPANY, (_GIVEN, _SURNAME, Meaning.CONTACT_PERSON)),
)
"""What the two files put otherwise, as ways to make the register's columns; each asks for columns not placed yet."""


def _permissions(sides: _Sides, placed: Mapping[str, Texts]) -> Iterator[Placed]:
    """What the new file says of permission and state goes under the register's columns on the same, in its own words.

    A text under the same header stays as it is, unless another column of the row is stricter.
    """
    notes = sides.new_schema.columns_of(*_IN_WORDS)
    theirs = [column for column in permission_columns(sides.new_schema) if column.column not in notes]
    own_notes = sides.known_schema.columns_of(*_IN_WORDS)
    for column in permission_columns(sides.known_schema):
        if column.column in own_notes or not theirs:
            continue
        writing = writing_of(column, sides.known.cells_of(column.column))
        mine, parts = placed.get(column.column), []
        texts = list(mine) if mine and sides.columns.get(column.column) == column.column else [""] * len(sides.new)
        for other in theirs:
            originals = sides.texts(other.column)
            if not speak_alike(column, other):
                originals = [text if said(other, text).understood else "" for text in originals]
            told = [(said(other, text), text) for text in originals]
            added = [_stricter(writing, text, *each) for text, each in zip(texts, told, strict=True)]
            if added != texts or sides.columns.get(column.column) == other.column:
                parts.append(other.column)
            texts = added
        if parts:
            yield column.column, texts, tuple(parts)


def _stricter(writing: Writing, text: str, told: Said, original: str) -> str:
    """Return the text for the register, or what another column of the row says where that is stricter."""
    own = said(writing.column, original)
    same = (own.stance, own.forbidden, own.allowed, own.state) == (
        told.stance,
        told.forbidden,
        told.allowed,
        told.state,
    )
    dated = same and own.day is not None
    other = original if dated or (not told.understood and not text) else writing.of(told)
    if not other or not text:
        return other or text
    return other if said(writing.column, other).strictness > said(writing.column, text).strictness else text


_IN_WORDS = (Meaning.NOTES, Meaning.COMPANY, Meaning.WHOLE_NAME, Meaning.SURNAME, *SPOKEN_IN)


def _side_by_side(columns: Sequence[Texts], mark: str) -> list[str]:
    return [mark.join(filter(None, cells)) for cells in zip(*columns, strict=True)]


def _unmistakable(text: str, order: DateOrder) -> str:
    """Return a day as 3.2.2009, its time behind it; another text stays."""
    day = parse_date(text, order)
    at = _TIME.search(text)
    return text if day is None else write_day(day, FINNISH) + (at[0] if at else "")


def _plain(cells: ColumnCells) -> list[str]:
    """Return a column's texts; a day is written out whatever its cell's format shows, an error says nothing."""
    contents = zip(cells.texts.tolist(), cells.raws.tolist(), strict=True)
    texts = [_written(text, raw) for text, raw in contents]
    return [texts[code] for code in cells.codes.tolist()]


def _written(text: str, raw: RawValue) -> str:
    match raw:
        case ErrorCell():
            return ""
        case datetime() if raw.time() != time():
            return text
        case date():
            return write_day(raw, FINNISH)
    return text
