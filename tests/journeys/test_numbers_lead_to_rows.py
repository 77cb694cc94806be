"""Every number and chart on the state of the register leads to the rows it counts."""

from pathlib import Path

from PySide6.QtGui import QAction

from journeys.conftest import HEADER, Walk, customer
from tikissa.gui.overview.overview_page import OverviewPage
from tikissa.gui.rows.rows_page import RowsPage


def _register(folder: Path) -> Path:
    """Twenty customers, of whom the third cannot be reached and the fifth has no e-mail address."""
    rows = [customer(number).split(";") for number in range(20)]
    rows[2][3:8] = [""] * 5
    rows[4][4] = ""
    rows[6][8] = "1.2.2012"
    path = folder / "asiakkaat.csv"
    path.write_text("\n".join([HEADER, *map(";".join, rows)]) + "\n", encoding="utf-8-sig")
    return path


def _overview(walk: Walk, folder: Path) -> OverviewPage:
    walk.open_and_analyse(_register(folder))
    page = walk.window.page
    assert isinstance(page, OverviewPage)
    return page


def _shown_rows(walk: Walk) -> list[str]:
    walk.at("rows")
    page = walk.window.page
    assert isinstance(page, RowsPage)
    table = page.browser.table.model()
    return [table.index(line, 1).data() for line in range(table.rowCount())]


def _find(actions: list[QAction], words: str) -> QAction:
    return next(action for action in actions if action.text().startswith(words))


def test_those_who_cannot_be_reached_are_shown(walk: Walk, tmp_path: Path) -> None:
    _overview(walk, tmp_path).cards["rows"].click()
    assert _shown_rows(walk) == ["1002"]


def test_a_part_of_a_bar_leads_to_its_rows_and_back(walk: Walk, tmp_path: Path) -> None:
    page = _overview(walk, tmp_path)
    mail = _find(page.reach.rows.menu().actions(), "Sähköposti").menu()
    _find(mail.actions(), "ei tiedossa").trigger()
    assert _shown_rows(walk) == ["1002", "1004"]
    walk.press("← Takaisin edelliselle sivulle")
    assert walk.window.page.key == "overview"


def test_an_age_leads_to_its_rows(walk: Walk, tmp_path: Path) -> None:
    page = _overview(walk, tmp_path)
    _find(page.ages.rows.menu().actions(), "yli 10").trigger()
    assert _shown_rows(walk) == ["1006"]
