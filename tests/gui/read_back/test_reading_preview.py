"""The first rows as they were read."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from builders import register
from tikissa.gui.read_back.reading_preview import ROWS, ReadingPreview

BUILT = register({"Nimi": [f"Asiakas {number}" for number in range(30)], "Postinro": ["00100"] * 30}, first_row=4)


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(ReadingPreview(BUILT, frozenset({(0, "Nimi")})))


def test_rows_carry_the_numbers_the_spreadsheet_shows() -> None:
    model = ReadingPreview(BUILT, frozenset())
    assert model.rowCount() == ROWS
    assert model.headerData(0, Qt.Orientation.Vertical) == "4"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Postinro"


def test_a_telling_cell_is_bold_as_well_as_coloured() -> None:
    model = ReadingPreview(BUILT, frozenset({(0, "Nimi")}))
    assert model.data(model.index(0, 0), Qt.ItemDataRole.FontRole) is not None
    assert model.data(model.index(0, 1), Qt.ItemDataRole.FontRole) is None
