"""How likely each detail is right by now: its own rate, from its own last proof."""

import pytest

import builders
from tikissa.model.analysis import Settings
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.reference.customer_kind import companies
from tikissa.staleness.decay import chances_right, chances_wrong
from tikissa.staleness.life import signs_of_life

MEANINGS = {
    "Yritys": Meaning.COMPANY,
    "Katu": Meaning.STREET,
    "Puhelin": Meaning.PHONE,
    "Sähköposti": Meaning.EMAIL,
    "Lisätty": Meaning.CREATED,
    "Yhteys": Meaning.LAST_CONTACT,
    "Ostos": Meaning.LAST_PURCHASE,
}
SCHEMA = Schema(tuple(ColumnMeaning(name, meaning, 1.0, True) for name, meaning in MEANINGS.items()))


def right(**cells: str) -> dict[str, float]:
    register = builders.register({name: [cells.get(name, "")] for name in MEANINGS})
    life = signs_of_life(register, SCHEMA, Settings(builders.TODAY))
    chances = chances_right(register, SCHEMA, companies(register, SCHEMA), life)
    wrong = chances_wrong(register, SCHEMA, companies(register, SCHEMA), life)[0]
    product = 1.0
    for chance in chances.values():
        product *= float(chance[0])
    assert wrong == pytest.approx(1 - product)
    return {detail: float(chance[0]) for detail, chance in chances.items()}


def test_a_persons_phone_is_right_nine_times_in_ten_a_year_after_the_last_sign_of_life() -> None:
    assert right(Puhelin="040 1234567", Ostos="1.11.2025")["phone"] == pytest.approx(0.9, abs=0.001)


def test_what_a_row_does_not_hold_cannot_be_wrong() -> None:
    assert right(Puhelin="040 1234567", Ostos="1.11.2020")["address"] == 1


def test_a_purchase_proves_the_company_and_its_address_and_not_the_person_behind_the_mobile_number() -> None:
    chances = right(
        Yritys="Sumula Oy", Katu="Torikatu 1", Puhelin="040 1234567", Lisätty="1.11.2021", Ostos="1.11.2026"
    )
    assert chances["company"] == chances["address"] == 1
    assert chances["contact"] == pytest.approx(0.8**5, abs=0.001)


@pytest.mark.parametrize("cells", [{"Puhelin": "09 123456"}, {"Sähköposti": "info@firma.fi"}])
def test_a_switchboard_and_an_address_of_a_task_outlive_the_person(cells: dict[str, str]) -> None:
    assert right(Yritys="Sumula Oy", Lisätty="1.11.2016", **cells)["contact"] == 1


def test_meeting_the_person_starts_the_count_anew() -> None:
    cells = {"Yritys": "Sumula Oy", "Sähköposti": "aino.ahola@firma.fi", "Lisätty": "1.11.2016"}
    assert right(**cells, Yhteys="1.11.2026")["contact"] == 1
