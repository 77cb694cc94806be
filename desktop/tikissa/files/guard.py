"""Looks at a zip's table of contents before anything is unpacked: a small file can hold a very large one."""

import struct
import zlib
from zipfile import BadZipFile, ZipFile

from tikissa.model.problems import FileProblem

BROKEN_ZIP = (
    BadZipFile,
    OSError,
    ValueError,
    EOFError,
    KeyError,
    RuntimeError,
    NotImplementedError,
    struct.error,
    zlib.error,
)
"""What zipfile raises where an archive is damaged."""

_LARGEST_TOTAL = 4_000_000_000
_LARGE_MEMBER = 60_000_000
_HIGHEST_RATIO = 150
_MOST_MEMBERS = 20_000


def check_archive(archive: ZipFile, name: str) -> None:
    """Raise FileProblem for an archive that would unpack to more than a register can be."""
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _LARGEST_TOTAL:
        raise FileProblem("file.too_large", name)
    for member in members:
        if member.flag_bits & 1:
            raise FileProblem("file.password_protected", name)
        if member.file_size > _LARGE_MEMBER and member.file_size > _HIGHEST_RATIO * member.compress_size:
            raise FileProblem("file.zip_bomb", name)
