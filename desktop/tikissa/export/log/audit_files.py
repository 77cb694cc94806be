"""Writes the change log in its three forms and reads any of them back."""

import csv
import json
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import IO

import python_calamine

from tikissa.export.log.audit_line import FIELDS, AuditLine
from tikissa.export.log.audit_log import AuditLog
from tikissa.export.log.audit_workbook import CUT_MARK, write_audit_workbook
from tikissa.export.target import BUFFER
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress, Progress, Tick, nothing, ticking
from tikissa.text.formula_texts import as_it_was, shown_as_text

SUFFIXES = (".xlsx", ".csv", ".jsonl")

_ENCODING = "utf-8-sig"
_LONE_SURROGATES = "surrogatepass"
"""Half characters stand in cells of damaged files, and in the names of files that are not UTF-8."""

_BATCH = 500
"""Rows taken from a workbook at once: each lets go of Python for a moment too short for another thread to take it, so
that the window gets its turn only where something else is done for a while."""


def audit_log_files(path: Path) -> tuple[Path, ...]:
    """Return the names of the log's three forms, the one that was asked for first."""
    first = path.suffix.lower() if path.suffix.lower() in SUFFIXES else ".xlsx"
    stem = path.with_suffix("") if path.suffix.lower() in SUFFIXES else path
    others = [stem.with_name(stem.name + suffix) for suffix in SUFFIXES if suffix != first]
    return (path if path.suffix.lower() in SUFFIXES else stem.with_name(stem.name + first), *others)


def write_form(log: AuditLog, suffix: str, target: IO[bytes], progress: Progress = NoProgress()) -> None:
    """Write one form of the log, `.xlsx`, `.csv` or `.jsonl`."""
    _WRITERS[suffix](log, target, progress)


def read_audit_log(path: Path, whole: Path | None = None, tick: Tick = nothing) -> AuditLog:
    """Read a change log in any of its forms. Raises FileProblem for another file.

    `whole` is the form in JSON lines, which holds what is too long for a cell of a workbook; by default the one beside.
    """
    try:
        return AuditLog(tuple(_read(path, whole or path.with_suffix(".jsonl"), tick)))
    except FileNotFoundError:
        raise FileProblem("file.missing", path.name) from None
    except OSError as error:
        raise FileProblem("file.unreadable", path.name, str(error.strerror)) from None
    except (ValueError, KeyError, TypeError, csv.Error, python_calamine.CalamineError):
        raise FileProblem("audit.not_a_log", path.name) from None


def _read(path: Path, whole: Path, tick: Tick) -> Iterable[AuditLine]:
    with path.open("rb") as stream:
        start = stream.read(4)
    if start.startswith(b"PK"):
        return _from_workbook(path, whole, tick)
    return _from_json_lines(path, tick) if start.startswith(b"{") else _from_csv(path, tick)


def _from_json_lines(path: Path, tick: Tick) -> list[AuditLine]:
    with path.open(encoding="utf-8", errors=_LONE_SURROGATES, newline="\n", buffering=BUFFER) as stream:
        return [AuditLine(**json.loads(line)) for line in ticking(stream, tick, _BATCH) if line.strip()]


def _from_csv(path: Path, tick: Tick) -> list[AuditLine]:
    csv.field_size_limit(1 << 30)
    with path.open(encoding=_ENCODING, errors=_LONE_SURROGATES, newline="", buffering=BUFFER) as stream:
        rows = csv.reader(stream, delimiter=";")
        return _lines(([*map(as_it_was, row)] for row in rows), tick)


def _from_workbook(path: Path, whole: Path, tick: Tick) -> list[AuditLine]:
    with path.open("rb") as stream:
        workbook = python_calamine.CalamineWorkbook.from_filelike(stream)
    rows: list[list[str]] = []
    for name in workbook.sheet_names[1:]:
        found = islice(workbook.get_sheet_by_name(name).iter_rows(), 1 if rows else 0, None)
        rows += [[_text(cell) for cell in row] for row in ticking(found, tick, _BATCH)]
    if any(cell.endswith(CUT_MARK) for row in rows for cell in row) and whole.is_file():
        return _from_json_lines(whole, tick)
    return _lines(rows, tick)


def _lines(rows: Iterable[list[str]], tick: Tick) -> list[AuditLine]:
    """Turn rows into lines; the first row are headings in some language, their order is always the same.

    Row by row, so that the window gets its turn.
    """
    return [AuditLine(*row[: len(FIELDS)]) for row in islice(ticking(rows, tick, _BATCH), 1, None)]


def _text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) else str(cell)


def _write_json_lines(log: AuditLog, target: IO[bytes], _: Progress) -> None:
    for line in log.lines:
        fields = dict(zip(FIELDS, line.values, strict=True))
        target.write(json.dumps(fields, ensure_ascii=False).encode("utf-8", _LONE_SURROGATES) + b"\n")


def _write_csv(log: AuditLog, target: IO[bytes], _: Progress) -> None:
    writer = csv.writer(_Encoded(target), delimiter=";", lineterminator="\r\n")
    target.write(b"\xef\xbb\xbf")
    writer.writerow(FIELDS)
    writer.writerows(map(shown_as_text, line.values) for line in log.lines)


class _Encoded:
    """Lets the csv module write text into a file of bytes."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target = target

    def write(self, text: str) -> int:
        return self._target.write(text.encode("utf-8", _LONE_SURROGATES))


_WRITERS: dict[str, Callable[[AuditLog, IO[bytes], Progress], None]] = {
    ".xlsx": write_audit_workbook,
    ".csv": _write_csv,
    ".jsonl": _write_json_lines,
}
