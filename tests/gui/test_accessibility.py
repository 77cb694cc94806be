"""Every control of the review pages has a name and a role, and is reached by keys alone."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.conftest import Open
from tikissa.gui.common.page import Page
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.duplicates.duplicates_page import DuplicatesPage
from tikissa.gui.fixes.fixes_page import FixesPage
from tikissa.gui.gate.list_check_page import ListCheckPage
from tikissa.gui.history.history_page import HistoryPage
from tikissa.gui.read_back.read_back_page import ReadBackPage
from tikissa.gui.rows.rows_page import RowsPage
from tikissa.gui.save.save_page import SavePage
from tikissa.gui.stale.stale_page import StalePage
from tikissa.gui.start.start_page import StartPage

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit)
PAGES: tuple[type[Page], ...] = (
    *(StartPage, ReadBackPage, FixesPage, DuplicatesPage, StalePage, RowsPage, ListCheckPage, HistoryPage, SavePage),
)


def controls(page: Page) -> list[QWidget]:
    """Return what a user meets on a page; what Qt builds inside a control is the control's own matter."""
    own = (QAbstractItemView, QComboBox, QLineEdit)
    found = [widget for widget in page.findChildren(QWidget) if isinstance(widget, CONTROLS) and widget.isVisible()]
    return [widget for widget in found if not isinstance(widget.parentWidget(), own)]


def spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


@pytest.mark.parametrize("page_type", PAGES)
def test_every_control_has_a_name(page_type: type[Page], open_page: Open[Page], model: SessionModel) -> None:
    model.decide(model.decider.fixes(model.current.analysis.keys, model.current.analysis.fixes[:1]))
    page = open_page(page_type)
    met = controls(page)
    assert met
    assert [type(widget).__name__ for widget in met if not spoken(widget)] == []


@pytest.mark.parametrize("page_type", PAGES)
def test_every_control_takes_the_focus(page_type: type[Page], open_page: Open[Page], model: SessionModel) -> None:
    model.decide(model.decider.fixes(model.current.analysis.keys, model.current.analysis.fixes[:1]))
    page = open_page(page_type)
    assert [spoken(widget) for widget in controls(page) if not widget.focusPolicy()] == []


@pytest.mark.parametrize("page_type", PAGES)
def test_a_page_gets_all_its_texts_again_when_the_language_changes(
    page_type: type[Page], open_page: Open[Page], qtbot: QtBot
) -> None:
    page = open_page(page_type)
    before = [spoken(widget) for widget in controls(page)]
    page.retranslate()
    qtbot.waitUntil(lambda: [spoken(widget) for widget in controls(page)] == before)
