"""The list of old and surviving customer numbers says where every merged number went, and nothing else."""

from dataclasses import replace

from builders import DECIDER, analysis, log, merge, register, retire
from tikissa.lists.hand_back import NumberChange, number_changes
from tikissa.model.decision import RetireAction
from tikissa.model.outcome import Outcome
from tikissa.model.schema import Meaning, Schema
from tikissa.review.derive import derive

REGISTER = register(
    {"Asiakasnro": ["1001", "1002", "0044", "1004"], "Nimi": ["Aino Ahola", "A. Ahola", "Eino Ek", "Eino Ek"]}
)
LOOKED_AT = analysis(
    REGISTER,
    merges=[merge([0, 1]), merge([2, 3])],
    retires=[retire(3)],
    meanings={"Asiakasnro": Meaning.CUSTOMER_NUMBER, "Nimi": Meaning.WHOLE_NAME},
)


def _merged(*groups: int) -> Outcome:
    merges = [LOOKED_AT.merges[group] for group in groups]
    return derive(REGISTER, LOOKED_AT.keys, log(DECIDER.merges(LOOKED_AT, merges)))


def test_each_merged_number_stands_beside_the_one_that_stays() -> None:
    assert number_changes(_merged(0, 1), LOOKED_AT.schema) == (
        NumberChange("1002", "1001", "Aino Ahola"),
        NumberChange("1004", "0044", "Eino Ek"),
    )


def test_a_row_only_put_away_keeps_its_number() -> None:
    put_away = log(DECIDER.retires(LOOKED_AT.keys, LOOKED_AT.retires, RetireAction.ARCHIVE))
    assert number_changes(derive(REGISTER, LOOKED_AT.keys, put_away), LOOKED_AT.schema) == ()


def test_a_register_without_customer_numbers_has_no_list() -> None:
    unnumbered = Schema(tuple(replace(entry, meaning=None) for entry in LOOKED_AT.schema.columns))
    assert number_changes(_merged(0), unnumbered) == ()
