"""Which kinds of suggestions were accepted as a whole on a visit: what a month's round may accept again unasked.

A kind is what the window shows as one card, told apart by whether the program was sure: a guess is not accepted because
a sure fix of the same rule was. It is whole when every suggestion of it that the visit itself brought was accepted.
"""

import json
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tikissa.model.analysis import Analysis
from tikissa.model.decision import Decision, DecisionLog, FixItem, Item, MergeItem, Verdict
from tikissa.model.proposal import Fix, ProposalId, fix_id, merge_id
from tikissa.review.bulk import Proposed

SAFE_MERGES = "merge.safe"
_GUESS = "?"
"""Follows the code of fixes the program was not sure of."""

_BYTES = 5
"""So many bytes of a proposal's id tell it from the others of a visit."""

Answers = Mapping[str, bool]
"""Of each kind that was answered on a visit, whether it was accepted as a whole."""

Found = Mapping[str, frozenset[bytes]]
"""The proposals of a visit by their kind, each as the beginning of its id."""


def kind_of(fix: Fix) -> str:
    """Return the kind a fix is counted under: its reason's code, guesses apart from what is safe."""
    return fix.reason.code if fix.safe else fix.reason.code + _GUESS


def code_of(kind: str) -> str:
    """Return the code by which a kind has its words."""
    return kind.removesuffix(_GUESS)


def found(analysis: Analysis, before: Found) -> Found:
    """Return what an analysis proposes; groups found `before` on the same visit stay, so that one that was refused is
    not forgotten when it is proposed no more."""
    kinds: dict[str, list[ProposalId]] = defaultdict(list)
    for fix in analysis.fixes:
        kinds[kind_of(fix)].append(fix.id)
    merges = (merge.id for merge in analysis.merges if merge.safe)
    kinds[SAFE_MERGES] = [*merges]
    by_kind = {kind: frozenset(_begin(proposal) for proposal in ids) for kind, ids in kinds.items()}
    by_kind[SAFE_MERGES] |= before.get(SAFE_MERGES, frozenset())
    return {kind: ids for kind, ids in by_kind.items() if ids}


def answers(proposed: Found, log: DecisionLog, carried: range = range(0)) -> Answers:
    """Return what a visit answered of what was proposed; the events numbered `carried` came from earlier visits, and
    what they settle is no answer of this one. What was taken back counts as refused."""
    brought, accepted, refused = set[bytes](), set[bytes](), set[bytes]()
    taken_back = log.taken_back
    for number, event in enumerate(log.events):
        if isinstance(event, Decision):
            yes, no = (set(map(_begin, ids)) for ids in _settled(event))
            if number in carried:
                brought |= yes | no
            elif number in taken_back:
                refused |= yes
            else:
                accepted, refused = (accepted | yes) - no, (refused | no) - yes
    own = {kind: ids - brought for kind, ids in proposed.items()}
    return {kind: ids <= accepted for kind, ids in own.items() if ids & (accepted | refused)}


def as_before(visits: Iterable[Answers]) -> frozenset[str]:
    """Return the kinds that were accepted as a whole each time they were answered."""
    wholly: dict[str, bool] = {}
    for visit in visits:
        for kind, whole in visit.items():
            wholly[kind] = wholly.get(kind, True) and whole
    return frozenset(kind for kind, whole in wholly.items() if whole)


def found_as_text(proposed: Found) -> str:
    """Return what was proposed as one line to be kept; `found_from_text` is the way back."""
    return json.dumps({kind: b64encode(b"".join(sorted(ids))).decode() for kind, ids in proposed.items()})


def found_from_text(text: str | None) -> Found:
    """Return what was found as it was kept, nothing where it was not."""
    kept = _json(text)
    return {kind: _ids(ids) for kind, ids in kept.items() if isinstance(ids, str)} if isinstance(kept, dict) else {}


def answers_as_text(visits: Sequence[Answers]) -> str:
    """Return what was answered on each visit as one line to be kept; `answers_from_text` is the way back."""
    return json.dumps([*map(dict, visits)])


def answers_from_text(text: str | None) -> tuple[Answers, ...]:
    """Return what was answered on each visit; what cannot be read counts as nothing."""
    kept = _json(text)
    visits = kept if isinstance(kept, list) else []
    return tuple(
        {str(kind): whole for kind, whole in visit.items() if isinstance(whole, bool)}
        for visit in visits
        if isinstance(visit, dict)
    )


def _settled(decision: Decision) -> tuple[list[ProposalId], list[ProposalId]]:
    """Return the proposals a decision accepts as they were made, and those it settles otherwise."""
    if decision.verdict is Verdict.LATER:
        return [], []
    if isinstance(decision.items, Proposed) and decision.verdict is Verdict.ACCEPTED:
        return (decision.items.ids, []) if decision.items.made in (FixItem, MergeItem) else ([], [])
    accepted, others = list[ProposalId](), list[ProposalId]()
    for item, proposal in _on_proposals(decision.items):
        is_whole = decision.verdict is not Verdict.DECLINED and _is_as_proposed(item)
        (accepted if is_whole else others).append(proposal)
    return accepted, others


def _on_proposals(items: Iterable[Item]) -> Iterator[tuple[FixItem | MergeItem, ProposalId]]:
    for item in items:
        if isinstance(item, FixItem | MergeItem) and item.proposal is not None:
            yield item, item.proposal


def _is_as_proposed(item: FixItem | MergeItem) -> bool:
    if isinstance(item, MergeItem):
        return item.proposal == merge_id(item.records)
    return item.proposal == fix_id(item.record, item.changes, item.reason.code)


def _begin(proposal: ProposalId) -> bytes:
    return bytes.fromhex(proposal[: 2 * _BYTES])


def _ids(text: str) -> frozenset[bytes]:
    try:
        joined = b64decode(text, validate=True)
    except ValueError:
        return frozenset()
    return frozenset(joined[place : place + _BYTES] for place in range(0, len(joined), _BYTES))


def _json(text: str | None) -> object:
    try:
        return json.loads(text or "null")
    except (ValueError, RecursionError):
        return None
