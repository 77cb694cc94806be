"""Rows the user marked as the same customer by hand, side by side before they are merged."""

from PySide6.QtWidgets import QDialog, QWidget

from tikissa.app.session import Session
from tikissa.gui.common.dialog_sizes import open_at
from tikissa.gui.elements.building_blocks import button, column, label, row
from tikissa.gui.elements.key_button import KeyButton
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.side_by_side.comparison_panel import ComparisonPanel
from tikissa.gui.side_by_side.group_comparison import Comparison, compare
from tikissa.model.record import RecordId


class SameCustomerDialog(QDialog):
    """After `exec`: accepted says that `comparison` is to be merged, or where `are_different` is set, that not."""

    def __init__(self, session: Session, records: tuple[RecordId, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.are_different = False
        self.panel = ComparisonPanel()
        golden = session.golden_record(records)
        comparison = compare(session.outcome, session.analysis.schema, golden, records)
        self.panel.put(comparison, session.register, session.evidence, session.golden_record)
        self.merge = KeyButton("primary", self.accept)
        self.apart = KeyButton("", self._differ)
        self.merge.put(self.tr("Merge|M"))
        self.apart.put(self.tr("Different customers|D"))
        self.cancel = button(self.tr("Cancel"), "quiet", self.reject)
        self.setWindowTitle(self.tr("Is this the same customer?"))
        heading = label("title", self.tr("Is this the same customer?"))
        buttons = row(self.merge, self.apart, None, self.cancel, space=2 * SPACE)
        layout = column(heading, self.panel, buttons, space=2 * SPACE, margin=3 * SPACE)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.panel.changed.connect(self._follow)
        open_at(self, 120 * SPACE, 80 * SPACE)
        self.panel.view.setFocus()

    @property
    def comparison(self) -> Comparison:
        assert self.panel.comparison is not None
        return self.panel.comparison

    def _differ(self) -> None:
        self.are_different = True
        self.accept()

    def _follow(self) -> None:
        self.merge.setEnabled(len(self.comparison.taken) > 1)
