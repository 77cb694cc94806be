"""Which values live on when rows are merged: what the owner would choose, and nothing of weight lost."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import register
from tikissa.matching.surviving.survivorship import golden_record
from tikissa.model.golden_record import SurvivingValue
from tikissa.model.record import RecordId
from tikissa.model.schema import ColumnMeaning, Meaning, Schema

MEANINGS: Mapping[str, Meaning | None] = {
    "Asiakasnro": Meaning.CUSTOMER_NUMBER,
    "Nimi": Meaning.WHOLE_NAME,
    "Osoite": Meaning.STREET,
    "Postinro": Meaning.POSTAL_CODE,
    "Puhelin": Meaning.PHONE,
    "Sähköposti": Meaning.EMAIL,
    "Sähköposti 2": Meaning.EMAIL,
    "Lupa": Meaning.PERMISSION,
    "Kielto": Meaning.PROHIBITION,
    "Luottokielto": Meaning.CREDIT_BLOCK,
    "Verkkolaskuosoite": Meaning.EINVOICE_ADDRESS,
    "Asiakas alkaen": Meaning.CREATED,
    "Viimeisin osto": Meaning.LAST_PURCHASE,
    "Eronnut": Meaning.ENDED,
    "Aktiivinen": Meaning.ENDED,
    "Ostot": Meaning.PURCHASE_SUM,
    "Huomautus": Meaning.NOTES,
    "Mitä tehty": None,
}


def merged(*rows: Mapping[str, str]) -> tuple[RecordId, dict[str, SurvivingValue]]:
    """Merge rows whose columns are those any of them names."""
    columns = [name for name in MEANINGS if any(name in row for row in rows)]
    made = register({name: [row.get(name, "") for row in rows] for name in columns})
    schema = Schema(tuple(ColumnMeaning(name, MEANINGS[name], 1.0, True) for name in columns))
    golden = golden_record(made, schema, tuple(RecordId(place) for place in range(len(rows))))
    return golden.survivor, {value.column: value for value in golden.values}


def test_the_row_with_the_newest_activity_stays() -> None:
    survivor, _ = merged(
        {"Nimi": "Matti Virtanen", "Viimeisin osto": "1.2.2020"},
        {"Nimi": "Matti Virtanen", "Viimeisin osto": "3.4.2024"},
    )
    assert survivor == 1


def test_without_activity_the_fullest_row_stays_and_then_the_first() -> None:
    assert merged({"Nimi": "A B"}, {"Nimi": "A B", "Puhelin": "040 1234567"})[0] == 1
    assert merged({"Nimi": "A B"}, {"Nimi": "A B"})[0] == 0


def test_whether_a_customer_is_passive_is_told_by_the_row_that_stays() -> None:
    survivor, values = merged(
        {"Nimi": "A B", "Aktiivinen": "0", "Puhelin": "040 1234567"}, {"Nimi": "A B", "Aktiivinen": "1"}
    )
    assert survivor == 1
    assert "Aktiivinen" not in values
    assert values["Puhelin"].value == "040 1234567"


def test_that_a_customer_has_ended_is_not_lost_with_the_row_that_says_so() -> None:
    survivor, values = merged({"Nimi": "A B", "Eronnut": "2015", "Puhelin": "040 1234567"}, {"Nimi": "A B"})
    assert survivor == 1
    assert values["Eronnut"].value == "2015"


@pytest.mark.parametrize("present", ["Mäki Liisa os. Laine", "Liisa Mäki (o.s. Laine)", "Liisa Mäki, född Laine"])
def test_the_present_name_stays_where_it_tells_the_former_one(present: str) -> None:
    _, values = merged({"Nimi": "Liisa Laine", "Viimeisin osto": "1.2.2024"}, {"Nimi": present})
    assert values["Nimi"].value == present


@pytest.mark.parametrize("rows", [("kyllä", "ei"), ("ei", "kyllä"), ("x", "EI LUPAA")])
def test_a_permission_somebody_took_back_stays_taken_back(rows: Sequence[str]) -> None:
    _, values = merged(*({"Nimi": "A B", "Lupa": row} for row in rows))
    assert values["Lupa"].value.lower().startswith("ei")
    assert values["Lupa"].reason.code == "survivorship.strictest_permission"


@pytest.mark.parametrize("column", ["Kielto", "Luottokielto"])
def test_a_prohibition_or_credit_block_is_never_lost(column: str) -> None:
    _, values = merged(
        {"Nimi": "A B", column: "", "Viimeisin osto": "1.1.2026"},
        {"Nimi": "A B", column: "x", "Viimeisin osto": "1.1.2019"},
    )
    assert values[column].value == "x"


@given(st.lists(st.sampled_from(["kyllä", "ei", "", "x", "kielto"]), min_size=2, max_size=5))
def test_whatever_the_order_one_no_is_enough(permissions: list[str]) -> None:
    _, values = merged(*({"Nimi": f"A {place}", "Lupa": said} for place, said in enumerate(permissions)))
    if "ei" in permissions or "kielto" in permissions:
        kept = values["Lupa"].value if "Lupa" in values else permissions[0]
        assert kept in ("ei", "kielto")


def test_an_email_that_does_not_survive_goes_to_the_empty_second_column() -> None:
    _, values = merged(
        {"Nimi": "A B", "Sähköposti": "a.b@tyo.example", "Sähköposti 2": ""},
        {"Nimi": "A B", "Sähköposti": "koti@posti.example", "Sähköposti 2": ""},
    )
    assert {values["Sähköposti"].value, values["Sähköposti 2"].value} == {"a.b@tyo.example", "koti@posti.example"}


@pytest.mark.parametrize(
    ("column", "both", "one"),
    [
        ("Puhelin", "050 455 6677 / vaimo 050 455 6678", "0504556677"),
        ("Puhelin", "050 111 2233, työ 03 222 3344", "+358501112233"),
        ("Sähköposti", "koti@posti.example; a.b@tyo.example", "a.b@tyo.example"),
    ],
)
def test_a_cell_with_two_values_stays_before_one_of_them(column: str, both: str, one: str) -> None:
    for rows in ((both, one), (one, both)):
        _, values = merged(*({"Nimi": "A B", column: said, "Sähköposti 2": ""} for said in rows))
        assert values[column].value == both
        assert "Sähköposti 2" not in values


def test_an_einvoice_address_without_room_is_kept_in_the_notes() -> None:
    _, values = merged(
        {"Nimi": "A B", "Verkkolaskuosoite": "003712345678", "Huomautus": "soita ensin"},
        {"Nimi": "A B", "Verkkolaskuosoite": "003787654321", "Huomautus": ""},
    )
    assert "soita ensin" in values["Huomautus"].value
    assert "003787654321" in values["Huomautus"].value


def test_notes_are_united() -> None:
    _, values = merged({"Nimi": "A B", "Huomautus": "portti lukossa"}, {"Nimi": "A B", "Huomautus": "koira"})
    assert values["Huomautus"].value == "portti lukossa; koira"
    assert values["Huomautus"].source is None


def test_a_word_that_forbids_survives_in_a_column_nobody_knows() -> None:
    _, values = merged({"Nimi": "A B", "Mitä tehty": "pumppu"}, {"Nimi": "A B", "Mitä tehty": "hana EI SAA MAINOSTAA"})
    assert values["Mitä tehty"].value == "pumppu; hana EI SAA MAINOSTAA"


def test_a_valid_value_is_kept_over_a_newer_one_that_cannot_be_right() -> None:
    _, values = merged(
        {"Nimi": "A B", "Sähköposti": "matti.virtanen(at)posti", "Viimeisin osto": "1.1.2026"},
        {"Nimi": "A B", "Sähköposti": "matti.virtanen@posti.example", "Viimeisin osto": "1.1.2020"},
    )
    assert values["Sähköposti"].value == "matti.virtanen@posti.example"


def test_street_and_postal_code_survive_from_one_row() -> None:
    _, values = merged(
        {"Nimi": "A B", "Osoite": "Koivutie 5", "Postinro": "33100", "Viimeisin osto": "1.1.2020"},
        {"Nimi": "A B", "Osoite": "Rantatie 9", "Postinro": "20100", "Viimeisin osto": "1.1.2025"},
    )
    assert (values["Osoite"].value, values["Postinro"].value) == ("Rantatie 9", "20100")


def test_the_dates_span_the_whole_time_as_a_customer() -> None:
    _, values = merged(
        {"Nimi": "A B", "Asiakas alkaen": "5.5.2021", "Viimeisin osto": "1.1.2026"},
        {"Nimi": "A B", "Asiakas alkaen": "7.3.2015", "Viimeisin osto": "2.2.2019"},
    )
    assert values["Asiakas alkaen"].value == "7.3.2015"
    assert values["Viimeisin osto"].value == "1.1.2026"


def test_amounts_are_the_survivors_own_and_never_added_up() -> None:
    survivor, values = merged(
        {"Nimi": "A B", "Ostot": "100,00", "Viimeisin osto": "1.1.2026"}, {"Nimi": "A B", "Ostot": "55,50"}
    )
    assert survivor == 0
    assert values["Ostot"].value == "100,00"


def test_a_name_written_out_is_kept_over_an_initial() -> None:
    _, values = merged({"Nimi": "M. Virtanen", "Puhelin": "040 1234567"}, {"Nimi": "Matti Virtanen"})
    assert values["Nimi"].value == "Matti Virtanen"


def test_every_column_in_which_the_rows_differ_has_a_value_with_its_row() -> None:
    _, values = merged(
        {"Asiakasnro": "1001", "Nimi": "A B", "Puhelin": ""},
        {"Asiakasnro": "1002", "Nimi": "A B", "Puhelin": "040 1234567"},
    )
    assert set(values) == {"Asiakasnro", "Puhelin"}
    assert values["Puhelin"].source == 1


def test_an_address_one_typing_error_from_the_one_that_stays_is_no_other_and_one_two_errors_away_is() -> None:
    newest = {"Nimi": "Aino Ahola", "Sähköposti": "aino.ahola@example.fi", "Viimeisin osto": "1.2.2026"}
    older = {"Nimi": "Aino Ahola", "Viimeisin osto": "1.2.2020"}
    columns = {"Sähköposti 2": ""}
    for written, kept in (("aino.aholaa@example.fi", False), ("aino.ahonla2@example.fi", True)):
        _, values = merged(newest | columns, older | {"Sähköposti": written} | columns)
        assert ("Sähköposti 2" in values) is kept
