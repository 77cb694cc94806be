"""Puts checks into a workbook of Excel, and nothing else: a few elements of its sheet, and looks kept as text.

Every other part is copied as it stands. What is put in is told so exactly that `without_checks` leaves the workbook as
it was.
"""

import re
import zipfile
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import IO

from tikissa.export.entry_checks import columns as column_list
from tikissa.export.entry_checks.check_formulas import FIRST_DAY, formula
from tikissa.export.entry_checks.look_of_text import NO_STYLE, count_more, with_looks
from tikissa.export.entry_checks.offers import AS_TEXT, DAY, LIST, MARKED_TWICE, EntryCheck
from tikissa.export.entry_checks.placed import Made, PlacedCheck
from tikissa.export.entry_checks.sheet_survey import Survey, may_be_text
from tikissa.export.workbook.package import Package
from tikissa.export.workbook.row_patch import RowPatcher
from tikissa.export.workbook.sheet_stream import OddSheet, Row, SheetStream
from tikissa.export.workbook.xml_spans import SpannedXml, out_of_utf8
from tikissa.files.letters import column_index
from tikissa.messages import say

LONGEST_TITLE, LONGEST_TEXT = 32, 225
"""Letters of a hint and its title in Excel."""

_BEFORE_COLOURS = frozenset(
    [
        *("sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState"),
        *("dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting"),
    ]
)
"""What stands before colours that depend on contents (ECMA-376, 18.3.1.99); checks come right after them."""

Edit = Callable[[SpannedXml], None]


def put_checks_in(
    source: Path,
    target: IO[bytes],
    sheet: str,
    found: Survey,
    letters: Mapping[str, str],
    first: int,
    language: str,
    country: str | None = None,
) -> tuple[tuple[PlacedCheck, ...], Made]:
    """Write the workbook with the checks that the survey found room for, and return them with what was made for them.

    Raises OddSheet where the sheet or its looks are of a kind that is not patched.
    """
    with Package(source) as package:
        part = package.sheet(sheet).part
        with package.open_sheet(part) as opened:
            stream = SheetStream(opened)
            stream.skip_rows()
        around = SpannedXml(stream.head + stream.tail)
        as_text = frozenset(column_index(letters[check.column]) for check in found.checks if check.kind in AS_TEXT)
        bases = column_list.base_looks(around.root.first("cols"), as_text)
        styles = next(package.related(package.workbook_part, "styles"), None)
        if styles is None:
            raise OddSheet
        twice = any(check.kind in MARKED_TWICE for check in found.checks)
        looks, made, texts = with_looks(package.zip.read(styles), found.styles | {*bases.values()}, twice)
        columns = around.root.first("cols")
        made = replace(made, columns=around.raw_whole(columns).decode() if columns is not None else "")
        words = _Words(stream.prefix.decode(), language, country)
        priority = _priority(around)
        placed = tuple(
            _placed(check, letters[check.column], (first, found.last), words, made, priority + place)
            for place, check in enumerate(found.checks)
        )
        new_columns = {column: texts.get(base, base) for column, base in bases.items()}
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as out:
            for info in package.zip.infolist():
                if info.filename == part:
                    edits = _Edits(placed, new_columns, texts, (first, found.last))
                    write_sheet(package, part, info, out, edits.head, edits.tail, edits.row)
                elif info.filename == styles:
                    out.writestr(info.filename, looks)
                else:
                    package.copy_part(info, out)
        return placed, made


class _Edits:
    """What is done to the sheet's XML before, in and after its rows."""

    def __init__(
        self,
        placed: tuple[PlacedCheck, ...],
        columns: Mapping[int, int],
        texts: Mapping[int, int],
        rows: tuple[int, int],
    ) -> None:
        self._placed = placed
        self._columns = columns
        self._texts = texts
        self._rows = rows

    def head(self, document: SpannedXml, prefix: bytes) -> None:
        if not self._columns:
            return
        columns = document.root.first("cols")
        new = column_list.with_looks(document, columns, self._columns, prefix)
        if columns is not None:
            document.remove(columns)
            document.insert(columns.end, new)
        else:
            document.insert(next(each for each in document.root.children if each.name == "sheetData").start, new)

    def tail(self, document: SpannedXml, prefix: bytes) -> None:
        before = next(each for each in reversed(document.root.children) if each.name in _BEFORE_COLOURS)
        checks = document.root.first("dataValidations")
        colours = b"".join(check.colour.encode() for check in self._placed)
        new = b"".join(check.validation.encode() for check in self._placed)
        if checks is not None:
            document.insert(before.end, colours)
            document.append(checks, new)
            count_more(document, checks, len(self._placed))
        else:
            wrapped = b'<%bdataValidations count="%d">%b</%bdataValidations>'
            document.insert(before.end, colours + wrapped % (prefix, len(self._placed), new, prefix))

    def row(self, row: Row, patcher: RowPatcher) -> bytes:
        """Return a row whose cells of text are kept as text."""
        if not self._columns or not self._rows[0] <= row.number <= self._rows[1]:
            return row.raw
        return with_styles(row, patcher, self._columns.keys(), self._text_look)

    def _text_look(self, kind: str | None, style: int, cell: bytes) -> int:
        return self._texts.get(style, style) if may_be_text(kind, cell) else style


def with_styles(
    row: Row, patcher: RowPatcher, columns: Container[int], look: Callable[[str | None, int, bytes], int]
) -> bytes:
    """Return a row with other styles on the cells of some columns."""
    pieces, place = [], 0
    for cell in patcher.cells(row):
        if cell.column not in columns:
            continue
        style = int(cell.attribute(b"s") or NO_STYLE)
        new = look(cell.attribute(b"t"), style, row.raw[cell.start : cell.end])
        if new != style:
            pieces += [row.raw[place : cell.start], _styled(row.raw[cell.start : cell.end], new)]
            place = cell.end
    return b"".join([*pieces, row.raw[place:]])


def _styled(cell: bytes, style: int) -> bytes:
    opening = cell[: cell.index(b">")]
    found = re.search(rb"\ss\s*=\s*[\"'](\d+)[\"']", opening)
    if found and style == NO_STYLE:
        return cell[: found.start()] + cell[found.end() :]
    if found:
        return cell[: found.start(1)] + b"%d" % style + cell[found.end(1) :]
    end = len(opening) - 1 if opening.endswith(b"/") else len(opening)
    return cell[:end] + b' s="%d"' % style + cell[end:]


def write_sheet(
    package: Package,
    part: str,
    info: zipfile.ZipInfo,
    out: zipfile.ZipFile,
    head: Callable[[SpannedXml, bytes], None],
    tail: Callable[[SpannedXml, bytes], None],
    change: Callable[[Row, RowPatcher], bytes],
) -> None:
    """Write a sheet with changes before, in and after its rows, in the encoding it has."""
    encoding = package.encoding(part)
    with package.open_sheet(part) as source, out.open(info.filename, "w", force_zip64=True) as target:
        pieces = _pieces(SheetStream(source), head, tail, change)
        if encoding == "utf-8":
            target.writelines(pieces)
        else:
            target.write(out_of_utf8(b"".join(pieces), encoding))


def _pieces(
    stream: SheetStream,
    head: Callable[[SpannedXml, bytes], None],
    tail: Callable[[SpannedXml, bytes], None],
    change: Callable[[Row, RowPatcher], bytes],
) -> Iterator[bytes]:
    root = re.search(rb"<((?:[\w.-]+:)?worksheet)[\s>]", stream.head)
    if root is None:
        raise OddSheet
    closing = b"" if stream.empty else b"</%bsheetData>" % stream.prefix
    document = SpannedXml(stream.head + closing + b"</%b>" % root[1])
    head(document, stream.prefix)
    yield document.written(0, len(stream.head))
    patcher = RowPatcher(stream.prefix)
    held: list[bytes] = []
    for row in stream.rows():
        held.append(change(row, patcher))
        if len(held) == 500:
            yield b"".join(held)
            held = []
    yield b"".join(held)
    opening = stream.head[root.start() : stream.head.index(b">", root.start()) + 1]
    opening += b"<%bsheetData>" % stream.prefix if not stream.empty else b""
    document = SpannedXml(opening + stream.tail)
    tail(document, stream.prefix)
    yield document.written(len(opening))


@dataclass(frozen=True, slots=True)
class _Words:
    """What the elements are written with: the prefix of the sheet's tags, the language of the hints, and the letter of
    the column that tells the country."""

    tag: str
    language: str
    country: str | None


def _placed(
    check: EntryCheck, letter: str, rows: tuple[int, int], words: _Words, made: Made, priority: int
) -> PlacedCheck:
    (first, last), tag = rows, words.tag
    area, colour = f"{letter}{first}:{letter}{last}", ""
    if made.colour is not None and check.kind in MARKED_TWICE:
        rule = f'<{tag}cfRule type="duplicateValues" dxfId="{made.colour}" priority="{priority}"/>'
        colour = f'<{tag}conditionalFormatting sqref="{area}">{rule}</{tag}conditionalFormatting>'
    validation = _validation(check, letter, rows, words)
    return PlacedCheck(check.column, letter, check.kind, first, last, validation, colour, check.kind in AS_TEXT)


def _priority(around: SpannedXml) -> int:
    """Return a number behind those of the rules that are there: theirs go before."""
    there = (each.attributes.get("priority", "0") for each in around.root.walk() if each.name == "cfRule")
    return max(map(int, there), default=0) + 1


def _validation(check: EntryCheck, letter: str, rows: tuple[int, int], words: _Words) -> str:
    tag, values = words.tag, ", ".join(check.values)
    hint, error = (say(words.language, f"checks.{what}.{check.kind}", values) for what in ("hint", "error"))
    told = {
        "errorTitle": check.column[:LONGEST_TITLE],
        "error": error[:LONGEST_TEXT],
        "promptTitle": check.column[:LONGEST_TITLE],
        "prompt": hint[:LONGEST_TEXT],
        "sqref": f"{letter}{rows[0]}:{letter}{rows[1]}",
    }
    attributes = "".join(f' {name}="{escape(" ".join(text.split()))}"' for name, text in told.items())
    kind = {LIST: 'type="list"', DAY: 'type="date"'}.get(check.kind, 'type="custom"')
    style = "" if check.stops else ' errorStyle="warning"'
    formulas = "".join(
        f"<{tag}formula{place}>{escape(text, quote=False)}</{tag}formula{place}>"
        for place, text in enumerate(formulas_of(check, letter, rows, words.country), 1)
    )
    opening = (
        f'<{tag}dataValidation {kind}{style} allowBlank="1" showInputMessage="1" showErrorMessage="1"{attributes}>'
    )
    return f"{opening}{formulas}</{tag}dataValidation>"


def formulas_of(check: EntryCheck, letter: str, rows: tuple[int, int], country: str | None) -> tuple[str, ...]:
    """Return what is compared with: the values of a list as one text, the first and the last day, else a formula."""
    if check.kind == LIST:
        return (f'"{",".join(check.values)}"',)
    if check.kind == DAY:
        return FIRST_DAY, "TODAY()"
    return (formula(check.kind, letter, *rows, country),)
