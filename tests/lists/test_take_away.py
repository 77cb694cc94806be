"""The lists to take along say whom to ask, who left and what changed, and nothing of anybody else."""

from dataclasses import replace

from builders import DECIDER, analysis, fix, log, merge, register, retire
from tikissa.lists.take_away import ask_list, changed_list, leaving_list
from tikissa.model.decision import Decision, DecisionLog, RetireAction, Undo
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


def test_those_to_ask_stand_by_salesperson_with_the_reason_and_room_for_the_answer() -> None:
    decided = log(_retired(RetireAction.ASK, 0, 1, 3))
    headers, *rows = ask_list(_outcome(decided), decided, KEYS, SCHEMA, "fi")
    assert headers == ("Myyjä", "Asiakasnro", "Nimi", "Puhelin", "Miksi kannattaa kysyä", "Asiakkaan vastaus")
    assert [row[2] for row in rows] == ["Eino Ek", "Maija Mäki", "Aino Ahola"]
    assert all(row[-2] and not row[-1] for row in rows)


def test_whoever_was_said_to_be_up_to_date_later_or_whose_row_left_is_not_asked() -> None:
    decided = log(
        _retired(RetireAction.ASK, 0, 1, 2),
        _retired(RetireAction.UP_TO_DATE, 0),
        DECIDER.retired_by_hand(KEYS, [RecordId(1)], RetireAction.ARCHIVE),
    )
    _, *rows = ask_list(_outcome(decided), decided, KEYS, SCHEMA, "en")
    assert [row[2] for row in rows] == ["Liisa Lampi"]


def test_left_for_later_or_taken_back_is_nobody_to_ask() -> None:
    later = log(_retired(None, 0))
    assert ask_list(_outcome(later), later, KEYS, SCHEMA, "fi") == ()
    taken_back = log(_retired(RetireAction.ASK, 0)).append(Undo(0, DECIDER.when, DECIDER.who))
    assert ask_list(_outcome(taken_back), taken_back, KEYS, SCHEMA, "fi") == ()


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
