"""Finds identity codes of Finland and Sweden in a text, in every writing, proven by their check characters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from stdnum import luhn
from stdnum.fi import hetu

from tikissa.model.schema import Meaning

_CODE = re.compile(
    r"(?<![0-9])"
    r"(?P<born>[0-9]{6}|[0-9]{8}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{2}(?P<mark>[ ./-])[0-9]{2}(?P=mark)(?:[0-9]{4}|[0-9]{2}))"
    r"(?P<joint> {0,2}(?P<sign>[-+A-FU-Y./:_*]?) {0,2})"
    r"(?P<number>[0-9]{3}) {0,2}-?(?P<check>[0-9A-Z])(?![0-9])"
)
_LABEL = re.compile(
    r"(?:\b|_)(?:HETU|SOTU|HENKILÖTUNNUS|HENK\.? ?TUNNUS|SOSIAALITURVATUNNUS|PERSONBETECKNING|PERSONNUMMER"
    r"|PERS\.? ?NR|PNR|SSN|IDENTITY CODE|PERSONAL ID)[A-ZÅÄÖ]{0,6}[ :.#_=-]{0,4}$",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(
    r"(?:TILAU|LASKU|ORDER|BESTÄLLNING|FAKTURA|INVOICE|VIITE|REF|OCR|PUH|TEL|GSM|MOBI|SOIT|RING|CALL"
    r"|TUNNUS|NUME?RO|NUMMER|NUMBER|N[RO]\b|\bID\b|#)[^0-9]{0,12}$",
    re.IGNORECASE,
)
"""Words before a number that say it is of something else."""

_MOBILE = re.compile(r"0(?:4[0-9]|50|7[02369])[0-9]{7}")
"""Mobile numbers of Finland and Sweden as they are dialled: their digits may pass for a code of ten digits."""

_RECENT = range(2010, 2030)
"""Years in which few customers are born; a Luhn digit on a date of these is an order number's as well."""

_NUMBER_COLUMNS = frozenset(
    {
        *(Meaning.PHONE, Meaning.FAX, Meaning.CUSTOMER_NUMBER, Meaning.BUSINESS_ID, Meaning.VAT_NUMBER),
        *(Meaning.POSTAL_CODE, Meaning.DATE_OF_BIRTH, Meaning.CREATED, Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE),
        *(Meaning.ENDED, Meaning.RETURNED, Meaning.PURCHASE_SUM, Meaning.PURCHASE_COUNT, Meaning.INVOICE_BALANCE),
        *(Meaning.EINVOICE_ADDRESS, Meaning.CONTRACT),
    }
)
_CENTURIES = {"18": "+", "19": "-", "20": "A"}
_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"


@dataclass(frozen=True)
class IdentityCode:
    """What may be an identity code, in a text of plain writing; `meaning` is what its column means, if known."""

    match: re.Match[str]
    meaning: Meaning | None

    @property
    def shown_to(self) -> int:
        """Return where what may be shown ends: after the birth date and its sign."""
        return self.match.start("joint") + len(self.match["joint"].rstrip())

    @cached_property
    def is_proven(self) -> bool:
        """Say whether the check character holds, by Finnish or Swedish reckoning."""
        return self._is_finnish(self.match["check"]) or bool(self._swedish_years)

    @property
    def is_found(self) -> bool:
        """Say whether to take it for a code: proven or as one mistyped, by its writing or its place."""
        if self.is_proven:
            return self._is_called or self._speaks_for_itself
        if self._is_spelt_out or not self._is_finnish():
            return False
        return self._is_called or self._looks_mistyped

    @property
    def _looks_mistyped(self) -> bool:
        if self.match["check"].isalpha():
            return bool(self._sign) or not (self._touches_letters or self.meaning in _NUMBER_COLUMNS)
        return bool(self._sign) and self._stands_among_words

    @property
    def _is_spelt_out(self) -> bool:
        return not self.match["born"].isdigit()

    @property
    def _born(self) -> str:
        return re.sub("[^0-9]", "", self.match["born"])

    @property
    def _sign(self) -> str:
        return self.match["sign"] if self.match["sign"] not in tuple("./:_*") else ""

    @property
    def _before(self) -> str:
        return self.match.string[max(0, self.match.start() - 30) : self.match.start()]

    @property
    def _is_called(self) -> bool:
        return self.meaning is Meaning.IDENTITY_CODE or bool(_LABEL.search(self._before))

    @property
    def _speaks_for_itself(self) -> bool:
        """Say whether it is a code without being called one: by its sign or its letter, or where it stands."""
        has_letter = self.match["check"].isalpha()
        if self._is_spelt_out:
            return self._sign != "" and (has_letter or self.match["mark"] is None)
        if self._sign and (self._is_finnish(self.match["check"]) or has_letter):
            return True
        is_of_grown_up = bool(self._swedish_years) and not any(year in _RECENT for year in self._swedish_years)
        if is_of_grown_up and (self._sign or len(self._born) == 8):
            return True
        return not self._touches_letters and (has_letter or self._stands_among_words)

    @property
    def _touches_letters(self) -> bool:
        return self._before[-1:].isalpha() or self.match.string[self.match.end() :][:1].isalpha()

    @property
    def _stands_among_words(self) -> bool:
        """Say whether it stands where digits alone are hardly a number of something else."""
        text, end = self.match.string, self.match.end()
        is_mobile = bool(_MOBILE.fullmatch(re.sub("[^0-9]", "", self.match[0])))
        is_part = bool(re.search(r"[0-9][.,]$|\+$", self._before) or re.match(r"[.,][0-9]", text[end:]))
        is_column_of_words = self.meaning is not None and self.meaning not in _NUMBER_COLUMNS
        has_words = any(map(str.isalpha, text)) and self.meaning not in _NUMBER_COLUMNS
        return (is_column_of_words or has_words) and not (is_mobile or is_part or _OTHER_LABEL.search(self._before))

    def _is_finnish(self, check: str = "") -> bool:
        """Say whether a birth date (DDMMYY, DDMMYYYY, YYYYMMDD) and a number are those of a Finnish code.

        Without `check` whatever the check character.
        """
        number, sign = self.match["number"], self._sign
        for born, century in _finnish_dates(self._born):
            marks = sign if sign not in ("", "-") else century
            right = check or _CHECKS[int(f"{born}{number}") % 31]
            if any(hetu.is_valid(f"{born}{mark}{number}{right}", allow_temporary=True) for mark in marks):
                return True
        return False

    @property
    def _swedish_years(self) -> tuple[int, ...]:
        """Return the years of birth it may speak of as a Swedish code (YYMMDD, YYYYMMDD), none where it is none.

        A coordination number has 60 added to its day (Folkbokföringslagen 1991:481, § 18 a).
        """
        born, check = self._born, self.match["check"]
        if self._sign not in ("", "-", "+") or not check.isdigit():
            return ()
        if not luhn.is_valid(f"{born[-6:]}{self.match['number']}{check}"):
            return ()
        month, day = int(born[-4:-2]), int(born[-2:]) % 60
        years = (int(born[:4]),) if len(born) == 8 else (1900 + int(born[:2]), 2000 + int(born[:2]))
        return tuple(year for year in years if 1800 <= year < 2100 and _is_date(year, month, day))


def identity_codes(plain: str, meaning: Meaning | None = None) -> Iterator[IdentityCode]:
    """Yield the identity codes in a text of plain writing, one after the other."""
    place = 0
    while match := _CODE.search(plain, place):
        code = IdentityCode(match, meaning)
        is_found = code.is_found
        if is_found:
            yield code
        place = match.end() if is_found else match.start() + 1


def is_identity_code_alone(text: str) -> bool:
    """Tell whether a text is one code and nothing else, proven by its check character."""
    code = next(identity_codes(text, Meaning.IDENTITY_CODE), None)
    return code is not None and code.is_proven and code.match[0] == text


def _finnish_dates(born: str) -> Iterator[tuple[str, str]]:
    """Yield the readings of a birth date as DDMMYY, each with the signs of the centuries it may be of."""
    if len(born) == 6:
        yield born, "-A"
        return
    yield born[:4] + born[6:], _CENTURIES.get(born[4:6], "")
    yield born[6:] + born[4:6] + born[2:4], _CENTURIES.get(born[:2], "")


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
