"""One kind of suggestion on a card: what it is, three examples, how many, and the three things to do about it."""

from collections.abc import Iterator, Sequence
from itertools import islice

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QWidget

from tikissa.gui import texts
from tikissa.gui.models.record_words import name_of
from tikissa.gui.theme import SPACE
from tikissa.gui.widgets.building_blocks import column, label, row
from tikissa.gui.widgets.change_lines import ChangeLine, ChangeLines
from tikissa.gui.widgets.key_button import KeyButton
from tikissa.messages import has_words
from tikissa.model.analysis import Analysis
from tikissa.model.proposal import Fix
from tikissa.review.queue import FixGroup

EXAMPLES = 3


class FixCard(QFrame):
    """The keys of the card that is current are in force; it becomes current when anything in it gets the focus."""

    accepted = Signal()
    look_wanted = Signal()
    left = Signal()
    entered = Signal()

    def __init__(self, group: FixGroup, analysis: Analysis) -> None:
        super().__init__()
        self.group = group
        self._analysis = analysis
        self.setProperty("look", "card")
        self.heading = label("emphasis", texts.heading(group.code))
        self.count = label("quiet", self.tr("%Ln row(s)", "", len(group.fixes)), wraps=False)
        self.accept = _CardButton("", self.accepted, self)
        self.look = _CardButton("", self.look_wanted, self)
        self.leave = _CardButton("quiet", self.left, self)
        top = row(self.heading, self.count)
        top.setStretch(0, 1)
        buttons = row(None, self.accept, self.look, self.leave)
        body = column(top, *self._why(), self._examples(), buttons, space=SPACE, margin=2 * SPACE)
        self.setLayout(body)
        self.set_current(False)
        self.setAccessibleName(f"{self.heading.text()}, {self.count.text()}")

    def set_current(self, current: bool) -> None:
        """Put the keys on or off the buttons."""
        for made, words in (
            (self.accept, self.tr("Accept all %Ln|A", "", len(self.group.fixes))),
            (self.look, self.tr("Show rows|S")),
            (self.leave, self.tr("Leave as is|L")),
        ):
            made.put(words if current else words.partition("|")[0])
        self.accept.setProperty("look", "primary" if current else "")
        self.accept.style().polish(self.accept)

    def _why(self) -> Iterator[QWidget]:
        """Yield the sentence that tells why, where it says more than the heading."""
        first = self.group.fixes[0].reason
        if has_words(f"{first.code}.title"):
            yield label("quiet", texts.sentence(first))

    def _examples(self) -> QWidget:
        return ChangeLines([line for fix in examples(self.group.fixes) for line in self._lines(fix)])

    def _lines(self, fix: Fix) -> Iterator[ChangeLine]:
        register = self._analysis.register
        name = name_of(self._analysis.schema, register.text, fix.record)
        for change in fix.changes:
            where = self.tr("row {0}").format(texts.number(register.row(fix.record)))
            told = " · ".join(part for part in (change.column, where, name) if part and part != change.before)
            yield ChangeLine(change.before, change.after, told)


class _CardButton(KeyButton):
    def __init__(self, look: str, wanted: SignalInstance, card: FixCard) -> None:
        super().__init__(look, lambda: wanted.emit())
        self._card = card

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._card.entered.emit()


def examples(fixes: Sequence[Fix]) -> list[Fix]:
    """Return a few fixes that do not look alike: the first of each pair of before and after."""
    unlike = {tuple((change.before, change.after) for change in fix.changes): fix for fix in reversed(fixes)}
    return list(islice(reversed(unlike.values()), EXAMPLES))
