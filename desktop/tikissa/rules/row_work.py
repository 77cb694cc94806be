"""Puts the rules that change several cells of a row at once to work, after all the others."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tikissa.model.progress import Progress
from tikissa.model.schema import Meaning
from tikissa.rules import ALL_ROW_RULES
from tikissa.rules.rule import Row, RowRule, RowSuggestion
from tikissa.rules.work import Ticker, Work
from tikissa.rules.working_column import WorkingColumn


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
    return answers


def _answers(rule: RowRule, done: Work, ticker: Ticker) -> list[RowAnswer]:
    columns = [_first(meaning, done) for meaning in rule.meanings]
    present = [column for column in columns if column is not None]
    if len(present) < len(columns):
        return []
    by_meaning = dict(zip(rule.meanings, present, strict=True))
    hinted = [by_meaning[meaning].records_of(hint) for meaning, hint in rule.hints.items()]
    records = np.unique(np.concatenate(hinted))
    table, of_record = present[0].combinations(present[1:], records)
    suggested: dict[int, RowSuggestion] = {}
    for place, codes in enumerate(table.tolist()):
        ticker.tick()
        entries = [column.entries[code] for column, code in zip(present, codes, strict=True)]
        if all(entry.may_change for entry in entries):
            texts = {meaning: entry.after for meaning, entry in zip(rule.meanings, entries, strict=True)}
            suggestion = rule.propose(Row(texts, done.habits))
            if suggestion is not None:
                suggested[place] = suggestion
    chosen = np.flatnonzero(np.isin(of_record, list(suggested)))
    pairs = zip(records[chosen].tolist(), of_record[chosen].tolist(), strict=True)
    return [_answer(record, suggested[place], by_meaning) for record, place in pairs]


def _answer(record: int, suggestion: RowSuggestion, columns: Mapping[Meaning, WorkingColumn]) -> RowAnswer:
    return RowAnswer(record, suggestion, {columns[meaning]: text for meaning, text in suggestion.after.items()})


def _first(meaning: Meaning, done: Work) -> WorkingColumn | None:
    return next((column for column in done.columns if column.meaning is meaning), None)
