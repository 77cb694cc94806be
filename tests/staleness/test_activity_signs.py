"""Signs of life and of their lack, by the dates of a row."""

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

import builders
from tikissa.model.analysis import Settings
from tikissa.model.finding import Reason
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.staleness.assess import assess
from tikissa.staleness.life import months_before

MEANINGS = {
    "Lisätty": Meaning.CREATED,
    "Yhteys": Meaning.LAST_CONTACT,
    "Ostos": Meaning.LAST_PURCHASE,
    "Ostoja": Meaning.PURCHASE_COUNT,
    "Yhteyshenkilö": Meaning.CONTACT_PERSON,
}


def _reasons(columns: Mapping[str, Sequence[str]], months: int = 36) -> dict[int, list[Reason]]:
    register = builders.register(columns)
    schema = Schema(tuple(ColumnMeaning(name, MEANINGS.get(name), 1.0, True) for name in columns))
    found = assess(register, schema, builders.keys(len(register)), Settings(builders.TODAY, months))
    return {retire.record: list(retire.reasons) for retire in found}


def _codes(columns: Mapping[str, Sequence[str]], months: int = 36) -> list[list[str]]:
    found = _reasons(columns, months)
    rows = len(next(iter(columns.values())))
    return [[reason.code for reason in found.get(record, [])] for record in range(rows)]


def test_a_last_purchase_before_the_period_is_old_and_one_within_it_is_not() -> None:
    assert _codes({"Ostos": ["31.10.2023", "1.11.2023", "2.11.2023"]}) == [["contact.old"], [], []]


def test_the_newest_of_contact_and_purchase_counts() -> None:
    codes = _codes({"Ostos": ["1.1.2015", "1.1.2015"], "Yhteys": ["1.1.2026", "1.1.2016"]})
    assert codes == [[], ["contact.old"]]


def test_the_reason_names_the_month_and_the_column_it_was_read_from() -> None:
    reasons = _reasons({"Ostos": ["1.1.2015"], "Yhteys": ["7.3.2016"]})
    assert reasons[0] == [Reason("contact.old", ("3/2016", "Yhteys"))]


def test_a_row_without_a_date_of_activity_is_never_old() -> None:
    codes = _codes({"Ostos": ["", "tuntematon", "1.1.2015", "1.1.2026"]})
    assert codes == [["age.unknown"], ["age.unknown"], ["contact.old"], []]


def test_where_dates_are_hardly_kept_their_lack_says_nothing() -> None:
    assert _codes({"Ostos": ["", "", "", "1.1.2026"]}) == [[], [], [], []]
    columns = {"Lisätty": ["1.1.2015"] * 20, "Ostos": [""] * 19 + ["1.1.2026"]}
    assert _codes(columns) == [[]] * 20


def test_a_register_without_any_dates_says_nothing_of_age() -> None:
    assert _codes({"Ostos": ["", ""], "Nimi": ["Aino", "Eino"]}) == [[], []]
    assert _codes({"Nimi": ["Aino", "Eino"]}) == [[], []]


def test_a_customer_added_long_ago_without_any_activity_since_is_a_sign_of_its_own() -> None:
    codes = _codes({"Lisätty": ["1.1.2015", "1.1.2026", "1.1.2015"], "Ostos": ["", "", "1.1.2026"]})
    assert codes == [["contact.never"], [], []]


def test_the_users_own_period_decides() -> None:
    assert _codes({"Ostos": ["1.3.2026", "1.6.2026"]}, months=6) == [["contact.old"], []]


def test_a_steady_buyer_who_stays_away_much_longer_than_usual_is_noticed() -> None:
    columns = {
        "Lisätty": ["1.1.2024", "1.1.2024", "1.1.2024"],
        "Ostos": ["1.1.2026", "1.10.2026", "1.1.2026"],
        "Ostoja": ["25", "25", "2"],
    }
    assert _reasons(columns) == {0: [Reason("rhythm.broken", ("1", "10"))]}


def test_who_buys_every_quarter_is_not_out_of_rhythm_after_half_a_year_and_more() -> None:
    columns = {"Lisätty": ["1.1.2024"] * 2, "Ostos": ["1.4.2026", "1.4.2026"], "Ostoja": ["10", "30"]}
    assert _codes(columns) == [[], ["rhythm.broken"]]


def test_a_customer_is_passive_after_three_years_unless_the_user_says_otherwise() -> None:
    assert Settings(builders.TODAY).passive_after_months == 36


def test_a_purchase_confirms_the_company_and_not_its_contact_person() -> None:
    columns = {
        "Yhteyshenkilö": ["Aino Ahola", "Aino Ahola", "", "Aino Ahola"],
        "Lisätty": ["1.1.2015", "1.1.2015", "1.1.2015", "1.1.2026"],
        "Ostos": ["1.9.2026", "1.9.2026", "1.9.2026", "1.9.2026"],
        "Yhteys": ["", "1.1.2026", "", ""],
    }
    assert _codes(columns) == [["contact_person.unconfirmed"], [], [], []]


def test_the_chance_that_something_is_wrong_grows_with_age_and_is_not_made_up_without_one() -> None:
    columns = {"Puhelin": ["040 123 4567"] * 3, "Ostos": ["1.1.2010", "1.1.2020", ""]}
    register = builders.register(columns)
    meanings = {"Puhelin": Meaning.PHONE, "Ostos": Meaning.LAST_PURCHASE}
    schema = Schema(tuple(ColumnMeaning(name, meanings[name], 1.0, True) for name in columns))
    older, newer, unknown = assess(register, schema, builders.keys(3), Settings(builders.TODAY))
    assert older.probability is not None
    assert newer.probability is not None
    assert 1 > older.probability > newer.probability > 0
    assert unknown.probability is None


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 1), 36, date(2023, 11, 1)),
        (date(2026, 8, 31), 6, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
    ],
)
def test_months_back_keep_the_day_where_the_month_has_it(day: date, months: int, expected: date) -> None:
    assert months_before(day, months) == expected
