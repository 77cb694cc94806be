"""The rows of a checked list one under another: whether the register has them, whose they are, and where there."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from tikissa.app.checked_list import CheckedList, CheckedRow, Standing
from tikissa.gui import texts
from tikissa.gui.models.columns_model import ColumnsModel
from tikissa.gui.models.record_words import details_of, name_of
from tikissa.lists.hand_back import final_survivor
from tikissa.model.analysis import Analysis
from tikissa.model.outcome import Outcome
from tikissa.model.schema import Meaning

SIGNS = {Standing.KNOWN: "✓", Standing.PERHAPS: "?", Standing.NEW: "+"}


class CheckedRowsModel(ColumnsModel[CheckedRow]):
    """Shows the rows of one standing, or of all, among those the search has found."""

    STANDING, ROW, CUSTOMER, KNOWN, DETAILS = range(5)

    def __init__(self, checked: CheckedList, analysis: Analysis, outcome: Outcome) -> None:
        super().__init__(())
        self.checked = checked
        self._outcome = outcome
        self._number = analysis.schema.first(Meaning.CUSTOMER_NUMBER)
        new, known = checked.schema, analysis.schema
        self._known_name: Callable[[CheckedRow], str] = lambda row: (
            self._place(row, name_of(known, outcome.text, final_survivor(outcome, row.known)))
            if row.known is not None and row.standing is not Standing.NEW
            else ""
        )
        text = checked.register.text
        self._columns = (
            (self.tr("In the register"), lambda row: f"{SIGNS[row.standing]} {self._words[row.standing]}"),
            (self.tr("Row"), lambda row: texts.number(checked.register.row(row.record))),
            (self.tr("On the list"), lambda row: name_of(new, text, row.record)),
            (self.tr("Customer in the register"), self._known_name),
            (self.tr("Details"), lambda row: details_of(new, text, row.record)),
        )
        self._words = {
            Standing.KNOWN: self.tr("yes"),
            Standing.PERHAPS: self.tr("perhaps"),
            Standing.NEW: self.tr("no, new"),
        }

    def show_of(self, standings: tuple[Standing, ...], found: NDArray[np.bool_]) -> None:
        """Show the rows of these standings that were `found`, a claim on each row of the list."""
        self.show([row for row in self.checked.rows if row.standing in standings and found[row.record]])

    def _place(self, row: CheckedRow, name: str) -> str:
        """Return where in the register the customer is: its number, else its row, and its name."""
        assert row.known is not None
        record = final_survivor(self._outcome, row.known)
        number = self._outcome.text(record, self._number) if self._number else ""
        place = number or self.tr("row {0}").format(texts.number(self._outcome.register.row(record)))
        return f"{place} · {name}"
