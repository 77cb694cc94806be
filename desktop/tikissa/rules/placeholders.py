"""Words that say "nothing here" in a cell that had better be empty."""

from tikissa.model.schema import Meaning
from tikissa.reference.fillers import DENIED, EPOCH, MARKS, NO_ADDRESSES, NO_DAYS, WORDS, ZEROS, looks_empty
from tikissa.rules.place_values import is_place
from tikissa.rules.rule import Cell, Kind, Rule, Suggestion

_MEANINGS = (
    *(Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.COMPANY, Meaning.CONTACT_PERSON),
    *(Meaning.EMAIL, Meaning.PHONE, Meaning.FAX, Meaning.STREET, Meaning.POSTAL_CODE, Meaning.TOWN),
    *(Meaning.WHOLE_ADDRESS, Meaning.BUSINESS_ID, Meaning.VAT_NUMBER, Meaning.DATE_OF_BIRTH),
    *(Meaning.CREATED, Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE, Meaning.IDENTITY_CODE),
)
_PAST = (Meaning.CREATED, Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE)
_NUMBERS = (Meaning.PHONE, Meaning.FAX, Meaning.POSTAL_CODE, Meaning.BUSINESS_ID)
# Real people bear these.
_ALSO_NAMES = {Meaning.SURNAME: ("na", "testi"), Meaning.GIVEN_NAME: ("na",)}


def propose(cell: Cell) -> Suggestion | None:
    return Suggestion("text.placeholder", "", confidence=0.9, safe=False) if _is_placeholder(cell) else None


def _is_placeholder(cell: Cell) -> bool:
    text = cell.text.strip()
    if cell.meaning in _NUMBERS and ZEROS.fullmatch(text):
        return True
    if text.strip("0") == "" or DENIED.fullmatch(text):
        return True
    if cell.meaning in (*_PAST, Meaning.DATE_OF_BIRTH) and NO_DAYS.fullmatch(text):
        return True
    if cell.meaning in _PAST and EPOCH.fullmatch(text):
        return True
    if cell.meaning is Meaning.EMAIL and NO_ADDRESSES.fullmatch(text):
        return True
    if cell.meaning is Meaning.TOWN and is_place(text):
        return False
    if text.lower() in _ALSO_NAMES.get(cell.meaning or Meaning.NOTES, ()):
        return False
    return text.lower() in WORDS or bool(MARKS.fullmatch(text))


RULE = Rule({"text.placeholder": Kind.ERROR}, _MEANINGS, propose, hint=looks_empty)
