"""Next month's file: what was decided holds where nothing has changed, and only the rest is asked again."""

from collections.abc import Mapping, Sequence

import pytest

from builders import DECIDER, added_row, analysis, fix, log, merge, register, retire, surviving
from tikissa.analysis.record_keys import record_keys
from tikissa.model.decision import (
    DecisionLog,
    FixItem,
    Judgement,
    MergeItem,
    RetireAction,
    RetireItem,
    Sameness,
    SettingItem,
)
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.review.carry_over import CarriedOver, carry_over
from tikissa.review.derive import derive
from tikissa.review.same_records import Visit
from tikissa.schema.detect import detect

MARCH = {
    "Asiakasnro": ["1000", "1001", "1002", "1003"],
    "Nimi": ["Matti Virtanen", "VIRTANEN MATTI", "Aino Korpi", "Eero Lahti"],
    "Postinumero": ["100", "00100", "2150", "33100"],
    "Viimeisin osto": ["1.2.2026", "3.5.2019", "4.4.2025", "7.7.2018"],
}
ROWS = register(MARCH)
ZERO = fix(0, "Postinumero", "100", "00100", "postal_code.leading_zeros")
ESPOO = fix(2, "Postinumero", "2150", "02150", "postal_code.leading_zeros")
SAME = merge([0, 1], [surviving("Nimi", "VIRTANEN MATTI", 1)])
FOUND = analysis(ROWS, [ZERO, ESPOO], [SAME], [retire(3)])
DECIDED = log(
    DECIDER.fixes(FOUND.keys, FOUND.fixes),
    DECIDER.merges(FOUND, FOUND.merges),
    DECIDER.judged(FOUND.keys, (RecordId(1), RecordId(3)), Sameness.DIFFERENT),
    DECIDER.retires(FOUND.keys, FOUND.retires, RetireAction.UP_TO_DATE),
    DECIDER.meaning("Nimi", Meaning.WHOLE_NAME),
)


def _visit(columns: Mapping[str, Sequence[str]]) -> Visit:
    rows = register(columns)
    schema = detect(rows)
    return Visit(rows, record_keys(rows, schema), schema)


def _carried(columns: Mapping[str, Sequence[str]], decided: DecisionLog = DECIDED) -> CarriedOver:
    return carry_over(_visit(MARCH), decided, _visit(columns))


def _shuffled(columns: Mapping[str, Sequence[str]], order: Sequence[int]) -> dict[str, list[str]]:
    return {name: [values[place] for place in order] for name, values in reversed(columns.items())}


def _with(name: str, row: int, value: str) -> dict[str, list[str]]:
    columns = {header: list(values) for header, values in MARCH.items()}
    columns[name][row] = value
    return columns


def test_a_file_that_only_changed_its_order_keeps_every_decision() -> None:
    carried = _carried(_shuffled(MARCH, [3, 1, 0, 2]))
    assert carried.dropped == ()
    new = _visit(_shuffled(MARCH, [3, 1, 0, 2]))
    outcome = derive(new.register, new.keys, carried.log)
    assert outcome.kept == 3
    assert outcome.text(RecordId(2), "Postinumero") == "00100"
    assert outcome.text(RecordId(2), "Nimi") == "VIRTANEN MATTI"


def test_decisions_keep_who_made_them_and_when() -> None:
    assert {(event.who, event.when) for event in _carried(MARCH).log.events} == {(DECIDER.who, DECIDER.when)}


def test_a_renamed_column_is_known_by_its_meaning() -> None:
    renamed = {("Postinro" if name == "Postinumero" else name): values for name, values in MARCH.items()}
    carried = _carried(renamed)
    items = [item for event in carried.log.events for item in event.items if isinstance(item, FixItem)]
    assert {change.column for item in items for change in item.changes} == {"Postinro"}


def test_a_newer_purchase_is_no_reason_to_ask_again() -> None:
    assert _carried(_with("Viimeisin osto", 1, "1.10.2026")).dropped == ()


def test_a_cell_that_already_says_what_was_decided_needs_nothing() -> None:
    carried = _carried(_with("Postinumero", 2, "02150"), log(DECIDER.fixes(FOUND.keys, [ESPOO])))
    assert (carried.log.events, carried.dropped) == ((), ())


def test_going_on_with_the_cleaned_file_nothing_has_changed_and_every_verdict_holds() -> None:
    decided = log(
        DECIDER.fixes(FOUND.keys, FOUND.fixes),
        DECIDER.merges(FOUND, FOUND.merges),
        DECIDER.judged(FOUND.keys, (RecordId(2), RecordId(3)), Sameness.DIFFERENT),
        DECIDER.retires(FOUND.keys, FOUND.retires, RetireAction.UP_TO_DATE),
        DECIDER.retired_by_hand(FOUND.keys, [RecordId(1)], RetireAction.ARCHIVE),
        DECIDER.edited_cells(FOUND.keys, [(RecordId(1), CellChange("Nimi", "VIRTANEN MATTI", "Matti Virtanen"))]),
    )
    left = derive(FOUND.register, FOUND.keys, decided)
    kept = [record for record in map(RecordId, range(len(ROWS))) if left.stays(record)]
    carried = _carried({name: [left.text(record, name) for record in kept] for name in MARCH}, decided)
    assert carried.dropped == ()
    assert (carried.recognition.new, carried.recognition.changed, carried.recognition.gone) == ((), (), ())
    held = [type(item) for event in carried.log.events for item in event.items]
    assert held == [Judgement, RetireItem]


def test_a_row_that_was_added_last_time_has_not_come_since() -> None:
    decided = log(DECIDER.added_rows([added_row(7, {"Asiakasnro": "1004", "Nimi": "Uusi Asiakas"})]))
    grown = {name: [*values, ""] for name, values in MARCH.items()}
    grown["Asiakasnro"][-1], grown["Nimi"][-1] = "1004", "Uusi Asiakas"
    assert _carried(grown, decided).recognition.new == ()


@pytest.mark.parametrize(
    ("columns", "item", "reason"),
    [
        (_with("Postinumero", 2, "02300"), FixItem, "carried.cell_changed"),
        (_with("Nimi", 1, "Martti Virtanen"), MergeItem, "carried.row_changed"),
        (_with("Nimi", 3, "Eero Lahtinen"), Judgement, "carried.row_changed"),
        (_with("Postinumero", 3, "33200"), RetireItem, "carried.row_changed"),
        ({name: values[:3] for name, values in MARCH.items()}, RetireItem, "carried.row_gone"),
    ],
)
def test_what_changed_is_asked_again_with_the_reason(
    columns: Mapping[str, Sequence[str]], item: type, reason: str
) -> None:
    dropped = _carried(columns).dropped
    assert reason in {entry.reason.code for entry in dropped if isinstance(entry.item, item)}


def test_rows_that_came_and_went_are_told() -> None:
    columns = {name: [*values[:3], values[3]] for name, values in MARCH.items()}
    columns["Asiakasnro"][3] = "1004"
    columns["Nimi"][3] = "Saima Rautakorpi"
    recognition = _carried(columns).recognition
    assert recognition.new == (3,)
    assert recognition.gone == (3,)


def test_without_customer_numbers_rows_are_known_by_what_they_say() -> None:
    plain = {name: values for name, values in MARCH.items() if name != "Asiakasnro"}
    old = _visit(plain)
    decided = log(
        DECIDER.fixes(old.keys, [fix(0, "Postinumero", "100", "00100")]),
    )
    carried = carry_over(old, decided, _visit(_shuffled(plain, [2, 3, 0, 1])))
    assert len(carried.log.events) == 1
    assert len(carried.recognition.records) == 4


NEW_ROW = added_row(7, {"Asiakasnro": "1009", "Nimi": "Oona Lehtola", "Postinumero": "20100"})


def test_a_row_taken_in_that_the_new_file_holds_needs_nothing() -> None:
    grown = {name: [*values, NEW_ROW.texts.get(name, "")] for name, values in MARCH.items()}
    carried = _carried(grown, log(DECIDER.added_rows([NEW_ROW])))
    assert (carried.log.events, carried.dropped) == ((), ())


def test_a_row_taken_in_that_the_new_file_lacks_is_told_of_and_never_put_in_twice() -> None:
    carried = _carried(MARCH, log(DECIDER.added_rows([NEW_ROW])))
    assert carried.log.events == ()
    assert [entry.reason.code for entry in carried.dropped] == ["carried.row_from_list"]


def test_a_row_said_to_be_up_to_date_is_not_asked_of_again() -> None:
    items = [item for event in _carried(MARCH).log.events for item in event.items if isinstance(item, RetireItem)]
    assert [(item.action, item.record) for item in items] == [(RetireAction.UP_TO_DATE, "n:1003")]


def test_a_merge_of_which_one_row_is_left_is_done_and_of_which_none_is_left_is_told() -> None:
    one_left = {name: [values[0], *values[2:]] for name, values in MARCH.items()}
    none_left = {name: values[2:] for name, values in MARCH.items()}
    dropped = [
        [each.reason.code for each in _carried(columns).dropped if isinstance(each.item, MergeItem)]
        for columns in (one_left, none_left)
    ]
    assert dropped == [[], ["carried.row_gone"]]


def test_what_was_said_of_the_program_holds_and_how_the_old_file_was_read_does_not() -> None:
    said = DECIDER.settings({"passive_after_months": "12", "reading.sheet": "Vanha"})
    items = [item for event in _carried(MARCH, log(said)).log.events for item in event.items]
    assert items == [SettingItem("passive_after_months", "12")]


def test_two_new_rows_like_one_old_row_are_not_taken_for_it() -> None:
    plain = {"Nimi": ["Matti Virtanen"], "Puhelin": ["040 123 4567"], "Sähköposti": ["matti.virtanen@posti.fi"]}
    twice = {name: [values[0].replace("Virtanen", "Virtanen-Korpi")] * 2 for name, values in plain.items()}
    once = {name: values[:1] for name, values in twice.items()}
    old = _visit(plain)
    assert carry_over(old, DecisionLog(), _visit(once)).recognition.records == {0: 0}
    assert carry_over(old, DecisionLog(), _visit(twice)).recognition.records == {}
