"""Writes a result to a file, to something that is not a plain file, or to standard output."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

from tikissa.cli.reading_options import path_of
from tikissa.cli.streams import write_out
from tikissa.export.file_modes import new_private_file, open_as_far_as
from tikissa.export.target import is_out_of_room, is_same
from tikissa.model.analysis import JsonValue
from tikissa.model.problems import TargetProblem

STANDARD_OUTPUT = "-"


def is_plain(target: str) -> bool:
    """Say whether a target is or will be an ordinary file, not standard output, a pipe or a terminal."""
    path = path_of(target)
    return target != STANDARD_OUTPUT and (path.is_file() or not path.exists())


def refuse_sources(targets: Sequence[str], sources: Sequence[Path]) -> None:
    """Raise TargetProblem where a target is one of the files that are read."""
    for path in (path_of(target) for target in targets if target != STANDARD_OUTPUT):
        if any(is_same(path, source) for source in sources):
            raise TargetProblem("target.is_source", path.name)


def refuse_clashes(target: str, others: Sequence[Path]) -> None:
    """Raise TargetProblem where one result would be written over another."""
    path = path_of(target)
    if target != STANDARD_OUTPUT and is_plain(target) and any(is_same(path, other) for other in others):
        raise TargetProblem("target.twice", path.name)


def write_json(content: dict[str, JsonValue], target: str, *sources: Path) -> None:
    """Write the object on one line, readable as its sources are. Raises TargetProblem where it cannot be written."""
    written = json.dumps(content, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace") + b"\n"
    write_content(written, target, *sources)


def write_content(written: bytes, target: str, *sources: Path) -> None:
    """Write these bytes; a plain file appears whole or not at all, and who may read its sources may read it.

    Raises TargetProblem where it cannot be written.
    """
    path = path_of(target)
    try:
        if target == STANDARD_OUTPUT:
            write_out(written)
        else:
            _write(written, path, is_plain(target), sources)
    except OSError as error:
        code = "target.disk_full" if is_out_of_room(error) else "target.cannot_write"
        raise TargetProblem(code, str(path)) from None


def _write(written: bytes, path: Path, plain: bool, sources: Sequence[Path]) -> None:
    if not plain:
        path.write_bytes(written)
        return
    path = path.resolve()  # a link goes on pointing to the file it points to
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with new_private_file(part) as stream:
            stream.write(written)
        open_as_far_as(part, sources)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
