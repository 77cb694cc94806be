"""The list of a sheet's columns with another look for some of them: empty cells take theirs from it."""

import re
from collections.abc import Iterator, Mapping

from tikissa.export.entry_checks.look_of_text import NO_STYLE
from tikissa.export.workbook.xml_spans import Element, SpannedXml

_WIDTH = b"9.140625"
"""What a column without a width of its own has in Excel."""


def base_looks(columns: Element | None, wanted: frozenset[int]) -> dict[int, int]:
    """Return the look that each of the columns, from 0, has now."""
    return {column: int(_entry(columns, column).get("style", NO_STYLE)) for column in wanted}


def with_looks(document: SpannedXml, columns: Element | None, looks: Mapping[int, int], prefix: bytes) -> bytes:
    """Return the list of columns written anew; what spans several columns is parted where one of them has another
    look."""
    if columns is None:
        new = b"".join(_column(prefix, column, look) for column, look in sorted(looks.items()))
        return b"<%bcols>%b</%bcols>" % (prefix, new, prefix)
    pieces: list[tuple[int, bytes]] = []
    listed: set[int] = set()
    for entry in columns.children:
        first, last = int(entry.attributes["min"]), int(entry.attributes["max"])
        raw = document.raw_whole(entry)
        inside = sorted(column for column in looks if first <= column + 1 <= last)
        listed |= {*inside}
        pieces += [(begin, _with(raw, begin, end, look)) for begin, end, look in _parts(first, last, inside, looks)]
    pieces += [(column + 1, _column(prefix, column, look)) for column, look in looks.items() if column not in listed]
    tag = document.tag(columns)
    return b"<%b>%b</%b>" % (tag, b"".join(piece for _, piece in sorted(pieces)), tag)


def _entry(columns: Element | None, column: int) -> Mapping[str, str]:
    for entry in columns.children if columns is not None else ():
        if int(entry.attributes["min"]) <= column + 1 <= int(entry.attributes["max"]):
            return entry.attributes
    return {}


def _parts(first: int, last: int, inside: list[int], looks: Mapping[int, int]) -> Iterator[tuple[int, int, int | None]]:
    """Yield the spans, counted from 1, into which one falls, with the look that is new."""
    begin = first
    for column in inside:
        if begin <= column:
            yield begin, column, None
        yield column + 1, column + 1, looks[column]
        begin = column + 2
    if begin <= last:
        yield begin, last, None


def _with(raw: bytes, first: int, last: int, look: int | None) -> bytes:
    for name, value in ((b"min", first), (b"max", last)):
        raw = re.sub(rb"(\s%b\s*=\s*)(\"[^\"]*\"|'[^']*')" % name, rb'\g<1>"%d"' % value, raw, count=1)
    if look is None:
        return raw
    raw = re.sub(rb"\sstyle\s*=\s*(\"[^\"]*\"|'[^']*')", b"", raw, count=1)
    place = raw.index(b"/>") if b"/>" in raw else raw.index(b">")
    return raw[:place] + b' style="%d"' % look + raw[place:]


def _column(prefix: bytes, column: int, look: int) -> bytes:
    return b'<%bcol min="%d" max="%d" width="%b" style="%d"/>' % (prefix, column + 1, column + 1, _WIDTH, look)
