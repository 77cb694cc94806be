"""What came back in an ask list, line by line: a changed cell, details that are up to date, or words to be read."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt

from tikissa.gui.common.columns_model import ColumnsModel, Role
from tikissa.gui.common.indexes import Index
from tikissa.gui.language import texts
from tikissa.lists.returned_ask_list import Answer, Answers
from tikissa.model.analysis import Analysis
from tikissa.model.decision import Decision
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.presentation.record_names import name_of
from tikissa.review.decisions import Decider
from tikissa.text.secret_numbers import masked

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that came back; words alone change nothing."""

    record: RecordId
    what: str
    before: str = ""
    after: str = ""
    change: CellChange | None = None
    is_words: bool = False


def lines_of(answers: Answers) -> tuple[Line, ...]:
    return tuple(line for answer in answers.answers for line in _lines(answer))


def _lines(answer: Answer) -> Iterator[Line]:
    for change in answer.changes:
        yield Line(answer.record, change.column, change.before, change.after, change)
    if answer.is_current and not answer.changes:
        yield Line(answer.record, translate("AnswersModel", "Details are up to date"))
    if answer.said:
        yield Line(answer.record, translate("AnswersModel", "Answer in words"), after=answer.said, is_words=True)


class AnswersModel(ColumnsModel[Line]):
    """Holds which lines the user leaves out until the others are taken."""

    CHOSEN = 0

    def __init__(self, answers: Answers, analysis: Analysis, outcome: Outcome) -> None:
        super().__init__(lines_of(answers))
        self.left: set[int] = set()
        schema = analysis.schema
        self._columns = (
            (self.tr("Included"), lambda _: ""),
            (self.tr("Row"), lambda line: texts.number(outcome.register.row(line.record))),
            (self.tr("Customer"), lambda line: name_of(schema, outcome.text, line.record)),
            (self.tr("What"), lambda line: line.what),
            (self.tr("Before"), lambda line: masked(line.before, schema.meaning_of(line.what))),
            (self.tr("Now"), lambda line: masked(line.after, schema.meaning_of(line.what))),
        )

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if role == Role.CheckStateRole and self._is_choice(index):
            return Qt.CheckState.Unchecked if index.row() in self.left else Qt.CheckState.Checked
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._is_choice(index) else flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole or not self._is_choice(index):
            return False
        self._choose(index.row(), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def toggle(self, index: Index) -> None:
        """Turn one line's choice the other way."""
        if not self.shown[index.row()].is_words:
            self._choose(index.row(), index.row() in self.left)

    @property
    def chosen(self) -> tuple[Line, ...]:
        """Return the lines that are to be taken."""
        return tuple(line for place, line in enumerate(self.shown) if place not in self.left and not line.is_words)

    def decision(self, analysis: Analysis, decider: Decider) -> Decision:
        """Return what is taken as one decision: who answered is up to date too."""
        edits = [(line.record, (line.change,)) for line in self.chosen if line.change is not None]
        return decider.answered(analysis.keys, edits, dict.fromkeys(line.record for line in self.chosen))

    def _is_choice(self, index: Index) -> bool:
        return index.isValid() and index.column() == self.CHOSEN and not self.shown[index.row()].is_words

    def _choose(self, place: int, chosen: bool) -> None:
        (self.left.discard if chosen else self.left.add)(place)
        changed = self.index(place, self.CHOSEN)
        self.dataChanged.emit(changed, changed)
