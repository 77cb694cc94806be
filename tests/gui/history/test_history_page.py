"""Your choices: any of them taken back alone, and put back."""

import pytest

from gui.conftest import Open
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.history.history_page import HistoryPage
from tikissa.model.decision import RetireAction, Sameness
from tikissa.model.finding import Reason
from tikissa.model.golden_record import GoldenRecord, SurvivingValue
from tikissa.model.matching import Relation
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId


@pytest.fixture
def decided(model: SessionModel) -> SessionModel:
    """Return the model after one decision of each kind."""
    analysis, decider = model.current.analysis, model.decider
    people = (RecordId(3), RecordId(4))
    for decision in (
        decider.fixes(analysis.keys, analysis.fixes[:2]),
        decider.merges(analysis, analysis.merges[:1]),
        decider.judged(analysis.keys, people, Sameness.RELATED, Relation.HOUSEHOLD),
        decider.retires(analysis.keys, analysis.retires, RetireAction.ARCHIVE),
        decider.edited_cells(analysis.keys, [(RecordId(1), CellChange("Nimi", "Liisa Korhonen", "Liisa K."))]),
        decider.meaning("Nimi", None),
        decider.settings({"passive_after_months": "12"}),
    ):
        model.decide(decision)
    return model


def lines(page: HistoryPage) -> list[str]:
    model = page.table.model()
    return [model.index(line, 2).data() for line in range(model.rowCount())]


def test_nothing_decided_says_so(open_page: Open[HistoryPage]) -> None:
    page = open_page(HistoryPage)
    assert page.stack.currentWidget() is page.empty


@pytest.mark.usefixtures("decided")
def test_every_choice_is_listed_in_words_newest_first(open_page: Open[HistoryPage]) -> None:
    told = lines(open_page(HistoryPage))
    assert len(told) == 7
    assert "Postal code" in told[-1]
    assert "Aino Nieminen" in told[-2]
    assert "same household" in told[-3]


def test_a_new_choice_is_the_one_that_is_looked_at(open_page: Open[HistoryPage], decided: SessionModel) -> None:
    page = open_page(HistoryPage)
    page.table.selectRow(5)
    name = CellChange("Nimi", "Ville Mäkinen", "Ville M.")
    decided.decide(decided.decider.edited_cells(decided.current.analysis.keys, [(RecordId(4), name)]))
    assert page.table.currentIndex().row() == 0


def test_an_old_choice_is_taken_back_alone_and_put_back(open_page: Open[HistoryPage], decided: SessionModel) -> None:
    page = open_page(HistoryPage)
    page.table.selectRow(5)
    page.take_back.click()
    assert decided.current.outcome.stays(RecordId(6))
    assert decided.current.outcome.text(RecordId(1), "Postinro") == "02150"
    assert (page.take_back.isEnabled(), page.put_back.isEnabled()) == (False, True)
    page.put_back.click()
    assert not decided.current.outcome.stays(RecordId(6))


@pytest.mark.usefixtures("decided")
def test_a_choice_tells_what_it_touches(open_page: Open[HistoryPage]) -> None:
    page = open_page(HistoryPage)
    page.table.selectRow(6)
    assert "2150 → 02150" in page.touched.text()


def test_a_merge_goes_by_the_name_of_its_result(open_page: Open[HistoryPage], model: SessionModel) -> None:
    analysis, people = model.current.analysis, (RecordId(3), RecordId(4))
    golden = model.current.golden_record(people)
    named = SurvivingValue("Nimi", "Kaisa Mäki", None, Reason("hand.choice"))
    model.decide(model.decider.merge(analysis, None, GoldenRecord(golden.survivor, (named,)), people))
    assert "Kaisa Mäki ·" in lines(open_page(HistoryPage))[0]
