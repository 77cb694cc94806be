"""The customers of a salesperson who has left are shared out in a list, and the list brings the change back."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as some

from builders import DECIDER, analysis, log, merge, register
from tikissa.lists.handover import Handover, HandoverSheet, Share, customers_by_seller, handover_sheets
from tikissa.lists.returned_ask_list import answers_in
from tikissa.model.decision import DecisionLog
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.schema import Meaning
from tikissa.review.derive import derive

REGISTER = register(
    {
        "Asiakasnro": ["0011", "0012", "0013", "0014", "0015", "0016"],
        "Nimi": ["Aino Ahola", "Eino Ek", "Liisa Lampi", "Maija Mäki", "Onni Oja", "Ulla Uusi"],
        "Paikkakunta": ["Turku", "Vaasa", "Turku", "Turku", "Vaasa", "Oulu"],
        "Puhelin": ["040 123 4567", "", "", "", "", ""],
        "Myyjä": ["Virtanen", "virtanen", "Virtanen", "Aalto", "Berg", "Virtanen"],
    }
)
SEEN = analysis(
    REGISTER,
    merges=[merge([0, 2])],
    meanings={
        "Asiakasnro": Meaning.CUSTOMER_NUMBER,
        "Nimi": Meaning.WHOLE_NAME,
        "Paikkakunta": Meaning.TOWN,
        "Puhelin": Meaning.PHONE,
        "Myyjä": Meaning.SALESPERSON,
    },
)


def _outcome(decided: DecisionLog | None = None) -> Outcome:
    return derive(REGISTER, SEEN.keys, decided or log())


def _shared(by: Share, *takers: str) -> dict[str, list[str]]:
    sheets = handover_sheets(_outcome(), SEEN.keys, SEEN.schema, Handover("Virtanen", takers, by))
    return {sheet.taker: [cells[2] for cells, _ in sheet.customers] for sheet in sheets}


def _returned(sheets: Sequence[HandoverSheet], **written: str) -> list[Register]:
    """Return the sheets as they come back, with what was written into the first row of the first."""
    registers = []
    for sheet in sheets:
        headers, *rows = sheet.rows("fi")
        columns = {name: [row[place] for row in rows] for place, name in enumerate(headers)}
        for name, text in written.items() if not registers else ():
            columns[name][0] = text
        registers.append(register(columns))
    return registers


def test_salespeople_are_told_with_how_many_customers_they_have_however_their_names_are_written() -> None:
    assert customers_by_seller(_outcome(), SEEN.schema) == {"Virtanen": 4, "Aalto": 1, "Berg": 1}
    merged = log(DECIDER.merges(SEEN, [merge([0, 2])]))
    assert customers_by_seller(_outcome(merged), SEEN.schema)["Virtanen"] == 3


def test_a_town_goes_whole_to_who_has_customers_there_already() -> None:
    assert _shared(Share.TOWN, "Berg", "Aalto") == {
        "Aalto": ["Aino Ahola", "Liisa Lampi"],
        "Berg": ["Eino Ek", "Ulla Uusi"],
    }


def test_by_number_each_gets_as_many_in_the_order_of_the_register() -> None:
    assert _shared(Share.NUMBER, "Aalto", "Berg", "Uusi Myyjä") == {
        "Aalto": ["Aino Ahola", "Eino Ek"],
        "Berg": ["Liisa Lampi"],
        "Uusi Myyjä": ["Ulla Uusi"],
    }


@given(
    some.lists(some.sampled_from(["Aalto", "Berg", "Cajan", "Dahl"]), min_size=1, unique=True), some.sampled_from(Share)
)
def test_every_customer_is_given_to_exactly_one(takers: list[str], by: Share) -> None:
    shared = _shared(by, *takers)
    assert sorted(name for names in shared.values() for name in names) == [
        *("Aino Ahola", "Eino Ek", "Liisa Lampi", "Ulla Uusi")
    ]
    assert {*shared} <= {*takers}


def test_the_list_that_comes_back_brings_the_new_salesperson_and_what_was_written_into_it() -> None:
    outcome = _outcome()
    sheets = handover_sheets(outcome, SEEN.keys, SEEN.schema, Handover("Virtanen", ("Aalto", "Berg"), Share.NUMBER))
    answers = answers_in(_returned(sheets, Puhelin="050 765 4321"), outcome, SEEN.keys, SEEN.schema)
    changes = {answer.record: answer.changes for answer in answers.answers}
    assert changes[RecordId(0)] == (
        CellChange("Myyjä", "Virtanen", "Aalto"),
        CellChange("Puhelin", "040 123 4567", "050 765 4321"),
    )
    assert [change.after for record in (1, 2, 5) for change in changes[RecordId(record)]] == ["Aalto", "Berg", "Berg"]
    assert (answers.unanswered, answers.gone) == (0, 0)


@pytest.mark.parametrize("said", [Handover("Virtanen", ()), Handover("Ei kukaan", ("Aalto",))])
def test_nobody_to_take_over_or_nothing_to_take_over_is_no_list(said: Handover) -> None:
    assert handover_sheets(_outcome(), SEEN.keys, SEEN.schema, said) == ()
