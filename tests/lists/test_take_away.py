"""The lists to take along say who left and what changed, and nothing of anybody else."""

from dataclasses import replace

from builders import DECIDER, analysis, fix, log, merge, register, retire
from tikissa.lists.take_away import changed_list, leaving_list
from tikissa.model.decision import Decision, DecisionLog, RetireAction
from tikissa.model.finding import Reason
from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.review.derive import derive

REGISTER = register(
    {
        "Asiakasnro": ["0011", "0012", "0013", "0014"],
        "Nimi": ["Aino Ahola", "Eino Ek", "Liisa Lampi", "Maija Mäki"],
        "Puhelin": ["0401234567", "040 222 3333", "", "040 444 5555"],
        "Myyjä": ["Virtanen", "Aalto", "", "aalto"],
    }
)
FIX = fix(0, "Puhelin", "0401234567", "040 123 4567", "phone.format")
OLD = Reason("contact.old", ("2/2018", "Viimeisin osto"))
LOOKED_AT = analysis(
    REGISTER,
    fixes=[FIX],
    merges=[merge([0, 1])],
    retires=[replace(retire(record), reasons=(OLD,)) for record in range(4)],
    meanings={
        "Asiakasnro": Meaning.CUSTOMER_NUMBER,
        "Nimi": Meaning.WHOLE_NAME,
        "Puhelin": Meaning.PHONE,
        "Myyjä": Meaning.SALESPERSON,
    },
)
KEYS, SCHEMA = LOOKED_AT.keys, LOOKED_AT.schema


def _retired(action: RetireAction | None, *records: int) -> Decision:
    return DECIDER.retires(KEYS, [LOOKED_AT.retires[record] for record in records], action)


def _outcome(decided: DecisionLog) -> Outcome:
    return derive(REGISTER, KEYS, decided)


def test_rows_that_were_archived_or_left_out_are_listed_as_they_were_and_merged_ones_are_not() -> None:
    decided = log(
        DECIDER.fixes(KEYS, [FIX]),
        DECIDER.merges(LOOKED_AT, LOOKED_AT.merges),
        _retired(RetireAction.ARCHIVE, 2),
        DECIDER.retired_by_hand(KEYS, [RecordId(3)], RetireAction.REMOVE),
    )
    headers, *rows = leaving_list(_outcome(decided), "sv")
    assert headers[3:] == ("Asiakasnro", "Nimi", "Puhelin", "Myyjä")
    assert [(row[0], row[1], row[4]) for row in rows] == [
        (str(REGISTER.row(2)), "Arkiverad", "Liisa Lampi"),
        (str(REGISTER.row(3)), "Utelämnad ur den städade filen", "Maija Mäki"),
    ]


def test_changed_cells_of_those_who_stay_are_listed_by_customer_number() -> None:
    decided = log(DECIDER.fixes(KEYS, [FIX]))
    headers, *rows = changed_list(_outcome(decided), SCHEMA, "en")
    assert headers == ("Asiakasnro", "Nimi", "What was changed", "Before", "Now")
    assert rows == [("0011", "Aino Ahola", "Puhelin", "0401234567", "040 123 4567")]


def test_where_nothing_was_decided_there_is_nothing_to_take_along() -> None:
    nothing = _outcome(log())
    assert leaving_list(nothing, "fi") == () == changed_list(nothing, SCHEMA, "fi")
