"""The one finder of secret numbers: identity codes of Finland and Sweden, account numbers, payment card numbers.

Whatever writes or shows a cell asks here: the rule that proposes to take them out, every form of the change log, the
JSON, the pages. What a number is proven by comes from python-stdnum (check characters, Luhn, ISO 13616).

Brings every writing of a dash, a blank, a letter and a digit into one, the length of the text unchanged.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from stdnum import iban, luhn

from tikissa.model.schema import Meaning
from tikissa.text.identity_codes import identity_codes

_DASHES = "‐‑‒–—―−⁃﹘﹣－˗"

_BLANKS = (
    "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\xad\u1680\u180e\u2028\u2029\u202f\u205f\u2060\u3000\ufeff",
    *map(chr, range(0x2000, 0x2010)),
)

_WIDE = {
    code: chr(code - 0xFEE0).upper()
    for code in (*range(0xFF0B, 0xFF1B), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}

_PLAIN = {
    **{lower: chr(lower - 32) for lower in range(ord("a"), ord("z") + 1)},
    **_WIDE,
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(map(ord, "".join(_BLANKS)), " "),
}


class SecretKind(StrEnum):
    IDENTITY_CODE = "identity_code"
    CARD_NUMBER = "card_number"
    IBAN = "iban"


@dataclass(frozen=True, slots=True)
class Secret:
    """A secret number in a text: `text[start:end]`, of which `text[start:head]` and `text[tail:end]` may be shown.

    `is_proven` is false where only the looks speak for an identity code: a mistyped one is covered all the same.
    """

    kind: SecretKind
    start: int
    end: int
    head: int
    tail: int
    is_proven: bool = True

    def covered_in(self, text: str) -> str:
        """Return what may be shown of it in the text it was found in."""
        return text[self.start : self.head] + STARS + text[self.tail : self.end]


STARS = "****"

_SHORTEST = 10
"""The digits of an identity code without a sign; the others are longer."""

MANY_DIGITS = re.compile(r"\d(?:\D{0,6}\d){8}")
"""What every secret number has: a quick look before the finder's own."""

LIKE_A_CODE = re.compile(r"\s*\d{6}(?:\d\d)?\s*[-+A-FU-Y‐-―−]", re.IGNORECASE)
"""A quick look for a code where a telephone number is expected."""

_COVERED = re.compile(r"[0-9A-Z./: +-]{0,14}\*{4}[0-9A-Z]{0,2}")

_IBAN_START = re.compile(r"[A-Z]{2}[ -]?[0-9]{2}(?=(?:[ .-]{0,2}[0-9A-Z]){11})")

_ALPHANUMERIC = re.compile(r"[0-9A-Z]")

_IBAN_LENGTHS = range(15, 35)

_BETWEEN = r"[ .,/_-]{0,2}"

_CARD = re.compile(
    rf"(?<![0-9+])(?:[0-9]{{13,19}}|(?:[0-9]{{4}}{_BETWEEN}){{3}}[0-9]{{1,4}}(?:{_BETWEEN}[0-9]{{1,4}})?"
    rf"|3[0-9]{{3}}{_BETWEEN}[0-9]{{6}}{_BETWEEN}[0-9]{{4,5}})(?![0-9])"
)

_CARD_LENGTHS = (
    (re.compile(r"3(?:0[0-5]|095|[689])"), range(14, 20)),
    (re.compile(r"3[47]"), range(15, 16)),
    (re.compile(r"4"), (13, 16, 18, 19)),
    (re.compile(r"2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)"), range(16, 17)),
    (re.compile(r"[356]"), range(16, 20)),
)
"""How numbers of payment cards begin and how long they then are (ISO/IEC 7812 and the ranges of the card companies)."""

_DECIMAL = re.compile(r"\s*[-+]?[0-9]{1,12}[.,][0-9]+(?:E[-+]?[0-9]+)?\s*(?:[€%$£]|[A-Z]{1,3})?\s*")


def find_secrets(text: str, meaning: Meaning | None = None) -> tuple[Secret, ...]:
    """Return the secret numbers of a cell in their order; `meaning` is what its column means, as far as known.

    Ten or twelve digits without a sign are a code only where they are called one, or stand in a column of words.
    """
    if len(text) < _SHORTEST or not MANY_DIGITS.search(text):
        return ()
    plain = plainly_written(text)
    found: list[Secret] = []
    for secrets in (_ibans(plain), _codes(plain, meaning), _cards(plain)):
        found += [new for new in secrets if not any(new.start < old.end and old.start < new.end for old in found)]
    return tuple(sorted(found, key=attrgetter("start")))


def secrets_of(kind: SecretKind, text: str) -> tuple[Secret, ...]:
    """Return the proven secret numbers of one kind in a text."""
    return tuple(secret for secret in find_secrets(text) if secret.kind is kind and secret.is_proven)


def masked(text: str, meaning: Meaning | None = None) -> str:
    """Return the text with its secret numbers covered but for what tells them apart.

    In a column of identity codes everything is covered, whatever its writing.
    """
    is_code = meaning is Meaning.IDENTITY_CODE
    if is_code and _COVERED.fullmatch(plainly_written(text)):
        return text
    rest: Callable[[str], str] = _all_covered if is_code else str
    done, shown = 0, ""
    for secret in find_secrets(text, meaning):
        shown += rest(text[done : secret.start]) + secret.covered_in(text)
        done = secret.end
    return shown + rest(text[done:])


def _all_covered(text: str) -> str:
    return "".join("*" if character.isalnum() else character for character in text)


def _codes(plain: str, meaning: Meaning | None) -> Iterator[Secret]:
    for code in identity_codes(plain, meaning):
        end = code.match.end()
        yield Secret(SecretKind.IDENTITY_CODE, code.match.start(), end, code.shown_to, end, code.is_proven)


def _ibans(plain: str) -> Iterator[Secret]:
    """Yield the account numbers whose length, form and check digits hold; the longest reading of each."""
    for match in _IBAN_START.finditer(plain):
        start = match.start()
        ends = [found.end() for found in _ALPHANUMERIC.finditer(plain, start, start + 3 * _IBAN_LENGTHS.stop)]
        for end in reversed(ends[_IBAN_LENGTHS.start - 1 : _IBAN_LENGTHS.stop - 1]):
            if iban.is_valid(re.sub("[^0-9A-Z]", "", plain[start:end]), check_country=False):
                yield Secret(SecretKind.IBAN, start, end, match.end(), end - 2)
                break


def _cards(plain: str) -> Iterator[Secret]:
    """Yield the card numbers, contiguous or in the groups they are embossed in. The digits of a decimal are none."""
    place, is_all_numbers = 0, not any(map(str.isalpha, plain))
    if _DECIMAL.fullmatch(plain):
        return
    while match := _CARD.search(plain, place):
        is_fraction = is_all_numbers and match[0].isdigit() and bool(re.search("[0-9][.,]$", plain[: match.start()]))
        if not is_fraction and _is_card(re.sub("[^0-9]", "", match[0])):
            yield Secret(SecretKind.CARD_NUMBER, match.start(), match.end(), match.start() + 4, match.end() - 2)
            place = match.end()
        else:
            place = match.start() + 1


def _is_card(number: str) -> bool:
    lengths = next((lengths for starts, lengths in _CARD_LENGTHS if starts.match(number)), ())
    return len(number) in lengths and luhn.is_valid(number)


def plainly_written(text: str) -> str:
    """Return the text with a-z, wide letters and wide digits as A-Z and 0-9, each dash as "-" and each blank as " "."""
    return text.translate(_PLAIN)
