"""Takes the XML of a row of an OpenDocument sheet apart into its cells, and puts other cells in their places."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from lxml import etree

from tikissa.files.readers.ods_cells import WrittenCell, written_cell
from tikissa.files.readers.ods_tree import shown_text

LAST_COLUMN = 16_384

_CELL = re.compile(
    rb"<table:(covered-)?table-cell(\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)?(?:/>|>(.*?)</table:(?:covered-)?table-cell>)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(rb"([\w.-]+):([\w.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_PREFIX = re.compile(rb"[<\s/]([A-Za-z_][\w.-]*):[\w.-]+(?=[\s=/>])")
_PARAGRAPH = re.compile(rb"<text:p(?:\s[^<>]*)?>([^<]*)</text:p>")
_FILLER = 256
"""So many cells alike are none of a register's: they fill the row up to its end."""
_KNOWN_SPACES = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"


@dataclass(frozen=True, slots=True)
class CellXml:
    """A cell's XML: the first of the columns it stands for, how many they are, where it stands in the row, its
    attributes as they are written, what is inside it, and whether a merged cell covers it."""

    column: int
    times: int
    start: int
    end: int
    attributes: bytes
    inside: bytes
    is_covered: bool

    @property
    def is_blank(self) -> bool:
        """Say whether nothing stands in the cell, whatever it looks like."""
        return not self.inside and b"value" not in self.attributes and b"formula" not in self.attributes

    def attribute(self, name: str) -> str | None:
        """Return an attribute by its name without a namespace."""
        return self.said().get(name)

    def said(self) -> dict[str, str]:
        """Return the attributes by their names without a namespace, what calcext says of a type left out."""
        return attributes_said(self.attributes)

    def written(self) -> WrittenCell:
        """Return what is written in the cell."""
        return written_cell(self.said(), _text(self.inside))


def attributes_said(attributes: bytes) -> dict[str, str]:
    """Return attributes by their names without a namespace, what calcext says of a type left out but for an error."""
    found: dict[str, str] = {}
    for space, name, double, single in _ATTRIBUTE.findall(attributes):
        value = unescape((double or single).decode())
        if space != b"calcext":
            found[name.decode()] = value
        elif value == "error":
            found["error"] = value
    return found


def cells_of(raw: bytes) -> Iterator[CellXml]:
    """Yield the cells of a row in order, those that stand for many once."""
    column = 0
    for match in _CELL.finditer(raw):
        attributes = match[2] or b""
        times = _times(attributes) if b"columns-repeated" in attributes else 1
        yield CellXml(column, times, match.start(), match.end(), attributes, match[3] or b"", match[1] is not None)
        column += times


def _times(attributes: bytes) -> int:
    found = re.search(rb"number-columns-repeated\s*=\s*[\"'](\d+)[\"']", attributes)
    return min(max(1, int(found[1])), LAST_COLUMN) if found else 1


def _text(inside: bytes) -> str:
    """Return the text of a cell's paragraphs, one a line."""
    if not inside:
        return ""
    if plain := _PARAGRAPH.fullmatch(inside):
        return unescape(plain[1].decode())
    names = {name.decode() for name in _PREFIX.findall(inside)} | {"office", "table", "text"}
    spaces = " ".join(f'xmlns:{name}="{_KNOWN_SPACES.format(name)}"' for name in sorted(names))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return shown_text(etree.fromstring(f"<cell {spaces}>".encode() + inside + b"</cell>", parser))


def attributes_without(attributes: bytes, names: frozenset[bytes]) -> bytes:
    """Return attributes as they are written, without those of these names."""

    def kept(match: re.Match[bytes]) -> bytes:
        return b"" if match[1] in names else match[0]

    return re.sub(rb"\s+([\w.:-]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')", kept, attributes)


def looks(raw: bytes) -> Mapping[int, str]:
    """Return the styles of a row's cells by column."""
    return {
        cell.column + offset: style
        for cell in cells_of(raw)
        if (style := cell.attribute("style-name"))
        for offset in range(cell.times if cell.times < _FILLER else 0)
    }
