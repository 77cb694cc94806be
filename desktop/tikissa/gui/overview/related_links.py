"""Customers who belong together and are kept apart: how many households, branches and contact persons, as links."""

from collections import Counter
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from tikissa.gui.elements.building_blocks import button, clear, column, label
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.theme import SPACE
from tikissa.model.analysis import Analysis
from tikissa.model.matching import Relation

translate = QCoreApplication.translate


class RelatedLinks(QWidget):
    """`chosen` comes with a relation and its words when its rows are to be shown. Namesakes, who mostly have nothing to
    do with each other, come last and are counted apart."""

    chosen = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.heading = label("emphasis")
        self.lead = label("quiet")
        self.links = FlowLayout(space=2 * SPACE)
        self.setLayout(column(self.heading, self.lead, self.links, space=SPACE // 2))

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Belong together, but are customers of their own"))

    def show_related(self, analysis: Analysis) -> None:
        """Show a link for each relation that was found."""
        counts = Counter(related.relation for related in analysis.related)
        clear(self.links)
        for relation in (*_KNOWN, Relation.NAMESAKE):
            if counts[relation]:
                words = _words(relation, counts[relation])
                self.links.addWidget(button(words, "link", partial(self.chosen.emit, relation, words)))
        household = self.tr("Nothing is merged here. One letter may be enough for a household.")
        self.lead.setText(household if counts[Relation.HOUSEHOLD] else self.tr("Nothing is merged here."))
        self.setVisible(any(counts[relation] for relation in _KNOWN))


_KNOWN = (Relation.HOUSEHOLD, Relation.BRANCH, Relation.CONTACT_PERSON)


def _words(relation: Relation, count: int) -> str:
    return {
        Relation.HOUSEHOLD: translate("RelatedLinks", "%Ln household(s)", None, count),
        Relation.BRANCH: translate("RelatedLinks", "%Ln company or companies with branches", None, count),
        Relation.CONTACT_PERSON: translate(
            "RelatedLinks", "%Ln company or companies with contact persons", None, count
        ),
        Relation.NAMESAKE: translate("RelatedLinks", "People of one name: %Ln", None, count),
    }[relation]
