"""Business ids, identity codes, account and card numbers, each told by its check digit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.fi import ytunnus

from tikissa.text.identifiers import business_id, card_numbers, ibans, identity_codes, looks_like_business_id, masked


@pytest.mark.parametrize(
    "text", ["0112038-9", "01120389", "1120389", "112038-9", "FI01120389", "0112038–9", "Y-tunnus 0112038-9"]
)
def test_a_business_id_is_read_however_it_is_written(text: str) -> None:
    assert business_id(text) == "0112038-9"


@pytest.mark.parametrize("text", ["0112038-8", "0000000-0", "123", "", "haussa", "556036-0793", "12345678901"])
def test_what_is_no_business_id_is_not_read(text: str) -> None:
    assert business_id(text) is None


@given(st.integers(min_value=1, max_value=99999999).map(lambda number: f"{number:08}"))
def test_our_check_digit_is_the_one_everybody_knows(number: str) -> None:
    assert (business_id(number) is not None) == ytunnus.is_valid(number)


def test_a_wrong_business_id_still_looks_like_one() -> None:
    assert looks_like_business_id("0112038-8")
    assert not looks_like_business_id("haussa")


def made_up_code(born: str, mark: str, number: int) -> str:
    marks = "0123456789ABCDEFHJKLMNPRSTUVWXY"
    return f"{born}{mark}{number}{marks[int(f'{born}{number}') % 31]}"


def test_an_identity_code_is_found_in_a_text() -> None:
    code = made_up_code("131052", "-", 908)
    assert list(identity_codes(f"asiakas {code}, soita")) == [code]


@pytest.mark.parametrize("mark", list("-+YXWVUABCDEF"))
def test_every_century_mark_is_known(mark: str) -> None:
    code = made_up_code("131012", mark, 908)
    assert list(identity_codes(code.lower())) == [code.lower()]


def test_an_identity_code_of_a_wrong_check_character_is_none() -> None:
    code = made_up_code("131052", "-", 908)
    assert list(identity_codes(code[:-1] + ("A" if code[-1] != "A" else "B"))) == []


def test_an_account_number_is_found_with_and_without_blanks() -> None:
    assert list(ibans("tili FI21 1234 5600 0007 85.")) == ["FI21 1234 5600 0007 85"]
    assert list(ibans("FI2112345600000785")) == ["FI2112345600000785"]
    assert list(ibans("FI2112345600000786")) == []


def test_a_card_number_is_found_and_a_long_order_number_is_not() -> None:
    assert list(card_numbers("kortti 4111 1111 1111 1111")) == ["4111 1111 1111 1111"]
    assert list(card_numbers("4111111111111112")) == []
    assert list(card_numbers("tilaus 1234567890123456")) == []
    assert list(card_numbers("+358401234567")) == []


@pytest.mark.parametrize("secret", [made_up_code("131052", "-", 908), "FI2112345600000785", "4111 1111 1111 1111"])
def test_what_is_secret_does_not_show(secret: str) -> None:
    assert masked(secret).count("*") >= 4
    assert secret[-4:] not in masked(secret)
