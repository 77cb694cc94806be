"""Compares every part of a saved OpenDocument spreadsheet with the original's, but for the contents of the cells.

A part is equal byte for byte; what names cells may name others where rows have moved.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from tikissa.export.log.audit_log import AuditLog
from tikissa.export.open_document.document_contents import OpenDocumentContents
from tikissa.export.open_document.document_patch import MANIFEST, MIMETYPE, SIGNATURES, THUMBNAIL
from tikissa.export.open_document.document_stream import CONTENT, open_document
from tikissa.export.saving_options import Difference
from tikissa.export.second_reader.file_contents import Contents

_POINTS = re.compile(
    rb"\s(?:[\w.]+:)?(?:[\w-]*(?:address|range|formula|expression|condition)[\w-]*|value|href)=(?:\"[^\"]*\"|'[^']*')"
)
_ADDED = re.compile(
    rb'<table:table table:name="[^"]*"><table:table-column table:number-columns-repeated="\d+"/></table:table>'
)
_BLANKS = re.compile(rb"\s+")
_FIGURES = re.compile(rb"\d+")


def document_differences(
    original: Path, cleaned: Path, contents: Sequence[Contents], log: AuditLog
) -> Iterator[Difference]:
    """Yield what beside the cells of a document patched in place is not as it was; `contents` are those of both."""
    with open_document(original) as before, open_document(cleaned) as after:
        dropped = {THUMBNAIL, SIGNATURES} - set(after.namelist())
        for name in set(before.namelist()) - set(after.namelist()) - dropped:
            yield Difference("verify.part_gone", arguments=(name,))
        for name in set(after.namelist()) - set(before.namelist()):
            yield Difference("verify.part_added", arguments=(name,))
        for name in set(before.namelist()) & set(after.namelist()) - {CONTENT, *([MANIFEST] if dropped else [])}:
            if not _is_alike(before.read(name), after.read(name), bool(log.moves)):
                yield Difference("verify.part_differs", arguments=(name,))
        if not _begins_with_its_type(after):
            yield Difference("verify.part_differs", arguments=(MIMETYPE,))
    documents = [each for each in contents if isinstance(each, OpenDocumentContents)]
    drawn, around = [_drawings(each) for each in documents], [_around(each.around) for each in documents]
    if len(documents) != len(contents) or around[0] != around[1] or drawn[0] != drawn[1]:
        yield Difference("verify.part_differs", arguments=(CONTENT,))


def _begins_with_its_type(archive: ZipFile) -> bool:
    first = archive.infolist()[0]
    return MIMETYPE not in archive.namelist() or (first.filename == MIMETYPE and first.compress_type == ZIP_STORED)


def _drawings(contents: OpenDocumentContents) -> int:
    """Return how many elements of drawings hang on cells: those of a row that goes hang on the next one."""
    return sum(row.raw.count(b"<draw:") for sheet in contents.sheets for row in contents.document_rows(sheet))


def _is_alike(before: bytes, after: bytes, have_moved: bool) -> bool:
    return before == after or (have_moved and _pointing_nowhere(before) == _pointing_nowhere(after))


def _pointing_nowhere(xml: bytes) -> bytes:
    """Return XML in which the figures are left out of what names cells."""
    return _POINTS.sub(lambda tag: _FIGURES.sub(b"", tag[0]), xml)


def _around(gaps: bytes) -> bytes:
    return _BLANKS.sub(b" ", _pointing_nowhere(_ADDED.sub(b"", gaps)))
