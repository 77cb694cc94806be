"""Repairs of several cells of a row at once: one fix, accepted as one."""

from collections.abc import Mapping

import pytest

from builders import TODAY, keys, register
from tikissa.model.analysis import Settings
from tikissa.model.proposal import Fix
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.rules.inspect import propose_fixes

USUAL = {
    Meaning.GIVEN_NAME: "Liisa",
    Meaning.SURNAME: "Sumula",
    Meaning.STREET: "Kirkkotie 7",
    Meaning.POSTAL_CODE: "00100",
    Meaning.TOWN: "Helsinki",
    Meaning.EMAIL: "liisa@firma.fi",
    Meaning.PHONE: "040 1234567",
}
SCHEMA = Schema(tuple(ColumnMeaning(str(meaning), meaning, 1.0, True) for meaning in USUAL))


def fixes_of(row: Mapping[Meaning, str]) -> tuple[Fix, ...]:
    columns = {str(meaning): [usual, usual, usual, row.get(meaning, usual)] for meaning, usual in USUAL.items()}
    return propose_fixes(register(columns), SCHEMA, keys(4), Settings(TODAY))


def changed(row: Mapping[Meaning, str]) -> tuple[str, dict[str, str]]:
    (fix,) = fixes_of(row)
    assert not fix.safe
    return fix.reason.code, {change.column: change.after for change in fix.changes}


def test_a_given_name_and_a_surname_are_put_in_their_own_cells() -> None:
    row = {Meaning.GIVEN_NAME: "Virtanen", Meaning.SURNAME: "Matti"}
    assert changed(row) == ("name.swapped", {"given_name": "Matti", "surname": "Virtanen"})


def test_a_surname_of_this_register_is_known_whatever_its_ending() -> None:
    row = {Meaning.GIVEN_NAME: "Sumula", Meaning.SURNAME: "Johanna"}
    assert changed(row) == ("name.swapped", {"given_name": "Johanna", "surname": "Sumula"})


def test_a_swap_carries_the_repairs_of_its_cells() -> None:
    (fix,) = fixes_of({Meaning.GIVEN_NAME: "VIRTANEN", Meaning.SURNAME: " Matti"})
    assert [(change.before, change.after) for change in fix.changes] == [("VIRTANEN", "Matti"), (" Matti", "Virtanen")]
    assert {reason.code for reason in fix.also} == {"name.capitals", "text.blanks"}


@pytest.mark.parametrize(
    ("given", "surname"),
    [("", "Virtanen Matti"), ("", "Matti Virtanen"), ("Matti Sumula", ""), ("", "Virtanen, Matti")],
)
def test_a_whole_name_is_split_where_the_other_cell_is_empty(given: str, surname: str) -> None:
    code, after = changed({Meaning.GIVEN_NAME: given, Meaning.SURNAME: surname})
    assert code == "name.split"
    assert after["given_name"] == "Matti"
    assert after["surname"] in ("Virtanen", "Sumula")


def test_a_code_and_a_town_in_each_others_cells_change_places() -> None:
    row = {Meaning.POSTAL_CODE: "Tampere", Meaning.TOWN: "33100"}
    assert changed(row) == ("cell.misplaced", {"postal_code": "33100", "town": "Tampere"})


def test_an_address_in_the_phones_cell_moves_to_its_own() -> None:
    row = {Meaning.EMAIL: "", Meaning.PHONE: "matti@firma.fi"}
    assert changed(row) == ("cell.misplaced", {"email": "matti@firma.fi", "phone": ""})


def test_an_address_and_a_number_in_each_others_cells_change_places() -> None:
    row = {Meaning.EMAIL: "050 1234567", Meaning.PHONE: "matti@firma.fi"}
    assert changed(row) == ("cell.misplaced", {"email": "matti@firma.fi", "phone": "050 1234567"})


def test_a_whole_address_is_split_into_empty_cells() -> None:
    row = {Meaning.STREET: "Mäkitie 3 A 4, 33100 Tampere", Meaning.POSTAL_CODE: "", Meaning.TOWN: ""}
    assert changed(row) == ("address.split", {"street": "Mäkitie 3 A 4", "postal_code": "33100", "town": "Tampere"})


def test_a_code_is_taken_out_of_the_towns_cell() -> None:
    row = {Meaning.POSTAL_CODE: "", Meaning.TOWN: "33100 Tampere"}
    assert changed(row) == ("address.split", {"postal_code": "33100", "town": "Tampere"})


@pytest.mark.parametrize(
    "row",
    [
        {},
        {Meaning.GIVEN_NAME: "Kaarlo", Meaning.SURNAME: "Antti"},
        {Meaning.GIVEN_NAME: "", Meaning.SURNAME: "Matti"},
        {Meaning.GIVEN_NAME: "", Meaning.SURNAME: "von Wright"},
        {Meaning.GIVEN_NAME: "Matti Juhani", Meaning.SURNAME: ""},
        {Meaning.GIVEN_NAME: "Xenia", Meaning.SURNAME: "Matti"},
        {Meaning.STREET: "Mäkitie 3, 33100 Tampere"},
        {Meaning.POSTAL_CODE: "", Meaning.TOWN: ""},
        {Meaning.EMAIL: "", Meaning.PHONE: ""},
    ],
)
def test_what_is_in_its_place_stays(row: Mapping[Meaning, str]) -> None:
    assert fixes_of(row) == ()
