"""Understands what is written in an Excel cell: its text as a person sees it, and its typed value."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tikissa.files.grid import EMPTY, Content
from tikissa.files.number_format import show_number
from tikissa.files.xlsx_package import unescape_text
from tikissa.model.register import ErrorCell, FormulaCell

_STYLE = re.compile(rb'\bs="(\d+)"')
_TYPE = re.compile(rb'\bt="(\w+)"')
_VALUE = re.compile(rb"<v(?:\s[^>]*)?>([^<]*)</v>")
_FORMULA = re.compile(rb"<f\b[^>]*?(?:/>|>([^<]*)</f>)")
_TEXTS = re.compile(rb"<t(?:\s[^>]*)?>([^<]*)</t>")


@dataclass(frozen=True, slots=True)
class RawCell:
    """What is written in a cell, before it is understood: its type, style and value, and its formula if it has one."""

    kind: str
    style: int
    value: str
    formula: str | None = None


@dataclass(frozen=True, slots=True)
class CellReader:
    """Understands the cells of one workbook."""

    texts: Sequence[str]
    formats: Sequence[str]
    base_1904: bool

    def content(self, cell: RawCell) -> Content:
        """Return what a cell shows, and its formula, error or typed value."""
        text, raw = self._shown(cell)
        return (text, FormulaCell(cell.formula)) if cell.formula is not None else (text, raw)

    def _shown(self, cell: RawCell) -> Content:
        match cell.kind:
            case "s":
                position = int(cell.value or -1)
                return (self.texts[position], None) if 0 <= position < len(self.texts) else EMPTY
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
        code = self.formats[cell.style] if cell.style < len(self.formats) else "General"
        try:
            return show_number(float(cell.value), code, self.base_1904)
        except (ValueError, OverflowError):
            return cell.value, None


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
    return RawCell(
        kind_name,
        int(style[1]) if style else 0,
        unescape_text(value.decode("utf-8", "replace")),
        unescape_text((formula[1] or b"").decode("utf-8", "replace")) if formula else None,
    )
