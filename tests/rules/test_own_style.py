"""What a register writes in one way throughout is its own style: asked about at once, or left alone."""

from collections.abc import Callable

import pytest

from builders import TODAY, keys, register
from tikissa.model.analysis import Settings
from tikissa.model.proposal import Fix
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.rules.inspect import propose_fixes
from tikissa.schema.detect import detect

NAMES = ("Matti Virtanen", "Liisa Mäkinen", "Juhani Korhonen", "Anna Nieminen", "Timo Laine")
STREETS = ("Kirkkotie 5", "Storgatan 12 B", "Koulukuja 3 A 4")


def fixes_of(column: str, texts: list[str]) -> tuple[Fix, ...]:
    built = register({column: texts})
    return propose_fixes(built, detect(built), keys(len(texts)), Settings(TODAY))


def surname_in_capitals(name: str) -> str:
    given, surname = name.split(" ")
    return f"{surname.upper()} {given}"


@pytest.mark.parametrize("write", [str.lower, str.upper, surname_in_capitals])
def test_names_written_alike_throughout_are_asked_about_and_none_is_safe(write: Callable[[str], str]) -> None:
    fixes = fixes_of("Nimi", [write(name) for name in NAMES] * 6)
    assert [(fix.reason.code, fix.safe) for fix in fixes] == [("name.capitals", False)] * 30


@pytest.mark.parametrize("write", [str.lower, str.upper, surname_in_capitals])
def test_a_name_written_unlike_the_others_is_safe_to_write_as_they_are(write: Callable[[str], str]) -> None:
    (fix,) = fixes_of("Nimi", [*NAMES * 6, write("Matti Virtanen")])
    assert (fix.reason.code, fix.safe) == ("name.capitals", True)


@pytest.mark.parametrize("write", [str.lower, str.upper])
@pytest.mark.parametrize(("column", "texts"), [("Katuosoite", STREETS), ("Postitoimipaikka", ("Helsinki", "Åbo"))])
def test_streets_and_towns_written_alike_throughout_are_left_alone(
    column: str, texts: tuple[str, ...], write: Callable[[str], str]
) -> None:
    assert fixes_of(column, [write(text) for text in texts] * 10) == ()


ABROAD = {
    "Sweden": (
        ("Postnummer", "Postort"),
        ("114 55", "Stockholm"),
        ["070-257 60 77", "073-568 78 71", "072-972 36 96", "08-123 45 67", "042-12 34 56", "040-12 34 56"],
    ),
    "Britain": (
        ("Postcode", "Town"),
        ("SW1A 2AA", "London"),
        ["07700 900123", "07700 900 456", "020 7946 0958", "0117 496 0123"],
    ),
    "Germany": (
        ("PLZ", "Ort"),
        ("10117", "Berlin"),
        ["0171 1234567", "030/1234567", "040 1234567", "089-123456", "0151 23456789"],
    ),
}


@pytest.mark.parametrize("country", ABROAD)
def test_a_register_of_another_country_keeps_its_numbers(country: str) -> None:
    headers, place, numbers = ABROAD[country]
    phones = numbers * 10
    places = {header: [text] * len(phones) for header, text in zip(headers, place, strict=True)}
    built = register({"Telefon": phones, **places})
    assert propose_fixes(built, detect(built), keys(len(phones)), Settings(TODAY)) == ()


@pytest.mark.parametrize("country", ABROAD)
def test_towns_alone_tell_of_another_country(country: str) -> None:
    (_, header), (_, town), numbers = ABROAD[country]
    built = register({"Telefon": numbers * 10, header: [town] * len(numbers) * 10})
    assert propose_fixes(built, detect(built), keys(len(built)), Settings(TODAY)) == ()


def test_swedish_mobile_numbers_alone_tell_that_a_register_is_not_finnish() -> None:
    assert fixes_of("Telefon", ["070-257 60 77", "073-568 78 71", "072-972 36 96", "070-123 45 67"] * 10) == ()


def test_a_landline_among_numbers_that_lost_their_zeros_gets_its_own_back() -> None:
    phones = {"phone": ["401234567", "451234567", "501234567", "91234567"]}
    schema = Schema((ColumnMeaning("phone", Meaning.PHONE, 1.0, True),))
    (fix,) = [fix for fix in propose_fixes(register(phones), schema, keys(4), Settings(TODAY)) if fix.record == 3]
    assert (fix.changes[0].after, fix.safe, fix.reason.code) == ("09 1234567", False, "phone.lost_zero")


def test_eight_digits_among_whole_numbers_are_left_alone() -> None:
    phones = {"phone": ["040 1234567", "045 1234567", "050 1234567", "91234567"]}
    schema = Schema((ColumnMeaning("phone", Meaning.PHONE, 1.0, True),))
    assert propose_fixes(register(phones), schema, keys(4), Settings(TODAY)) == ()


def test_words_and_second_numbers_beside_finnish_numbers_do_not_make_them_foreign() -> None:
    noted = ["0401234567 Liisa", "09-2711111 (työ)", "0441112222/J 0441112223/P", "'0401112222"]
    fixes = fixes_of("Puhelin", [*noted, "040 1234567", "0507654321"])
    assert [fix.changes[0].after for fix in fixes if fix.record == 5] == ["050 7654321"]


@pytest.mark.parametrize("text", ["+358 6 317 0000", "090-12 34 56 / 070-999 88 77"])
def test_in_a_register_of_foreign_numbers_finnish_ones_too_are_left_as_they_are(text: str) -> None:
    numbers = ["08-123 45 67", "070-123 45 67", "+46 70 765 43 21", "0705 55 66 77", text]
    built = register({"Postnr": ["111 22"] * 5, "Telefon 1": numbers, "Telefon 2": [""] * 5})
    assert propose_fixes(built, detect(built), keys(5), Settings(TODAY)) == ()


def test_numbers_with_the_country_code_and_no_plus_are_a_mailing_programs_way() -> None:
    assert fixes_of("SMS", ["358401234001", "358931234567", "358501234567", "46701234567"]) == ()


def test_companies_numbers_keep_the_country_code_where_the_register_writes_it() -> None:
    (fix,) = fixes_of("Puhelin", ["+358 40 123 4567", "+358 50 765 4321", "+358 29 412 3920", "020 712 3456"])
    assert fix.changes[0].after == "+358 20 712 3456"


def test_numbers_that_excel_took_for_sums_are_finnish_still() -> None:
    fixes = fixes_of("Puhelin", ["401234567", "91234567", "31234567", "81234567"])
    assert [fix.changes[0].after for fix in fixes] == ["040 1234567"]


def test_ten_rows_show_a_habit_and_a_few_do_not() -> None:
    assert fixes_of("Postitoimipaikka", ["TURKU", "ÅBO"] * 5) == ()
    assert len(fixes_of("Postitoimipaikka", ["TURKU", "ÅBO"] * 2)) == 4


@pytest.mark.parametrize(
    "numbers", [["'+358441112222", "'+358502223333", "'+358453334444"], ["'0441112222", "'0502223333"]]
)
def test_a_text_mark_before_every_value_is_the_columns_manner_and_stays(numbers: list[str]) -> None:
    assert fixes_of("Puhelin", [*numbers, ""]) == ()


def test_a_number_in_a_marked_column_is_mended_with_its_mark() -> None:
    fixes = fixes_of("Puhelin", ["'+358441112222", "'+358502223333", "'453334444"])
    assert [(change.before, change.after) for fix in fixes for change in fix.changes] == [
        ("'453334444", "'+358453334444")
    ]


def test_a_text_mark_before_some_values_is_taken_off() -> None:
    fixes = fixes_of("Puhelin", ["+358441112222", "'+358502223333", "+358453334444"])
    assert [(fix.changes[0].after, fix.safe, fix.reason.code) for fix in fixes] == [
        ("+358502223333", True, "text.mark")
    ]


def test_years_of_two_digits_are_no_error_where_the_register_writes_its_days_so() -> None:
    assert fixes_of("Viimeisin osto", ["3.5.24", "13.5.25", "23.11.23", "1.2.2024"]) == ()
    assert fixes_of("Syntymäaika", ["3.5.64", "13.5.75", "23.11.83"]) == ()
    odd = fixes_of("Viimeisin osto", ["3.5.2024", "13.5.2025", "23.11.2023", "1.2.24"])
    assert [fix.changes[0].after for fix in odd] == ["1.2.2024"]
