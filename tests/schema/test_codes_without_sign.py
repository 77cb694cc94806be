"""Identity codes without a sign are found by their check characters, whatever their column is called."""

import pytest
from stdnum import luhn

from builders import TODAY, register
from tikissa.model.schema import Meaning
from tikissa.schema.detect import detect
from tikissa.text.secret_numbers import masked

_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def _finnish(place: int) -> str:
    digits = f"{1 + place % 28:02}{1 + place % 12:02}{40 + place}{900 + place}"
    return digits + _CHECKS[int(digits) % 31]


def _swedish(place: int) -> str:
    digits = f"{40 + place}{1 + place % 12:02}{1 + place % 28:02}{980 + place % 19}"
    return digits + luhn.calc_check_digit(digits)


FINNISH, SWEDISH = [[of(place) for place in range(40)] for of in (_finnish, _swedish)]
DIGITS = [code for code in FINNISH if code.isdigit()]
PHONES = [f"040123{place:04}" for place in range(0, 4000, 97)]
ORDERS = [f"{1000000000 + 7 * place}" for place in range(40)]


def _meaning(header: str, texts: list[str]) -> Meaning | None:
    return detect(register({"Nimi": ["Aino Ahola"] * len(texts), header: texts}), today=TODAY).columns[1].meaning


@pytest.mark.parametrize("header", ["Tunnus", "Numero", "X", "Muu", "Id"])
@pytest.mark.parametrize("texts", [FINNISH, SWEDISH, DIGITS], ids=["finnish", "swedish", "digits"])
def test_a_column_of_codes_is_one_of_codes_and_stands_covered(header: str, texts: list[str]) -> None:
    meaning = _meaning(header, texts)
    assert meaning is Meaning.IDENTITY_CODE
    assert all(text[-4:] not in masked(text, meaning) for text in texts)


@pytest.mark.parametrize("header", ["Tunnus", "Numero", "X", "Puhelin"])
@pytest.mark.parametrize("texts", [PHONES, ORDERS], ids=["phones", "orders"])
def test_other_numbers_of_ten_digits_are_none(header: str, texts: list[str]) -> None:
    assert _meaning(header, texts) is not Meaning.IDENTITY_CODE
