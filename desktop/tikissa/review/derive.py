"""Turns the decisions into the cleaned register: fixes first, survivorship among them, then what leaves and comes."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import takewhile

from tikissa.model.analysis import RecordKeys
from tikissa.model.decision import AddItem, Decision, DecisionLog, FixItem, Item, MergeItem, RetireItem, Verdict
from tikissa.model.outcome import Outcome
from tikissa.model.register import Register
from tikissa.review.changes import Changes
from tikissa.review.per_decision import PerDecision
from tikissa.review.play import Play, Step
from tikissa.review.styles import accepted_in, setting_of

_ORDER = (FixItem, MergeItem, RetireItem, AddItem)
"""What is played first, whenever it was decided."""

_Items = tuple[Item, ...]


def derive(register: Register, keys: RecordKeys, log: DecisionLog) -> Outcome:
    """Return what the decisions in force make of the register.

    Items about records or columns the register does not hold have no effect. A fix is applied only where the cell
    still says what the fix was proposed for, in the place of an earlier fix; an edit by hand always is.
    """
    return Derivation(register, keys).outcome(log)


class Derivation:
    """Derives again and again for one register: goes back only to where the log differs from the one before."""

    def __init__(self, register: Register, keys: RecordKeys) -> None:
        self._play = Play(register, keys)
        self._sorted = PerDecision(_by_kind)
        self._styles = PerDecision(accepted_in)
        self._without: dict[frozenset[str], PerDecision[_Items]] = {}

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
        counting = [pair for pair in log.in_force if pair[1].verdict in (Verdict.ACCEPTED, Verdict.EDITED)]
        styles = {name: style for pair in counting for name, style in self._styles.of(*pair).items()}
        for place, kind in enumerate(_ORDER):
            for number, decision in counting:
                items = self._sorted.of(number, decision)[place]
                if items and kind is FixItem:
                    items = self._in_style(number, decision, styles, items)
                if items:
                    yield number, decision, items

    def _in_style(self, number: int, decision: Decision, styles: Mapping[str, str], items: _Items) -> _Items:
        """Return a decision's fixes without those written in a style for which another was accepted since."""
        own = self._styles.of(number, decision)
        others = frozenset(name for name, style in own.items() if styles[name] != style)
        if not others:
            return items
        return self._without.setdefault(others, PerDecision(partial(_without, others))).of(number, decision)

    def _snapshot(self) -> Outcome:
        play = self._play
        changed = {name: dict(cells) for name, cells in play.changed.items() if cells}
        leaving = dict(play.leaving)
        return Outcome(play.register, changed, leaving, Changes(tuple(play.steps), leaving), tuple(play.added.values()))


def _without(settings: frozenset[str], decision: Decision) -> _Items:
    return tuple(item for item in decision.items if isinstance(item, FixItem) and setting_of(item) not in settings)


def _by_kind(decision: Decision) -> tuple[_Items, ...]:
    return tuple(tuple(item for item in decision.items if isinstance(item, kind)) for kind in _ORDER)
