"""Compares every part of a saved workbook with the original's, with eyes of its own: what patches is no judge of it.

A part is either equal byte for byte, or equal element by element but for what the change log explains.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import zip_longest
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from lxml import etree

from tikissa.export.log.audit_log import AuditLog
from tikissa.export.proof.explained_changes import Explained, explained_by
from tikissa.export.proof.proof_of_elements import ElementProof, parsed
from tikissa.export.proof.proof_of_rows import RowProof
from tikissa.export.saving_options import Difference
from tikissa.export.workbook.package import CONTENT_TYPES, Package, SheetPart
from tikissa.export.workbook.sheet_stream import OddSheet, SheetStream
from tikissa.model.progress import Tick, nothing

_PIECE = 1 << 20
_LOCAL_HEADER = 30
_OF_THE_SHEET = frozenset(
    ("table", "comments", "threadedComment", "drawing", "tableSingleCells", "namedSheetView", "vmlDrawing")
)
_WITHOUT_REFERENCES = frozenset(
    [
        *("sharedStrings", "styles", "theme", "themeOverride", "externalLink", "pivotCacheRecords", "customXml"),
        *("core-properties", "extended-properties", "custom-properties", "image", "vbaProject", "printerSettings"),
    ]
)
_ENTRY = re.compile(rb"<(?:[\w.-]+:)?si(?:\s[^>]*)?(?:/>|>.*?</(?:[\w.-]+:)?si>)", re.DOTALL)
_BLANK_ENTRY = re.compile(rb"<([\w.:-]*)si><\1t/></\1si>$")
_SHAPE = re.compile(rb"<(?:\w+:)?shape\s.*?</(?:\w+:)?shape>", re.DOTALL)
_SHAPE_ROW = re.compile(rb"<(?:\w+:)?Row>\s*(\d+)")
_PLACED = re.compile(rb"<(?:\w+:)?(Row|Anchor|Fmla\w+)>[^<]*<")


def part_differences(original: Path, cleaned: Path, log: AuditLog, tick: Tick = nothing) -> Iterator[Difference]:
    """Yield what in a workbook patched in place is not as it was and not explained by the log."""
    with Package(original) as before, Package(cleaned) as after:
        yield from _Proof(before, after, explained_by(log), tick).differences()


@dataclass
class _Proof:
    before: Package
    after: Package
    explained: Explained
    tick: Tick

    def differences(self) -> Iterator[Difference]:
        before, after = self.before.zip, self.after.zip
        sheets = {sheet.part: sheet for sheet in self.before.sheets}
        blanked, are_whole = self._blanked()
        if not are_whole:
            yield _about("verify.part_differs", "sharedStrings")
        for name in self.before.names - self.after.names - self._chain:
            yield _about("verify.part_gone", name)
        yield from self._came()
        for info in before.infolist():
            if info.filename not in self.after.names:
                continue
            unchanged = is_same_member(before, info, after)
            sheet = sheets.get(info.filename)
            if sheet is not None and sheet.kind == "worksheet":
                if not unchanged or blanked or (self.explained.rows and self._concerns(info.filename)):
                    yield from self._sheet(sheet, blanked)
            elif not unchanged or self._concerns(info.filename):
                yield from self._part(info.filename, unchanged)

    @cached_property
    def _chain(self) -> frozenset[str]:
        """The part with the order of calculation, which may be left out."""
        return frozenset(part for part, kinds in self.before.kinds.items() if "calcChain" in kinds)

    @property
    def _is_without_chain(self) -> bool:
        return bool(self._chain - self.after.names)

    def _came(self) -> Iterator[Difference]:
        known = {sheet.name for sheet in self.before.sheets}
        added = {sheet.part for sheet in self.after.sheets if sheet.name not in known}
        names = [sheet.name for sheet in self.after.sheets]
        wanted = [sheet.name for sheet in self.before.sheets]
        if names != [*wanted, *(name for name in names if name in self.explained.added_sheets - known)]:
            yield _about("verify.part_differs", self.after.workbook_part)
        for name in self.after.names - self.before.names - added:
            yield _about("verify.part_added", name)

    def _concerns(self, part: str) -> bool:
        """Say whether something in a part may have to move: it belongs to the sheet, or speaks of it."""
        if not self.explained.rows or not part.lower().endswith((".xml", ".vml", ".rels")):
            return False
        if part == self._own or part in self._own_parts:
            return True
        kinds = self.before.kinds.get(part, frozenset())
        return not kinds & _WITHOUT_REFERENCES and self._names_the_sheet(part)

    @cached_property
    def _own(self) -> str:
        """The part of the register's sheet."""
        return self.before.sheet(self.explained.sheet).part

    @cached_property
    def _own_parts(self) -> frozenset[str]:
        """The parts that belong to it and name its rows."""
        relations = self.before.relations(self._own)
        return frozenset(relation.target for relation in relations if relation.kind in _OF_THE_SHEET)

    def _names_the_sheet(self, part: str) -> bool:
        wanted = self.explained.sheet.replace("'", "''").casefold()
        overlap = ""
        with self.before.open_sheet(part) as stream:
            while piece := stream.read(_PIECE):
                text = overlap + piece.decode("utf-8", "replace").casefold()
                if wanted in text or ("&" in text and wanted in unescape(text).casefold()):
                    return True
                overlap = text[-500:]
        return False

    def _part(self, part: str, unchanged: bool) -> Iterator[Difference]:
        """Compare a part that is no worksheet; one that did not change is asked whether it should have."""
        kinds = self.before.kinds.get(part, frozenset())
        first, second = self.before.zip.read(part), self.after.zip.read(part)
        if "sharedStrings" in kinds:
            return  # compared entry by entry where the rows are
        if "vmlDrawing" in kinds or part.lower().endswith(".vml"):
            if not self._same_shapes(first, second, part in self._own_parts):
                yield _about("verify.part_differs", part)
            return
        try:
            before, after = parsed(first), parsed(second)
        except etree.XMLSyntaxError:
            if not unchanged:
                yield _about("verify.part_differs", part)
            return
        proof = ElementProof(self.explained, part in self._own_parts, self._list_of(part), self._is_without_chain)
        for element in proof.differences(before, after):
            yield Difference("verify.element_differs", arguments=(part, element))

    def _list_of(self, part: str) -> str:
        """Return what a part is where something may have come to it or gone from it: a list of sheets and parts."""
        lists = {
            self.before.workbook_part: "workbook",
            self.before.parts.relations_of(self.before.workbook_part) or "": "relations",
            self.before.parts.find(CONTENT_TYPES) or "": "types",
        }
        return lists.get(part, "")

    def _sheet(self, sheet: SheetPart, blanked: frozenset[int]) -> Iterator[Difference]:
        rows = RowProof(self.explained, sheet.name, blanked, self.before.epoch_1904, self.tick)
        try:
            with self.before.open_sheet(sheet.part) as first, self.after.open_sheet(sheet.part) as second:
                before, after = SheetStream(first), SheetStream(second)
                yield from rows.differences(before, after)
        except OddSheet:
            if not is_same_member(self.before.zip, self.before.zip.getinfo(sheet.part), self.after.zip):
                yield _about("verify.part_differs", sheet.part)
            return
        around = (parsed(before.head + before.tail), parsed(after.head + after.tail))
        proof = ElementProof(self.explained, sheet.name == self.explained.sheet, "")
        for element in proof.differences(*around):
            yield Difference("verify.element_differs", arguments=(sheet.part, element))

    def _blanked(self) -> tuple[frozenset[int], bool]:
        """Return the numbers of the shared texts that are blank now, and whether all else of them is as it was."""
        part = next(self.before.related(self.before.workbook_part, "sharedStrings"), None)
        if part is None or part not in self.after.names:
            return frozenset(), True
        if is_same_member(self.before.zip, self.before.zip.getinfo(part), self.after.zip):
            return frozenset(), True
        first, second = (package.zip.read(part) for package in (self.before, self.after))
        blanked: set[int] = set()
        for number, (old, new) in enumerate(zip_longest(_entries(first), _entries(second), fillvalue=b"")):
            if old != new:
                blanked.add(number)
                if not _is_blanked(old, new):
                    return frozenset(), False
        return frozenset(blanked), True

    def _same_shapes(self, first: bytes, second: bytes, own: bool) -> bool:
        if _PLACED.sub(rb"\1", _SHAPE.sub(b"", first)) != _PLACED.sub(rb"\1", _SHAPE.sub(b"", second)):
            return False
        if not own:
            return len(_SHAPE.findall(first)) == len(_SHAPE.findall(second))
        kept = [shape for shape in _SHAPE.findall(first) if self._shape_row(shape) is not None]
        return len(kept) == len(_SHAPE.findall(second)) and all(
            _PLACED.sub(rb"\1", old) == _PLACED.sub(rb"\1", new) and self._shape_row(old) == _row_of(new)
            for old, new in zip(kept, _SHAPE.findall(second), strict=True)
        )

    def _shape_row(self, shape: bytes) -> int | None:
        row = _row_of(shape)
        return row if row == 0 else self.explained.rows.row(row)


def _row_of(shape: bytes) -> int:
    """Return the row of the cell a note belongs to, 0 for another shape."""
    found = _SHAPE_ROW.search(shape)
    return int(found[1]) + 1 if found else 0


def is_same_member(first: ZipFile, info: ZipInfo, second: ZipFile) -> bool:
    """Say whether a member of two archives is the same, byte for byte; packed the same way, it is compared packed."""
    other = second.getinfo(info.filename)
    if (info.file_size, info.CRC) != (other.file_size, other.CRC):
        return False
    if (info.compress_type, info.compress_size) == (other.compress_type, other.compress_size):
        pieces: tuple[Callable[[], bytes], ...] = (_packed(first, info), _packed(second, other))
        if all(one == two for one, two in zip(iter(pieces[0], b""), iter(pieces[1], b""), strict=False)):
            return True
    with first.open(info) as one, second.open(other) as two:
        return all(piece == two.read(_PIECE) for piece in iter(lambda: one.read(_PIECE), b""))


def _packed(archive: ZipFile, info: ZipInfo) -> Callable[[], bytes]:
    """Return what reads a member's packed bytes piece by piece."""
    stream = archive.fp
    assert stream is not None
    stream.seek(info.header_offset)
    header = stream.read(_LOCAL_HEADER)
    start = info.header_offset + _LOCAL_HEADER
    place = start + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    left = info.compress_size

    def read() -> bytes:
        nonlocal place, left
        stream.seek(place)
        piece = stream.read(min(left, _PIECE))
        place, left = place + len(piece), left - len(piece)
        return piece

    return read


def _entries(shared: bytes) -> Iterator[bytes]:
    """Yield the table of shared texts in pieces that end with a text, and what stands after the last."""
    usual = 0 < shared.count(b"</si>") == shared.count(b"<si>") + shared.count(b"<si ")
    place = 0
    if usual and b"<si/" not in shared:
        while (end := shared.find(b"</si>", place) + 5) > 4:
            yield shared[place:end]
            place = end
    else:
        for found in _ENTRY.finditer(shared):
            yield shared[place : found.end()]
            place = found.end()
    yield shared[place:]


def _is_blanked(old: bytes, new: bytes) -> bool:
    """Say whether one text was made blank and what stands before it left as it was."""
    blank, before = _BLANK_ENTRY.search(new), _ENTRY.search(old)
    return blank is not None and before is not None and new[: blank.start()] == old[: before.start()]


def _about(code: str, part: str) -> Difference:
    return Difference(code, arguments=(part,))
