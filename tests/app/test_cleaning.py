"""Cleaning without a window accepts what it was told to accept, a kind at a time."""

from dataclasses import replace

import pytest

import builders
from tikissa.analysis.analyse import analyse
from tikissa.app.cleaning import Accept, Cleaning, decisions, held_back
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.decision import DecisionLog, FixItem, MergeItem, RetireAction, RetireItem
from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId
from tikissa.review.derive import derive

CUSTOMERS = {
    "Asiakasnro": ["1", "2", "3"],
    "Nimi": ["Aino Ahola", "AINO AHOLA", "Eino Ek"],
    "Katuosoite": ["Koivutie 1", "Koivutie 1", "Pihlajatie 2"],
    "Postinumero": ["00100", "100", "00200"],
    "Postitoimipaikka": ["Helsinki", "Helsinki", "Helsinki"],
    "Puhelin": ["040 1234567", "040 1234567", "050 7654321"],
    "Sähköposti": ["", "aino.ahola@gmial.com", "eino@example.org"],
    "Viimeisin ostos": ["1.6.2026", "1.6.2025", "3.3.2015"],
}


def _analysis() -> Analysis:
    return analyse(builders.register(CUSTOMERS), Settings(builders.TODAY))


def _log(accept: Accept, retire: RetireAction | None = None) -> DecisionLog:
    return DecisionLog(tuple(decisions(_analysis(), Cleaning(accept, retire), builders.DECIDER)))


def _outcome(accept: Accept) -> Outcome:
    analysis = _analysis()
    return derive(analysis.register, analysis.keys, _log(accept))


def test_nothing_is_decided_when_nothing_is_accepted() -> None:
    assert _log(Accept.NONE).events == ()


def test_every_kind_is_one_decision_of_its_own() -> None:
    kinds = [
        {item.reason.code if isinstance(item, FixItem) else type(item) for item in decision.items}
        for _, decision in _log(Accept.ALL, RetireAction.REMOVE).in_force
    ]
    assert all(len(kind) == 1 for kind in kinds)
    assert {MergeItem} in kinds
    assert kinds[-1] == {RetireItem}


def test_all_takes_the_guesses_too() -> None:
    outcome = _outcome(Accept.ALL)
    assert outcome.text(RecordId(0), "Sähköposti") == "aino.ahola@gmail.com"
    assert outcome.kept == 2


def test_safe_never_brings_in_a_guess_through_a_merge() -> None:
    outcome = _outcome(Accept.SAFE)
    assert "gmail.com" not in {outcome.text(RecordId(record), "Sähköposti") for record in range(3)}
    assert outcome.text(RecordId(1), "Postinumero") == "00100" or not outcome.stays(RecordId(1))


@pytest.mark.parametrize(("owed", "held"), [("0,00", 0), ("12,50", 1)])
def test_what_is_still_open_holds_a_row_back(owed: str, held: int) -> None:
    register = builders.register({**CUSTOMERS, "Avoin saldo": ["", "", owed]})
    analysis = analyse(register, Settings(builders.TODAY))
    assert held_back(analysis) == held
    retiring = decisions(analysis, Cleaning(Accept.NONE, RetireAction.ARCHIVE), builders.DECIDER)
    assert len(list(retiring)) == 1 - held


def test_the_decisions_know_when_and_by_whom() -> None:
    decider = replace(builders.DECIDER, who="Kaisa")
    made = list(decisions(_analysis(), Cleaning(Accept.ALL), decider))
    assert {(decision.who, decision.when) for decision in made} == {("Kaisa", builders.NOW)}
