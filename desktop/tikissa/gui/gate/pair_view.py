"""A row of a checked list beside the register's own, with what they have in common and what differs, in words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from tikissa.analysis.gate import GateRow
from tikissa.app.checked_list import CheckedList
from tikissa.gui.elements.building_blocks import column, label
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.gate.checked_rows_model import reasons_of
from tikissa.gui.gate.pair_model import PairModel
from tikissa.gui.language import texts
from tikissa.gui.side_by_side.comparison_delegate import ComparisonDelegate
from tikissa.gui.side_by_side.comparison_model import PROHIBITED
from tikissa.gui.side_by_side.evidence_words import different, in_common
from tikissa.model.analysis import Analysis
from tikissa.model.outcome import Outcome


class PairView(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.table = QTableView()
        self.table.setItemDelegate(ComparisonDelegate(self.table))
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().setMinimumSectionSize(SPACE)
        for header in (self.table.horizontalHeader(), self.table.verticalHeader()):
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            header.setHighlightSections(False)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().sectionResized.connect(lambda *_: self.table.resizeRowsToContents())
        self.table.setCornerButtonEnabled(False)
        self.common, self.apart, self.forbidden = label("good"), label("caution"), label("prohibition")
        self.why, self.others = label(), label("quiet")
        layout = column(self.why, self.table, self.common, self.apart, self.forbidden, self.others, space=SPACE // 2)
        layout.setStretch(1, 1)
        self.table.setMinimumHeight(20 * SPACE)
        self.setLayout(layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.verticalHeader().setMaximumWidth(event.size().width() // 3)

    def put(self, checked: CheckedList, row: GateRow, analysis: Analysis, outcome: Outcome) -> None:
        previous, model = self.table.model(), PairModel(checked, row, outcome, analysis.schema)
        self.table.setModel(model)
        self.table.setAccessibleName(self.tr("The rows side by side"))
        self.table.resizeRowsToContents()
        if previous is not None:
            previous.deleteLater()
        forbidding = [f"{line.name}: {line.known}" for line in model.lines if line.forbids]
        self.why.setText(reasons_of(row))
        self.why.setVisible(bool(row.reasons))
        self._tell_others(row, outcome)
        for part, sign, heading, words in (
            (self.common, "✓", self.tr("In common: {0}"), in_common(row.weights)),
            (self.apart, "!", self.tr("Different: {0}"), different(row.weights)),
            (self.forbidden, PROHIBITED, self.tr("In force in the register: {0}"), forbidding),
        ):
            part.setText(f"{sign} {heading.format(' · '.join(words))}")
            part.setVisible(bool(words))

    def _tell_others(self, row: GateRow, outcome: Outcome) -> None:
        """Say which further rows of the register seem to be the same customer: then it is less sure which one it is."""
        staying = [record for record in row.others if outcome.stays(record)]
        word = self.tr("row {0}")
        rows = ", ".join(word.format(texts.number(outcome.register.row(record))) for record in staying)
        self.others.setText(self.tr("Perhaps the same customer in the register too: {0}").format(rows))
        self.others.setVisible(bool(staying))
