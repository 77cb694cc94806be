"""The start page does a known register's month by one click, and a saved file can check what is typed later."""

import os
from pathlib import Path

import openpyxl
from PySide6.QtWidgets import QLabel

from journeys.conftest import HEADER, Walk, customer
from tikissa.export.entry_checks.offers import EntryCheck
from tikissa.gui.save.done_page import DonePage
from tikissa.gui.save.entry_checks_dialog import CellPicture, EntryChecksDialog
from tikissa.gui.save.save_page import SavePage
from tikissa.gui.start.month_dialog import MonthDialog
from tikissa.gui.start.start_page import StartPage


def _with_rows(register: Path, *rows: str) -> None:
    text = register.read_text(encoding="cp1252")
    register.write_text("\r\n".join([text.rstrip(), *rows]) + "\r\n", encoding="cp1252")


def test_one_click_accepts_as_before_saves_and_leaves_the_rest(walk: Walk, register: Path, tmp_path: Path) -> None:
    walk.open_and_analyse(register)
    walk.go("fixes")
    walk.accept_every_fix()
    _with_rows(register, customer(90).replace(";00100;", ";100;"), customer(91).replace("@", " at "))
    walk.window.visit("start")
    walk.press("Tee kuukausi")
    walk.at("done")
    page = walk.window.page
    assert isinstance(page, DonePage)
    assert page.month.text().startswith("1 ehdotus hyväksyttiin kuten ennen.")
    assert page.month_rows.text().startswith("Viime kerran jälkeen: uusia rivejä 2, muuttuneita 0, poissa 0")
    cleaned = (tmp_path / "asiakkaat-siistitty.csv").read_text(encoding="cp1252")
    assert all(wanted in cleaned for wanted in (";00130;", ";00100;", " at ", "1080;"))
    assert walk.window.model.current.work.safe_merges != ()


def test_a_month_that_is_stopped_can_be_done_again(walk: Walk, register: Path) -> None:
    walk.open_and_analyse(register)
    walk.window.visit("start")
    walk.press("Tee kuukausi")
    walk.window.runner.cancel_all()
    walk.at("start")
    assert walk.window.model.session is None
    walk.press("Tee kuukausi")
    walk.at("done")


def test_the_start_page_tells_that_the_file_has_changed_since(walk: Walk, register: Path) -> None:
    walk.open_and_analyse(register)
    walk.window.visit("start")
    page = walk.window.page
    assert isinstance(page, StartPage)
    assert not any("viime tarkistuksen jälkeen" in shown.text() for shown in page.findChildren(QLabel))
    _with_rows(register, customer(90), customer(91))
    later = register.stat().st_mtime + 3600
    os.utime(register, (later, later))
    walk.until(lambda: any("2 riviä enemmän kuin silloin" in shown.text() for shown in page.findChildren(QLabel)))
    assert any("viime tarkistuksen jälkeen" in shown.text() for shown in page.findChildren(QLabel))


def test_the_lines_for_the_scheduler_are_there_to_copy(walk: Walk, register: Path) -> None:
    dialog = MonthDialog(register, walk.window)
    told = dict(dialog.lines)
    assert str(register) in told["month.on_cron"]
    assert told["month.on_windows"].startswith("schtasks /Create")


def test_checks_are_chosen_before_saving_and_make_a_workbook_of_a_csv_file(
    walk: Walk, register: Path, tmp_path: Path
) -> None:
    walk.open_and_analyse(register)
    walk.go("save")
    page = walk.window.page
    assert isinstance(page, SavePage)
    page.checks.click()
    dialog = page.findChild(EntryChecksDialog)
    assert isinstance(dialog, EntryChecksDialog)
    dialog.boxes["Puhelin"].setChecked(False)
    dialog.put_in.click()
    walk.press("Tallenna siistitty tiedosto")
    walk.at("done")
    sheet = openpyxl.load_workbook(tmp_path / "asiakkaat-siistitty.xlsx").active
    assert sheet is not None
    letters = {str(check.sqref)[0] for check in sheet.data_validations.dataValidation}
    column = dict(zip("ABCDEFGHI", HEADER.split(";"), strict=True))
    assert {column[letter] for letter in letters} == {"Asiakasnro", "Sähköposti", "Postinro", "Viimeisin osto"}


def test_the_picture_shows_what_the_check_that_is_pointed_at_says(walk: Walk) -> None:
    checks = (EntryCheck("Asiakasnro", "customer_number", True), EntryCheck("Postinro", "postal_code", False))
    dialog = EntryChecksDialog(checks, frozenset(), walk.window)
    picture = dialog.findChild(CellPicture)
    assert isinstance(picture, CellPicture)
    assert picture.accessibleName().startswith("Asiakasnro. Numero, jota ei ole muilla")
    assert picture.accessibleName().endswith("Tietoa ei oteta vastaan.")
    dialog.boxes["Postinro"].pointed.emit()
    assert "00100" in picture.accessibleName()
    assert picture.accessibleName().endswith("Sen voi silti jättää.")
