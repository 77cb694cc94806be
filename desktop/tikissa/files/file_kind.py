"""Recognises what a file is by its content, whatever its name says."""

import re
from io import BytesIO
from zipfile import ZipFile

from tikissa.files.guard import BROKEN_ZIP
from tikissa.files.not_a_register import is_binary, is_named_as_workbook
from tikissa.model.problems import FileProblem
from tikissa.model.register import FileFormat

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_EXCEL = (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")
"""Beginnings of Excel files older than the OLE container, and of BIFF streams without one."""

_OTHERS = (
    (b"%PDF", "file.is_pdf"),
    (b"{\\rtf", "file.is_document"),
    (b"\x89PNG", "file.is_picture"),
    (b"\xff\xd8\xff", "file.is_picture"),
    (b"GIF8", "file.is_picture"),
    (b"II*\x00", "file.is_picture"),
    (b"MM\x00*", "file.is_picture"),
    (b"SQLite format 3\x00", "file.is_database"),
    (b"\x00\x01\x00\x00Standard", "file.is_database"),
    (b"Rar!", "file.is_archive"),
    (b"7z\xbc\xaf\x27\x1c", "file.is_archive"),
    (b"\x1f\x8b", "file.is_archive"),
    (b"MZ", "file.is_program"),
    (b"\x7fELF", "file.is_program"),
)

_EXCHANGED = (
    (re.compile(rb"ID;P[^\r\n]*[\r\n]+(?:(?:P|F|B|C|O|NN|NE|W);[^\r\n]*[\r\n]+){2}"), "SYLK"),
    (re.compile(rb"TABLE[ \t]*\r?\n-?\d+,-?\d+\r?\n\""), "DIF"),
    (re.compile(rb"\x00\x00[\x02\x1a]\x00"), "Lotus 1-2-3"),
)
"""Old forms in which spreadsheets were passed on; read as text they would be lines of nonsense."""

_NOTHING = b"\x00\x1a\r\n\t \xef\xbb\xbf\xff\xfe"
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def is_ole(data: bytes) -> bool:
    """Say whether these bytes are the container of old Office files and of those with a password."""
    return data.startswith(_OLE)


def is_plain_text(data: bytes) -> bool:
    """Say whether nothing but Python's own reading of text is needed for these bytes."""
    return not data.startswith((b"PK", _OLE, *_OLD_EXCEL))


def recognise(data: bytes, name: str) -> FileFormat:
    """Return the format of a file. Raises FileProblem, with the way out, for what is no register."""
    if name.startswith("~$"):
        raise FileProblem("file.is_lock", name)
    if not data[:1000].strip(_NOTHING) and not data.strip(_NOTHING):
        raise FileProblem("file.empty", name)
    if data.startswith(b"PK"):
        return _zipped(data, name)
    if data.startswith(_OLE):
        return _ole(data, name)
    if data.startswith(_OLD_EXCEL):
        return FileFormat.XLS
    for start, code in _OTHERS:
        if data.startswith(start):
            raise FileProblem(code, name)
    for beginning, form in _EXCHANGED:
        if beginning.match(data):
            raise FileProblem("file.is_exchange_format", name, form)
    return _text(data, name)


def _zipped(data: bytes, name: str) -> FileFormat:
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = set(archive.namelist())
            kind = archive.read("mimetype")[:100] if "mimetype" in members else b""
    except BROKEN_ZIP:
        raise FileProblem("file.damaged", name) from None
    if kind.startswith(_ODS_TYPE):
        return FileFormat.ODS
    if any(member.endswith("workbook.bin") for member in members):
        return FileFormat.XLSB
    if any(member.endswith("vbaProject.bin") for member in members):
        return FileFormat.XLSM
    if any(member.lower().endswith("workbook.xml") for member in members):
        return FileFormat.XLSX
    raise FileProblem(_other_archive(members, kind, name), name)


def _other_archive(members: set[str], kind: bytes, name: str) -> str:
    """Return the code for a zip without a workbook in it."""
    if any(member.startswith("word/") for member in members) or kind:
        return "file.is_document"
    if any(member.startswith("Index/") and member.endswith(".iwa") for member in members):
        return "file.is_numbers"
    if any(member.startswith("ppt/") for member in members):
        return "file.not_a_register"
    return "file.not_a_workbook" if is_named_as_workbook(name) else "file.is_archive"


def _ole(data: bytes, name: str) -> FileFormat:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise FileProblem("file.password_protected", name)
    if holds("Workbook") or holds("Book"):
        return FileFormat.XLS
    others = {"WordDocument": "file.is_document", "__substg1.0_": "file.is_message"}
    raise FileProblem(next((others[stream] for stream in others if holds(stream)), "file.unknown_format"), name)


def _text(data: bytes, name: str) -> FileFormat:
    start = data[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<style", b"<head")):
        return FileFormat.HTML
    is_mime = start.startswith(b"mime-version:") or b"\nmime-version:" in start[:1000]
    if is_mime and b"\nto:" not in start:
        raise FileProblem("file.is_web_archive", name)
    if start.startswith(b"<"):
        if b"schemas-microsoft-com:office:spreadsheet" in start or b"excel.sheet" in start:
            return _excel_xml(data, name)
        if b"urn:oasis:names:tc:opendocument" in start and b"office:document" in start:
            return _flat_document(data, name)
        if b"<html" in start:
            return FileFormat.HTML
    if is_binary(data):
        raise FileProblem("file.not_a_workbook" if is_named_as_workbook(name) else "file.not_a_register", name)
    return FileFormat.CSV


def _excel_xml(data: bytes, name: str) -> FileFormat:
    """Return the format of XML of Excel 2003, whichever encoding it is in. Raises FileProblem where it has no sheet."""
    if any("Worksheet".encode(encoding) in data for encoding in ("utf-8", "utf-16-le", "utf-16-be")):
        return FileFormat.EXCEL_XML
    raise FileProblem("file.is_excel_xml", name)


def _flat_document(data: bytes, name: str) -> FileFormat:
    """Return the format of a flat OpenDocument. Raises FileProblem where it is no spreadsheet."""
    if b"<office:spreadsheet" in data:
        return FileFormat.FODS
    raise FileProblem("file.is_flat_document", name)
