"""The looks of cells of an OpenDocument sheet once more, kept as text; their names tell what the cells had before."""

import re

from tikissa.export.workbook.sheet_stream import OddSheet

_TEXT = b"tikissa-text"
_STYLES_END = b"</office:automatic-styles>"
_SPACES = (b"xmlns:number=", b"xmlns:style=")
_NUMBER_STYLE = b'<number:text-style style:name="%b"><number:text-content/></number:text-style>' % _TEXT
_MADE = re.compile(
    rb"<number:text-style style:name=\"tikissa-text\">.*?</number:text-style>"
    rb"(?:<style:style style:name=\"tikissa-(?:of|none)-[^\"]*\"(?:[^<>]*/>|[^<>]*[^/<>]>.*?</style:style>))*",
    re.DOTALL,
)
_COLUMN = re.compile(rb"<table:table-column(\s[^<>]*)?>")
_STYLE_NAME = re.compile(rb"\stable:style-name\s*=\s*\"([^\"]*)\"")
_DEFAULT = re.compile(rb"\stable:default-cell-style-name\s*=\s*\"([^\"]*)\"")
_TIMES = re.compile(rb"\stable:number-columns-repeated\s*=\s*\"(\d+)\"")
_OWN_NAMES = re.compile(rb"\sstyle:(?:name|data-style-name)\s*=\s*\"[^\"]*\"")


def default_looks(gap: bytes, columns: frozenset[int]) -> dict[int, bytes]:
    """Return the look that each of the columns gives to cells without one, `Default` where it names none."""
    found: dict[int, bytes] = {}
    place = 0
    for match in _COLUMN.finditer(gap[gap.rfind(b"<table:table ") :]):
        attributes = match[1] or b""
        repeated, named = _TIMES.search(attributes), _DEFAULT.search(attributes)
        times = int(repeated[1]) if repeated else 1
        found |= {column: named[1] if named else b"Default" for column in columns if place <= column < place + times}
        place += times
    return {column: found.get(column, b"Default") for column in columns}


def as_text(cell: bytes, default: bytes) -> bytes:
    """Return a cell's XML with a look that keeps what is typed as text."""
    opening, rest = cell[: cell.index(b">")], cell[cell.index(b">") :]
    if own := _STYLE_NAME.search(opening):
        return opening[: own.start(1)] + b"tikissa-of-" + own[1] + opening[own.end(1) :] + rest
    end = opening.index(b"table-cell") + len(b"table-cell")
    return opening[:end] + b' table:style-name="tikissa-none-%b"' % default + opening[end:] + rest


def as_before(cell: bytes) -> bytes:
    """Return a cell's XML, or the opening of one, with the look it had."""
    return re.sub(
        rb"\stable:style-name=\"tikissa-(of|none)-([^\"]*)\"",
        lambda found: b' table:style-name="%b"' % found[2] if found[1] == b"of" else b"",
        cell,
    )


def with_looks(head: bytes, wanted: frozenset[bytes]) -> bytes:
    """Return the beginning of a document with these looks in it. Raises OddSheet where it has no place for them."""
    if not wanted:
        return head
    if _STYLES_END not in head or not all(space in head for space in _SPACES):
        raise OddSheet
    made = _NUMBER_STYLE + b"".join(_look(head, name) for name in sorted(wanted))
    return head.replace(_STYLES_END, made + _STYLES_END, 1)


def without_looks(head: bytes) -> bytes:
    """Return the beginning of a document without the looks that were made for checks."""
    return _MADE.sub(b"", head, count=1)


def _look(head: bytes, name: bytes) -> bytes:
    base = name.split(b"-", 2)[2]
    found = re.search(
        rb"<style:style\s[^<>]*style:name=\"%b\"[^<>]*?(?:/>|>.*?</style:style>)" % re.escape(base), head, re.DOTALL
    )
    if found is None or b'style:family="table-cell"' not in found[0][: found[0].index(b">")]:
        parent = b' style:parent-style-name="%b"' % base
        return b'<style:style style:name="%b" style:family="table-cell"%b style:data-style-name="%b"/>' % (
            name,
            parent,
            _TEXT,
        )
    opening = _OWN_NAMES.sub(b"", found[0][: found[0].index(b">")])
    begin = len(b"<style:style")
    named = b' style:name="%b" style:data-style-name="%b"' % (name, _TEXT)
    return opening[:begin] + named + opening[begin:] + found[0][found[0].index(b">") :]
