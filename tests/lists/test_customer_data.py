"""One customer's data is everything in their rows and all that was decided of them, and nothing of anybody else."""

from dataclasses import replace
from datetime import date

from builders import DECIDER, TODAY, analysis, fix, log, merge, register, retire, surviving
from tikissa.lists.customer_data import CustomerData, customer_data
from tikissa.model.decision import Decision, RetireAction
from tikissa.model.finding import Reason
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.review.derive import derive

REGISTER = register(
    {
        "Asiakasnro": ["1", "2", "3"],
        "Nimi": ["Aino Ahola", "A. Ahola", "Eino Ek"],
        "Henkilötunnus": ["131052-9085", "", ""],
        "Puhelin": ["", "0401234567", "050 123 4567"],
    }
)
OLD = Reason("contact.old", ("2/2018", "Viimeisin osto"))
PHONE = fix(1, "Puhelin", "0401234567", "040 1234567", "phone.format")
SEEN = analysis(
    REGISTER,
    fixes=[PHONE],
    merges=[merge([0, 1], [surviving("Puhelin", "040 1234567", 1)])],
    retires=[replace(retire(0), reasons=(OLD,))],
    meanings={"Asiakasnro": Meaning.CUSTOMER_NUMBER, "Nimi": Meaning.WHOLE_NAME},
)
MERGED = DECIDER.merges(SEEN, SEEN.merges)


def _data(record: int, *decisions: Decision, today: date = TODAY) -> CustomerData:
    decided = log(*decisions)
    outcome = derive(REGISTER, SEEN.keys, decided)
    return customer_data(outcome, decided, SEEN.keys, RecordId(record), today, "fi")


def _texts(data: CustomerData) -> str:
    return "\n".join((*data.lead, *(cell for part in data.parts for row in (part.headers, *part.rows) for cell in row)))


def test_a_customer_nothing_was_decided_of_has_every_filled_cell() -> None:
    data = _data(0)
    (now,) = data.parts
    assert now.rows == (("Asiakasnro", "1"), ("Nimi", "Aino Ahola"), ("Henkilötunnus", "131052-9085"))
    assert "asiakkaat.csv" in _texts(data)
    assert "1.11.2026" in _texts(data)


def test_merged_rows_are_one_customer_whichever_is_asked_for() -> None:
    decided = (DECIDER.fixes(SEEN.keys, [PHONE]), MERGED)
    data = _data(1, *decided)
    assert data == _data(0, *decided)
    now, first, second, history = data.parts
    assert ("Puhelin", "040 1234567") in now.rows
    assert ("Puhelin", "0401234567") in second.rows
    assert ("Henkilötunnus", "131052-9085") in first.rows
    told = [row[1:5] for row in history.rows]
    assert ("3", "Puhelin", "0401234567", "040 1234567") in told
    assert ("3", "Yhdistetty riviin 2", "", "") in told


def test_what_was_said_of_the_row_is_told_too() -> None:
    asked = DECIDER.retires(SEEN.keys, SEEN.retires, RetireAction.ASK)
    assert "Lisätty kyselylistalle" in _texts(_data(0, asked))
    archived = DECIDER.retired_by_hand(SEEN.keys, [RecordId(2)], RetireAction.ARCHIVE)
    assert "Arkistoitu" in _texts(_data(2, archived))


def test_nobody_else_stands_in_it() -> None:
    decided = (DECIDER.fixes(SEEN.keys, [PHONE]), MERGED)
    assert "Eino" not in _texts(_data(0, *decided))
    assert "Ahola" not in _texts(_data(2, *decided))


def test_what_was_said_of_another_customer_is_not_told() -> None:
    asked = DECIDER.retires(SEEN.keys, SEEN.retires, RetireAction.ASK)
    assert _data(2, asked) == _data(2)
