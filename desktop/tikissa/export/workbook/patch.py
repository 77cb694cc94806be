"""Writes the user's own workbook with some cells changed and some rows gone, and every other part as it was.

Where rows go, their texts go from the table of shared texts too, if no other cell has them.
"""

import zipfile
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from tikissa.export.workbook.cell_xml import cell_xml
from tikissa.export.workbook.coming_rows import ComingRows, NewRows
from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.package import Package, SheetPart
from tikissa.export.workbook.row_patch import CellEdit, RowPatcher
from tikissa.export.workbook.shared_texts import references_to_texts, without_texts
from tikissa.export.workbook.sheet_parts import Shift
from tikissa.export.workbook.sheet_skeleton import root_tag
from tikissa.export.workbook.sheet_stream import Row, SheetStream
from tikissa.export.workbook.shifted_formulas import ShiftedFormulas
from tikissa.export.workbook.workbook_parts import WorkbookParts, mentions, shifted_parts
from tikissa.export.workbook.xml_spans import SpannedXml, out_of_utf8
from tikissa.files.letters import column_letter
from tikissa.model.progress import NoProgress, Progress

_OFTEN = 5_000
_PACKING = 4
"""A third of the time of the usual level, 6, for a sheet a fifteenth larger."""

_PIECE = 1 << 18
_LONGEST_REFERENCE = 500


@dataclass(frozen=True, slots=True)
class AddedSheet:
    """A sheet of plain values put after the others."""

    name: str
    rows: Sequence[Sequence[CellEdit]]
    widths: Sequence[int] = ()


SheetEdits = Mapping[str, Mapping[int, Mapping[int, CellEdit]]]
"""Edits by sheet, row and column."""


@dataclass(frozen=True, slots=True)
class WorkbookPlan:
    """What becomes of one sheet. Rows go by their numbers before any deletion, columns by position from 0.

    `stale` are formulas whose kept results go, `forgotten` the numbers of shared texts on rows that go or change: those
    no cell that stays refers to leave the table of shared texts. `elsewhere` are
    edits on other sheets.
    """

    sheet: str
    edits: Mapping[int, Mapping[int, CellEdit]] = field(default_factory=dict)
    deletion: Deletion = field(default_factory=lambda: Deletion(()))
    added: tuple[AddedSheet, ...] = ()
    has_formulas: bool = True
    stale: Mapping[str, Set[tuple[int, int]]] = field(default_factory=dict)
    rows_expected: int = 0
    forgotten: Set[int] = frozenset()
    elsewhere: SheetEdits = field(default_factory=dict)
    new_rows: NewRows | None = None

    @property
    def changes_cells(self) -> bool:
        return bool(self.deletion or self.edits or self.elsewhere)


def patch_workbook(source: Path, target: IO[bytes], plan: WorkbookPlan, progress: Progress = NoProgress()) -> None:
    """Write the workbook as planned. Raises OddSheet where a sheet's XML is of a kind that is not patched."""
    with Package(source) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=_PACKING) as out:
        parts = WorkbookParts(package)
        rewritten = shifted_parts(package, plan.sheet, plan.deletion) if plan.deletion else {}
        dropped = None
        if plan.has_formulas and plan.changes_cells:
            parts.calculate_on_opening()
            dropped = parts.drop_calculation_chain()
        if plan.deletion:
            parts.shift_names(plan.sheet, plan.deletion)
        new_parts = {parts.add_sheet(added.name): added for added in plan.added}
        rewritten |= parts.changed
        shared = next(package.related(package.workbook_part, "sharedStrings"), None) if plan.forgotten else None
        unused = {b"%d" % number for number in plan.forgotten}
        sheets = {sheet.part: sheet for sheet in package.sheets if sheet.kind == "worksheet"}
        for info in package.zip.infolist():
            if info.filename in sheets and _touched(package, sheets[info.filename], plan):
                _write_sheet(package, sheets[info.filename], info, out, plan, unused, progress)
            elif info.filename in rewritten:
                out.writestr(info.filename, rewritten[info.filename])
            elif info.filename not in (dropped, shared):
                package.copy_part(info, out)
                if info.filename in sheets:
                    _leave_used(unused, package, info.filename)
        if shared:
            out.writestr(shared, without_texts(package.zip.read(shared), set(map(int, unused))))
        for part, added in new_parts.items():
            with out.open(part, "w") as stream:
                stream.writelines(_sheet_xml(package, added))


def _touched(package: Package, sheet: SheetPart, plan: WorkbookPlan) -> bool:
    """Say whether a sheet may change: the register's own, or one that mentions it where rows are deleted."""
    if sheet.name == plan.sheet:
        return bool(plan.edits or plan.deletion)
    if sheet.name in plan.elsewhere or plan.stale.get(sheet.name):
        return True
    return bool(plan.deletion) and mentions(package, sheet.part, plan.sheet)


def _leave_used(unused: set[bytes], package: Package, part: str) -> None:
    """Take out the numbers of the shared texts that a sheet refers to."""
    before = b""
    with package.open_sheet(part) as stream:
        while unused and (piece := stream.read(_PIECE)):
            unused.difference_update(references_to_texts(before + piece))
            before = piece[-_LONGEST_REFERENCE:]


def _write_sheet(
    package: Package,
    sheet: SheetPart,
    info: zipfile.ZipInfo,
    out: zipfile.ZipFile,
    plan: WorkbookPlan,
    unused: set[bytes],
    progress: Progress,
) -> None:
    encoding = package.encoding(sheet.part)
    with (
        package.open_sheet(sheet.part) as source,
        out.open(info.filename, "w", force_zip64=info.file_size > 1 << 31) as target,
    ):
        pieces = _patched_sheet(SheetStream(source), package, plan, sheet.name, unused, progress)
        if encoding == "utf-8":
            target.writelines(pieces)
        else:
            target.write(out_of_utf8(b"".join(pieces), encoding))


def _patched_sheet(
    stream: SheetStream, package: Package, plan: WorkbookPlan, sheet: str, unused: set[bytes], progress: Progress
) -> Iterator[bytes]:
    shift = Shift(plan.sheet, plan.deletion, sheet == plan.sheet) if plan.deletion else None
    yield _shifted_head(stream, shift)
    patcher = RowPatcher(stream.prefix, package.epoch_1904)
    for piece in _gathered(_patched_rows(stream, patcher, plan, sheet, progress)):
        if unused:
            unused.difference_update(references_to_texts(piece))
        yield piece
    yield _shifted_tail(stream, shift)


def _patched_rows(
    stream: SheetStream, patcher: RowPatcher, plan: WorkbookPlan, sheet: str, progress: Progress
) -> Iterator[bytes]:
    own, stale = sheet == plan.sheet, _by_row(plan.stale.get(sheet, frozenset()))
    formulas = ShiftedFormulas(stream.prefix, own, plan.sheet, plan.deletion) if plan.has_formulas else None
    edits, deletion = (plan.edits, plan.deletion) if own else (plan.elsewhere.get(sheet, {}), Deletion(()))
    rows = _with_rows(stream.rows(), sorted(edits), patcher)
    coming = ComingRows(plan.new_rows if own else None, patcher)
    for number, row in enumerate(coming.beside(rows)):
        if new := coming.above(row):
            yield new
        if number % _OFTEN == 0:
            progress.report("save.writing", number, max(plan.rows_expected, number))
        gone = row.number in deletion
        if row.number in stale:
            row = patcher.without_results(row, stale[row.number])
        if formulas and formulas.may_change(row.number in edits) and patcher.has_formula(row):
            overwritten = edits.get(row.number, {}).keys()
            row = patcher.with_formulas(row, formulas.lose if gone else formulas.rewriter(overwritten))
        if row.number in edits and not gone:
            row = patcher.edited(row, edits[row.number])
        if not gone:
            yield patcher.renumbered(row, deletion.moved(row.number))
    yield coming.rest()


def _by_row(places: Set[tuple[int, int]]) -> dict[int, set[int]]:
    rows: dict[int, set[int]] = {}
    for row, column in places:
        rows.setdefault(row, set()).add(column)
    return rows


def _with_rows(rows: Iterable[Row], wanted: list[int], patcher: RowPatcher) -> Iterator[Row]:
    """Yield the rows, and empty ones in the places of those that are wanted but stand nowhere: they had no cells."""
    waiting = deque(wanted)
    for row in rows:
        while waiting and waiting[0] < row.number:
            yield patcher.empty_row(waiting.popleft())
        if waiting and waiting[0] == row.number:
            waiting.popleft()
        yield row
    yield from map(patcher.empty_row, waiting)


def _gathered(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Put rows together: packing a few large pieces is faster than many small ones."""
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size > _PIECE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def _shifted_head(stream: SheetStream, shift: Shift | None) -> bytes:
    root = root_tag(stream.head)
    if shift is None or root is None:
        return stream.head
    closing = b"" if stream.empty else b"</%bsheetData>" % stream.prefix
    document = SpannedXml(stream.head + closing + b"</%b>" % root[1])
    shift.whole(document)
    return document.written(0, len(stream.head))


def _shifted_tail(stream: SheetStream, shift: Shift | None) -> bytes:
    root = root_tag(stream.head)
    if shift is None or root is None:
        return stream.tail
    opening = stream.head[root.start() : stream.head.index(b">", root.start()) + 1]
    opening += b"" if stream.empty else b"<%bsheetData>" % stream.prefix
    document = SpannedXml(opening + stream.tail)
    shift.whole(document)
    return document.written(len(opening))


def _sheet_xml(package: Package, added: AddedSheet) -> Iterator[bytes]:
    namespace = str(package.workbook.nsmap.get(package.workbook.prefix))
    yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{namespace}">'.encode()
    if added.widths:
        columns = (
            f'<col min="{index}" max="{index}" width="{width}" customWidth="1"/>'
            for index, width in enumerate(added.widths, 1)
        )
        yield f"<cols>{''.join(columns)}</cols>".encode()
    yield b"<sheetData>"
    for number, row in enumerate(added.rows, 1):
        cells = (
            cell_xml(b"", f"{column_letter(column)}{number}", edit.style, edit.value, package.epoch_1904)
            for column, edit in enumerate(row)
            if edit.value is not None
        )
        yield b'<row r="%d">%b</row>' % (number, b"".join(cells))
    yield b"</sheetData></worksheet>"
