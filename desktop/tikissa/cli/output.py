"""Writes a result to a file, to something that is not a plain file, or to standard output."""

import json
import os
import sys
from pathlib import Path

from tikissa.model.analysis import JsonValue
from tikissa.model.problems import TargetProblem

STANDARD_OUTPUT = "-"


def is_plain(target: str) -> bool:
    """Say whether a target is or will be an ordinary file, not standard output, a pipe or a terminal."""
    path = Path(target).expanduser()
    return target != STANDARD_OUTPUT and (path.is_file() or not path.exists())


def refuse_source(target: str, source: Path) -> None:
    """Raise TargetProblem where the target is the register itself."""
    path = Path(target).expanduser()
    if target != STANDARD_OUTPUT and path.exists() and source.exists() and path.samefile(source):
        raise TargetProblem("target.is_source", path.name)


def write_json(content: dict[str, JsonValue], target: str) -> None:
    """Write the object on one line. Raises TargetProblem where it cannot be written."""
    write_content(json.dumps(content, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace") + b"\n", target)


def write_content(written: bytes, target: str) -> None:
    """Write these bytes; a plain file appears whole or not at all. Raises TargetProblem where it cannot be written."""
    if target == STANDARD_OUTPUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()
        return
    path = Path(target).expanduser()
    try:
        _write(written, path, is_plain(target))
    except OSError:
        raise TargetProblem("target.cannot_write", str(path)) from None


def _write(written: bytes, path: Path, plain: bool) -> None:
    if not plain:
        path.write_bytes(written)
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(written)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
