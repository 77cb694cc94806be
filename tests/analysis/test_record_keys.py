"""A record keeps its key from file to file."""

from hypothesis import given
from hypothesis import strategies as st

import builders
from tikissa.analysis.record_keys import record_keys
from tikissa.model.register import Register
from tikissa.model.schema import ColumnMeaning, Meaning, Schema

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=6)


def _schema(register: Register, numbers: str | None = None) -> Schema:
    meanings = {numbers: Meaning.CUSTOMER_NUMBER}
    return Schema(tuple(ColumnMeaning(c.name, meanings.get(c.name), 1.0, True) for c in register.columns))


def _keys(register: Register, numbers: str | None = None) -> tuple[str, ...]:
    return record_keys(register, _schema(register, numbers)).keys


def test_a_customer_number_of_its_own_is_the_key() -> None:
    register = builders.register({"Nro": ["1017", " 1018 "], "Nimi": ["Aino", "Eino"]})
    assert _keys(register, "Nro") == ("n:1017", "n:1018")


def test_a_number_on_two_rows_or_on_none_leaves_the_content_to_tell_who_it_is() -> None:
    register = builders.register({"Nro": ["7", "7", "", "8"], "Nimi": ["Aino", "Eino", "Veera", "Onni"]})
    keys = _keys(register, "Nro")
    assert [key[0] for key in keys] == ["c", "c", "c", "n"]
    assert len(set(keys)) == 4


def test_equal_rows_are_told_apart_by_their_occurrence() -> None:
    first, second, other = _keys(builders.register({"Nimi": ["Aino", "Aino", "Eino"]}))
    assert first.endswith(":1")
    assert second == first[:-1] + "2"
    assert other.endswith(":1")


def test_the_order_of_columns_does_not_change_who_a_record_is() -> None:
    names, towns = ["Aino", "Eino"], ["Turku", "Pori"]
    assert _keys(builders.register({"Nimi": names, "Kaupunki": towns})) == _keys(
        builders.register({"Kaupunki": towns, "Nimi": names})
    )


def test_a_new_column_that_is_still_empty_changes_no_key() -> None:
    names = ["Aino", "Eino"]
    assert _keys(builders.register({"Nimi": names})) == _keys(builders.register({"Nimi": names, "Huom": ["", ""]}))


def test_the_same_text_under_another_header_is_another_content() -> None:
    register = builders.register({"Etunimi": ["Kaino", ""], "Sukunimi": ["", "Kaino"]})
    first, second = _keys(register)
    assert first != second


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=12))
def test_no_two_records_share_a_key(rows: list[tuple[str, str]]) -> None:
    register = builders.register({"A": [row[0] for row in rows], "B": [row[1] for row in rows]})
    keys = record_keys(register, _schema(register))
    assert len(set(keys.keys)) == len(rows)
    assert [keys.record(keys[record]) for record in range(len(rows))] == list(range(len(rows)))
