"""What no rule can mend is told: in which cell, how grave, and of what the sentence speaks."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from builders import TODAY, keys, register
from tikissa.model.analysis import Settings
from tikissa.model.finding import Finding, Severity
from tikissa.model.register import ErrorCell, FormulaCell
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.rules.inspect import inspect, propose_fixes

USUAL = {
    Meaning.PHONE: "040 1234567",
    Meaning.EMAIL: "liisa@firma.fi",
    Meaning.POSTAL_CODE: "00100",
    Meaning.TOWN: "Helsinki",
    Meaning.BUSINESS_ID: "0112038-9",
    Meaning.VAT_NUMBER: "FI01120389",
    Meaning.CREATED: "1.2.2020",
    Meaning.EINVOICE_ADDRESS: "",
    Meaning.IDENTITY_CODE: "",
    Meaning.NOTES: "soita ensin",
    Meaning.SURNAME: "Mäki",
    Meaning.CONTACT_PERSON: "Liisa Laine",
}
SCHEMA = Schema(tuple(ColumnMeaning(str(meaning), meaning, 1.0, True) for meaning in USUAL))


def findings_of(row: Mapping[Meaning, str]) -> list[Finding]:
    columns = {str(meaning): [usual, usual, usual, row.get(meaning, usual)] for meaning, usual in USUAL.items()}
    built = register(columns)
    findings = inspect(built, SCHEMA, keys(len(built)), Settings(TODAY)).findings
    assert all(finding.record == 3 for finding in findings)
    return list(findings)


@pytest.mark.parametrize(
    ("meaning", "value", "code"),
    [
        (Meaning.PHONE, "4.01235E+08", "phone.lost_for_good"),
        (Meaning.PHONE, "4,01235E+8", "phone.lost_for_good"),
        (Meaning.PHONE, "040 1234567 / 050 1234567", "phone.several"),
        (Meaning.PHONE, "040 1234567, 050 1234567", "phone.several"),
        (Meaning.PHONE, "040 1234567 tai 050 1234567", "phone.several"),
        (Meaning.PHONE, "044 222 1111/J 044 222 1112/P", "phone.several"),
        (Meaning.PHONE, "0401234567 0501234567", "phone.several"),
        (Meaning.PHONE, "kysy vaimolta", "phone.text"),
        (Meaning.PHONE, "040l234567", "phone.text"),
        (Meaning.PHONE, "123456", "phone.no_area_code"),
        (Meaning.PHONE, "09 123 4567 / 136", "phone.extension"),
        (Meaning.PHONE, "09 123 4567 alanro 136", "phone.extension"),
        (Meaning.PHONE, "09 123 4567, ank. 136", "phone.extension"),
        (Meaning.PHONE, "+46 8 123 45 67 anknytning 12", "phone.extension"),
        (Meaning.PHONE, "09-1234567x12", "phone.extension"),
        (Meaning.PHONE, "+358 9 1234567;ext=136", "phone.extension"),
        (Meaning.PHONE, "09 1234567 (136)", "phone.extension"),
        (Meaning.PHONE, "050 1234", "phone.short"),
        (Meaning.PHONE, "044 1234", "phone.short"),
        (Meaning.PHONE, "9.8784410E7", "phone.no_area_code"),
        (Meaning.PHONE, "45310.6125", "phone.invalid"),
        (Meaning.PHONE, "40.1234567", "phone.invalid"),
        (Meaning.PHONE, "099999999999", "phone.invalid"),
        (Meaning.PHONE, "040 12", "phone.invalid"),
        (Meaning.PHONE, "0401234567890123", "phone.invalid"),
        (Meaning.PHONE, "+358 1", "phone.invalid"),
        (Meaning.PHONE, "+999 123456", "phone.invalid"),
        (Meaning.EMAIL, "liisa", "email.invalid"),
        (Meaning.EMAIL, "liisa@", "email.invalid"),
        (Meaning.EMAIL, "liisa@firma", "email.invalid"),
        (Meaning.EMAIL, "a@firma.fi, b@firma.fi", "email.several"),
        (Meaning.EMAIL, "liisa@example.com", "email.not_real"),
        (Meaning.POSTAL_CODE, "99998", "postal_code.unknown"),
        (Meaning.POSTAL_CODE, "ABC", "postal_code.invalid"),
        (Meaning.POSTAL_CODE, "33100", "postal_code.town_mismatch"),
        (Meaning.BUSINESS_ID, "0112038-8", "business_id.check_digit"),
        (Meaning.BUSINESS_ID, "1572860-0", "business_id.vat_mismatch"),
        (Meaning.CREATED, "31.2.2020", "date.impossible"),
        (Meaning.CREATED, "1.2.1020", "date.impossible"),
        (Meaning.CREATED, "1.2.2030", "date.future"),
        (Meaning.SURNAME, "Rakennus Mäki Oy", "name.company"),
        (Meaning.SURNAME, "Mäki os. Laine", "name.extra"),
        (Meaning.SURNAME, "Mäki c/o Laine", "name.extra"),
        (Meaning.SURNAME, "Mäki (Laine)", "name.extra"),
        (Meaning.SURNAME, "Mäki 2", "name.extra"),
        (Meaning.CONTACT_PERSON, "Prof. Liisa Laine", "name.extra"),
        (Meaning.CONTACT_PERSON, "Liisa ja Matti Laine", "name.extra"),
        (Meaning.NOTES, "allergia: pähkinä", "health_word.found"),
        (Meaning.NOTES, "pähkinäallergia", "health_word.found"),
        (Meaning.NOTES, "hajusteyliherkkä", "health_word.found"),
        (Meaning.NOTES, "gravid", "health_word.found"),
        (Meaning.NOTES, "maksuhäiriö, vain käteisellä!", "credit_word.found"),
        (Meaning.NOTES, "perinnässä", "credit_word.found"),
        (Meaning.NOTES, "EI SAA SOITTAA", "note.forbids"),
        (Meaning.NOTES, "vill inte ha reklam", "note.forbids"),
        (Meaning.NOTES, "älä lähetä mainoksia", "note.forbids"),
        (Meaning.EINVOICE_ADDRESS, "003701120388", "einvoice_address.check_digit"),
        (Meaning.EINVOICE_ADDRESS, "0037 0112", "einvoice_address.check_digit"),
        (Meaning.EINVOICE_ADDRESS, "FI1112345600000786", "einvoice_address.check_digit"),
        (Meaning.EINVOICE_ADDRESS, "003715728600", "einvoice_address.other_company"),
        (Meaning.BUSINESS_ID, "01120388--", "business_id.check_digit"),
        (Meaning.BUSINESS_ID, "023456721", "business_id.length"),
        (Meaning.BUSINESS_ID, "0112038-91", "business_id.length"),
        (Meaning.BUSINESS_ID, "01120", "business_id.length"),
        (Meaning.VAT_NUMBER, "FI01120388", "business_id.check_digit"),
        (Meaning.VAT_NUMBER, "FI234567", "business_id.length"),
        (Meaning.VAT_NUMBER, "FI011203891", "business_id.length"),
        (Meaning.VAT_NUMBER, "VAT FI 0112038-8", "business_id.check_digit"),
        (Meaning.IDENTITY_CODE, "131052-308", "identity_code.invalid"),
        (Meaning.IDENTITY_CODE, "131052-9089", "identity_code.invalid"),
        (Meaning.IDENTITY_CODE, "131052-A123", "identity_code.invalid"),
        (Meaning.IDENTITY_CODE, "131052908", "identity_code.invalid"),
        (Meaning.NOTES, "lasku maksamatta", "credit_word.found"),
        (Meaning.NOTES, "perintä käynnissä", "credit_word.found"),
        (Meaning.EMAIL, "peter@milka.invalid", "email.not_real"),
        (Meaning.NOTES, "M?kinen soitti", "text.lost_letters"),
    ],
)
def test_what_is_found(meaning: Meaning, value: str, code: str) -> None:
    (finding,) = findings_of({meaning: value})
    assert (finding.column, finding.code) == (str(meaning), code)


def test_nothing_is_found_in_a_register_that_is_right() -> None:
    assert findings_of({}) == []


def test_what_a_fix_would_mend_is_not_told_as_well() -> None:
    assert findings_of({Meaning.EMAIL: "liisa@gmail,com", Meaning.POSTAL_CODE: "100", Meaning.PHONE: "401234567"}) == []


def test_a_column_of_americans_days_has_none_that_cannot_be() -> None:
    built = register({"Service date": ["1/20/2024", "10/5/2025", "12/2/2023"]})
    schema = Schema((ColumnMeaning("Service date", Meaning.LAST_CONTACT, 1.0, True),))
    assert inspect(built, schema, keys(3), Settings(TODAY)).findings == ()


@pytest.mark.parametrize(
    "phone", ["+46 70 123 45 67", "+372 5123 4567", "018 12345", "09 4711", "0800 123456", "020 7123456"]
)
def test_numbers_of_other_countries_and_services_are_right(phone: str) -> None:
    assert findings_of({Meaning.PHONE: phone}) == []


@pytest.mark.parametrize(("code", "town"), [("111 29", "Stockholm"), ("11129", "Stockholm"), ("SW1A 1AA", "London")])
def test_a_postal_code_abroad_is_right_beside_its_town(code: str, town: str) -> None:
    assert findings_of({Meaning.POSTAL_CODE: code, Meaning.TOWN: town}) == []


@pytest.mark.parametrize("meaning", [Meaning.NOTES, Meaning.EMAIL, Meaning.TOWN])
def test_an_identity_code_is_found_in_any_column_and_shown_masked(meaning: Meaning) -> None:
    codes = [finding for finding in findings_of({meaning: "hetu 131052-9085"}) if finding.code == "identity_code.found"]
    assert [finding.arguments for finding in codes] == [("131052-****",)]


def test_an_identity_code_of_another_country_is_not_a_wrong_finnish_one() -> None:
    columns = {Meaning.IDENTITY_CODE: "850312-1239", Meaning.POSTAL_CODE: "114 55", Meaning.TOWN: "Stockholm"}
    schema = Schema(tuple(ColumnMeaning(str(meaning), meaning, 1.0, True) for meaning in columns))
    built = register({str(meaning): [text] * 4 for meaning, text in columns.items()})
    codes = {finding.code for finding in inspect(built, schema, keys(4), Settings(TODAY)).findings}
    assert "identity_code.invalid" not in codes


def test_account_and_card_numbers_are_shown_masked() -> None:
    findings = findings_of({Meaning.NOTES: "FI21 1234 5600 0007 85, kortti 4111 1111 1111 1111"})
    assert {finding.code: finding.arguments[0] for finding in findings} == {
        "iban.found": "FI21****85",
        "card_number.found": "4111****11",
    }


def test_an_allergy_is_only_a_note() -> None:
    (finding,) = findings_of({Meaning.NOTES: "Allerginen hajusteille"})
    assert (finding.severity, finding.arguments) == (Severity.NOTE, ("Allerginen",))


def test_formulas_and_errors_get_no_proposals() -> None:
    built = register({"phone": ["0401234567", "0501234567", "050 1234567", "050 7654321", "050 7654322"]})
    raws = np.array([FormulaCell("=A1"), ErrorCell("#N/A"), None, None, None], dtype=object)
    built = replace(built, cells=(replace(built.cells[0], raws=raws),))
    schema = Schema((ColumnMeaning("phone", Meaning.PHONE, 1.0, True),))
    assert propose_fixes(built, schema, keys(5), Settings(TODAY)) == ()


def test_a_column_the_user_wants_left_alone_is_left_alone() -> None:
    built = register({"Vapaa": [" a ", "b"]})
    schema = Schema((ColumnMeaning("Vapaa", None, 1.0, True),))
    assert len(propose_fixes(built, schema, keys(2), Settings(TODAY))) == 1
    assert propose_fixes(built, schema, keys(2), Settings(TODAY, meanings={"Vapaa": None})) == ()


@pytest.mark.parametrize(
    "address", ["00370112038912345", "TE003701120389", "0037-0112038-9", "BAWCFI22", "FI2112345600000785"]
)
def test_e_invoice_addresses_that_hold_are_not_told(address: str) -> None:
    assert findings_of({Meaning.EINVOICE_ADDRESS: address}) == []


@pytest.mark.parametrize(
    "note",
    [
        "EI SAA SOITTAA ENNEN KLO 10",
        "perinnöt ja lahjat",
        "leikkaus ja väri 65 €",
        "raskaan kaluston huolto",
        "diagnostiikka tehty",
        "invalid address",
        "uskon että soittaa",
        "ei lähetetä laskuja",
        "ei sähköpostia",
        "älä lähetä laskua postissa",
        "ei perinnällinen",
    ],
)
def test_other_notes_forbid_nothing_and_speak_of_no_debts(note: str) -> None:
    assert findings_of({Meaning.NOTES: note}) == []


@pytest.mark.parametrize(
    ("meaning", "value"),
    [
        (Meaning.BUSINESS_ID, "556677-8899"),
        (Meaning.BUSINESS_ID, "923609016"),
        (Meaning.VAT_NUMBER, "SE556677889901"),
        (Meaning.VAT_NUMBER, "EE100931558"),
        (Meaning.VAT_NUMBER, "ei alv-velvollinen"),
    ],
)
def test_company_ids_of_other_countries_are_not_wrong_finnish_ones(meaning: Meaning, value: str) -> None:
    assert findings_of({meaning: value}) == []


@pytest.mark.parametrize(
    ("country", "code", "town", "told"),
    [
        ("+358", "20540", "Turku", "country.no_country"),
        ("20540", "20540", "Turku", "country.no_country"),
        ("Turku", "20540", "Turku", "country.no_country"),
        ("Suomi", "111 22", "Stockholm", "country.mismatch"),
        ("FI", "SW1A 1AA", "London", "country.mismatch"),
        ("Finland", "10115", "Berlin", "country.mismatch"),
        ("Sverige", "20540", "Turku", "country.mismatch"),
        ("EE", "00100", "Helsinki", "country.mismatch"),
        ("Suomi", "20540", "Turku", ""),
        ("SE", "111 22", "Stockholm", ""),
        ("Åland", "22100", "Mariehamn", ""),
        ("", "111 22", "Stockholm", ""),
    ],
)
def test_a_country_in_the_wrong_place_is_asked_about(country: str, code: str, town: str, told: str) -> None:
    columns = {"code": ["00100"] * 3 + [code], "town": ["Helsinki"] * 3 + [town], "country": ["Suomi"] * 3 + [country]}
    schema = Schema(
        (
            ColumnMeaning("code", Meaning.POSTAL_CODE, 1.0, True),
            ColumnMeaning("town", Meaning.TOWN, 1.0, True),
            ColumnMeaning("country", Meaning.COUNTRY, 1.0, True),
        )
    )
    found = inspect(register(columns), schema, keys(4), Settings(TODAY)).findings
    assert [finding.code for finding in found if finding.column == "country"] == ([told] if told else [])
