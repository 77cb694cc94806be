"""One row worth checking beside what is known of its freshness, and the verdicts on it."""

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tikissa.gui.common.amount_texts import amount_of
from tikissa.gui.common.saved_notice import SavedNotice
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.elements.building_blocks import (
    button,
    clear,
    column,
    framed,
    heading_row,
    label,
    row,
    scrolled,
    way_back,
)
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.key_button import KeyButton
from tikissa.gui.elements.theme import SPACE, is_low
from tikissa.gui.elements.wrapped_text import may_break
from tikissa.gui.language import texts
from tikissa.gui.stale.freshness import described, open_suggestions, perhaps_the_same, signs, usual_changes
from tikissa.gui.stale.retire_verdicts import retire_verdicts
from tikissa.model.analysis import Analysis
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import Retire
from tikissa.model.record import RecordId
from tikissa.presentation.record_names import name_of
from tikissa.review.queue import OpenWork
from tikissa.staleness.holds import holds
from tikissa.text.secret_numbers import masked


class OneStaleRow(QWidget):
    """`settled`: what is decided on the row shown (None: later) · `stepped`: another row, -1 or 1."""

    settled = Signal(object)
    stepped = Signal(int)
    back_wanted = Signal()
    row_wanted = Signal(int)

    def __init__(self, model: SessionModel) -> None:
        super().__init__()
        self.notice = SavedNotice(model)
        self.back = way_back(self.back_wanted.emit)
        self.place = label("quiet", wraps=False)
        self.heading = label("title")
        self._cells = QGridLayout()
        self._known = QVBoxLayout()
        self._record: RecordId | None = None
        self._verdicts = [KeyButton("quiet" if action is None else "") for action, _ in retire_verdicts()]
        for made, (action, _) in zip(self._verdicts, retire_verdicts(), strict=True):
            made.clicked.connect(partial(self.settled.emit, action))
        self.edit = KeyButton("", self._ask_for_row)
        self.hint = label("quiet")
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def retranslate(self) -> None:
        self.notice.retranslate()
        self.back.setText(self.tr("← All reasons"))
        self.edit.put(self.tr("Edit the row|E"))
        self.hint.setText(self.tr("Page Up and Page Down change the row."))
        for made, (_, words) in zip(self._verdicts, retire_verdicts(), strict=True):
            made.put(words)

    def put(self, retire: Retire, place: int, every: int, analysis: Analysis, outcome: Outcome, work: OpenWork) -> None:
        """Show a row as the decisions so far have it, the `place`th of `every`; beside it, value by value, a row that
        may be the same customer."""
        self._record = retire.record
        others = perhaps_the_same(work, retire.record)
        self.place.setText(f"{texts.number(place + 1)} / {texts.number(every)}")
        self.heading.setText(name_of(analysis.schema, outcome.text, retire.record))
        self._fill_cells(analysis, outcome, retire.record, others[0] if others else None)
        self._fill_known(self._known_parts(analysis, outcome, work, retire, others))

    @property
    def record(self) -> RecordId:
        """Return the row that is shown. Raises RuntimeError before `put`."""
        if self._record is None:
            raise RuntimeError("no row is shown")
        return self._record

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hint.setHidden(is_low(event.size().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def _lay_out(self) -> None:
        self._cells.setHorizontalSpacing(2 * SPACE)
        self._cells.setColumnStretch(1, 1)
        left = framed(column(self._cells, None, margin=2 * SPACE))
        right = framed(column(self._known, None, margin=2 * SPACE))
        sides = row(left, right, space=2 * SPACE)
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        area = scrolled(column(sides, None))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top = heading_row(self.heading, self.place, self.back, space=2 * SPACE)
        buttons = FlowLayout(*self._verdicts[:-1], self.edit, self._verdicts[-1])
        layout = column(top, self.notice, area, buttons, self.hint, space=SPACE, margin=3 * SPACE)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def _fill_cells(self, analysis: Analysis, outcome: Outcome, record: RecordId, other: RecordId | None) -> None:
        clear(self._cells)
        self._cells.addWidget(label("quiet", self.tr("Row")), 0, 0)
        shown = [record] if other is None else [record, other]
        for place, one in enumerate(shown, start=1):
            self._cells.addWidget(label("", texts.number(outcome.register.row(one))), 0, place)
            self._cells.setColumnStretch(place, 1)
        self._cells.setColumnStretch(2, len(shown) - 1)
        schema = analysis.schema
        filled = [entry.column for entry in schema.columns if any(outcome.text(one, entry.column) for one in shown)]
        for line, name in enumerate(filled, start=1):
            told = [masked(amount_of(outcome, one, name), schema.meaning_of(name)) for one in shown]
            self._cells.addWidget(label("quiet", name), line, 0, Qt.AlignmentFlag.AlignTop)
            for place, words in enumerate(told, start=1):
                text = label("good" if place > 1 and words and words != told[0] else "", may_break(words))
                text.setAccessibleName(f"{name}: {words}")
                self._cells.addWidget(text, line, place)

    def _fill_known(self, parts: Iterable[QWidget]) -> None:
        clear(self._known)
        self._known.addWidget(label("emphasis", self.tr("What is known")))
        for part in parts:
            self._known.addWidget(part)

    def _known_parts(
        self, analysis: Analysis, outcome: Outcome, work: OpenWork, retire: Retire, others: Iterable[RecordId]
    ) -> Iterator[QWidget]:
        for sentence in signs(retire):
            yield label("caution", f"! {sentence}")
        for reason in holds(analysis.register, analysis.schema, retire.record, analysis.settings.today):
            yield label("caution", f"! {texts.sentence(reason)}")
        for sentence in usual_changes(analysis, outcome, retire.record):
            yield label("quiet", sentence)
        for sentence in open_suggestions(work, analysis, retire.record):
            yield label("", sentence)
        for other in others:
            yield label("good", f"✓ {described(analysis, outcome, other)}")
            line = QWidget()
            line.setLayout(row(button(self.tr("Show that row"), "link", partial(self.row_wanted.emit, other)), None))
            yield line

    def _ask_for_row(self) -> None:
        if self._record is not None:
            self.row_wanted.emit(self._record)
