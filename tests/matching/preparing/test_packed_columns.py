"""A register that keeps name, address and ways of contact in one cell is matched as if they stood apart."""

from collections.abc import Callable, Sequence

import pytest

from builders import keys, register
from matching.test_strange_registers import Row, families, with_copies
from tikissa.matching.match import match
from tikissa.matching.preparing.packed_columns import unfolded
from tikissa.model.matching import Relation
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.schema.detect import detect


def in_one_cell(row: Row) -> str:
    return (
        f"{row['given']} {row['surname']}, {row['street']} {row['number']}, {row['code']} {row['town']}, {row['phone']}"
    )


def in_two_cells(row: Row) -> str:
    return f"{row['surname']} {row['given']}; {row['street']} {row['number']}, {row['code']} {row['town']}"


@pytest.mark.parametrize("folded", [in_one_cell, in_two_cells])
@pytest.mark.parametrize("header", ["Asiakastiedot", "Nimi ja osoite", "Yritys"])
def test_copies_are_found_and_families_stay_apart(folded: Callable[[Row], str], header: str) -> None:
    people = families(200)
    everyone = with_copies(people, 5)
    made = register({header: [folded(row) for row in everyone], "Puh": [row["phone"] for row in everyone]})
    found = match(made, detect(made), keys(len(everyone)))
    copies = {(place, len(people) + turn) for turn, place in enumerate(range(0, len(people), 5))}
    assert {cluster.records for cluster in found.clusters} == copies
    assert Relation.HOUSEHOLD in {relation.relation for relation in found.related}


def parts_of(cells: Sequence[str], header: str = "Tiedot") -> dict[Meaning, str]:
    """Return what the first of some cells holds, by meaning; nothing where the column is no such one."""
    made = register({header: cells})
    apart, schema = unfolded(made, detect(made))
    entries = [entry for entry in schema.columns if entry.meaning is not None and entry.column != header]
    return {entry.meaning: apart.cells_of(entry.column)[0] for entry in entries if entry.meaning is not None}


def test_a_cell_is_taken_apart_into_what_it_holds() -> None:
    cells = ["Virtanen Matti, Koivutie 5 A 3, 00100 Helsinki, 040 123 4567, matti@example.fi"] * 2
    assert parts_of(cells) == {
        Meaning.WHOLE_NAME: "Virtanen Matti",
        Meaning.WHOLE_ADDRESS: "Koivutie 5 A 3, 00100 Helsinki",
        Meaning.PHONE: "040 123 4567",
        Meaning.EMAIL: "matti@example.fi",
    }


@pytest.mark.parametrize(
    "cell", ["Virtanen, Matti", "Koivutie 5, 00100 Helsinki", "soita ennen klo 10, Kissa nimeltä Musti"]
)
def test_a_name_an_address_or_a_note_stays_whole(cell: str) -> None:
    assert parts_of([cell, cell]) == {}


def test_a_register_with_names_of_its_own_stays_as_it_is() -> None:
    cells = [in_one_cell(row) for row in families(20)]
    made = register({"Asiakas": [f"Anna Aho{'abcdefg'[place % 7]}" for place in range(len(cells))], "Tiedot": cells})
    schema = detect(made)
    assert unfolded(made, schema) == (made, schema)


@pytest.mark.parametrize(("packed", "plain", "is_taken_apart"), [(8, 2, True), (5, 5, False), (3, 7, False)])
def test_a_column_is_taken_apart_only_where_most_of_its_cells_hold_everything(
    packed: int, plain: int, is_taken_apart: bool
) -> None:
    cells = [f"Virtanen Matti, Koivutie {place + 1}, 00100 Helsinki" for place in range(packed)]
    made = register({"Tiedot": [*cells, *(f"muistettava asia {place}" for place in range(plain))]})
    apart, _ = unfolded(made, Schema((ColumnMeaning("Tiedot", None, 0.0, True),)))
    assert (apart is not made) is is_taken_apart


def test_a_cell_of_one_endless_word_is_taken_apart_like_any_other() -> None:
    """Where each of its letters were tried for the beginning of an address, this would take minutes."""
    cells = [*["Aino Korpi, Koivukuja 1, aino@korpi.test"] * 5, f"Eero Salo, Rantatie 3, {'x' * 300_000}"]
    assert parts_of(cells)[Meaning.EMAIL] == "aino@korpi.test"
