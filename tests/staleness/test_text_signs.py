"""Signs in the words of a row: notes, names and mail services."""

import pytest

import builders
from tikissa.messages import has_words
from tikissa.model.analysis import Settings
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.staleness.assess import ENDED, assess
from tikissa.staleness.holds import HOLDS, holds
from tikissa.staleness.text_signs import NOTE_WORDS


def _codes(text: str, meaning: Meaning) -> list[str]:
    register = builders.register({"X": [text]})
    schema = Schema((ColumnMeaning("X", meaning, 1.0, True),))
    found = assess(register, schema, builders.keys(1), Settings(builders.TODAY))
    return [reason.code for retire in found for reason in retire.reasons]


@pytest.mark.parametrize(
    ("note", "code"),
    [
        ("Asiakas kuollut 2022", "notes.deceased"),
        ("avliden", "notes.deceased"),
        ("lopettaa vuodenvaihteessa", "notes.ceased"),
        ("flyttar 1.1.2027 till Korsholm", "notes.moved"),
        ("muuttaa ulkomaille keväällä", "notes.moved"),
        ("avled 2021", "notes.deceased"),
        ("Backlund Stig, sterbhus", "notes.deceased"),
        ("kuolinpesä", "notes.deceased"),
        ("perikunta, hoitaa tytär", "notes.deceased"),
        ("moved to Berlin", "notes.moved"),
        ("liike suljettu", "notes.ceased"),
        ("kirje tuli takaisin", "notes.returned"),
        ("posten har returnerats", "notes.returned"),
        ("letter was returned", "notes.returned"),
        ("myynyt talon, uusi omistaja Salmi", "notes.moved"),
        ("yritys konkurssissa", "notes.bankrupt"),
        ("Lopettanut toiminnan 5/2023", "notes.ceased"),
        ("verksamheten upphört", "notes.ceased"),
        ("muuttanut Ruotsiin", "notes.moved"),
        ("kirje palautunut", "notes.returned"),
        ("Lasku palautui postista", "notes.returned"),
        ("† 3/2020", "notes.deceased"),
        ("nukkunut pois 4/2019", "notes.deceased"),
        ("Menehtynyt 1/2019", "notes.deceased"),
        ("selvitystilassa", "notes.bankrupt"),
        ("sopimus päättynyt 2022", "notes.ceased"),
        ("mökki myyty 2021", "notes.moved"),
        ("numero vaihtunut, kysy", "notes.changed"),
        ("numero ei käytössä", "notes.changed"),
        ("puheenjohtaja vaihtunut", "notes.changed"),
        ("vaihtanut työpaikkaa 2024", "notes.changed"),
        ("Gunilla har gått i pension", "notes.changed"),
    ],
)
def test_notes_tell_of_an_end_a_move_or_returned_mail(note: str, code: str) -> None:
    assert _codes(note, Meaning.NOTES) == [code]


@pytest.mark.parametrize(
    "note",
    [
        "",
        "Kuolio ei estä",
        "toivoo soittoa",
        "tilaa kuukausittain",
        "epämuuttanut",
        "koira kuollut 2020",
        "mies on kuollut",
    ],
)
def test_other_notes_tell_nothing(note: str) -> None:
    assert _codes(note, Meaning.NOTES) == []


def test_an_estate_and_a_bankrupts_estate_are_told_by_the_name() -> None:
    assert _codes("Virtasen kuolinpesä", Meaning.WHOLE_NAME) == ["notes.deceased"]
    assert _codes("Matti Virtanen KUOLLUT", Meaning.WHOLE_NAME) == ["notes.deceased"]
    assert _codes("Maalaus Oy:n konkurssipesä", Meaning.COMPANY) == ["notes.bankrupt"]


def test_a_mail_service_that_verifiably_closed_is_worth_checking_and_a_living_one_is_not() -> None:
    assert _codes("aino@suomi24.fi", Meaning.EMAIL) == ["mail_service.closed"]
    assert _codes("AINO@Suomi24.FI", Meaning.EMAIL) == ["mail_service.closed"]
    assert _codes("aino@gmail.com", Meaning.EMAIL) == []


def test_a_service_whose_end_nobody_has_verified_is_not_called_closed() -> None:
    assert _codes("aino@elisanet.fi", Meaning.EMAIL) == []


@pytest.mark.parametrize(
    ("meaning", "text", "code"),
    [
        (Meaning.OPEN_MATTER, "reklamaatio", "keep.open_matter"),
        (Meaning.INVOICE_BALANCE, "120,50", "keep.invoice_balance"),
        (Meaning.CONTRACT, "huoltosopimus 2027", "keep.contract"),
        (Meaning.CONTRACT, "31.12.2099", "keep.contract"),
        (Meaning.CONTRACT, f"{builders.TODAY:%d.%m.%Y}", "keep.contract"),
    ],
)
def test_what_binds_speaks_against_putting_a_row_away(meaning: Meaning, text: str, code: str) -> None:
    register = builders.register({"X": [text, "", "0", "ei"]})
    schema = Schema((ColumnMeaning("X", meaning, 1.0, True),))
    said = [
        [reason.code for reason in holds(register, schema, builders.RecordId(record), builders.TODAY)]
        for record in range(4)
    ]
    assert said == [[code], [], [], []]


@pytest.mark.parametrize("text", ["31.3.2014", "5/2014", "sopimus päättynyt 2022", "irtisanottu", "avslutat 2019"])
def test_a_contract_that_has_ended_holds_nothing_back(text: str) -> None:
    register = builders.register({"X": [text]})
    schema = Schema((ColumnMeaning("X", Meaning.CONTRACT, 1.0, True),))
    assert holds(register, schema, builders.RecordId(0), builders.TODAY) == ()


def test_every_sign_has_words() -> None:
    codes = {*ENDED, *(code for code, _, _ in NOTE_WORDS), *(code for code, _, _ in HOLDS), "mail_service.closed"}
    assert [code for code in codes if not has_words(code)] == []
