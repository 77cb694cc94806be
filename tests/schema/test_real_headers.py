"""Headers of registers typed by hand and of the programs they were exported from, as people met them."""

from collections.abc import Sequence

import pytest

from builders import register
from tikissa.model.schema import ColumnMeaning, Meaning
from tikissa.schema.detect import detect


def meaning(header: str, values: Sequence[str] = ("",)) -> ColumnMeaning:
    return detect(register({header: values})).columns[0]


@pytest.mark.parametrize(
    "header", ["Får ej kontaktas", "Får ej skicka SMS", "Ei saa ottaa yhteyttä", "Ei uutiskirjeitä"]
)
def test_a_header_that_denies_is_never_a_permission(header: str) -> None:
    assert meaning(header, ["x", "", "x"]).meaning is Meaning.PROHIBITION


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Työosoite (katu)", Meaning.STREET),
        ("Työosoite (postinumero)", Meaning.POSTAL_CODE),
        ("Kotiosoite (postitoimipaikka)", Meaning.TOWN),
        ("Puhelin (koti)", Meaning.PHONE),
        ("Address 1 - Postal Code", Meaning.POSTAL_CODE),
        ("Phone 1 - Value", Meaning.PHONE),
    ],
)
def test_what_stands_in_brackets_tells_the_part_of_an_address(header: str, expected: Meaning) -> None:
    assert meaning(header).meaning is expected


@pytest.mark.parametrize(
    "header",
    [
        *("Phone 1 - Label", "E-mail 1 - Label", "Address 1 - Region", "Organization Title", "Billing Address 2"),
        *("LAST_CHANGED", "Viimeisin päivitys", "Senast ändrad av", "Default Address Province Code", "Lisäosoiterivi"),
    ],
)
def test_labels_and_days_of_change_are_nothing_of_the_customers(header: str) -> None:
    assert meaning(header).meaning is None


def test_a_business_programs_ship_to_is_where_goods_go_and_sell_to_the_customer() -> None:
    order = {"Sell-to Address": ["Kirkkotie 5"], "Ship-to Address": ["Torikatu 1"], "Ship-to Post Code": ["33100"]}
    schema = detect(register(order))
    assert schema.columns_of(Meaning.STREET) == ("Sell-to Address",)
    assert schema.columns_of(Meaning.DELIVERY_ADDRESS) == ("Ship-to Address", "Ship-to Post Code")


def test_who_receives_the_goods_is_not_the_customer() -> None:
    shop = {"First Name": ["Maija"], "Shipping First Name": ["Eero"], "Shipping City": ["Turku"], "City": ["Turku"]}
    assert detect(register(shop)).columns_of(Meaning.GIVEN_NAME) == ("First Name",)


def test_codes_and_towns_in_one_column_are_the_end_of_an_address() -> None:
    towns = ["07900 LOVIISA", "7900 Lovisa", "Loviisa", "07880 Liljendal"]
    assert meaning("Postitoimipaikka", towns).meaning is Meaning.WHOLE_ADDRESS


def test_allergies_are_notes_so_that_a_merge_loses_none() -> None:
    assert meaning("Allergiat").meaning is Meaning.NOTES


def test_streets_whose_number_stands_first_are_no_postal_codes_with_towns() -> None:
    streets = [
        f"{number}{number % 10} {name}" for number in range(120, 140) for name in ("Lake Rd", "Main St", "Elm Ave")
    ]
    assert meaning("Address", streets).meaning is Meaning.STREET
    assert meaning("Postadress", ["00530 Helsinki", "33100 Tampere"]).meaning is Meaning.WHOLE_ADDRESS


def test_the_owner_of_a_dog_is_the_customer_and_the_owner_of_a_customer_is_the_salesperson() -> None:
    owners = {"Omistaja": ["Hanna Rinne", "Sirpa Ahola", "Mari Koski"], "Koira": ["Nelli", "Viljo", "Lumi"]}
    assert detect(register(owners)).meaning_of("Omistaja") is Meaning.WHOLE_NAME
    accounts = {
        "Yritys": ["Ahola Oy", "Koski Ky", "Rinne Oy"],
        "Omistaja": ["Hanna Rinne", "Sirpa Ahola", "Mari Koski"],
    }
    assert detect(register(accounts)).meaning_of("Omistaja") is Meaning.SALESPERSON


def test_a_dogs_birthday_is_not_the_customers() -> None:
    assert meaning("Koiran synt.aika", ["3.5.2018", "1.1.2021"]).meaning is None


def test_a_group_on_mondays_is_no_street() -> None:
    assert meaning("Ryhmä ma", ["Baletti 2", "Hip hop 1", "Baletti 4"]).meaning is None


@pytest.mark.parametrize(
    ("header", "value"),
    [
        *(("Eronnut", "2015"), ("Jäsenyys päättyi", "3.3.2016"), ("Avslutad", "2023-01-31"), ("End date", "")),
        *(("Passiivinen", "1"), ("Aktiivinen", "0"), ("Ei enää asiakas", "x"), ("Irtisanottu", "x"), ("Upphört", "")),
    ],
)
def test_columns_that_tell_that_a_customer_has_left(header: str, value: str) -> None:
    assert meaning(header, [value]).meaning is Meaning.ENDED


@pytest.mark.parametrize(
    "header", ["Rokotus voimassa", "Sessions left", "Kampanja päättyi", "Eron syy", "Takuu päättyi"]
)
def test_the_end_of_something_else_is_no_leaving(header: str) -> None:
    assert meaning(header, ["1.1.2024"]).meaning is not Meaning.ENDED


@pytest.mark.parametrize(
    ("header", "value", "expected"),
    [
        ("EMAIL BLACKLISTED", "true", Meaning.PROHIBITION),
        ("Ei puhelinmarkkinointia", "x", Meaning.PROHIBITION),
        ("Salli sähköpostit", "Kyllä", Meaning.PERMISSION),
        ("Allow SMS", "1", Meaning.PERMISSION),
        ("Perintäasiakas", "Ei", Meaning.CREDIT_BLOCK),
        ("VAT Registration No.", "FI01120389", Meaning.VAT_NUMBER),
        ("Privacy Blocked", "Yes", Meaning.PROHIBITION),
        ("Noteringar", "avled 2021", Meaning.NOTES),
        ("Varauspäivä", "3.1.2025", Meaning.LAST_CONTACT),
        ("Asiakas/Päämies", "Rinne Martti", Meaning.WHOLE_NAME),
        ("Ej telefonkontakt", "x", Meaning.PROHIBITION),
        ("Ei puheluita iltaisin", "x", Meaning.PROHIBITION),
        ("HARD BOUNCE", "true", Meaning.RETURNED),
        ("Palautunut", "1/2023", Meaning.RETURNED),
        ("Person - ID", "12", Meaning.CUSTOMER_NUMBER),
        ("Person - Phone - Work", "+358401234567", Meaning.PHONE),
        ("Person - Email - Home", "", Meaning.EMAIL),
        ("Viimeisin sähköposti", "3.2.2026", Meaning.LAST_CONTACT),
        ("Sotad senast", "3.6.2026", Meaning.LAST_CONTACT),
        ("Edellinen näöntarkastus", "11/2023", Meaning.LAST_CONTACT),
        ("Viim. laskutus pvm", "3.6.2026", Meaning.LAST_PURCHASE),
        ("Laskutettu", "20.1.2026", Meaning.LAST_PURCHASE),
        ("Laskutettu", "1 200,00 €", Meaning.PURCHASE_SUM),
    ],
)
def test_headers_of_exports_say_what_they_mean(header: str, value: str, expected: Meaning) -> None:
    assert meaning(header, [value]).meaning is expected


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("CONTACT_TIMEZONE", "Europe/Helsinki"),
        ("Person - Won deals", "0"),
        ("Nationality", "FIN"),
        ("Försäkringsbolag", "Fennia"),
        ("Search Name", "HÄMEEN KUKKA OY"),
        ("Email Marketing Consent Timestamp", "2021-02-03"),
        ("Digitunnus", "x"),
        ("Laitetunnus", "AB-12"),
        ("Vainajan nimi", "Eino Hartikainen"),
        ("Vanha osoite", "Kirkkotie 5"),
        ("Hyvä asiakas", "x"),
        ("Person - Update time", "2026-10-02 11:00:00"),
    ],
)
def test_what_is_somebody_elses_or_only_begins_like_a_name_is_nothing_of_the_customers(header: str, value: str) -> None:
    assert meaning(header, [value]).meaning is None


def test_notes_with_years_under_no_known_header_are_no_streets() -> None:
    assert meaning("X1", ["ryggoperation 2019", "avled 2021", "flyttat 2023"]).meaning is None


def test_a_standing_tells_who_has_left_whatever_the_header() -> None:
    assert meaning("Tila", ["Aktiivinen", "Passiivinen", "Lopettanut"]).meaning is Meaning.ENDED
    assert meaning("Kundstatus", ["aktiv", "avslutad"]).meaning is Meaning.ENDED
    assert meaning("Status", ["open", "paid", "closed"]).meaning is None
