"""A group of rows side by side with what speaks for and against, and the user's choices on it until it is decided."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from tikissa.gui.elements.building_blocks import button, column, framed, label, row
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.elements.wrapped_text import BETWEEN, pieces_held
from tikissa.gui.language import texts
from tikissa.gui.side_by_side.again_words import again_words
from tikissa.gui.side_by_side.comparison_model import PROHIBITED, ComparisonModel
from tikissa.gui.side_by_side.comparison_view import ComparisonView
from tikissa.gui.side_by_side.evidence_words import different, in_common
from tikissa.gui.side_by_side.group_comparison import ComparedField, Comparison
from tikissa.gui.side_by_side.result_view import ResultView
from tikissa.gui.side_by_side.take_out_bar import TakeOutBar
from tikissa.model.decision import AskedAgain
from tikissa.model.finding import Reason
from tikissa.model.golden_record import GoldenRecord
from tikissa.model.matching import MatchWeight
from tikissa.model.record import RecordId
from tikissa.model.register import Register

EvidenceOf = Callable[[tuple[RecordId, ...]], Sequence[MatchWeight]]
GoldenOf = Callable[[tuple[RecordId, ...]], GoldenRecord]

NOTHING_KNOWN: Mapping[RecordId, Sequence[Reason]] = {}

_MOST = 100
"""The rows get the room that is there, and what they do not need lies below the words."""


class ComparisonPanel(QWidget):
    """`comparison` is what the user has made of the group so far."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.result = ResultView()
        self.view = ComparisonView(self.result)
        self.bar = TakeOutBar(self.view)
        self.again = label("caution")
        self.common = label("good")
        self.apart = label("caution")
        self.kept = label("prohibition")
        self.unseen = label("caution")
        self.bring_to_sight = button(look="link", clicked=self._stay_in_sight)
        self.known = label("caution")
        self.detail = label("quiet")
        self.both = button(look="link", clicked=self._keep_all)
        self.comparison: Comparison | None = None
        self._golden_of: GoldenOf | None = None
        self._evidence_of: EvidenceOf | None = None
        self._model: ComparisonModel | None = None
        sides = row(self.view, self.result, space=0)
        table = framed(column(sides, self.bar, space=SPACE // 2, margin=SPACE))
        unseen = row(self.unseen, self.bring_to_sight, space=SPACE)
        unseen.setStretch(0, 1)
        detail = row(self.detail, self.both, space=SPACE)
        detail.setStretch(0, 1)
        told = (self.again, self.common, self.apart, self.kept, unseen, self.known)
        words = column(*told, detail, space=SPACE // 2)
        table.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        below = QWidget()
        below.setLayout(words)
        below.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        layout = column(table, below, None, space=SPACE)
        layout.setStretch(0, _MOST)
        self.setLayout(layout)
        self.view.chosen.connect(self._choose)
        self.view.taken_out.connect(self._take_out)
        self.view.moved.connect(self._tell_field)
        self.bar.taken_out.connect(self._take_out)

    def put(
        self,
        comparison: Comparison,
        register: Register,
        evidence_of: EvidenceOf,
        golden_of: GoldenOf,
        again: Sequence[AskedAgain] = (),
        signs: Mapping[RecordId, Sequence[Reason]] = NOTHING_KNOWN,
    ) -> None:
        """Show a group, with what was said of it before it had to be asked about `again` and with what is known of
        the freshness of its rows.

        `evidence_of` and `golden_of` tell what speaks for and against those rows of it that are not left out, and what
        would survive of them.
        """
        self._evidence_of, self._golden_of = evidence_of, golden_of
        self.again.setText(again_words(again, {entry.column: entry.meaning for entry in comparison.fields}))
        self.again.setVisible(bool(again))
        self._model = ComparisonModel(comparison, register.row)
        self._model.written.connect(self._write)
        self.view.put(self._model)
        self.view.setAccessibleName(self.tr("The rows side by side"))
        self.result.setAccessibleName(self.tr("Result"))
        self._tell_evidence(evidence_of(comparison.records))
        self._tell_known(comparison, signs)
        self._take(comparison)

    def go_on_from(self, before: Comparison) -> None:
        """Take over the choices made on the same group."""
        if self._evidence_of is not None:
            self._tell_evidence(self._evidence_of(before.taken))
            self._take(before)

    def _take(self, comparison: Comparison) -> None:
        self.comparison = comparison
        if self._model is not None:
            self._model.show(comparison)
            self.bar.put(self._model)
        self._tell_kept(comparison)
        self._tell_unseen(comparison)
        self._tell_field()
        self.changed.emit()

    def _choose(self, entry: ComparedField, record: int) -> None:
        if self.comparison is not None:
            self._take(self.comparison.choose(entry, RecordId(record)))

    def _write(self, entry: ComparedField, text: str) -> None:
        if self.comparison is not None:
            self._take(self.comparison.write(entry, text))

    def _take_out(self, record: int) -> None:
        """Take a row out of the group, or back in; at least one stays."""
        if self.comparison is None or self._golden_of is None or self._evidence_of is None or self.comparison.settled:
            return
        left_out = self.comparison.left_out ^ {RecordId(record)}
        staying = tuple(entry for entry in self.comparison.records if entry not in left_out)
        if staying:
            self._take(self.comparison.leave_out(left_out, self._golden_of(staying)))
            self._tell_evidence(self._evidence_of(staying))

    def _tell_evidence(self, weights: Sequence[MatchWeight]) -> None:
        for line, sign, heading, words in (
            (self.common, "✓", self.tr("In common: {0}"), in_common(weights)),
            (self.apart, "!", self.tr("Different: {0}"), different(weights)),
        ):
            line.setText(pieces_held(f"{sign} {heading.format(BETWEEN.join(words))}"))
            line.setVisible(bool(words))

    def _tell_kept(self, comparison: Comparison) -> None:
        """Say which prohibitions and blocks stay in force."""
        kept = [f"{entry.column}: {entry.as_shown(comparison.value(entry).value)}" for entry in comparison.in_force]
        self.kept.setText(f"{PROHIBITED} " + self.tr("Stays in force: {0}").format(" · ".join(kept)))
        self.kept.setVisible(bool(kept))

    def _tell_known(self, comparison: Comparison, signs: Mapping[RecordId, Sequence[Reason]]) -> None:
        """Say of each row what makes it worth checking, before it is chosen to survive."""
        model = self._model
        lines = [
            f"! {model.row_name(record)}: {BETWEEN.join(map(texts.sentence, signs[record]))}"
            for record in comparison.records
            if model is not None and signs.get(record)
        ]
        self.known.setText(pieces_held("\n".join(lines)))
        self.known.setVisible(bool(lines))

    def _keep_all(self) -> None:
        entry = self.view.field
        if entry is not None and self.comparison is not None:
            self._write(entry, self.comparison.joined(entry))

    def _tell_unseen(self, comparison: Comparison) -> None:
        """Say where a customer who is seen now would be left in a hidden row, and offer a row that is seen."""
        seen = comparison.in_sight
        self.unseen.setVisible(seen is not None)
        self.bring_to_sight.setVisible(seen is not None)
        if seen is not None and self._model is not None:
            hidden, other = self._model.row_name(comparison.survivor), self._model.row_name(seen)
            told = self.tr("The row that stays, {0}, is hidden in the workbook: the customer would not be seen there.")
            self.unseen.setText(f"! {told.format(hidden)}")
            self.bring_to_sight.setText(self.tr("Let {0} stay").format(other))

    def _stay_in_sight(self) -> None:
        if self.comparison is not None and self.comparison.in_sight is not None:
            self._take(self.comparison.stay(self.comparison.in_sight))

    def _tell_field(self) -> None:
        """Say where the value of the current line comes from."""
        entry = self.view.field
        can_join = entry is not None and self.comparison is not None and self.comparison.can_join(entry)
        self.both.setText(self.tr("Keep every row’s text"))
        self.both.setVisible(can_join)
        if entry is None or self.comparison is None or not self.comparison.differs(entry):
            self.detail.setText("")
            return
        value = self.comparison.value(entry)
        empty = self.tr("(empty)")
        parts = [f"{entry.column}: {entry.as_shown(value.value) or empty}", texts.sentence(value.reason)]
        if value.source is not None and self._model is not None:
            parts.insert(1, self._model.row_name(value.source))
        self.detail.setText(" · ".join(parts))
