"""What the decisions make of the register, whatever order they were made in."""

from hypothesis import given
from hypothesis import strategies as st

from builders import DECIDER, NOW, added_row, analysis, fix, keys, log, merge, register, retire, surviving
from tikissa.model.decision import DecisionLog, Redo, RetireAction, Sameness, Undo, Verdict
from tikissa.model.outcome import Fate, Outcome
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.review.derive import Derivation, derive
from tikissa.review.summary import summarise

ROWS = register(
    {
        "Nimi": ["Matti Virtanen", "VIRTANEN MATTI", "Aino Korpi", "Eero Lahti"],
        "Postinumero": ["100", "00100", "2150", "33100"],
        "Puhelin": ["040 123 4567", "040-1234567", "", "050 765 4321"],
    }
)
ZERO = fix(0, "Postinumero", "100", "00100", "postal_code.leading_zeros")
ESPOO = fix(2, "Postinumero", "2150", "02150", "postal_code.leading_zeros")
CAPITALS = fix(1, "Nimi", "VIRTANEN MATTI", "Virtanen Matti", "name.capitals")
SAME = merge([0, 1], [surviving("Puhelin", "040-1234567", 1), surviving("Nimi", "Matti Virtanen", 0)])
FOUND = analysis(ROWS, [ZERO, ESPOO, CAPITALS], [SAME], [retire(3)])


def _played(events: DecisionLog, rows: Register = ROWS) -> Outcome:
    return derive(rows, keys(len(rows)), events)


def test_what_is_written_after_a_merge_stays_and_what_was_written_before_it_gives_way_to_the_choice() -> None:
    merged = DECIDER.merges(FOUND, [SAME])
    written = DECIDER.edited_cells(FOUND.keys, [(RecordId(0), CellChange("Puhelin", "040-1234567", "045 111 2222"))])
    assert _played(log(merged, written)).text(RecordId(0), "Puhelin") == "045 111 2222"
    assert _played(log(written, merged)).text(RecordId(0), "Puhelin") == "040-1234567"
    assert _played(log(merged, written).append(Undo(1, NOW, "user"))).text(RecordId(0), "Puhelin") == "040-1234567"


def test_an_empty_log_changes_nothing() -> None:
    outcome = _played(DecisionLog())
    assert (len(outcome.changes), outcome.changed, outcome.leaving) == (0, {}, {})
    assert outcome.kept == 4


def test_an_accepted_fix_changes_its_cell_and_a_declined_one_does_not() -> None:
    outcome = _played(log(DECIDER.fixes(FOUND.keys, [ZERO]), DECIDER.fixes(FOUND.keys, [ESPOO], Verdict.DECLINED)))
    assert outcome.text(RecordId(0), "Postinumero") == "00100"
    assert outcome.text(RecordId(2), "Postinumero") == "2150"


def test_accepting_everything_is_one_step_to_undo() -> None:
    events = log(DECIDER.fixes(FOUND.keys, FOUND.fixes))
    assert len(_played(events).changes) == 3
    assert not _played(events.append(Undo(0, NOW, "user"))).changes


def test_a_decision_undone_can_be_put_back() -> None:
    events = log(DECIDER.fixes(FOUND.keys, FOUND.fixes)).append(Undo(0, NOW, "user")).append(Redo(0, NOW, "user"))
    assert len(_played(events).changes) == 3


def test_one_decision_is_taken_back_alone_whatever_came_after_it() -> None:
    events = log(DECIDER.fixes(FOUND.keys, [ZERO]), DECIDER.fixes(FOUND.keys, [ESPOO])).append(Undo(0, NOW, "user"))
    outcome = _played(events)
    assert outcome.text(RecordId(0), "Postinumero") == "100"
    assert outcome.text(RecordId(2), "Postinumero") == "02150"


def test_a_merge_keeps_the_chosen_value_with_its_source_row() -> None:
    outcome = _played(log(DECIDER.merges(FOUND, [SAME])))
    assert outcome.text(RecordId(0), "Puhelin") == "040-1234567"
    assert [(change.column, change.source) for change in outcome.changes] == [("Puhelin", 1)]
    assert outcome.leaving[RecordId(1)].into == 0
    assert outcome.leaving[RecordId(1)].fate is Fate.MERGED


def test_survivorship_chooses_among_fixed_values_even_when_the_merge_was_decided_first() -> None:
    phone = fix(1, "Puhelin", "040-1234567", "040 123 4567", "phone.format")
    name = merge([0, 1], [surviving("Nimi", "Virtanen Matti", 1)])
    events = log(DECIDER.merges(FOUND, [name]), DECIDER.fixes(FOUND.keys, [CAPITALS, phone]))
    outcome = _played(events)
    assert outcome.text(RecordId(0), "Nimi") == "Virtanen Matti"


def test_a_fix_whose_value_did_not_survive_is_logged_without_effect() -> None:
    outcome = _played(log(DECIDER.fixes(FOUND.keys, [CAPITALS]), DECIDER.merges(FOUND, [SAME])))
    effects = {change.column: change.has_effect for change in outcome.changes if change.record == 1}
    assert effects == {"Nimi": False}


def test_a_cell_of_a_row_that_was_merged_away_is_not_counted_among_the_changed_ones() -> None:
    fixed = log(DECIDER.fixes(FOUND.keys, [CAPITALS]))
    assert _played(fixed).changed_cells == 1
    both = _played(log(DECIDER.fixes(FOUND.keys, [CAPITALS]), DECIDER.merges(FOUND, [SAME])))
    assert both.changed_cells == 1  # the phone that came to the survivor; the name went with its row
    assert both.changed_cells == len([change for change in both.changes if change.has_effect])


def test_undoing_a_merge_brings_the_row_back_with_its_own_fixes() -> None:
    events = log(DECIDER.fixes(FOUND.keys, [CAPITALS]), DECIDER.merges(FOUND, [SAME])).append(Undo(1, NOW, "user"))
    outcome = _played(events)
    assert outcome.stays(RecordId(1))
    assert outcome.text(RecordId(1), "Nimi") == "Virtanen Matti"


def test_a_cell_edited_by_hand_stays_as_edited() -> None:
    by_hand = DECIDER.edited_cells(FOUND.keys, [(RecordId(0), CellChange("Postinumero", "100", "00120"))])
    outcome = _played(log(by_hand, DECIDER.fixes(FOUND.keys, [ZERO])))
    assert outcome.text(RecordId(0), "Postinumero") == "00120"


def test_a_row_left_out_of_a_merge_is_remembered_as_a_different_customer() -> None:
    three = merge([0, 1, 2])
    decision = DECIDER.merge(FOUND, three, three.golden, (RecordId(0), RecordId(1)))
    outcome = _played(log(decision))
    assert outcome.stays(RecordId(2))
    apart = [item for item in decision.items if getattr(item, "sameness", None) is Sameness.DIFFERENT]
    assert len(apart) == 2


def test_merges_that_meet_in_one_row_end_in_one_row() -> None:
    events = log(DECIDER.merges(FOUND, [merge([0, 1])]), DECIDER.merges(FOUND, [merge([1, 2])]))
    outcome = _played(events)
    assert set(outcome.leaving) == {1, 2}
    assert {leaving.into for leaving in outcome.leaving.values()} == {0}


def test_an_archived_row_leaves_and_one_that_is_up_to_date_stays() -> None:
    archived = DECIDER.retires(FOUND.keys, FOUND.retires, RetireAction.ARCHIVE)
    fine = DECIDER.retires(FOUND.keys, FOUND.retires, RetireAction.UP_TO_DATE)
    assert _played(log(archived)).leaving[RecordId(3)].fate is Fate.ARCHIVED
    assert _played(log(fine)).kept == 4


def test_items_about_rows_that_are_gone_have_no_effect() -> None:
    shorter = register({"Nimi": ["Matti Virtanen"], "Postinumero": ["100"]})
    outcome = _played(log(DECIDER.fixes(FOUND.keys, [ESPOO]), DECIDER.merges(FOUND, [SAME])), shorter)
    assert outcome.kept == 1
    assert not outcome.changes


_ACTS = st.lists(st.integers(0, 6), max_size=12)


@given(_ACTS)
def test_rows_are_conserved_and_changes_replay_whatever_is_decided(acts: list[int]) -> None:
    events = DecisionLog()
    decisions = (
        DECIDER.fixes(FOUND.keys, FOUND.fixes),
        DECIDER.merges(FOUND, [SAME]),
        DECIDER.merges(FOUND, [merge([1, 2, 3])]),
        DECIDER.retires(FOUND.keys, FOUND.retires, RetireAction.REMOVE),
        DECIDER.edited_cells(FOUND.keys, [(RecordId(1), CellChange("Nimi", "VIRTANEN MATTI", "Matti V"))]),
    )
    for act in acts:
        number = events.next_undo if act == 5 else events.next_redo
        if act < 5:
            events = events.append(decisions[act])
        elif number is not None:
            events = events.append(Undo(number, NOW, "user") if act == 5 else Redo(number, NOW, "user"))
    outcome = _played(events)
    summary = summarise(outcome)
    assert summary.rows_in == summary.kept + summary.merged + summary.archived + summary.removed
    replayed = {(record, column.name): ROWS.text(record, column.name) for record in range(4) for column in ROWS.columns}
    for change in outcome.changes:
        assert replayed[change.record, change.column] == change.before
        replayed[change.record, change.column] = change.after
    for (record, column), text in replayed.items():
        assert outcome.text(RecordId(record), column) == text


LISTED = [added_row(2, {"Nimi": "Åke Öhman", "Postinumero": "00100"}), added_row(3, {"Nimi": "Oona Lehtola"})]


def test_rows_taken_in_come_below_in_their_order_and_the_rows_add_up() -> None:
    outcome = _played(log(DECIDER.retires(FOUND.keys, FOUND.retires, RetireAction.ARCHIVE), DECIDER.added_rows(LISTED)))
    summary = summarise(outcome)
    assert [row.texts["Nimi"] for row in outcome.added] == ["Åke Öhman", "Oona Lehtola"]
    assert summary.rows_in + summary.added == summary.kept + summary.merged + summary.archived + summary.removed
    assert (summary.added, summary.kept) == (2, 5)


def test_a_row_taken_in_twice_is_added_once_and_taking_the_first_back_leaves_the_second() -> None:
    events = log(DECIDER.added_rows(LISTED[:1]), DECIDER.added_rows(LISTED))
    assert len(_played(events).added) == 2
    assert len(_played(events.append(Undo(0, NOW, "user"))).added) == 2
    assert len(_played(events.append(Undo(1, NOW, "user"))).added) == 1


def test_taking_rows_in_is_one_step_to_undo() -> None:
    events = log(DECIDER.added_rows(LISTED))
    assert events.next_undo == 0
    undone = _played(events.append(Undo(0, NOW, "user")))
    assert (undone.added, summarise(undone).anything_changed) == ((), False)


def test_a_cell_of_a_column_the_register_has_not_is_left_out() -> None:
    outcome = _played(log(DECIDER.added_rows([added_row(2, {"Nimi": "Åke Öhman", "Hobby": "golf"})])))
    assert outcome.added[0].texts == {"Nimi": "Åke Öhman"}


def test_a_fix_of_a_column_the_register_has_no_more_has_no_effect() -> None:
    without = register({"Nimi": ["Matti Virtanen", "VIRTANEN MATTI", "Aino Korpi", "Eero Lahti"]})
    assert len(_played(log(DECIDER.fixes(FOUND.keys, FOUND.fixes)), without).changes) == 1


def test_taking_back_step_by_step_leads_to_what_was_before() -> None:
    decided = log(DECIDER.merges(FOUND, [SAME]), DECIDER.retires(FOUND.keys, FOUND.retires, RetireAction.ARCHIVE))
    derivation = Derivation(ROWS, FOUND.keys)
    assert sorted(derivation.outcome(decided).leaving) == [1, 3]
    assert sorted(derivation.outcome(decided.append(Undo(1, NOW, "user"))).leaving) == [1]
    assert derivation.outcome(DecisionLog()).leaving == {}


def test_a_change_that_did_not_survive_a_merge_is_not_among_the_counted() -> None:
    played = _played(log(DECIDER.fixes(FOUND.keys, [CAPITALS]), DECIDER.merges(FOUND, [SAME])))
    assert "name.capitals" not in summarise(played).changes
    assert any(change.reason.code == "name.capitals" for change in played.changes)


def test_a_row_that_was_merged_stays_merged_when_it_is_put_away_and_leaves_once_the_merge_is_taken_back() -> None:
    merged, archived = (
        DECIDER.merges(FOUND, [SAME]),
        DECIDER.retired_by_hand(FOUND.keys, [RecordId(1)], RetireAction.ARCHIVE),
    )
    decided = log(merged, archived)
    leaving = _played(decided).leaving[RecordId(1)]
    assert (leaving.fate, leaving.into) == (Fate.MERGED, RecordId(0))
    assert _played(decided).count(Fate.ARCHIVED) == 0
    assert _played(decided.append(Undo(0, NOW, "user"))).leaving[RecordId(1)].fate is Fate.ARCHIVED


def test_a_changed_cell_a_row_gone_or_a_row_more_is_each_something_to_save() -> None:
    decisions = [
        DECIDER.fixes(FOUND.keys, [ZERO]),
        DECIDER.retired_by_hand(FOUND.keys, [RecordId(3)], RetireAction.REMOVE),
        DECIDER.added_rows([added_row(2, {"Nimi": "Uusi Asiakas"})]),
    ]
    assert [summarise(_played(log(decision))).anything_changed for decision in decisions] == [True] * 3
    assert not summarise(_played(log())).anything_changed
    assert not summarise(_played(log(DECIDER.fixes(FOUND.keys, [ZERO], Verdict.DECLINED)))).anything_changed
