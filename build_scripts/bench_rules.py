"""Prints what each rule and check costs on a large register, beside what phonenumbers alone needs for its numbers."""

import argparse
import time
from collections.abc import Callable
from datetime import date

import phonenumbers

from make_large_register import large_register
from tikissa.analysis.record_keys import record_keys
from tikissa.model.analysis import Settings
from tikissa.model.progress import NoProgress
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.rules import ALL_CHECKS, ALL_RULES
from tikissa.rules.inspect import inspect, observed
from tikissa.rules.work import Ticker, Work, apply, begin
from tikissa.schema.detect import detect


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


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
    ticker = Ticker(NoProgress(), 0, 1)
    for rule in ALL_RULES:
        taken = seconds(lambda rule=rule: apply(rule, begun, ticker))
        print(f"  {taken:7.2f} s  {', '.join(rule.codes)}")
    for check in ALL_CHECKS:
        taken = seconds(lambda check=check: [list(observed(check, column, begun, ticker)) for column in begun.columns])
        print(f"  {taken:7.2f} s  {', '.join(check.codes)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int, nargs="?", default=100_000)
    register = large_register(parser.parse_args().rows)
    settings, schema = Settings(date(2026, 11, 1)), detect(register)
    keys = record_keys(register, schema)
    distinct = sum(len(cells.texts) for cells in register.cells)
    print(f"{len(register)} rows, {len(register.columns)} columns, {distinct} distinct values")
    alone = seconds(lambda: parse_phones(register, schema))
    rules_one_by_one(begin(register, schema, settings))
    whole = seconds(lambda: inspect(register, schema, keys, settings))
    print(f"all rules, checks and fixes {whole:.2f} s; phonenumbers alone {alone:.2f} s; {whole / alone:.2f} times")


if __name__ == "__main__":
    main()
