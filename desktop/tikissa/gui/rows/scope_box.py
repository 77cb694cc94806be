"""The choice of which rows are shown: those that will be saved, the changed, the leaving, the added, those of one
finding."""

from collections import defaultdict
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from tikissa.gui.language import texts
from tikissa.model.analysis import Analysis
from tikissa.model.record import RecordId
from tikissa.presentation.row_view import Scope

Records = tuple[RecordId, ...]


@dataclass(frozen=True, slots=True)
class RowChoice:
    words: str
    scope: Scope
    only: Records | None = None


class ScopeBox(QComboBox):
    """`chosen` comes when the user has picked a choice; `pick` picks one from the program without telling."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._choices: list[RowChoice] = []
        self.activated.connect(lambda place: self.chosen.emit(self._choices[place]))

    def retranslate(self, analysis: Analysis | None) -> None:
        """Name the choices in the language in force."""
        self.setAccessibleName(self.tr("Which rows are shown"))
        self._choices = [
            RowChoice(self.tr("Rows that will be saved"), Scope.STAYING),
            RowChoice(self.tr("Changed rows"), Scope.CHANGED),
            RowChoice(self.tr("Rows merged or archived"), Scope.LEAVING),
            RowChoice(self.tr("Rows added from lists"), Scope.ADDED),
        ]
        found = _records_by_code(analysis) if analysis is not None else {}
        for code, records in sorted(found.items(), key=lambda entry: -len(entry[1])):
            words = f"! {texts.heading(code)} · {texts.number(len(records))}"
            self._choices.append(RowChoice(words, Scope.STAYING, records))
        current = max(self.currentIndex(), 0)
        self.clear()
        self.addItems([choice.words for choice in self._choices])
        self.setCurrentIndex(min(current, len(self._choices) - 1))

    def pick(self, scope: Scope) -> None:
        """Show one of the first choices as chosen."""
        self.setCurrentIndex(list(Scope).index(scope))

    def offer(self, words: str, records: Records) -> None:
        """Add a choice of rows another page wants to be shown, and show it as chosen."""
        self._choices.append(RowChoice(words, Scope.STAYING, records))
        self.addItem(words)
        self.setCurrentIndex(len(self._choices) - 1)


def _records_by_code(analysis: Analysis) -> dict[str, Records]:
    gathered: dict[str, set[RecordId]] = defaultdict(set)
    for finding in analysis.findings:
        if finding.record is not None:
            gathered[finding.code].add(finding.record)
    return {code: tuple(sorted(records)) for code, records in gathered.items()}
