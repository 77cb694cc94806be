"""The log of decisions: what Ctrl+Z takes back and what Ctrl+Y puts back."""

from builders import DECIDER, NOW, analysis, fix, log, register
from tikissa.model.decision import DecisionLog, Event, Redo, Undo

FOUND = analysis(register({"Nimi": ["a", "b"]}), [fix(0, "Nimi", "a", "A"), fix(1, "Nimi", "b", "B")])
TWO = log(*(DECIDER.fixes(FOUND.keys, [each]) for each in FOUND.fixes))


def _after(*events: Event) -> DecisionLog:
    found = TWO
    for event in events:
        found = found.append(event)
    return found


def test_the_last_decision_undone_is_the_first_put_back() -> None:
    undone = _after(Undo(1, NOW, "user"), Undo(0, NOW, "user"))
    assert (undone.next_undo, undone.next_redo) == (None, 0)
    again = undone.append(Redo(0, NOW, "user"))
    assert (again.next_undo, again.next_redo) == (0, 1)


def test_after_a_new_decision_nothing_undone_before_is_put_back() -> None:
    assert _after(Undo(1, NOW, "user"), DECIDER.fixes(FOUND.keys, FOUND.fixes)).next_redo is None


def test_a_decision_put_back_alone_after_a_newer_one_leaves_nothing_to_redo() -> None:
    found = _after(Undo(1, NOW, "user"), DECIDER.fixes(FOUND.keys, FOUND.fixes), Redo(1, NOW, "user"))
    assert found.next_redo is None
    assert [number for number, _ in found.in_force] == [0, 1, 3]
