"""Reads the styles of an OpenDocument spreadsheet: which number format each cell style has, as Excel would write it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

GENERAL = "General"

_PLAIN_BETWEEN_DATES = frozenset(" .-/:,")
_PLAIN_BETWEEN_DIGITS = frozenset(" -()")
_SECTIONS = {
    (">=0",): ("value()>=0", ""),
    (">0",): ("value()>0", ""),
    ("<0", ">0"): ("value()>0", "value()<0", ""),
}
"""Which of a style's conditions is which section of a number format; "" is the style itself."""

_DATE_STYLES = ("date-style", "time-style")
_DATA_STYLES = frozenset(("number-style", "percentage-style", "currency-style", *_DATE_STYLES))
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class OdsStyles:
    """The number format code of each cell style, `General` where it has none; None where it has no like in Excel.

    `hidden` are the styles of sheets that are not shown.
    """

    codes: Mapping[str, str | None] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()


def read_styles(archive: ZipFile, content: bytes) -> OdsStyles:
    """Read the styles that stand before the sheets and those the whole document shares."""
    data_styles: dict[str, etree._Element] = {}
    cell_styles: dict[str, tuple[str | None, str | None]] = {}
    hidden: set[str] = set()
    shared = archive.read("styles.xml") if "styles.xml" in archive.namelist() else b""
    for element in (*_style_elements(shared), *_style_elements(content)):
        kind, name = _local(element), _attribute(element, "name") or ""
        if kind == "style":
            family = _attribute(element, "family")
            if family == "table-cell":
                cell_styles[name] = _attribute(element, "data-style-name"), _attribute(element, "parent-style-name")
            elif family == "table" and any(_attribute(part, "display") == "false" for part in element):
                hidden.add(name)
        elif kind in _DATA_STYLES:
            data_styles[name] = element
    codes = {name: _code_of(name, cell_styles, data_styles) for name in cell_styles}
    return OdsStyles(codes, frozenset(hidden))


def _style_elements(xml: bytes) -> "Iterator[etree._Element]":
    """Yield the styles of a part; what stands from the sheets on is not looked at."""
    if not xml:
        return
    body = xml.find(b"<office:body")
    head = xml if body < 0 else xml[:body]
    opening = re.search(rb"<([\w:-]+)[^<>]*xmlns[^<>]*>", head)
    whole = head + b"</" + opening[1] + b">" if body >= 0 and opening else xml
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    root = etree.parse(BytesIO(whole), parser).getroot()
    for group in root:
        if _local(group) in ("automatic-styles", "styles"):
            yield from (style for style in group if isinstance(style.tag, str))


def _local(element: "etree._Element") -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _attribute(element: "etree._Element", name: str) -> str | None:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def _code_of(
    name: str, styles: Mapping[str, tuple[str | None, str | None]], data: "Mapping[str, etree._Element]"
) -> str | None:
    """Return the code of a style's own number format, else of the style it is derived from."""
    at: str | None = name
    for _ in range(_LONGEST_CHAIN):
        own, parent = styles.get(at or "", (None, None))
        if own is not None:
            return format_code(data[own], data) if own in data else GENERAL
        if parent is None:
            break
        at = parent
    return GENERAL


def format_code(style: "etree._Element", data: "Mapping[str, etree._Element]") -> str | None:
    """Return a data style as the code of a number format, None where it says what such a code cannot."""
    others = {
        (_attribute(part, "condition") or "").replace(" ", ""): _attribute(part, "apply-style-name") or ""
        for part in style
        if _local(part) == "map"
    }
    if not others:
        return _section(style)
    order = _SECTIONS.get(tuple(sorted(condition.removeprefix("value()") for condition in others)))
    if order is None or any(name not in data for name in others.values()):
        return None
    sections = [_section(data[others[condition]] if condition else style) for condition in order]
    known = [section for section in sections if section is not None]
    return ";".join(known) if len(known) == len(sections) else None


def _section(style: "etree._Element") -> str | None:
    kind = _local(style)
    is_date = kind in _DATE_STYLES
    elapsed = _attribute(style, "truncate-on-overflow") == "false"
    parts: list[str | None] = []
    for part in style:
        name = _local(part)
        if name == "text":
            parts.append(_literal(part.text or "", is_date, kind == "percentage-style"))
        elif name == "currency-symbol":
            parts.append(_literal(part.text or "", is_date, percent=False))
        elif name in _PARTS:
            code = _PARTS[name](part)
            if elapsed and name in ("hours", "minutes", "seconds"):
                code, elapsed = f"[{code}]", False
            parts.append(code)
        elif name not in ("map", "text-properties", "fill-character", ""):
            return None
    known = [part for part in parts if part is not None]
    return "".join(known) if len(known) == len(parts) else None


def _literal(text: str, is_date: bool, percent: bool) -> str:
    """Return a text that stands as it is in a number format; `%` multiplies where the style is one of percentages."""
    plain = _PLAIN_BETWEEN_DATES if is_date else _PLAIN_BETWEEN_DIGITS
    if percent and "%" in text:
        return "%".join(_literal(each, is_date, percent=False) for each in text.split("%"))
    if set(text) <= plain:
        return text
    return f'"{text}"' if '"' not in text else "".join(f"\\{character}" for character in text)


def _number(part: "etree._Element") -> str | None:
    if len(part):  # texts between the digits
        return None
    least, decimals = int(_attribute(part, "min-integer-digits") or "0"), _attribute(part, "decimal-places")
    if _attribute(part, "display-factor") not in (None, "1", "1.0"):
        return None
    if decimals is None and _attribute(part, "grouping") != "true" and least <= 1:
        return GENERAL
    shown, kept = int(decimals or "0"), _attribute(part, "min-decimal-places")
    sure = shown if kept is None else min(int(kept), shown)
    whole = "0" * least
    if _attribute(part, "grouping") == "true":
        padded = whole.rjust(4, "#")
        whole = f"{padded[:-3]},{padded[-3:]}"
    fraction = "0" * sure + "#" * (shown - sure)
    return (whole or "#") + (f".{fraction}" if fraction else "")


def _scientific(part: "etree._Element") -> str:
    decimals = "0" * int(_attribute(part, "decimal-places") or "0")
    exponent = "0" * int(_attribute(part, "min-exponent-digits") or "2")
    return "0" + (f".{decimals}" if decimals else "") + f"E+{exponent}"


def _month(part: "etree._Element") -> str:
    is_long = _attribute(part, "style") == "long"
    if _attribute(part, "textual") == "true":
        return "mmmm" if is_long else "mmm"
    return "mm" if is_long else "m"


def _long_or_short(short: str, long: str) -> "Callable[[etree._Element], str]":
    return lambda part: long if _attribute(part, "style") == "long" else short


def _seconds(part: "etree._Element") -> str:
    decimals = "0" * int(_attribute(part, "decimal-places") or "0")
    return _long_or_short("s", "ss")(part) + (f".{decimals}" if decimals else "")


_PARTS: "Mapping[str, Callable[[etree._Element], str | None]]" = {
    "number": _number,
    "scientific-number": _scientific,
    "day": _long_or_short("d", "dd"),
    "month": _month,
    "year": _long_or_short("yy", "yyyy"),
    "day-of-week": _long_or_short("ddd", "dddd"),
    "hours": _long_or_short("h", "hh"),
    "minutes": _long_or_short("m", "mm"),
    "seconds": _seconds,
    "am-pm": lambda _: "AM/PM",
}
