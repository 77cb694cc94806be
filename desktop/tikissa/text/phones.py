"""Finnish telephone numbers: what a writing of one means, and the ways people write one."""

import re
from dataclasses import dataclass

from tikissa.text.marks import without_mark
from tikissa.text.normalise import digits
from tikissa.text.number_writings import is_decimal, whole_number

STYLES = (
    "0401234567",
    "040 1234567",
    "040 123 4567",
    "040-1234567",
    "040-123 4567",
    "+358401234567",
    "+358 401234567",
    "+358 40 1234567",
    "+358 40 123 4567",
    "358401234567",
)
"""The ways to write a number we can write ourselves, each named by how it writes 040 123 4567."""

_AT_HOME = {
    "+358401234567": "0401234567",
    "+358 401234567": "0401234567",
    "+358 40 1234567": "040 1234567",
    "+358 40 123 4567": "040 123 4567",
    "358401234567": "0401234567",
}

DEFAULT_STYLE = "040 1234567"

MOBILE = re.compile(r"0(4[0-6]|50)\d{5,8}")

_PLAIN_MOBILE = re.compile(r"(?:(?:\+|00)?358[ -]?(?:\(0\))?|0)(4[1-6]|40(?! ?0)|50(?! ?0))[ -]?(\d{3})[ -]?(\d{3,4})")
_INTERNATIONAL = re.compile(r"(?:\+|00)358\s*(?:\(0\)|0(?=[1-9]))?")
_BARE_COUNTRY = re.compile(r"358(?=(4[0-6]|50|9|[23568]|1)\d{5,})")
_AREA = re.compile(r"0(?:400|500|600|700|800|100|200|30[03]|457|4[0-6]|50|10|20|29|30|39|7[0135]|1[3-9]|[235689])")
"""030, 039, 0300 and 0303 are nationwide: in area 03 no number goes on with a 0 or a 9."""
_SERVICE = re.compile(r"0[1-9]00")
_LIKELY = re.compile(
    r"0(?:4[0-6]\d{5,8}|50\d{4,8}|[235689]\d{4,8}|1[3-9]\d{3,8}|(?:10|20|29|7[0135])\d{3,9}|[1678]00\d{3,8})"
)
_WITHOUT_ZERO = re.compile(r"(?:4[0-6]|50)\d{6,7}|457\d{7}")
_GROUPS = {8: (4, 4), 7: (3, 4), 6: (3, 3)}
_AREA_SLASH = re.compile(r"[^/]{2,9}/[^/]{5,}")
_MARKS = re.compile(r"[\d\s()+./\-–]+")
_EXTENSION_WORD = (
    r"ala-?\s?(?:numeroon|numero|nro|n:o|nr)|al\.|lisänumero|sisäinen|ankn?(?:ytning(?:snummer)?|ytn|r)?|lokal"
    r"|extension|extn|ext|x|int(?:ern)?|durchwahl|dw|klappe|sisetelefon"
)
_EXTENSION = re.compile(
    r"(\+?[\d(][\d\s()./–-]{5,}\d)"
    rf"(?:\s*[,;/]?\s*\(?(?:{_EXTENSION_WORD})(?![^\W\d_])\.?\s*[:=.]?\s*|\s*[/,;#]\s*(?=\d{{1,4}}\)?$)|\s\((?=\d{{1,4}}\)$))"
    r"(\d{1,5})\)?",
    re.IGNORECASE,
)
_FEWEST_WITH_EXTENSION = 7


@dataclass(frozen=True, slots=True)
class Parts:
    """A Finnish number cut where people pause: "040" and "1234567"."""

    area: str
    subscriber: str


def plain_mobile(text: str) -> tuple[str, str, str] | None:
    """Return "040", "123", "4567" of a mobile number in an everyday writing; None for anything that needs thought."""
    found = _PLAIN_MOBILE.fullmatch(text)
    return (f"0{found[1]}", found[2], found[3]) if found else None


def national_number(text: str) -> str | None:
    """Return a Finnish number as dialled at home, digits only ("0401234567"); None for what is not written as one.

    Takes +358, 00358, a bare 358 and the zero in brackets. Says nothing of whether the number is in use.
    """
    text = without_mark(text)
    if not _MARKS.fullmatch(text) or ("/" in text and not _AREA_SLASH.fullmatch(text)):
        return None
    if "." in text:
        whole = whole_number(text)
        if whole is None and is_decimal(text):
            return None
        text = whole.digits if whole else text
    compact = re.sub(r"[\s./\-–]", "", text)
    international = _INTERNATIONAL.match(compact)
    if international:
        rest = digits(compact[international.end() :])
        return f"0{rest}" if rest else None
    if compact.startswith(("+", "00")):
        return None
    number = digits(compact)
    bare = _BARE_COUNTRY.match(number)
    if bare:
        return f"0{number[3:].removeprefix('0')}"
    return number if number.startswith("0") and len(number) > 4 else None


def is_likely_finnish(number: str) -> bool:
    """Return whether a national number begins and is long as Finnish ones do, so that writing it anew is harmless."""
    return bool(_LIKELY.fullmatch(number))


def is_finnish_writing(text: str) -> bool:
    """Return whether a text is a Finnish number, or one that lost its zero, as far as its looks tell."""
    number = national_number(text)
    return is_likely_finnish(number) if number else lost_zero(text) is not None


def lost_zero(text: str) -> str | None:
    """Return a mobile number with the zero it lost put back; None where operator code and length say otherwise."""
    number = digits(text)
    if not _MARKS.fullmatch(text) or text.startswith("+") or not _WITHOUT_ZERO.fullmatch(number):
        return None
    return None if is_decimal(text) else f"0{number}"


@dataclass(frozen=True, slots=True)
class Extended:
    """A number and the extension behind it."""

    number: str
    extension: str


def with_extension(text: str) -> Extended | None:
    """Return the parts of "09 123 4567 / 136", "alanro 136", "ankn. 136", "x136"; None where there is no extension."""
    found = _EXTENSION.fullmatch(text)
    if found is None or len(digits(found[1])) < _FEWEST_WITH_EXTENSION:
        return None
    return Extended(found[1], found[2])


def is_mobile(phone: str) -> bool:
    """Say whether a number is a Finnish mobile number; a lost first zero does not hide it."""
    if plain_mobile(phone):
        return True
    number = national_number(phone) or national_number(f"0{phone.strip()}")
    return number is not None and MOBILE.fullmatch(number) is not None


def parts(number: str) -> Parts:
    """Cut a national number into area or operator code and the rest."""
    if number.startswith("0457") and len(number) <= 10:
        return Parts(number[:3], number[3:])
    area = _AREA.match(number)
    end = area.end() if area else 3
    return Parts(number[:end], number[end:])


def write_number(number: str, style: str) -> str:
    """Write a national number in one of STYLES; service numbers, which few can dial from abroad, without +358."""
    cut = parts(number)
    if style in _AT_HOME and _SERVICE.match(number) and cut.area not in ("0400", "0500"):
        style = _AT_HOME[style]
    head = f"{style[: style.index('40')]}{cut.area[1:]}" if style in _AT_HOME else cut.area
    return _joined(head, cut.subscriber, style)


def write_plain_mobile(cut: tuple[str, str, str], style: str) -> str:
    """Write the three parts of a mobile number in one of STYLES."""
    area, first, last = cut
    before, mark, between = _PLAIN_STYLES[style]
    return f"{before}{area[1:]}{mark}{first}{between}{last}"


def _joined(head: str, subscriber: str, style: str) -> str:
    if style == "+358 401234567":
        return f"{head}{subscriber}"
    grouped = style.endswith("123 4567")
    mark = "-" if "-" in style else " "
    written = f"{head}{mark}{_grouped(subscriber) if grouped else subscriber}"
    return re.sub(r"\s", "", written) if " " not in style and "-" not in style else written


def _grouped(subscriber: str) -> str:
    first = _GROUPS.get(len(subscriber), (len(subscriber),))[0]
    return f"{subscriber[:first]} {subscriber[first:]}".strip()


def style_of(text: str) -> str | None:
    """Return which of STYLES a ten-digit mobile number is written in, None for another way or another number."""
    style = _STYLE_BY_SHAPE.get(re.sub(r"\d", "9", text))
    return style if style is not None and text.startswith(_PLAIN_STYLES[style][0]) else None


def _plain_style(style: str) -> tuple[str, str, str]:
    before, rest = style.split("40", 1)
    return before, rest[: rest.index("1")], rest[rest.index("3") + 1 : rest.index("4")]


_PLAIN_STYLES = {style: _plain_style(style) for style in STYLES}
_STYLE_BY_SHAPE = {re.sub(r"\d", "9", style): style for style in STYLES}
