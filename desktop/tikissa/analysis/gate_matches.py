"""Finds which customer of the register each new row is, and what makes that doubtful."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tikissa.analysis.gate_sides import CONTACTS, IDENTIFIERS, TELL_APART, Both
from tikissa.analysis.linkage import rows_below
from tikissa.matching.comparing.comparison_levels import LEVELS, Stance
from tikissa.model.finding import Reason
from tikissa.model.matching import CandidatePair, Cluster, MatchWeight
from tikissa.model.progress import Tick, nothing, ticking
from tikissa.model.record import RecordId

SURE = 0.97
"""From this probability on a row is taken to be the customer, where nothing tells otherwise."""

PROBABLE = 0.9
"""From this probability on a row is told as the customer's where nothing speaks against it, as one to look at; below it
whether it is one at all is asked."""

LIKELY = Reason("gate.likely")
SAME_COMPANY = Reason("gate.same_company")
SEVERAL_CUSTOMERS = Reason("gate.several_customers")

_OFTEN = 300

_WHO = ("kind", "generation", "given_name", "surname", "company", "legal_form")
_ONE_PERSONS = ("number", "business_id", "identity_code")

_BESIDE_CONTACT = ("number", *TELL_APART)

_ENOUGH = 10
_BY_CHANCE = 0.2
"""From so many numbers on that both files have, fewer of one customer than this share are a matter of chance."""


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
    probable: bool = False
    """True where it is nearly sure and no more: nothing is taken over from such a row without a look at it."""


def matches(both: Both, clusters: Sequence[Cluster], size: int, rows: int, tick: Tick = nothing) -> list[Match | None]:
    """Return each new row's match; `clusters` are of both files stacked, the first `size` records the register's."""
    found = {record: match for cluster in clusters for record, match in _engine_matches(both, cluster, size)}
    return [_with_identifiers(both, record, found.get(record)) for record in ticking(range(rows), tick, _OFTEN)]


def repeated(clusters: Iterable[Cluster], size: int) -> Iterator[tuple[RecordId, ...]]:
    """Yield the new rows that are one customer more than once."""
    for cluster in clusters:
        rows = rows_below(cluster, size)
        if len(rows) > 1:
            yield rows


def counts_its_own(both: Both, rows: int, tick: Tick = nothing) -> bool:
    """Say whether the new file's customer numbers are a count of its own: where they meet the register's, it is nearly
    always somebody else's."""
    tick()
    meeting = [(record, holder) for record in range(rows) for holder in both.holders(record, "number")]
    same = sum(
        both.shared_name(record, known) or both.shared(record, known, (*CONTACTS, *TELL_APART))
        for record, known in ticking(meeting, tick, _OFTEN)
    )
    return len(meeting) >= _ENOUGH and same < _BY_CHANCE * len(meeting)


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
        unsure = not cluster.safe and not _is_sure(both, record - size, best)
        probable = unsure and best is not None and best.probability >= PROBABLE
        if unsure and not probable:
            doubts.append(LIKELY)
        weights = best.weights if best else cluster.evidence
        yield record - size, Match(chosen, tuple(doubts), weights, others, probable=probable)


def _nearness(both: Both, record: int, pair: CandidatePair) -> tuple[bool, int, float]:
    """Of a customer's rows the one comes closest that nothing contradicts and that shares most of what is its own."""
    shared = sum(both.shared(record, pair.first, (name,)) for name, *_ in IDENTIFIERS)
    return not any(both.contradictions(record, pair.first)), shared, pair.probability


def _is_one(pairs: Mapping[tuple[RecordId, RecordId], CandidatePair], first: RecordId, second: RecordId) -> bool:
    """Say whether two rows of the register are plainly one customer."""
    pair = pairs.get((min(first, second), max(first, second)))
    return pair is not None and pair.probability >= SURE


def _is_sure(both: Both, record: int, pair: CandidatePair | None) -> bool:
    """Say whether a pair is likely enough, and nothing in who they are speaks against it."""
    if pair is None or pair.probability < SURE:
        return False
    if any(_differs(weight, _WHO) for weight in pair.weights):
        return False
    return not _may_be_branch(both, record, pair)


def _may_be_branch(both: Both, record: int, pair: CandidatePair) -> bool:
    """The same company at another street is not sure by itself: its own phone or e-mail address shows that it moved."""
    apart = any(_differs(weight, ("street", "postal_code")) for weight in pair.weights)
    company = any(weight.comparison in ("company", "business_id") for weight in pair.weights)
    return apart and company and not both.shared(record, pair.first, CONTACTS)


def _differs(weight: MatchWeight, comparisons: Sequence[str]) -> bool:
    stances = {level.name: level.stance for level in LEVELS.get(weight.comparison, ())}
    return weight.comparison in comparisons and stances.get(weight.level) is Stance.DIFFERENT


def _by_contact_alone(both: Both, record: int) -> Match | None:
    """Find the customers of a row that is an e-mail address or a phone and no name, as in a file of those who left a
    newsletter: they are there already, all that have it."""
    if both.new.name(record) or any(both.new.keys(record, name) for name in _BESIDE_CONTACT):
        return None
    found = [both.holders_at_all(record, name) for name in CONTACTS if both.new.keys(record, name)]
    if not found or not all(found):
        return None
    agreed = [known for known in found[0] if all(known in holders for holders in found)]
    return Match(agreed[0], others=tuple(agreed[1:])) if agreed else None


def _with_identifiers(both: Both, record: int, match: Match | None) -> Match | None:
    """Return the match with what the values say that are one customer's own."""
    if alone := _by_contact_alone(both, record):
        return alone
    match = match or _by_number(both, record) or _by_contact(both, record)
    customers = {match.known, *match.others} if match else set()
    doubts = []
    for name in _ONE_PERSONS:
        elsewhere = both.holders(record, name)
        if elsewhere and customers.isdisjoint(elsewhere):
            same_company = name == "business_id" and both.shared_name(record, elsewhere[0])
            doubts.append(SAME_COMPANY if same_company else Reason(f"gate.{name}_of_another"))
            match = match or Match(elsewhere[0], likely=False)
    strangers = _contact_of_strangers(both, record, match)
    if strangers:
        doubts.append(SEVERAL_CUSTOMERS)
        match = match or Match(strangers[0], others=tuple(strangers[1:]), likely=False)
    if match is None:
        return _of_known_company(both, record)
    proven = _proven_by_number(both, record, match)
    known = [doubt for doubt in match.doubts if doubt != LIKELY or not proven]
    return replace(match, doubts=tuple(dict.fromkeys((*known, *doubts))), probable=match.probable and not proven)


def _of_known_company(both: Both, record: int) -> Match | None:
    """Find the company of a row that is nobody the register has: a new contact person or branch."""
    rows = both.same_company(record)
    return Match(rows[0], (SAME_COMPANY,), others=rows[1:], likely=False) if rows else None


def _proven_by_number(both: Both, record: int, match: Match) -> bool:
    """Say whether the register's own number of the customer stands on a row of the same name."""
    return match.known in both.holders(record, "number") and both.same_name(record, match.known)


def _by_number(both: Both, record: int) -> Match | None:
    """Find the customer by the number, where the row is not evidently somebody else."""
    for known in both.holders(record, "number"):
        same_name = both.same_name(record, known)
        shared = both.shared(record, known, (*CONTACTS, "business_id", "identity_code"))
        if same_name or shared or both.shared_name(record, known):
            sure = same_name or (shared and both.shared_name(record, known))
            doubts = both.contradictions(record, known)
            return Match(known, (*doubts, *(() if sure else (LIKELY,))))
    return None


def _by_contact(both: Both, record: int) -> Match | None:
    """Find a customer of the same name and address whom something else sets apart, or who has a namesake there."""
    for known in dict.fromkeys(each for name in CONTACTS for each in both.holders(record, name)):
        if both.same_name(record, known):
            doubts = tuple(both.contradictions(record, known))
            return Match(known, doubts or (LIKELY,))
    return None


def _contact_of_strangers(both: Both, record: int, match: Match | None) -> list[RecordId]:
    """Return whose the row's e-mail address or phone is, where that is a customer of another name than the match, or
    two customers."""
    customers = {match.known, *match.others} if match else set()
    found = [set(both.holders(record, name)) - customers for name in CONTACTS]
    if match is None:
        email, phone = found
        return sorted(email)[:1] + sorted(phone)[:1] if email and phone and email.isdisjoint(phone) else []
    whole = [set(both.holders(record, name)) for name in CONTACTS]
    others = {each for holders in whole if holders.isdisjoint(customers) for each in holders}
    return sorted(each for each in others if not both.shared_name(record, each))
