"""A list looked at beside the register: which of its rows are already there, and the lists that come of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from tikissa.app.checked_list import CheckedList, Standing
from tikissa.app.targets import home_folder
from tikissa.gui.meaning_names import meaning_name
from tikissa.gui.pages.page import Page
from tikissa.gui.session_model import SessionModel
from tikissa.gui.task_runner import TaskRunner
from tikissa.gui.theme import SPACE
from tikissa.gui.widgets.building_blocks import button, column, label, scrolled
from tikissa.gui.widgets.checked_rows import CheckedRows
from tikissa.gui.widgets.empty_state import EmptyState
from tikissa.gui.widgets.flow_layout import FlowLayout
from tikissa.gui.widgets.key_button import KeyButton
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning

HINTED_FROM = 32
"""Lines of text the page is high before it spares one for hints."""


class ListCheckPage(Page):
    key = "list_check"
    rail_key = "list_check"
    icon_name = "search"

    list_wanted = Signal()
    """A list is to be chosen."""
    answers_wanted = Signal(Path)
    """The whole list with its answers is to be written here."""
    new_rows_wanted = Signal(Path)

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model, runner)
        self.heading, self.lead, self.compared = label("title"), label("lead"), label("quiet")
        self.rows = CheckedRows()
        self.take_new = KeyButton("primary", self._ask_for_new)
        self.take_all = KeyButton("", self._ask_for_all)
        self.another = button(look="link", clicked=self.list_wanted.emit)
        self.hint = label("quiet")
        actions = FlowLayout(self.take_new, self.take_all, self.another)
        layout = column(
            self.heading, self.lead, self.compared, self.rows, self.hint, actions, space=SPACE, margin=3 * SPACE
        )
        layout.setStretch(3, 1)
        self.list = scrolled(layout)
        self.empty = EmptyState(model, self.list_wanted.emit, sign="search")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self.setLayout(column(self.stack, space=0))
        self.rows.said.connect(self._say)

    def title(self) -> str:
        return self.tr("Check of a list")

    def is_offered(self) -> bool:
        return self.model.checked is not None

    def left(self) -> int | None:
        return self.model.checked.counts[Standing.PERHAPS] if self.model.checked is not None else None

    def is_done(self) -> bool:
        return self.left() == 0

    def take_focus(self) -> None:
        (self.rows.table if self.is_offered() else self.empty.onward).setFocus()

    def retranslate(self) -> None:
        self.take_new.put(self.tr("Save the new rows…|T"))
        self.take_all.put(self.tr("Save the whole list with the answers…|W"))
        self.another.setText(self.tr("Check another list…"))
        self.hint.setText(
            self.tr("The new rows do not include those marked perhaps: say of them first whether they are new.")
        )
        self.empty.put(
            self.tr("Which customers on a list do you already have?"),
            self.tr(
                "Choose a list, from a fair or a web shop for instance, or drop it on the window. Each of its rows is "
                "looked for in your register. Neither file is changed."
            ),
            self.tr("Choose a list…"),
        )
        self.rows.retranslate()
        self.refresh()

    def refresh(self) -> None:
        checked = self.model.checked
        self.stack.setCurrentWidget(self.empty if checked is None else self.list)
        if checked is None:
            return
        session = self.model.current
        self.heading.setText(self.tr("{0} beside your register").format(checked.register.source.path.name))
        self.lead.setText(self._counts(checked))
        self.compared.setText(self._compared(checked))
        self._follow_height()
        self.take_new.setEnabled(checked.counts[Standing.NEW] > 0)
        self.rows.put(checked, session.analysis, session.outcome)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_height()

    def _follow_height(self) -> None:
        """Leave the room to the rows where texts are large: what is said here can be seen from the rows too."""
        is_high = self.height() > HINTED_FROM * self.fontMetrics().lineSpacing()
        checked = self.model.checked
        self.compared.setVisible(is_high)
        self.hint.setVisible(is_high and checked is not None and checked.counts[Standing.PERHAPS] > 0)

    def _counts(self, checked: CheckedList) -> str:
        known, perhaps, new = (checked.counts[standing] for standing in Standing)
        parts = (
            self.tr("%Ln rows on the list", "", len(checked.rows)),
            self.tr("%Ln already in the register", "", known),
            self.tr("%Ln perhaps", "", perhaps),
            self.tr("%Ln new", "", new),
        )
        unchanged = self.tr("Neither file has been changed.")
        return f"{parts[0]}: {', '.join(parts[1:])}. {unchanged}"

    def _compared(self, checked: CheckedList) -> str:
        """Say by which fields the two were compared, so that a field that was not understood is noticed."""
        sides = (self.model.current.analysis.schema, checked.schema)
        new, known = ({_known_as(entry.meaning) for entry in side.columns} for side in sides)
        shared = (new & known) - {None, Meaning.CUSTOMER_NUMBER}
        names = ", ".join(_within(meaning_name(meaning)) for meaning in Meaning if meaning in shared)
        return self.tr("Compared by: {0}").format(names) if names else self.tr("The files have no field in common.")

    def _say(self, record: int, standing: Standing) -> None:
        if self.model.checked is not None:
            self.model.take_checked(self.model.checked.say(RecordId(record), standing))

    def _ask_for_new(self) -> None:
        self._ask(self.tr("Save the new rows"), self.tr("-new.xlsx"), self.new_rows_wanted.emit)

    def _ask_for_all(self) -> None:
        self._ask(self.tr("Save the list"), self.tr("-checked.xlsx"), self.answers_wanted.emit)

    def _ask(self, title: str, ending: str, write: Callable[[Path], object]) -> None:
        if self.model.checked is None:
            return
        source = self.model.checked.register.source.path
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        offered = home_folder(source, Path(documents)) / f"{source.stem}{ending}"
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(offered), "*.xlsx;;*.csv")
        if chosen:
            write(Path(chosen))


def _known_as(meaning: Meaning | None) -> Meaning | None:
    """Return one meaning for a name however it is parted."""
    return Meaning.WHOLE_NAME if meaning in (Meaning.GIVEN_NAME, Meaning.SURNAME) else meaning


def _within(name: str) -> str:
    """Return a name as it is written within a sentence: e-mail, but FO-nummer."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
