"""Words that say "nothing here" in a cell that had better be empty."""

import re

from tikissa.model.schema import Meaning
from tikissa.rules.places import is_place
from tikissa.rules.rule import Cell, Kind, Rule, Suggestion

_MEANINGS = (
    *(Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.COMPANY, Meaning.CONTACT_PERSON),
    *(Meaning.EMAIL, Meaning.PHONE, Meaning.FAX, Meaning.STREET, Meaning.POSTAL_CODE, Meaning.TOWN),
    *(Meaning.WHOLE_ADDRESS, Meaning.BUSINESS_ID, Meaning.VAT_NUMBER, Meaning.DATE_OF_BIRTH),
    *(Meaning.CREATED, Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE, Meaning.IDENTITY_CODE),
)
_PAST = (Meaning.CREATED, Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE)
_NUMBERS = (Meaning.PHONE, Meaning.FAX, Meaning.POSTAL_CODE, Meaning.BUSINESS_ID)
_WORDS = frozenset(
    (
        *(
            "ei ole",
            "ei oo",
            "ei tiedossa",
            "ei tietoa",
            "ei tiedetä",
            "eiole",
            "puuttuu",
            "tuntematon",
            "ei",
            "ei puhelinta",
        ),
        *("ei sähköpostia", "ei emailia", "ei osoitetta", "tyhjä", "testi", "test", "testaus", "asdf", "qwerty", "foo"),
        *("n/a", "na", "n.a.", "none", "null", "nan", "unknown", "not available", "no email", "no phone", "saknas"),
        *("finns ej", "finns inte", "okänd", "ingen", "inget", "nil", "undefined", "#n/a", "tba", "tbd"),
    )
)
_MARKS = re.compile(r"[-–—_.,*?/\\!xX\s]+")
_ZEROS = re.compile(r"[0\s-]+|(?:\+?358)?[\s-]*(?:0400?|050)?[\s-]*(?:0{6,7}|000 0000)|123456789?0?")
_DENIED = re.compile(
    r"(?:ei|ei ole|ei oo|puuttuu) (?:\w*puh\.?|\w*puhelin(?:ta|numeroa)?|numeroa|nroa?|gsm(?::ää)?|kännykkää"
    r"|s?-?posti(?:a|osoitetta)?|sähköposti(?:a|osoitetta)|e?-?mail(?:ia)?|meiliä|nettiä|osoitetta|tietoa|tiedossa|saatavilla)"
    r"|(?:har )?(?:ej|inte|ingen|inget|saknar) (?:tel\.?|telefon|nummer|e-?post|mejl|mail|mobil|adress)",
    re.IGNORECASE,
)
# What programs write for a day they were never given.
_NO_DAYS = re.compile(
    r"0{1,2}[./-]0{1,2}[./-]0{2,4}|0{4}-0\d-0\d.*|0?[01][./]0?1[./]1900|1900-01-0[01].*|31[./]12[./]9999|9999-12-31.*"
)
_EPOCH = re.compile(r"0?1[./]0?1[./]1970|1970-01-01.*")
_ADDRESSES = re.compile(
    r"(a|x|xx|xxx|aa|asd|unknown|ei|ei\.?ole|test|testi|none|no|nomail|noemail|eiole|eimailia)"
    r"@(a|x|xx|xxx|aa|unknown|ei|ei\.?ole|asd|test|testi|ole|mail|email|none|eiole)\.(fi|com|net|xx|aa|se)",
    re.IGNORECASE,
)
_WAYS = (_MARKS, _ZEROS, _ADDRESSES, _DENIED, _NO_DAYS, _EPOCH)
_EMPTY = re.compile("|".join(f"(?:{way.pattern})" for way in _WAYS), re.IGNORECASE)
# Real people bear these.
_ALSO_NAMES = {Meaning.SURNAME: ("na", "testi"), Meaning.GIVEN_NAME: ("na",)}


def looks_empty(text: str) -> bool:
    """Return whether a text may be a filler, whatever the column means."""
    return text.strip().lower() in _WORDS or bool(_EMPTY.fullmatch(text))


def propose(cell: Cell) -> Suggestion | None:
    return Suggestion("text.placeholder", "", confidence=0.9, safe=False) if _is_placeholder(cell) else None


def _is_placeholder(cell: Cell) -> bool:
    text = cell.text.strip()
    if cell.meaning in _NUMBERS and _ZEROS.fullmatch(text):
        return True
    if text.strip("0") == "" or _DENIED.fullmatch(text):
        return True
    if cell.meaning in (*_PAST, Meaning.DATE_OF_BIRTH) and _NO_DAYS.fullmatch(text):
        return True
    if cell.meaning in _PAST and _EPOCH.fullmatch(text):
        return True
    if cell.meaning is Meaning.EMAIL and _ADDRESSES.fullmatch(text):
        return True
    if cell.meaning is Meaning.TOWN and is_place(text):
        return False
    if text.lower() in _ALSO_NAMES.get(cell.meaning or Meaning.NOTES, ()):
        return False
    return text.lower() in _WORDS or bool(_MARKS.fullmatch(text))


RULE = Rule({"text.placeholder": Kind.ERROR}, _MEANINGS, propose, hint=looks_empty)
