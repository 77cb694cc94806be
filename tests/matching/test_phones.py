"""One telephone number is one, with a country's code or without, and with what spreadsheets leave of it."""

from collections.abc import Callable

import pytest

from matching.conftest import Verdict
from tikissa.matching.identifiers import phone_key


@pytest.mark.parametrize(
    ("writing", "other"),
    [
        ("+358 40 1234567", "040-1234567"),
        ("00358401234567", "040 123 4567"),
        ("358401234567", "0401234567"),
        ("+46 72 638 01 05", "072-638 01 05"),
        ("+46 (0)72 638 01 05", "072-638 01 05"),
        ("0046726380105", "0726380105"),
        ("+372 512 3456", "5123456"),
        ("+1 816-555-0118", "(816) 555-0118"),
        ("+44 (0)20 7946 0958", "020 7946 0958"),
    ],
)
def test_a_countrys_code_makes_no_other_number(writing: str, other: str) -> None:
    assert phone_key(writing) == phone_key(other)


def test_a_number_that_begins_like_a_code_keeps_it() -> None:
    assert phone_key("046 123 4567") == "461234567"
    assert phone_key("35 12 34") == "351234"


def test_a_foreign_number_whose_plus_a_spreadsheet_took_is_the_same(verdict_on: Callable[..., Verdict]) -> None:
    row = {"Etunimi": "Ulla", "Sukunimi": "Aho", "Puhelin": "+46 72 638 01 05"}
    verdict = verdict_on(row, {**row, "Osoite": "Uusikatu 3", "Puhelin": "46726380105"})
    assert verdict.together
