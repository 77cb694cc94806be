"""The state of the register: its numbers lead to the work and to the rows they count."""

from dataclasses import replace

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.pages.conftest import Open
from tikissa.gui.pages.overview import OverviewPage
from tikissa.gui.session_model import SessionModel
from tikissa.model.matching import Related, Relation
from tikissa.model.record import RecordId

COUPLE = Related((RecordId(3), RecordId(4)), Relation.HOUSEHOLD)
NAMESAKES = Related((RecordId(0), RecordId(2)), Relation.NAMESAKE)


def test_a_household_leads_to_its_rows(open_page: Open[OverviewPage], model: SessionModel, qtbot: QtBot) -> None:
    page = open_page(OverviewPage)
    model.take_analysis(replace(model.current.analysis, related=(COUPLE, NAMESAKES)))
    assert page.related.isVisible()
    household, _ = page.related.findChildren(QPushButton)
    with qtbot.waitSignal(page.visit) as visited:
        household.click()
    assert visited.args == ["rows"]
    assert model.spotlight is not None
    assert model.spotlight.records == (3, 4)


def test_namesakes_alone_are_not_told_to_belong_together(open_page: Open[OverviewPage], model: SessionModel) -> None:
    page = open_page(OverviewPage)
    model.take_analysis(replace(model.current.analysis, related=(NAMESAKES,)))
    assert not page.related.isVisible()
