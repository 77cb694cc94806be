"""What may speak of permission and nobody explained: asked, never a safe merge, never dropped, said on every list."""

from dataclasses import replace

import pytest

from builders import TODAY, log, register
from tikissa.analysis.analyse import analyse
from tikissa.lists.mailing import mailing_list
from tikissa.lists.mailing_file import about_rows
from tikissa.model.analysis import Settings
from tikissa.model.permission import ANY, NONE, Channel, Correction, Said, Stance
from tikissa.model.schema import Meaning
from tikissa.review.derive import derive

PEOPLE = {
    "Nimi": ["Aino Ahola", "Ahola Aino", "Eino Ek", "Outi Oja"],
    "Puhelin": ["040 881 0023", "040 881 0023", "040 881 0024", "040 881 0025"],
    "Sähköposti": ["aino@posti.fi", "aino@posti.fi", "eino@posti.fi", "outi@posti.fi"],
    "Katuosoite": ["Puistotie 2", "Puistotie 2", "Mäkitie 3", "Rantatie 4"],
}


@pytest.mark.parametrize(("marks", "is_safe"), [(["A", "B"], False), (["A", "A"], True), (["A", ""], False)])
def test_rows_that_differ_in_what_nobody_explained_are_no_safe_merge(marks: list[str], is_safe: bool) -> None:
    seen = analyse(register(PEOPLE | {"SMS-suostumus": [*marks, "A", "B"]}), Settings(TODAY))
    (merge,) = seen.merges
    assert merge.safe is is_safe
    assert [entry.column for entry in seen.schema.unsure] == ["SMS-suostumus"]


def test_nothing_in_such_a_column_is_dropped_by_a_merge() -> None:
    seen = analyse(register(PEOPLE | {"SMS-suostumus": ["A", "B", "A", "B"]}), Settings(TODAY))
    kept = {value.column: value.value for value in seen.merges[0].golden.values}
    assert set(kept["SMS-suostumus"].split("; ")) == {"A", "B"}


def test_every_list_says_that_such_a_column_was_not_heeded() -> None:
    seen = analyse(register(PEOPLE | {"SMS-suostumus": ["A", "B", "A", "B"]}), Settings(TODAY))
    outcome = derive(seen.register, seen.keys, log())
    for way in Channel:
        listed = mailing_list(outcome, seen.schema, log(), seen.keys, way, TODAY)
        assert listed.not_heeded == ("SMS-suostumus",)
        assert any("SMS-suostumus" in told for (told,) in about_rows(listed, "a.csv", "en"))


def test_the_users_word_settles_it_value_by_value_and_channel_by_channel() -> None:
    answers = (("a", Said(Stance.ALLOWED, frozenset({Channel.SMS}))), ("b", Said(Stance.FORBIDDEN, NONE, ANY)))
    said = {"SMS-suostumus": Correction(None, answers)}
    settings = replace(Settings(TODAY), meanings={"SMS-suostumus": Meaning.PERMISSION}, corrections=said)
    seen = analyse(register(PEOPLE | {"SMS-suostumus": ["A", "B", "A", "B"]}), settings)
    (merge,) = seen.merges
    assert merge.safe
    assert not seen.schema.unsure
    kept = {value.column: value.value for value in merge.golden.values}
    assert kept["SMS-suostumus"] == "B"
