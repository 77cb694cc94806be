"""Whether a column's header speaks of permission or of a customer's state, which way, and of which channels."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tikissa.model.permission import ANY, NONE, CustomerState, PermissionColumn, Subject, Ways
from tikissa.permission.known_programs import known_header
from tikissa.permission.permission_tokens import CHANNELS, Kind, Token, words_apart
from tikissa.permission.phrases import Clause, clauses

_OF_THEIR_OWN = frozenset((Kind.CONSENT, Kind.BAN, Kind.ADDRESS_SECRET))
"""Words that speak of permission wherever they stand; the others need something that is sent beside them."""

_SENT = (Kind.MARKETING, Kind.EMAIL, Kind.SMS, Kind.PHONE, Kind.POST)
_REACHING = (Kind.CONTACT, Kind.MESSAGE, Kind.MAIL, Kind.REFUSE)
_TURNED = (Subject.PERMISSION, Subject.PROHIBITION, Subject.NO_PROHIBITION)
_UNEXPLAINED = 4
"""So many letters that no known word explains may make a ban one on something else: "kalastuskielto"."""


@dataclass(frozen=True, slots=True)
class HeaderSense:
    """What a header says. `named`: it names its channels. `plain`: it only names a topic ("Uutiskirje"), so that the
    values must look like answers; `sure` is false where it may as well speak of something else."""

    subject: Subject
    channels: Ways = ANY
    named: bool = False
    state: CustomerState = CustomerState.IN_FORCE
    plain: bool = False
    sure: bool = True

    def column(self, name: str) -> PermissionColumn:
        return PermissionColumn(name, self.subject, self.channels, self.named, self.state, self.sure)


@lru_cache(maxsize=4096)
def sense_of(header: str) -> HeaderSense | None:
    """Return what a header says of permission or state, None where it says nothing of either."""
    known = known_header(header)
    found = _by_grammar(clauses(words_apart(header)))
    if known is None:
        return found
    if not known.is_permission:
        return HeaderSense(found.subject, NONE, True) if found and found.subject is Subject.PROHIBITION else None
    subject = found.subject if found else Subject.PROHIBITION if known.forbids else Subject.PERMISSION
    state = found.state if found else CustomerState.IN_FORCE
    return HeaderSense(subject, known.channels, known.channels != ANY, state)


def asks_for_status(header: str) -> bool:
    """Tell whether a header asks for a customer's state, which each value then names: not that of an order."""
    return names_customer(header) and any(clause.has(Kind.STATUS) for clause in clauses(words_apart(header)))


def is_of_status(header: str) -> bool:
    """Tell whether a header asks for a state, whosever it is: "Trade status"; not for that of an order."""
    return any(clause.has(Kind.STATUS) for clause in clauses(words_apart(header))) and not is_about_else(header)


def names_customer(header: str) -> bool:
    """Tell whether every word of a header is one for customers, for their state, or a mere particle."""
    return all(is_of_customer(token) for clause in clauses(words_apart(header)) for token in clause.tokens)


def is_of_customer(token: Token) -> bool:
    """Tell whether a word is one for customers, for their state, or a mere particle."""
    if Kind.STATUS in token.kinds and token.rest:
        return token.text.startswith(_CUSTOMERS)
    known = (Kind.STATUS, Kind.STANDING, Kind.AUX, Kind.MARKETING, *CHANNELS, Kind.MAIL)
    return not token.kinds.isdisjoint(known) or token.text in _BESIDE_STATES or token.text.startswith(_CUSTOMERS)


def is_about_else(header: str) -> bool:
    """Tell whether a header that names a channel is about bills, reminders and the like rather than marketing."""
    known = known_header(header)
    return any(clause.has(Kind.EXCLUDE) for clause in clauses(words_apart(header))) or (
        known is not None and not known.is_permission
    )


def _by_grammar(parts: Sequence[Clause]) -> HeaderSense | None:
    told = [clause for clause in parts if clause.kinds]
    if not told:
        return None
    return _consent(told) or _state(told) or _topic(told) or _hint(told)


def _consent(parts: Sequence[Clause]) -> HeaderSense | None:
    topic = any(clause.is_about_contact for clause in parts)
    if not topic and any(_is_struck_off(clause) for clause in parts):
        return None
    own = any(clause.has(*_OF_THEIR_OWN) for clause in parts)
    marketing = any(clause.has(Kind.MARKETING) for clause in parts)
    if any(_is_excluded(clause) for clause in parts) and not marketing:
        return None
    if any(clause.has(Kind.UNHEARD) for clause in parts) and not marketing:
        return None
    speaking = next((clause for clause in parts if _has_polarity(clause, topic)), None)
    if speaking is None:
        return None
    channels = frozenset().union(*(clause.channels for clause in parts))
    others = any(clause.has(Kind.OTHER) for clause in parts) and not marketing
    ways = channels or (NONE if others else speaking.ways(ANY))
    subject = _TURNED[_turn(speaking)]
    is_turned_twice = speaking.turn == 1 and len(speaking.negations) > 1
    sure = not is_turned_twice and (topic or (own and not _is_unexplained(parts)))
    return HeaderSense(subject, ways, ways != ANY, sure=sure)


def _is_struck_off(clause: Clause) -> bool:
    """Tell whether it is a company that has been taken off a register, rather than somebody off a list."""
    bans = [token for token in clause.tokens if Kind.BAN in token.kinds]
    others = [token for token in clause.tokens if token not in bans]
    off = bool(bans) and all(Kind.LEFT in token.kinds for token in bans)
    return off and bool(others) and all(token.text.startswith(_FIRMS) for token in others)


def _is_excluded(clause: Clause) -> bool:
    """Tell whether a clause is about something else; the code of a ban is a ban."""
    return any(Kind.EXCLUDE in token.kinds and not _is_code_of_ban(token) for token in clause.tokens)


def _is_code_of_ban(token: Token) -> bool:
    return Kind.BAN in token.kinds and token.text.endswith(("koodi", "code", "kod"))


def _turn(clause: Clause) -> int:
    """Return which way a clause turns; what is refused may be named in another clause: "Objected (marketing)"."""
    if clause.turn == 0 and clause.has(Kind.REFUSE, Kind.BLOCKED):
        return 1
    return clause.turn


def _has_polarity(clause: Clause, topic: bool) -> bool:
    if clause.has(*_OF_THEIR_OWN):
        return True
    if not topic:
        return False
    return bool(clause.negations) or clause.has(Kind.REFUSE, Kind.WITHDRAWN, Kind.PERMIT, Kind.WANT, Kind.BLOCKED)


def _is_unexplained(parts: Sequence[Clause]) -> bool:
    return any(
        token.rest >= _UNEXPLAINED and not token.kinds.isdisjoint(_OF_THEIR_OWN)
        for clause in parts
        for token in clause.tokens
    )


def _is_about_else(clause: Clause) -> bool:
    """Tell whether a clause is about orders, counts and the like; the order of a newsletter is a permission."""
    if clause.has(Kind.EXCLUDE) and clause.channels and _offers(clause):
        return False
    orders = clause.has(Kind.EMAIL) and all(
        token.text in _ORDERS for token in clause.tokens if Kind.EXCLUDE in token.kinds
    )
    return clause.has(Kind.UNHEARD) or (clause.has(Kind.EXCLUDE) and not orders)


def _tells_not_to(clause: Clause) -> bool:
    """Tell whether a clause forbids something, whatever it is: "Do not service", "Ei saa palvella"."""
    if len(clause.tokens) == 1 or not clause.negations:
        return False
    return clause.tokens[0].text in _NOT_TO or any(Kind.PERMIT in token.kinds for token in clause.tokens[:2])


def _is_sent(clause: Clause) -> bool:
    if clause.has(Kind.EXCLUDE):
        return False
    return clause.has(Kind.MARKETING, Kind.EMAIL, Kind.SMS) or (clause.has(Kind.CONTACT) and bool(clause.channels))


def _offers(clause: Clause) -> bool:
    """Tell whether offers stand beside what is about something else: "SMS-muistutukset ja tarjoukset"."""
    return any(Kind.MARKETING in token.kinds and Kind.EMAIL not in token.kinds for token in clause.tokens)


def _topic(parts: Sequence[Clause]) -> HeaderSense | None:
    """Recognise what is sent and nothing else: "Uutiskirje", "Direktreklam"; beside other words it is to be asked.

    So is every other word of contact or refusal that nothing else explains, where the values are answers.
    """
    if any(_is_about_else(clause) for clause in parts):
        return None
    if any(_tells_not_to(clause) for clause in parts):
        return HeaderSense(Subject.PROHIBITION, plain=True, sure=False)
    words = [token for clause in parts for token in clause.tokens]
    is_sent = all(_is_sent(clause) for clause in parts)
    explained = all(token.kinds for token in words)
    prefers = any(token.text in _PREFERENCES for token in words) and any(clause.channels for clause in parts)
    speaks = prefers or any(clause.has(*_SENT, *_REACHING) for clause in parts)
    if not speaks or any(clause.has(Kind.OTHER) for clause in parts):
        return None
    channels = frozenset().union(*(clause.channels for clause in parts))
    ways = channels or parts[0].ways(ANY)
    return HeaderSense(Subject.PERMISSION, ways, bool(channels), plain=True, sure=is_sent and explained)


def _hint(parts: Sequence[Clause]) -> HeaderSense | None:
    """Recognise a header in which a word for a refusal or an end stands beside others: it is to be asked about."""
    words = [token for clause in parts for token in clause.tokens]
    if any(clause.has(Kind.EXCLUDE, Kind.OTHER, Kind.UNHEARD) for clause in parts):
        return None
    for token in words:
        state = next((state for kind, state in _HINTS if kind in token.kinds), None)
        if state is not None:
            return HeaderSense(Subject.STATE, NONE, state=state, plain=True, sure=False)
    if any(not token.kinds.isdisjoint(_REFUSALS) for token in words):
        return HeaderSense(Subject.PROHIBITION, plain=True, sure=False)
    return None


def _state(parts: Sequence[Clause]) -> HeaderSense | None:
    clause = parts[0]
    if clause.has(Kind.DECEASED):
        return _of_state(clause, CustomerState.DECEASED, sure=_names_only(clause, Kind.DECEASED))
    if clause.has(Kind.BLOCKED) and _names_only(clause, Kind.BLOCKED):
        return _of_state(clause, CustomerState.BLOCKED)
    if any(part.has(Kind.EXCLUDE) for part in parts):
        return None
    if any(token.text in _ALIVE for token in clause.tokens):
        return HeaderSense(Subject.ACTIVE, NONE, state=CustomerState.DECEASED)
    for kind, state in _STATES:
        if clause.has(kind) and _names_only(clause, kind):
            return _of_state(clause, state, sure=kind is Kind.CEASED)
    return None


def _of_state(clause: Clause, state: CustomerState, sure: bool = True) -> HeaderSense:
    subject = Subject.ACTIVE if clause.negations else Subject.STATE
    return HeaderSense(subject, NONE, state=state, plain=not sure, sure=sure)


_NOT_TO = frozenset(("do", "dont", "don", "donot", "never", "ala", "alkaa"))
"""How a header begins that forbids something, whatever it is."""
_PREFERENCES = frozenset(
    (
        *("pref", "prefs", "preference", "preferences", "setting", "settings"),
        *("preferens", "preferenser", "asetus", "asetukset"),
    )
)
"""Words for what a customer has chosen, beside a channel: "Email preference"."""
_ORDERS = frozenset(("tilauksen", "tilausten"))
_STATES = (
    (Kind.CEASED, CustomerState.CEASED),
    (Kind.SHUT, CustomerState.BLOCKED),
    (Kind.LEFT, CustomerState.CEASED),
)
_CUSTOMERS = (
    *("asia", "kund", "klient", "klien", "client", "custom", "member", "jasen", "medlem", "yrity", "foretag", "bolag"),
    *(
        "firma",
        "compan",
        "busin",
        "account",
        "konto",
        "tili",
        "henkil",
        "person",
        "patient",
        "potila",
        "asuk",
        "kontakt",
    ),
    *("contact", "user", "prenum", "subscri", "tilaaja", "trading", "record", "klant", "klien", "sopimu", "avtal"),
    *("contract", "vertrag", "abo", "lidmaat", "mitglied", "tunnuks", "liik", "perin", "sparr"),
)
"""How words for customers, and for what they are in, begin."""

_FIRMS = ("bolag", "foretag", "firma", "selskab", "selskap", "yrity", "compan", "busin", "kund", "asia", "virksom")
_HINTS = (
    (Kind.DECEASED, CustomerState.DECEASED),
    (Kind.BLOCKED, CustomerState.BLOCKED),
)
"""Anything may end, a guarantee too: a word for an end is no hint."""
_REFUSALS = frozenset((Kind.BAN, Kind.REFUSE, Kind.ADDRESS_SECRET))
_ALIVE = frozenset(("elossa", "elava", "alive", "living", "lever", "levande", "elus", "levend"))
_BESIDE_STATES = frozenset(
    (
        *(
            "asiakas",
            "asiakkaan",
            "kund",
            "kunden",
            "customer",
            "client",
            "account",
            "konto",
            "tili",
            "onko",
            "asiakkuus",
        ),
        *("pvm", "paiva", "paivamaara", "date", "datum", "dag", "day", "time", "aika", "vuosi", "year"),
        *(
            "liiketoiminta",
            "toiminta",
            "toiminnan",
            "liiketoiminnan",
            "tunnus",
            "toiminnassa",
            "yritys",
            "yrityksen",
            "verksamhet",
            "verksamheten",
            "business",
            "company",
        ),
        *("asiakassuhde", "kundforhallande", "kundforhallandet", "sopimus", "sopimuksen", "avtal", "avtalet"),
        *(
            "y",
            "foretag",
            "foretaget",
            "bolag",
            "bolaget",
            "firma",
            "vertrag",
            "contract",
            "henkilo",
            "jasen",
            "potilas",
        ),
    )
)
"""What may stand beside a state without making it another's: whose it is, and when."""


def _names_only(clause: Clause, kind: Kind) -> bool:
    return all(
        token.text in _BESIDE_STATES
        or len(token.text) <= 2
        or not token.kinds.isdisjoint((kind, Kind.AUX, Kind.NEGATION, Kind.STATUS, Kind.STANDING))
        for token in clause.tokens
    )


@lru_cache(maxsize=4096)
def state_in_header(header: str) -> tuple[Subject, CustomerState]:
    """Return what a header that is known to be of a customer's standing asks: "Aktiivinen" is turned, "Eronnut" not."""
    parts = clauses(words_apart(header))
    if any(clause.has(Kind.ACTIVE) and not clause.negations for clause in parts):
        return Subject.ACTIVE, CustomerState.PASSIVE
    states = [clause.state for clause in parts]
    worst = max(states, key=lambda state: state.severity, default=CustomerState.IN_FORCE)
    return Subject.STATE, worst if worst is not CustomerState.IN_FORCE else CustomerState.CEASED
