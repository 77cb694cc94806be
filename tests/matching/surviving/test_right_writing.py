"""What a merge keeps of writings of one value: the right letters and the whole number, whichever row is newer."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import register
from tikissa.matching.surviving.right_writing import whole_of, with_letters
from tikissa.matching.surviving.survivorship import golden_record
from tikissa.model.record import RecordId
from tikissa.model.register import ColumnCells
from tikissa.model.schema import ColumnMeaning, Meaning, Schema

MEANINGS: Mapping[str, Meaning | None] = {
    "Nimi": Meaning.WHOLE_NAME,
    "Yritys": Meaning.COMPANY,
    "Osoite": Meaning.STREET,
    "Postinro": Meaning.POSTAL_CODE,
    "Kaupunki": Meaning.TOWN,
    "Puhelin": Meaning.PHONE,
    "Puhelin 2": Meaning.PHONE,
    "Sähköposti": Meaning.EMAIL,
    "Ryhmä": None,
    "Viimeisin osto": Meaning.LAST_PURCHASE,
}
OLDER, NEWER = "1.2.2020", "1.2.2025"


def kept(column: str, older: str, newer: str, others: Sequence[str] = ()) -> str:
    """Return what survives of two rows in a register with other rows too."""
    cells = {"Nimi": ["Aino Oja", "Aino Oja"], "Osoite": ["Kuja 1", "Kuja 1"], "Viimeisin osto": [OLDER, NEWER]}
    cells |= {column: [older, newer]}
    made = register(
        {name: [*texts, *(others if name == column else [""] * len(others))] for name, texts in cells.items()}
    )
    schema = Schema(tuple(ColumnMeaning(name, MEANINGS[name], 1.0, True) for name in cells))
    golden = golden_record(made, schema, (RecordId(0), RecordId(1)))
    assert golden.survivor == 1
    return next((value.value for value in golden.values if value.column == column), newer)


@pytest.mark.parametrize(
    ("column", "right", "without"),
    [
        ("Nimi", "Mäkelä Jörgen", "Makela Jorgen"),
        ("Nimi", "Åberg Örjan", "Aberg Orjan"),
        ("Nimi", "André Müller", "Andre Muller"),
        ("Nimi", "Jörg Müller", "Joerg Mueller"),
        ("Nimi", "Søren Ågaard", "Soren Aagaard"),
        ("Nimi", "Õnne Tõnisson", "Onne Tonisson"),
        ("Yritys", "Sähkö-Järvi Oy", "Sahko-Jarvi Oy"),
        ("Osoite", "Mäkitie 4 B 12", "Makitie 4 B 12"),
        ("Kaupunki", "Jyväskylä", "Jyvaskyla"),
        ("Ryhmä", "Ylläpito", "Yllapito"),
    ],
)
def test_the_letters_survive_whichever_row_is_newer(column: str, right: str, without: str) -> None:
    assert kept(column, right, without) == kept(column, without, right) == right


def test_letters_that_each_row_has_some_of_come_together() -> None:
    assert kept("Nimi", "Mäkelä Jorgen", "Makela Jörgen") == "Mäkelä Jörgen"


def test_capitals_stay_capitals() -> None:
    assert kept("Nimi", "Mäkelä Jörgen", "MAKELA Jorgen") in ("MÄKELÄ Jörgen", "Mäkelä Jörgen")


def test_dots_that_are_a_typing_error_do_not_win_over_the_registers_usual_writing() -> None:
    usual = [f"Virtanen {name}" for name in ("Aino", "Eino", "Onni", "Venla", "Saima", "Niilo", "Oskar")]
    assert kept("Nimi", "Virtänen Matti", "Virtanen Matti", usual) == "Virtanen Matti"


@pytest.mark.parametrize("garbled", ["MÃ¤kelÃ¤ Jorgen", "M?kel? J?rgen", "M\ufffdkel\ufffd Jorgen"])
def test_garbled_letters_are_no_right_ones(garbled: str) -> None:
    cells = ColumnCells.of(["Makela Jorgen", garbled])
    assert with_letters("Makela Jorgen", [garbled], cells) == "Makela Jorgen"


@given(st.text(alphabet="abåäöé ÅÄÖn", max_size=12), st.text(alphabet="abåäöé ÅÄÖn", max_size=12))
def test_nothing_but_letters_of_the_same_words_changes(text: str, other: str) -> None:
    spelled = with_letters(text, [other], ColumnCells.of([text, other]))
    assert len(spelled.split(" ")) == len(text.split(" "))
    assert with_letters(spelled, [other], ColumnCells.of([text, other])) == spelled


@pytest.mark.parametrize(
    ("column", "whole", "cut"),
    [
        ("Puhelin", "0412188187", "041218818"),
        ("Puhelin", "0459805693", "04598056"),
        ("Puhelin", "+358 41 218 8187", "041 218818"),
        ("Puhelin", "09 1234567", "09 12345"),
        ("Puhelin", "050 1234567", "0501234"),
        ("Sähköposti", "ella.peltonen@firma.example", "ella.peltonen@firma.exam"),
        ("Sähköposti", "ella@gmail.com", "ella@gmail.co"),
        ("Sähköposti", "ella@firma.fi", "ella@firma.f"),
        ("Sähköposti", "ella@firma.fi", "ella@firma"),
    ],
)
def test_a_value_whose_end_is_missing_loses_whichever_row_is_newer(column: str, whole: str, cut: str) -> None:
    assert kept(column, whole, cut) == kept(column, cut, whole) == whole


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("0412188187", "0501234567"),
        ("04121881877", "0412188187"),
        ("0412188187", "0412188186"),
        ("ella@firma.fi", "ella.peltonen@firma.fi"),
    ],
)
def test_a_value_that_is_another_or_too_long_gives_way_to_the_newer_one(older: str, newer: str) -> None:
    assert kept("Sähköposti" if "@" in older else "Puhelin", older, newer) == newer


def test_a_number_whose_end_is_missing_takes_no_room_of_its_own() -> None:
    cells = {"Puhelin": ["0459805693", "04598056"], "Puhelin 2": ["", ""], "Viimeisin osto": [OLDER, NEWER]}
    schema = Schema(tuple(ColumnMeaning(name, MEANINGS[name], 1.0, True) for name in cells))
    golden = golden_record(register(cells), schema, (RecordId(0), RecordId(1)))
    assert {value.column: value.value for value in golden.values if value.value} == {
        "Puhelin": "0459805693",
        "Viimeisin osto": NEWER,
    }


def test_a_beginning_of_too_few_letters_is_none() -> None:
    assert whole_of("0412", ["041218818"]) is None
    assert whole_of("41218", ["412188187"]) == "412188187"
