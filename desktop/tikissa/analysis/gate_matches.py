"""Finds which customer of the register each new row is, and what makes that doubtful."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tikissa.analysis.news import words_of_name
from tikissa.matching.identifiers import (
    business_id_key,
    customer_number_key,
    date_key,
    email_key,
    identity_code_key,
    phone_key,
)
from tikissa.matching.levels import LEVELS, Stance
from tikissa.model.finding import Reason
from tikissa.model.matching import CandidatePair, Cluster, MatchWeight
from tikissa.model.progress import Tick, nothing, ticking
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema

SURE = 0.97
"""From this probability on a row is taken to be the customer, where nothing tells otherwise."""

LIKELY = Reason("gate.likely")
SEVERAL_CUSTOMERS = Reason("gate.several_customers")

_OFTEN = 300

_SHARED_BY = 2
"""An address or a number that more rows of the register have is a house's or an office's, nobody's own."""

_NAMES = (Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.COMPANY)
_WHO = ("kind", "generation", "given_name", "surname", "company", "legal_form")

Key = Callable[[str], str]

IDENTIFIERS: tuple[tuple[str, tuple[Meaning, ...], Key], ...] = (
    ("number", (Meaning.CUSTOMER_NUMBER,), customer_number_key),
    ("business_id", (Meaning.BUSINESS_ID, Meaning.VAT_NUMBER), business_id_key),
    ("identity_code", (Meaning.IDENTITY_CODE,), identity_code_key),
    ("birth_date", (Meaning.DATE_OF_BIRTH,), date_key),
    ("email", (Meaning.EMAIL,), email_key),
    ("phone", (Meaning.PHONE,), phone_key),
)
_ONE_PERSONS = ("number", "business_id", "identity_code")
_TELL_APART = ("business_id", "identity_code", "birth_date")
_CONTACTS = ("email", "phone")


@dataclass(frozen=True, slots=True)
class Match:
    """The register's record a new row comes closest to. `others` are further rows of the same customer there; `doubts`
    say why it cannot be said safely that this is the customer, none where it can."""

    known: RecordId
    doubts: tuple[Reason, ...] = ()
    weights: tuple[MatchWeight, ...] = ()
    others: tuple[RecordId, ...] = ()
    likely: bool = True
    """False where only a value that should be one customer's own leads there."""


class Persons:
    """Who the rows of one file are: their names, and the values that are one customer's own."""

    def __init__(self, register: Register, schema: Schema) -> None:
        self._register = register
        self._names = schema.columns_of(*_NAMES)
        self._columns = {name: (schema.columns_of(*meanings), key) for name, meanings, key in IDENTIFIERS}

    def name(self, record: int) -> frozenset[str]:
        found = (words_of_name(self._register.text(record, column)) for column in self._names)
        return frozenset[str]().union(*found)

    def keys(self, record: int, identifier: str) -> frozenset[str]:
        columns, key = self._columns[identifier]
        return frozenset(filter(None, (key(self._register.text(record, column)) for column in columns)))

    @cached_property
    def holders(self) -> Mapping[str, Mapping[str, tuple[RecordId, ...]]]:
        """Return the records that hold each value, by identifier and value."""
        return {name: self._holders(*self._columns[name]) for name in self._columns}

    def _holders(self, columns: Sequence[str], key: Key) -> dict[str, tuple[RecordId, ...]]:
        found: dict[str, dict[RecordId, None]] = defaultdict(dict)
        for column in columns:
            cells = self._register.cells_of(column)
            keys = [key(text) if text else "" for text in cells.texts.tolist()]
            for record, code in enumerate(cells.codes.tolist()):
                if keys[code]:
                    found[keys[code]][RecordId(record)] = None
        return {value: tuple(records) for value, records in found.items()}


@dataclass(frozen=True, slots=True)
class Both:
    """The two files as who is compared with whom. `numbers_count` is false where the new file counts its own."""

    known: Persons
    new: Persons
    numbers_count: bool = True

    def holders(self, record: int, identifier: str) -> tuple[RecordId, ...]:
        """Return the register's records that hold a value of a new row, none where too many do."""
        if identifier == "number" and not self.numbers_count:
            return ()
        index = self.known.holders[identifier]
        found = dict.fromkeys(each for key in self.new.keys(record, identifier) for each in index.get(key, ()))
        return tuple(found) if identifier not in _CONTACTS or len(found) <= _SHARED_BY else ()

    def same_name(self, record: int, known: int) -> bool:
        """Say whether one name holds all the words of the other, two at the least where both have as many."""
        mine, theirs = self.new.name(record), self.known.name(known)
        shared = len(mine & theirs)
        return shared > 0 and shared == min(len(mine), len(theirs)) and shared >= min(2, max(len(mine), len(theirs)))

    def shared_name(self, record: int, known: int) -> bool:
        return bool(self.new.name(record) & self.known.name(known))

    def shared(self, record: int, known: int, identifiers: Iterable[str]) -> bool:
        return any(self.new.keys(record, name) & self.known.keys(known, name) for name in identifiers)

    def contradictions(self, record: int, known: int) -> Iterator[Reason]:
        """Yield what tells two customers apart: both have it, and it is not the same."""
        for name in _TELL_APART:
            mine, theirs = self.new.keys(record, name), self.known.keys(known, name)
            if mine and theirs and not mine & theirs:
                yield Reason(f"gate.other_{name}")


def matches(both: Both, clusters: Sequence[Cluster], size: int, rows: int, tick: Tick = nothing) -> list[Match | None]:
    """Return each new row's match; `clusters` are of both files stacked, the first `size` records the register's."""
    found = {record: match for cluster in clusters for record, match in _engine_matches(both, cluster, size)}
    return [_with_identifiers(both, record, found.get(record)) for record in ticking(range(rows), tick, _OFTEN)]


def repeated(clusters: Iterable[Cluster], size: int) -> Iterator[tuple[RecordId, ...]]:
    """Yield the new rows that are one customer more than once."""
    for cluster in clusters:
        rows = tuple(RecordId(record - size) for record in cluster.records if record >= size)
        if len(rows) > 1:
            yield rows


def counts_its_own(both: Both, rows: int, tick: Tick = nothing) -> bool:
    """Say whether the new file's customer numbers are a count of its own: where they meet the register's, it is nearly
    always somebody else's."""
    tick()
    meeting = [(record, holder) for record in range(rows) for holder in both.holders(record, "number")]
    same = sum(
        both.shared_name(record, known) or both.shared(record, known, (*_CONTACTS, *_TELL_APART))
        for record, known in ticking(meeting, tick, _OFTEN)
    )
    return len(meeting) >= _ENOUGH and same < _BY_CHANCE * len(meeting)


_ENOUGH = 10
_BY_CHANCE = 0.2


def _engine_matches(both: Both, cluster: Cluster, size: int) -> Iterator[tuple[int, Match]]:
    known = [record for record in cluster.records if record < size]
    if not known:
        return
    pairs = {(pair.first, pair.second): pair for pair in cluster.pairs}
    for record in (record for record in cluster.records if record >= size):
        mine = [pair for pair in cluster.pairs if pair.second == record and pair.first < size]
        best = max(mine, key=lambda pair: _nearness(both, record - size, pair), default=None)
        chosen = best.first if best else known[0]
        others = tuple(other for other in known if other != chosen)
        doubts = [*both.contradictions(record - size, chosen)]
        if any(not _is_one(pairs, chosen, other) for other in others):
            doubts.append(SEVERAL_CUSTOMERS)
        if not cluster.safe and not _is_sure(both, record - size, best):
            doubts.append(LIKELY)
        yield record - size, Match(chosen, tuple(doubts), best.weights if best else cluster.evidence, others)


def _nearness(both: Both, record: int, pair: CandidatePair) -> tuple[bool, int, float]:
    """Of a customer's rows the one comes closest that nothing contradicts and that shares most of what is its own."""
    shared = sum(both.shared(record, pair.first, (name,)) for name, *_ in IDENTIFIERS)
    return not any(both.contradictions(record, pair.first)), shared, pair.probability


def _is_one(pairs: Mapping[tuple[RecordId, RecordId], CandidatePair], first: RecordId, second: RecordId) -> bool:
    """Say whether two rows of the register are plainly one customer."""
    pair = pairs.get((min(first, second), max(first, second)))
    return pair is not None and pair.probability >= SURE


def _is_sure(both: Both, record: int, pair: CandidatePair | None) -> bool:
    """Say whether nothing in who they are speaks against a likely pair; an own value shared makes up for a new name."""
    if pair is None or pair.probability < SURE:
        return False
    if any(_differs(weight, _WHO) for weight in pair.weights):
        return False
    return not _may_be_branch(both, record, pair)


def _may_be_branch(both: Both, record: int, pair: CandidatePair) -> bool:
    """The same company at another street is not sure by itself: its own phone or e-mail address shows that it moved."""
    apart = any(_differs(weight, ("street", "postal_code")) for weight in pair.weights)
    company = any(weight.comparison in ("company", "business_id") for weight in pair.weights)
    return apart and company and not both.shared(record, pair.first, _CONTACTS)


def _differs(weight: MatchWeight, comparisons: Sequence[str]) -> bool:
    stances = {level.name: level.stance for level in LEVELS.get(weight.comparison, ())}
    return weight.comparison in comparisons and stances.get(weight.level) is Stance.DIFFERENT


def _with_identifiers(both: Both, record: int, match: Match | None) -> Match | None:
    """Return the match with what the values say that are one customer's own."""
    match = match or _by_number(both, record) or _by_contact(both, record)
    customers = {match.known, *match.others} if match else set()
    doubts = []
    for name in _ONE_PERSONS:
        elsewhere = [holder for holder in both.holders(record, name) if holder not in customers]
        if elsewhere and customers.isdisjoint(both.holders(record, name)):
            same_company = name == "business_id" and both.shared_name(record, elsewhere[0])
            doubts.append(Reason("gate.same_company" if same_company else f"gate.{name}_of_another"))
            match = match or Match(elsewhere[0], likely=False)
    strangers = _contact_of_strangers(both, record, match)
    if strangers:
        doubts.append(SEVERAL_CUSTOMERS)
        match = match or Match(strangers[0], others=tuple(strangers[1:]), likely=False)
    if match is None:
        return None
    known = [doubt for doubt in match.doubts if doubt != LIKELY or not _proven_by_number(both, record, match)]
    return replace(match, doubts=tuple(dict.fromkeys((*known, *doubts))))


def _proven_by_number(both: Both, record: int, match: Match) -> bool:
    """Say whether the register's own number of the customer stands on a row of the same name."""
    return match.known in both.holders(record, "number") and both.same_name(record, match.known)


def _by_number(both: Both, record: int) -> Match | None:
    """Find the customer by the number, where the row is not evidently somebody else."""
    for known in both.holders(record, "number"):
        same_name = both.same_name(record, known)
        shared = both.shared(record, known, (*_CONTACTS, "business_id", "identity_code"))
        if same_name or shared or both.shared_name(record, known):
            sure = same_name or (shared and both.shared_name(record, known))
            doubts = both.contradictions(record, known)
            return Match(known, (*doubts, *(() if sure else (LIKELY,))))
    return None


def _by_contact(both: Both, record: int) -> Match | None:
    """Find a customer of the same name and address whom something else sets apart, or who has a namesake there."""
    for known in dict.fromkeys(each for name in _CONTACTS for each in both.holders(record, name)):
        if both.same_name(record, known):
            doubts = tuple(both.contradictions(record, known))
            return Match(known, doubts or (LIKELY,))
    return None


def _contact_of_strangers(both: Both, record: int, match: Match | None) -> list[RecordId]:
    """Return whose the row's e-mail address or phone is, where that is a customer of another name than the match, or
    two customers."""
    customers = {match.known, *match.others} if match else set()
    found = [set(both.holders(record, name)) - customers for name in _CONTACTS]
    if match is None:
        email, phone = found
        return sorted(email)[:1] + sorted(phone)[:1] if email and phone and email.isdisjoint(phone) else []
    whole = [set(both.holders(record, name)) for name in _CONTACTS]
    others = {each for holders in whole if holders.isdisjoint(customers) for each in holders}
    return sorted(each for each in others if not both.shared_name(record, each))
