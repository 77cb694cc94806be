"""Takes a DataFrame for a register: every cell as the text a person would see, nothing guessed, nothing changed."""

from collections.abc import Sequence
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

import numpy as np
import pandas as pd

from tikissa.files.letters import column_letter
from tikissa.model.register import (
    Column,
    ColumnCells,
    FileFormat,
    RawValue,
    Register,
    Source,
    no_raws,
    object_array,
)
from tikissa.text.date_styles import FINNISH, write_day

_FIRST_ROW = 2


def register_of(frame: pd.DataFrame, name: str = "frame") -> Register:
    """Return a frame as a register; record N is the frame's row N, whatever its index.

    Texts stay as they are; a missing value (None, NaN, NaT, pd.NA) is "", a whole float loses its ".0" (pandas makes
    floats of numbers beside missing ones), a day is written 3.2.2009. Columns with the same name, or none, go by their
    letter. Raises TypeError for what is no DataFrame, ValueError for one without columns.
    """
    if not isinstance(frame, pd.DataFrame):
        raise TypeError(f"a pandas DataFrame is wanted, not {type(frame).__name__}")
    if not len(frame.columns):
        raise ValueError("the frame has no columns")
    columns = _columns([str(label) for label in frame.columns])
    cells = tuple(_cells(frame.iloc[:, place]) for place in range(len(columns)))
    digest = sha256()
    for column, contents in zip(columns, cells, strict=True):
        digest.update(repr((column.header, contents.texts.tolist())).encode("utf-8", "surrogatepass"))
        digest.update(contents.codes.tobytes())
    source = Source(Path(name), digest.hexdigest(), FileFormat.CSV, name, _FIRST_ROW - 1)
    return Register(source, columns, cells, np.arange(_FIRST_ROW, _FIRST_ROW + len(frame), dtype=np.int32))


def _columns(headers: Sequence[str]) -> tuple[Column, ...]:
    firsts = {header: place for place, header in reversed([*enumerate(headers)])}
    named = [header if header.strip() and firsts[header] == place else "" for place, header in enumerate(headers)]
    letters = [column_letter(place) for place in range(len(headers))]
    return tuple(
        Column(place, name or letter, letter, header)
        for place, (name, letter, header) in enumerate(zip(named, letters, headers, strict=True))
    )


def _cells(values: "pd.Series[object]") -> ColumnCells:
    codes, kinds = pd.factorize(values, use_na_sentinel=True)
    read = [_content(kind) for kind in [*kinds]]
    codes = np.where(codes < 0, len(read), codes).astype(np.int32)
    texts = [text for text, _ in (*read, ("", None))]
    raws = [raw for _, raw in (*read, ("", None))]
    typed = object_array(raws) if any(raw is not None for raw in raws) else no_raws(len(raws))
    return ColumnCells(codes, object_array(texts), typed)


def _content(value: object) -> tuple[str, RawValue]:
    """Return the text of a cell, and its typed value where that says more."""
    match value:
        case str():
            return value, None
        case bool() | np.bool_():
            return ("TRUE" if value else "FALSE"), bool(value)
        case datetime():
            moment = value.to_pydatetime() if isinstance(value, pd.Timestamp) else value
            plain = moment.replace(tzinfo=None)
            at = f" {plain:%H:%M}" if (plain.hour, plain.minute, plain.second) != (0, 0, 0) else ""
            return write_day(plain.date(), FINNISH) + at, plain if at else plain.date()
        case date():
            return write_day(value, FINNISH), value
        case float() | np.floating() if float(value).is_integer():
            return str(int(value)), None
        case float() | np.floating():
            return repr(float(value)), float(value)
    return str(value), None
