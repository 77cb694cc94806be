"""What to look at first among the rows worth checking."""

from dataclasses import replace

import builders
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.staleness.check_worth import most_worth_checking

RETIRES = tuple(replace(builders.retire(record), probability=chance) for record, chance in enumerate((0.9, 0.5, 0.6)))


def _schema(meaning: Meaning | None) -> Schema:
    return Schema((ColumnMeaning("X", meaning, 1.0, True),))


def test_a_valuable_customer_comes_before_a_likelier_but_small_one() -> None:
    register = builders.register({"X": ["10 €", "10 000,00 €", ""]})
    found = most_worth_checking(register, _schema(Meaning.PURCHASE_SUM), RETIRES)
    assert [retire.record for retire in found] == [1, 0, 2]


def test_without_sums_the_chance_decides() -> None:
    register = builders.register({"X": ["a", "b", "c"]})
    found = most_worth_checking(register, _schema(None), RETIRES, count=2)
    assert [retire.record for retire in found] == [0, 2]
