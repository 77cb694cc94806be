"""One telephone number is one, however it is written and whatever stands beside it in the cell; so is an address."""

from collections.abc import Callable

import pytest

from matching.conftest import Verdict
from tikissa.matching.preparing.normalised_identifiers import email_keys, phone_key, phone_keys


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


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("040 1234567 / 09 765432", ("401234567", "9765432")),
        ("040-1234567 tai 050-7654321", ("401234567", "507654321")),
        ("0401234567 0507654321", ("401234567", "507654321")),
        ("Matti 040 1234567, Liisa 050 7654321", ("401234567", "507654321")),
        ("09/12345678", ("912345678", "")),
        ("+49 151 / 23 45 67 89", ("15123456789", "")),
        ("+358 (0) 40 123 4567", ("401234567", "")),
        ("040 1234567, 0401234567", ("401234567", "")),
    ],
)
def test_one_cell_may_hold_two_numbers(cell: str, numbers: tuple[str, str]) -> None:
    assert phone_keys(cell) == numbers


@pytest.mark.parametrize(
    ("cell", "addresses"),
    [
        ("a@b.fi; c@d.fi", ("a@b.fi", "c@d.fi")),
        ("Matti <matti@b.fi>", ("matti@b.fi", "")),
        ("040 1234567 matti@b.fi", ("matti@b.fi", "")),
        ("matti @ b.fi", ("matti@b.fi", "")),
        ("A@b.fi a@b.fi", ("a@b.fi", "")),
    ],
)
def test_one_cell_may_hold_two_addresses_of_e_mail(cell: str, addresses: tuple[str, str]) -> None:
    assert email_keys(cell) == addresses


def test_the_second_number_of_a_cell_tells_the_customer_too(verdict_on: Callable[..., Verdict]) -> None:
    row = {"Etunimi": "Ulla", "Sukunimi": "Aho", "Puhelin": "09 765432 / 040 1234567"}
    assert verdict_on(row, {**row, "Osoite": "Uusikatu 3", "Puhelin": "040-1234567"}).together
