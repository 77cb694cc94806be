"""Puts every rule to work on every column it speaks of, in the order of the list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tikissa.model.analysis import Settings
from tikissa.model.progress import Progress, ticking
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.rules import ALL_RULES
from tikissa.rules.habits import Habits, habits_of
from tikissa.rules.phone import PHONES
from tikissa.rules.place_values import is_home
from tikissa.rules.rule import Cell, Rule, Suggestion
from tikissa.rules.working_column import Entry, WorkingColumn

STAGE = "rules.inspect"
_OFTEN = 200
# What a later rule wrote may be an earlier one's matter, so what was changed is gone over again.
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Work:
    """The columns as the rules left them. `asked_to_leave`: columns the user wants left as they are."""

    columns: tuple[WorkingColumn, ...]
    habits: Habits
    asked_to_leave: frozenset[str]


def work(
    register: Register, schema: Schema, settings: Settings, progress: Progress, habits: Habits | None = None
) -> Work:
    """Return the register's columns after all the rules; `habits` are given where those of another file count."""
    begun = begin(register, schema, settings, progress, habits)
    for number in range(_ROUNDS):
        for done, rule in enumerate(ALL_RULES):
            apply(rule, begun, Ticker(progress, done if number == 0 else len(ALL_RULES), len(ALL_RULES)))
        for column in begun.columns:
            column.begin_round()
    return begun


def begin(
    register: Register, schema: Schema, settings: Settings, progress: Progress, habits: Habits | None = None
) -> Work:
    """Return the register's columns before any rule."""
    ticker = Ticker(progress, 0, len(ALL_RULES))
    read = ticking(list(zip(register.columns, schema.columns, register.cells, strict=True)), ticker.report, 1)
    columns = tuple(WorkingColumn(column.name, column.index, known.meaning, cells) for column, known, cells in read)
    _part_abroad(columns)
    return Work(
        columns,
        habits or habits_of(register, schema, settings),
        frozenset(name for name, meaning in settings.meanings.items() if meaning is None),
    )


def _part_abroad(columns: Sequence[WorkingColumn]) -> None:
    """Keep the telephone numbers of customers abroad apart: the same digits are another number there."""
    country = next((column for column in columns if column.meaning is Meaning.COUNTRY), None)
    if country is None:
        return
    abroad = np.array([not is_home(entry.before) for entry in country.entries], dtype=np.bool_)[country.codes]
    for column in columns:
        if column.meaning in PHONES and abroad.any():
            column.part_abroad(abroad)


@dataclass
class Ticker:
    """Reports progress every so many questions, so that asking stays quick."""

    progress: Progress
    done: int
    total: int
    asked: int = 0

    def tick(self) -> None:
        self.asked += 1
        if self.asked % _OFTEN == 1:
            self.report()

    def report(self) -> None:
        self.progress.report(STAGE, self.done, self.total)


def apply(rule: Rule, work: Work, ticker: Ticker) -> None:
    """Let one rule look at what is open in all its columns."""
    for column in work.columns:
        if not _speaks_of(rule, column, work) or not column.open_entries:
            continue

        def propose(entry: Entry, texts: Mapping[Meaning, str], column: WorkingColumn = column) -> Suggestion | None:
            ticker.tick()
            cell = Cell(entry.after, work.habits, texts, column.meaning, entry.is_number, entry.is_abroad)
            return rule.propose(cell)

        others = beside(column, rule.beside, work.columns)
        if others:
            column.ask_beside(propose, rule.hint, ticker.report, others)
        else:
            column.ask(propose, rule.hint, ticker.report)


def beside(
    column: WorkingColumn, meanings: Sequence[Meaning], columns: Sequence[WorkingColumn]
) -> dict[Meaning, WorkingColumn]:
    """Return, for each meaning, the nearest other column that has it, if any."""
    nearest: dict[Meaning, WorkingColumn] = {}
    for meaning in meanings:
        having = [other for other in columns if other.meaning is meaning and other is not column]
        if having:
            nearest[meaning] = min(having, key=lambda other: abs(other.index - column.index))
    return nearest


def _speaks_of(rule: Rule, column: WorkingColumn, work: Work) -> bool:
    return column.meaning in rule.meanings if rule.meanings else column.name not in work.asked_to_leave
