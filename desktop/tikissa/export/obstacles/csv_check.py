"""Finds what a CSV file cannot hold, and new texts that a spreadsheet would take for formulas in it."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tikissa.export.saving_options import FORMULA_LIKE
from tikissa.files.encoding import encode
from tikissa.model.finding import Finding, Severity
from tikissa.model.outcome import Outcome
from tikissa.text.formula_texts import would_run

_SHOWN = 8


def csv_obstacles(outcome: Outcome, _: Path) -> Iterator[Finding]:
    """Yield what stands in the way of writing the file back in its own encoding."""
    encoding = outcome.register.source.encoding or "utf-8"
    characters = set(chain.from_iterable(_new_texts(outcome)))
    cannot = sorted(character for character in characters if not _fits(character, encoding))
    if cannot:
        shown = " ".join(cannot[:_SHOWN])
        yield Finding("save.encoding_cannot_hold", Severity.ERROR, arguments=(encoding, shown, str(len(cannot))))
    risky = sum(map(would_run, _texts_of_others(outcome)))
    if risky:
        yield Finding(FORMULA_LIKE, Severity.NOTE, arguments=(str(risky),))


def _texts_of_others(outcome: Outcome) -> Iterator[str]:
    """Yield the new texts but those that a cell of the register's own lends or that stood there much the same."""
    for column, cells in outcome.changed.items():
        if any(map(would_run, cells.values())):
            known = set(outcome.register.cells_of(column).texts.tolist())
            texts = ((text, outcome.register.text(record, column)) for record, text in cells.items())
            yield from (text for text, before in texts if text not in known and not would_run(before))
    for row in outcome.added:
        yield from row.texts.values()


def _new_texts(outcome: Outcome) -> Iterator[str]:
    for cells in outcome.changed.values():
        yield from cells.values()
    for row in outcome.added:
        yield from row.texts.values()


def _fits(character: str, encoding: str) -> bool:
    try:
        encode(character, encoding)
        return True
    except UnicodeEncodeError:
        return False
