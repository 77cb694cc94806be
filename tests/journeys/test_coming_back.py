"""Next month's export of the same register is dropped on the window."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from journeys.conftest import Walk, customer
from tikissa.gui.pages.rows import RowsPage
from tikissa.gui.pages.since_last_time import SinceLastTimePage


def _next_month(register: Path) -> None:
    """One customer moves, one goes, two come; the rows are in another order."""
    header, *rows = register.read_text(encoding="cp1252").splitlines()
    rows = [row.replace("Koivutie 11;", "Mäntytie 2;") for row in rows if not row.startswith("1030;")]
    rows += [customer(90), customer(91)]
    register.write_text("\r\n".join([header, *reversed(rows)]) + "\r\n", encoding="cp1252")


def _decide_everything(walk: Walk, register: Path) -> str:
    walk.open_and_analyse(register)
    walk.go("fixes")
    walk.accept_every_fix()
    walk.go("duplicates")
    walk.press_first("Yhdistä")
    return walk.window.foot.arithmetic.text()


def _come_back(walk: Walk, register: Path) -> SinceLastTimePage:
    walk.drop(register)
    walk.at("read_back")
    walk.press("Kyllä, jatka")
    walk.at("since_last_time")
    page = walk.window.page
    assert isinstance(page, SinceLastTimePage)
    return page


def test_a_newer_version_tells_what_changed_and_brings_the_choices_along(walk: Walk, register: Path) -> None:
    _decide_everything(walk, register)
    _next_month(register)
    page = _come_back(walk, register)
    assert [card.number.text() for card in (page.new, page.changed, page.gone)] == ["2", "1", "1"]
    assert walk.window.model.current.work.merges == ()
    walk.go("overview")
    assert walk.window.foot.arithmetic.text().startswith("82 riviä = 81 säilyy + 1 yhdistetty")


def test_the_numbers_lead_to_the_rows(walk: Walk, register: Path) -> None:
    _decide_everything(walk, register)
    _next_month(register)
    _come_back(walk, register).new.click()
    walk.at("rows")
    page = walk.window.page
    assert isinstance(page, RowsPage)
    assert page.browser.count.text() == "2 / 82 riviä"


def test_the_page_is_in_the_rail_only_after_a_newer_version_came(walk: Walk, register: Path) -> None:
    walk.open_and_analyse(register)
    assert walk.window.rail.entries["since_last_time"].isHidden()
    _next_month(register)
    _come_back(walk, register)
    QApplication.processEvents()
    assert walk.window.rail.entries["since_last_time"].isVisible()


def test_a_newer_version_under_another_name_is_asked_about_and_brings_the_choices_along(
    walk: Walk, register: Path
) -> None:
    _decide_everything(walk, register)
    newer = register.with_name("asiakkaat-2026-12.csv")
    newer.write_bytes(register.read_bytes())
    _next_month(newer)
    walk.drop_register(newer)
    walk.at("read_back")
    walk.press("Kyllä, tuo valintani mukaan")
    walk.at("read_back")
    walk.press("Kyllä, jatka")
    walk.at("since_last_time")
    assert walk.window.foot.arithmetic.text().startswith("82 riviä = 81 säilyy + 1 yhdistetty")


def test_choices_are_not_brought_to_another_register_unasked(walk: Walk, register: Path) -> None:
    _decide_everything(walk, register)
    other = register.with_name("toinen-myymälä.csv")
    other.write_bytes(register.read_bytes())
    _next_month(other)
    walk.open_and_analyse(other)
    assert walk.window.model.current.log.events == ()
