"""The lists that can be taken along after saving, what each is made of, and whether there is anything on it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tikissa.lists.hand_back import has_number_changes, number_changes
from tikissa.lists.take_away import ask_list, changed_list, leaving_list, to_ask
from tikissa.model.analysis import Analysis
from tikissa.model.decision import DecisionLog
from tikissa.model.outcome import Fate, Outcome


@dataclass(frozen=True, slots=True)
class Sources:
    """What the lists are made of, as it stood when a list was asked for."""

    outcome: Outcome
    analysis: Analysis
    log: DecisionLog
    language: str


@dataclass(frozen=True, slots=True)
class TakeAway:
    """One list: how it is written, and whether there is anything on it."""

    key: str
    write: Callable[[Sources, Path], None]
    has_rows: Callable[[Sources], bool]


def _write(rows: Callable[[Sources], Sequence[Sequence[str]]], sources: Sources, target: Path) -> None:
    from tikissa.export.list_file import write_list

    write_list(rows(sources), target)


def _write_numbers(sources: Sources, target: Path) -> None:
    from tikissa.export.list_file import write_number_list

    write_number_list(number_changes(sources.outcome, sources.analysis.schema), sources.language, target)


def _asked(of: Sources) -> Sequence[Sequence[str]]:
    return ask_list(of.outcome, of.log, of.analysis.keys, of.analysis.schema, of.language)


def _changed(of: Sources) -> Sequence[Sequence[str]]:
    return changed_list(of.outcome, of.analysis.schema, of.language)


def _gone(of: Sources) -> Sequence[Sequence[str]]:
    return leaving_list(of.outcome, of.language)


TAKE_AWAYS = (
    TakeAway("ask", partial(_write, _asked), lambda of: bool(to_ask(of.outcome, of.log, of.analysis.keys))),
    TakeAway("numbers", _write_numbers, lambda of: has_number_changes(of.outcome, of.analysis.schema)),
    TakeAway("changed", partial(_write, _changed), lambda of: any(of.outcome.changed.values())),
    TakeAway(
        "gone",
        partial(_write, _gone),
        lambda of: bool(of.outcome.count(Fate.ARCHIVED) + of.outcome.count(Fate.REMOVED)),
    ),
)
