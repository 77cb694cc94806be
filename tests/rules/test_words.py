"""Every code a rule or a check may give has its sentence and its heading."""

from tikissa import messages
from tikissa.rules import ALL_CHECKS, KINDS, is_error


def test_every_code_has_a_sentence_and_a_heading() -> None:
    codes = [*KINDS, *(code for check in ALL_CHECKS for code in check.codes)]
    assert [code for code in codes if not messages.has_words(code) or not messages.has_words(f"{code}.title")] == []


def test_errors_are_told_from_matters_of_writing() -> None:
    assert is_error("postal_code.leading_zeros")
    assert not is_error("phone.format")
    assert not is_error("hand.edit")
