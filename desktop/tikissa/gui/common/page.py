"""What every page of the window is: a widget with a name, a place in the rail, and one way to be shown a session."""

from typing import ClassVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from tikissa.app.crash_log import step
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner


class Page(QWidget):
    """Base of all pages. A subclass builds its widgets in `__init__`, puts every text on them in `retranslate`
    (called after `__init__` and whenever the language changes), and fills them from `self.model` in `refresh`.

    The frame calls `refresh` when the page is visited and, while it is the visible one, whenever the session has
    changed; a hidden page costs nothing. A page decides through `self.model` only and never touches files or store.
    """

    key: ClassVar[str] = ""
    """The name other pages visit it by."""
    rail_key: ClassVar[str] = ""
    """The rail entry that is lit while the page is shown; a page whose key it is makes the entry. "": none."""
    icon_name: ClassVar[str] = ""
    """File name in `resources/icons`, without `.svg`."""
    needs_session: ClassVar[bool] = True
    """Whether the page has anything to show before a register has been analysed."""

    visit = Signal(str)
    """Another page is wanted, by its key."""

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__()
        self.model = model
        self.runner = runner
        self.came_from = ""
        """The page one was on before; the frame tells it."""

    def title(self) -> str:
        """Return the page's name in the rail."""
        return ""

    def left(self) -> int | None:
        """Return how many things are left to decide here, for the rail; None: nothing is counted."""
        return None

    def is_done(self) -> bool:
        """Return whether the rail shows a tick."""
        return False

    def is_offered(self) -> bool:
        """Return whether the page has an entry in the rail and can be come back to."""
        return True

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return keys and what they do, beyond those on the page's own buttons, for the sheet of keys."""
        return ()

    def retranslate(self) -> None:
        """Put the texts on in the language in force."""

    def refresh(self) -> None:
        """Show the session as it stands."""

    def take_focus(self) -> None:
        """Let the keyboard go on from here; a page with one obvious next step puts the focus on it."""
        self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.needs_session:
            step(f"show.{self.key}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
