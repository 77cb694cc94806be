"""The looks of a workbook with some of them once more, kept as text, and a colour for what stands twice."""

import re

from tikissa.export.entry_checks.placed import Made
from tikissa.export.workbook.sheet_stream import OddSheet
from tikissa.export.workbook.xml_spans import Element, SpannedXml

NO_STYLE = -1
"""The style of a cell that names none; it looks as the first of the looks says."""

_TEXT = 49
"""The number format `@` (ECMA-376, 18.8.30)."""
_BEFORE_COLOURS = ("cellStyles", "cellXfs", "cellStyleXfs", "borders", "fills", "fonts", "numFmts")
_AMBER = b"FFFDE9C4"
_FORMAT = re.compile(rb"\s(numFmtId|applyNumberFormat)\s*=\s*(\"[^\"]*\"|'[^']*')")


def with_looks(styles: bytes, bases: frozenset[int], colours: bool) -> tuple[bytes, Made, dict[int, int]]:
    """Return the part of the looks with those of `bases` added as text, what was made, and the text look of each base.

    Raises OddSheet where the part has no list of looks.
    """
    document = SpannedXml(styles)
    looks = document.root.first("cellXfs")
    if looks is None:
        raise OddSheet
    known = looks.children
    count = len(known)
    texts = {base: base for base in bases if base < count and _is_text(known[max(base, 0)])}
    new = sorted(base for base in bases if base < count and base not in texts) if known else []
    for place, base in enumerate(new):
        document.append(looks, _as_text(document.raw_whole(known[max(base, 0)])))
        texts[base] = count + place
    count_more(document, looks, len(new))
    colour, had_colours = _with_colour(document) if colours else (None, True)
    made = Made(styles_from=count, bases=tuple(new), colour=colour, had_colours=had_colours)
    return document.written(), made, texts


def without_looks(styles: bytes, made: Made) -> bytes:
    """Return the part as it was before `with_looks`. Raises OddSheet where something else stands in their place."""
    document = SpannedXml(styles)
    looks, colours = document.root.first("cellXfs"), document.root.first("dxfs")
    if looks is None or len(looks.children) != made.styles_from + len(made.bases):
        raise OddSheet
    for look in looks.children[made.styles_from :]:
        document.remove(look)
    count_more(document, looks, -len(made.bases))
    if made.colour is not None:
        if colours is None or len(colours.children) != made.colour + 1:
            raise OddSheet
        if made.had_colours:
            document.remove(colours.children[-1])
            count_more(document, colours, -1)
        else:
            document.remove(colours)
    return document.written()


def count_more(document: SpannedXml, holder: Element, more: int) -> None:
    """Have a list say by so many more how long it is, where it does; some say it wrong, and go on doing so."""
    if more and holder.attributes.get("count", "").isdigit():
        document.set_attribute(holder, "count", str(int(holder.attributes["count"]) + more))


def _is_text(look: Element) -> bool:
    return look.attributes.get("numFmtId") == str(_TEXT)


def _as_text(look: bytes) -> bytes:
    """Return a look that shows what is typed as text."""
    opening, end = look.split(b">", 1)[0], look[look.index(b">") :]
    slash = b"/" if opening.endswith(b"/") else b""
    plain = _FORMAT.sub(b"", opening.removesuffix(b"/"))
    return b'%b numFmtId="%d" applyNumberFormat="1"%b%b' % (plain, _TEXT, slash, end)


def _with_colour(document: SpannedXml) -> tuple[int, bool]:
    """Add the colour at the end of its list, which is made where there is none; return its number."""
    prefix, colon, _ = document.tag(document.root).rpartition(b":")
    tag = prefix + colon
    colour = b'<%bdxf><%bfill><%bpatternFill><%bbgColor rgb="%b"/></%bpatternFill></%bfill></%bdxf>' % (
        *(tag, tag, tag, tag, _AMBER),
        *(tag, tag, tag),
    )
    colours = document.root.first("dxfs")
    if colours is not None:
        document.append(colours, colour)
        count_more(document, colours, 1)
        return len(colours.children), True
    before = _last(document.root, _BEFORE_COLOURS)
    document.insert(before.end, b'<%bdxfs count="1">%b</%bdxfs>' % (tag, colour, tag))
    return 0, False


def _last(root: Element, names: tuple[str, ...]) -> Element:
    found = next((each for name in names if (each := root.first(name)) is not None), None)
    if found is None:
        raise OddSheet
    return found
