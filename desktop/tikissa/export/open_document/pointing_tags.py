"""Moves what the tags of an OpenDocument part point at: attributes that name cells, and none of its other bytes."""

import re
from dataclasses import dataclass
from html import escape, unescape

from tikissa.export.open_document.document_formulas import (
    copied,
    moved_address,
    moved_formula,
    moved_list,
    sheet_of,
)
from tikissa.export.workbook.deletion import Deletion

_TAG = re.compile(rb"<[A-Za-z][\w.-]*:[\w.-]+(?:\s+[\w.:-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))+\s*/?>")
_ATTRIBUTE = re.compile(rb"(\s)([\w.:-]+)(\s*=\s*)(?:\"([^\"<]*)\"|'([^'<]*)')")
_ROW = re.compile(r"(\d+)$")
_LAST_DIGITS = re.compile(r"\d+(?=$|:)")
_NAME = b"<table:named-range"

FORMULAS = frozenset((b"table:formula", b"table:expression", b"table:condition", b"style:condition", b"calcext:value"))
ADDRESSES = frozenset(
    (
        *(b"table:cell-range-address", b"table:target-range-address", b"table:base-cell-address"),
        *(b"style:base-cell-address", b"calcext:base-cell-address", b"calcext:target-range-address"),
        *(b"table:print-ranges", b"table:end-cell-address", b"table:cell-address", b"calcext:cell-address"),
        *(b"calcext:data-range", b"table:target-cell-address", b"table:source-cell-range-addresses"),
        *(b"chart:values-cell-range-address", b"chart:label-cell-address", b"table:label-cell-range-address"),
        *(b"table:data-cell-range-address", b"table:scenario-ranges", b"draw:notify-on-update-of-ranges"),
        *(b"form:linked-cell", b"form:source-cell-range", b"table:filter-source-range-address"),
    )
)
_BASES = frozenset(name for name in ADDRESSES if name.endswith(b"base-cell-address"))
_LINK = b"xlink:href"
MARKS = (b"address", b"range", b"formula", b"expression", b"condition", b"calcext:value=", b"form:linked", b'href="#')
"""A tag that points at cells has one of these in it."""


@dataclass(frozen=True, slots=True)
class PointingTags:
    """Rewrites tags once rows of `sheet` move."""

    sheet: str
    moves: Deletion

    def moved(self, xml: bytes, own_sheet: bool = False, row: int | None = None) -> bytes:
        """Return XML with all that points at the sheet moved. `own_sheet` says that it stands on that sheet, `row` the
        row it stands on."""
        if not any(mark in xml for mark in MARKS):
            return xml
        moves = self.moves if row is None or not own_sheet else self.moves.for_row(row)
        return _TAG.sub(lambda tag: self._tag(tag[0], own_sheet, moves), xml)

    def _tag(self, tag: bytes, own_sheet: bool, moves: Deletion) -> bytes:
        said = {each[2]: _value(each) for each in _ATTRIBUTE.finditer(tag)}
        if not said.keys() & (FORMULAS | ADDRESSES | {_LINK}):
            return tag
        base = next((said[name] for name in _BASES if name in said), "")
        down = self._rows_to_next(base)
        own = sheet_of(base) == self.sheet if base else own_sheet

        def attribute(match: re.Match[bytes]) -> bytes:
            name, before = match[2], _value(match)
            after = before
            if name in FORMULAS and "[" in before:
                after = moved_formula(copied(before, down) if down else before, own, self.sheet, moves)
            elif name in _BASES:
                after = self._address(_ROW.sub(lambda row: str(int(row[1]) + down), before), moves)
            elif name in ADDRESSES:
                moved = moved_list(before, self.sheet, moves)
                after = moved or (_LAST_DIGITS.sub("#REF!", before) if tag.startswith(_NAME) else before)
            elif name == _LINK and before.startswith("#"):
                after = "#" + self._address(before[1:], moves)
            if after == before:
                return match[0]
            quote = b"'" if match[4] is None else b'"'
            return match[1] + name + match[3] + quote + escaped(after, quote) + quote

        return _ATTRIBUTE.sub(attribute, tag)

    def _address(self, address: str, moves: Deletion) -> str:
        return moved_address(address, own_sheet=False, sheet=self.sheet, moves=moves) or address

    def _rows_to_next(self, base: str) -> int:
        """Return how far below a base cell the next row stands that stays; 0 where its own does."""
        row = _ROW.search(base)
        if not row or sheet_of(base) != self.sheet:
            return 0
        return self.moves.next_kept(int(row[1])) - int(row[1])

    def lost(self, xml: bytes) -> list[str]:
        """Return the addresses in XML of which nothing would be left."""
        found: list[str] = []
        for tag in _TAG.finditer(xml) if any(mark in xml for mark in MARKS) else ():
            said = {each[2]: _value(each) for each in _ATTRIBUTE.finditer(tag[0])}
            for name in said.keys() & (ADDRESSES - _BASES):
                if said[name] and moved_list(said[name], self.sheet, self.moves) is None:
                    found.append(said[name])
            base = next((said[name] for name in _BASES if name in said), "")
            own, down = sheet_of(base) == self.sheet, self._rows_to_next(base)
            for name in said.keys() & (FORMULAS - {b"table:formula"}):
                text = copied(said[name], down) if down else said[name]
                if moved_formula(text, own, self.sheet, self.moves).count("#REF!") > said[name].count("#REF!"):
                    found.append(said[name])
        return found


def escaped(value: str, quote: bytes = b'"') -> bytes:
    """Return a value as it stands between such quotes."""
    plain = escape(value, quote=False).encode()
    return plain.replace(b"'", b"&apos;") if quote == b"'" else plain.replace(b'"', b"&quot;")


def _value(match: re.Match[bytes]) -> str:
    return unescape((match[4] if match[4] is not None else match[5]).decode())
