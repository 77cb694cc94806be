"""Measures the check of new rows: registers with known truth are split in two and one part checked.

`python build_scripts/evaluate_gate.py REGISTER_FOLDER … [--seeds N] [--wrong]` prints, for each register with its
`truth.json`, how many verdicts are right and how many customers' rows are found. A customer who stands on several rows
has one of them in the new file; so have as many strangers, some of them of companies the register has.
"""

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np

from tikissa.analysis.gate import Gate, gate
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.analysis.linkage import looked_through
from tikissa.files.reader import read
from tikissa.model.analysis import Settings
from tikissa.model.register import ColumnCells, Register

STRANGERS = 400
THERE = frozenset((GateVerdict.ALREADY_THERE, GateVerdict.CHANGED))


@dataclass(frozen=True)
class Split:
    """Two parts of one register. `expected` are, for each row of the new part, the rows of the register that are the
    same customer, and those that are of the same company; `faulty` rows have an error to be mended first."""

    known: Register
    new: Register
    expected: Mapping[int, tuple[frozenset[int], frozenset[int]]]
    faulty: frozenset[int]


def split(register: Register, truth: Mapping[str, object], seed: int) -> Split:
    chance = random.Random(seed)
    clusters: dict[int, list[int]] = defaultdict(list)
    for row, cluster in dict(truth["cluster"]).items():  # type: ignore[call-overload]
        clusters[cluster].append(int(row))
    mates = defaultdict(set)
    for first, second in truth["ignore"]:  # type: ignore[attr-defined]
        mates[first].add(second)
        mates[second].add(first)
    alone = sorted(cluster for cluster, rows in clusters.items() if len(rows) == 1)
    strangers = {clusters[cluster][0] for cluster in chance.sample(alone, min(STRANGERS, len(alone) // 2))}
    doubled = [rows for rows in clusters.values() if len(rows) > 1]
    new = strangers | {chance.choice(sorted(rows)) for rows in doubled}
    of_row = {row: cluster for cluster, rows in clusters.items() for row in rows}
    expected = {}
    for row in new:
        same = frozenset(clusters[of_row[row]]) - new
        company = {each for mate in _mates(row, of_row, clusters, mates) for each in clusters[mate]}
        expected[row] = same, frozenset(company) - new
    faulty = frozenset(row for row, *_ in truth["errors"])  # type: ignore[attr-defined]
    return Split(part(register, lambda row: row not in new), part(register, new.__contains__), expected, faulty)


def _mates(
    row: int, of_row: Mapping[int, int], clusters: Mapping[int, Sequence[int]], mates: Mapping[int, set[int]]
) -> Iterator[int]:
    """Yield the clusters of rows that are of the same company as this customer."""
    for own in clusters[of_row[row]]:
        for mate in mates.get(own, ()):
            yield of_row.get(mate, mate)


def part(register: Register, belongs: object) -> Register:
    """Return a register with the rows for which the claim holds, under their own row numbers."""
    kept = np.array([record for record in range(len(register)) if belongs(register.row(record))], int)  # type: ignore[operator]
    cells = tuple(ColumnCells(cells.codes[kept], cells.texts, cells.raws) for cells in register.cells)
    return replace(register, cells=cells, row_numbers=register.row_numbers[kept])


def judged(found: Gate, parts: Split) -> Iterator[tuple[str, str, bool, bool, int]]:
    """Yield what each new row is, the verdict, whether it is right, whether its row was found, and its number."""
    for row in found.rows:
        number = found.new.row(row.record)
        same, company = parts.expected[number]
        kind = "customer" if same else "company" if company else "stranger"
        known = found.against.row(row.known) if row.known is not None else None
        verdicts = THERE if same else {GateVerdict.KNOWN_COMPANY} if company else {GateVerdict.NEW}
        mended = row.verdict is GateVerdict.NEEDS_FIXING and number in parts.faulty
        yield kind, str(row.verdict), row.verdict in verdicts or mended, known in same if same else True, number


def measured(folder: Path, seed: int, show: bool) -> tuple[Counter[str], Counter[str]]:
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    register = read(folder / truth["path"])
    parts = split(register, truth, seed)
    settings = Settings(today=date.fromisoformat(truth["today"]))
    found = gate(parts.new, looked_through(parts.known, settings), settings)
    counts, verdicts = Counter[str](), Counter[str]()
    for (kind, verdict, right, row_found, number), row in zip(judged(found, parts), found.rows, strict=True):
        counts.update([f"{kind}", *([f"{kind} right"] if right else []), *([f"{kind} found"] if row_found else [])])
        verdicts[f"{kind} {verdict}"] += 1
        if show and not right:
            reasons = [reason.code for reason in row.reasons]
            known = None if row.known is None else found.against.row(row.known)
            print(f"  {number} {kind} {verdict} {reasons} register row {known}")
    return counts, verdicts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    for folder in options.folders:
        for seed in range(options.seeds):
            counts, verdicts = measured(folder, seed, options.wrong)
            kinds = ("customer", "company", "stranger")
            rows, right = sum(counts[kind] for kind in kinds), sum(counts[f"{kind} right"] for kind in kinds)
            told = ", ".join(f"{kind} {counts[f'{kind} right']} of {counts[kind]}" for kind in kinds)
            found = f"register rows found {counts['customer found']} of {counts['customer']}"
            print(f"{folder.name} {seed}: right {right / rows:.4f} ({told}); {found}")
            print("   ", ", ".join(f"{name} {count}" for name, count in sorted(verdicts.items())))


if __name__ == "__main__":
    main()
