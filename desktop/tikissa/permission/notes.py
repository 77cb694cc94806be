"""What free words say of contacting a customer and of their state: notes, and columns for a status.

A note is no answer to a question: "ei sähköpostia" in it says that there is none, while "ei sähköposteja" forbids.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tikissa.model.permission import ANY, NONE, SILENT, Channel, CustomerState, Said, Stance
from tikissa.permission.permission_headers import is_of_customer
from tikissa.permission.permission_tokens import CHANNELS, Kind, Token, tokens
from tikissa.permission.phrases import Clause, clauses, together
from tikissa.text.normalise import fold

_TELLING = frozenset(
    (
        *(Kind.NEGATION, Kind.BAN, Kind.REFUSE, Kind.WITHDRAWN, Kind.ONLY, Kind.ADDRESS_SECRET),
        *(Kind.DECEASED, Kind.CEASED, Kind.BLOCKED, Kind.PASSIVE),
    )
)
_WHAT_IS_SENT = (Kind.EMAIL, Kind.SMS, Kind.PHONE, Kind.POST, Kind.MESSAGE, Kind.MARKETING, Kind.CONTACT)
_ADDRESSES = (Kind.EMAIL_ADDRESS, Kind.PHONE_ADDRESS)
_MERE = frozenset((*CHANNELS, Kind.MAIL, Kind.ONLY, Kind.AUX, Kind.PERMIT, Kind.CONTACT, Kind.SEND, Kind.MESSAGE))
_SENT = (Kind.EMAIL, Kind.SMS, Kind.PHONE, Kind.POST, Kind.MAIL, Kind.MARKETING, Kind.MESSAGE)
_SENT_ALONE = frozenset((*_SENT, *_ADDRESSES, Kind.AUX))
_ANYTHING = frozenset(("mitaan", "anything", "stuff", "nagot", "nagonting", "noe", "noget", "kaikki", "all"))
_UNTIL = frozenset(("until", "asti", "saakka", "tills", "bis"))
_SAYS_NOT_TO = frozenset(("not", "dont", "don", "never", "ala", "alkaa"))
_OFF = frozenset(("pois", "poissa", "off", "bort"))
_FAR = 4
_YEAR_DIGITS = 4
_EMAIL_ADDRESSES = re.compile(r"[^;,()<>]*<\s*\S+@\S+>|[^\s;,()<>]+@[^\s;,()<>]+")
"""Addresses with the names in front of them, which say nothing: "Ann Robinson <ann.robinson@example.org>"."""
_STATUS_WORDS = 3
"""A text of so few words may be a status rather than a note."""

_OTHERS = (
    *("mies", "vaimo", "puoliso", "isä", "äiti", "koira", "kissa", "hevonen"),
    *("maken", "hustrun", "hunden", "husband"),
)
_NOT_OTHERS = "".join(rf"(?<!{other} )(?<!{other} on )(?<!{other} är )" for other in _OTHERS)
"""A widow is a customer still, and so is the owner of a dog that has died."""

DECEASED = re.compile(
    rf"(?<!\w)(?:{_NOT_OTHERS}(?:kuollut|kuoli\b|menehty|nukku(?:nut|i) pois|poisnukkunut|edesmennyt|vainaja|kuolinpesä"
    r"|perikun|[†✝]|avliden|avlidit|avled\b|död\b|gått bort|dödsbo|sterbhus|deceased|passed away))",
    re.IGNORECASE,
)
BANKRUPT = re.compile(r"(?<!\w)(?:konkurssi|konkurs|selvitystila|likvidation|bankrupt|liquidation)", re.IGNORECASE)
CEASED = re.compile(
    r"(?<!\w)(?:lopettan(?!\w* (?:tupak|juom|harrast|alkoh))|lopetti\b|"
    r"lopettaa (?:toimin|liik|yrity|vuoden)|toiminta (?:on )?loppunut|"
    r"ei enää toimintaa|(?:yritys|liike)toiminta (?:on )?(?:loppunut|päättynyt)|"
    r"ei (?:ole )?enää (?:meidän )?(?:toiminnassa|asiakas|asiakkaa(?:mme|na)|asiakkuutta)|"
    r"(?:inte|ej) (?:längre|mer) (?:vår )?kund|(?:inte|ej) (?:vår )?kund (?:längre|mer)|"
    r"no longer (?:an? |our )?(?:customer|client)|not (?:an? |our )?(?:customer|client) any ?more|"
    r"lagt ne[rd] verksamheten|yritys lakannut|"
    r"(?:yritys|liike|kauppa|kahvila|ravintola|myymälä|toimipiste) (?:on )?suljettu|suljettu pysyvästi|"
    r"lakkautettu|irtisano(?:ttu|nut)|(?:sopimus|asiakkuus) (?:on )?päättynyt|avtalet (?:upphört|uppsagt)|"
    r"poistunut kaupparekisteristä|"
    r"upphört|nedlagt|lagts ned|lopettamisilmoitus|out of business|closed down|ceased)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:ei|eikä|inte|ej|not|no|never|aldrig|isn.?t|hasn.?t)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
_STATES = (
    (DECEASED, CustomerState.DECEASED),
    (BANKRUPT, CustomerState.CEASED),
    (CEASED, CustomerState.CEASED),
)


@lru_cache(maxsize=65536)
def said_in_words(text: str) -> Said:
    """Return what a note or a status says."""
    text = _EMAIL_ADDRESSES.sub(" ", text) if "@" in text else text
    parts = clauses(fold(text))
    if not any(clause.has(*_TELLING) or _OFF & {token.text for token in clause.tokens} for clause in parts):
        return SILENT
    told = [_of_note(clause) for clause in _forbidding(parts)]
    state = _state(text, parts)
    if state is not CustomerState.IN_FORCE:
        told.append(Said(state=state))
    return together(told) if told else SILENT


@lru_cache(maxsize=65536)
def said_in_name(text: str) -> Said:
    """Return what a name says of a death or of a bankruptcy."""
    state = next((state for pattern, state in _STATES[:2] if pattern.search(text)), CustomerState.IN_FORCE)
    return Said(state=state)


def objection(text: str) -> str:
    """Return the words with which a note says that the customer is not to be contacted, "" where it does not."""
    return "; ".join(_objections(text))


def _objections(text: str) -> Iterator[str]:
    for part in re.split(r"[.;,!?\n]+", text):
        if said_in_words(part).forbidden:
            yield part.strip()


def _state(text: str, parts: tuple[Clause, ...]) -> CustomerState:
    words = [state for pattern, state in _STATES if _is_told(pattern, text)]
    if sum(len(clause.tokens) for clause in parts) <= _STATUS_WORDS:
        words += [clause.state for clause in parts if clause.state not in _OF_ANYTHING or _stands_alone(clause)]
    words += [CustomerState.BLOCKED for clause in parts if _is_blocked(clause)]
    return max(words, key=lambda state: state.severity, default=CustomerState.IN_FORCE)


_OF_ANYTHING = (CustomerState.BLOCKED, CustomerState.CEASED)
"""What may be said of a shop on Mondays and of a drain as well."""


def _stands_alone(clause: Clause) -> bool:
    return clause.state is CustomerState.CEASED and all(
        Kind.CEASED in token.kinds or token.text.isdigit() or is_of_customer(token) for token in clause.tokens
    )


def _is_blocked(clause: Clause) -> bool:
    """Tell whether a clause says that the customer is blocked, rather than the drain or the gate."""
    places = clause.places(Kind.BLOCKED)
    if clause.state is not CustomerState.BLOCKED or not places:
        return False
    before, after = clause.tokens[: places[0]], clause.tokens[places[0] + 1 :]
    return all(map(_is_beside, before)) and (bool(before) or all(map(_is_beside, after[:1])))


def _is_beside(token: Token) -> bool:
    return Kind.AUX in token.kinds or token.text.isdigit()


def _is_told(pattern: re.Pattern[str], text: str) -> bool:
    """Tell whether a note tells of something and does not deny it: "ei ole konkurssissa"."""
    befores = [text[: found.start()] for found in pattern.finditer(text)]
    return any(not _DENIED.search(before) and not _is_a_relatives(before) for before in befores)


def _is_a_relatives(before: str) -> bool:
    """Tell whether the words before a death end with a spouse or a dog."""
    told = [token for token in tokens(fold(before)) if Kind.AUX not in token.kinds or Kind.RELATIVE in token.kinds]
    return bool(told) and Kind.RELATIVE in told[-1].kinds


def _forbidding(parts: Sequence[Clause]) -> Iterator[Clause]:
    """Yield the clauses that forbid, with those that only go on naming what is not to be sent: "no calls, letters"."""
    before = False
    for clause in parts:
        goes_on = before and clause.has(*_SENT) and all(token.kinds & _SENT_ALONE for token in clause.tokens)
        before = goes_on or _forbids(clause)
        if before:
            yield clause


def _forbids(clause: Clause) -> bool:
    if (
        clause.has(Kind.UNHEARD)
        or (clause.has(Kind.TIME) and not _is_for_long(clause))
        or (clause.has(Kind.EXCLUDE) and not clause.has(Kind.MARKETING))
    ):
        return False
    if any(token.text in _OFF for token in clause.tokens) and clause.has(Kind.MARKETING, Kind.LIST):
        return True
    if clause.turn != 1:
        is_mere = all(not token.kinds.isdisjoint(_MERE) for token in clause.tokens)
        return clause.has(Kind.ONLY) and bool(clause.channels) and (clause.has(Kind.CONTACT) or is_mere)
    if clause.has(Kind.ADDRESS_SECRET) or clause.is_for_emergencies:
        return True
    if clause.has(Kind.BAN):
        words = sum(not token.text.isdigit() for token in clause.tokens)
        return clause.is_about_contact or (words <= _STATUS_WORDS and not _has_house_number(clause))
    if clause.has(Kind.WITHDRAWN) and any(token.text.endswith("lla") for token in clause.tokens if _names_way(token)):
        return False
    if clause.has(Kind.REFUSE, Kind.WITHDRAWN) and not clause.negations:
        return clause.has(Kind.CONSENT, *_WHAT_IS_SENT) or (clause.has(Kind.REFUSE) and clause.has(Kind.SEND))
    return any(_denies(clause, place) for place in clause.negations)


def _has_house_number(clause: Clause) -> bool:
    """Tell whether a word for a ban is the name of a street: "Robinsonvägen 4"; a year stands beside a ban too."""
    numbers = [token.text for token in clause.tokens if token.text.isdigit()]
    return len(numbers) == 1 and len(numbers[0]) < _YEAR_DIGITS


def _names_way(token: Token) -> bool:
    return not token.kinds.isdisjoint(CHANNELS)


def _is_for_long(clause: Clause) -> bool:
    """Tell whether a time is a month or a year ("until May") and not an hour."""
    hour = any(len(token.text) <= 2 and token.text.isdigit() for token in clause.tokens)
    return not hour and any(token.text in _UNTIL for token in clause.tokens)


def _denies(clause: Clause, negation: int) -> bool:
    """Tell whether a "no" is said of something sent, or of an address where the customer does not want or allow it."""
    after = range(negation + 1, negation + 1 + _FAR)
    sent = clause.places(*_WHAT_IS_SENT, *((Kind.MAIL,) if Channel.POST in clause.channels else ()))
    at_end = all(Kind.AUX in token.kinds for token in clause.tokens[negation + 1 :])
    if any(place in after for place in sent) or (at_end and negation - 1 in sent):
        return True
    if clause.has(Kind.WANT, Kind.PERMIT, Kind.SEND):
        wanted = clause.has(*_ADDRESSES, *_WHAT_IS_SENT, Kind.MAIL, Kind.CONSENT)
        return wanted or (clause.has(Kind.SEND) and _is_anything(clause, negation))
    if clause.has(Kind.CONSENT):
        return True
    imperative = clause.tokens[negation].text in _SAYS_NOT_TO
    return imperative and any(place == negation + 1 for place in clause.places(*_ADDRESSES))


def _is_anything(clause: Clause, negation: int) -> bool:
    """Tell whether nothing at all is to be sent; "laittaa" is to put as well: "ei saa laittaa väriä"."""
    after = clause.tokens[negation + 1 :]
    if any(token.text in _ANYTHING for token in after):
        return True
    puts = any(token.text.startswith("lait") for token in after)
    return clause.has(Kind.PERMIT) and not (puts and any(not token.kinds for token in after))


def _of_note(clause: Clause) -> Said:
    if clause.turn != 1 and clause.has(Kind.ONLY):
        return Said(Stance.FORBIDDEN, clause.channels, ANY - clause.channels)
    return Said(Stance.FORBIDDEN, NONE, clause.ways(ANY) - clause.excepted)
