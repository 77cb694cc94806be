"""Lets the pages that lead to long work start it; loaded with them, once the window is up."""

from typing import Protocol

from tikissa.gui.common.page import Page
from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.common.workflow import Workflow
from tikissa.gui.contacts.contacts_page import ContactsPage
from tikissa.gui.gate.list_check_page import ListCheckPage
from tikissa.gui.open_registers.open_registers_page import OpenRegistersPage
from tikissa.gui.overview.overview_page import OverviewPage
from tikissa.gui.read_back.read_back_page import ReadBackPage
from tikissa.gui.rows.rows_page import RowsPage
from tikissa.gui.save.done_page import DonePage
from tikissa.gui.save.save_page import SavePage
from tikissa.gui.shell.arrivals import Arrivals


class Frame(Protocol):
    """What the pages need of the window they are in."""

    workflow: Workflow
    preferences: PreferencesModel
    arrivals: Arrivals
    pages: dict[str, Page]

    def visit(self, key: str) -> None: ...

    def close(self) -> bool: ...


def connect_page(window: Frame, page: Page) -> None:
    """Connect what a page asks for with what does it."""
    workflow, preferences = window.workflow, window.preferences
    match page:
        case ReadBackPage():
            page.confirmed.connect(workflow.confirm)
            page.without_wanted.connect(workflow.go_on_without)
            page.another_wanted.connect(lambda: window.visit("start"))
        case SavePage():
            page.save_wanted.connect(workflow.save)
            page.later_wanted.connect(window.close)
            page.reread_wanted.connect(workflow.open_file)
            page.take_preferences(preferences.current)
            preferences.changed.connect(lambda: page.take_preferences(preferences.current))
            workflow.saved.connect(lambda: window.visit("done"))
        case ListCheckPage():
            window.arrivals.serve(page)
        case OpenRegistersPage():
            adding = window.arrivals.adding
            page.add_wanted.connect(adding.add)
            page.removal_wanted.connect(adding.take_away)
            adding.changed.connect(lambda: window.visit(page.key))
            page.asking_wanted.connect(window.arrivals.asking.start)
            window.arrivals.asking.told.connect(page.tell)
        case ContactsPage():
            page.files_wanted.connect(window.arrivals.choose_contacts)
            window.arrivals.contacts.told.connect(lambda: window.visit("contacts"))
        case RowsPage():
            page.erase_wanted.connect(workflow.erase)
            workflow.erased.connect(page.tell_erased)
        case DonePage():
            page.forget_logs_wanted.connect(workflow.delete_logs)
            overview = window.pages["overview"]
            assert isinstance(overview, OverviewPage)
            page.print_wanted.connect(overview.save_state)
