"""XML with the place of each element in its bytes, so that a value can be changed and every other byte stays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

from tikissa.export.workbook.sheet_stream import OddSheet

_OPENING = re.compile(rb"<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*/?>")
_DECLARED = re.compile(rb"(<\?xml[^>]*?encoding\s*=\s*[\"'])([\w.-]+)")
_DECLARED_TEXT = re.compile(r"^(<\?xml[^>]*?encoding\s*=\s*[\"'])([\w.-]+)")
_UTF_8 = "utf-8"
_BETWEEN = "\x01"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(slots=True, eq=False)
class Element:
    """An element: its namespace and name, and where it starts, is opened, is closed and ends.

    `attributes` go by their names, those of another namespace as `space\\x01name`. `text` is what stands right in it.
    """

    space: str
    name: str
    attributes: dict[str, str]
    parent: "Element | None"
    start: int
    opened: int
    closing: int = 0
    end: int = 0
    text: str = ""
    children: list["Element"] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        """Yield the element and all in it, in the order of the document."""
        yield self
        for child in self.children:
            yield from child.walk()

    def first(self, name: str) -> "Element | None":
        return next((child for child in self.children if child.name == name), None)


class SpannedXml:
    """A document, and the changes that are to be made to its bytes."""

    def __init__(self, xml: bytes) -> None:
        """Raises OddSheet for what is no XML, or has a document type: its entities could be of any size."""
        self._encoding = encoding_of(xml)
        self._xml = xml if self._encoding == _UTF_8 else in_utf8(xml, self._encoding)
        self._replaced: dict[tuple[int, int], bytes] = {}
        self._inserted: list[tuple[int, int, bytes]] = []
        self.root = _Builder(self._xml).root

    def set_attribute(self, element: Element, name: str, value: str) -> None:
        """Give an attribute that has no namespace of its own another value; where it is missing, it comes last."""
        if element.attributes.get(name) == value:
            return
        opening = self.raw(element)
        found = re.search(rb"\s%b\s*=\s*(\"[^\"]*\"|'[^']*')" % re.escape(name.encode()), opening)
        written = b'"' + escape(value).replace("\n", "&#10;").encode() + b'"'
        if found:
            self._replaced[element.start + found.start(1), element.start + found.end(1)] = written
        else:
            last = element.opened - (2 if opening.endswith(b"/>") else 1)
            self.insert(last, b" %b=%b" % (name.encode(), written))
        element.attributes[name] = value

    def set_text(self, element: Element, text: str) -> None:
        """Give an element without children another text."""
        if element.text != text:
            self._replaced[element.opened, element.closing] = escape(text, quote=False).encode()
            element.text = text

    def remove(self, element: Element) -> None:
        """Take out an element that is not the root."""
        self._replaced[element.start, element.end] = b""
        if element.parent is not None:
            element.parent.children.remove(element)

    def insert(self, place: int, xml: bytes) -> None:
        """Put XML before the byte at this place."""
        self._inserted.append((place, place, xml))

    def append(self, parent: Element, xml: bytes) -> None:
        """Put XML after all that stands in an element, which is opened where it was written as an empty one."""
        if self.raw(parent).endswith(b"/>"):
            self._replaced[parent.opened - 2, parent.opened] = b">%b</%b>" % (xml, self.tag(parent))
        else:
            self.insert(parent.closing, xml)

    def tag(self, element: Element) -> bytes:
        """Return an element's name as it is written, with its prefix."""
        found = re.match(rb"<([^\s/>]+)", self.raw(element))
        assert found
        return found[1]

    def raw(self, element: Element) -> bytes:
        """Return the bytes an element is opened with."""
        return self._xml[element.start : element.opened]

    def raw_whole(self, element: Element) -> bytes:
        """Return the bytes of an element with all in it."""
        return self._xml[element.start : element.end]

    @property
    def is_changed(self) -> bool:
        return bool(self._replaced or self._inserted)

    def written(self, start: int = 0, end: int | None = None) -> bytes:
        """Return the document's bytes from `start` to `end`, changed; what stands in a removed element is gone with it.

        A part of a document comes out in UTF-8.
        """
        whole = start == 0 and end is None
        end = len(self._xml) if end is None else end
        pieces, place = [], start
        edits = [*self._inserted, *((first, last, new) for (first, last), new in self._replaced.items())]
        for first, last, new in sorted(edits, key=lambda edit: edit[:2]):
            if first >= place and last <= end:
                pieces += [self._xml[place:first], new]
                place = last
        text = b"".join([*pieces, self._xml[place:end]])
        return text if not whole or self._encoding == _UTF_8 else out_of_utf8(text, self._encoding)


def encoding_of(xml: bytes) -> str:
    """Return what XML is written in, by its first bytes."""
    if xml.startswith(_UTF_16):
        return "utf-16"
    declared = _DECLARED.match(xml.removeprefix(b"\xef\xbb\xbf"))
    name = declared[2].decode() if declared else _UTF_8
    return _UTF_8 if name.lower() in (_UTF_8, "utf8") else name


def in_utf8(xml: bytes, encoding: str) -> bytes:
    """Return XML in UTF-8. Raises OddSheet where it is not written in what it says, or in something unknown."""
    try:
        return _DECLARED_TEXT.sub(r"\g<1>UTF-8", xml.decode(encoding), count=1).encode()
    except (LookupError, UnicodeDecodeError):
        raise OddSheet from None


def out_of_utf8(xml: bytes, encoding: str) -> bytes:
    """Return XML in its own encoding again; a character that has none is written by its number."""
    text = _DECLARED_TEXT.sub(rf"\g<1>{encoding}", xml.decode(), count=1)
    return text.encode(encoding, "xmlcharrefreplace")


class _Builder:
    """Builds the tree while the parser goes through the document."""

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self._open: list[Element] = []
        self._texts: list[list[str]] = []
        self._root: Element | None = None
        self._parser = expat.ParserCreate("utf-8", _BETWEEN)
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = self._refuse
        try:
            self._parser.Parse(xml, True)
        except expat.ExpatError:
            raise OddSheet from None

    @property
    def root(self) -> Element:
        assert self._root is not None
        return self._root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(_BETWEEN)
        start = self._parser.CurrentByteIndex
        opening = _OPENING.match(self._xml, start)
        if opening is None:
            raise OddSheet
        parent = self._open[-1] if self._open else None
        element = Element(space, local, attributes, parent, start, opening.end())
        if parent is None:
            self._root = element
        else:
            parent.children.append(element)
        self._open.append(element)
        self._texts.append([])

    def _end(self, _: str) -> None:
        element, texts = self._open.pop(), self._texts.pop()
        element.text = "".join(texts)
        element.closing = element.end = element.opened
        if self._xml[element.opened - 2 : element.opened] != b"/>":
            element.closing = self._parser.CurrentByteIndex
            element.end = self._xml.index(b">", element.closing) + 1

    def _characters(self, text: str) -> None:
        if self._texts:
            self._texts[-1].append(text)

    def _refuse(self, *_: object) -> None:
        raise OddSheet
