"""The pages of the window, in the order of the way through: the one list. To add a page, write a `Page` and put it
here; its `rail_key` equal to its `key` gives it an entry in the rail. Imported inside, so that the window is up first.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tikissa.gui.pages.page import Page


def page_types() -> "tuple[type[Page], ...]":
    from tikissa.gui.pages.done import DonePage
    from tikissa.gui.pages.duplicates import DuplicatesPage
    from tikissa.gui.pages.fixes import FixesPage
    from tikissa.gui.pages.history import HistoryPage
    from tikissa.gui.pages.list_check import ListCheckPage
    from tikissa.gui.pages.overview import OverviewPage
    from tikissa.gui.pages.read_back import ReadBackPage
    from tikissa.gui.pages.rows import RowsPage
    from tikissa.gui.pages.save import SavePage
    from tikissa.gui.pages.since_last_time import SinceLastTimePage
    from tikissa.gui.pages.stale import StalePage
    from tikissa.gui.pages.start import StartPage

    return (
        StartPage,
        ReadBackPage,
        SinceLastTimePage,
        OverviewPage,
        FixesPage,
        DuplicatesPage,
        StalePage,
        RowsPage,
        ListCheckPage,
        SavePage,
        DonePage,
        HistoryPage,
    )
