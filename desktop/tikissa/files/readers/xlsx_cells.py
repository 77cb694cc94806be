"""Understands what is written in an Excel cell: its text as a person sees it, and its typed value."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from tikissa.files.constant_formula import is_constant
from tikissa.files.grid import EMPTY, Content, ContentIndex
from tikissa.files.number_format import general_number, show_number
from tikissa.files.number_text import SHOWN_AS_WRITTEN
from tikissa.files.readers.xlsx_contents import WHOLE_CONTENT, Group
from tikissa.files.readers.xlsx_package import unescape_text
from tikissa.model.register import ErrorCell, FormulaCell

_STYLE = re.compile(rb'\bs="(\d+)"')
_TYPE = re.compile(rb'\bt="(\w+)"')
_VALUE = re.compile(rb"<v(?:\s[^>]*)?>([^<]*)</v>")
_FORMULA = re.compile(rb"<f\b([^>]*?)(?:/>|>([^<]*)</f>)")
_SHARED = re.compile(rb'\bt="shared"')
_SHARED_NUMBER = re.compile(rb'\bsi="(\d+)"')
_TEXTS = re.compile(rb"<t(?:\s[^>]*)?>([^<]*)</t>")


@dataclass(frozen=True, slots=True)
class RawCell:
    """What is written in a cell, before it is understood: its type, style and value, and its formula if it has one.

    `shared` is the number of a formula that several cells share; it is written out in the first of them alone.
    """

    kind: str
    style: int
    value: str
    formula: str | None = None
    shared: str | None = None


SharedFormulas = dict[str, str]
"""The formulas that cells of one sheet share, by their numbers."""


@dataclass(frozen=True, slots=True)
class CellReader:
    """Understands the cells of one workbook."""

    texts: Sequence[str]
    formats: Sequence[str]
    base_1904: bool

    def number_texts(self, shared: Sequence[int], index: ContentIndex) -> Sequence[int]:
        """Return the numbers, in the index, of shared texts; one that the workbook lacks is empty."""
        known = len(self.texts)
        return index.number_texts([self.texts[number] if number < known else "" for number in shared])

    def number_contents(self, groups: Sequence[Group], count: int, index: ContentIndex) -> NDArray[np.int32]:
        """Understand distinct contents, and return the number of each in the index, by its code."""
        numbers = np.empty(count, np.int32)
        for group in groups:
            numbers[np.asarray(group.codes, np.intp)] = self._numbered(group, index)
        return numbers

    def _numbered(self, group: Group, index: ContentIndex) -> Sequence[int]:
        if group.head == WHOLE_CONTENT:
            cells = [raw_cell(content.encode()) for content in group.values]
            shared = {cell.shared: cell.formula for cell in cells if cell.shared and cell.formula}
            return [index.number(*self.content(cell, shared)) for cell in cells]
        cell = raw_cell(group.head)
        if cell.kind == "n" and self._format(cell.style) == "General":
            return index.number_texts(group.values) if group.are_whole else _number_general(group.values, index)
        understand = self._shown
        return [
            index.number(*understand(RawCell(cell.kind, cell.style, unescape_text(value)))) for value in group.values
        ]

    def _format(self, style: int) -> str:
        return self.formats[style] if 0 <= style < len(self.formats) else "General"

    def _shared_text(self, value: str) -> Content:
        number = int(value) if value.isdecimal() else len(self.texts)
        return (self.texts[number], None) if number < len(self.texts) else EMPTY

    def content(self, cell: RawCell, shared: SharedFormulas) -> Content:
        """Return what a cell shows, and its formula, error or typed value; a constant formula is its value."""
        text, raw = self._shown(cell)
        if cell.formula is None:
            return text, raw
        formula = cell.formula or shared.get(cell.shared or "", "")
        return (text, raw) if text and is_constant(formula) else (text, FormulaCell(cell.formula))

    def _shown(self, cell: RawCell) -> Content:
        match cell.kind:
            case "s":
                return self._shared_text(cell.value)
            case "str" | "inlineStr":
                return cell.value, None
            case "b":
                is_true = cell.value.strip() in ("1", "true")
                return ("TRUE" if is_true else "FALSE"), is_true
            case "e":
                return cell.value, ErrorCell(cell.value)
            case "d":
                return cell.value, _moment(cell.value)
        return self._number(cell)

    def _number(self, cell: RawCell) -> Content:
        if not cell.value.strip():
            return EMPTY
        try:
            return show_number(float(cell.value), self._format(cell.style), self.base_1904)
        except (ValueError, OverflowError):
            return cell.value, None


def _number_general(values: list[str], index: ContentIndex) -> Sequence[int]:
    """Number values without a format; nearly all of them are plain texts."""
    is_shown = SHOWN_AS_WRITTEN.fullmatch
    contents = [(value, None) if is_shown(value) else _general(value) for value in values]
    if all(raw is None for _, raw in contents):
        return index.number_texts([text for text, _ in contents])
    return [index.number(text, raw) for text, raw in contents]


def _general(value: str) -> Content:
    if not value.strip():
        return EMPTY
    try:
        return general_number(float(value))
    except (ValueError, OverflowError):
        return value.strip(), None


def _moment(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def raw_cell(written: bytes) -> RawCell:
    """Take apart what follows a cell's reference, such as ` s="3" t="s"><v>12</v></c>`."""
    attributes, _, body = written.partition(b">")
    kind = _TYPE.search(attributes)
    style = _STYLE.search(attributes)
    kind_name = kind[1].decode() if kind else "n"
    if kind_name == "inlineStr":
        value = b"".join(_TEXTS.findall(re.sub(rb"<rPh\b.*?</rPh>", b"", body, flags=re.S)))
    else:
        found = _VALUE.search(body)
        value = found[1] if found else b""
    formula = _FORMULA.search(body) if b"<f" in body else None
    number = _SHARED_NUMBER.search(formula[1]) if formula and _SHARED.search(formula[1]) else None
    return RawCell(
        kind_name,
        int(style[1]) if style else 0,
        unescape_text(value.decode("utf-8", "replace")),
        unescape_text((formula[2] or b"").decode("utf-8", "replace")) if formula else None,
        number[1].decode() if number else None,
    )
