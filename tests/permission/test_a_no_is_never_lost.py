"""Every known word for a no, and those people think of themselves: read right, and never lost on the way."""

import sys
from pathlib import Path

import pytest

from builders import TODAY, register
from tikissa.model.permission import NOT_UNDERSTOOD, PermissionColumn, Said, Stance, Subject
from tikissa.permission.columns_in_force import column_of
from tikissa.permission.permission_cells import said
from tikissa.resources import resource
from tikissa.schema.detect import detect

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "build_scripts"))
from evaluate_permissions import Word, judged, words_of

WORDS = [
    word
    for table in (resource("reference", "consent.csv"), Path(__file__).with_name("words.csv"))
    for word in dict.fromkeys(words_of(table))
]
EVERY = 37
"""The whole way is long: one word in so many goes it in a usual run, every one in the long form."""


def _read(word: Word) -> Said:
    built = register({"Nimi": ["Aino Ahola", "Eino Ek"], word.header: [word.value, word.other]})
    column = column_of(detect(built, today=TODAY), word.header)
    return NOT_UNDERSTOOD if column is None else said(column, word.value)


def _is_right(word: Word, told: Said) -> bool:
    match word.stance:
        case "forbid":
            return told.state.is_closed or (told.stance is Stance.FORBIDDEN and told.forbidden == word.channels)
        case "allow":
            return told.stance is Stance.ALLOWED
        case "unknown":
            return told.stance is not Stance.ALLOWED
    return not told.forbidden and not told.allowed


def test_every_word_says_what_it_says_of_its_own_channels_alone() -> None:
    assert [(word.header, word.value) for word in WORDS if not _is_right(word, _read(word))] == []


@pytest.mark.parametrize("word", WORDS[::EVERY], ids=lambda word: word.header)
def test_a_no_goes_through_merges_lists_the_gate_and_next_month(word: Word) -> None:
    assert judged(word) == ("right", "")


@pytest.mark.full
def test_every_no_does() -> None:
    assert [(word.header, word.value, fault) for word in WORDS for _, fault in [judged(word)] if fault] == []


@pytest.mark.parametrize("text", ["ei enää estoa", "no opt-out", "inget förbud", "kielto purettu", "ei kieltoa"])
def test_a_prohibition_taken_back_forbids_nothing(text: str) -> None:
    assert not said(PermissionColumn("Huom", Subject.WORDS), text).forbidden
    assert not said(PermissionColumn("Markkinointikielto", Subject.PROHIBITION), text).forbidden
