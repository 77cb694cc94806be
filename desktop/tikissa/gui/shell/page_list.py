"""The pages of the window, in the order of the way through: the one list. To add a page, write a `Page` and put it
here; its `rail_key` equal to its `key` gives it an entry in the rail. Imported inside, so that the window is up first.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tikissa.gui.common.page import Page


def page_types() -> "tuple[type[Page], ...]":
    from tikissa.gui.contacts.contacts_page import ContactsPage
    from tikissa.gui.duplicates.duplicates_page import DuplicatesPage
    from tikissa.gui.fixes.fixes_page import FixesPage
    from tikissa.gui.gate.list_check_page import ListCheckPage
    from tikissa.gui.history.history_page import HistoryPage
    from tikissa.gui.open_registers.open_registers_page import OpenRegistersPage
    from tikissa.gui.overview.overview_page import OverviewPage
    from tikissa.gui.overview.since_last_time_page import SinceLastTimePage
    from tikissa.gui.read_back.read_back_page import ReadBackPage
    from tikissa.gui.rows.rows_page import RowsPage
    from tikissa.gui.save.done_page import DonePage
    from tikissa.gui.save.save_page import SavePage
    from tikissa.gui.stale.stale_page import StalePage
    from tikissa.gui.start.start_page import StartPage

    return (
        StartPage,
        ReadBackPage,
        SinceLastTimePage,
        OverviewPage,
        FixesPage,
        DuplicatesPage,
        StalePage,
        RowsPage,
        OpenRegistersPage,
        ListCheckPage,
        ContactsPage,
        SavePage,
        DonePage,
        HistoryPage,
    )
