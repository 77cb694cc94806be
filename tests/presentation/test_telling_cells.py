"""What is picked out of the first rows: cells that show at a glance whether a file was read right."""

from builders import register
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.presentation.telling_cells import Telling, examples, telling_cells

BUILT = register(
    {
        "Nimi": ["Aino Aho", "Eero Jäkälä", "Åke Öhman"],
        "Postinro": ["", "00100", "33100"],
        "Ostos": ["3.2.2024", "4.2.2024", "4.2.2024"],
    }
)
SCHEMA = Schema(
    (
        ColumnMeaning("Nimi", Meaning.WHOLE_NAME, 1.0, True),
        ColumnMeaning("Postinro", Meaning.POSTAL_CODE, 1.0, True),
        ColumnMeaning("Ostos", Meaning.LAST_PURCHASE, 1.0, True),
    )
)


def test_the_first_of_each_is_picked_out() -> None:
    assert telling_cells(BUILT, SCHEMA, 10) == {
        Telling.LETTERS: (1, "Nimi"),
        Telling.POSTAL_CODE: (1, "Postinro"),
        Telling.DATE: (0, "Ostos"),
    }


def test_only_rows_that_are_shown_count() -> None:
    assert telling_cells(BUILT, SCHEMA, 1) == {Telling.DATE: (0, "Ostos")}


def test_examples_are_distinct_and_filled() -> None:
    assert examples(BUILT, "Ostos") == ("3.2.2024", "4.2.2024")
    assert examples(BUILT, "Postinro") == ("00100", "33100")
