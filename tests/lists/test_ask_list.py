"""The ask list says whom to ask and why, and what was written into it comes back as answers, nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from builders import DECIDER, analysis, fix, log, merge, register, retire, surviving
from tikissa.lists.ask_list import AskSheet, ask_sheets
from tikissa.lists.returned_ask_list import Answers, answers_in, is_ask_list
from tikissa.model.decision import Decision, DecisionLog, RetireAction, Undo
from tikissa.model.finding import Reason
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.model.register import Register
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
SEEN = analysis(
    REGISTER,
    fixes=[FIX],
    merges=[merge([0, 1], [surviving("Puhelin", "040 222 3333", 1)])],
    retires=[replace(retire(record), reasons=(OLD,)) for record in range(4)],
    meanings={
        "Asiakasnro": Meaning.CUSTOMER_NUMBER,
        "Nimi": Meaning.WHOLE_NAME,
        "Puhelin": Meaning.PHONE,
        "Myyjä": Meaning.SALESPERSON,
    },
)


def _retired(action: RetireAction | None, *records: int) -> Decision:
    return DECIDER.retires(SEEN.keys, [SEEN.retires[record] for record in records], action)


def _outcome(decided: DecisionLog) -> Outcome:
    return derive(REGISTER, SEEN.keys, decided)


def _sheets(decided: DecisionLog, apart: bool = False) -> tuple[AskSheet, ...]:
    return ask_sheets(_outcome(decided), decided, SEEN.keys, SEEN.schema, "fi", apart)


def _asked(*records: int, apart: bool = False) -> tuple[AskSheet, ...]:
    return _sheets(log(_retired(RetireAction.ASK, *records)), apart)


def _names(sheet: AskSheet) -> list[str]:
    return [row[2] for row in sheet.rows[1:]]


def test_those_to_ask_stand_by_salesperson_with_the_reason_and_room_for_the_answer() -> None:
    (sheet,) = _asked(0, 1, 3)
    headers, *rows = sheet.rows
    assert headers[:-1] == ("Myyjä", "Asiakasnro", "Nimi", "Puhelin", "Miksi kannattaa kysyä", "Asiakkaan vastaus")
    assert _names(sheet) == ["Eino Ek", "Maija Mäki", "Aino Ahola"]
    assert all(row[-3] and not row[-2] for row in rows)


def test_each_salesperson_gets_a_sheet_and_nobodys_customers_one_of_their_own() -> None:
    sheets = _asked(0, 1, 2, 3, apart=True)
    assert [(sheet.salesperson, _names(sheet)) for sheet in sheets] == [
        ("", ["Liisa Lampi"]),
        ("Aalto", ["Eino Ek", "Maija Mäki"]),
        ("Virtanen", ["Aino Ahola"]),
    ]


def test_whoever_was_said_to_be_up_to_date_later_or_whose_row_left_is_not_asked() -> None:
    archived = DECIDER.retired_by_hand(SEEN.keys, [RecordId(1)], RetireAction.ARCHIVE)
    (sheet,) = _sheets(log(_retired(RetireAction.ASK, 0, 1, 2), _retired(RetireAction.UP_TO_DATE, 0), archived))
    assert _names(sheet) == ["Liisa Lampi"]


def test_left_for_later_or_taken_back_is_nobody_to_ask() -> None:
    assert _sheets(log(_retired(None, 0))) == ()
    assert _sheets(log(_retired(RetireAction.ASK, 0)).append(Undo(0, DECIDER.when, DECIDER.who))) == ()


Written = Mapping[tuple[int, str], str]
"""What is written into the list, by its line and column."""


def _back(sheet: AskSheet, written: Written) -> Register:
    headers, *rows = sheet.rows
    columns = dict(zip(headers, map(list, zip(*rows, strict=True)), strict=True))
    for (line, column), text in written.items():
        columns[column][line] = text
    return register(columns, path=REGISTER.source.path.with_name("kyselylista.csv"))


def _answers(sheets: Sequence[AskSheet], written: Written, *decisions: Decision) -> Answers:
    outcome = _outcome(log(*decisions))
    return answers_in([_back(sheet, written) for sheet in sheets], outcome, SEEN.keys, SEEN.schema)


ANSWER = "Asiakkaan vastaus"


def test_a_list_is_known_when_it_comes_back_and_the_register_is_not_taken_for_one() -> None:
    assert is_ask_list(_back(_asked(0)[0], {}))
    assert not is_ask_list(REGISTER)


def test_what_was_written_into_the_list_comes_back_and_nothing_else() -> None:
    found = _answers(_asked(0, 1, 3), {(0, "Puhelin"): "045 777 8888", (1, ANSWER): "ok"})
    changed, current = found.answers
    assert (changed.record, changed.changes) == (1, (CellChange("Puhelin", "040 222 3333", "045 777 8888"),))
    assert (current.record, current.changes, current.is_current) == (3, (), True)
    assert (found.unanswered, found.gone) == (1, 0)


@pytest.mark.parametrize(
    "said", ["OK", "ok 3.5.", "Kaikki kunnossa!", "Ajan tasalla", "stämmer", "Up to date", "x", "✓"]
)
def test_plain_words_say_that_all_is_up_to_date(said: str) -> None:
    (answer,) = _answers(_asked(0), {(0, ANSWER): said}).answers
    assert (answer.is_current, answer.said) == (True, "")


@pytest.mark.parametrize("said", ["muuttanut Ruotsiin", "ei vastaa", "ok mutta uusi osoite tulossa", "lopettanut"])
def test_other_words_are_for_the_owner_to_read(said: str) -> None:
    (answer,) = _answers(_asked(0), {(0, ANSWER): said}).answers
    assert (answer.is_current, answer.said, answer.changes) == (False, said, ())


def test_a_fix_accepted_while_the_list_was_away_is_not_undone_by_it() -> None:
    found = _answers(_asked(0), {(0, ANSWER): "ok"}, DECIDER.fixes(SEEN.keys, [FIX]))
    assert found.answers[0].changes == ()


def test_an_answer_of_a_customer_who_was_merged_meanwhile_goes_to_the_row_that_stays() -> None:
    merged = DECIDER.merges(SEEN, SEEN.merges)
    (answer,) = _answers(_asked(1), {(0, "Puhelin"): "045 777 8888"}, merged).answers
    assert answer.record == 0
    taken = DECIDER.answered(SEEN.keys, [(answer.record, answer.changes)], [answer.record])
    assert _outcome(log(merged, taken)).text(RecordId(0), "Puhelin") == "045 777 8888"


def test_rows_of_customers_who_are_gone_are_counted() -> None:
    archived = DECIDER.retired_by_hand(SEEN.keys, [RecordId(0)], RetireAction.ARCHIVE)
    found = _answers(_asked(0, 1), {(1, ANSWER): "ok"}, archived)
    assert (found.answers, found.gone, found.unanswered) == ((), 1, 1)


def test_a_list_of_another_register_with_the_same_numbers_answers_nothing() -> None:
    strangers = {(0, "Nimi"): "Outi Outo", (0, "Puhelin"): "050 999 8888", (0, ANSWER): "ok"}
    found = _answers(_asked(0), strangers)
    assert (found.answers, found.gone) == ((), 1)
    renamed = _answers(_asked(0), {(0, "Nimi"): "Aino Uusinimi"})
    assert renamed.answers[0].changes == (CellChange("Nimi", "Aino Ahola", "Aino Uusinimi"),)


def test_zeros_that_excel_took_off_a_list_in_csv_are_no_answer() -> None:
    assert _answers(_asked(0, 1), {(0, "Puhelin"): "402223333", (1, "Puhelin"): "401234567"}).answers == ()
    assert _answers(_asked(1), {(0, "Puhelin"): "402223334"}).answers[0].changes[0].after == "402223334"


def test_the_customer_number_is_not_the_customers_to_change() -> None:
    assert _answers(_asked(0), {(0, "Asiakasnro"): "9999"}).answers == ()


def test_answers_taken_are_one_decision_and_take_the_customers_off_the_list() -> None:
    asked = _retired(RetireAction.ASK, 0, 1, 3)
    found = _answers(_asked(0, 1, 3), {(0, "Puhelin"): "045 777 8888", (1, ANSWER): "ok"}, asked)
    edits = [(answer.record, answer.changes) for answer in found.answers if answer.changes]
    taken = DECIDER.answered(SEEN.keys, edits, [answer.record for answer in found.answers])
    decided = log(asked, taken)
    assert _outcome(decided).text(RecordId(1), "Puhelin") == "045 777 8888"
    (left,) = _sheets(decided)
    assert _names(left) == ["Aino Ahola"]
    assert len(_sheets(decided.append(Undo(1, DECIDER.when, DECIDER.who)))[0].rows) == 4


COLUMNS = ("Nimi", "Puhelin", "Myyjä", ANSWER)
WRITING = some.text(some.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)


@given(some.dictionaries(some.tuples(some.integers(0, 3), some.sampled_from(COLUMNS)), WRITING, max_size=6))
def test_every_row_is_answered_or_unanswered_and_every_change_was_written(written: dict[tuple[int, str], str]) -> None:
    sheets = _asked(0, 1, 2, 3)
    found = _answers(sheets, written)
    assert len(found.answers) + found.unanswered + found.gone == 4
    names = _names(sheets[0])
    for answer in found.answers:
        line = names.index(REGISTER.text(answer.record, "Nimi"))
        assert {(line, change.column) for change in answer.changes} <= written.keys()


def test_a_row_that_was_merged_after_it_was_put_on_the_list_is_not_asked_by_itself() -> None:
    (sheet,) = _sheets(log(_retired(RetireAction.ASK, 0, 1), DECIDER.merges(SEEN, SEEN.merges)))
    assert _names(sheet) == ["Aino Ahola"]
