"""The groups of duplicates as lines of a list: who it is, how many rows, what differs, and a tick."""

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QCoreApplication, Qt, Signal

from tikissa.gui.common.indexes import NOWHERE, Index
from tikissa.gui.elements.wrapped_text import BETWEEN
from tikissa.gui.side_by_side.evidence_words import comparison_name
from tikissa.model.analysis import Analysis
from tikissa.model.decision import Sameness
from tikissa.model.matching import Relation
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import Merge, ProposalId
from tikissa.presentation.record_names import details_of, differences_of, name_of
from tikissa.review.open_groups import Difference, Groups, OpenGroup, open_groups
from tikissa.review.proposal_tables import Chosen
from tikissa.review.queue import OpenWork

translate = QCoreApplication.translate

_DECIDED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_USUAL = _DECIDED | Qt.ItemFlag.ItemIsUserCheckable


class GroupListModel(QAbstractListModel):
    """`ticked` holds proposals; one that is not shown is never ticked: an answer goes to what the user sees."""

    ticks_changed = Signal()

    def __init__(self, analysis: Analysis, outcome: Outcome) -> None:
        super().__init__()
        self._analysis = analysis
        self._outcome = outcome
        self._said: dict[ProposalId, str] = {}
        self._ticked: NDArray[np.bool_] = np.zeros(0, np.bool_)
        """Whether each merge of the table is ticked."""
        self.groups: Groups = open_groups(OpenWork((), (), ()), {})

    def show(self, groups: Groups, outcome: Outcome | None = None) -> None:
        self.beginResetModel()
        self._outcome = outcome or self._outcome
        before, self.groups = self.groups, groups
        places, ticked = groups.merges.places, np.zeros(len(groups.merges.table), np.bool_)
        if groups.merges.table is before.merges.table:
            ticked[places] = self._ticked[places]
        self._ticked = ticked
        self.endResetModel()

    @property
    def ticked(self) -> Chosen[Merge]:
        """Return what is ticked, in the order of the list."""
        merges = self.groups.merges
        return merges.chosen(merges.places[self._ticked[merges.places]])

    @property
    def count(self) -> int:
        """Return how many are ticked."""
        return int(np.count_nonzero(self._ticked))

    def tick(self, merges: Chosen[Merge]) -> None:
        """Tick these and no others; each is one of those shown."""
        self._ticked[:] = False
        self._ticked[merges.places] = True
        if len(self.groups):
            self.dataChanged.emit(self.index(0), self.index(len(self.groups) - 1), [Qt.ItemDataRole.CheckStateRole])
        self.ticks_changed.emit()

    def said_of(self, merge: Merge) -> str:
        """Return the words of a group's rows as they were read."""
        if merge.id not in self._said:
            schema, text = self._analysis.schema, self._analysis.register.text
            told = ((name_of(schema, text, record), details_of(schema, text, record)) for record in merge.records)
            self._said[merge.id] = " ".join(chain.from_iterable(told))
        return self._said[merge.id]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.groups)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _USUAL if self.groups.decided is None else _DECIDED

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            group = self.groups[index.row()]
            return f"{self._name(group.merge)}\n{BETWEEN.join(self._about(group))}"
        if role == Qt.ItemDataRole.ToolTipRole:
            group = self.groups[index.row()]
            return "\n".join((self._name(group.merge), *self._about(group)))
        if role == Qt.ItemDataRole.CheckStateRole and self.groups.decided is None:
            is_ticked = self._ticked[self.groups.merges.places[index.row()]]
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self._ticked[self.groups.merges.places[index.row()]] ^= True
        self.dataChanged.emit(index, index, [role])
        self.ticks_changed.emit()
        return True

    def place_of(self, merge: int) -> int | None:
        """Return which line shows the merge at a place of the table, None where none does."""
        lines = np.flatnonzero(self.groups.merges.places == merge)
        return int(lines[0]) if len(lines) else None

    def _name(self, merge: Merge) -> str:
        name = name_of(self._analysis.schema, self._outcome.text, merge.golden.survivor)
        return BETWEEN.join((name, self.tr("%Ln rows", "", len(merge.records))))

    def _about(self, group: OpenGroup) -> list[str]:
        """Return what was decided, and what differs as it stands in the rows."""
        schema, merge = self._analysis.schema, group.merge
        told = differences_of(schema, self._outcome.text, merge.records, merge.cluster.unexplained)
        if group.decided is not None:
            return [self.difference_words(group.differs), *told]
        return told or [self.difference_words(group.differs)]

    def difference_words(self, differs: Difference) -> str:
        decided = _decided_words()
        if len(differs) == 1 and differs[0] in decided:
            return decided[differs[0]]
        if not differs:
            return self.tr("no differences that matter")
        return self.tr("differs: {0}").format(names_of(differs))


def _decided_words() -> dict[str, str]:
    """Return what was decided on a group, in words."""
    return {
        Sameness.SAME: translate("GroupListModel", "merged"),
        Sameness.DIFFERENT: translate("GroupListModel", "different customers"),
        Sameness.RELATED: translate("GroupListModel", "related"),
        Relation.HOUSEHOLD: translate("VerdictBar", "same household"),
        Relation.BRANCH: translate("VerdictBar", "branch"),
        Relation.CONTACT_PERSON: translate("VerdictBar", "contact person"),
        Relation.NAMESAKE: translate("History", "same name, different customers"),
    }


def names_of(differs: Sequence[str]) -> str:
    return BETWEEN.join(map(comparison_name, differs))
