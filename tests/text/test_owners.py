"""Whose detail a column holds, by its header."""

import pytest

from tikissa.text.owners import whose


@pytest.mark.parametrize(
    ("header", "other"),
    [
        ("Huoltajan puh", "Puhelin"),
        ("Laskutussähköposti", "Sähköposti"),
        ("Billing Email", "Email"),
        ("Fakturerings e-post", "E-post"),
        ("Yhteyshenkilön puhelin", "Puhelin"),
        ("Toimituspuhelin", "Laskutuspuhelin"),
    ],
)
def test_anothers_detail_is_not_the_customers_own(header: str, other: str) -> None:
    assert whose(header) != whose(other)


@pytest.mark.parametrize(("header", "other"), [("Puhelin", "Matkapuhelin"), ("Huoltajan puh", "Huoltajan GSM")])
def test_two_details_of_one_person_are_told_to_be_so(header: str, other: str) -> None:
    assert whose(header) == whose(other)
