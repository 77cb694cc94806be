"""Small registers and analyses for tests, built from only what matters to the test."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np

from tikissa.model.analysis import Analysis, RecordKeys, Settings
from tikissa.model.decision import Decision, DecisionLog
from tikissa.model.finding import Reason
from tikissa.model.golden_record import GoldenRecord, SurvivingValue
from tikissa.model.matching import CandidatePair, Cluster, MatchWeight
from tikissa.model.proposal import AddRow, CellChange, Fix, Merge, Retire, add_row_id, fix_id, proposal_id
from tikissa.model.record import RecordId, RecordKey
from tikissa.model.register import Column, ColumnCells, FileFormat, Provenance, Register, Source
from tikissa.model.register_profile import Profile
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.review.decisions import Decider

TODAY = date(2026, 11, 1)
NOW = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
DECIDER = Decider(NOW, "user")


def register(columns: Mapping[str, Sequence[str]], first_row: int = 2, path: Path = Path("asiakkaat.csv")) -> Register:
    """Build a register from its columns; rows are numbered from `first_row`."""
    rows = len(next(iter(columns.values())))
    named = tuple(Column(place, name, chr(ord("A") + place), name) for place, name in enumerate(columns))
    cells = tuple(ColumnCells.of(values) for values in columns.values())
    source = Source(path, "0" * 64, FileFormat.CSV, path.stem, first_row - 1, "utf-8", ";")
    return Register(source, named, cells, np.arange(first_row, first_row + rows, dtype=np.int32))


def keys(rows: int) -> RecordKeys:
    return RecordKeys(tuple(map(key, range(rows))))


def key(record: int) -> RecordKey:
    return RecordKey(f"n:{1000 + record}")


def fix(record: int, column: str, before: str, after: str, code: str = "text.blanks", safe: bool = True) -> Fix:
    changes = (CellChange(column, before, after),)
    return Fix(fix_id(key(record), changes, code), RecordId(record), changes, Reason(code), 0.95, safe)


def merge(records: Sequence[int], values: Sequence[SurvivingValue] = (), safe: bool = True) -> Merge:
    ids = tuple(map(RecordId, records))
    evidence = (MatchWeight("phone", "exact", 9.0),)
    pairs = tuple(CandidatePair(ids[0], other, 0.99, evidence) for other in ids[1:])
    cluster = Cluster(ids, 0.99, safe, pairs, evidence, pairs[0])
    names = [key(record) for record in records]
    return Merge(proposal_id("merge", *sorted(names)), cluster, GoldenRecord(ids[0], tuple(values)))


def surviving(column: str, value: str, source: int | None, code: str = "survivorship.newest") -> SurvivingValue:
    return SurvivingValue(column, value, None if source is None else RecordId(source), Reason(code))


def retire(record: int, code: str = "contact.old") -> Retire:
    retired = key(record)
    return Retire(proposal_id("retire", retired, code), RecordId(record), (Reason(code),), 0.6)


def added_row(row: int, texts: Mapping[str, str], file: str = "messut.csv") -> AddRow:
    source = Provenance(file, "messut", row)
    return AddRow(add_row_id(source, texts), source, texts, Reason("gate.new"))


def analysis(
    built: Register,
    fixes: Sequence[Fix] = (),
    merges: Sequence[Merge] = (),
    retires: Sequence[Retire] = (),
    meanings: Mapping[str, Meaning] | None = None,
) -> Analysis:
    known = meanings or {}
    schema = Schema(tuple(ColumnMeaning(column.name, known.get(column.name), 1.0, True) for column in built.columns))
    return Analysis(
        built,
        keys(len(built)),
        Settings(TODAY),
        schema,
        tuple(fixes),
        tuple(merges),
        (),
        tuple(retires),
        (),
        Profile(),
        {},
    )


def log(*decisions: Decision) -> DecisionLog:
    return DecisionLog(decisions)
