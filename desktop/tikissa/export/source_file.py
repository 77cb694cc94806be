"""The bytes a register was read from: which file they are in now, and whether they are still the same."""

import hashlib
from pathlib import Path

from tikissa.export.options import WriteOptions
from tikissa.model.problems import TargetProblem
from tikissa.model.register import Source


def file_hash(path: Path) -> str:
    """Return a file's SHA-256 in hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def source_file(source: Source, options: WriteOptions) -> Path:
    """Return the file that holds the bytes as they were read.

    Raises TargetProblem where the source has changed since, or is gone, and no copy of it was kept.
    """
    if options.original:
        return options.original
    if not source.path.is_file():
        raise TargetProblem("save.source_gone", source.path.name)
    if file_hash(source.path) != source.sha256:
        raise TargetProblem("save.source_changed", source.path.name)
    return source.path
