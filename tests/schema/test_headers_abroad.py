"""The headers of other countries' registers are understood, and what only looks like one is not."""

import pytest

from builders import register
from tikissa.model.schema import Meaning
from tikissa.schema.detect import detect

HEADERS = {
    "Raison sociale": Meaning.COMPANY, "Razón social": Meaning.COMPANY, "Ragione sociale": Meaning.COMPANY,
    "Bedrijfsnaam": Meaning.COMPANY, "Nazwa firmy": Meaning.COMPANY, "Kod pocztowy": Meaning.POSTAL_CODE,
    "C.P.": Meaning.POSTAL_CODE, "CAP": Meaning.POSTAL_CODE, "Población": Meaning.TOWN, "Comune": Meaning.TOWN,
    "Miejscowość": Meaning.TOWN, "Gemeente": Meaning.TOWN, "Straat": Meaning.STREET, "Vejnavn": Meaning.STREET,
    "Móvil": Meaning.PHONE, "Cellulare": Meaning.PHONE, "Telefoonnummer": Meaning.PHONE, "Courriel": Meaning.EMAIL,
    "Correo electrónico": Meaning.EMAIL, "Nombre y apellidos": Meaning.WHOLE_NAME, "Nome e cognome": Meaning.WHOLE_NAME,
    "First and last name": Meaning.WHOLE_NAME, "Surname, First name": Meaning.WHOLE_NAME,
    "Given and family name": Meaning.WHOLE_NAME, "Etunimi ja sukunimi": Meaning.WHOLE_NAME,
    "SIRET": Meaning.BUSINESS_ID, "NIP": Meaning.BUSINESS_ID, "Contactpersoon": Meaning.CONTACT_PERSON,
}  # fmt: skip


@pytest.mark.parametrize("header", sorted(HEADERS))
def test_a_header_of_another_country_is_understood(header: str) -> None:
    assert detect(register({header: ["", ""], "Notes": ["", ""]})).meaning_of(header) is HEADERS[header]


def test_names_under_a_header_that_may_be_short_for_a_number_mean_no_number() -> None:
    names = ["Rekku", "Musti", "Halla", "Tessu"]
    assert detect(register({"Potilas": names})).meaning_of("Potilas") is not Meaning.CUSTOMER_NUMBER
    assert detect(register({"Asnro": ["1", "2", "3", "4"]})).meaning_of("Asnro") is Meaning.CUSTOMER_NUMBER


def test_a_dutch_code_is_no_code_with_a_town() -> None:
    codes = ["1012 AB", "3011 CD", "3511 EF", "2511 GH"]
    assert detect(register({"Postcode": codes})).meaning_of("Postcode") is Meaning.POSTAL_CODE
