"""Finnish telephone numbers read and written."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tikissa.text.phones import (
    STYLES,
    is_likely_finnish,
    is_mobile,
    lost_zero,
    national_number,
    plain_mobile,
    style_of,
    with_extension,
    write_number,
    write_plain_mobile,
)

MOBILES = st.from_regex(r"0(4[1-6]|50)[1-9][0-9]{6}", fullmatch=True)


@given(MOBILES, st.sampled_from(STYLES))
def test_a_number_says_the_same_in_every_style(number: str, style: str) -> None:
    written = write_number(number, style)
    assert national_number(written) == number
    assert style_of(written) == style


@given(MOBILES, st.sampled_from(STYLES), st.sampled_from(STYLES))
def test_the_short_way_to_write_a_mobile_number_agrees_with_the_long_one(number: str, style: str, other: str) -> None:
    cut = plain_mobile(write_number(number, style))
    assert cut is not None
    assert write_plain_mobile(cut, other) == write_number(number, other)


@given(MOBILES)
def test_a_mobile_number_taken_at_sight_is_one_the_numbering_plan_has(number: str) -> None:
    assert phonenumbers.is_valid_number(phonenumbers.parse(number, "FI"))


@pytest.mark.parametrize(
    ("style", "mobile", "landline", "free"),
    [
        ("0401234567", "0401234567", "091234567", "0800123456"),
        ("040 1234567", "040 1234567", "09 1234567", "0800 123456"),
        ("040 123 4567", "040 123 4567", "09 123 4567", "0800 123 456"),
        ("040-1234567", "040-1234567", "09-1234567", "0800-123456"),
        ("040-123 4567", "040-123 4567", "09-123 4567", "0800-123 456"),
        ("+358401234567", "+358401234567", "+35891234567", "0800123456"),
        ("+358 401234567", "+358 401234567", "+358 91234567", "0800123456"),
        ("+358 40 1234567", "+358 40 1234567", "+358 9 1234567", "0800 123456"),
        ("+358 40 123 4567", "+358 40 123 4567", "+358 9 123 4567", "0800 123 456"),
        ("358401234567", "358401234567", "35891234567", "0800123456"),
    ],
)
def test_each_style_for_mobiles_landlines_and_numbers_one_cannot_call_from_abroad(
    style: str, mobile: str, landline: str, free: str
) -> None:
    numbers = ("0401234567", "091234567", "0800123456")
    assert tuple(write_number(number, style) for number in numbers) == (mobile, landline, free)


@pytest.mark.parametrize(
    "text", ["+46 70 123 45 67", "0046701234567", "+372 5123 4567", "040 1234567 Matti", "", "1234567"]
)
def test_what_is_no_finnish_writing_is_not_read(text: str) -> None:
    assert national_number(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("401234567", "0401234567"),
        ("40 1234567", "0401234567"),
        ("4573124567", "04573124567"),
        ("40123456", "040123456"),
    ],
)
def test_a_lost_zero_comes_back(text: str, number: str) -> None:
    assert lost_zero(text) == number


@pytest.mark.parametrize("text", ["4012345678", "4012345", "391234567", "415-626-6006", "+401234567"])
def test_a_number_that_lost_no_zero_gets_none(text: str) -> None:
    assert lost_zero(text) is None


def test_a_number_too_long_for_finland_is_not_finnish() -> None:
    assert is_likely_finnish("0401234567")
    assert not is_likely_finnish("04012345678901")
    assert not is_likely_finnish("0001234567")


@pytest.mark.parametrize(
    ("phone", "mobile"),
    [("401234567", True), ("+358 50 123 4567", True), ("0457 123 4567", True), ("09 123 456", False), ("", False)],
)
def test_mobile_numbers_are_told_from_others(phone: str, mobile: bool) -> None:
    assert is_mobile(phone) is mobile


@given(st.from_regex(r"0(30|39|300|303)[1-9][0-9]{4,5}", fullmatch=True), st.sampled_from(STYLES))
def test_a_nationwide_number_keeps_its_prefix_in_every_style(number: str, style: str) -> None:
    written = write_number(number, style)
    assert national_number(written) == number
    assert not written.startswith(("03 0", "03-0", "03 9", "03-9", "+358 3 "))


@pytest.mark.parametrize("decimal", ["45310.6125", "0.61251234", "40.1234567", "1.52513888888889", "44927,5"])
def test_a_number_with_decimals_is_no_phone(decimal: str) -> None:
    assert national_number(decimal) is None
    assert lost_zero(decimal) is None


@pytest.mark.parametrize(
    ("text", "number", "extension"),
    [
        ("09 123 4567 / 136", "09 123 4567", "136"),
        ("09 123 4567 alanro 136", "09 123 4567", "136"),
        ("09-1234567 ala-nro: 136", "09-1234567", "136"),
        ("08-123 45 67 ankn. 12", "08-123 45 67", "12"),
        ("+49 30 123456 Durchwahl 12", "+49 30 123456", "12"),
        ("020 7946 0958 ext. 4", "020 7946 0958", "4"),
        ("(212) 555-0123 x12345", "(212) 555-0123", "12345"),
        ("+372 612 3456 (12)", "+372 612 3456", "12"),
    ],
)
def test_an_extension_is_told_from_its_number(text: str, number: str, extension: str) -> None:
    found = with_extension(text)
    assert found is not None
    assert (found.number, found.extension) == (number, extension)


@pytest.mark.parametrize(
    "text", ["040 1234567", "09 1234567 / 050 1234567", "09 1234567 Matti", "12 / 3", "040-123 4567"]
)
def test_a_number_without_an_extension_has_none(text: str) -> None:
    assert with_extension(text) is None
