"""Judges a saved workbook with eyes that are not the program's: other libraries, and rules of the format itself."""

import re
import warnings
import zipfile
from collections.abc import Callable, Iterator, Set
from contextlib import suppress
from copy import copy
from pathlib import Path
from typing import Any

import openpyxl
import python_calamine
from lxml import etree

Moved = Callable[[int], int | None]

_ORDER = {
    "worksheet": [
        "sheetPr",
        "dimension",
        "sheetViews",
        "sheetFormatPr",
        "cols",
        "sheetData",
        "sheetCalcPr",
        "sheetProtection",
        "protectedRanges",
        "scenarios",
        "autoFilter",
        "sortState",
        "dataConsolidate",
        "customSheetViews",
        "mergeCells",
        "phoneticPr",
        "conditionalFormatting",
        "dataValidations",
        "hyperlinks",
        "printOptions",
        "pageMargins",
        "pageSetup",
        "headerFooter",
        "rowBreaks",
        "colBreaks",
        "customProperties",
        "cellWatches",
        "ignoredErrors",
        "smartTags",
        "drawing",
        "legacyDrawing",
        "legacyDrawingHF",
        "drawingHF",
        "picture",
        "oleObjects",
        "controls",
        "webPublishItems",
        "tableParts",
        "extLst",
    ],
    "workbook": [
        "fileVersion",
        "fileSharing",
        "workbookPr",
        "workbookProtection",
        "bookViews",
        "sheets",
        "functionGroups",
        "externalReferences",
        "definedNames",
        "calcPr",
        "oleSize",
        "customWorkbookViews",
        "pivotCaches",
        "smartTagPr",
        "smartTagTypes",
        "webPublishing",
        "fileRecoveryPr",
        "webPublishObjects",
        "extLst",
    ],
}
"""ECMA-376 part 1, 18.3.1.99 and 18.2.27."""

_DIGITS = re.compile(r"(\$?[A-Za-z]{1,3}\$?)\d+")
_ROWS = re.compile(r"\d+")


def harm(original: Path, cleaned: Path, sheet: str, moved: Moved, added: Set[int]) -> Iterator[str]:
    """Yield what is wrong with a workbook that was saved from another. `moved` tells where a row of the sheet is now,
    None for one that is gone; `added` are the numbers of new rows."""
    with zipfile.ZipFile(original) as before, zipfile.ZipFile(cleaned) as after:
        yield from _members(before, after)
        for name in after.namelist():
            if name in before.namelist() and before.read(name) != after.read(name):
                yield from _part(name, before.read(name), after.read(name))
        yield from _relations(before, after)
    yield from _opens(original, cleaned)
    yield from _cells(original, cleaned, sheet, moved, added)


def _members(before: zipfile.ZipFile, after: zipfile.ZipFile) -> Iterator[str]:
    for name in before.namelist():
        if name not in after.namelist() and "calcchain" not in name.lower():
            yield f"member gone: {name}"
    for name in after.namelist():
        if name not in before.namelist():
            yield f"member added: {name}"


def _part(name: str, before: bytes, after: bytes) -> Iterator[str]:
    if not name.lower().endswith((".xml", ".rels", ".vml")):
        yield f"changed: {name}"
        return
    if name.lower().endswith(".vml"):
        return
    first, second = etree.fromstring(before), etree.fromstring(after)
    kind = etree.QName(second).localname
    if kind in _ORDER:
        yield from _in_order(name, second, _ORDER[kind])
    if kind in ("worksheet", "sst"):
        first, second = (_without_rows(root) for root in (first, second))
    yield from _alike(name, first, second)


def _without_rows(root: etree._Element) -> etree._Element:
    for child in root:
        if isinstance(child.tag, str) and etree.QName(child).localname in ("sheetData", "si"):
            for row in list(child):
                child.remove(row)
    return root


def _in_order(name: str, root: etree._Element, order: list[str]) -> Iterator[str]:
    places = [
        order.index(local)
        for each in root
        if isinstance(each.tag, str) and (local := etree.QName(each).localname) in order
    ]
    if places != sorted(places):
        yield f"order of elements: {name}"


_MAY_GO = frozenset(
    [
        "Relationship",
        "Override",
        "mergeCell",
        "hyperlink",
        "dataValidation",
        "conditionalFormatting",
        "comment",
        "threadedComment",
        "sparkline",
        "sparklineGroup",
        "ext",
        "extLst",
        "brk",
        "ignoredError",
        "protectedRange",
        "cellWatch",
        "mergeCells",
        "hyperlinks",
        "dataValidations",
        "calcPr",
        "sparklines",
        "sparklineGroups",
        "conditionalFormattings",
        "singleXmlCell",
    ]
)


def _alike(name: str, first: etree._Element, second: etree._Element) -> Iterator[str]:
    """Say what differs but for the numbers of rows: an element gone, an attribute, a text."""
    if first.tag != second.tag or {*first.attrib} - _MAY_COME != {*second.attrib} - _MAY_COME:
        yield f"{name}: {first.tag} {dict(first.attrib)} became {second.tag} {dict(second.attrib)}"
        return
    for key in first.attrib:
        if not _but_rows(first.attrib[key], second.get(key, ""), key):
            yield f"{name}: {first.tag}@{key} {first.attrib[key]!r} became {second.get(key)!r}"
    if not _but_rows(
        first.text or "", second.text or "", etree.QName(first).localname if isinstance(first.tag, str) else ""
    ):
        yield f"{name}: {first.tag} {(first.text or '')[:80]!r} became {(second.text or '')[:80]!r}"
    rest = list(second)
    for child in first:
        if rest and (rest[0].tag == child.tag) and not next(_alike(name, child, rest[0]), None):
            rest.pop(0)
        elif isinstance(child.tag, str) and etree.QName(child).localname in _MAY_GO:
            if etree.QName(child).localname in ("ext", "extLst") and child.get("uri") is None and len(child) == 0:
                yield f"{name}: {child.tag} gone"
        elif rest:
            yield from _alike(name, child, rest.pop(0))
        else:
            yield f"{name}: {child.tag} gone"
    for extra in rest:
        if etree.QName(extra).localname not in _MAY_GO:
            yield f"{name}: {extra.tag} came"


_MAY_COME = {"fullCalcOnLoad"}
_PLACES = frozenset(
    [
        "ref",
        "sqref",
        "r",
        "activeCell",
        "topLeftCell",
        "sourceRef",
        "location",
        "textlink",
        "val",
        "cell",
        "Target",
        "cellRange",
        "linkedCell",
        "listFillRange",
        "fmlaLink",
        "fmlaRange",
    ]
)
_TEXTS = frozenset(
    ["f", "formula", "formula1", "formula2", "sqref", "definedName", "calculatedColumnFormula", "totalsRowFormula"]
)
_NUMBERS = frozenset(["id", "count", "row", "rowOff"])


def _but_rows(first: str, second: str, what: str) -> bool:
    if first == second:
        return True
    if what in _PLACES or what in _TEXTS:
        return (
            _DIGITS.sub(r"\1#", first).replace("$", "") in _DIGITS.sub(r"\1#", second).replace("$", "")
            or len(first.split()) > len(second.split())
            or _ROWS.sub("#", first) == _ROWS.sub("#", second)
        )
    return what in _NUMBERS and _ROWS.sub("", first) == _ROWS.sub("", second)


def _relations(before: zipfile.ZipFile, after: zipfile.ZipFile) -> Iterator[str]:
    """A part the saved file no longer has must not be spoken of."""
    gone = [name for name in before.namelist() if name not in after.namelist()]
    for name in after.namelist():
        if name.lower().endswith((".rels", "[content_types].xml")):
            for part in gone:
                if part.rpartition("/")[2].encode() in after.read(name):
                    yield f"{name} speaks of {part}, which is gone"


def _opens(original: Path, cleaned: Path) -> Iterator[str]:
    for reader in (_with_openpyxl, _with_calamine):
        with suppress(BaseException):
            reader(original)
            try:
                reader(cleaned)
            except BaseException as error:  # a panic is no Exception
                yield f"{reader.__name__} no longer opens it: {type(error).__name__}"


def _with_openpyxl(path: Path) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path, rich_text=True)


def _with_calamine(path: Path) -> None:
    workbook = python_calamine.load_workbook(path)
    for name in workbook.sheet_names:
        with suppress(python_calamine.CalamineError):
            workbook.get_sheet_by_name(name)


def _cells(original: Path, cleaned: Path, sheet: str, moved: Moved, added: Set[int]) -> Iterator[str]:
    """Compare contents and looks of every cell but those of changed and added rows, as openpyxl sees them."""
    try:
        before = _with_openpyxl(original)
    except Exception:
        return
    after = _with_openpyxl(cleaned)
    if before.sheetnames != after.sheetnames:
        yield f"sheets: {before.sheetnames} became {after.sheetnames}"
        return
    for first, second in zip(before.worksheets, after.worksheets, strict=True):
        own = first.title == sheet
        yield from _sheet(first, second, moved if own else _stays, added if own else frozenset())


def _stays(row: int) -> int:
    return row


def _look(cell: Any) -> tuple[object, ...]:
    """What is seen of a cell: openpyxl numbers the looks of merged cells anew in each workbook, and gives looks out in
    proxies that are never equal, so they are copied out of them."""
    return tuple(map(copy, (cell.font, cell.fill, cell.border, cell.number_format, cell.alignment, cell.protection)))


def _sheet(before: Any, after: Any, moved: Moved, added: Set[int]) -> Iterator[str]:
    """One cell may differ: the one that was edited."""
    differing = 0
    for (row, column), cell in before._cells.items():
        number = moved(row)
        if number is None or number in added:
            continue
        other = after._cells.get((number, column))
        if other is None:
            if cell.value is not None or cell.has_style:
                yield f"cell gone: {before.title} {row},{column}"
        elif cell._style != other._style and _look(cell) != _look(other):
            yield f"look differs: {before.title} {row},{column}"
        elif cell.data_type != "f":
            differing += str(cell.value) != str(other.value)
    for row, dimension in before.row_dimensions.items():
        number = moved(row)
        if number is not None and number not in added and dimension.height != after.row_dimensions[number].height:
            yield f"height differs: {before.title} {row}"
    if differing > 1:
        yield f"{differing} cells differ: {before.title}"
