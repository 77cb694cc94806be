"""Prints what each rule and check costs on large registers, beside what phonenumbers alone needs for its numbers."""

import argparse
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import phonenumbers

from make_large_register import large_register
from tikissa.analysis.record_keys import record_keys
from tikissa.model.analysis import Settings
from tikissa.model.progress import NoProgress
from tikissa.model.register import Column, ColumnCells, Register
from tikissa.model.schema import Meaning, Schema
from tikissa.rules import ALL_CHECKS, ALL_RULES
from tikissa.rules.inspect import answer_rows, inspect, observed
from tikissa.rules.work import Ticker, Work, apply, begin
from tikissa.schema.detect import detect

SIZES = (100_000, 1_000_000)
NOTES = (
    "",
    "",
    "",
    "",
    "soita aamulla",
    "vip",
    "toimitus takapihalle",
    "muuttanut 2022",
    "ALLERGIA: pähkinä",
    " kp.  ma ",
)


def wide_register(rows: int) -> Register:
    """Return a large register with columns that owners add of their own, fifteen in all."""
    register = large_register(rows)
    ids = register.cells_of("Y-tunnus")
    added = {
        "ALV-tunnus": [f"FI{text.replace('-', '')}" if text else "" for text in ids],
        "Maa": ["FI" if row % 7 else "Suomi" for row in range(rows)],
        "Lisätty": [f"{row % 28 + 1}.{row % 12 + 1}.{2008 + row % 17}" for row in range(rows)],
        "Huomautus": [f"{NOTES[row % 10]} {row % 5000}" if row % 10 > 5 else NOTES[row % 10] for row in range(rows)],
    }
    width = len(register.columns)
    columns = tuple(Column(width + place, name, chr(65 + width + place), name) for place, name in enumerate(added))
    cells = tuple(map(ColumnCells.of, added.values()))
    return replace(register, columns=(*register.columns, *columns), cells=(*register.cells, *cells))


class Clock:
    """Adds up the processor time of some calls, which other work on the computer does not lengthen."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def time(self, work: Callable[[], object]) -> float:
        began = time.process_time()
        work()
        taken = time.process_time() - began
        self.seconds += taken
        return taken


def parse_phones(register: Register, schema: Schema) -> None:
    """Do with each distinct number what a program without rules of its own would: read it, judge it, write it."""
    for column in schema.columns_of(Meaning.PHONE):
        for text in register.cells_of(column).texts.tolist():
            try:
                number = phonenumbers.parse(text, "FI")
            except phonenumbers.NumberParseException:
                continue
            phonenumbers.is_valid_number(number)
            phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)


def rules_one_by_one(begun: Work) -> None:
    ticker, clock = Ticker(NoProgress(), 0, 1), Clock()
    for rule in ALL_RULES:
        taken = clock.time(lambda rule=rule: apply(rule, begun, ticker))
        print(f"  {taken:7.2f} s  {', '.join(rule.codes)}")
    print(f"  {clock.time(lambda: answer_rows(begun, NoProgress())):7.2f} s  rules on several cells of a row")
    for check in ALL_CHECKS:
        taken = clock.time(
            lambda check=check: [list(observed(check, column, begun, ticker)) for column in begun.columns]
        )
        print(f"  {taken:7.2f} s  {', '.join(check.codes)}")


def with_parsing_timed(work: Callable[[], object]) -> float:
    """Return the processor time phonenumbers itself takes within some work."""
    clock, parse, is_valid = Clock(), phonenumbers.parse, phonenumbers.is_valid_number

    def timed(function: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            began = time.process_time()
            try:
                return function(*arguments)
            finally:
                clock.seconds += time.process_time() - began

        return call

    phonenumbers.parse, phonenumbers.is_valid_number = timed(parse), timed(is_valid)
    work()
    phonenumbers.parse, phonenumbers.is_valid_number = parse, is_valid
    return clock.seconds


def measure(rows: int) -> float:
    """Print the figures of one size and return the processor time of all rules for each thousand rows."""
    register = wide_register(rows)
    settings, schema = Settings(date(2026, 11, 1)), detect(register)
    keys = record_keys(register, schema)
    distinct = sum(len(cells.texts) for cells in register.cells)
    print(f"{rows} rows, {len(register.columns)} columns, {distinct} distinct values; processor time")
    alone = Clock().time(lambda: parse_phones(register, schema))
    rules_one_by_one(begin(register, schema, settings, NoProgress()))
    whole = Clock().time(lambda: inspect(register, schema, keys, settings))
    own = with_parsing_timed(lambda: inspect(register, schema, keys, settings))
    print(f"all rules, checks and fixes {whole:.2f} s; phonenumbers alone {alone:.2f} s; {whole / alone:.2f} times")
    print(f"of it phonenumbers' own parsing {own:.2f} s, {own / whole:.1%}")
    return whole / rows * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int, nargs="*", default=SIZES)
    taken = {rows: measure(rows) for rows in parser.parse_args().rows}
    print("; ".join(f"{rows} rows: {1000 * thousand:.1f} ms a thousand" for rows, thousand in taken.items()))


if __name__ == "__main__":
    main()
