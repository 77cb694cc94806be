"""Text that was read in the wrong encoding once or twice, or written as codes, and how it was meant."""

import re
from functools import cache
from html import unescape

_LOST = re.compile(r"\ufffd|\?(?<=[a-zA-ZåäöÅÄÖ]\?)(?=[a-zåäöA-ZÅÄÖ])")
_MISREADINGS = ("cp1252", "mac_roman", "cp850", "cp437", "iso8859_15", "cp1250", "cp1257")
"""What UTF-8 is taken for: by Windows, by Excel on a Mac, by a console, by programs of the Baltic."""
_LEADING_BYTES = (*range(0xC2, 0xC6), 0xE2)
"""The first bytes of the letters of Europe and of the punctuation of typesetters in UTF-8."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_TIMES = 3
_NORTHERN = frozenset("åäöÅÄÖüÜéõÕøØæÆšžŠŽ")
_CONTROL = re.compile(r"[\x80-\x9f]")
_WITHIN_WORDS = {"„": "ä", "”": "ö", "†": "å", "‰": "ä", "ˆ": "ö", "Σ": "ä", "÷": "ö", "σ": "å", "ƒ": "Ä", "≈": "Å"}
"""What letters of one eight-bit encoding are in another, where the sign can be no part of a word."""
_SIGN_IN_WORD = re.compile(
    r"(?<=[A-Za-zÅÄÖåäö„”†‰ˆΣ÷σƒ≈])[„”†‰ˆΣ÷σ](?=[a-zåäö„”†‰ˆΣ÷σ])|(?<=[A-Za-zÅÄÖåäö])[‰ˆƒ](?=-[A-Za-zÅÄÖåäö])"
    r"|(?<![^\s-])[÷ƒ≈](?=[a-zåäö‰ˆ]{2}|[A-ZÅÄÖƒ≈÷]{2})|(?<=[A-ZÅÄÖƒ≈÷])[÷ƒ≈](?=[A-ZÅÄÖƒ≈÷])"
)
"""Capitals too, which begin a word or stand among others: "÷sterman", "HƒMEENLINNA"."""
_CAPITALS = {"÷": "Ö", "ƒ": "Ä", "≈": "Å"}
_WORD_WITH_SIGN = re.compile(r"[A-Za-zÅÄÖåäö„”†‰ˆΣ÷σƒ≈]+(?:-[A-Za-zÅÄÖåäö]+)*")
_SIGN_AT_END = re.compile(r"(?<=[A-Za-zÅÄÖåäö])[„†‰ˆΣ÷σƒ]$")
"""A quotation mark may follow a word, also one that has other letters lost."""
_ENTITY = re.compile(r"&(?:#\d{2,5}|#[xX][0-9a-fA-F]{2,4}|[A-Za-z]{2,8}\d?);")
_ESCAPE = re.compile(r"\\u00[0-9a-fA-F]{2}|\\x[89a-fA-F][0-9a-fA-F]")
_MEANT = re.compile(r"://|www\.|</?[a-zA-Z]+\b[^>]*>|^\s*[\[{]")
"""Addresses on the web, markup and JSON, where codes are meant as they stand."""
MARK_OF_CODE = re.compile(r"[&%=\\][#A-Za-z]")
"""What stands in every text that has a letter as a code, to be found quickly."""
_BYTES = re.compile(r"(?:[=%]C[2-5][=%][89AB][0-9A-F])+", re.IGNORECASE)


@cache
def _traces() -> re.Pattern[str]:
    firsts = {bytes([byte]).decode(codec, "ignore") for codec in _MISREADINGS for byte in _LEADING_BYTES}
    others = "".join(sorted(firsts - set("ÄÅäÃÂâ") - {""}))
    followers = {bytes([byte]).decode(codec, "ignore") for codec in ("cp1252", "latin-1") for byte in range(0x80, 0xC0)}
    signs = "".join(sorted(one for one in followers if one and not one.isalpha() and not one.isspace() and one != "€"))
    return re.compile(rf"[ÃÂâ{re.escape(others)}][^\x00-\x7f]|[ÄÅ][{re.escape(signs)}]")


def has_traces(text: str) -> bool:
    return not text.isascii() and (bool(_traces().search(text)) or bool(_SIGN_IN_WORD.search(text)))


def repaired(text: str) -> str | None:
    """Return what a text says that was UTF-8 and was read as another encoding ("MÃ¤kinen", "M√§kinen" are "Mäkinen"),
    or of one eight-bit encoding read as another ("M„kinen"); None where it is no such text."""
    if not has_traces(text):
        return None
    meant = text
    for _ in range(_TIMES):
        once = _NOT_ASCII.sub(lambda found: _decoded(found[0]), meant)
        if once == meant:
            break
        meant = once
        if not _traces().search(meant):
            break
    if meant == text:
        meant = _WORD_WITH_SIGN.sub(lambda found: _word(found[0]), text)
    return meant if meant != text and not _CONTROL.search(meant) else None


def _word(word: str) -> str:
    """Return a word with its letters; a sign at its end is one where another stands within it ("S‰kyl‰")."""
    meant = _SIGN_IN_WORD.sub(_letter, word)
    return meant if meant == word else _SIGN_AT_END.sub(_letter, meant)


def _letter(sign: re.Match[str]) -> str:
    """Return the letter that a sign is where it stands in its word; one for a capital or a small letter is a capital at
    the beginning and where all others are."""
    before = sign.string[: sign.start()]
    is_capital = not before or before.endswith("-") or sign.string.replace("ƒ", "").isupper()
    return _CAPITALS[sign[0]] if is_capital and sign[0] in _CAPITALS else _WITHIN_WORDS[sign[0]]


def _decoded(letters: str) -> str:
    """Return what a run of letters says in UTF-8 under the encoding that makes most letters of the north of it, else
    the run."""
    meanings = [meant for codec in _MISREADINGS if (meant := _read_as_utf8(letters, codec)) is not None]
    return max(meanings, key=_likelihood, default=letters)


def _likelihood(meant: str) -> tuple[int, bool]:
    return sum(letter in _NORTHERN for letter in meant), meant.isprintable()


def _read_as_utf8(letters: str, codec: str) -> str | None:
    try:
        return _bytes_of(letters, codec).decode("utf-8")
    except UnicodeError:
        return None


def _bytes_of(letters: str, codec: str) -> bytes:
    """Return the bytes a run was read from; bytes for which cp1252 has no letter were kept by their numbers."""
    try:
        return letters.encode(codec)
    except UnicodeEncodeError:
        if codec != "cp1252":
            raise
    return b"".join(bytes([ord(one)]) if ord(one) < 0xA0 else one.encode(codec) for one in letters)


def has_codes(text: str) -> bool:
    """Say whether letters of a text are written as codes; some are meant so."""
    return any(shape.search(text) for shape in (_ENTITY, _ESCAPE, _BYTES)) and not _MEANT.search(text)


def decoded(text: str) -> str | None:
    """Return what a text says whose letters are written as codes ("M&auml;kinen", "M%C3%A4kinen"), None for another."""
    meant = text
    for _ in range(_TIMES):
        once = _ENTITY.sub(lambda found: unescape(found[0]), meant)
        once = _ESCAPE.sub(lambda found: chr(int(found[0][2:], 16)), once)
        once = _BYTES.sub(lambda found: bytes.fromhex(re.sub("[=%]", "", found[0])).decode("utf-8"), once)
        if once == meant:
            break
        meant = once
    return meant if meant != text and not any(map(str.isspace, set(meant) - set(text) - {"\u00a0"})) else None


def has_lost_letters(text: str) -> bool:
    """Return whether letters of a text are gone for good: a replacement mark, or a question mark within a word."""
    return bool(_LOST.search(text))
