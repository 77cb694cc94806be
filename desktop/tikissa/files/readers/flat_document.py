"""Takes a flat OpenDocument (.fods), which is all of a document in one text, as the archive an .ods file is."""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

_BETWEEN = re.compile(rb">\s+(?=<(?:text:p[\s/>]|/table:table-cell>))")
"""Line ends and indentation between a cell and its paragraphs, which say nothing."""


def is_flat(start: bytes) -> bool:
    """Say whether a document that starts so is a text and no archive."""
    return start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def as_archive(data: bytes) -> ZipFile:
    """Return an archive in memory whose content is this document. Raises BadZipFile where it breaks off."""
    if not data.rstrip().endswith(b"</office:document>"):
        raise BadZipFile
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("content.xml", _BETWEEN.sub(b">", data))
    return ZipFile(packed)
