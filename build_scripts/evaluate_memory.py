"""Measures what is remembered of the decisions when the register comes back next month, against known truth.

    evaluate_memory.py [REGISTER ...] [--generated 9] [--months 3]

For each register (the sample if none is named), and so many made from seeds, the fixes, merges and verdicts are
decided, the next export is made by a script (5 % changed, 3 % new, 2 % gone, shuffled, columns in another order, a
header renamed), and the decisions are carried over. Prints one JSON line a month: how many items should hold and do,
how many were attached to a wrong row, and what is asked of rows that neither changed nor came, nor are beside one of
those in a group.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from make_next_export import make
from registers.large import COMPANY_SHARES, invent_large
from registers.large_files import table, write_csv, write_xlsx
from tikissa.analysis.analyse import analyse
from tikissa.analysis.record_keys import record_keys
from tikissa.files.reader import read
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.decision import (
    DecisionLog,
    FixItem,
    Item,
    Judgement,
    MergeItem,
    RetireAction,
    RetireItem,
    Sameness,
)
from tikissa.model.record import RecordKey
from tikissa.model.register import Register
from tikissa.review.carry_over import CarriedOver, carry_over
from tikissa.review.decisions import Decider
from tikissa.review.derive import derive
from tikissa.review.log_state import judgements, settings
from tikissa.review.queue import Queue
from tikissa.review.same_records import ACTIVITY, Visit
from tikissa.review.styles import accepted_styles
from tikissa.schema.detect import detect

SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "demo" / "asiakasrekisteri.xlsx"
TODAY = date(2026, 11, 1)


@dataclass(frozen=True, slots=True)
class Truth:
    """`now` leads from an old row to its new one; `changed` are old rows of which a describing column changed,
    `touched` those of which any did; `renamed` leads from the header of a column to its new one."""

    now: Mapping[int, int]
    changed: frozenset[int]
    touched: frozenset[int]
    renamed: Mapping[str, str]


def decide_all(analysis: Analysis, log: DecisionLog) -> DecisionLog:
    """Decide on everything still open: fixes by kind, safe merges, every other group apart, the stale rows in turns."""
    decider = Decider(datetime.now(UTC), "user")
    work = Queue(analysis).open_work(log)
    for group in work.fix_groups:
        log = log.append(decider.fixes(analysis.keys, group.fixes))
    if work.safe_merges:
        log = log.append(decider.merges(analysis, work.safe_merges))
    for merge in work.merges:
        if not merge.safe:
            log = log.append(decider.judged(analysis.keys, merge.records, Sameness.DIFFERENT))
    for place, retire in enumerate(work.retires):
        action = (RetireAction.UP_TO_DATE, RetireAction.ARCHIVE, RetireAction.ASK)[place % 3]
        log = log.append(decider.retires(analysis.keys, [retire], action))
    return log


def keys_of(item: Item) -> tuple[RecordKey, ...]:
    match item:
        case FixItem() | RetireItem():
            return (item.record,)
        case MergeItem():
            return item.records
        case Judgement():
            return (item.first, item.second)
    return ()


def expected(item: Item, rows: tuple[int, ...], truth: Truth, old: Register, new: Register) -> tuple[int, ...] | None:
    """Return the rows an item should hold for, None where for none: what it is about is there and as it was.

    Of a merge those rows should stay merged that are as they were, where there are two.
    """
    if isinstance(item, MergeItem):
        same = tuple(row for row in rows if row in truth.now and row not in truth.changed)
        return same if len(same) > 1 else None
    if not all(row in truth.now for row in rows):
        return None
    if isinstance(item, FixItem):
        record, now = old.record_at(rows[0]), new.record_at(truth.now[rows[0]])
        columns = [(change.column, truth.renamed.get(change.column, change.column)) for change in item.changes]
        is_same = all(new.text(now, after) == old.text(record, before) for before, after in columns)
        return rows if is_same else None
    return None if truth.changed & set(rows) else rows


def measure(old: Analysis, log: DecisionLog, new: Analysis, carried: CarriedOver, truth: Truth) -> dict[str, object]:
    """Compare what was carried over with what should have been, item by item."""
    found = Counter((type(item), _rows(item, new)) for _, item in _items(carried.log))
    should, hold = 0, 0
    for _, item in _items(log):
        rows = _rows(item, old)
        holding = expected(item, rows, truth, old.register, new.register) if rows else None
        if holding is not None:
            should += 1
            there = (type(item), tuple(sorted(truth.now[row] for row in holding)))
            hold += found[there] > 0
            found[there] -= 1
    wrong = sum(
        count for (kind, rows), count in found.items() if rows and count > 0 and not _is_known(kind, rows, truth)
    )
    recognised = carried.recognition.records
    right = sum(truth.now.get(old.register.row(before)) == new.register.row(now) for before, now in recognised.items())
    return {
        "rows": len(new.register),
        "items": should,
        "held": round(hold / should, 4) if should else 1.0,
        "attached_wrongly": wrong,
        "rows_recognised_right": round(right / len(truth.now), 4),
        "rows_recognised_wrongly": len(recognised) - right,
        "asked_again": len(carried.dropped),
        "new": len(carried.recognition.new),
        "gone": len(carried.recognition.gone),
    }


def _is_known(kind: type[Item], rows: tuple[int, ...], truth: Truth) -> bool:
    """A fix of a row that changed elsewhere may hold as well: it is counted wrong only where its row is another's."""
    known = set(truth.now.values())
    return kind is FixItem and all(row in known for row in rows)


def _items(log: DecisionLog) -> Iterator[tuple[int, Item]]:
    return ((number, item) for number, decision in log.in_force for item in decision.items)


def _rows(item: Item, analysis: Analysis) -> tuple[int, ...]:
    records = [analysis.keys.record(key) for key in keys_of(item)]
    return tuple(sorted(analysis.register.row(record) for record in records if record is not None))


def asked(new: Analysis, log: DecisionLog, truth: Truth) -> dict[str, int]:
    """Count what is asked, and what of it is about no row that changed or came, nor one in a group with such a row."""
    work = Queue(new).open_work(log, derive(new.register, new.keys, log).leaving)
    rows = new.register.row
    untouched = {now for before, now in truth.now.items() if before not in truth.touched}
    grouped = {row for merge in new.merges if (of := {rows(each) for each in merge.records}) - untouched for row in of}
    fixes = [rows(fix.record) for group in work.fix_groups for fix in group.fixes]
    retires = [rows(retire.record) for retire in work.retires]
    merges = [{rows(record) for record in merge.records} for merge in work.merges]
    return {
        "asked": len(fixes) + len(retires) + len(merges),
        "asked_untouched_fixes": sum(row in untouched for row in fixes),
        "asked_untouched_stale": sum(row in untouched - grouped for row in retires),
        "asked_untouched_groups": sum(group <= untouched for group in merges),
    }


def _truth(facts: Mapping[str, Any], new: Analysis) -> Truth:
    same = {int(row): before for row, before in facts["same"].items()}
    now = {before: row for row, before in same.items()}
    activity = {entry.column for entry in new.schema.columns if entry.meaning in ACTIVITY}
    activity |= {before for before, after in facts["renamed"].items() if after in activity}
    touched = facts["changed"]
    rows = {same[int(row)]: set(columns) for row, columns in touched.items() if int(row) in same}
    changed = frozenset(row for row, columns in rows.items() if columns - activity)
    return Truth(now, changed, frozenset(rows), facts["renamed"])


def _visit(register: Register) -> Visit:
    schema = detect(register)
    return Visit(register, record_keys(register, schema), schema)


def _settings(register: Register, log: DecisionLog) -> Settings:
    """Return what a session would have the register looked through with: styles that were accepted hold."""
    phones, days = accepted_styles(settings(log), (column.name for column in register.columns))
    return Settings(TODAY, phone_style=phones, date_styles=days)


def evaluate(register: Path, months: int) -> Iterator[dict[str, object]]:
    with TemporaryDirectory() as folder:
        path, log = register, DecisionLog()
        old = analyse(read(path), Settings(TODAY))
        for month in range(1, months + 1):
            log = decide_all(old, log)
            following = Path(folder) / f"month{month}{register.suffix}"
            facts = make(path, following, seed=month)
            rows = read(following)
            carried = carry_over(_visit(old.register), log, _visit(rows))
            new = analyse(rows, _settings(rows, carried.log), judgements(carried.log))
            truth = _truth(facts, new)
            figures = measure(old, log, new, carried, truth) | asked(new, carried.log, truth)
            yield {"register": register.name, "month": month} | figures
            path, old, log = following, new, carried.log


def generated(count: int, folder: Path) -> Iterator[Path]:
    """Make registers of persons, of companies and of both, each from a seed of its own."""
    kinds = sorted(COMPANY_SHARES)
    for seed in range(count):
        kind = kinds[seed % len(kinds)]
        path = folder / f"{kind}-{seed}{('.xlsx', '.csv')[seed % 2]}"
        made = table(invent_large(1300, kind, 1000 + seed, 0.15), kind)
        (write_xlsx if path.suffix == ".xlsx" else write_csv)(path, made)
        yield path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("registers", nargs="*", type=Path, default=[SAMPLE])
    parser.add_argument("--generated", type=int, default=0, help="how many registers to make beside those named")
    parser.add_argument("--months", type=int, default=3)
    wanted = parser.parse_args()
    with TemporaryDirectory() as folder:
        for register in (*wanted.registers, *generated(wanted.generated, Path(folder))):
            for line in evaluate(register, wanted.months):
                print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
