"""Choices of last time that no longer hold, in words."""

from builders import DECIDER, added_row, analysis, log, register
from tikissa.gui.overview.lapsed_words import lapsed_words
from tikissa.model.schema import Meaning
from tikissa.review.carry_over import carry_over
from tikissa.review.same_records import Visit


def test_a_row_from_a_list_is_told_by_its_name() -> None:
    found = analysis(register({"Nimi": ["Matti Virtanen", "Liisa Korhonen"]}), meanings={"Nimi": Meaning.WHOLE_NAME})
    visit = Visit(found.register, found.keys, found.schema)
    decided = log(DECIDER.added_rows([added_row(2, {"Nimi": "Aino Uusi"})]))
    carried = carry_over(visit, decided, visit)
    assert [lapsed_words(entry, carried) for entry in carried.dropped] == ["Aino Uusi · a row taken from messut.csv"]
