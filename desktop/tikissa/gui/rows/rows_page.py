"""All rows as they will be saved: find, sort, edit by hand, mark as the same customer, archive or remove."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QMessageBox

from tikissa.gui.common.dialog_sizes import widen
from tikissa.gui.common.page import Page
from tikissa.gui.common.saved_notice import SavedNotice
from tikissa.gui.common.session_model import SessionModel, Spotlight
from tikissa.gui.common.sure_dialog import is_sure
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.elements.building_blocks import column, heading_row, label, way_back
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.key_button import KeyButton
from tikissa.gui.elements.theme import SPACE, is_low
from tikissa.gui.language import texts
from tikissa.gui.rows.row_browser import RowBrowser
from tikissa.model.decision import Decision, RetireAction, Sameness
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId

if TYPE_CHECKING:
    from tikissa.app.erasing import Erased
    from tikissa.gui.rows.same_customer_dialog import SameCustomerDialog

MOST_SIDE_BY_SIDE = 20


class RowsPage(Page):
    """`erase_wanted` comes with the records whose customer is to be erased for good."""

    key = "rows"
    rail_key = "rows"
    icon_name = "rows"

    erase_wanted = Signal(object)

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model, runner)
        self.heading = label("title", wraps=False)
        self.lead = label("quiet")
        self.back = way_back(self._go_back)
        self.back.hide()
        self.notice = SavedNotice(model)
        self.browser = RowBrowser(runner)
        self.edit = KeyButton("", self.browser.edit)
        self.same = KeyButton("", self._compare)
        self.archive = KeyButton("", lambda: self._retire(RetireAction.ARCHIVE))
        self.remove = KeyButton("quiet", lambda: self._retire(RetireAction.REMOVE))
        self.document = KeyButton("quiet", self._save_document)
        self.dialog: SameCustomerDialog | None = None
        self.told: QMessageBox | None = None
        self._came_from = ""
        self.acts = (self.edit, self.same, self.archive, self.remove, self.document)
        buttons = FlowLayout(*self.acts)
        top = heading_row(self.heading, self.back)
        layout = column(top, self.lead, self.notice, self.browser, buttons, space=SPACE, margin=3 * SPACE)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.browser.table)
        self.browser.edited.connect(self._take_edit)
        self.browser.selected.connect(self._follow_selection)
        self.browser.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.browser.table.customContextMenuRequested.connect(self._offer_acts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lead.setHidden(is_low(event.size().height()))

    def title(self) -> str:
        return self.tr("All rows")

    def retranslate(self) -> None:
        self.heading.setText(self.title())
        self.lead.setText(self.tr("The rows as they will be saved. Changed cells are green and marked with a dot."))
        self.back.setText(self.tr("← Back to where you were"))
        self.edit.put(self.tr("Edit the cell|F2"))
        self.same.put(self.tr("Same customer…|S"))
        self.archive.put(self.tr("To the Archive sheet|A"))
        self.remove.put(self.tr("Leave out of the cleaned file|Del"))
        self.document.put(self.tr("Customer’s data as a document…|D"))
        self.notice.retranslate()
        self.browser.retranslate()

    def refresh(self) -> None:
        session = self.model.current
        self.browser.put(session.analysis, session.outcome, session.work)
        self.notice.refresh()
        spotlight, self.model.spotlight = self.model.spotlight, None
        if spotlight is not None:
            self._came_from = spotlight.came_from
            self.back.show()
            self._show(spotlight)

    def _show(self, spotlight: Spotlight) -> None:
        if spotlight.record is not None:
            self.browser.show_record(RecordId(spotlight.record), spotlight.column)
        else:
            self.browser.show_records(tuple(map(RecordId, spotlight.records)), spotlight.words, spotlight.column)

    def _go_back(self) -> None:
        self.back.hide()
        self.visit.emit(self._came_from)

    def _follow_selection(self) -> None:
        outcome = self.model.current.outcome
        staying = [record for record in self.browser.records if outcome.stays(record)]
        self.same.setEnabled(1 < len(staying) <= MOST_SIDE_BY_SIDE)
        self.same.setToolTip(self.tr("Select two or more rows: Ctrl and click, or Shift and the arrow keys."))
        for made in (self.edit, self.archive, self.remove):
            made.setEnabled(bool(staying))
        self.document.setEnabled(len(self.browser.records) == 1)

    def _offer_acts(self, place: QPoint) -> None:
        """Offer under the pointer what the buttons do."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for made in self.acts:
            menu.addAction(made.text(), made.click).setEnabled(made.isEnabled())
        menu.addSeparator()
        menu.addAction(self.tr("Erase this customer for good…"), self.erase).setEnabled(bool(self._erasable()))
        menu.popup(self.browser.table.viewport().mapToGlobal(place))

    def erase(self) -> None:
        """Ask, and erase the customer of the selected row for good."""
        records = self._erasable()
        if not records:
            return
        from tikissa.lists.customer_data import rows_of_customer

        outcome = self.model.current.outcome
        rows = sorted(outcome.register.row(row) for row in rows_of_customer(outcome, records[0]))
        question = "\n\n".join(
            (
                self.tr("Erase the customer on row {0} for good?").format(", ".join(map(texts.number, rows))),
                self.tr(
                    "They are left out of the next cleaned file, and everything the program has kept of them is "
                    "destroyed. Only a fingerprint stays, by which the program tells when they come back."
                ),
                self.tr(
                    "This cannot be undone. What is kept of earlier versions of this register is forgotten with it. "
                    "Your own files are not changed: those that still hold the customer are named afterwards."
                ),
            )
        )
        if is_sure(self, question, self.tr("Erase for good")):
            self.erase_wanted.emit(records)

    def _erasable(self) -> tuple[RecordId, ...]:
        """Return the one selected row of the register whose customer can be erased."""
        session = self.model.current
        records = self.browser.records
        is_own = len(records) == 1 and records[0] < len(session.register) and records[0] not in session.erased
        return records if is_own else ()

    def tell_erased(self, erased: "Erased") -> None:
        """Say what is gone, and which files on disk still hold the customer."""
        parts = [texts.say("erase.done", ", ".join(map(texts.number, erased.rows)))]
        if erased.perhaps:
            parts.append(texts.say("erase.perhaps", ", ".join(map(texts.number, erased.perhaps))))
        if not erased.has_copy:
            parts.append(texts.say("erase.no_copy"))
        parts.append("\n".join((texts.say("erase.files"), *map(str, erased.files))))
        words, heading = "\n\n".join(parts), self.tr("Erase for good")
        self.told = QMessageBox(QMessageBox.Icon.Information, heading, words, parent=self)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        widen(self.told)
        self.told.open()

    def _save_document(self) -> None:
        from tikissa.gui.rows.customer_document_task import save_customer_document

        save_customer_document(self, self.model, self.runner, self.browser.records[0])

    def _take_edit(self, record: int, column_name: str, before: str, after: str) -> None:
        change = CellChange(column_name, before, after)
        keys = self.model.current.analysis.keys
        self._decide(self.model.decider.edited_cells(keys, [(RecordId(record), change)]))

    def _retire(self, action: RetireAction) -> None:
        keys = self.model.current.analysis.keys
        self._decide(self.model.decider.retired_by_hand(keys, self.browser.records, action))

    def _compare(self) -> None:
        from tikissa.gui.rows.same_customer_dialog import SameCustomerDialog

        self.dialog = SameCustomerDialog(self.model.current, self.browser.records, self)
        self.dialog.accepted.connect(self._take_comparison)
        self.dialog.open()

    def _take_comparison(self) -> None:
        if self.dialog is None:
            return
        comparison, analysis, decider = self.dialog.comparison, self.model.current.analysis, self.model.decider
        if self.dialog.are_different:
            self._decide(decider.judged(analysis.keys, comparison.records, Sameness.DIFFERENT))
        else:
            self._decide(decider.merge(analysis, None, comparison.result, comparison.taken))

    def _decide(self, decision: Decision) -> None:
        self.model.decide(decision)
        self.notice.tell()
        QTimer.singleShot(0, self, self.browser.table.setFocus)  # an editor or a dialog had it
