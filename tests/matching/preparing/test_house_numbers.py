"""House numbers in a column of their own are put behind their streets, those of the nearest column that holds them."""

from collections.abc import Sequence

from builders import register
from tikissa.matching.preparing.house_numbers import house_number_column, streets
from tikissa.model.schema import ColumnMeaning, Meaning, Schema

NUMBERS = ["5", "7 A", "12", "5", "7", "3"]
OTHERS = ["1", "2", "2", "1", "2", "1"]


def _column(columns: dict[str, Sequence[str]]) -> str | None:
    schema = Schema(
        tuple(ColumnMeaning(name, Meaning.STREET if name == "Katu" else None, 1.0, True) for name in columns)
    )
    return house_number_column(register(columns), schema)


def test_of_two_columns_of_numbers_the_one_beside_the_streets_is_theirs() -> None:
    streets_alone = ["Koivutie", "Rantatie", "Asemakatu", "Koivutie", "Torikatu", "Peltotie"]
    assert _column({"Katu": streets_alone, "Nro": NUMBERS, "Luokka": OTHERS}) == "Nro"
    assert _column({"Luokka": OTHERS, "Nro": NUMBERS, "Katu": streets_alone}) == "Nro"


def test_streets_that_have_their_numbers_take_no_others() -> None:
    whole = [f"Koivutie {place}" for place in range(6)]
    assert _column({"Katu": whole, "Nro": NUMBERS}) is None


def test_a_number_is_put_behind_its_street_and_none_behind_a_blank() -> None:
    made = register({"Katu": ["Koivutie", "", "Rantatie"] * 3, "Nro": ["5", "7", "5"] * 3})
    schema = Schema((ColumnMeaning("Katu", Meaning.STREET, 1.0, True), ColumnMeaning("Nro", None, 0.0, True)))
    (found,) = streets(made, schema)
    assert list(found)[:3] == ["Koivutie 5", "", "Rantatie 5"]
