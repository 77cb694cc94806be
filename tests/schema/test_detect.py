"""What a column means: from its header, from its values where the header is silent or lies, from the user above all."""

from collections.abc import Sequence

import pytest

from builders import register
from tikissa.model.schema import About, ColumnMeaning, Meaning
from tikissa.reference.tables import rows
from tikissa.schema.detect import detect
from tikissa.schema.header_meanings import read_header


def meaning(header: str, values: Sequence[str] = ("",)) -> ColumnMeaning:
    return detect(register({header: values})).columns[0]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Puh.", Meaning.PHONE),
        ("Gsm", Meaning.PHONE),
        ("Sposti", Meaning.EMAIL),
        ("Pnro", Meaning.POSTAL_CODE),
        ("Ptp", Meaning.TOWN),
        ("Lähios.", Meaning.STREET),
        ("Y-tunn.", Meaning.BUSINESS_ID),
        ("Viim. osto", Meaning.LAST_PURCHASE),
        ("Förnamn", Meaning.GIVEN_NAME),
        ("Postnr", Meaning.POSTAL_CODE),
        ("Sähkäposti", Meaning.EMAIL),
        ("PUHELIN", Meaning.PHONE),
        ("  Puhelin : ", Meaning.PHONE),
        ("Vastaanottajan postinumero", Meaning.POSTAL_CODE),
    ],
)
def test_headers_are_read_with_abbreviations_and_typing_errors(header: str, expected: Meaning) -> None:
    assert meaning(header).meaning is expected


@pytest.mark.parametrize(
    "header", ["Laskunro", "Toimituspvm", "Invoice Date", "Laskutusväli", "Puhelinaika", "Delivery note"]
)
def test_a_bills_number_and_a_deliverys_day_are_not_the_customers(header: str) -> None:
    assert meaning(header).meaning is None


def test_a_day_of_the_month_is_no_sign_of_life() -> None:
    assert meaning("Day", ["5", "22", "17", "30", "9"]).meaning is None
    assert meaning("Day", ["5.3.2021", "22.1.2024"]).meaning is Meaning.LAST_CONTACT


@pytest.mark.parametrize("values", [["K", "E"], ["kyllä", "ei"], ["x", ""]])
def test_a_mark_that_somebody_is_a_member_is_no_name(values: Sequence[str]) -> None:
    assert meaning("Jäsen", values).meaning is None
    assert meaning("Jäsen", ["Aho Ulla", "Virtanen Matti"]).meaning is Meaning.WHOLE_NAME


def test_two_columns_of_one_meaning_are_kept_apart() -> None:
    schema = detect(register({"Puhelin 1": ["040 1234567"], "Puhelin 2": ["050 1234567"]}))
    assert schema.columns_of(Meaning.PHONE) == ("Puhelin 1", "Puhelin 2")


def test_a_column_nobody_knows_is_left_alone_and_not_asked_about() -> None:
    unknown = meaning("Kahvitoive", ["musta", "maito", "tee"])
    assert unknown.meaning is None
    assert unknown.sure


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["matti@firma.fi", "liisa@firma.fi", "a.b@gmail.com"], Meaning.EMAIL),
        (["0112038-9", "1572860-0", "0116297-6"], Meaning.BUSINESS_ID),
        (["+358 40 1234567", "050 123 4567", "09-123456"], Meaning.PHONE),
        (["00100", "33100", "20100", "90100"], Meaning.POSTAL_CODE),
        (["Kirkkotie 7, 00100 Helsinki", "Mäkitie 3, 33100 Tampere"], Meaning.WHOLE_ADDRESS),
        (["Kirkkotie 7", "Mannerheimintie 5 A 3", "Bulevardi 12"], Meaning.STREET),
        (["Helsinki", "Esbo", "Äänekoski"], Meaning.TOWN),
        (["Rakennus Virtanen Oy", "Tmi Mäki", "Nokian Seurakunta"], Meaning.COMPANY),
        (["Matti", "Liisa", "Anneli"], Meaning.GIVEN_NAME),
    ],
)
def test_values_tell_where_the_header_does_not(values: list[str], expected: Meaning) -> None:
    assert meaning("", values).meaning is expected


def test_a_header_that_lies_is_asked_about() -> None:
    lying = meaning("Puhelin", ["matti@firma.fi", "liisa@firma.fi", "kalle@firma.fi"])
    assert not lying.sure
    assert lying.candidates == (Meaning.EMAIL, Meaning.PHONE)


@pytest.mark.parametrize(
    ("header", "values", "expected"),
    [
        ("Asiakas", ["Virtanen Oy", "Tmi Mäki", "Laine Ky"], Meaning.COMPANY),
        ("Asiakas", ["Matti Virtanen", "Liisa Mäki", "Ville Laine"], Meaning.WHOLE_NAME),
        ("Asiakas", ["1001", "1002", "1003"], Meaning.CUSTOMER_NUMBER),
        ("Osoite", ["Kirkkotie 7", "Mäkitie 3 A 4"], Meaning.STREET),
        ("Osoite", ["Kirkkotie 7, 00100 Helsinki", "Mäkitie 3, 33100 Tampere"], Meaning.WHOLE_ADDRESS),
    ],
)
def test_a_header_of_two_meanings_is_settled_by_the_values(header: str, values: list[str], expected: Meaning) -> None:
    settled = meaning(header, values)
    assert settled.meaning is expected
    assert settled.sure


def test_an_x_under_a_word_that_may_mean_either_is_asked_about() -> None:
    asked = meaning("Lupa", ["x", "", "x"])
    assert not asked.sure
    assert set(asked.candidates) == {Meaning.PERMISSION, Meaning.PROHIBITION}


def test_an_x_under_a_header_that_tells_is_not_asked_about() -> None:
    assert meaning("Markkinointikielto", ["x", ""]).sure
    assert meaning("Markkinointikielto", ["x", ""]).meaning is Meaning.PROHIBITION
    assert meaning("Markkinointilupa", ["x", ""]).meaning is Meaning.PERMISSION


def test_a_bare_date_is_asked_about() -> None:
    assert not meaning("Pvm", ["1.2.2020", "3.4.2021"]).sure


def test_another_address_is_not_the_customers_own() -> None:
    schema = detect(
        register({"Katuosoite": ["Mäkitie 3"], "Postinro": ["00100"], "Laskutusosoite, postinro": ["33100"]})
    )
    assert schema.columns_of(Meaning.POSTAL_CODE) == ("Postinro",)
    assert schema.columns_of(Meaning.BILLING_ADDRESS) == ("Laskutusosoite, postinro",)


def test_the_one_street_beside_the_customers_postal_code_is_the_customers_own_though_it_is_for_billing() -> None:
    own = {"Asiakas": ["Mäki Oy"], "Laskutusosoite": ["Mäkitie 3"], "Postinro": ["00100"], "Ptp": ["Helsinki"]}
    assert detect(register(own)).first(Meaning.STREET) == "Laskutusosoite"
    both = detect(register({**own, "Käyntiosoite": ["Rantatie 5"]}))
    assert both.first(Meaning.BILLING_ADDRESS) == "Laskutusosoite"


def test_a_code_and_a_town_in_a_column_without_a_header_are_asked_about_as_an_address() -> None:
    places = ["04400 Järvenpää", "04430 JÄRVENPÄÄ", "4400 Järvenpää", "04300 Tuusula", "04430"]
    schema = detect(register({"nimi": ["Aino Ahola"] * 5, "osoite": [f"Mäntytie {n}" for n in range(5)], "": places}))
    assert [entry.meaning for entry in schema.unsure] == [Meaning.WHOLE_ADDRESS]


def test_a_shops_billing_columns_are_the_customers_own_where_there_are_no_others() -> None:
    schema = detect(
        register({"billing_address_1": ["Mäkitie 3"], "billing_postcode": ["00100"], "shipping_postcode": ["33100"]})
    )
    assert schema.first(Meaning.POSTAL_CODE) == "billing_postcode"
    assert schema.first(Meaning.STREET) == "billing_address_1"
    assert schema.meaning_of("shipping_postcode") is Meaning.DELIVERY_ADDRESS


def test_the_users_word_holds() -> None:
    said = {"Lupa": Meaning.PROHIBITION, "Puhelin": None}
    schema = detect(register({"Lupa": ["x"], "Puhelin": ["040 1234567"]}), said)
    assert [entry.meaning for entry in schema.columns] == [Meaning.PROHIBITION, None]
    assert all(entry.sure for entry in schema.columns)


def test_no_header_stands_for_two_things() -> None:
    claimed = [header for row in rows("column_headers") for header in row["headers"].split(";")]
    readings = {header: read_header(header) for header in claimed}
    told = {row["meanings"]: row["headers"].split(";") for row in rows("column_headers")}
    wrong = [
        header
        for meanings, headers in told.items()
        for header in headers
        if "|".join(readings[header].meanings) != meanings.replace("none", "")
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("header", "values", "expected"),
    [
        ("Lupa SMS", ["k", "e"], Meaning.PERMISSION),
        ("Sähköposti sallittu", ["kyllä", "ei"], Meaning.PERMISSION),
        ("Får ringas", ["ja", "nej"], Meaning.PERMISSION),
        ("Kielto puhelin", ["x", ""], Meaning.PROHIBITION),
        ("Ei tekstiviestejä", ["x", ""], Meaning.PROHIBITION),
        ("Tekstiviesti", ["k", "e"], Meaning.PERMISSION),
        ("Tekstiviesti", ["040 1234567", "050 7654321"], Meaning.PHONE),
    ],
)
def test_a_permission_for_a_way_of_contact_is_not_the_way_of_contact(
    header: str, values: list[str], expected: Meaning
) -> None:
    assert meaning(header, values).meaning is expected


def test_yes_and_no_under_a_way_of_contact_are_asked_about() -> None:
    asked = meaning("Sähköposti", ["kyllä", "ei", "kyllä"])
    assert not asked.sure
    assert asked.candidates == (Meaning.PERMISSION, Meaning.PROHIBITION, Meaning.EMAIL)


def _many(*names: str) -> list[str]:
    return [names[place % len(names)] for place in range(120)]


_GIVEN = (
    *("Aino", "Liisa", "Jürgen", "Margus", "Birgitta", "Michael", "Ritva", "Onni", "Heikki", "Jaan", "Anna-Kaisa"),
    *("Zdravka", "Xochitl", "Ngozi", "Bartholomäus", "Sirkka"),
)
_SURNAMES = tuple(
    f"{start}{end}" for start in ("Kor", "Lah", "Salo", "Berg") for end in ("pela", "tinen", "mets", "man")
)


def test_given_names_are_known_in_the_languages_of_the_neighbourhood_and_the_names_beside_them_are_surnames() -> None:
    schema = detect(register({"A": _many(*_GIVEN), "B": _many(*_SURNAMES), "C": _many("käteinen", "lasku", "kortti")}))
    assert [entry.meaning for entry in schema.columns] == [Meaning.GIVEN_NAME, Meaning.SURNAME, None]
    assert not schema.columns[1].sure


def test_a_few_sellers_first_names_over_and_over_are_not_the_customers() -> None:
    assert meaning("", _many("Aino", "Onni", "Ritva")).meaning is None


@pytest.mark.parametrize(
    ("first", "last", "expected"), [(1941, 2001, Meaning.DATE_OF_BIRTH), (2009, 2025, None), (1999, 2000, None)]
)
def test_dates_of_several_generations_are_birthdays_and_those_of_late_are_not(
    first: int, last: int, expected: Meaning | None
) -> None:
    dates = [f"{place % 28 + 1}.{place % 12 + 1}.{first + place * 7 % (last - first)}" for place in range(120)]
    assert meaning("", dates).meaning is expected


@pytest.mark.parametrize("phone", ["(351) 717-4219", "351-717-4219", "351/717-4219"])
def test_american_phones_and_streets_are_known_by_their_look(phone: str) -> None:
    assert meaning("", [phone, phone.replace("4", "6")]).meaning is Meaning.PHONE
    assert meaning("", ["8104 River Rd", "23 Oak Ave Apt 3"]).meaning is Meaning.STREET


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Vorname", Meaning.GIVEN_NAME),
        ("Perekonnanimi", Meaning.SURNAME),
        ("Geburtsdatum", Meaning.DATE_OF_BIRTH),
        ("Sünniaeg", Meaning.DATE_OF_BIRTH),
        ("PLZ", Meaning.POSTAL_CODE),
        ("Linn", Meaning.TOWN),
        ("Fødselsdato", Meaning.DATE_OF_BIRTH),
        ("Hausnummer", None),
    ],
)
def test_headers_of_neighbouring_languages_are_known(header: str, expected: Meaning | None) -> None:
    assert meaning(header).meaning is expected


def test_members_under_a_header_that_could_be_their_number_are_names() -> None:
    assert meaning("Medlem", ["Åsa Lindqvist", "Nils Öberg", "Märta Falk"]).meaning is Meaning.WHOLE_NAME
    assert meaning("Kundenummer", ["Åsa Lindqvist", "Nils Öberg", "Märta Falk"]).meaning is Meaning.WHOLE_NAME


def test_a_column_of_companies_with_some_persons_holds_the_names_of_both() -> None:
    both = ["Kalle Korpi", "Tiina Korpi", "As Oy Suotie 6", "LVI Mäkinen Tmi", "Nordbygg Ab", "Putki Oy", "Salmi"]
    assert meaning("Asiakas", both).meaning is Meaning.WHOLE_NAME


@pytest.mark.parametrize("header", ["Viimeisin työ", "Senaste service", "Viim. nuohous"])
def test_the_day_of_the_latest_of_anything_is_a_sign_of_life(header: str) -> None:
    assert meaning(header, ["12.3.2024", "1.5.2019"]).meaning is Meaning.LAST_CONTACT
    assert meaning(header, ["putki vaihdettu", "hana"]).meaning is None


@pytest.mark.parametrize(
    ("header", "about"),
    [
        ("Rek.nro", About.THING),
        ("Rekisterinumero", About.THING),
        ("Kurssi", About.THING),
        ("Fordon", About.THING),
        ("Lemmikin rotu", About.THING),
        ("Course", About.THING),
        ("Huoltokohde", About.THING),
        ("Zählernummer", About.THING),
        ("Barnets klass", About.CUSTOMER),
        ("Kohderyhmä", About.CUSTOMER),
        ("Asiakasryhmä", About.CUSTOMER),
        ("Sähköposti", About.CUSTOMER),
        ("Viimeksi muokattu", About.EVENT),
        ("Markkinointilupa", About.CONSENT),
        ("Avoin saldo", About.MONEY),
        ("Automaattinen jatko", None),
        ("Status", None),
    ],
)
def test_a_header_tells_what_a_column_is_about(header: str, about: About | None) -> None:
    assert meaning(header).about is about


def test_a_column_that_changes_where_the_customer_stays_is_about_a_thing() -> None:
    names = [f"{given} Aalto" for given in ("Aada", "Eino", "Iida", "Onni") for _ in range(8)]
    phones = [f"040 55500{place // 8}" for place in range(32)]
    visits = [("Musti", "Halli", "Rekku", "Peni", "Turre", "Haukku", "Vili", "Ransu")[place % 8] for place in range(32)]
    made = register({"Nimi": names, "Puhelin": phones, "Qzx": visits, "Zqx": [name[0] * 2 for name in names]})
    assert [entry.about for entry in detect(made).columns[2:]] == [About.THING, None]


@pytest.mark.parametrize(
    "header", ["Kurssin nimi", "Program Name", "Lapsen nimi", "Kursnamn", "Vertragsname", "Pet name"]
)
def test_the_name_of_a_thing_is_not_the_customers_where_the_customer_is_named(header: str) -> None:
    made = register({"Nimi": ["Aada Aalto", "Eino Koski"], header: ["Pienet Taitajat", "Kuva Kerho"]})
    assert [entry.meaning for entry in detect(made).columns] == [Meaning.WHOLE_NAME, None]


def test_where_only_a_thing_has_a_name_it_is_the_customer() -> None:
    made = register({"Lapsen nimi": ["Aada Aalto", "Eino Koski"], "Puhelin": ["040 5551112", "040 5553334"]})
    assert detect(made).columns[0].meaning is Meaning.WHOLE_NAME


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ("Liike", ("Aallon Putki Oy", "Aallon Sähkö Oy")),
        ("Maksaja", ("Aalto GmbH", "Koski AG")),
        ("Bedrijfsnaam", ("Aalto B.V.", "Koski N.V.")),
        ("Razón social", ("Aalto S.L.", "Koski S.A.")),
        ("Kohde", ("Aallon Putki Oy", "Aallon Sähkö Oy")),
    ],
)
def test_companies_are_known_by_their_legal_forms_under_any_header(header: str, names: tuple[str, str]) -> None:
    made = register({header: names, "Etunimi": ["Aada", "Aada"], "Sukunimi": ["Aalto", "Aalto"]})
    assert detect(made).columns[0].meaning is Meaning.COMPANY
