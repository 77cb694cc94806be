"""The register with its fixes in place is the one duplicates are looked for in."""

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

import builders
from tikissa.analysis.fixed_register import changed_register, fixed_register
from tikissa.model.record import RecordId
from tikissa.model.register import ColumnCells, Register


def _column(register: Register, name: str) -> list[str]:
    return list(register.cells_of(name))


def test_fixed_cells_hold_their_new_text_and_the_others_their_own() -> None:
    register = builders.register({"Pnro": ["100", "20100", "100"], "Nimi": ["Aino", "Eino", "Veera"]})
    fixed = fixed_register(register, [builders.fix(0, "Pnro", "100", "00100")])
    assert _column(fixed, "Pnro") == ["00100", "20100", "100"]
    assert fixed.cells_of("Nimi") is register.cells_of("Nimi")


def test_the_original_stays_as_it_was() -> None:
    register = builders.register({"Pnro": ["100", "20100"]})
    fixed_register(register, [builders.fix(0, "Pnro", "100", "00100")])
    assert _column(register, "Pnro") == ["100", "20100"]


def test_a_fixed_cell_has_no_typed_value_any_more_and_its_neighbour_keeps_its_own() -> None:
    register = builders.register({"Ostos": ["1.2.2020", "x"]})
    day = date(2020, 2, 1)
    cells = register.cells[0]
    raws = np.array([day, None], dtype=object)
    register = Register(
        register.source, register.columns, (ColumnCells(cells.codes, cells.texts, raws),), register.row_numbers
    )
    fixed = changed_register(register, {"Ostos": {RecordId(1): "1.2.2020"}})
    assert _column(fixed, "Ostos") == ["1.2.2020", "1.2.2020"]
    assert fixed.cells[0].raw(0) == day
    assert fixed.cells[0].raw(1) is None


@given(
    st.lists(st.sampled_from("abc"), min_size=1, max_size=20), st.dictionaries(st.integers(0, 19), st.text(max_size=2))
)
def test_every_cell_is_as_if_changed_one_by_one(values: list[str], changes: dict[int, str]) -> None:
    inside = {RecordId(record): text for record, text in changes.items() if record < len(values)}
    fixed = changed_register(builders.register({"A": values}), {"A": inside})
    assert _column(fixed, "A") == [inside.get(RecordId(record), text) for record, text in enumerate(values)]
    assert set(fixed.cells[0].texts) == set(_column(fixed, "A"))
