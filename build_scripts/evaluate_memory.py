"""Measures what is remembered of the decisions when the register comes back next month, against known truth.

    evaluate_memory.py [REGISTER ...] [--months 2]

For each register (the sample if none is named) the fixes, merges and verdicts are decided, the next export is made by a
script (5 % changed, 3 % new, 2 % gone, shuffled, columns in another order, a header renamed), and the decisions are
carried over. Prints one JSON line a month: how many items should hold and do, how many were attached to a wrong row.
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
from tikissa.analysis.analyse import analyse
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
from tikissa.review.queue import Queue
from tikissa.review.recognise import ACTIVITY, Visit

SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "demo" / "asiakasrekisteri.xlsx"
TODAY = date(2026, 11, 1)


@dataclass(frozen=True, slots=True)
class Truth:
    """`now` leads from an old row to its new one; `changed` are old rows of which a describing column changed."""

    now: Mapping[int, int]
    changed: frozenset[int]


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


def expected(item: Item, rows: tuple[int, ...], truth: Truth, old: Register, new: Register) -> bool:
    """Tell whether an item should hold: its rows are there and what it is about is as it was."""
    if not all(row in truth.now for row in rows):
        return False
    if isinstance(item, FixItem):
        record, now = old.record_at(rows[0]), new.record_at(truth.now[rows[0]])
        known = [change for change in item.changes if new.has_column(change.column)]
        return all(new.text(now, change.column) == old.text(record, change.column) for change in known)
    return not truth.changed & set(rows)


def measure(old: Analysis, log: DecisionLog, new: Analysis, carried: CarriedOver, truth: Truth) -> dict[str, object]:
    """Compare what was carried over with what should have been, item by item."""
    found = Counter((type(item), _rows(item, new)) for _, item in _items(carried.log))
    should, hold = 0, 0
    for _, item in _items(log):
        rows = _rows(item, old)
        if rows and expected(item, rows, truth, old.register, new.register):
            should += 1
            there = (type(item), tuple(sorted(truth.now[row] for row in rows)))
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


def _truth(facts: Mapping[str, Any], new: Analysis) -> Truth:
    same = {int(row): before for row, before in facts["same"].items()}
    now = {before: row for row, before in same.items()}
    activity = {entry.column for entry in new.schema.columns if entry.meaning in ACTIVITY}
    touched = facts["changed"]
    changed = frozenset(
        same[int(row)] for row, columns in touched.items() if set(columns) - activity and int(row) in same
    )
    return Truth(now, changed)


def _visit(analysis: Analysis) -> Visit:
    return Visit(analysis.register, analysis.keys, analysis.schema)


def evaluate(register: Path, months: int) -> Iterator[dict[str, object]]:
    settings = Settings(TODAY)
    with TemporaryDirectory() as folder:
        path, log = register, DecisionLog()
        old = analyse(read(path), settings)
        for month in range(1, months + 1):
            log = decide_all(old, log)
            following = Path(folder) / f"month{month}{register.suffix}"
            facts = make(path, following, seed=month)
            new = analyse(read(following), settings)
            carried = carry_over(_visit(old), log, _visit(new))
            yield {"register": register.name, "month": month} | measure(old, log, new, carried, _truth(facts, new))
            path, old, log = following, new, carried.log


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("registers", nargs="*", type=Path, default=[SAMPLE])
    parser.add_argument("--months", type=int, default=2)
    wanted = parser.parse_args()
    for register in wanted.registers:
        for line in evaluate(register, wanted.months):
            print(json.dumps(line))


if __name__ == "__main__":
    main()
