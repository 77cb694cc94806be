"""Finds what a CSV file cannot hold, and what a spreadsheet would take for a formula in it."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tikissa.files.encoding import encode
from tikissa.model.finding import Finding, Severity
from tikissa.model.outcome import Outcome

_RISKY = ("=", "+", "-", "@", "\t", "\r")
_SHOWN = 8


def csv_obstacles(outcome: Outcome, _: Path) -> Iterator[Finding]:
    """Yield what stands in the way of writing the file back in its own encoding."""
    encoding = outcome.register.source.encoding or "utf-8"
    characters = set(chain.from_iterable(_new_texts(outcome)))
    cannot = sorted(character for character in characters if not _fits(character, encoding))
    if cannot:
        shown = " ".join(cannot[:_SHOWN])
        yield Finding("save.encoding_cannot_hold", Severity.ERROR, arguments=(encoding, shown, str(len(cannot))))
    risky = sum(is_risky(text) for text in _new_texts(outcome))
    if risky:
        yield Finding("save.formula_like", Severity.NOTE, arguments=(str(risky),))


def is_risky(text: str) -> bool:
    """Say whether a spreadsheet would take the text for a formula; numbers and phone numbers are not meant."""
    return (
        text.startswith(_RISKY)
        and not text[1:].replace(" ", "").replace("-", "").replace(",", "").replace(".", "").isdigit()
    )


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
