"""Turns the decisions into the cleaned register: fixes first, survivorship among them, then what leaves and comes."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from tikissa.model.analysis import RecordKeys
from tikissa.model.decision import (
    AddItem,
    Decision,
    DecisionLog,
    ExcludeItem,
    FixItem,
    Item,
    MergeItem,
    NewCell,
    RetireItem,
    Verdict,
)
from tikissa.model.outcome import Outcome
from tikissa.model.register import Register
from tikissa.review.bulk import of_kind
from tikissa.review.changes import Changes
from tikissa.review.new_columns import new_columns
from tikissa.review.per_decision import PerDecision
from tikissa.review.play import Play
from tikissa.review.played import Wanted
from tikissa.review.styles import accepted_in, setting_of

_Items = Sequence[Item]
Counting = Sequence[tuple[int, Decision]]
"""The decisions in force that change something, with their numbers."""


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
        counting = [pair for pair in log.in_force if pair[1].verdict in (Verdict.ACCEPTED, Verdict.EDITED)]
        play = self._play
        play.fix([*self._fixes(counting)])
        play.merge([*self._items(counting, MergeItem)])
        play.retire([*self._items(counting, RetireItem)])
        play.add([*self._items(counting, AddItem)])
        changed, leaving = play.hand_out()
        added = tuple(play.added.values())
        excluded = [item for *_, items in self._items(counting, ExcludeItem) for item in items]
        exclusions = tuple(item for item in excluded if isinstance(item, ExcludeItem))
        columns = new_columns(play.register, play.keys, leaving, self._items(counting, NewCell))
        return Outcome(play.register, changed, leaving, Changes(play.steps, leaving), added, exclusions, columns)

    def _items(self, counting: Counting, kind: type[Item]) -> Iterator[Wanted]:
        for number, decision in counting:
            if items := self._sorted.of(number, decision)[kind]:
                yield number, decision, items

    def _fixes(self, counting: Counting) -> Iterator[Wanted]:
        styles = {name: style for pair in counting for name, style in self._styles.of(*pair).items()}
        for number, decision, items in self._items(counting, FixItem):
            if in_style := self._in_style(number, decision, styles, items):
                yield number, decision, in_style

    def _in_style(self, number: int, decision: Decision, styles: Mapping[str, str], items: _Items) -> _Items:
        """Return a decision's fixes without those written in a style for which another was accepted since."""
        own = self._styles.of(number, decision)
        others = frozenset(name for name, style in own.items() if styles[name] != style)
        if not others:
            return items
        return self._without.setdefault(others, PerDecision(partial(_without, others))).of(number, decision)


def _without(settings: frozenset[str], decision: Decision) -> _Items:
    return tuple(item for item in decision.items if isinstance(item, FixItem) and setting_of(item) not in settings)


def _by_kind(decision: Decision) -> Mapping[type[Item], _Items]:
    kinds = (FixItem, MergeItem, RetireItem, AddItem, ExcludeItem, NewCell)
    return {kind: of_kind(decision.items, kind) for kind in kinds}
