"""Writes cells and rows of an OpenDocument sheet, and puts new contents into the cells of a row that is there."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set

from tikissa.export.open_document.document_row import CellXml, attributes_without, cells_of
from tikissa.export.open_document.document_values import written_content
from tikissa.export.open_document.pointing_tags import escaped
from tikissa.export.workbook.row_patch import CellEdit

_VALUES = frozenset(
    (
        *(b"office:value-type", b"office:value", b"office:date-value", b"office:time-value", b"office:boolean-value"),
        *(b"office:string-value", b"calcext:value-type"),
    )
)
_REPEATED = frozenset((b"table:number-columns-repeated",))
_FORMULAS = frozenset((b"table:formula", b"table:number-matrix-columns-spanned", b"table:number-matrix-rows-spanned"))
_CURRENCY = frozenset((b"office:currency",))
_STYLE = frozenset((b"table:style-name",))
_CHILD = re.compile(rb"<(/?)([\w.:-]+)[^<>]*?(/?)>")
_PARAGRAPHS = (b"text:p", b"text:h", b"text:list")
_FIRST = (b"office:annotation", b"table:detective")
_TIMES = re.compile(rb"\stable:number-rows-repeated\s*=\s*[\"']\d+[\"']")
_CLOSE = b"</table:table-row>"
SPANNED = b"table:number-rows-spanned"
_SPANS = re.compile(rb"(\stable:number-rows-spanned\s*=\s*[\"'])(\d+)([\"'])")

Codes = Mapping[str, str | None]
"""The number format code of each style."""


def with_spans(raw: bytes, rows_left: Callable[[int], int]) -> bytes:
    """Return a row whose merged cells reach down over as many rows as are left of theirs."""
    return _SPANS.sub(lambda found: found[1] + str(rows_left(int(found[2]))).encode() + found[3], raw)


def with_times(raw: bytes, opening_end: int, times: int) -> bytes:
    """Return a row that stands so many times."""
    opening = _TIMES.sub(b"", raw[:opening_end])
    if times != 1:
        name_end = len(b"<table:table-row")
        opening = opening[:name_end] + b' table:number-rows-repeated="%d"' % times + opening[name_end:]
    return opening + raw[opening_end:]


def edited(raw: bytes, edits: Mapping[int, CellEdit], codes: Codes) -> bytes:
    """Return a row that stands once with new contents in these columns."""
    pieces, place, left, column = [], 0, dict(sorted(edits.items())), 0
    for cell in cells_of(raw):
        inside = [each for each in left if cell.column <= each < cell.column + cell.times]
        column = cell.column + cell.times
        if inside:
            pieces += [raw[place : cell.start], *_replaced(cell, {each: left.pop(each) for each in inside}, codes)]
            place = cell.end
    rest: list[bytes] = []
    for at, edit in left.items():
        if edit.value is not None or edit.formula:
            rest += [_blank(at - column), new_cell(edit, codes)]
            column = at + 1
    if raw.endswith(b"/>") and not raw.endswith(b"/>" + _CLOSE) and _CLOSE not in raw:
        return raw[:-2] + b">" + b"".join(rest) + _CLOSE
    last = raw.rindex(_CLOSE)
    return b"".join([*pieces, raw[place:last], *rest, raw[last:]])


def _replaced(cell: CellXml, edits: Mapping[int, CellEdit], codes: Codes) -> Iterator[bytes]:
    at = cell.column
    for column, edit in edits.items():
        yield _part(cell, column - at)
        yield _with_content(cell, edit, codes)
        at = column + 1
    yield _part(cell, cell.column + cell.times - at)


def _part(cell: CellXml, times: int) -> bytes:
    """Return the cell as it is, standing for so many."""
    return (
        _element(cell, attributes_without(cell.attributes, _REPEATED) + _repeated(times), cell.inside) if times else b""
    )


def _repeated(times: int) -> bytes:
    return b' table:number-columns-repeated="%d"' % times if times > 1 else b""


def _element(cell: CellXml, attributes: bytes, inside: bytes) -> bytes:
    tag = b"table:covered-table-cell" if cell.is_covered else b"table:table-cell"
    return b"<%b%b>%b</%b>" % (tag, attributes, inside, tag) if inside else b"<%b%b/>" % (tag, attributes)


def _with_content(cell: CellXml, edit: CellEdit, codes: Codes) -> bytes:
    said = cell.said()
    kind = said.get("value-type", "")
    keeps_kind = isinstance(edit.value, float) and kind in ("percentage", "currency")
    gone = _VALUES | _REPEATED | _FORMULAS | (frozenset() if keeps_kind else _CURRENCY)
    gone |= _STYLE if edit.style else frozenset()
    style = edit.style or said.get("style-name", "")
    attributes = attributes_without(cell.attributes, gone) + _style(edit.style)
    values, text = written_content(edit, codes.get(style), kind if keeps_kind else "float")
    first, others = _kept_children(cell.inside)
    return _element(cell, attributes + values, first + text + others)


def new_cell(edit: CellEdit, codes: Codes, attributes: bytes = b"") -> bytes:
    """Return a cell of its own; `attributes` are how it looks."""
    values, text = written_content(edit, codes.get(edit.style or ""), "float")
    opening = b"<table:table-cell" + attributes + _style(edit.style) + values
    return opening + (b">" + text + b"</table:table-cell>" if text else b"/>")


def _style(name: str | None) -> bytes:
    return b' table:style-name="%b"' % escaped(name) if name else b""


def _blank(times: int) -> bytes:
    return b"<table:table-cell%b/>" % _repeated(times) if times > 0 else b""


def _kept_children(inside: bytes) -> tuple[bytes, bytes]:
    """Return what is in a cell beside its text: what comes before the text, and what comes after."""
    first = _children(inside, _FIRST.__contains__)
    others = _children(inside, lambda name: name not in (*_FIRST, *_PARAGRAPHS))
    return b"".join(first), b"".join(others)


def _is_drawing(name: bytes) -> bool:
    return name.startswith((b"draw:", b"dr3d:"))


def _children(inside: bytes, wanted: Callable[[bytes], bool]) -> Iterator[bytes]:
    """Yield the elements straight inside a cell whose names are wanted."""
    depth = start = 0
    for tag in _CHILD.finditer(inside):
        if not tag[1]:
            start = tag.start() if depth == 0 else start
            depth += 1
        if tag[1] or tag[3]:
            depth -= 1
            if depth == 0 and wanted(tag[2]):
                yield inside[start : tag.end()]


def drawings_in(raw: bytes) -> dict[int, bytes]:
    """Return the pictures, charts and shapes that hang on the cells of a row, by column."""
    if b"<draw:" not in raw:
        return {}
    found = ((cell.column, b"".join(_children(cell.inside, _is_drawing))) for cell in cells_of(raw) if cell.inside)
    return {column: drawings for column, drawings in found if drawings}


def with_drawings(raw: bytes, drawings: Mapping[int, bytes]) -> bytes:
    """Return a row that stands once with more drawings hanging on its cells."""

    def hung(cell: CellXml) -> bytes | None:
        more = drawings.get(cell.column)
        return None if more is None else _element(cell, cell.attributes, cell.inside + more)

    return _each(_opened(_split(raw, drawings), drawings), hung)


def _split(raw: bytes, columns: Iterable[int]) -> bytes:
    """Return a row in which the cells of these columns stand for themselves alone."""

    def parted(cell: CellXml) -> bytes | None:
        alone = sorted(each for each in columns if cell.column <= each < cell.column + cell.times)
        if cell.times == 1 or not alone:
            return None
        pieces, at = [], cell.column
        for column in alone:
            pieces += [_part(cell, column - at), _part(cell, 1)]
            at = column + 1
        return b"".join([*pieces, _part(cell, cell.column + cell.times - at)])

    return _each(raw, parted)


def _opened(raw: bytes, columns: Mapping[int, object]) -> bytes:
    """Add empty cells up to the last of these columns, where the row is shorter."""
    width = max((cell.column + cell.times for cell in cells_of(raw)), default=0)
    rest: list[bytes] = []
    for column in sorted(each for each in columns if each >= width):
        rest += [_blank(column - width), _blank(1)]
        width = column + 1
    last = raw.rindex(_CLOSE)
    return b"".join([raw[:last], *rest, raw[last:]])


def without_results(raw: bytes, columns: Set[int]) -> bytes:
    """Return a row with the kept results of the formulas in these columns taken out."""

    def blanked(cell: CellXml) -> bytes | None:
        if cell.column not in columns or b"table:formula" not in cell.attributes:
            return None
        first, others = _kept_children(cell.inside)
        return _element(cell, attributes_without(cell.attributes, _VALUES | _CURRENCY), first + others)

    return _each(raw, blanked)


def _each(raw: bytes, rewrite: Callable[[CellXml], bytes | None]) -> bytes:
    pieces, place = [], 0
    for cell in cells_of(raw):
        new = rewrite(cell)
        if new is not None:
            pieces += [raw[place : cell.start], new]
            place = cell.end
    return b"".join([*pieces, raw[place:]])


def new_row(pattern: bytes | None, cells: Mapping[int, CellEdit], codes: Codes) -> bytes:
    """Return a row that looks like the pattern: its height and its cells' styles, none of its contents."""
    opening = b"<table:table-row>"
    looks: dict[int, bytes] = {}
    if pattern is not None:
        style = re.search(rb"\stable:style-name\s*=\s*[\"'][^\"']*[\"']", pattern[: pattern.index(b">")])
        opening = b"<table:table-row" + (b" " + style[0].strip() if style else b"") + b">"
        for cell in cells_of(pattern):
            kept = re.findall(
                rb"\stable:(?:style-name|content-validation-name)\s*=\s*[\"'][^\"']*[\"']", cell.attributes
            )
            for column in range(cell.column, cell.column + cell.times) if kept and cell.times < 256 else ():
                looks[column] = b"".join(kept)
    pieces, at = [], 0
    for column in sorted({*looks, *cells}):
        edit = cells.get(column, CellEdit(None))
        look = looks.get(column, b"")
        pieces += [_blank(column - at), new_cell(edit, codes, attributes_without(look, _STYLE) if edit.style else look)]
        at = column + 1
    return opening + b"".join(pieces) + _CLOSE
