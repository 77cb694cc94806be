"""`--meaning` says on the command line what the window asks: what a column is, of which channels, value by value."""

import pytest

from tikissa.model.permission import ANY, Channel, CustomerState, Stance
from tikissa.model.schema import Meaning
from tikissa.permission.user_words import column_word


def test_a_column_its_channels_and_its_values_are_said_in_one_word() -> None:
    word = column_word("Lupa a=permission:sms,email;o=forbidden;A=allowed:sms;K=deceased;?=unknown")
    assert (word.column, word.meaning) == ("Lupa a", Meaning.PERMISSION)
    assert word.correction is not None
    answers = dict(word.correction.answers)
    assert word.correction.channels == {Channel.SMS, Channel.EMAIL}
    assert answers["o"].forbidden == {Channel.SMS, Channel.EMAIL}
    assert (answers["a"].stance, answers["a"].allowed) == (Stance.ALLOWED, {Channel.SMS})
    assert answers["k"].state is CustomerState.DECEASED
    assert answers["?"].stance is Stance.UNKNOWN


def test_a_column_may_be_nothing_of_the_kind_and_any_channel_is_a_word() -> None:
    assert column_word("Luokka=none").meaning is None
    correction = column_word("Lupa=permission:any").correction
    assert correction is not None
    assert correction.channels == ANY


@pytest.mark.parametrize("text", ["Lupa", "=permission", "Lupa=permision", "Lupa=permission:fax", "Lupa=permission;x"])
def test_what_nobody_understands_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        column_word(text)
