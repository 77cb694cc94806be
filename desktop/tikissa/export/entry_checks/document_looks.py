"""The looks of cells of an OpenDocument sheet once more, kept as text; their names tell what the cells had before.

And the colour for what stands twice: a style of the document's own, and a list at the end of the sheet.
"""

import re
from pathlib import Path

from tikissa.export.workbook.package import Package
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


STYLES, SHEET_END = "styles.xml", b"</table:table>"
COLOUR_NAME = "Tikissa_20_double"
_COMMON_END = b"</office:styles>"
_COLOUR = (
    b'<style:style style:name="%b" style:display-name="Tikissa double" style:family="table-cell">'
    b'<style:table-cell-properties fo:background-color="#fde9c4"/></style:style>' % COLOUR_NAME.encode()
)
_COLOURS, _COLOURS_END = b"<calcext:conditional-formats>", b"</calcext:conditional-formats>"
_HEAD = 1 << 14


def takes_colours(source: Path) -> bool:
    """Say whether a document has room for the colour: it speaks LibreOffice's extension, and has styles of its own."""
    with Package(source) as package:
        if STYLES not in package.names:
            return False
        styles = package.zip.read(STYLES)
        with package.zip.open("content.xml") as opened:
            head = opened.read(_HEAD)
    return b"xmlns:calcext=" in head and b"xmlns:fo=" in styles and styles.count(_COMMON_END) == 1


def with_colour(styles: bytes) -> bytes:
    """Return the document's styles with the colour."""
    return styles.replace(_COMMON_END, _COLOUR + _COMMON_END, 1)


def without_colour(styles: bytes) -> bytes:
    """Return the document's styles as they were before `with_colour`."""
    return styles.replace(_COLOUR, b"", 1)


def with_colours(end: bytes, colours: bytes) -> bytes:
    """Return what follows a sheet's last row with these rules for colours, behind those that are there."""
    if not colours:
        return end
    close = end.index(SHEET_END)
    there = end.find(_COLOURS_END, 0, close)
    if there >= 0:
        return end[:there] + colours + end[there:]
    return end[:close] + _COLOURS + colours + _COLOURS_END + end[close:]


def without_colours(end: bytes, colours: tuple[bytes, ...]) -> bytes:
    """Return it without them. Raises OddSheet where one is not as it was put in."""
    for colour in colours:
        if colour not in end:
            raise OddSheet
        end = end.replace(colour, b"", 1)
    return end.replace(_COLOURS + _COLOURS_END, b"", 1) if colours else end


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
