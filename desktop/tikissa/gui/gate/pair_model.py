"""A row of a checked list beside the register's row it comes closest to: fields are the lines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, Qt

from tikissa.analysis.gate import GateRow
from tikissa.app.checked_list import CheckedList
from tikissa.gui.common.amount_texts import told
from tikissa.gui.common.indexes import NOWHERE, Index
from tikissa.gui.language import texts
from tikissa.gui.side_by_side.comparison_model import DIFFERS, FLAG, PROHIBITED
from tikissa.gui.side_by_side.group_comparison import forbids
from tikissa.lists.hand_back import final_survivor
from tikissa.model.outcome import Outcome
from tikissa.model.schema import Meaning, Schema
from tikissa.permission.columns_in_force import permission_column
from tikissa.text.secret_numbers import masked

Role = Qt.ItemDataRole

Text = Callable[[str], str]
"""What one side says in a column."""

_NAME_PARTS = (Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME)


@dataclass(frozen=True, slots=True)
class PairLine:
    """One field: what the list and the register say; `forbids` where the register's value is a prohibition."""

    name: str
    new: str
    known: str
    forbids: bool = False

    @property
    def differs(self) -> bool:
        return bool(self.new and self.known) and self.new.casefold() != self.known.casefold()


def pair_lines(checked: CheckedList, row: GateRow, outcome: Outcome, schema: Schema, name: str) -> tuple[PairLine, ...]:
    """Return the fields that either side fills: prohibitions first, then what differs, what only the register tells
    last. Names that the two keep in different columns are one field, called `name`."""

    def new(column: str) -> str:
        return checked.register.text(row.record, column)

    def known(column: str) -> str:
        return "" if row.known is None else outcome.text(final_survivor(outcome, row.known), column)

    lines = (line for line in _lines(checked, schema, new, known, name) if line.new or line.known)
    return tuple(sorted(lines, key=lambda line: (not line.forbids, not line.differs, not line.new)))


def _lines(checked: CheckedList, schema: Schema, new: Text, known: Text, name: str) -> Iterator[PairLine]:
    partners = checked.columns
    above = _name_columns(schema, set(partners))
    below = _name_columns(checked.schema, set(partners.values()))
    apart = {*above, *below} if above and below else set()
    if apart:
        yield PairLine(name, _joined(new, below), _joined(known, above))
    for entry in schema.columns:
        if entry.column not in apart:
            partner, text = partners.get(entry.column), known(entry.column)
            yield PairLine(
                entry.column,
                new(partner) if partner else "",
                text,
                forbids(entry.meaning, permission_column(entry), text),
            )
    for column in checked.register.columns:
        if column.name not in partners.values() and column.name not in apart:
            yield PairLine(column.name, new(column.name), "")


def _name_columns(schema: Schema, paired: set[str]) -> tuple[str, ...]:
    """Return the columns of a customer's name that the other side has no partner for."""
    return tuple(column for part in _NAME_PARTS for column in schema.columns_of(part) if column not in paired)


def _joined(text: Text, columns: tuple[str, ...]) -> str:
    return " ".join(filter(None, map(text, columns)))


class PairModel(QAbstractTableModel):
    """Two columns, the list's row and the register's; a row that is like none in the register has one."""

    def __init__(self, checked: CheckedList, row: GateRow, outcome: Outcome, schema: Schema) -> None:
        super().__init__()
        self._meanings = {**checked.schema.meanings, **schema.meanings}
        self.lines = pair_lines(checked, row, outcome, schema, self.tr("Name"))
        self._sides = [(checked.register, row.record, dict(checked.columns))]
        self._names = [self.tr("List, row {0}").format(texts.number(checked.register.row(row.record)))]
        if row.known is not None:
            record = final_survivor(outcome, row.known)
            self._sides.append((outcome.register, record, {}))
            self._names.append(self.tr("Register, row {0}").format(texts.number(outcome.register.row(record))))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, place = self.lines[index.row()], index.column()
        match role:
            case Role.DisplayRole | Role.ToolTipRole:
                return self._shown(line, place)
            case Role.AccessibleTextRole:
                return self._spoken(line, place)
            case _ if role == DIFFERS:
                return line.differs
            case _ if role == FLAG:
                return PROHIBITED if line.forbids and place else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if role != Role.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._names[section] if section < len(self._names) else None
        return self._line_name(self.lines[section]) if section < len(self.lines) else None

    def _shown(self, line: PairLine, place: int) -> str:
        register, record, partners = self._sides[place]
        column, text = partners.get(line.name, line.name), (line.new, line.known)[place]
        meaning = self._meanings.get(line.name)
        return masked(told(register.cells_of(column), record, text) if register.has_column(column) else text, meaning)

    def _line_name(self, line: PairLine) -> str:
        return f"≠ {line.name}" if line.differs else line.name

    def _spoken(self, line: PairLine, place: int) -> str:
        parts = [line.name, self._names[place], self._shown(line, place) or self.tr("(empty)")]
        return ", ".join([*parts, *([self.tr("differs")] if line.differs else [])])
