"""What a customer cannot be served without is told purpose by purpose, where the register keeps it at all."""

import pytest

from builders import TODAY, keys, register
from tikissa.model.analysis import Settings
from tikissa.model.finding import Severity
from tikissa.rules.inspect import inspect
from tikissa.schema.detect import detect

HEADERS = (
    *("Yritys", "Y-tunnus", "Etunimi", "Sukunimi", "Katuosoite", "Postinumero", "Postitoimipaikka", "Puhelin"),
    *("Sähköposti", "Verkkolaskuosoite", "Operaattori"),
)
PERSON = ("", "", "Liisa", "Mäki", "Kirkkotie 5", "00100", "Helsinki", "040 1234567", "liisa@firma.fi", "", "")
COMPANY = (
    "Sumula Oy",
    "0112038-9",
    "",
    "",
    "Torikatu 1",
    "33100",
    "Tampere",
    "03 123456",
    "",
    "003701120389",
    "DABAFIHH",
)


def lacks(changed: dict[str, str], usual: tuple[str, ...] = PERSON, left_out: tuple[str, ...] = ()) -> set[str]:
    row = [changed.get(header, text) for header, text in zip(HEADERS, usual, strict=True)]
    rows = zip(PERSON, COMPANY, row, strict=True)
    columns = {header: [*cells] for header, cells in zip(HEADERS, rows, strict=True) if header not in left_out}
    built = register(columns)
    findings = inspect(built, detect(built), keys(len(built)), Settings(TODAY)).findings
    found = [finding for finding in findings if finding.record == 2]
    assert all(finding.severity is Severity.NOTE and finding.column is None for finding in found)
    return {finding.code for finding in found}


def test_nothing_is_missing_from_a_whole_person_or_company() -> None:
    assert lacks({}) == set()
    assert lacks({}, COMPANY) == set()


@pytest.mark.parametrize(
    ("changed", "usual", "codes"),
    [
        ({"Puhelin": ""}, PERSON, {"basics.call"}),
        ({"Puhelin": "09 123456"}, PERSON, {"basics.text_message"}),
        ({"Puhelin": "+46 70 123 45 67"}, PERSON, set()),
        ({"Puhelin": ""}, COMPANY, {"basics.call"}),
        ({"Y-tunnus": ""}, COMPANY, {"basics.business_id"}),
        ({"Operaattori": ""}, COMPANY, {"basics.einvoice_operator"}),
        ({"Katuosoite": ""}, PERSON, set()),
        ({"Katuosoite": "", "Sähköposti": ""}, PERSON, {"basics.invoice", "basics.write"}),
        ({"Katuosoite": ""}, COMPANY, {"basics.write"}),
        ({"Etunimi": "", "Sukunimi": ""}, PERSON, {"basics.name"}),
        ({"Sähköposti": "-", "Katuosoite": "ei ole"}, PERSON, {"basics.invoice", "basics.write"}),
    ],
)
def test_what_is_missing_is_told_by_purpose(changed: dict[str, str], usual: tuple[str, ...], codes: set[str]) -> None:
    assert lacks(changed, usual) == codes


def test_what_the_register_has_no_column_for_is_not_missing() -> None:
    assert lacks({"Katuosoite": ""}, left_out=("Puhelin", "Sähköposti")) == {"basics.invoice", "basics.write"}
    assert lacks({}, left_out=("Puhelin", "Sähköposti", "Katuosoite", "Verkkolaskuosoite", "Operaattori")) == set()


def test_a_filler_for_a_business_id_makes_no_company_of_a_person() -> None:
    assert lacks({"Y-tunnus": "-"}) == set()
    assert lacks({"Y-tunnus": "ei ole"}) == set()


def test_a_company_abroad_lacks_no_finnish_business_id() -> None:
    built = register({"Yritys": ["Kask OÜ", "Sumula Oy"], "Y-tunnus": ["", ""], "Maa": ["Viro", "Suomi"]})
    findings = inspect(built, detect(built), keys(2), Settings(TODAY)).findings
    assert [found.record for found in findings if found.code == "basics.business_id"] == [1]


def test_a_swedish_number_is_no_finnish_landline() -> None:
    phones = ["08-123 45 67", "070-123 45 67", "+46 70 765 43 21"]
    built = register({"Namn": ["Eva Ek", "Bo Alm", "Liv Grön"], "Postnummer": ["111 22"] * 3, "Telefon": phones})
    assert inspect(built, detect(built), keys(3), Settings(TODAY)).findings == ()


def test_a_register_of_another_country_is_not_held_to_finnish_lengths_of_numbers() -> None:
    phones = ["08-123 45 67", "070-123 45 67", "08-765 43 21", "050 1234"]
    names = ["Eva Ek", "Bo Alm", "Liv Grön", "Ulf Sten"]
    built = register({"Namn": names, "Postnummer": ["111 22"] * 4, "Telefon": phones})
    assert [found.code for found in inspect(built, detect(built), keys(4), Settings(TODAY)).findings] == []
