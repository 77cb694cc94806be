"""The state of the register: its numbers lead to the work and to the rows they count."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.conftest import Open
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.elements.proportion_bar import ProportionBar
from tikissa.gui.overview.overview_page import OverviewPage
from tikissa.model.finding import Finding, Severity
from tikissa.model.matching import Related, Relation
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.model.register_profile import AgeClass, Profile, Reach

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


def test_a_value_that_is_wrong_and_nobody_can_mend_is_counted_until_it_is_written_anew(
    open_page: Open[OverviewPage], model: SessionModel
) -> None:
    page = open_page(OverviewPage)
    before = int(page.cards["fixes"].number.text())
    wrong = Finding("phone.invalid", Severity.ERROR, RecordId(4), "Puhelin")
    analysis = replace(model.current.analysis, findings=(*model.current.analysis.findings, wrong))
    model.take_analysis(analysis)
    assert int(page.cards["fixes"].number.text()) == before + 1
    written = CellChange("Puhelin", analysis.register.text(RecordId(4), "Puhelin"), "044 555 1235")
    model.decide(model.decider.edited_cells(analysis.keys, [(RecordId(4), written)]))
    assert int(page.cards["fixes"].number.text()) == before


def test_a_click_on_a_bar_shows_the_rows_it_counts(
    open_page: Open[OverviewPage], model: SessionModel, qtbot: QtBot
) -> None:
    page = open_page(OverviewPage)
    profile = Profile(
        rows=8, reachability=(Reach("email", 6, 2, 0, 0),), ages=(AgeClass(0, 1, 2), AgeClass(None, None, 6))
    )
    model.take_analysis(replace(model.current.analysis, profile=profile))
    bar = page.reach.findChildren(ProportionBar)[-1]
    with qtbot.waitSignal(page.visit):
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() - 2, 4))
    assert model.spotlight is not None
    assert model.spotlight.words == "E-mail: not known"
    first = model.spotlight.records
    with qtbot.waitSignal(page.visit):
        columns = page.ages.chart
        qtbot.mouseClick(columns, Qt.MouseButton.LeftButton, pos=QPoint(columns.width() - 2, 20))
    assert model.spotlight.words == "not known"
    assert model.spotlight.records != first


def test_the_sentences_and_the_numbers_below_them_tell_of_the_same_work_left(
    open_page: Open[OverviewPage], model: SessionModel
) -> None:
    page = open_page(OverviewPage)
    model.take_analysis(replace(model.current.analysis, profile=Profile(rows=8)))
    told = page.summary.text()
    model.decide(model.decider.merges(model.current.analysis, model.current.work.merges))
    for group in model.current.work.fix_groups:
        model.decide(model.decider.fixes(model.current.analysis.keys, group.fixes))
    assert int(page.cards["duplicates"].number.text()) == 0
    assert "more than once" in told
    assert "more than once" not in page.summary.text()
    assert "Most to fix" not in page.summary.text()
