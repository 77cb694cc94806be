"""Writes the user's own OpenDocument spreadsheet with some cells changed and some rows gone, and all else as it was."""

import re
import zipfile
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Set
from html import escape
from pathlib import Path
from typing import IO

from tikissa.export.open_document.document_cells import (
    SPANNED,
    drawings_in,
    edited,
    new_cell,
    new_row,
    with_drawings,
    with_spans,
    with_times,
    without_results,
)
from tikissa.export.open_document.document_row import looks
from tikissa.export.open_document.document_stream import CONTENT, DocumentRow, Piece, pieces
from tikissa.export.open_document.pointing_tags import MARKS, PointingTags
from tikissa.export.workbook.package import Package
from tikissa.export.workbook.patch import AddedSheet, WorkbookPlan
from tikissa.export.workbook.row_patch import CellEdit
from tikissa.export.workbook.row_styles import Styles
from tikissa.files.readers.ods_styles import read_styles
from tikissa.model.progress import NoProgress, Progress

MIMETYPE = "mimetype"
MANIFEST = "META-INF/manifest.xml"
THUMBNAIL = "Thumbnails/thumbnail.png"
SIGNATURES = "META-INF/documentsignatures.xml"

_PACKING = 2
_OFTEN = 5_000
_PIECE = 1 << 18
_HEAD = 1 << 24
_END = b"</table:table>"
_FILLED = (b"value", b"formula", b"<text:", b"<office:", b"<draw:")
_FILLER = 1_000
_MENTIONED = re.compile(r"(?:^|/)(?:content|styles)\.xml$")


def patch_document(source: Path, target: IO[bytes], plan: WorkbookPlan, progress: Progress = NoProgress()) -> None:
    """Write the document as planned. Raises OddSheet where its XML is of a kind that is not patched."""
    with Package(source) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=_PACKING) as out:
        tags = PointingTags(plan.sheet, plan.deletion)
        changes = plan.changes_cells or bool(plan.added) or plan.new_rows is not None
        dropped = {name for name in (THUMBNAIL, SIGNATURES) if changes and name in package.names}
        infos = package.zip.infolist()
        for info in sorted(infos, key=lambda each: each.filename != MIMETYPE):  # it must come first
            name = info.filename
            if name == MIMETYPE:
                out.writestr(name, package.zip.read(info), zipfile.ZIP_STORED)
            elif name == CONTENT and changes:
                _write_content(package, info, out, plan, tags, progress)
            elif name == MANIFEST and dropped:
                out.writestr(name, _manifest_without(package.zip.read(info), dropped))
            elif name in dropped:
                continue
            elif plan.deletion and _MENTIONED.search(name) and name != CONTENT:
                _write_moved(package, info, out, tags)
            else:
                package.copy_part(info, out)


def _manifest_without(manifest: bytes, dropped: set[str]) -> bytes:
    for name in dropped:
        entry = rb"\s*<manifest:file-entry(?:\s[^<>]*)?\s(?:manifest:)?full-path=\"%b\"[^<>]*/>" % re.escape(
            name.encode()
        )
        manifest = re.sub(entry, b"", manifest)
    return manifest


def _write_moved(package: Package, info: zipfile.ZipInfo, out: zipfile.ZipFile, tags: PointingTags) -> None:
    """Write a chart's part or the styles, with what they point at moved."""
    before = package.zip.read(info)
    after = tags.moved(before)
    if after == before:
        package.copy_part(info, out)
    else:
        out.writestr(info.filename, after)


def _write_content(
    package: Package,
    info: zipfile.ZipInfo,
    out: zipfile.ZipFile,
    plan: WorkbookPlan,
    tags: PointingTags,
    progress: Progress,
) -> None:
    with package.zip.open(info) as opened:
        codes = read_styles(package.zip, opened.read(_HEAD)).codes
    with (
        package.zip.open(info) as source,
        out.open(info.filename, "w", force_zip64=info.file_size > 1 << 31) as target,
    ):
        target.writelines(_gathered(_Content(plan, tags, codes, progress).written(pieces(source, MARKS))))


def _gathered(parts: Iterator[bytes]) -> Iterator[bytes]:
    held: list[bytes] = []
    size = 0
    for part in parts:
        held.append(part)
        size += len(part)
        if size > _PIECE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


class _Content:
    """The content while it is written from front to back."""

    def __init__(
        self, plan: WorkbookPlan, tags: PointingTags, codes: Mapping[str, str | None], progress: Progress
    ) -> None:
        self._plan = plan
        self._tags = tags
        self._codes = codes
        self._progress = progress
        self._sheet: str | None = None
        self._next = 1
        self._coming = plan.new_rows
        self._pattern: bytes | None = None
        self._spare = 0
        self._homeless: dict[int, bytes] = {}
        """Drawings of rows that went, which the next row takes over."""
        self._rest_moves = plan.new_rows is not None and plan.new_rows.rest_moves
        self._stale = {sheet: _by_row(places) for sheet, places in plan.stale.items()}

    def written(self, found: Iterator[Piece]) -> Iterator[bytes]:
        for place, piece in enumerate(found):
            if place % _OFTEN == 0:
                self._progress.report("save.writing", place, max(self._plan.rows_expected, place))
            yield from self._gap(piece)
            if piece.row is not None:
                yield from self._row(piece.row)

    def _gap(self, piece: Piece) -> Iterator[bytes]:
        gap = piece.gap
        if not gap:
            return
        if self._sheet == self._plan.sheet and _END in gap:
            yield from self._below()
        if piece.opened:
            self._sheet, self._next = piece.opened[-1], 1
        if self._plan.deletion:
            gap = self._tags.moved(gap)
        if piece.row is None and self._plan.added:
            end = gap.rindex(_END) + len(_END)
            gap = gap[:end] + b"".join(map(self._added, self._plan.added)) + gap[end:]
        yield gap

    def _edits(self) -> Mapping[int, Mapping[int, CellEdit]]:
        own = self._sheet == self._plan.sheet
        return self._plan.edits if own else self._plan.elsewhere.get(self._sheet or "", {})

    def _below(self) -> Iterator[bytes]:
        """Write what comes below the last row that is there."""
        yield from self._new_rows()
        for number, cells in sorted(self._plan.edits.items()):
            if number >= self._next and number not in self._plan.deletion:
                if number > self._next:
                    yield b'<table:table-row table:number-rows-repeated="%d"><table:table-cell/></table:table-row>' % (
                        number - self._next
                    )
                yield new_row(None, cells, self._codes)
                self._next = number + 1

    def _row(self, row: DocumentRow) -> Iterator[bytes]:
        self._next = row.number + row.times
        own = row.sheet == self._plan.sheet
        if own and self._coming and row.number <= self._coming.pattern < self._next:
            self._pattern = row.raw
        first = row.number
        for number in self._singled_out(row, own):
            yield from self._same(row, first, number - first)
            yield from self._single(row, number)
            first = number + 1
            if own and self._coming and number == self._coming.last:
                yield from self._new_rows()
        yield from self._same(row, first, self._next - first)

    def _singled_out(self, row: DocumentRow, own: bool) -> Iterable[int]:
        """Return which of the rows that are written as one must be written by themselves, or not at all."""
        if row.times == 1:
            return (row.number,)
        wanted = {*self._edits(), *self._stale.get(row.sheet, ())}
        if own:
            rows = self._plan.deletion.rows
            wanted.update(rows[bisect_left(rows, row.number) : bisect_left(rows, self._next)])
            wanted.update((self._coming.last,) if self._coming else ())
            wanted.update((self._next_kept(row.number),) if self._homeless else ())
        return sorted(number for number in wanted if row.number <= number < self._next)

    def _next_kept(self, number: int) -> int:
        return self._plan.deletion.next_kept(number)

    def _single(self, row: DocumentRow, number: int) -> Iterator[bytes]:
        own = row.sheet == self._plan.sheet
        if own and number in self._plan.deletion:
            for column, drawings in drawings_in(row.raw).items():
                self._homeless[column] = self._homeless.get(column, b"") + self._tags.moved(drawings)
            return
        raw = row.raw if row.times == 1 else with_times(row.raw, row.opening_end, 1)
        edits, stale = self._edits().get(number), self._stale.get(row.sheet, {}).get(number)
        if edits is None and self._spare and self._makes_room(row, 1):
            return
        if stale:
            raw = without_results(raw, stale)
        if self._plan.deletion and row.is_marked:
            raw = self._tags.moved(raw, own, number)
        if self._plan.deletion:
            raw = with_spans(raw, lambda times: self._rows_left(number, times)) if own and SPANNED in raw else raw
        raw = edited(raw, edits, self._codes) if edits else raw
        if own and self._homeless:
            raw, self._homeless = with_drawings(raw, self._homeless), {}
        yield raw

    def _rows_left(self, first: int, times: int) -> int:
        """Return how many of the rows of a merged cell are left, or how many they become."""
        span = self._plan.deletion.for_cells().span(first, first + times - 1)
        return span[1] - span[0] + 1 if span else 1

    def _same(self, row: DocumentRow, first: int, times: int) -> Iterator[bytes]:
        """Write so many rows that stay as they are, from `first` on."""
        if times and self._spare:
            times -= self._makes_room(row, times)
        if times:
            raw = with_times(row.raw, row.opening_end, times)
            is_moved = self._plan.deletion and row.is_marked
            yield self._tags.moved(raw, row.sheet == self._plan.sheet, first) if is_moved else raw

    def _makes_room(self, row: DocumentRow, times: int) -> int:
        """Return how many rows without contents give their places to new rows; where what is below moves, those do that
        fill the sheet up to its end."""
        is_blank = row.sheet == self._plan.sheet and not any(mark in row.raw for mark in _FILLED)
        room = min(self._spare, times) if is_blank and (not self._rest_moves or times > _FILLER) else 0
        self._spare -= room
        return room

    def _new_rows(self) -> Iterator[bytes]:
        coming, self._coming = self._coming, None
        for cells in coming.rows if coming else ():
            self._spare += 1
            yield new_row(self._pattern, cells, self._codes)

    def _added(self, added: AddedSheet) -> bytes:
        width = max(map(len, added.rows), default=1)
        rows = (
            b"<table:table-row>%b</table:table-row>" % b"".join(new_cell(edit, self._codes) for edit in row)
            for row in added.rows
        )
        opening = f'<table:table table:name="{escape(added.name)}"><table:table-column'
        return f'{opening} table:number-columns-repeated="{width}"/>'.encode() + b"".join(rows) + _END


def _by_row(places: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    rows: dict[int, set[int]] = {}
    for row, column in places:
        rows.setdefault(row, set()).add(column)
    return rows


def document_row_styles(source: Path, sheet: str, rows: Set[int]) -> Styles:
    """Return the styles of the cells of these rows."""
    if not rows:
        return {}
    with Package(source) as package, package.zip.open(CONTENT) as opened:
        return {
            number: looks(piece.row.raw)
            for piece in pieces(opened)
            if piece.row is not None and piece.row.sheet == sheet
            for number in sorted(rows)
            if piece.row.number <= number < piece.row.number + piece.row.times
        }
