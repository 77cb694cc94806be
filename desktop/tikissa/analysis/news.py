"""Says whether a cell of a new row tells anything that the register does not: a difference of mere writing is none."""

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from math import isclose

from tikissa.matching.preparing.features import street_parts, town_key
from tikissa.matching.preparing.normalised_identifiers import (
    business_id_key,
    customer_number_key,
    date_key,
    email_key,
    identity_code_key,
    phone_key,
    postal_code_key,
)
from tikissa.matching.preparing.plain_columns import plain_key
from tikissa.matching.preparing.whole_names import company_forms
from tikissa.model.permission import Stance
from tikissa.model.schema import Meaning
from tikissa.permission.notes import said_in_words
from tikissa.permission.permission_cells import is_marked
from tikissa.reference.street_terms import ending_abbreviations
from tikissa.text.addresses import split_street, split_whole_address
from tikissa.text.amounts import parse_amount
from tikissa.text.company_words import split_company
from tikissa.text.dates import parse_date
from tikissa.text.names import is_initial, name_words
from tikissa.text.normalise import fold
from tikissa.text.number_writings import number_of

Claim = Callable[[str, str], bool]
"""Takes what the new row says and what the register says, neither empty: is it news?"""

SEVERAL = (Meaning.PHONE, Meaning.EMAIL, Meaning.BILLING_ADDRESS, Meaning.EINVOICE_ADDRESS)
"""Of these a customer may have two: what stands in any column of the kind is known."""

_MARKED = (Meaning.CREDIT_BLOCK,)
"""An empty cell says no here."""

OWN = frozenset({Meaning.CUSTOMER_NUMBER, Meaning.CREATED, Meaning.SOURCE})
"""What a register says of its own row rather than of the customer: another file's word on it is no news, but for a
refusal that somebody has written there."""


def is_news(meaning: Meaning | None, new: str, known: Collection[str]) -> bool:
    """Say whether a new cell tells something the register's `known` cells of its kind do not."""
    said = [text for text in known if text.strip()]
    if not new.strip() or new in said:
        return False
    if not said:
        return meaning not in _MARKED or is_marked(new)
    if meaning in OWN:
        return meaning is Meaning.SOURCE and said_in_words(new).stance is Stance.FORBIDDEN
    claim = _CLAIMS.get(meaning, _other_words) if meaning else _other_words
    return all(claim(new, text) for text in said)


def _differing(key: Callable[[str], str]) -> Claim:
    keyed = lru_cache(maxsize=65536)(key)

    def differ(new: str, known: str) -> bool:
        return keyed(new) != keyed(known) if keyed(new) else fold(new) != fold(known)

    return differ


def _other_words(new: str, known: str) -> bool:
    """A number is the same as a percentage and with decimals."""
    mine, theirs = number_of(new), number_of(known)
    if mine is None or theirs is None:
        return plain_key(new) != plain_key(known)
    return not isclose(mine, theirs, rel_tol=1e-9)


def _other_name(new: str, known: str) -> bool:
    """A name with words left out, or shortened to initials, tells nothing new of a fuller one."""
    left = list(_words(known))
    for word in sorted(_words(new), key=len, reverse=True):
        found = next((each for each in left if each == word or (is_initial(word) and each.startswith(word))), None)
        if found is None:
            return True
        left.remove(found)
    return False


def _words(name: str) -> list[str]:
    return [part for word in name_words(name) for part in word.split("-") if part]


def _other_company(new: str, known: str) -> bool:
    """A company is the same with its legal form left out, not with another one."""
    mine, theirs = _company(new), _company(known)
    return mine[0] != theirs[0] or bool(mine[1] and theirs[1] != mine[1])


@lru_cache(maxsize=65536)
def _company(text: str) -> tuple[str, str]:
    name = split_company(text, company_forms())
    return " ".join(sorted(name.core.split())), name.form


def company_key(text: str) -> str:
    """Return the name of a company in one writing, "" for what has no legal form."""
    core, form = _company(text) if text.strip() else ("", "")
    return f"{core} {form}" if core and form else ""


def words_of_name(text: str) -> frozenset[str]:
    """Return the words that name a person or a company, its legal form apart."""
    return frozenset(_words(split_company(text, company_forms()).core))


def _other_whole_name(new: str, known: str) -> bool:
    return _other_name(new, known) and _other_company(new, known)


def _other_street(new: str, known: str) -> bool:
    """The same house is the same street where the new row leaves the stairs and the flat out."""
    if street_parts(new) != street_parts(known):
        return True
    mine, theirs = (split_street(text, ending_abbreviations()).unit for text in (new, known))
    return bool(mine) and mine != theirs


def _other_address(new: str, known: str) -> bool:
    mine, theirs = split_whole_address(new), split_whole_address(known)
    return (
        _other_street(mine.street, theirs.street)
        or postal_code_key(mine.postal_code) != postal_code_key(theirs.postal_code)
        or town_key()(mine.town) != town_key()(theirs.town)
    )


def _later(new: str, known: str) -> bool:
    """Of days on which something happened the newest one counts."""
    mine, theirs = parse_date(new), parse_date(known)
    return fold(new) != fold(known) if mine is None or theirs is None else mine > theirs


def _other_amount(new: str, known: str) -> bool:
    mine, theirs = parse_amount(new), parse_amount(known)
    return _other_words(new, known) if mine is None or theirs is None else mine != theirs


def _not_noted(new: str, known: str) -> bool:
    return fold(new) not in fold(known)


_NAMES = dict.fromkeys((Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.CONTACT_PERSON), _other_name)
_HAPPENED = dict.fromkeys((Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE), _later)
_COUNTED = dict.fromkeys((Meaning.PURCHASE_SUM, Meaning.PURCHASE_COUNT, Meaning.INVOICE_BALANCE), _other_amount)
_NOTED = dict.fromkeys((Meaning.NOTES, Meaning.OPEN_MATTER, Meaning.CONTRACT), _not_noted)

_CLAIMS: Mapping[Meaning, Claim] = {
    **_NAMES,
    **_HAPPENED,
    **_COUNTED,
    **_NOTED,
    Meaning.WHOLE_NAME: _other_whole_name,
    Meaning.COMPANY: _other_company,
    Meaning.PHONE: _differing(phone_key),
    Meaning.FAX: _differing(phone_key),
    Meaning.EMAIL: _differing(email_key),
    Meaning.BUSINESS_ID: _differing(business_id_key),
    Meaning.VAT_NUMBER: _differing(business_id_key),
    Meaning.IDENTITY_CODE: _differing(identity_code_key),
    Meaning.DATE_OF_BIRTH: _differing(date_key),
    Meaning.CUSTOMER_NUMBER: _differing(customer_number_key),
    Meaning.STREET: _other_street,
    Meaning.POSTAL_CODE: _differing(postal_code_key),
    Meaning.TOWN: _differing(lambda town: town_key()(town)),
    Meaning.WHOLE_ADDRESS: _other_address,
}
"""How each kind of value is told to differ; what has no line goes by its words."""
