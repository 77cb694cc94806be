"""The list of the places in a workbook's parts that name rows: nothing else of a part is ever written anew.

A place is a namespace, an element and one of its attributes, `""` being its text. Sources: ECMA-376 part 1 chapter 18,
20.5 and 21.2, and Microsoft's [MS-XLSX], [MS-ODRAWXML] for what came after it.
"""

from collections.abc import Iterator
from enum import Enum

from tikissa.export.workbook.xml_spans import Element

Place = tuple[str, str, str]

_SPACES = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "main",
    "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main": "x14",
    "http://schemas.microsoft.com/office/excel/2006/main": "xm",
    "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments": "threads",
    "http://schemas.microsoft.com/office/spreadsheetml/2019/namedsheetviews": "views",
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing": "drawing",
    "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing": "drawing",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "chart",
    "http://purl.oclc.org/ooxml/drawingml/chart": "chart",
    "http://schemas.microsoft.com/office/drawing/2012/chart": "chart",
    "http://schemas.microsoft.com/office/drawing/2014/chartex": "chart",
    "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing": "drawing",
    "http://purl.oclc.org/ooxml/drawingml/chartDrawing": "drawing",
    "http://schemas.microsoft.com/office/drawing/2010/main": "a14",
    "http://schemas.openxmlformats.org/package/2006/relationships": "relations",
}


class Names(Enum):
    """How a place names rows."""

    AREAS = "areas"
    CELL = "cell"
    BREAK = "break"
    ANCHOR = "anchor"
    FORMULA = "formula"
    LINK = "link"


OWN: dict[Place, Names] = {
    ("main", "dimension", "ref"): Names.AREAS,
    ("main", "sheetView", "topLeftCell"): Names.CELL,
    ("main", "customSheetView", "topLeftCell"): Names.CELL,
    ("main", "pane", "topLeftCell"): Names.CELL,
    ("main", "selection", "activeCell"): Names.CELL,
    ("main", "selection", "sqref"): Names.CELL,
    ("main", "protectedRange", "sqref"): Names.AREAS,
    ("main", "scenarios", "sqref"): Names.AREAS,
    ("main", "inputCells", "r"): Names.AREAS,
    ("main", "autoFilter", "ref"): Names.AREAS,
    ("main", "sortState", "ref"): Names.AREAS,
    ("main", "sortCondition", "ref"): Names.AREAS,
    ("main", "mergeCell", "ref"): Names.AREAS,
    ("main", "conditionalFormatting", "sqref"): Names.AREAS,
    ("main", "dataValidation", "sqref"): Names.AREAS,
    ("main", "hyperlink", "ref"): Names.AREAS,
    ("main", "brk", "id"): Names.BREAK,
    ("main", "cellWatch", "r"): Names.AREAS,
    ("main", "ignoredError", "sqref"): Names.AREAS,
    ("main", "cellSmartTags", "r"): Names.AREAS,
    ("main", "webPublishItem", "sourceRef"): Names.AREAS,
    ("main", "table", "ref"): Names.AREAS,
    ("main", "comment", "ref"): Names.AREAS,
    ("main", "singleXmlCell", "r"): Names.AREAS,
    ("x14", "sortCondition", "ref"): Names.AREAS,
    ("xm", "sqref", ""): Names.AREAS,
    ("threads", "threadedComment", "ref"): Names.AREAS,
    ("views", "nsvFilter", "ref"): Names.AREAS,
    ("views", "sortCondition", "ref"): Names.AREAS,
    ("drawing", "row", ""): Names.ANCHOR,
}
"""Places on the sheet itself and in the parts that belong to it."""

ANYWHERE: dict[Place, Names] = {
    ("main", "formula", ""): Names.FORMULA,
    ("main", "formula1", ""): Names.FORMULA,
    ("main", "formula2", ""): Names.FORMULA,
    ("main", "cfvo", "val"): Names.FORMULA,
    ("main", "definedName", ""): Names.FORMULA,
    ("main", "calculatedColumnFormula", ""): Names.FORMULA,
    ("main", "totalsRowFormula", ""): Names.FORMULA,
    ("main", "hyperlink", "location"): Names.FORMULA,
    ("main", "controlPr", "linkedCell"): Names.FORMULA,
    ("main", "controlPr", "listFillRange"): Names.FORMULA,
    ("main", "parameter", "cell"): Names.FORMULA,
    **{
        (space, "formControlPr", name): Names.FORMULA
        for space in ("main", "x14")
        for name in ("fmlaLink", "fmlaRange", "fmlaGroup", "fmlaTxbx")
    },
    ("xm", "f", ""): Names.FORMULA,
    ("chart", "f", ""): Names.FORMULA,
    ("chart", "nf", ""): Names.FORMULA,
    ("chart", "sqref", ""): Names.FORMULA,
    ("drawing", "sp", "textlink"): Names.FORMULA,
    ("a14", "cameraTool", "cellRange"): Names.FORMULA,
    ("relations", "Relationship", "Target"): Names.LINK,
}
"""Places where formulas stand, in whatever part."""

BESIDE_A_SHEET_NAME = (("main", "worksheetSource"), ("main", "rangeSet"), ("main", "dataRef"))
"""Elements with an attribute `ref` and the sheet it is on in `sheet`; one with a relation is of another workbook."""

GONE_WITH_ITS_CELLS = frozenset(
    [
        ("main", "mergeCell"),
        ("main", "hyperlink"),
        ("main", "dataValidation"),
        ("main", "conditionalFormatting"),
        ("main", "protectedRange"),
        ("main", "ignoredError"),
        ("main", "cellWatch"),
        ("main", "inputCells"),
        ("main", "scenario"),
        ("main", "sortCondition"),
        ("main", "comment"),
        ("main", "cellSmartTags"),
        ("main", "singleXmlCell"),
        ("x14", "sortCondition"),
        ("x14", "conditionalFormatting"),
        ("x14", "dataValidation"),
        ("x14", "ignoredError"),
        ("x14", "protectedRange"),
        ("x14", "sparkline"),
        ("threads", "threadedComment"),
    ]
)
"""What is left out when none of its cells is left."""

ABOUT_THEIR_CELLS = frozenset(
    [
        *(("main", name) for name in ("mergeCell", "hyperlink", "comment", "cellWatch", "inputCells", "singleXmlCell")),
        *(("main", name) for name in ("selection", "pane", "sheetView", "customSheetView", "cellSmartTags")),
        ("threads", "threadedComment"),
        ("x14", "sparkline"),
    ]
)
"""What is about its cells for their own sake: rows that come below the data are not taken in."""

GONE_WHEN_EMPTY = frozenset(
    [
        *(("main", name) for name in ("mergeCells", "hyperlinks", "dataValidations", "protectedRanges")),
        *(("main", name) for name in ("ignoredErrors", "cellWatches", "scenario", "scenarios", "sortState")),
        *(("main", name) for name in ("smartTags", "ext", "extLst", "rowBreaks")),
        *(("x14", name) for name in ("conditionalFormattings", "dataValidations", "ignoredErrors")),
        *(("x14", name) for name in ("protectedRanges", "sparklines", "sparklineGroup", "sparklineGroups")),
    ]
)
"""Lists that must not stand without members. One of groups, all whose lines are gone, goes with them."""

WRITTEN_FOR_THE_FIRST_CELL = frozenset(
    [
        ("main", "conditionalFormatting"),
        ("main", "dataValidation"),
        ("x14", "conditionalFormatting"),
        ("x14", "dataValidation"),
    ]
)
"""What holds formulas that are written for the first cell of its area, and read from each cell accordingly."""


def kind_of(element: Element) -> tuple[str, str]:
    """Return an element's namespace, in short, and its name; a namespace that is not in the list is `?`."""
    return _SPACES.get(element.space, "?"), element.name


def places(element: Element, own: bool) -> Iterator[tuple[str, str, Names]]:
    """Yield the places of an element that name rows: the attribute, what stands there, and how. `own`: also what speaks
    of the sheet on which it stands."""
    space, name = kind_of(element)
    for attribute in ("", *element.attributes):
        means = ANYWHERE.get((space, name, attribute)) or (OWN.get((space, name, attribute)) if own else None)
        value = element.attributes[attribute] if attribute else element.text
        if means and value and not (attribute == "" and element.children):
            yield attribute, value, means


def sheet_beside(element: Element) -> str | None:
    """Return the sheet that an element's attribute `ref` is on, where it says so and means a sheet of this workbook."""
    if kind_of(element) not in BESIDE_A_SHEET_NAME or any(name.endswith("\x01id") for name in element.attributes):
        return None
    return element.attributes.get("sheet") if element.attributes.get("ref") else None
