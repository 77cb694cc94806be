"""Worked examples of every rule: what is proposed for a value in its row, for which reason, and whether it is safe."""

import csv
from pathlib import Path

import pytest

from builders import TODAY, keys, register
from tikissa.model.analysis import Settings
from tikissa.model.proposal import Fix
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.rules.inspect import propose_fixes

HABITS = {
    Meaning.PHONE: "040 7654321",
    Meaning.TOWN: "Helsinki",
    Meaning.POSTAL_CODE: "00100",
    Meaning.CREATED: "1.12.2020",
    Meaning.STREET: "Kirkkotie 1",
}
NOTHING, EMPTY = "=", "EMPTY"


def examples() -> list[tuple[str, ...]]:
    files = sorted(Path(__file__).with_name("examples").glob("*.csv"))
    return [row for file in files for row in rows_of(file)]


def rows_of(file: Path) -> list[tuple[str, ...]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [tuple(row) for row in csv.reader(lines, delimiter=";")][1:]


def fixes_of(meaning: str, value: str, beside: str) -> list[Fix]:
    """Propose for one row of a register whose other rows only show its habits."""
    cells = dict(part.split("=", 1) for part in beside.split(",") if part)
    row = {None if meaning == "unknown" else Meaning(meaning): value} | {
        Meaning(name): text for name, text in cells.items()
    }
    columns = {
        str(name or "unknown"): [HABITS.get(name or Meaning.NOTES, "")] * 3 + [text]
        for name, text in (dict.fromkeys(HABITS, "") | row).items()
    }
    known = Schema(
        tuple(ColumnMeaning(str(name or "unknown"), name, 1.0, True) for name in dict.fromkeys(HABITS, "") | row)
    )
    return [fix for fix in propose_fixes(register(columns), known, keys(4), Settings(TODAY)) if fix.record == 3]


def test_there_are_four_hundred_examples() -> None:
    assert len(examples()) >= 400


@pytest.mark.parametrize(("meaning", "value", "beside", "after", "code", "safe"), examples())
def test_what_is_proposed(meaning: str, value: str, beside: str, after: str, code: str, safe: str) -> None:
    own = [
        (fix, change) for fix in fixes_of(meaning, value, beside) for change in fix.changes if change.column == meaning
    ]
    if after == NOTHING:
        assert own == []
        return
    (fix, change), *others = own
    assert others == []
    assert change.after == ("" if after == EMPTY else after)
    assert (fix.reason.code, fix.safe) == (code, safe == "yes")
