"""Says whose each line of a list is: by customer number, else business id, else e-mail or phone, else name and the
engine that finds duplicates. Keys are joined as DataFrames, each distinct cell once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tikissa.matching.preparing.normalised_identifiers import customer_number_key, email_keys, phone_keys
from tikissa.model.record import RecordId
from tikissa.model.register import ColumnCells, Register
from tikissa.model.schema import Meaning, Schema
from tikissa.text.identifiers import business_id
from tikissa.text.normalise import fold

NOBODY, SEVERAL = -1, -2
"""Stand for a record where a line is nobody's known to the register, or could be several's."""

Keys = Callable[[str], tuple[str, ...]]

_FEWEST_COMPARED = 3
_AGREE = 0.5
_SIGNS = str.maketrans(dict.fromkeys(",.;:/()&'\"’", " "))


@dataclass(frozen=True, slots=True)
class Step:
    """One way to join: its name in the result, the meanings of the columns on both sides, and the keys of a cell."""

    by: str
    meanings: tuple[Meaning, ...]
    keys: Keys


def _number(text: str) -> tuple[str, ...]:
    return (customer_number_key(text),)


def _business(text: str) -> tuple[str, ...]:
    return (business_id(text) or "",)


CUSTOMER_NUMBER = Step("customer_number", (Meaning.CUSTOMER_NUMBER,), _number)
BUSINESS_ID = Step("business_id", (Meaning.BUSINESS_ID, Meaning.VAT_NUMBER), _business)
EMAIL = Step("email", (Meaning.EMAIL,), email_keys)
PHONE = Step("phone", (Meaning.PHONE,), phone_keys)
STEPS = (CUSTOMER_NUMBER, BUSINESS_ID, EMAIL, PHONE)
MATCHING = "matching"
JOINED_BY = (*(step.by for step in STEPS), MATCHING)

_NAMES = (Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.COMPANY)


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """A file with what its columns mean, and the folded name of each record ("" for none), whatever its order."""

    register: Register
    schema: Schema
    names: NDArray[np.object_]

    @classmethod
    def of(cls, register: Register, schema: Schema, without: Sequence[str] = ()) -> "Side":
        """`without` are columns that hold no customer's detail whatever they look like."""
        columns = tuple(entry for entry in schema.columns if entry.column not in without)
        told = Schema(columns)
        return cls(register, told, _names(register, told))

    def columns(self, step: Step) -> tuple[str, ...]:
        return self.schema.columns_of(*step.meanings)


@dataclass(eq=False)
class Joined:
    """`records`: whose each line is, an index into the register, NOBODY or SEVERAL; `by`: by which step, "" for none.
    `other_numbers` says that the list counts its customers in a way of its own."""

    records: NDArray[np.int64]
    by: NDArray[np.object_]
    other_numbers: bool = False

    def take(self, records: NDArray[np.int64], by: str) -> None:
        """Let lines that are nobody's yet be whose this step says."""
        taken = (self.records < 0) & (records >= 0)
        self.records[taken] = records[taken]
        self.by[taken] = by
        self.records[(self.records == NOBODY) & (records == SEVERAL)] = SEVERAL


def joined_by_keys(lines: Side, known: Side, merged: Mapping[str, RecordId]) -> Joined:
    """Return whose each line is by its keys. `merged` leads from numbers merged away to whose they are now."""
    count = len(lines.register)
    joined = Joined(np.full(count, NOBODY, np.int64), np.full(count, "", object))
    for step in STEPS:
        further = {(key, record) for key, record in merged.items()} if step is CUSTOMER_NUMBER else set()
        found = _by_step(lines, known, step, further)
        if step is CUSTOMER_NUMBER and _are_strangers(lines, known, found):
            joined.other_numbers = True
            continue
        joined.take(found, step.by)
    joined.take(_by_name(lines, known), MATCHING)
    return joined


def _by_step(lines: Side, known: Side, step: Step, further: set[tuple[str, RecordId]]) -> NDArray[np.int64]:
    """Return whose each line is by one kind of key: where several have it, the one of the line's name, else nobody."""
    found = np.full(len(lines.register), NOBODY, np.int64)
    if not lines.columns(step):
        return found
    ours = _keys(known, step)
    if further:
        now = pd.DataFrame([*further], columns=["key", "record"])
        ours = pd.concat([now, ours[~ours["key"].isin(now["key"])]])
    for column in lines.columns(step):
        of_column = _of_column(lines, lines.register.cells_of(column), step, known, ours)
        found = np.where(found >= 0, found, of_column)
    return found


def _keys(side: Side, step: Step) -> pd.DataFrame:
    """Return every key of a register with its record: columns `key` (object) and `record` (int64)."""
    parts = [
        _distinct(side.register.cells_of(column), step.keys)
        .merge(pd.DataFrame({"code": side.register.cells_of(column).codes, "record": range(len(side.register))}))
        .loc[:, ["key", "record"]]
        for column in side.columns(step)
    ]
    empty = pd.DataFrame({"key": np.array([], object), "record": np.array([], np.int64)})
    return pd.concat([empty, *parts]).drop_duplicates()


def _distinct(cells: ColumnCells, keys: Keys) -> pd.DataFrame:
    """Return the keys of a column's distinct cells: columns `code` (int32) and `key` (object)."""
    pairs = [(code, key) for code, text in enumerate(cells.texts.tolist()) if text for key in keys(text) if key]
    frame = pd.DataFrame(pairs, columns=["code", "key"])
    return frame.astype({"code": np.int32, "key": object})


def _of_column(lines: Side, cells: ColumnCells, step: Step, known: Side, ours: pd.DataFrame) -> NDArray[np.int64]:
    theirs = _distinct(cells, step.keys).merge(ours, on="key")
    theirs["name"] = known.names[theirs["record"].to_numpy(np.int64)]
    grouped = theirs.groupby("code")
    sole = grouped["record"].first().where((grouped["record"].nunique() == 1) | _is_of_one(grouped, step), SEVERAL)
    of_code = np.full(len(cells.texts), NOBODY, np.int64)
    of_code[sole.index.to_numpy()] = sole.to_numpy(np.int64)
    found = of_code[cells.codes]
    shared = np.flatnonzero(found == SEVERAL)
    if len(shared):
        found[shared] = _named(theirs, cells.codes[shared], lines.names[shared])
    return found


def _is_of_one(grouped: "pd.core.groupby.DataFrameGroupBy", step: Step) -> "pd.Series[bool]":
    """Say which keys that several rows have are one customer's all the same: a number, or one name on all of them."""
    names = grouped["name"].nunique() == 1
    return names | (step is CUSTOMER_NUMBER)


def _named(theirs: pd.DataFrame, codes: NDArray[np.int32], names: NDArray[np.object_]) -> NDArray[np.int64]:
    """Return for lines whose key several customers have the one of the line's own name, SEVERAL where none is."""
    own = theirs[theirs["name"] != ""].drop_duplicates(["code", "name"], keep=False)
    asked = pd.DataFrame({"code": codes, "name": names})
    records = asked.merge(own, on=["code", "name"], how="left")["record"]
    found: NDArray[np.int64] = records.fillna(SEVERAL).to_numpy(np.int64)
    return found


def _by_name(lines: Side, known: Side) -> NDArray[np.int64]:
    """Return whose each line is by the very name, which only one customer of the register may have."""
    ours = pd.DataFrame({"name": known.names, "record": np.arange(len(known.names))})
    ours = ours[ours["name"] != ""]
    alone = ours.drop_duplicates("name", keep=False)
    shared = {*ours.loc[ours.duplicated("name"), "name"]}
    asked = pd.DataFrame({"name": lines.names})
    records = asked.merge(alone, on="name", how="left")["record"].fillna(NOBODY).to_numpy(np.int64)
    several = asked["name"].isin(shared).to_numpy()
    return np.where(several, SEVERAL, records)


def _are_strangers(lines: Side, known: Side, found: NDArray[np.int64]) -> bool:
    """Say whether the list's numbers lead to customers of other names: then they are not the register's numbers."""
    pairs = pd.DataFrame({"theirs": lines.names, "record": found})
    pairs = pairs[(pairs["record"] >= 0) & (pairs["theirs"] != "")].drop_duplicates()
    ours = known.names[pairs["record"].to_numpy(np.int64)]
    compared = [(a, b) for a, b in zip(pairs["theirs"], ours, strict=True) if b]
    agree = sum(bool({*one.split()} & {*other.split()}) for one, other in compared)
    return len(compared) >= _FEWEST_COMPARED and agree < _AGREE * len(compared)


def _names(register: Register, schema: Schema) -> NDArray[np.object_]:
    """Return each record's names as one text of folded words in alphabetical order."""
    columns = [register.cells_of(column) for column in schema.columns_of(*_NAMES)]
    if not columns:
        return np.full(len(register), "", object)
    if len(columns) == 1:
        return np.array([_words((text,)) for text in columns[0].texts.tolist()], object)[columns[0].codes]
    codes = pd.DataFrame({place: cells.codes for place, cells in enumerate(columns)})
    group = codes.groupby(list(codes.columns), sort=False).ngroup().to_numpy()
    _, first = np.unique(group, return_index=True)
    names: NDArray[np.object_] = np.array([_words(each) for each in _rows(columns, first)], object)[group]
    return names


def _rows(columns: Sequence[ColumnCells], records: NDArray[np.int64]) -> Iterator[tuple[str, ...]]:
    return zip(*(cells.texts[cells.codes[records]].tolist() for cells in columns), strict=True)


def _words(texts: Sequence[str]) -> str:
    return " ".join(sorted({*fold(" ".join(texts)).translate(_SIGNS).split()}))
