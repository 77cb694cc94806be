"""What is pictured at each stage of the walk: pages, dialogs, and pages in a state of their own."""

from collections.abc import Callable, Iterable
from pathlib import Path
from time import sleep
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from pictures.studio import Studio, View
from tikissa.app.folders import data_folder
from tikissa.app.registers import known_registers
from tikissa.gui.common.page import Page
from tikissa.gui.common.password_dialog import PasswordDialog
from tikissa.gui.common.problem_dialog import problem_box
from tikissa.gui.common.sure_dialog import sure_box
from tikissa.gui.duplicates.duplicates_page import DuplicatesPage
from tikissa.gui.fixes.fixes_page import FixesPage
from tikissa.gui.gate.checked_rows import CHOICES
from tikissa.gui.gate.list_check_page import ListCheckPage
from tikissa.gui.read_back.read_back_page import ReadBackPage
from tikissa.gui.rows.rows_page import RowsPage
from tikissa.gui.rows.same_customer_dialog import SameCustomerDialog
from tikissa.gui.save.handover_dialog import HandoverDialog
from tikissa.gui.shell.help_dialog import HelpDialog
from tikissa.gui.shell.keys_dialog import KeysDialog
from tikissa.gui.shell.main_window import MainWindow
from tikissa.gui.shell.settings_dialog import SettingsDialog
from tikissa.gui.shell.what_files_dialog import WhatFilesDialog
from tikissa.gui.stale.stale_page import StalePage
from tikissa.gui.start.start_page import StartPage
from tikissa.model.problems import FileProblem
from tikissa.model.progress import Progress
from tikissa.text.phones import STYLES

SomePage = TypeVar("SomePage", bound=Page)
Files = tuple[Path, ...]


def page(key: str) -> View:
    return View(key, lambda studio: _at(studio, key))


def pages(*keys: str) -> tuple[View, ...]:
    return tuple(map(page, keys))


def page_as(
    name: str,
    page_type: type[SomePage],
    change: Callable[[SomePage], object],
    back: Callable[[SomePage], object] = lambda _: None,
) -> View:
    """A page after something was done on it; `back` makes it as it was."""

    def show(studio: Studio) -> QWidget:
        _at(studio, page_type.key)
        shown = studio.window.page
        assert isinstance(shown, page_type)
        change(shown)
        studio.wait()
        return studio.window

    def leave(shown: QWidget) -> None:
        assert isinstance(shown, MainWindow)
        assert isinstance(shown.page, page_type)
        back(shown.page)

    return View(name, show, leave)


def dialog(name: str, make: Callable[[Studio], QDialog]) -> View:
    def show(studio: Studio) -> QWidget:
        made = make(studio)
        made.show()
        return made

    return View(name, show, _put_away)


def dialogs() -> Iterable[View]:
    """Everything that opens over the window."""
    yield dialog("dialog-settings", lambda studio: SettingsDialog(studio.preferences, STYLES, studio.window))
    yield dialog("dialog-help", lambda studio: HelpDialog(studio.window))
    yield dialog("dialog-keys", lambda studio: KeysDialog(studio.window.pages.values(), studio.window))
    yield dialog("dialog-two-files", lambda studio: WhatFilesDialog(TWO_FILES, None, studio.window))
    yield dialog("dialog-a-list", lambda studio: WhatFilesDialog(TWO_FILES[1:], TWO_FILES[0], studio.window))
    yield dialog("dialog-handover", lambda studio: HandoverDialog(SELLERS, studio.window))
    yield dialog("dialog-password", lambda studio: PasswordDialog(NEEDS_PASSWORD, studio.window))
    yield dialog("dialog-problem", lambda studio: problem_box(studio.window, A_DOCUMENT))
    yield dialog("dialog-unexpected", lambda studio: problem_box(studio.window, _raised()))


def _forgetting(studio: Studio) -> QDialog:
    start = studio.window.pages["start"]
    assert isinstance(start, StartPage)
    return sure_box(studio.window, start.question_about(known_registers(data_folder())[0]), start.tr("Forget"))


def _running(studio: Studio) -> QWidget:
    """Show the window while something goes on that does not end by itself."""

    def work(progress: Progress) -> object:
        while True:
            progress.report("analysis.matching", 2, 5)
            sleep(0.01)

    studio.window.visit("read_back")
    studio.window.runner.task(work).start()
    while not studio.window.progress.isVisible():
        studio.rest(20)
    return studio.window


def _stop(shown: QWidget) -> None:
    assert isinstance(shown, MainWindow)
    shown.runner.cancel_all()


def _at(studio: Studio, key: str) -> QWidget:
    studio.window.visit(key)
    studio.wait()
    return studio.window


def _put_away(shown: QWidget) -> None:
    shown.close()
    shown.deleteLater()


def _raised() -> BaseException:
    try:
        raise ValueError("made for the picture")
    except ValueError as problem:
        return problem


def _close_choices(shown: ReadBackPage | ListCheckPage) -> None:
    shown.choices.hide()


def _show_scope(shown: RowsPage, place: int) -> None:
    shown.browser.scope.setCurrentIndex(place)
    shown.browser.scope.activated.emit(place)


def _edit_first(shown: RowsPage) -> None:
    shown.browser.table.setCurrentIndex(shown.browser.table.model().index(0, 2))
    shown.browser.edit()


def _back_from_fixes(shown: FixesPage) -> None:
    assert shown.rows is not None
    shown.rows.back_wanted.emit()


def _back_from_stale(shown: StalePage) -> None:
    assert shown.rows is not None
    shown.rows.back_wanted.emit()


def _look_one_by_one(shown: DuplicatesPage) -> None:
    shown.one_by_one.click()


def _rows_of(name: str, place: int) -> View:
    """Return the rows of the list that one of the buttons above them shows."""
    return page_as(f"list_check-{name}", ListCheckPage, lambda shown: shown.rows.filters[place].click())


SELLERS = {"Virtanen": 214, "Aalto": 180, "Berg": 96}
TWO_FILES = (Path("asiakkaat.xlsx"), Path("messut 2026.csv"))
NEEDS_PASSWORD = FileProblem("file.password_protected", "asiakkaat.xlsx")
A_DOCUMENT = FileProblem("file.is_document", "hinnasto.docx")

FIRST = (page("start"), *dialogs())
READ = (
    *pages("start", "read_back"),
    page_as("read_back-change", ReadBackPage, lambda shown: shown.choices.show(), _close_choices),
    View("running", _running, _stop),
)
UNSURE = (
    View("read_back-unsure", lambda studio: _at(studio, "read_back")),
    page_as("read_back-unsure-change", ReadBackPage, lambda shown: shown.choices.show(), _close_choices),
)
BEFORE = (
    *pages("overview", "fixes", "duplicates", "stale", "rows", "open_registers", "list_check", "history", "save"),
    page_as("fixes-rows", FixesPage, lambda shown: shown.deck.cards[1].buttons[1].click(), _back_from_fixes),
    page_as("stale-rows", StalePage, lambda shown: shown.deck.cards[0].buttons[0].click(), _back_from_stale),
    page_as("stale-one", StalePage, lambda shown: shown.most.click(), lambda shown: shown.one.back.click()),
    page_as("duplicates-one", DuplicatesPage, _look_one_by_one, lambda shown: shown.to_bulk.click()),
)
CHECKED = (
    *(_rows_of(name, place) for place, name in enumerate((*(verdict for verdict, *_ in CHOICES[:-1]), "all"))),
    page_as("list_check-change", ListCheckPage, lambda shown: shown.choices.show(), _close_choices),
)
AFTER = (
    dialog("dialog-forget", _forgetting),
    *pages("start", "overview", "fixes", "duplicates", "stale", "rows", "history", "save", "done"),
    page_as(
        "rows-search",
        RowsPage,
        lambda shown: shown.browser.search.setText("helsinki"),
        lambda shown: shown.browser.search.clear(),
    ),
    page_as("rows-added", RowsPage, lambda shown: _show_scope(shown, 3), lambda shown: _show_scope(shown, 0)),
    page_as("rows-edit", RowsPage, _edit_first, lambda shown: shown.browser.table.reset()),
    dialog("dialog-same-customer", lambda studio: SameCustomerDialog(studio.window.model.current, (0, 1, 2))),
)
RETURNED = pages("since_last_time", "overview")
EMPTY = pages("overview", "fixes", "duplicates", "stale", "list_check", "history", "save")
