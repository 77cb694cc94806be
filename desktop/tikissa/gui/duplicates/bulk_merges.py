"""The groups that are surely the same customer, in one go: look at three, accept all."""

from collections.abc import Iterable, Iterator
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from tikissa.gui.elements.building_blocks import column, framed, label, scrolled
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.key_button import KeyButton
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.elements.wrapped_text import BETWEEN, pieces_held
from tikissa.gui.language import texts
from tikissa.gui.side_by_side.comparison_model import PROHIBITED
from tikissa.gui.side_by_side.evidence_words import in_common
from tikissa.gui.side_by_side.group_comparison import compare
from tikissa.model.analysis import Analysis
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import Merge
from tikissa.presentation.record_names import details_of, name_of

FEWEST_EXAMPLES = 3
MOST_EXAMPLES = 12
"""So many are made; as many are seen as there is room for."""

WIDEST = 150 * SPACE


class BulkMerges(QWidget):
    most_examples = MOST_EXAMPLES
    accepted = Signal()
    one_by_one = Signal()

    def __init__(self, merges: tuple[Merge, ...], analysis: Analysis, outcome: Outcome) -> None:
        super().__init__()
        self._analysis = analysis
        self._outcome = outcome
        self.accept = KeyButton("primary", self.accepted.emit)
        self.accept.put(self.tr("Merge all %Ln|M", "", len(merges)))
        self.look = KeyButton("", self.one_by_one.emit)
        self.look.put(self.tr("One by one|O"))
        heading, lead = label("title", self._heading(len(merges))), label("quiet", self._lead())
        self.examples = [self._card(merge) for merge in telling(merges, self.most_examples)]
        buttons = FlowLayout(self.accept, self.look)
        top = column(heading, lead, *self._unseen(merges), space=SPACE)
        self._body = column(top, *self.examples, buttons, None, space=2 * SPACE, margin=3 * SPACE)
        self.setLayout(column(scrolled(self._body, WIDEST), space=0))

    def _heading(self, count: int) -> str:
        return self.tr("These %Ln are surely the same customers", "", count)

    def _lead(self) -> str:
        return self.tr("Look at a few of them. Every merge can be taken back, also one by one.")

    def _unseen(self, merges: Iterable[Merge]) -> Iterator[QWidget]:
        """Say how many customers who are seen now would be left in hidden rows."""
        register = self._outcome.register
        unseen = [
            merge.golden.survivor
            for merge in merges
            if register.is_hidden(merge.golden.survivor) and not all(map(register.is_hidden, merge.records))
        ]
        if unseen:
            told = self.tr(
                "%Ln of them would stay in a row that is hidden in the workbook, the first in row {0}. "
                "One by one you can choose the row that stays.",
                "",
                len(unseen),
            )
            yield label("caution", f"! {told.format(texts.number(min(map(register.row, unseen))))}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = min(event.size().width(), WIDEST)
        for card in self.examples:
            card.hide()
        room = event.size().height() - self._body.heightForWidth(width)
        for place, card in enumerate(self.examples):
            room -= card.heightForWidth(width - 6 * SPACE) + self._body.spacing()
            card.setVisible(place < FEWEST_EXAMPLES or room >= 0)

    def _card(self, merge: Merge) -> QFrame:
        return framed(column(*self._example(merge), space=SPACE // 2, margin=2 * SPACE))

    def _example(self, merge: Merge) -> Iterator[QWidget]:
        register, schema, text = self._outcome.register, self._analysis.schema, self._outcome.text
        for record in merge.records:
            where = self.tr("row {0}").format(texts.number(register.row(record)))
            yield _line(name_of(schema, text, record), f"{where} · {details_of(schema, text, record)}")
        common = self.tr("In common: {0}").format(BETWEEN.join(in_common(merge.cluster.evidence)))
        yield label("good", pieces_held(f"✓ {common}"))
        comparison = compare(self._outcome, schema, merge.golden, merge.records, merge)
        kept = [f"{entry.column}: {entry.as_shown(comparison.value(entry).value)}" for entry in comparison.in_force]
        if kept:
            yield label("prohibition", f"{PROHIBITED} " + self.tr("Stays in force: {0}").format(" · ".join(kept)))


class NearlySureMerges(BulkMerges):
    """The groups that are very likely the same customer: looked through as a list, then accepted in one go."""

    most_examples = 500

    def _heading(self, count: int) -> str:
        return self.tr("These %Ln are very likely the same customers", "", count)

    def _lead(self) -> str:
        return self.tr("Look the list through. Every merge can be taken back, also one by one.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All of them are shown: they are to be looked through."""


def telling(merges: Iterable[Merge], most: int) -> list[Merge]:
    """Return so many, first those that do not look alike: the eye learns more from a few kinds than from many of one
    kind."""
    seen: set[frozenset[tuple[str, str]]] = set()
    first: list[Merge] = []
    rest: list[Merge] = []
    for merge in merges:
        kind = frozenset((weight.comparison, weight.level) for weight in merge.cluster.evidence if weight.weight > 0)
        (rest if kind in seen else first).append(merge)
        seen.add(kind)
        if len(first) == most:
            break
    return [*first, *rest][:most]


def _line(name: str, details: str) -> QLabel:
    """Return the name with its details in one text, which breaks wherever the room ends."""
    line = label("", f"<b>{escape(name)}</b> &nbsp; {escape(pieces_held(details))}")
    line.setTextFormat(Qt.TextFormat.RichText)
    return line
