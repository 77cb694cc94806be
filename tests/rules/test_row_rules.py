"""Repairs of several cells of a row at once: one fix, accepted as one."""

from collections.abc import Mapping, Sequence

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


PHONES = {"Nimi": Meaning.WHOLE_NAME, "Puhelin": Meaning.PHONE, "Puhelin 2": Meaning.PHONE, "Huom": Meaning.NOTES}


def told(meanings: Mapping[str, Meaning], row: Sequence[str], usual: Sequence[str]) -> list[tuple[str, dict[str, str]]]:
    """Propose for one row below three that show how the register writes."""
    columns = dict(zip(meanings, ([one, one, one, other] for one, other in zip(usual, row, strict=True)), strict=True))
    schema = Schema(tuple(ColumnMeaning(name, meaning, 1.0, True) for name, meaning in meanings.items()))
    fixes = [fix for fix in propose_fixes(register(columns), schema, keys(4), Settings(TODAY)) if fix.record == 3]
    assert not any(fix.safe for fix in fixes)
    return [(fix.reason.code, {change.column: change.after for change in fix.changes}) for fix in fixes]


@pytest.mark.parametrize(
    ("first", "second", "after"),
    [
        ("040 1234567 / 050 7654321", "", {"Puhelin": "040 1234567", "Puhelin 2": "050 7654321"}),
        ("0401234567,0507654321", "", {"Puhelin": "040 1234567", "Puhelin 2": "050 7654321"}),
        ("+358401234567 ja 09 123456", "", {"Puhelin": "040 1234567", "Puhelin 2": "09 123456"}),
        ("40 1234567; +46 70 123 45 67", "", {"Puhelin": "040 1234567", "Puhelin 2": "+46 70 123 45 67"}),
        ("040 1234567 / 050 7654321", "040 1234567", {"Puhelin": "050 7654321"}),
        ("", "040 1234567 tai 050 7654321", {"Puhelin 2": "040 1234567", "Puhelin": "050 7654321"}),
    ],
)
def test_a_second_number_moves_to_the_second_column(first: str, second: str, after: dict[str, str]) -> None:
    (fix,) = told(PHONES, ("Liisa Mäki", first, second, ""), ("Liisa Mäki", "040 1111111", "040 2222222", ""))
    assert fix == ("phone.second", after)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("040 1234567 / 050 7654321", "044 5555555"),
        ("040 1234567 / 1234567 / 7654321", ""),
        ("040 1234567 / 12", ""),
        ("040 1234567", "040 1234567"),
    ],
)
def test_no_number_moves_where_there_is_no_room_or_no_second_number(first: str, second: str) -> None:
    assert told(PHONES, ("Liisa Mäki", first, second, ""), ("Liisa Mäki", "040 1111111", "040 2222222", "")) == []


def test_a_second_address_moves_to_the_second_column() -> None:
    columns = {"Sähköposti": Meaning.EMAIL, "Sähköposti 2": Meaning.EMAIL}
    (fix,) = told(columns, ("a@firma.fi, B@firma.fi", ""), ("x@firma.fi", "y@firma.fi"))
    assert fix == ("email.second", {"Sähköposti": "a@firma.fi", "Sähköposti 2": "b@firma.fi"})


@pytest.mark.parametrize(
    ("phone", "notes", "kept"),
    [
        ("040-1234567 Matti", "", "040-1234567 Matti"),
        ("Matti 040 1234567", "vip", "vip; Matti 040 1234567"),
        ("040 1234567 (työ)", "", "040 1234567 (työ)"),
        ("kotiin 09 1234567", "", "kotiin 09 1234567"),
    ],
)
def test_words_beside_a_number_move_to_the_notes(phone: str, notes: str, kept: str) -> None:
    ((code, after),) = told(
        PHONES, ("Liisa Mäki", phone, "", notes), ("Liisa Mäki", "040 1111111", "040 2222222", "ok")
    )
    assert (code, after["Huom"]) == ("phone.with_text", kept)
    assert after["Puhelin"] in ("040 1234567", "09 1234567")


def test_words_beside_both_numbers_move_to_the_notes_together() -> None:
    row = ("Liisa Mäki", "040 1234567 Liisa", "050 7654321 Eero", "vip")
    assert told(PHONES, row, ("Eva Ek", "040 1111111", "040 2222222", "ok")) == [
        (
            "phone.with_text",
            {
                "Puhelin": "040 1234567",
                "Puhelin 2": "050 7654321",
                "Huom": "vip; 040 1234567 Liisa; 050 7654321 Eero",
            },
        )
    ]


@pytest.mark.parametrize("phone", ["09 123456 alanumero 12", "kysy Matilta", "Matti 040 1234567, Liisa 050 7654321"])
def test_a_text_with_more_than_one_number_or_none_stays(phone: str) -> None:
    assert told(PHONES, ("Liisa", phone, "", ""), ("Liisa", "040 1111111", "040 2222222", "")) == []


COMPANY = {
    "Yritys": Meaning.COMPANY,
    "Yhteyshenkilö": Meaning.CONTACT_PERSON,
    "Etunimi": Meaning.GIVEN_NAME,
    "Sukunimi": Meaning.SURNAME,
    "Y-tunnus": Meaning.BUSINESS_ID,
}
USUAL_COMPANY = ("Sumula Oy", "Liisa Mäki", "Liisa", "Mäki", "0112038-9")


@pytest.mark.parametrize(
    ("row", "after"),
    [
        (("", "Rakennus Mäki Oy", "", "", ""), {"Yritys": "Rakennus Mäki Oy", "Yhteyshenkilö": ""}),
        (
            ("Matti Virtanen", "Rakennus Mäki Oy", "", "", ""),
            {"Yritys": "Rakennus Mäki Oy", "Yhteyshenkilö": "Matti Virtanen"},
        ),
        (("", "", "Liisa", "Tmi Mäki", ""), {"Yritys": "Tmi Mäki", "Sukunimi": ""}),
    ],
)
def test_a_company_moves_out_of_a_persons_cell(row: Sequence[str], after: dict[str, str]) -> None:
    assert told(COMPANY, row, USUAL_COMPANY) == [("cell.misplaced", after)]


def test_a_person_moves_out_of_the_companys_cell_where_that_is_rare() -> None:
    rows = [USUAL_COMPANY] * 30 + [("Virtanen Matti", "", "", "", "")]
    columns = dict(zip(COMPANY, ([*column] for column in zip(*rows, strict=True)), strict=True))
    schema = Schema(tuple(ColumnMeaning(name, meaning, 1.0, True) for name, meaning in COMPANY.items()))
    (fix,) = propose_fixes(register(columns), schema, keys(len(rows)), Settings(TODAY))
    after = {change.column: change.after for change in fix.changes}
    assert after == {"Yritys": "", "Etunimi": "Matti", "Sukunimi": "Virtanen"}


@pytest.mark.parametrize(
    "row",
    [
        ("Matti Virtanen", "", "", "", "0112038-9"),
        ("Matti Virtanen", "", "Matti", "Virtanen", ""),
        ("Matti Virtanen", "", "", "", ""),
        ("Rakennus Mäki Oy", "Rakennus Mäki Oy", "", "", ""),
    ],
)
def test_a_company_column_with_persons_in_it_is_left_alone(row: Sequence[str]) -> None:
    assert told(COMPANY, row, USUAL_COMPANY) == []


def test_what_moves_is_written_as_its_new_column_writes_it() -> None:
    row = {Meaning.POSTAL_CODE: "TAMPERE", Meaning.TOWN: "33100"}
    assert changed(row) == ("cell.misplaced", {"postal_code": "33100", "town": "Tampere"})
    row = {Meaning.EMAIL: "", Meaning.PHONE: "MATTI@FIRMA.FI"}
    assert changed(row) == ("cell.misplaced", {"email": "matti@firma.fi", "phone": ""})


ADDRESS = (Meaning.STREET, Meaning.POSTAL_CODE, Meaning.TOWN)
REACHED = (*ADDRESS, Meaning.PHONE, Meaning.EMAIL)
ABROAD = (*ADDRESS, Meaning.COUNTRY)


def put_back(places: tuple[Meaning, ...], texts: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return the reason and the whole row, where one fix puts it in order."""
    usual = {Meaning.STREET: "Koivutie 1", Meaning.POSTAL_CODE: "00100", Meaning.TOWN: "Helsinki"}
    usual |= {Meaning.COUNTRY: "Suomi", Meaning.PHONE: "040 1234567", Meaning.EMAIL: "matti@firma.fi"}
    columns = {str(place): [usual[place]] * 3 + [text] for place, text in zip(places, texts, strict=True)}
    schema = Schema(tuple(ColumnMeaning(str(place), place, 1.0, True) for place in places))
    (fix,) = [fix for fix in propose_fixes(register(columns), schema, keys(4), Settings(TODAY)) if len(fix.changes) > 1]
    assert not fix.safe
    after = {change.column: change.after for change in fix.changes}
    return fix.reason.code, tuple(after.get(str(place), text) for place, text in zip(places, texts, strict=True))


@pytest.mark.parametrize(
    ("places", "texts", "right"),
    [
        (ADDRESS, ("90100", "Oulu", "Kirkkokatu 31 A 4"), ("Kirkkokatu 31 A 4", "90100", "Oulu")),
        (ADDRESS, ("Oulu", "Kirkkokatu 31 A 4", "90100"), ("Kirkkokatu 31 A 4", "90100", "Oulu")),
        (ADDRESS, ("Oulu", "90100", "Kirkkokatu 31 A 4"), ("Kirkkokatu 31 A 4", "90100", "Oulu")),
        (ADDRESS, ("90100", "Kirkkokatu 31 A 4", "Oulu"), ("Kirkkokatu 31 A 4", "90100", "Oulu")),
        (ABROAD, ("Koivukuja 7", "FI", "33720", "Tampere"), ("Koivukuja 7", "33720", "Tampere", "FI")),
        (ABROAD, ("Suomi", "Koivukuja 7", "33720", "Tampere"), ("Koivukuja 7", "33720", "Tampere", "Suomi")),
        (ABROAD, ("33720", "Tampere", "Finland", "Koivukuja 7"), ("Koivukuja 7", "33720", "Tampere", "Finland")),
        (
            REACHED,
            ("", "Koivukuja 7", "33720", "Tampere", "050 3348812"),
            ("Koivukuja 7", "33720", "Tampere", "050 3348812", ""),
        ),
        (
            REACHED,
            ("33720", "Tampere", "050 3348812", "pekka@firma.fi", ""),
            ("", "33720", "Tampere", "050 3348812", "pekka@firma.fi"),
        ),
    ],
)
def test_an_address_in_the_wrong_columns_is_put_back_as_one_fix(
    places: tuple[Meaning, ...], texts: tuple[str, ...], right: tuple[str, ...]
) -> None:
    assert put_back(places, texts) == ("address.shifted", right)


@pytest.mark.parametrize(
    "texts",
    [
        ("Koivukuja 7", "33720", "Helsinki"),
        ("", "Koivukuja 7", "33720"),
        ("Storgatan 4", "111 22", "Stockholm"),
        ("Tampere", "Kuopio", "Oulu"),
        ("PL 12", "00101", "Helsinki"),
        ("33720", "33720", "33720"),
    ],
)
def test_an_address_that_nothing_proves_to_be_shifted_stays(texts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="unpack"):
        put_back(ADDRESS, texts)
