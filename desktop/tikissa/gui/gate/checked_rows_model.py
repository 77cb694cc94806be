"""The rows of a checked list one under another: what each is to the register, whose it is there, and why."""

from collections.abc import Callable

from numpy import bool_
from numpy.typing import NDArray

from tikissa.analysis.gate import GateRow
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.app.checked_list import CheckedList
from tikissa.gui.common.columns_model import ColumnsModel
from tikissa.gui.language import texts
from tikissa.gui.side_by_side.comparison_model import PROHIBITED
from tikissa.lists.hand_back import final_survivor
from tikissa.model.analysis import Analysis
from tikissa.model.outcome import Outcome
from tikissa.model.schema import Meaning
from tikissa.presentation.record_names import name_of
from tikissa.text.secret_numbers import masked

SIGNS = {
    GateVerdict.IN_CONFLICT: "?",
    GateVerdict.CHANGED: "≠",
    GateVerdict.NEEDS_FIXING: "!",
    GateVerdict.FORBIDDEN: PROHIBITED,
    GateVerdict.NEW: "+",
    GateVerdict.KNOWN_COMPANY: "⊕",
    GateVerdict.ALREADY_THERE: "✓",
}


class CheckedRowsModel(ColumnsModel[GateRow]):
    """Shows the rows of some verdicts, or of all, among those the search has found."""

    RESULT, ROW, CUSTOMER, KNOWN, WHY = range(5)

    def __init__(self, checked: CheckedList, analysis: Analysis, outcome: Outcome) -> None:
        super().__init__(())
        self.checked = checked
        self._outcome = outcome
        self._added = checked.added(outcome)
        self._number = analysis.schema.first(Meaning.CUSTOMER_NUMBER)
        new, known = checked.schema, analysis.schema
        self._known_name: Callable[[GateRow], str] = lambda row: (
            self._place(row, name_of(known, outcome.text, final_survivor(outcome, row.known)))
            if row.known is not None and row.verdict is not GateVerdict.NEW
            else ""
        )
        text = checked.register.text
        self._columns = (
            (self.tr("Result"), self._result),
            (self.tr("Row"), lambda row: texts.number(checked.register.row(row.record))),
            (self.tr("On the list"), lambda row: name_of(new, text, row.record)),
            (self.tr("In the register"), self._known_name),
            (self.tr("Why"), reasons_of),
        )
        self._words = {
            GateVerdict.IN_CONFLICT: self.tr("perhaps there"),
            GateVerdict.CHANGED: self.tr("new details"),
            GateVerdict.NEEDS_FIXING: self.tr("needs fixing"),
            GateVerdict.FORBIDDEN: self.tr("opted out"),
            GateVerdict.NEW: self.tr("new"),
            GateVerdict.KNOWN_COMPANY: self.tr("known company"),
            GateVerdict.ALREADY_THERE: self.tr("in the register"),
        }
        self._taken_in = self.tr("added")

    def show_of(self, verdicts: tuple[GateVerdict, ...], found: NDArray[bool_]) -> None:
        """Show the rows of these verdicts that were `found`, a claim on each row of the list."""
        self.show([row for row in self.checked.rows if row.verdict in verdicts and found[row.record]])

    def _result(self, row: GateRow) -> str:
        if row.record in self._added:
            return f"{SIGNS[GateVerdict.ALREADY_THERE]} {self._taken_in}"
        return f"{SIGNS[row.verdict]} {self._words[row.verdict]}"

    def _place(self, row: GateRow, name: str) -> str:
        """Return where in the register the customer is: its number, else its row, and its name."""
        assert row.known is not None
        record = final_survivor(self._outcome, row.known)
        number = self._outcome.text(record, self._number) if self._number else ""
        place = number or self.tr("row {0}").format(texts.number(self._outcome.register.row(record)))
        return f"{masked(place)} · {name}"


def reasons_of(row: GateRow) -> str:
    """Return why a row is what it is, each reason once."""
    return " · ".join(dict.fromkeys(texts.sentence(reason) for reason in row.reasons))
