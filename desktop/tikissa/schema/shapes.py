"""What a column's values look like, for headers that say nothing or lie."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from stdnum.fi import hetu, ytunnus

from tikissa.model.schema import Meaning
from tikissa.reference.company_forms import long_forms, short_forms
from tikissa.reference.given_name_list import common_given_names
from tikissa.reference.tables import rows
from tikissa.text.date_styles import excel_day
from tikissa.text.dates import parse_date
from tikissa.text.names import names_person
from tikissa.text.normalise import digits, fold
from tikissa.text.number_writings import is_decimal
from tikissa.text.vague_dates import parse_vague_date

Look = Callable[[str], bool]

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+[.,][^@\s]+", re.ASCII)
_PHONE = re.compile(r"(\+|00|0|358|\(0|[45]\d|\(?\d{3}\)?[ ./-]{1,2}\d{3}[ .-]\d{4}$).*")
_PHONE_MARKS = re.compile(r"[\d\s()+./–-]{6,22}")
_BUSINESS_ID = re.compile(r"(FI)?\s?\d{6,7}\s?[-–]?\s?\d", re.IGNORECASE)
_VAT = re.compile(r"[A-Z]{2}\s?[0-9A-Z]{8,12}")
_IDENTITY_CODE = re.compile(r"\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]", re.IGNORECASE)
_DATE = re.compile(
    r"(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2})([ T]\d{1,2}[:.]\d{2}.*)?"
)
_POSTAL_CODE = re.compile(r"(FI-|AX-)?\d{2,5}(\.0)?")
_STREET = re.compile(
    r"[^\d@]{3,}\s(?!(?:19|20)\d\d\b)\d{1,4}\b.*|(PL|PB|P\.?O\.? ?Box)\s?\d+.*"
    r"|\d{1,5}\w?\s.*\b(st|ave?|rd|dr|ln|ct|pl|blvd|street|avenue|road|drive|lane|court|place|way|square|close|hill)\b.*",
    re.IGNORECASE,
)
_WHOLE_ADDRESS = re.compile(r".{3,}[,;\s]\s*(FI-)?\d{5},?\s+[^\d]{2,}.*")
_CODE_AND_TOWN = re.compile(r"(FI-|AX-|SE-)?(\d{4,5}|\d{2,3} \d{2,3}),?\s+[^\W\d][^\d,]+")
_DUTCH_CODE = re.compile(r"\d{4} ?[A-Z]{2}")
_NAME = re.compile(r"[^\W\d_]{2,}[.'’-]?(?:[\s-]+[^\W\d_]+[.'’-]?){1,3},?|[^\W\d_]{2,},\s*[^\W\d_]{2,}.*")
_WORD = re.compile(r"[^\W\d_]{2,}([-' ][^\W\d_]{2,})?")
_CODE = re.compile(r"(?=.{3})[A-Z]{0,2}-?\d[\dA-Z]{0,4}(?:[ -]?[\dA-Z]{2,4})?")
_FORM = re.compile(
    r"\b(oyj?|o\.y\.|abp?|ky|ay|tmi|t:mi|fma|ry|r\.y\.|rf|osk|koy|as\.? oy|kb|oü|ltd|inc|llc|plc|gmbh|säätiö|yhdistys"
    r"|seurakunta|osuuskunta|toiminimi|kunta|kaupunki)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[A-Z]{0,4}[- ]?\d{1,10}", re.IGNORECASE)
_SUM = re.compile(r"-?[\d\s\u00a0]+([.,]\d{1,2})?\s?(€|eur|euroa)?", re.IGNORECASE)
_CHOICES = frozenset(
    ("x", "k", "e", "kylla", "ei", "on", "1", "0", "y", "n", "yes", "no", "true", "false", "ja", "nej")
)
_CHOICES |= {"j", "tosi", "epatosi", "ok", "sallittu", "kielletty", "-", "+"}
_STANDING = re.compile(
    r"(?:in)?akti(?:ivinen|ivi|v)|passi(?:ivinen|v|voitu)|lopett(?:anut|tu)|lopetettu|paattynyt|eronnut|irtisanottu|poistettu"
    r"|arkistoitu|suljettu|voimassa|(?:in)?active|closed|ended|cancell?ed|archived|avslutad|upphord|utgatt"
)
_EINVOICE = re.compile(r"(0037|FI\d{2}|TE0037|\d{12,13}).*", re.IGNORECASE)


def is_phone(text: str) -> bool:
    is_marked = _PHONE_MARKS.fullmatch(text) and _PHONE.match(text)
    return bool(is_marked) and 6 <= len(digits(text)) <= 15 and not is_date(text) and not is_decimal(text)


def is_date(text: str) -> bool:
    return bool(_DATE.fullmatch(text))


def is_day(text: str) -> bool:
    """A date, what people write for one ("2019", "kevät 2022"), or the number a spreadsheet counts it by."""
    return is_date(text) or any(read(text) is not None for read in (parse_vague_date, parse_date, excel_day))


def is_business_id(text: str) -> bool:
    return bool(_BUSINESS_ID.fullmatch(text)) and bool(ytunnus.is_valid(text))


def is_identity_code(text: str) -> bool:
    return bool(_IDENTITY_CODE.fullmatch(text)) and bool(hetu.is_valid(text.upper(), allow_temporary=True))


def is_known_postal_code(text: str) -> bool:
    return len(text) == 5 and text in _postal_codes()


def is_code_and_town(text: str) -> bool:
    """A postal code and a town, not the "1366 Lake Rd" of other countries, nor the "1012 AB" that is a Dutch code."""
    return bool(_CODE_AND_TOWN.fullmatch(text)) and not _STREET.fullmatch(text) and not _DUTCH_CODE.fullmatch(text)


def is_town(text: str) -> bool:
    return fold(text) in _towns()


def is_company(text: str) -> bool:
    return bool(_FORM.search(text))


def has_legal_form(text: str) -> bool:
    """Tell whether a name begins or ends with a legal form of any country; a short one only as it is written there."""
    words = text.replace(",", " ").split()
    if len(words) < 2:
        return False
    ends = [" ".join(part) for length in (1, 2, 3) for part in (words[-length:], words[:length]) if length < len(words)]
    return any(end.casefold() in long_forms() or end in short_forms() for end in ends)


def is_whole_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and not is_company(text)


def is_person(text: str) -> bool:
    """A whole name with a given name that is in use."""
    return is_whole_name(text) and names_person(fold(text).replace(",", " ").split(), _given_names())


def is_choice(text: str) -> bool:
    return (fold(text) or text) in _CHOICES


@cache
def _postal_codes() -> frozenset[str]:
    return frozenset(row["postal_code"] for row in rows("postal_codes_fi"))


@cache
def _towns() -> frozenset[str]:
    names = ("name_fi", "name_sv", "municipality_fi", "municipality_sv")
    return frozenset(fold(row[name]) for row in rows("postal_codes_fi") for name in names if row[name])


@cache
def _given_names() -> frozenset[str]:
    return frozenset(map(fold, common_given_names()))


def is_given_name(text: str) -> bool:
    """A name in use, a double one by both its parts: "Aino Virtanen" is none."""
    names = fold(text).replace(" ", "-").split("-")
    return bool(_WORD.fullmatch(text)) and all(name in _given_names() for name in names)


def is_standing(text: str) -> bool:
    """Whether somebody is a customer still: "Aktiivinen", "Passiivinen", "Avslutad"."""
    return bool(_STANDING.fullmatch(fold(text)))


def is_code(text: str) -> bool:
    """What a postal code of any country looks like: three digits to eight, letters perhaps among them."""
    return bool(_CODE.fullmatch(text)) and any(map(str.isdigit, text))


def is_wordy(text: str) -> bool:
    return any(map(str.isalpha, text)) and not any(map(str.isdigit, text)) and "@" not in text


def is_single_name(text: str) -> bool:
    return bool(_WORD.fullmatch(text))


_LONGEST = 500
"""A longer text is no value of any of these kinds; some of the patterns would look at it for its length squared."""


def _of_a_value(look: Look) -> Look:
    return lambda text: len(text) <= _LONGEST and look(text)


_LOOKS: dict[Meaning, Look] = {
    Meaning.EMAIL: lambda text: "@" in text,
    Meaning.PHONE: is_phone,
    Meaning.FAX: is_phone,
    Meaning.POSTAL_CODE: lambda text: bool(_POSTAL_CODE.fullmatch(text)),
    Meaning.TOWN: lambda text: not any(map(str.isdigit, text)) and "@" not in text,
    Meaning.STREET: lambda text: bool(_STREET.fullmatch(text)) and not _WHOLE_ADDRESS.fullmatch(text),
    Meaning.WHOLE_ADDRESS: lambda text: bool(_WHOLE_ADDRESS.fullmatch(text)),
    Meaning.BUSINESS_ID: lambda text: bool(_BUSINESS_ID.fullmatch(text)),
    Meaning.VAT_NUMBER: lambda text: bool(_VAT.fullmatch(text)),
    Meaning.IDENTITY_CODE: lambda text: bool(_IDENTITY_CODE.fullmatch(text)),
    Meaning.WHOLE_NAME: is_whole_name,
    Meaning.COMPANY: is_company,
    Meaning.GIVEN_NAME: is_single_name,
    Meaning.SURNAME: is_single_name,
    Meaning.CUSTOMER_NUMBER: lambda text: bool(_NUMBER.fullmatch(text)),
    Meaning.CREATED: is_day,
    Meaning.LAST_CONTACT: is_day,
    Meaning.LAST_PURCHASE: is_day,
    Meaning.PURCHASE_SUM: lambda text: bool(_SUM.fullmatch(text)),
    Meaning.EINVOICE_ADDRESS: lambda text: bool(_EINVOICE.fullmatch(text)),
    Meaning.PERMISSION: is_choice,
    Meaning.PROHIBITION: is_choice,
}

# The looks a value of each meaning may have, to see whether a header lies.
LOOKS: dict[Meaning, Look] = {meaning: _of_a_value(look) for meaning, look in _LOOKS.items()}

_TELLING: tuple[tuple[Meaning, Look, float], ...] = (
    (Meaning.EMAIL, lambda text: bool(_EMAIL.search(text)), 0.7),
    (Meaning.IDENTITY_CODE, is_identity_code, 0.6),
    (Meaning.BUSINESS_ID, is_business_id, 0.6),
    (Meaning.VAT_NUMBER, lambda text: bool(re.fullmatch(r"FI\s?\d{8}", text)), 0.6),
    (Meaning.PHONE, lambda text: is_phone(text) and (text[0] in "+0(" or not text.isdigit()), 0.7),
    (Meaning.POSTAL_CODE, is_known_postal_code, 0.9),
    (Meaning.WHOLE_ADDRESS, LOOKS[Meaning.WHOLE_ADDRESS], 0.6),
    (Meaning.WHOLE_ADDRESS, is_code_and_town, 0.6),
    (Meaning.STREET, LOOKS[Meaning.STREET], 0.6),
    (Meaning.TOWN, is_town, 0.8),
    (Meaning.ENDED, is_standing, 0.6),
    (Meaning.COMPANY, is_company, 0.5),
    (Meaning.GIVEN_NAME, is_given_name, 0.6),
    (Meaning.WHOLE_NAME, is_whole_name, 0.8),
)

# What values alone can tell, surest first, with the share of values that must agree.
TELLING = tuple((meaning, _of_a_value(look), enough) for meaning, look, enough in _TELLING)


def share(values: Sequence[str], look: Look) -> float:
    """Return which part (0-1) of the values has a look; 0 where there are no values."""
    return sum(map(look, values)) / len(values) if values else 0.0
