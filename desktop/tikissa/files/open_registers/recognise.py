"""Tells whether a file is one of an open register, by what is in it and not by its name."""

import zipfile
from contextlib import suppress
from pathlib import Path

from tikissa.open_registers.register_kinds import RegisterKind

_BEGINNING = 4096


def register_kind(path: Path) -> RegisterKind | None:
    """Return which open register a file is of, None where it is of none that is known."""
    with suppress(OSError, zipfile.BadZipFile):
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                return next(filter(None, map(_of_member, archive.infolist())), None)
        with path.open("rb") as stream:
            return _of_beginning(stream.read(_BEGINNING))
    return None


def _of_member(member: zipfile.ZipInfo) -> RegisterKind | None:
    return RegisterKind.PRH if member.filename.lower().endswith(".json") else None


def _of_beginning(content: bytes) -> RegisterKind | None:
    # a zip that was cut has lost its table of contents, not its first name
    if content.startswith(b"PK\x03\x04") and b".json" in content[:300].lower():
        return RegisterKind.PRH
    is_json = content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"[", b"{")
    return RegisterKind.PRH if is_json and b'"businessId"' in content else None
