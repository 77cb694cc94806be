"""What a phrase about permission says, clause by clause: which channels it names, and whether it forbids or allows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tikissa.model.permission import ANY, NONE, Channel, CustomerState, Said, Stance, Ways
from tikissa.permission.permission_tokens import CHANNELS, Kind, Token, tokens
from tikissa.text.normalise import fold

_CLAUSES = re.compile(
    r"[.;,!?:()\[\]{}/\n|+&]+|\s[-–—]+\s|\b(?:ja|och|and) (?=pyy|bad |bett|ask|request|toivo|kielt|kiels|told|said)"
    r"|\b(?:mutta|vaan|but|however|men|utan|aber|sondern|aga|vaid|maar|mais|pero)\b"
)
_LIFTED_NOUN = re.compile(r"(?:kieltoa|kieltoja|estoa|rajoitusta|sparrar|opt out|optout|restrictions?)$")
"""A ban as it stands behind a "no" that denies it, whatever stands between."""

_MOST_BETWEEN = 3
_DIGITAL = frozenset((Channel.EMAIL, Channel.SMS))
_LISTS = ((Kind.LIST, Channel.EMAIL), (Kind.CALL_LIST, Channel.PHONE))
"""What people are on or off the lists of where nothing else is named: subscribers get e-mail."""
_STATES = (
    (Kind.DECEASED, CustomerState.DECEASED),
    (Kind.BLOCKED, CustomerState.BLOCKED),
    (Kind.CEASED, CustomerState.CEASED),
    (Kind.PASSIVE, CustomerState.PASSIVE),
)


@dataclass(frozen=True)
class Clause:
    """One clause. `turn` is 1 where it forbids, 0 where it does not, 2 where a prohibition in it is taken back."""

    tokens: tuple[Token, ...]

    @cached_property
    def kinds(self) -> frozenset[Kind]:
        return frozenset(kind for token in self.tokens for kind in token.kinds)

    def has(self, *kinds: Kind) -> bool:
        return not self.kinds.isdisjoint(kinds)

    def places(self, *kinds: Kind) -> list[int]:
        return [place for place, token in enumerate(self.tokens) if not token.kinds.isdisjoint(kinds)]

    @cached_property
    def channels(self) -> Ways:
        """Return the channels the clause names, those behind an "except" apart."""
        return _named(self.tokens[: self._exception]) | self._by_mail

    @property
    def _by_mail(self) -> Ways:
        """Return what "mail" is: e-mail to all but those who write in English."""
        if not self.has(Kind.MAIL) or self.has(Kind.EMAIL, Kind.EMAIL_ADDRESS):
            return NONE
        is_english = all(token.english or token.kinds <= {Kind.AUX} for token in self.tokens)
        return frozenset({Channel.POST if is_english else Channel.EMAIL})

    @cached_property
    def excepted(self) -> Ways:
        return _named(self.tokens[self._exception :])

    @property
    def _exception(self) -> int:
        return next(iter(self.places(Kind.EXCEPT)), len(self.tokens))

    @cached_property
    def negations(self) -> list[int]:
        """Return where the clause denies; "no" behind a word is a number ("Phone no"), "no of" and "no 4" too."""
        return [place for place in self.places(Kind.NEGATION) if not self._is_number(place)]

    def _is_number(self, place: int) -> bool:
        if self.tokens[place].text != "no":
            return False
        following = [token.text for token in self.tokens[place + 1 : place + 2]]
        return following == ["of"] or (place > 0 and not following) or any(map(str.isdigit, following))

    @cached_property
    def turn(self) -> int:
        bans = self.places(Kind.BAN, Kind.ADDRESS_SECRET) or (
            self.places(Kind.REFUSE, Kind.BLOCKED) if self.is_about_contact or self.has(Kind.CONSENT) else []
        )
        withdrawn = self.has(Kind.WITHDRAWN)
        if bans:
            return 2 if withdrawn or any(self._lifts(place, bans[0]) for place in self.negations) else 1
        if withdrawn:
            return 2 if self.negations else 1
        return 1 if self.negations or self.is_for_emergencies else 0

    @property
    def is_for_emergencies(self) -> bool:
        """Tell whether the customer is reached in need alone, never with an offer: "soita vain hätätilanteessa"."""
        return self.has(Kind.ONLY) and self.has(Kind.EMERGENCY) and self.is_about_contact

    def _lifts(self, negation: int, ban: int) -> bool:
        """Tell whether a "no" denies the ban behind it ("ei enää estoa") rather than stands beside it."""
        if not 0 < ban - negation <= _MOST_BETWEEN + 1:
            return False
        between = self.tokens[negation + 1 : ban]
        return all(Kind.AUX in token.kinds for token in between) or bool(_LIFTED_NOUN.search(self.tokens[ban].text))

    @cached_property
    def is_about_contact(self) -> bool:
        return bool(self.channels or self.excepted) or self.has(
            Kind.MARKETING, Kind.CONTACT, Kind.MESSAGE, Kind.OTHER, Kind.SEND, Kind.CHANNEL
        )

    @property
    def allows(self) -> bool:
        return self.has(Kind.CONSENT, Kind.PERMIT, Kind.WANT)

    @cached_property
    def state(self) -> CustomerState:
        """Return the state the clause tells of; one that is denied ("ei kuollut") is none."""
        for kind, state in _STATES:
            places = [place for place in self.places(kind) if not self._is_a_relatives(place)]
            if places and not (kind is Kind.CEASED and self.is_about_contact):
                denied = any(0 < places[0] - negation <= _MOST_BETWEEN for negation in self.negations)
                return CustomerState.IN_FORCE if denied else state
        if self.has(Kind.ACTIVE) and self.negations:
            return CustomerState.PASSIVE
        return CustomerState.IN_FORCE

    def _is_a_relatives(self, place: int) -> bool:
        """Tell whether a state is that of a spouse or a dog: "mies kuoli", "dog died"."""
        before = [token for token in self.tokens[:place] if Kind.AUX not in token.kinds or Kind.RELATIVE in token.kinds]
        return bool(before) and Kind.RELATIVE in before[-1].kinds

    def ways(self, otherwise: Ways, of_lists: bool = True) -> Ways:
        """Return the channels a prohibition or permission in the clause is about.

        `of_lists`: who is off a list gets no e-mail, which says nothing of the rest where no column asks for more.
        """
        if self.channels:
            return self.channels
        if self.has(Kind.MESSAGE) and not self.has(Kind.MARKETING):
            return _DIGITAL
        if of_lists and otherwise == ANY and not self.has(Kind.MARKETING):
            otherwise = frozenset(way for kind, way in _LISTS if self.has(kind)) or ANY
        return otherwise if not self.has(Kind.OTHER) or self.has(Kind.MARKETING) else NONE


def clauses(text: str) -> tuple[Clause, ...]:
    """Return the clauses of a folded text that say something."""
    parts = (tokens(part) for part in _CLAUSES.split(text))
    return tuple(Clause(part) for part in parts if part)


def _named(words: Sequence[Token]) -> Ways:
    found = (CHANNELS[kind] for token in words for kind in token.kinds if kind in CHANNELS)
    return frozenset().union(*found)


@lru_cache(maxsize=65536)
def channels_in(text: str) -> Ways:
    """Return the channels a text names."""
    return frozenset().union(*(clause.channels | clause.excepted for clause in clauses(fold(text))))


def together(told: Sequence[Said]) -> Said:
    """Return what several clauses or cells say together: the strictest word holds, channel by channel."""
    if len(told) == 1:
        return told[0]
    forbidden = frozenset().union(*(said.forbidden for said in told))
    allowed = frozenset().union(*(said.allowed for said in told)) - forbidden
    state = max((said.state for said in told), key=lambda state: state.severity, default=CustomerState.IN_FORCE)
    stances = {said.stance for said in told}
    stance = next((s for s in (Stance.FORBIDDEN, Stance.ALLOWED) if s in stances), Stance.UNKNOWN)
    days = [said.day for said in told if said.day]
    return Said(stance, allowed, forbidden, state, max(days, default=None), all(said.understood for said in told))


def spoken(parts: Sequence[Clause], otherwise: Ways = ANY, everywhere: Ways = ANY) -> Iterator[Said]:
    """Yield what the clauses say that speak for themselves, whatever column they stand in.

    `otherwise` are the channels meant where a clause names none; `everywhere` are all that "only" leaves out of.
    """
    before: tuple[Clause, Said] | None = None
    for clause in parts:
        said = _spoken(clause, otherwise, everywhere)
        if said is None and before is not None and _continues(clause):
            said = _as_before(before, clause)
        if said is not None:
            before = clause, said
            yield said


def _spoken(clause: Clause, otherwise: Ways, everywhere: Ways) -> Said | None:
    if clause.has(Kind.ONLY) and clause.channels and clause.turn == 0:
        left = everywhere - clause.channels
        return Said(Stance.FORBIDDEN if left else Stance.ALLOWED, clause.channels, left)
    if clause.turn == 2:
        return Said()
    if clause.turn == 1 and (clause.has(Kind.BAN, Kind.ADDRESS_SECRET) or clause.is_about_contact or clause.allows):
        return Said(Stance.FORBIDDEN, NONE, clause.ways(otherwise, of_lists=False) - clause.excepted)
    if clause.turn == 1 and clause.has(Kind.WITHDRAWN, Kind.REFUSE):
        return Said(Stance.FORBIDDEN, NONE, clause.ways(otherwise, of_lists=False))
    if (
        clause.turn == 0
        and clause.allows
        and not clause.has(Kind.PENDING)
        and not clause.kinds <= {Kind.PERMIT, Kind.WANT, Kind.YES, Kind.AUX}
    ):
        ways = clause.ways(otherwise, of_lists=False) - clause.excepted
        return Said(Stance.FORBIDDEN if clause.excepted else Stance.ALLOWED, ways, clause.excepted)
    return None


def _continues(clause: Clause) -> bool:
    """Tell whether a clause goes on with what the one before began: "ei sähköpostia, tekstiviestejä"."""
    return bool(clause.channels) and clause.turn == 0 and not clause.has(Kind.YES, Kind.NO, Kind.ONLY)


def _as_before(before: tuple[Clause, Said], clause: Clause) -> Said | None:
    said = before[1]
    if not before[0].channels:
        return None
    if said.forbidden and not said.allowed:
        return Said(Stance.FORBIDDEN, NONE, clause.channels)
    return Said(Stance.ALLOWED, clause.channels) if said.allowed and not said.forbidden else None
