"""The four verdicts on a group, each with its key: same, different, related, later."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from tikissa.gui.elements.building_blocks import button, column, label, row
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.key_button import KeyButton
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.gui.side_by_side.group_comparison import Comparison, likely_relation
from tikissa.model.matching import Relation


class VerdictBar(QWidget):
    merged = Signal()
    different = Signal()
    related = Signal(object)
    later = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._relation = Relation.HOUSEHOLD
        self._ticked = 0
        self.question = label("caution")
        self.question.hide()
        self.merge = KeyButton("primary", self.merged.emit)
        self.apart = KeyButton("", self.different.emit)
        self.keep_both = KeyButton("", lambda: self.related.emit(self._relation))
        self.how = button("▾")
        self.how.setMenu(QMenu(self.how))
        self.postpone = KeyButton("quiet", self.later.emit)
        both = QWidget()
        both.setLayout(row(self.keep_both, self.how))
        self._buttons = FlowLayout(self.merge, self.apart, both, self.postpone)
        self.setLayout(column(self.question, self._buttons, space=SPACE // 2))

    def add(self, another: KeyButton) -> None:
        """Put one more button behind the verdicts."""
        self._buttons.addWidget(another)

    def retranslate(self) -> None:
        self.count(self._ticked)
        self.how.setAccessibleName(self.tr("How they belong together"))
        menu = self.how.menu()
        menu.clear()
        for relation, words in self._relations().items():
            menu.addAction(words, partial(self.related.emit, relation))
        self._name_relation()

    def count(self, ticked: int) -> None:
        """Say that the answer goes to so many groups that are ticked; with none, to the one that is shown."""
        self._ticked = ticked
        self.merge.put(self.tr("Merge the %Ln ticked|M", "", ticked) if ticked else self.tr("Merge|M"))
        self.apart.put(self._told(self.tr("Different customers|D")))
        self.postpone.put(self._told(self.tr("Decide later|L")))
        self._name_relation()

    def _told(self, words: str) -> str:
        """Put the number of ticked groups behind the words of a button, before its key."""
        text, bar, key = words.partition("|")
        return f"{text} ({texts.number(self._ticked)}){bar}{key}" if self._ticked else words

    def follow(self, comparison: Comparison) -> None:
        """Follow the choices made on a group."""
        self._relation = likely_relation(comparison)
        self._name_relation()
        self.merge.setEnabled(self._ticked > 0 or len(comparison.taken) > 1)
        self.question.hide()

    def ask(self) -> None:
        """Say that this one is not settled by Enter."""
        keys = " ".join((self.merge.key, self.apart.key, self.keep_both.key, self.postpone.key))
        self.question.setText(
            "! " + self.tr("This one needs a choice of its own. Press one of these: {0}").format(keys)
        )
        self.question.show()

    def _relations(self) -> dict[Relation, str]:
        return {
            Relation.HOUSEHOLD: self.tr("same household"),
            Relation.BRANCH: self.tr("branch"),
            Relation.CONTACT_PERSON: self.tr("contact person"),
        }

    def _name_relation(self) -> None:
        how = texts.number(self._ticked) if self._ticked else self._relations()[self._relation]
        self.keep_both.put(self.tr("Related, keep both ({0})|R").format(how))
