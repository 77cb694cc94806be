"""The bytes a register was read from: which file they are in now, and whether they are still the same."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tikissa.export.saving_options import WriteOptions
from tikissa.files.decryption import decrypt, is_encrypted
from tikissa.model.problems import TargetProblem
from tikissa.model.register import Source

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How an old workbook begins, and also any that is protected with a password."""


def file_hash(path: Path) -> str:
    """Return a file's SHA-256 in hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def is_as_read(source: Source) -> bool:
    """Say whether the file is still in its place with the bytes it had when it was read."""
    return source.path.is_file() and file_hash(source.path) == source.sha256


@contextmanager
def kept_copy(source: Source, content: bytes | None) -> Iterator[Path | None]:
    """Put the content as it was read, where it is given, into a file of the source's name for the time of saving."""
    if content is None:
        yield None
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / source.path.name
        path.write_bytes(content)
        yield path


@contextmanager
def unprotected(path: Path, password: str | None) -> Iterator[Path]:
    """Give the file itself or, where it is protected with a password, a copy without one for the time of saving.

    Raises FileProblem where the password is missing or wrong.
    """
    with path.open("rb") as stream:
        may_be_protected = stream.read(len(_OLE)) == _OLE
    data = path.read_bytes() if may_be_protected else b""
    if not (data and is_encrypted(data)):
        yield path
        return
    with TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(decrypt(data, password, path.name))
        yield copy


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
