"""What a column's header says it holds: whole words first, then abbreviations, compounds and typing errors."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from tikissa.model.permission import CustomerState, Subject
from tikissa.model.schema import Meaning
from tikissa.permission.permission_headers import sense_of
from tikissa.reference.tables import rows
from tikissa.text.normalise import fold
from tikissa.text.similarity import typing_distance


class Purpose(StrEnum):
    """Whether a column speaks of the customer or of where bills or goods go."""

    CUSTOMER = "customer"
    BILLING = "billing"
    DELIVERY = "delivery"


@dataclass(frozen=True, slots=True)
class HeaderReading:
    """What a header says: `meanings`, likeliest first; none where the header is known to be nothing we use.

    `confidence` is 0 where nothing at all was recognised.
    """

    meanings: tuple[Meaning, ...]
    confidence: float
    purpose: Purpose = Purpose.CUSTOMER


UNKNOWN = HeaderReading((), 0.0)
_NOTHING = HeaderReading((), 0.8)
"""Known to be nothing we use."""

_CAMEL = re.compile(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])|(?<=[A-ZÅÄÖ])(?=[A-ZÅÄÖ][a-zåäö])")
_BREAK = re.compile(r"[^a-z0-9%]+|(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")
_BRACKETED = re.compile(r"[(\[{].*?[)\]}]")

_PURPOSES = (
    (Purpose.BILLING, ("laskutus", "lasku", "billing", "invoice", "fakturerings", "faktura")),
    (Purpose.DELIVERY, ("toimitus", "shipping", "delivery", "leverans", "asennus", "kohteen")),
)
_WHERE_TO = {"bill": "billing", "ship": "shipping", "deliver": "delivery", "sell": "customer", "sold": "customer"}
"""How business programs begin: "Ship-to Post Code"."""
# What a bill or a delivery has of its own; its number or day is not the customer's.
_HAVE_PURPOSES = {
    (meaning,)
    for meaning in (
        *(Meaning.STREET, Meaning.POSTAL_CODE, Meaning.TOWN, Meaning.WHOLE_ADDRESS, Meaning.COUNTRY),
        *(Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.COMPANY, Meaning.CONTACT_PERSON),
        *(Meaning.EMAIL, Meaning.PHONE, Meaning.EINVOICE_ADDRESS, Meaning.PREFERRED_CHANNEL),
    )
}
_ADDRESS_PARTS = ((Meaning.STREET,), (Meaning.POSTAL_CODE,), (Meaning.TOWN,), (Meaning.COUNTRY,))
_LATEST = frozenset(
    (
        *("viimeisin", "viimeinen", "viimeksi", "viim", "edellinen", "edell", "senaste", "senast", "sista"),
        *("last", "latest", "previous", "viimane"),
    )
)
_LATELY = ("viimeksi", "senast")
"""Words that may stand behind what was done: "Sotad senast"."""
_OF_PURCHASES = re.compile(
    "ost|tila[ut]|lasku|kaup|myynti|toimitu|kop|inkop|bestall|order|faktur|purchase|invoice|sale"
)
_ABOUT_THE_ROW = re.compile("chang|modif|updat|edit|muok|muut|paivit|andr|uppdat")
"""The day a row was last touched is no sign of the customer."""
_OF_ANYTHING = ((Meaning.CUSTOMER_NUMBER, Meaning.BUSINESS_ID), (Meaning.ENDED,))
_ABOUT_PERMISSION = (Meaning.PERMISSION, Meaning.PROHIBITION)
_BY_SUBJECT = {
    Subject.PERMISSION: Meaning.PERMISSION,
    Subject.PROHIBITION: Meaning.PROHIBITION,
    Subject.NO_PROHIBITION: Meaning.PROHIBITION,
}
_OWNERS = (
    *("asiakkaan", "asiakas", "kundens", "kund", "customers", "customer", "client", "henkilon", "yrityksen"),
    *("yhteyshenkilon", "yhteyshlon", "kontaktpersonens", "kontaktpersons", "contacts", "contact", "company"),
    *("persons", "person", "organizations", "organization", "organisaation"),
    *("tyo", "koti", "oma", "ensisijainen", "primary", "default", "home", "work", "other", "toinen", "main"),
)
_STRANGERS = frozenset(
    (
        *("vainajan", "koiran", "kissan", "hevosen", "lemmikin", "elaimen", "hundens", "kattens", "hastens", "djurets"),
        *("pet", "deceased", "maksajan", "hatatilanne", "emergency", "entinen", "vanha", "aiempi", "aikaisempi"),
        *("tidigare", "gammal", "gammalt", "former", "old"),
    )
)
"""What belongs to somebody else, or to the customer no more: "Koiran synt.aika", "Vanha osoite"."""


def read_header(header: str) -> HeaderReading:
    """Return what a header says; UNKNOWN for one that says nothing we know.

    One that says nothing as a whole may do so part by part: "Asiakas/Päämies".
    """
    reading = _read_whole(header)
    if reading.confidence > 0 or "/" not in header:
        return reading
    parts = (_read_whole(part) for part in header.split("/"))
    return next((replace(part, confidence=0.8) for part in parts if part.confidence > 0), UNKNOWN)


def _read_whole(header: str) -> HeaderReading:
    words = header_words(_BRACKETED.sub(" ", header)) or header_words(header)
    if words[1:2] == ("to",) and words[0] in _WHERE_TO and _exact(words) is None:
        words = (_WHERE_TO[words[0]], *words[2:])
    return _of_permission(header, words) or _part_in_brackets(header, words) or _read(words)


def _of_permission(header: str, words: tuple[str, ...]) -> HeaderReading | None:
    """Recognise a header that speaks of permission or of a customer's state and is none of the known ones."""
    sense = sense_of(header)
    if sense is None or sense.plain or _exact(words) is not None:
        return None
    if sense.state is not CustomerState.IN_FORCE:
        return HeaderReading((Meaning.ENDED,), 0.9)
    meaning = _BY_SUBJECT[sense.subject]
    if not sense.channels and sense.subject is Subject.PERMISSION:
        return _NOTHING
    return HeaderReading((meaning,), 0.9 if sense.sure else 0.5)


def is_known_header(header: str) -> bool:
    """Return whether a header stands word for word in the table of those that are known."""
    return "".join(header_words(header)) in _known()


def _part_in_brackets(header: str, words: tuple[str, ...]) -> HeaderReading | None:
    """Recognise which part of an address "Työosoite (postinumero)" is."""
    inside = _BRACKETED.search(header)
    part = _exact(header_words(inside[0])) if inside else None
    if part is None or part.meanings not in _ADDRESS_PARTS:
        return None
    around = _read(words)
    return replace(around, meanings=part.meanings) if around.meanings[:1] in _ADDRESS_PARTS else None


def _read(words: tuple[str, ...]) -> HeaderReading:
    if not words:
        return UNKNOWN
    if words[0] in _STRANGERS and len(words) > 1 and _exact(words) is None:
        return _NOTHING
    if len(words) > 1 and words[-1] in ("1", "2", "3", "4") and not any(map(_exact, _endings(words))):
        words = words[:-1]
    purpose, rest = _purpose(words)
    own = _recognise(words)
    if own is not None and own.confidence >= 0.9:
        return replace(own, purpose=purpose if _is_address_part(own) else Purpose.CUSTOMER)
    reading = _recognise(rest) if rest else None
    if reading is not None and reading.meanings[:1] not in _HAVE_PURPOSES:
        return _NOTHING
    reading = reading or own
    return UNKNOWN if reading is None else replace(reading, purpose=purpose)


def _is_address_part(reading: HeaderReading) -> bool:
    return bool(reading.meanings) and reading.meanings[0] in (Meaning.STREET, Meaning.POSTAL_CODE, Meaning.TOWN)


def header_words(header: str) -> tuple[str, ...]:
    """Return the folded words of a header, parted at blanks, marks, figures and inner capitals."""
    return tuple(word for word in _BREAK.split(fold(_CAMEL.sub(" ", header))) if word)


def _purpose(words: tuple[str, ...]) -> tuple[Purpose, tuple[str, ...]]:
    for purpose, prefixes in _PURPOSES:
        for prefix in prefixes:
            if words[0].startswith(prefix):
                rest = words[0].removeprefix(prefix)
                return purpose, ((rest, *words[1:]) if rest else words[1:])
    return Purpose.CUSTOMER, ()


def _recognise(words: tuple[str, ...]) -> HeaderReading | None:
    ways = (_exact, _without_owner, _abbreviated, _mistyped, _latest, _compound)
    return next((reading for way in ways if (reading := way(words)) is not None), None)


def _exact(words: tuple[str, ...]) -> HeaderReading | None:
    entry = _known().get("".join(words))
    return None if entry is None else HeaderReading(entry, 1.0)


def _without_owner(words: tuple[str, ...]) -> HeaderReading | None:
    """Recognise "Asiakkaan puhelinnumero" and "Contact Email" by what is left without whose it is."""
    for owner in _OWNERS:
        if words[0].startswith(owner):
            rest = words[0].removeprefix(owner)
            entry = _known().get("".join((rest, *words[1:])))
            if entry is not None:
                return HeaderReading(entry, 0.95)
    return None


def _abbreviated(words: tuple[str, ...]) -> HeaderReading | None:
    """Recognise "Lähios." and "Viim. tapaht.": each word begins the word it stands for, all alike in meaning."""
    if len("".join(words)) < 4:
        return None
    meanings = {_known()["".join(phrase)] for phrase in _phrases() if _begins(words, phrase)}
    return HeaderReading(meanings.pop(), 0.9) if len(meanings) == 1 else None


def _begins(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    if len(words) != len(phrase):
        return False
    pairs = zip(words, phrase, strict=True)
    return all(whole.startswith(word) and len(word) >= min(3, len(whole)) for word, whole in pairs)


def _mistyped(words: tuple[str, ...]) -> HeaderReading | None:
    key = "".join(words)
    most = 0 if len(key) < 5 else 1 if len(key) < 9 else 2
    for distance in range(1, most + 1):
        near = {entry for known, entry in _known().items() if _is_near(key, known, distance)}
        if near:
            return HeaderReading(near.pop(), 0.85) if len(near) == 1 else None
    return None


def _is_near(key: str, known: str, distance: int) -> bool:
    return len(known) >= 5 and key[0] == known[0] and typing_distance(key, known, distance) <= distance


def _compound(words: tuple[str, ...]) -> HeaderReading | None:
    """Recognise a longer header by its end ("Vastaanottajan postinumero") or by a word in it.

    "Phone 1 - Label" is no phone; permissions have a grammar of their own.
    """
    told = (entry for part in _parts(words) if (entry := _known().get(part)) and _tells(part, entry, words))
    entries = [entry for entry in told if entry[0] not in _ABOUT_PERMISSION]
    if any(_known().get("".join(ending)) == () for ending in _endings(words)):
        return _NOTHING
    entry = next(iter(entries), None)
    if entry is None:
        return _NOTHING if _known().get(words[0]) == () and len(words) > 1 else None
    return HeaderReading(entry, 0.8)


def _endings(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[start:] for start in range(len(words)))


def _latest(words: tuple[str, ...]) -> HeaderReading | None:
    """Recognise the day of the latest of anything: "Viimeisin työ", "Senaste service", "Viimeksi", "Sotad senast"."""
    if len("".join(words)) < 6 or not (words[0] in _LATEST or words[-1] in _LATELY):
        return None
    what = words[1:] if words[0] in _LATEST else words[:-1]
    if any(map(_ABOUT_THE_ROW.match, what)):
        return _NOTHING
    bought = any(map(_OF_PURCHASES.match, what))
    return HeaderReading((Meaning.LAST_PURCHASE if bought else Meaning.LAST_CONTACT,), 0.8)


def _tells(part: str, entry: tuple[Meaning, ...], words: tuple[str, ...]) -> bool:
    """Tell whether a part speaks for the whole: anything may have a number and an end, and a contact's time zone is

    no contact.
    """
    if entry in _OF_ANYTHING or (part in _OWNERS and part == words[0]):
        return False
    return len(part) >= 5 or part == words[-1]


def _parts(words: tuple[str, ...]) -> Iterator[str]:
    for start in range(1, len(words)):
        yield "".join(words[start:])
    for end in range(len(words) - 1, 0, -1):
        yield "".join(words[:end])
    yield from words
    last = words[-1]
    for start in range(1, len(last) - 4):
        yield last[start:]


@cache
def _known() -> dict[str, tuple[Meaning, ...]]:
    """Return the meanings of every known header by its folded words written together."""
    return {"".join(phrase): entry for phrase, entry in _table()}


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(dict(_table()))


@cache
def _table() -> tuple[tuple[tuple[str, ...], tuple[Meaning, ...]], ...]:
    return tuple(
        (header_words(header), tuple(Meaning(name) for name in row["meanings"].split("|") if name != "none"))
        for row in rows("column_headers")
        for header in row["headers"].split(";")
    )
