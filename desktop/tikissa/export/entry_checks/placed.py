"""Checks in their places on a sheet, as the change log keeps them: enough to find each again and take it out."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from tikissa.export.log.audit_line import AuditLine, LineKind
from tikissa.messages import say

MADE = "entry_checks"
"""The setting of a change log that tells what else was made for the checks."""

LAST = "entry_checks_last"
"""The setting of the log of a check taken out that there was no other one: what was made for them went with it."""


@dataclass(frozen=True, slots=True)
class PlacedCheck:
    """A check of the rows `first` to `last` of a column. `validation` and `colour` are the elements that were put in,
    "" where there is none; `as_text`: empty cells and those with text are kept as text."""

    column: str
    letter: str
    kind: str
    first: int
    last: int
    validation: str
    colour: str = ""
    as_text: bool = False

    @property
    def area(self) -> str:
        return f"{self.letter}{self.first}:{self.letter}{self.last}"


@dataclass(frozen=True, slots=True)
class Made:
    """What checks share in a workbook. `columns` is how the widths of the columns stood before, "" where they did not;
    the looks from number `styles_from` on are those of `bases` kept as text; `colour` is the number of the colour for
    double entries, None without one, and `had_colours` whether the workbook had a list of such before."""

    columns: str = ""
    styles_from: int = 0
    bases: tuple[int, ...] = ()
    colour: int | None = None
    had_colours: bool = True

    def as_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str | None) -> "Made":
        values = json.loads(text or "{}")
        return cls(**{**values, "bases": tuple(values.get("bases", ()))})


def check_lines(placed: Iterable[PlacedCheck], sheet: str, language: str, who: str, time: str) -> Iterator[AuditLine]:
    """Yield a line of the log for each check that was put in."""
    for check in placed:
        yield AuditLine(
            time=time,
            kind=LineKind.CHECK,
            sheet=sheet,
            column=check.column,
            letter=check.letter,
            after=say(language, f"checks.what.{check.kind}"),
            after_cell=json.dumps(asdict(check), ensure_ascii=False),
            rule=f"checks.{check.kind}",
            reason=say(language, "checks.reason", check.first, check.last),
            decided_by=who,
        )


def put_in_by(lines: Iterable[AuditLine]) -> tuple[PlacedCheck, ...]:
    """Return the checks that the lines of a log tell were put in."""
    return tuple(_check(line.after_cell) for line in lines if line.kind == LineKind.CHECK and line.after_cell)


def taken_out_by(lines: Iterable[AuditLine]) -> tuple[PlacedCheck, ...]:
    """Return the checks that the lines of a log tell were taken out."""
    return tuple(_check(line.before_cell) for line in lines if line.kind == LineKind.CHECK and line.before_cell)


def _check(text: str) -> PlacedCheck:
    return PlacedCheck(**json.loads(text))
