"""Reads a customer's address for each way of contact, only one that can work and as a mailing service takes it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tikissa.lists.told import OFTEN, no_rows, told
from tikissa.matching.preparing.name_order import given_names_in_use
from tikissa.model.matching import Related, Relation
from tikissa.model.outcome import Outcome
from tikissa.model.permission import Channel
from tikissa.model.progress import Tick, ticking
from tikissa.model.schema import Meaning, Schema
from tikissa.reference.email_domains import known_typing_error, reserved_domains
from tikissa.reference.street_terms import ending_abbreviations
from tikissa.rules.email_check import is_valid
from tikissa.text.addresses import split_street, split_whole_address
from tikissa.text.emails import domain_of, is_plain
from tikissa.text.names import name_words
from tikissa.text.normalise import collapse_blanks, fold
from tikissa.text.phone_plans import international, may_be_mobile
from tikissa.text.phones import MOBILE, lost_zero, national_number, plain_mobile
from tikissa.text.secret_numbers import LIKE_A_CODE, SecretKind, secrets_of

_MOBILE_DIGITS = range(9, 12)
_CODE = re.compile(r"(?:FI-?|AX-?)?(?!00000)(\d{5})", re.IGNORECASE)
_BETWEEN_EMAILS = re.compile(r"[\s;,/|<>()]+")
_NO_HOME = re.compile(r"\bc/o\b|\b(?:pl|pb|p\.?o\.? ?box|box|postilokero|poste restante)\b[ .]*\d*", re.IGNORECASE)
"""Where mail goes to somebody else, or to an office: those who get it there do not live together."""
_BETWEEN = re.compile(r"[\W_]+")
_AT_HOME = frozenset({"", "suomi", "finland", "fi", "fin"})


@dataclass(frozen=True, slots=True)
class Address:
    """`key` is the same for two writings of one address, `shown` is what stands in the columns of the list."""

    key: str
    shown: tuple[str, ...]


Addresses = Sequence[Sequence[Address]]
"""The addresses of every row, the first the one that is used."""

Reader = Callable[[str], Sequence[Address]]
"""Reads the addresses of one cell, which may hold two."""


def _of_columns(meaning: Meaning, read: Reader) -> Callable[[Outcome, Schema, Tick], Addresses]:
    """Return what reads the addresses out of all the columns of one meaning."""

    def addresses(outcome: Outcome, schema: Schema, tick: Tick) -> Addresses:
        columns = [told(outcome, column, read, tick) for column in schema.columns_of(meaning)]
        if not columns:
            return [()] * len(no_rows(outcome))
        return [
            tuple(address for addresses in found for address in addresses)
            for found in ticking(zip(*columns, strict=True), tick, OFTEN)
        ]

    return addresses


def text_message(text: str) -> Address | None:
    """Return a mobile number in international form ("+358401234567"); a landline gets no text message."""
    number = _international(text)
    return Address(number, (number,)) if number and _is_mobile(number) else None


def phone_call(text: str) -> Address | None:
    """Return any number that can be called, as it is written for people."""
    number = _international(text)
    return Address(number, (collapse_blanks(text),)) if number else None


def emails(text: str) -> tuple[Address, ...]:
    """Return the addresses of a cell that mail can be sent to: of "eila@koti.fi; eila@tyo.fi (työ)" both."""
    whole = email(text)
    parts = (part for part in _BETWEEN_EMAILS.split(text) if "@" in part)
    return (whole,) if whole else tuple(filter(None, map(email, parts)))


def _one(read: Callable[[str], Address | None]) -> Reader:
    """Return what reads the one address a cell may hold."""
    return lambda text: tuple(filter(None, (read(text),)))


def email(text: str) -> Address | None:
    """Return an address mail can be sent to; none at a domain that nobody has mail in or that is a known slip."""
    address = text.strip()
    domain = domain_of(address)
    lost = domain in reserved_domains() or known_typing_error(domain) is not None
    if lost or not (is_plain(address) or ("@" in address and is_valid(address))):
        return None
    return Address(address.casefold(), (address,))


def _international(text: str) -> str | None:
    if LIKE_A_CODE.match(text) and secrets_of(SecretKind.IDENTITY_CODE, text):
        return None
    plain = plain_mobile(text)
    if plain is not None:
        return f"+358{''.join(plain)[1:]}"
    number = national_number(text) or lost_zero(text)
    if number is not None and _is_home_mobile(number):
        return f"+358{number[1:]}"
    if number is None and not text.strip().startswith(("+", "00")):
        return None
    return international(number or text)


def _is_home_mobile(number: str) -> bool:
    return MOBILE.fullmatch(number) is not None and len(number) in _MOBILE_DIGITS


def _is_mobile(number: str) -> bool:
    return _is_home_mobile(f"0{number[4:]}") if number.startswith("+358") else may_be_mobile(number)


def post(outcome: Outcome, schema: Schema, tick: Tick) -> Addresses:
    """Return the whole postal addresses: street, postal code, town and country.

    People of one surname, or one company, at one address are written to once, and so is who lives in one flat, whatever
    their surnames; neighbours each for themselves, and so are those whom a guardian or a box number takes mail for.
    """
    whole = [_whole_address(*parts) for parts in ticking(_columns(outcome, schema, tick, _PARTS), tick, OFTEN)]
    names = zip(_columns(outcome, schema, tick, _CALLED), _columns(outcome, schema, tick, _IN_FULL), strict=True)
    return [
        (Address("|".join((*map(_plain, shown[:3]), _household(shown[0], *said))), shown),) if shown else ()
        for shown, said in ticking(zip(whole, names, strict=True), tick, OFTEN)
    ]


def _household(street: str, called: Sequence[str], in_full: Sequence[str]) -> str:
    """Return what tells one household from the others at an address: nothing within one flat."""
    company, *_ = called
    if _NO_HOME.search(street):
        return company or " ".join(in_full)
    if not company and split_street(street, ending_abbreviations()).unit:
        return ""
    return next(filter(None, called), "")


def with_households(addresses: Addresses, related: Iterable[Related]) -> Addresses:
    """Return the postal addresses, those who are known to live together at one of them as one household."""
    found = list(addresses)
    for group in related:
        if group.relation is not Relation.HOUSEHOLD:
            continue
        keys: dict[tuple[str, ...], str] = {}
        for record in group.records:
            for address in found[record][:1]:
                if not _NO_HOME.search(address.shown[0]):
                    found[record] = (replace(address, key=keys.setdefault(address.shown[:3], address.key)),)
    return found


def _whole_address(street: str, code: str, town: str, country: str, in_one: str) -> tuple[str, str, str, str] | None:
    if in_one and not (street and code):
        found = split_whole_address(in_one)
        street, code, town = found.street or street, found.postal_code or code, found.town or town
    home = _CODE.fullmatch(code)
    code = home[1] if home else code
    abroad = fold(country) not in _AT_HOME
    return (street, code, town, country) if street and town and code and (home or abroad) else None


def _columns(
    outcome: Outcome, schema: Schema, tick: Tick, wanted: Sequence[tuple[Meaning, Callable[[str], str]]]
) -> Iterator[tuple[str, ...]]:
    """Return the first column of each meaning, read and side by side; "" for one the register does not have."""
    found = ((schema.first(meaning), read) for meaning, read in wanted)
    empty = [""] * len(no_rows(outcome))
    return zip(*(empty if column is None else told(outcome, column, read, tick) for column, read in found), strict=True)


_PARTS = tuple(
    (meaning, collapse_blanks)
    for meaning in (Meaning.STREET, Meaning.POSTAL_CODE, Meaning.TOWN, Meaning.COUNTRY, Meaning.WHOLE_ADDRESS)
)


def _name(name: str) -> str:
    """Return what is left of a whole name without the given names."""
    words = name_words(name)
    return " ".join(sorted(word for word in words if word not in given_names_in_use()) or words)


def _plain(text: str) -> str:
    return _BETWEEN.sub("", fold(text))


_IN_FULL = ((Meaning.GIVEN_NAME, fold), (Meaning.SURNAME, fold), (Meaning.WHOLE_NAME, fold))
_CALLED = ((Meaning.COMPANY, _plain), (Meaning.SURNAME, fold), (Meaning.WHOLE_NAME, _name))


ADDRESSES: Mapping[Channel, Callable[[Outcome, Schema, Tick], Addresses]] = {
    Channel.SMS: _of_columns(Meaning.PHONE, _one(text_message)),
    Channel.EMAIL: _of_columns(Meaning.EMAIL, emails),
    Channel.POST: post,
    Channel.PHONE: _of_columns(Meaning.PHONE, _one(phone_call)),
}
