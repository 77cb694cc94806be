"""Puts the rules that change several cells of a row at once to work, after all the others."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tikissa.model.progress import Progress
from tikissa.model.schema import Meaning
from tikissa.rules import ALL_ROW_RULES, ALL_RULES
from tikissa.rules.rule import Place, Row, RowRule, RowSuggestion, Second
from tikissa.rules.work import Ticker, Work, apply
from tikissa.rules.working_column import WorkingColumn
from tikissa.text.owners import whose


@dataclass(frozen=True, slots=True)
class RowAnswer:
    """What a rule makes of one record: the text each column would hold."""

    record: int
    suggestion: RowSuggestion
    after: Mapping[WorkingColumn, str]


def answer_rows(done: Work, progress: Progress) -> list[RowAnswer]:
    """Return what the rules make of the rows, no cell in two answers, and leave the columns as the answers would."""
    ticker = Ticker(progress, 1, 1)
    answers: list[RowAnswer] = []
    taken: set[tuple[int, int]] = set()
    for rule in ALL_ROW_RULES:
        for answer in _answers(rule, done, ticker):
            cells = {(answer.record, column.index) for column in answer.after}
            if taken.isdisjoint(cells):
                taken |= cells
                answers.append(answer)
    for answer in answers:
        for column, text in answer.after.items():
            column.put(answer.record, text)
    _go_over(done, ticker)
    return answers


def _go_over(done: Work, ticker: Ticker) -> None:
    """Let the rules on single cells write what has moved as its new column writes it."""
    for column in done.columns:
        column.begin_round()
    for rule in ALL_RULES:
        apply(rule, done, ticker)


def _answers(rule: RowRule, done: Work, ticker: Ticker) -> list[RowAnswer]:
    by_place = {place: column for place in rule.places if (column := _column(place, done)) is not None}
    if len(by_place) < len(rule.places):
        return []
    shown = by_place | {place: column for place in rule.beside if (column := _column(place, done)) is not None}
    present = list(shown.values())
    records = np.unique(np.concatenate([by_place[place].records_of(hint) for place, hint in rule.hints.items()]))
    table, of_record = present[0].combinations(present[1:], records)
    suggested: dict[int, RowSuggestion] = {}
    for number, codes in enumerate(table.tolist()):
        ticker.tick()
        entries = [column.entries[code] for column, code in zip(present, codes, strict=True)]
        if all(entry.may_change for entry in entries):
            empty: dict[Place, str] = dict.fromkeys(rule.beside, "")
            texts = empty | {place: entry.after for place, entry in zip(shown, entries, strict=True)}
            suggestion = rule.propose(Row(texts, done.habits))
            if suggestion is not None:
                suggested[number] = suggestion
    chosen = np.flatnonzero(np.isin(of_record, list(suggested)))
    pairs = zip(records[chosen].tolist(), of_record[chosen].tolist(), strict=True)
    return [_answer(record, suggested[number], by_place) for record, number in pairs]


def _answer(record: int, suggestion: RowSuggestion, columns: Mapping[Place, WorkingColumn]) -> RowAnswer:
    return RowAnswer(record, suggestion, {columns[place]: text for place, text in suggestion.after.items()})


def _column(place: Place, done: Work) -> WorkingColumn | None:
    """Return the column of a place; the second one is of the same person or purpose as the first.

    Of several columns for notes the last is the general one: allergies and the like stand before it.
    """
    meaning = place.meaning if isinstance(place, Second) else place
    having = [column for column in done.columns if column.meaning is meaning]
    if isinstance(place, Second):
        having = [column for column in having[1:] if whose(column.name) == whose(having[0].name)]
    number = -1 if place is Meaning.NOTES else 0
    return having[number] if having else None
