"""A workbook's number is told as the user's language writes it; what is a text stays as it is."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QIcon

import builders
from tikissa.gui.common.amount_texts import amount_of
from tikissa.gui.read_back.reading_preview import ReadingPreview
from tikissa.gui.rows.register_model import RegisterModel
from tikissa.gui.side_by_side.comparison_model import ComparisonModel
from tikissa.gui.side_by_side.group_comparison import compare
from tikissa.model.golden_record import GoldenRecord
from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId
from tikissa.model.schema import ColumnMeaning, Meaning, Schema

TOLD = ["18469.56 €", "1,250.00 €", "-75.50", "755"]


@pytest.fixture
def _finnish() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("fi_FI"))
    yield
    QLocale.setDefault(before)


def outcome(raws: list[object]) -> Outcome:
    register = builders.register({"Ostot": TOLD})
    held = np.empty(len(raws), dtype=object)
    held[:] = raws
    return Outcome(replace(register, cells=(replace(register.cells[0], raws=held),)), {}, {}, ())


@pytest.mark.usefixtures("_finnish")
def test_a_number_has_the_marks_of_the_language() -> None:
    numbers = outcome([18469.56, 1250, -75.5, 755])
    said = [amount_of(numbers, RecordId(record), "Ostot").replace("\u00a0", " ") for record in range(len(TOLD))]
    assert said == ["18 469,56 €", "1 250,00 €", "-75,50", "755"]


@pytest.mark.usefixtures("_finnish")
def test_a_text_is_told_as_it_is() -> None:
    texts = outcome([None] * len(TOLD))
    assert [amount_of(texts, RecordId(record), "Ostot") for record in range(len(TOLD))] == TOLD


@pytest.mark.usefixtures("_finnish")
def test_rows_and_rows_side_by_side_show_a_number_alike_and_hand_out_what_the_workbook_says() -> None:
    numbers = outcome([18469.56, 1250, -75.5, 755])
    schema = Schema((ColumnMeaning("Ostot", Meaning.PURCHASE_SUM, 1.0, True),))
    records = (RecordId(0), RecordId(2))
    comparison = compare(numbers, schema, GoldenRecord(RecordId(0), ()), records)
    side = ComparisonModel(comparison, numbers.register.row)
    rows = RegisterModel(numbers, np.arange(4), lambda _: QColor(), QIcon())
    edit = Qt.ItemDataRole.EditRole
    assert [side.index(0, place).data() for place in range(3)] == ["18\u00a0469,56 €", "-75,50", "18\u00a0469,56 €"]
    assert [side.index(0, place).data(edit) for place in range(3)] == ["18469.56 €", "-75.50", "18469.56 €"]
    assert rows.index(0, 1).data() == "18\u00a0469,56 €"
    assert ReadingPreview(numbers.register, frozenset()).index(0, 0).data() == "18\u00a0469,56 €"
    assert rows.index(0, 1).data(edit) == "18469.56 €"
