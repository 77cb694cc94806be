"""An invoice list is dropped on the open register: told in a sentence, kept beside it, its new customers checked."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from journeys.conftest import Walk, customer
from tikissa.gui.save.save_page import SavePage

STRANGER = "3;Vieras Henkilö;v@vieras.test;1.11.2026;5,00"
HEADER = "Laskunro;Asiakas;Sähköposti;Laskupvm;Summa"


def invoices(folder: Path, *lines: str) -> Path:
    path = folder / "laskut.csv"
    path.write_text("\n".join((HEADER, *lines)) + "\n", "utf-8")
    return path


def test_purchases_are_told_kept_and_saved_as_columns(walk: Walk, register: Path, tmp_path: Path) -> None:
    walk.speak("en")
    walk.open_and_analyse(register)
    email = customer(4).split(";")[4]
    rows = (
        f"1;;{email};1.10.2026;100,00",
        f"2;;{email};1.11.2026;20,50",
        "3;Vieras Henkilö;v@vieras.test;1.11.2026;5,00",
    )
    walk.drop(invoices(tmp_path, *rows))
    question = walk.window.arrivals.question
    assert question is not None
    walk.until(question.purchases.isChecked)
    assert question.seen.text() == "The file looks like it holds: purchases."
    question.accept()
    reading = walk.window.arrivals.purchases
    walk.until(lambda: reading.shown is not None)
    dialog = reading.shown
    assert dialog is not None
    assert dialog.lead.text() == "2 purchases of 1 customers"
    assert dialog.check_new.text() == "Check one new customer"
    dialog.accept()
    QApplication.processEvents()
    walk.until(lambda: bool(walk.window.model.current.analysis.settings.bought.customers))
    walk.window.visit("save")
    page = walk.window.page
    assert isinstance(page, SavePage)
    assert page.with_bought.isVisibleTo(page)


def test_who_buys_and_is_not_in_the_register_is_checked_as_new(walk: Walk, register: Path, tmp_path: Path) -> None:
    walk.speak("en")
    walk.open_and_analyse(register)
    walk.window.arrivals.purchases.start(
        invoices(
            tmp_path, "1;Vieras Henkilö;v@vieras.test;1.10.2026;1,00", "2;Vieras Henkilö;v@vieras.test;2.10.2026;2,00"
        )
    )
    walk.until(lambda: walk.window.arrivals.purchases.shown is not None)
    dialog = walk.window.arrivals.purchases.shown
    assert dialog is not None
    dialog.check_new.click()
    walk.until(lambda: walk.window.model.checked is not None)
    checked = walk.window.model.checked
    assert checked is not None
    assert [row.verdict.value for row in checked.rows] == ["new"]
