"""Secret numbers are found in every writing, and numbers of other kinds are left alone. All codes are made up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban as ibans
from stdnum import luhn

from tikissa.model.schema import Meaning
from tikissa.text.secret_numbers import SecretKind, find_secrets, masked, secrets_of

CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
DASHES = "-‐‑–—−"
BLANKS = ("", " ", "\u00a0", "\u202f", "  ")
BIRTHS = st.dates(date(1930, 1, 1), date(2009, 12, 31))
NUMBERS = st.integers(900, 999)


def finnish(born: date, number: int) -> tuple[str, str]:
    """Return the digits and the check character of a made-up code."""
    digits = f"{born:%d%m%y}"
    return digits, f"{number}{CHECKS[int(f'{digits}{number}') % 31]}"


@st.composite
def finnish_codes(draw: st.DrawFn) -> str:
    """Draw a code with a sign, or with a letter at its end that stands in for one."""
    born = draw(BIRTHS)
    digits, rest = finnish(born, draw(NUMBERS))
    if draw(st.booleans()):
        digits = digits[:4] + f"{born:%Y}"
    signs = [*DASHES, *("YXWVU" if born.year < 2000 else "ABCDEF")]
    sign = draw(st.sampled_from([*signs, *("", ".", "/") * rest[-1].isalpha()]))
    rest = rest[:3] + draw(st.sampled_from(BLANKS)) + rest[3:]
    code = digits + draw(st.sampled_from(BLANKS)) + sign + draw(st.sampled_from(BLANKS)) + rest
    return draw(st.sampled_from([code, code.lower()]))


@st.composite
def swedish_codes(draw: st.DrawFn) -> str:
    born = draw(st.dates(date(1930, 1, 1), date(2009, 12, 31)))
    day = f"{born:%d}" if draw(st.booleans()) else str(born.day + 60)
    short = f"{born:%y%m}{day}{draw(NUMBERS)}"
    code, check = f"{born:%Y}"[:2] * draw(st.booleans()) + short[:6], luhn.calc_check_digit(short)
    return code + draw(st.sampled_from(DASHES)) + draw(st.sampled_from(BLANKS)) + short[6:] + check


@st.composite
def account_numbers(draw: st.DrawFn) -> str:
    bank = draw(st.from_regex(r"\A[0-9]{14}\Z"))
    number = f"FI{ibans.calc_check_digits(f'FIxx{bank}')}{bank}"
    between = draw(st.sampled_from(["", " ", "\u00a0", "-", "."]))
    written = between.join(number[place : place + 4] for place in range(0, len(number), 4))
    return draw(st.sampled_from([written, written.lower()]))


@st.composite
def card_numbers(draw: st.DrawFn) -> str:
    start = draw(st.sampled_from(["4", "51", "55", "2221", "2720", "6011", "65", "3528"]))
    digits = start + draw(st.from_regex(rf"\A[0-9]{{{15 - len(start)}}}\Z"))
    number = digits + luhn.calc_check_digit(digits)
    between = draw(st.sampled_from(["", " ", "\u00a0", "-", "–", ".", "/"]))
    return between.join(number[place : place + 4] for place in range(0, 16, 4))


SECRETS = st.one_of(finnish_codes(), swedish_codes(), account_numbers(), card_numbers())
AROUND = st.sampled_from(["", "asiakas ", "HETU_", "kortti:", "(", "soita, ", "tili ", "\t", "Maija Malli "])
MEANINGS = st.sampled_from([None, *Meaning])


def digits_of(text: str) -> str:
    return "".join(character for character in text.upper() if character.isalnum())


@given(SECRETS, AROUND, st.sampled_from(["", ", kiitos", ")", " ja muuta", "_"]), MEANINGS)
def test_no_secret_shows_in_a_cell_of_any_kind(secret: str, before: str, after: str, meaning: Meaning | None) -> None:
    shown = masked(before + secret + after, meaning)
    assert digits_of(secret)[-6:] not in digits_of(shown)
    assert "****" in shown


@given(SECRETS, AROUND)
def test_covering_twice_is_covering_once(secret: str, before: str) -> None:
    once = masked(before + secret, None)
    assert masked(once, None) == once
    whole = masked(secret, Meaning.IDENTITY_CODE)
    assert masked(whole, Meaning.IDENTITY_CODE) == whole


@given(st.text())
def test_a_column_of_identity_codes_shows_no_letter_and_no_digit_but_a_birth_date(text: str) -> None:
    shown = masked(text, Meaning.IDENTITY_CODE)
    found = find_secrets(text, Meaning.IDENTITY_CODE)
    if not found and "****" not in text:
        assert not any(map(str.isalnum, shown))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("HETU_131052-308T", "HETU_131052-****"),
        ("hetu131052-308T", "hetu131052-****"),
        ("010190-912 U", "010190-****"),
        ("131052 - 900 W", "131052 -****"),
        ("131052–900W, soita", "131052–****, soita"),
        ("19521013-9001", "19521013-****"),
        ("hetu: 0101909123", "hetu: 010190****"),
        ("maija.131052-900W@example.fi", "maija.131052-****@example.fi"),
        ("１３１０５２－９００Ｗ", "１３１０５２－****"),
        ("13.10.1952-900W", "13.10.1952-****"),
        ("fi21-1234-5600-0007-85", "fi21****85"),
        ("GB82 WEST 1234 5698 7654 32 thanks", "GB82****32 thanks"),
        ("4111.1111.1111.1111", "4111****11"),
        ("3782 822463 10005", "3782****05"),
    ],
)
def test_what_is_left_to_see_of_a_secret(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_a_mistyped_code_is_covered_but_not_proven() -> None:
    assert [secret.is_proven for secret in find_secrets("131052-900X")] == [False]
    assert masked("131052 900X") == "131052****"
    assert secrets_of(SecretKind.IDENTITY_CODE, "131052-900X") == ()


@pytest.mark.parametrize(
    "text",
    [
        *("0401234567", "040 123 4567", "+358401234567", "puh. 0401234567", "soita 050 1234567", "070-123 45 67"),
        *("1.52513888888889", "0,4111111111111111", "4111111111111.11", "60.1699123456789, 24.9384123456789", "0.52 €"),
        *("1234567-8", "FI12345678", "003712345678", "tilaus 1234567890123456", "4111111111111112", "2026-12-01 12:30"),
        *("240115-0013", "20240115-0015", "1.10.2020-31.12.2020", "Mannerheimintie 12 A 5 Helsinki", "6412345678901"),
    ],
)
@pytest.mark.parametrize("meaning", [None, Meaning.PHONE, Meaning.CUSTOMER_NUMBER, Meaning.PURCHASE_SUM])
def test_numbers_of_other_kinds_are_left_alone(text: str, meaning: Meaning | None) -> None:
    assert masked(text, meaning) == text


@given(st.integers(0, 10**10 - 1))
def test_ten_digits_alone_are_a_number_like_any_other(number: int) -> None:
    for meaning in (None, Meaning.PHONE, Meaning.CUSTOMER_NUMBER, Meaning.INVOICE_BALANCE):
        assert masked(f"{number:010}", meaning) == f"{number:010}"


@given(st.floats(-1e9, 1e9))
def test_a_decimal_is_no_card(number: float) -> None:
    assert masked(str(number)) == str(number)
    assert masked(str(number).replace(".", ",")) == str(number).replace(".", ",")


@pytest.mark.parametrize("meaning", [Meaning.NOTES, Meaning.SURNAME, Meaning.TOWN])
def test_ten_digits_that_add_up_are_a_code_in_a_column_of_words(meaning: Meaning) -> None:
    digits, rest = next(code for code in (finnish(date(1990, 2, 21), n) for n in range(900, 999)) if code[1].isdigit())
    assert masked(digits + rest, meaning) == f"{digits}****"


@given(BIRTHS, NUMBERS, MEANINGS)
def test_a_swedish_code_of_twelve_digits_is_covered_in_a_column_of_numbers_too(
    born: date, number: int, meaning: Meaning | None
) -> None:
    short = f"{born:%y%m%d}{number}"
    code = f"{born:%Y}"[:2] + short + luhn.calc_check_digit(short)
    assert masked(code, meaning) == f"{code[:8]}****"
    assert masked(f"{code}.0", meaning) == f"{code[:8]}****" + (".*" if meaning is Meaning.IDENTITY_CODE else ".0")
