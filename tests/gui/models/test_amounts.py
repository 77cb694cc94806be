"""A workbook's number is told as the user's language writes it; what is a text stays as it is."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QLocale

import builders
from tikissa.gui.models.amounts import amount_of
from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId

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
