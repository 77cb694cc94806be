"""Measures matching on one register with known truth: how right, how safe, how fast, how much memory."""

import json
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

from evaluation.ablation import without
from evaluation.trades import invent_trade
from registers.large_files import Table, as_register
from registers.large_people import texts
from tikissa.analysis.fixed_register import fixed_register
from tikissa.analysis.record_keys import record_keys
from tikissa.files.reader import read
from tikissa.matching.match import Matching, match
from tikissa.model.analysis import RecordKeys, Settings
from tikissa.model.record import RecordId, RecordKey
from tikissa.model.register import Register
from tikissa.model.schema import Schema
from tikissa.rules.inspect import propose_fixes
from tikissa.schema.detect import detect

TODAY = date(2026, 11, 1)
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Measured:
    """Pairwise figures of the clusters; those of `nearly` are of what is safe or nearly sure.

    `seconds` are those of matching alone, `megabytes` the process's peak by then.
    `cpu_seconds` are of all cores together: on a busy machine they say more.
    """

    name: str
    rows: int
    true_pairs: int
    precision: float
    recall: float
    f1: float
    safe_pairs: int
    safe_wrong: int
    safe_precision: float
    safe_recall: float
    nearly_wrong: int
    nearly_precision: float
    nearly_recall: float
    related_called_safe: int
    seconds: float
    cpu_seconds: float
    megabytes: int

    def line(self) -> str:
        return json.dumps(asdict(self))


def measure_file(folder: Path, left_out: str = "") -> Measured:
    """Measure a folder of `register.*` and `truth.json`, fixes applied first as the program does.

    `left_out`: a part of matching to do without, one of `ablation.PARTS`.
    """
    known = (folder / "truth.json").read_text(encoding="utf-8")
    fixed, schema, keys = _prepared(folder)
    with without(left_out) if left_out else nullcontext():
        return measure(folder.name, fixed, schema, keys, known)


def _prepared(folder: Path) -> tuple[Register, Schema, RecordKeys]:
    register = read(next(folder.glob("register.*")))
    schema = detect(register)
    keys = record_keys(register, schema)
    return fixed_register(register, propose_fixes(register, schema, keys, Settings(TODAY))), schema, keys


def f1_of_peer(folder: Path) -> dict[str, float]:
    """Return Splink's pairwise F1 on a folder's register by threshold."""
    from evaluation.splink_beside import linked

    known = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    register, schema, _ = _prepared(folder)
    ignored = _pairs_in(known, "ignore")
    real = _true_pairs(known) - ignored
    found = {threshold: said - ignored for threshold, said in linked(register, schema).items()}
    return {
        str(threshold): _f1(_ratio(len(said & real), len(said)), _ratio(len(said & real), len(real)))
        for threshold, said in found.items()
    }


def measure_trade(name: str, customers: int, seed: int) -> Measured:
    """Measure a made register of one trade, one of `trades.TRADES`."""
    columns, customer = invent_trade(name, customers, seed)
    headers = tuple(columns)
    register = as_register(Table(headers, tuple(texts(columns[header]) for header in headers), {}))
    known = {"cluster": {str(register.row(RecordId(place))): entity for place, entity in customer.items()}}
    return measure(name, register, detect(register), plain_keys(len(register)), json.dumps(known))


def measure(name: str, register: Register, schema: Schema, keys: RecordKeys, known: str) -> Measured:
    """Measure the matching of a register; `known`, the truth as JSON, is not unpacked before memory was measured."""
    began, worked = time.perf_counter(), time.process_time()
    found = match(register, schema, keys)
    cost = Cost(time.perf_counter() - began, time.process_time() - worked, peak_megabytes())
    return figures(name, register, found, json.loads(known), cost)


@dataclass(frozen=True, slots=True)
class Cost:
    seconds: float
    cpu_seconds: float
    megabytes: int


def plain_keys(rows: int) -> RecordKeys:
    return RecordKeys(tuple(RecordKey(str(row)) for row in range(rows)))


def figures(name: str, register: Register, found: Matching, known: Mapping[str, object], cost: Cost) -> Measured:
    ignored, related = _pairs_in(known, "ignore"), _pairs_in(known, "related")
    real = _true_pairs(known) - ignored
    said = pairs_of(_rows(register, cluster.records) for cluster in found.clusters)
    safe = pairs_of(_rows(register, cluster.records) for cluster in found.clusters if cluster.safe)
    likely = pairs_of(
        _rows(register, cluster.records) for cluster in found.clusters if cluster.safe or cluster.nearly_sure
    )
    precision, recall = _ratio(len(said & real), len(said - ignored)), _ratio(len(said & real), len(real))
    return Measured(
        name, len(register), len(real), precision, recall, _f1(precision, recall),
        len(safe - ignored), len(safe - ignored - real),
        _ratio(len(safe & real), len(safe - ignored)), _ratio(len(safe & real), len(real)),
        len(likely - ignored - real), _ratio(len(likely & real), len(likely - ignored)),
        _ratio(len(likely & real), len(real)), len(safe & related),
        round(cost.seconds, 2), round(cost.cpu_seconds, 2), cost.megabytes,
    )  # fmt: skip


def _rows(register: Register, records: Sequence[int]) -> list[int]:
    return [register.row(record) for record in records]


def pairs_of(groups: Iterable[Sequence[int]]) -> set[Pair]:
    return {(a, b) for rows in groups for a, b in combinations(sorted(rows), 2)}


def _true_pairs(known: Mapping[str, object]) -> set[Pair]:
    members: dict[int, list[int]] = defaultdict(list)
    cluster = known["cluster"]
    assert isinstance(cluster, dict)
    for row, entity in cluster.items():
        members[entity].append(int(row))
    return pairs_of(members.values())


def _pairs_in(known: Mapping[str, object], name: str) -> set[Pair]:
    pairs = known.get(name, [])
    assert isinstance(pairs, list)
    return {(min(pair), max(pair)) for pair in pairs}


def _ratio(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 1.0


def _f1(precision: float, recall: float) -> float:
    return round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0


def peak_megabytes() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1024 * 1024 if sys.platform == "darwin" else 1024)
