"""Finds its way inside an Excel workbook: which part of the zip is which sheet, its shared texts and its formats."""

import re
from dataclasses import dataclass
from html import unescape
from zipfile import ZipFile

from lxml import etree

from tikissa.files.format_code import built_in_code
from tikissa.files.part_names import PartNames

_RELATIONSHIP_ID = re.compile(r"\{.*relationships\}id$")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TEXT = re.compile(rb"<t(?:\s[^>]*)?>([^<]*)</t>|<rPh\b.*?</rPh>", re.S)
_PLAIN_ITEM = re.compile(rb'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>')
_ITEM = re.compile(rb"<si(?:\s[^>]*)?>(.*?)</si>|<si\s*/>", re.S)


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet and the member of the zip that holds it."""

    name: str
    member: str
    visible: bool


@dataclass(frozen=True, slots=True)
class Package:
    """What of a workbook concerns all its sheets. `formats` is each cell style's number format code."""

    sheets: tuple[SheetPart, ...]
    formats: tuple[str, ...]
    base_1904: bool
    shared_texts_member: str | None


def parse_xml(content: bytes) -> "etree._Element":
    """Parse XML of a stranger: nothing external, no entities, names without their namespaces."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(content, parser)
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = etree.QName(element).localname
    return root


def open_package(archive: ZipFile) -> Package:
    """Read a workbook's table of contents. Raises KeyError or etree.XMLSyntaxError where it is no such workbook."""
    member = workbook_member(archive)
    workbook = parse_xml(archive.read(member))
    targets = targets_of(archive, member)
    styles = next((member for kind, member in targets.values() if kind == "styles"), "")
    texts = next((member for kind, member in targets.values() if kind == "sharedStrings"), None)
    names = set(archive.namelist())
    properties = workbook.find("workbookPr")
    return Package(
        sheets=tuple(_sheets(workbook, targets, names)),
        formats=_formats(archive.read(styles)) if styles in names else (),
        base_1904=properties is not None and properties.get("date1904", "0") in ("1", "true"),
        shared_texts_member=texts if texts in names else None,
    )


def workbook_member(archive: ZipFile) -> str:
    """Return the name of the part that lists the sheets, the usual one where no relation tells it."""
    for kind, member in targets_of(archive, "").values():
        if kind == "officeDocument":
            return member
    return "xl/workbook.xml"


def targets_of(archive: ZipFile, member: str) -> dict[str, tuple[str, str]]:
    """Return a part's relations: id -> (kind, member of the zip)."""
    names = PartNames(archive.namelist())
    path = names.relations_of(member)
    if path is None:
        return {}
    relations = parse_xml(archive.read(path))
    return {
        relation.get("Id", ""): (
            relation.get("Type", "").rpartition("/")[2],
            names.target(member, relation.get("Target", "")),
        )
        for relation in relations.iter("Relationship")
    }


def _sheets(workbook: "etree._Element", targets: dict[str, tuple[str, str]], names: set[str]) -> "list[SheetPart]":
    parts = []
    for sheet in workbook.iter("sheet"):
        identity = next((str(value) for key, value in sheet.attrib.items() if _RELATIONSHIP_ID.match(str(key))), "")
        kind, member = targets.get(identity, ("", ""))
        if kind == "worksheet" and member in names:
            parts.append(SheetPart(sheet.get("name", ""), member, sheet.get("state", "visible") == "visible"))
    return parts


def _formats(content: bytes) -> tuple[str, ...]:
    styles = parse_xml(content)
    codes = {
        int(entry.get("numFmtId", "0")): entry.get("formatCode", "") for entry in styles.iterfind("numFmts/numFmt")
    }
    numbers = (int(entry.get("numFmtId", "0")) for entry in styles.iterfind("cellXfs/xf"))
    return tuple(codes.get(number) or built_in_code(number) for number in numbers)


def shared_texts(content: bytes) -> list[str]:
    """Return a workbook's shared texts in order, each as a person sees it: without the readings of East Asian signs."""
    expected = content.count(b"<si>") + content.count(b"<si/>") + content.count(b"<si ")
    listed = _listed_texts(content, expected)
    if listed is not None:
        has_escapes = b"&" in content or b"_x" in content or b"\r" in content
        return list(map(unescape_text, listed)) if has_escapes else listed
    items = _ITEM.findall(content)
    if b"<!" in content or len(items) != expected or not items:
        return [rich_text(item) for item in parse_xml(content).iter("si")]
    return [_plain(item) for item in items]


def _listed_texts(content: bytes, expected: int) -> list[str] | None:
    """Return the texts where each is written in one piece, the quickest way first; None where some are not."""
    start, end = content.find(b"<si><t>") + 7, content.rfind(b"</t></si>")
    texts = content[start:end].decode("utf-8", "replace").split("</t></si><si><t>") if 7 <= start <= end else []
    if len(texts) == expected and content.count(b"<", start, end) == 4 * (expected - 1):
        return texts
    plain = _PLAIN_ITEM.findall(content)
    return [text.decode("utf-8", "replace") for text in plain] if len(plain) == expected > 0 else None


def _plain(item: bytes) -> str:
    return unescape_text(b"".join(_TEXT.findall(item)).decode("utf-8", "replace"))


def rich_text(item: "etree._Element") -> str:
    """Return the text of an element made of runs."""
    runs = (text.text or "" for text in item.iter("t") if text.getparent() is None or not _is_reading(text))
    return unescape_text("".join(runs), markup=False)


def _is_reading(text: "etree._Element") -> bool:
    return any(ancestor.tag == "rPh" for ancestor in text.iterancestors())


def unescape_text(text: str, markup: bool = True) -> str:
    """Return text without XML's and Excel's own escapes (`&amp;`, `_x000D_`)."""
    if markup and "&" in text:
        text = unescape(text)
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n") if "\r" in text else text
