"""Tells whether a file is one of an open register, by what is in it and not by its name."""

import zipfile
import zlib
from contextlib import suppress
from pathlib import Path

from tikissa.files.open_registers.company_table import table_kind
from tikissa.open_registers.posti_layout import MARKS, is_change_record, is_record
from tikissa.open_registers.register_kinds import RegisterKind

_BEGINNING = 4096


def register_kind(path: Path) -> RegisterKind | None:
    """Return which open register a file is of, None where it is of none that is known."""
    with suppress(OSError, RuntimeError, zipfile.BadZipFile, zlib.error):
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                return next(filter(None, (_of_member(archive, each) for each in archive.infolist())), None)
        with path.open("rb") as stream:
            return _of_beginning(stream.read(_BEGINNING), path.name)
    return None


def _of_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> RegisterKind | None:
    if member.filename.lower().endswith(".json"):
        return RegisterKind.PRH
    if not member.filename.lower().endswith((".dat", ".csv", ".txt")):
        return None
    with archive.open(member) as stream:
        content = stream.read(_BEGINNING)
    return table_kind(content) or _of_line(content, member.filename)


def _of_beginning(content: bytes, name: str) -> RegisterKind | None:
    # a zip that was cut has lost its table of contents, not its first name
    if content.startswith(b"PK\x03\x04") and b".json" in content[:300].lower():
        return RegisterKind.PRH
    is_json = content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"[", b"{")
    if is_json and b'"businessId"' in content:
        return RegisterKind.PRH
    return table_kind(content) or _of_line(content, name)


def _of_line(content: bytes, name: str) -> RegisterKind | None:
    """Tell Posti's files by how their lines begin; the file of changes, whose mark is not known, by its lines' form, or
    by its name, to say that it is not whole."""
    line = content.decode("iso-8859-1").partition("\n")[0].rstrip("\r")
    if is_record(line) and line[:5] in MARKS:
        return RegisterKind(MARKS[line[:5]])
    is_named = Path(name).name.upper().startswith("POM_") and name.lower().endswith(".dat")
    return RegisterKind.POM if is_change_record(line) or is_named else None
