"""Letters that a wrong encoding made two of: "MÃ¤kinen"; and letters it lost for good."""

from collections.abc import Iterator

from tikissa.model.finding import Severity
from tikissa.rules.rule import Cell, Check, Kind, Observation, Rule, Suggestion
from tikissa.text.garbled_text import MARK_OF_CODE, decoded, has_codes, has_lost_letters, has_traces, repaired


def propose(cell: Cell) -> Suggestion | None:
    after = repaired(cell.text)
    return Suggestion("text.mojibake", after, confidence=0.97, safe=False) if after else None


def read_codes(cell: Cell) -> Suggestion | None:
    """Write the letters of "M&auml;kinen" and "M%C3%A4kinen"."""
    after = decoded(cell.text) if has_codes(cell.text) else None
    return Suggestion("text.codes", after, confidence=0.96, safe=False) if after else None


def observe(cell: Cell) -> Iterator[Observation]:
    if has_lost_letters(cell.text):
        yield Observation("text.lost_letters", (cell.text,))


RULES = (
    Rule({"text.codes": Kind.ERROR}, (), read_codes, hint=MARK_OF_CODE.search),
    Rule({"text.mojibake": Kind.ERROR}, (), propose, hint=has_traces),
)
CHECK = Check({"text.lost_letters": Severity.WARNING}, (), observe, hint=has_lost_letters)
