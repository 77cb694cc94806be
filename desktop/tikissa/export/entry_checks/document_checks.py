"""Puts checks into an OpenDocument spreadsheet and takes them out: only a few attributes of cells and a list of checks.

A check is named in every cell it is for. Cells that stand for many are written one by one where a check parts them.
"""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path
from typing import IO

from tikissa.export.entry_checks.document_looks import (
    COLOUR_NAME,
    SHEET_END,
    STYLES,
    as_before,
    as_text,
    default_looks,
    takes_colours,
    with_colour,
    with_colours,
    with_looks,
    without_colour,
    without_colours,
    without_looks,
)
from tikissa.export.entry_checks.offers import AS_TEXT, DAY, LIST, MARKED_TWICE, EntryCheck
from tikissa.export.entry_checks.placed import PlacedCheck
from tikissa.export.entry_checks.sheet_survey import COMING, Survey, none_of
from tikissa.export.entry_checks.workbook_checks import LONGEST_TEXT, LONGEST_TITLE, formulas_of
from tikissa.export.open_document.document_cells import with_times
from tikissa.export.open_document.document_patch import MIMETYPE
from tikissa.export.open_document.document_row import CellXml, cells_of
from tikissa.export.open_document.document_stream import CONTENT, DocumentRow, Piece, pieces
from tikissa.export.workbook.package import Package
from tikissa.export.workbook.sheet_stream import OddSheet
from tikissa.files.letters import column_index
from tikissa.messages import say
from tikissa.model.finding import Finding, Severity

_NAME = re.compile(rb"\stable:content-validation-name\s*=\s*\"(tikissa-[A-Z]+)\"")
_CELL_TAG = re.compile(rb"<table:table-cell(?:\s[^<>]*)?>")
_TEXT_LOOK = re.compile(rb"\stable:style-name=\"(tikissa-(?:of|none)-[^\"]*)\"")
_REPEATED = re.compile(rb"\stable:number-columns-repeated\s*=\s*(\"[^\"]*\"|'[^']*')")
_LIST = b"<table:content-validations>"
_LIST_END = b"</table:content-validations>"
_FIRST_TABLE = re.compile(rb"<table:table[\s>]")
_TOKEN = re.compile(r'"[^"]*"|\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\d(A-Z])|,')


def survey_document(
    source: Path, sheet: str, rows: range, checks: tuple[EntryCheck, ...], letters: Mapping[str, str]
) -> Survey:
    """Look where checks can be put into a sheet whose rows of data are `rows`."""
    own = {column_index(letters[check.column]): check for check in checks}
    why: dict[str, str] = {}
    below = False
    with Package(source) as package, package.zip.open(CONTENT) as opened:
        try:
            for piece in pieces(opened):
                if sheet in piece.opened and b'table:protected="true"' in piece.gap:
                    return none_of(checks, "checks.protected")
                row = piece.row
                if row is None or row.sheet != sheet or row.number + row.times <= rows[0]:
                    continue
                below |= row.number > rows[-1] and any(not cell.is_blank for cell in cells_of(row.raw))
                if row.number <= rows[-1] + COMING:
                    why |= dict(_against(row, own))
        except OddSheet:
            return none_of(checks, "checks.odd_sheet")
    kept = tuple(check for check in checks if check.column not in why)
    findings = [Finding(code, Severity.NOTE, column=name, arguments=(name,)) for name, code in why.items()]
    if below and kept:
        findings.append(Finding("checks.something_below", Severity.NOTE))
    return Survey(kept, tuple(findings), rows[-1] if below else rows[-1] + COMING, frozenset())


def _against(row: DocumentRow, own: Mapping[int, EntryCheck]) -> Iterator[tuple[str, str]]:
    """Yield the columns of which a cell speaks against a check, and why."""
    for cell in cells_of(row.raw):
        for column in range(cell.column, cell.column + min(cell.times, 1_000)):
            check = own.get(column)
            if check is None:
                continue
            if cell.is_covered or b"-spanned=" in cell.attributes:
                yield check.column, "checks.merged"
            elif b"formula=" in cell.attributes:
                yield check.column, "checks.formulas"
            elif b"content-validation-name=" in cell.attributes:
                yield check.column, "checks.has_check"


@dataclass
class _Cells:
    """Which cells name which checks, and which of them are kept as text; the looks those need gather in `wanted`."""

    names: Mapping[int, bytes]
    as_text: frozenset[int]
    defaults: Mapping[int, bytes] = field(default_factory=dict)
    wanted: set[bytes] = field(default_factory=set)

    def checked(self, cell: bytes, column: int, is_text: bool) -> bytes:
        """Return a cell that stands once with its check."""
        named = _opened_with(cell, b' table:content-validation-name="%b"' % self.names[column])
        if column not in self.as_text or not is_text:
            return named
        kept = as_text(named, self.defaults.get(column, b"Default"))
        self.wanted |= set(_TEXT_LOOK.findall(kept[: kept.index(b">")]))
        return kept


def put_checks_into_document(
    source: Path,
    target: IO[bytes],
    sheet: str,
    found: Survey,
    letters: Mapping[str, str],
    first: int,
    language: str,
    country: str | None = None,
) -> tuple[PlacedCheck, ...]:
    """Write the document with the checks that the survey found room for, and return them. Raises OddSheet."""
    rows = first, found.last
    placed = tuple(_placed(check, letters[check.column], sheet, rows, language, country) for check in found.checks)
    if takes_colours(source):
        placed = tuple(_coloured(check, sheet) if check.kind in MARKED_TWICE else check for check in placed)
    names = {column_index(check.letter): f"tikissa-{check.letter}".encode() for check in placed}
    cells = _Cells(names, frozenset(column_index(check.letter) for check in placed if check.as_text))

    def change(piece: Piece) -> bytes:
        if sheet in piece.opened:
            cells.defaults = default_looks(piece.gap, cells.as_text)
        row = piece.row
        if row is None or row.sheet != sheet:
            return row.raw if row else b""
        return b"".join(_with_checks(row, rows, cells))

    told = b"".join(check.validation.encode() for check in placed)
    for _ in _changed(source, change):  # the looks that are needed stand before the cells that need them
        continue
    colours = b"".join(check.colour.encode() for check in placed)
    gaps = _Gaps(
        lambda head: with_looks(_with_list(head, told), frozenset(cells.wanted)), lambda end: with_colours(end, colours)
    )
    _write(source, target, gaps, sheet, change, with_colour if colours else None)
    return placed


def _changed(source: Path, change: Callable[[Piece], bytes]) -> Iterator[bytes]:
    with Package(source) as package, package.zip.open(CONTENT) as opened:
        yield from map(change, pieces(opened))


def without_checks_in_document(
    source: Path, target: IO[bytes], sheet: str, checks: tuple[PlacedCheck, ...], every: bool
) -> None:
    """Write the document without these checks; the looks made for them go with the last. Raises OddSheet where one is
    not as it was put in."""
    gone = {f"tikissa-{check.letter}".encode() for check in checks}

    def plain(cell: re.Match[bytes]) -> bytes:
        named = _NAME.search(cell[0])
        return as_before(_NAME.sub(b"", cell[0])) if named and named[1] in gone else cell[0]

    def change(piece: Piece) -> bytes:
        raw = piece.row.raw if piece.row else b""
        return _CELL_TAG.sub(plain, raw) if b"tikissa-" in raw else raw

    def head(gap: bytes) -> bytes:
        listed = _without_list(gap, checks)
        return without_looks(listed) if every else listed

    colours = tuple(check.colour.encode() for check in checks if check.colour)
    gaps = _Gaps(head, lambda end: without_colours(end, colours))
    _write(source, target, gaps, sheet, change, without_colour if every else None)


def gone_from_document(source: Path, checks: tuple[PlacedCheck, ...]) -> Iterator[PlacedCheck]:
    """Yield the checks whose column names none in its first row any more, whoever has saved the document since."""
    with Package(source) as package, package.zip.open(CONTENT) as opened:
        checked: set[int] = set()
        for piece in pieces(opened):
            row = piece.row
            if row is not None and checks and row.number <= checks[0].first < row.number + row.times:
                checked |= {cell.column for cell in cells_of(row.raw) if b"content-validation-name=" in cell.attributes}
    yield from (check for check in checks if column_index(check.letter) not in checked)


@dataclass(frozen=True)
class _Gaps:
    """What becomes of a document's XML before the first row, and after the last row of the register's sheet."""

    head: Callable[[bytes], bytes]
    end: Callable[[bytes], bytes]


def _write(
    source: Path,
    target: IO[bytes],
    gaps: _Gaps,
    sheet: str,
    change: Callable[[Piece], bytes],
    styles: Callable[[bytes], bytes] | None,
) -> None:
    with Package(source) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=2) as out:
        for info in sorted(package.zip.infolist(), key=lambda each: each.filename != MIMETYPE):
            if info.filename == STYLES and styles is not None:
                out.writestr(STYLES, styles(package.zip.read(info)))
            elif info.filename != CONTENT:
                package.copy_part(info, out)
            else:
                with package.zip.open(info) as opened, out.open(CONTENT, "w", force_zip64=True) as written:
                    written.writelines(_content(pieces(opened), gaps, sheet, change))


def _content(every: Iterator[Piece], gaps: _Gaps, sheet: str, change: Callable[[Piece], bytes]) -> Iterator[bytes]:
    open_sheet: str | None = None
    for place, piece in enumerate(every):
        gap = gaps.head(piece.gap) if place == 0 else piece.gap
        yield (gaps.end(gap) if open_sheet == sheet and SHEET_END in gap else gap) + change(piece)
        open_sheet = piece.opened[-1] if piece.opened else None if SHEET_END in gap else open_sheet


def _with_list(head: bytes, checks: bytes) -> bytes:
    """Put checks at the end of the list, which is made before the first sheet where there is none."""
    if b"xmlns:of=" not in head:
        raise OddSheet
    if _LIST_END in head:
        return head.replace(_LIST_END, checks + _LIST_END, 1)
    table = _FIRST_TABLE.search(head)
    if table is None:
        raise OddSheet
    return head[: table.start()] + _LIST + checks + _LIST_END + head[table.start() :]


def _without_list(head: bytes, checks: tuple[PlacedCheck, ...]) -> bytes:
    for check in checks:
        if check.validation.encode() not in head:
            raise OddSheet
        head = head.replace(check.validation.encode(), b"", 1)
    return head.replace(_LIST + _LIST_END, b"")


def _with_checks(row: DocumentRow, rows: tuple[int, int], cells: _Cells) -> Iterator[bytes]:
    """Yield the rows that one stands for, parted where the checked ones begin and end."""
    first, end = row.number, row.number + row.times
    begin, stop = max(first, rows[0]), min(end, rows[1] + 1)
    if begin >= stop:
        yield row.raw
        return
    for start, until, checked in ((first, begin, False), (begin, stop, True), (stop, end, False)):
        if until > start:
            raw = row.raw if until - start == row.times else with_times(row.raw, row.opening_end, until - start)
            yield _named(raw, cells) if checked else raw


def _named(raw: bytes, cells: _Cells) -> bytes:
    """Return a row whose cells of some columns name their checks."""
    parts, place, reached = [], 0, 0
    for cell in cells_of(raw):
        inside = [column for column in sorted(cells.names) if cell.column <= column < cell.column + cell.times]
        if inside:
            parts += [raw[place : cell.start], *_parted(raw[cell.start : cell.end], cell, inside, cells)]
            place = cell.end
        reached = cell.column + cell.times
    missing = [column for column in sorted(cells.names) if column >= reached]
    if not missing:
        return b"".join([*parts, raw[place:]])
    before = [reached - 1, *missing[:-1]]
    added = b"".join(_blank(column, last, cells) for column, last in zip(missing, before, strict=True))
    if raw.endswith(b"/>"):
        return raw[:-2] + b">" + added + b"</table:table-row>"
    end = raw.rindex(b"</table:table-row>")
    return b"".join([*parts, raw[place:end], added, raw[end:]])


def _parted(cell: bytes, known: CellXml, inside: list[int], cells: _Cells) -> Iterator[bytes]:
    single = _REPEATED.sub(b"", cell, count=1)
    is_text = known.is_blank or b'value-type="string"' in known.attributes
    column = known.column
    for checked in inside:
        if checked > column:
            yield _times(single, checked - column)
        yield cells.checked(single, checked, is_text)
        column = checked + 1
    if (left := known.column + known.times - column) > 0:
        yield _times(single, left)


def _times(single: bytes, times: int) -> bytes:
    return single if times == 1 else _opened_with(single, b' table:number-columns-repeated="%d"' % times)


def _opened_with(cell: bytes, attribute: bytes) -> bytes:
    end = cell.index(b"table-cell") + len(b"table-cell")
    return cell[:end] + attribute + cell[end:]


def _blank(column: int, before: int, cells: _Cells) -> bytes:
    """Return an empty cell with its check, and what stands between it and the cell before."""
    between = _times(b"<table:table-cell/>", column - before - 1) if column - before > 1 else b""
    return between + cells.checked(b"<table:table-cell/>", column, True)


def _placed(
    check: EntryCheck, letter: str, sheet: str, rows: tuple[int, int], language: str, country: str | None
) -> PlacedCheck:
    values = ", ".join(check.values)
    hint, error = (say(language, f"checks.{what}.{check.kind}", values) for what in ("hint", "error"))
    title = escape(check.column[:LONGEST_TITLE])
    address = "$'" + sheet.replace("'", "''") + f"'.{letter}{rows[0]}"
    kind = "stop" if check.stops else "warning"
    message = "<text:p>{0}</text:p>"
    validation = (
        f'<table:content-validation table:name="tikissa-{letter}" '
        f'table:condition="{escape(_condition(check, letter, rows, country))}" table:allow-empty-cell="true" '
        f'table:base-cell-address="{escape(address)}">'
        f'<table:help-message table:title="{title}" table:display="true">'
        f"{message.format(escape(hint[:LONGEST_TEXT]))}</table:help-message>"
        f'<table:error-message table:message-type="{kind}" table:title="{title}" table:display="true">'
        f"{message.format(escape(error[:LONGEST_TEXT]))}</table:error-message></table:content-validation>"
    )
    return PlacedCheck(check.column, letter, check.kind, *rows, validation, as_text=check.kind in AS_TEXT)


def _coloured(check: PlacedCheck, sheet: str) -> PlacedCheck:
    """Return a check with the colour for what stands twice (LibreOffice's own extension of OpenDocument)."""
    name = escape("'" + sheet.replace("'", "''") + "'")
    first, last = (f"{name}.{check.letter}{row}" for row in (check.first, check.last))
    condition = f'<calcext:condition calcext:apply-style-name="{COLOUR_NAME}" calcext:value="duplicate" '
    return replace(
        check,
        colour=f'<calcext:conditional-format calcext:target-range-address="{first}:{last}">'
        f'{condition}calcext:base-cell-address="{first}"/></calcext:conditional-format>',
    )


def _condition(check: EntryCheck, letter: str, rows: tuple[int, int], country: str | None) -> str:
    """Return what OpenDocument calls the condition of a check (ODF 1.3, 19.604)."""
    if check.kind == LIST:
        return "of:cell-content-is-in-list(" + ";".join(f'"{value}"' for value in check.values) + ")"
    if check.kind == DAY:
        first, last = map(open_formula, formulas_of(check, letter, rows, country))
        return f"of:cell-content-is-date() and cell-content-is-between({first},{last})"
    (formula,) = formulas_of(check, letter, rows, country)
    return f"of:is-true-formula({open_formula(formula)})"


def open_formula(formula: str) -> str:
    """Return a formula of Excel as OpenFormula writes it: references in brackets, arguments parted by semicolons."""

    def written(found: re.Match[str]) -> str:
        token = found[0]
        if token.startswith('"'):
            return token
        return ";" if token == "," else "[" + ":".join(f".{part}" for part in token.split(":")) + "]"

    return _TOKEN.sub(written, formula)
