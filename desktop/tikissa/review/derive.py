"""Turns the decisions into the cleaned register: fixes first, survivorship among them, then what leaves and comes."""

from collections.abc import Iterator
from itertools import takewhile

from tikissa.model.analysis import RecordKeys
from tikissa.model.decision import AddItem, Decision, DecisionLog, FixItem, Item, MergeItem, RetireItem, Verdict
from tikissa.model.outcome import Outcome
from tikissa.model.register import Register
from tikissa.review.changes import Changes
from tikissa.review.per_decision import PerDecision
from tikissa.review.play import Play, Step

_ORDER = (FixItem, MergeItem, RetireItem, AddItem)
"""What is played first, whenever it was decided."""

_Items = tuple[Item, ...]


def derive(register: Register, keys: RecordKeys, log: DecisionLog) -> Outcome:
    """Return what the decisions in force make of the register.

    Items about records or columns the register does not hold have no effect. A fix is applied only where the cell
    still says what the fix was proposed for; an edit by hand always is.
    """
    return Derivation(register, keys).outcome(log)


class Derivation:
    """Derives again and again for one register: goes back only to where the log differs from the one before."""

    def __init__(self, register: Register, keys: RecordKeys) -> None:
        self._play = Play(register, keys)
        self._sorted = PerDecision(_by_kind)

    def outcome(self, log: DecisionLog) -> Outcome:
        wanted = tuple(self._wanted(log))
        pairs = zip(self._play.steps, wanted, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0].is_of(*pair[1]), pairs))
        self._play.go_back_to(same)
        for number, decision, items in wanted[same:]:
            self._play.go_on(Step(number, decision, items))
        return self._snapshot()

    def _wanted(self, log: DecisionLog) -> Iterator[tuple[int, Decision, _Items]]:
        """Yield the parts of the decisions in force in the order of play."""
        for place in range(len(_ORDER)):
            for number, decision in log.in_force:
                counts = decision.verdict in (Verdict.ACCEPTED, Verdict.EDITED)
                if counts and (items := self._sorted.of(number, decision)[place]):
                    yield number, decision, items

    def _snapshot(self) -> Outcome:
        play = self._play
        changed = {name: dict(cells) for name, cells in play.changed.items() if cells}
        leaving = dict(play.leaving)
        return Outcome(play.register, changed, leaving, Changes(tuple(play.steps), leaving), tuple(play.added.values()))


def _by_kind(decision: Decision) -> tuple[_Items, ...]:
    return tuple(tuple(item for item in decision.items if isinstance(item, kind)) for kind in _ORDER)
