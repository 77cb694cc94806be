"""Which later choices touch the rows of an earlier one, told before that one is taken back."""

from tikissa.model.decision import AskedAgain, Decision, DecisionLog, FixItem, Item, Judgement, MergeItem, RetireItem
from tikissa.model.record import RecordKey


def keys_of(item: Item) -> tuple[RecordKey, ...]:
    """Return the rows an item is about."""
    match item:
        case FixItem() | RetireItem():
            return (item.record,)
        case MergeItem():
            return item.records
        case Judgement() | AskedAgain():
            return (item.first, item.second)
    return ()


def later_choices(log: DecisionLog, number: int) -> tuple[int, ...]:
    """Return the numbers of the later decisions in force on the same rows: they were made in sight of this one."""
    decision = log.events[number]
    if not isinstance(decision, Decision):
        return ()
    keys = _keys(decision)
    return tuple(other for other, later in log.in_force if other > number and keys & _keys(later))


def _keys(decision: Decision) -> frozenset[RecordKey]:
    return frozenset(key for item in decision.items for key in keys_of(item))
