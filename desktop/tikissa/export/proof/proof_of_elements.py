"""Compares two forms of a part element by element: what differs must be what rows that went and came make of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tikissa.export.proof.explained_changes import Explained

_SPREADSHEET = frozenset(
    [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",
        "http://schemas.microsoft.com/office/spreadsheetml/2010/11/main",
        "http://schemas.microsoft.com/office/excel/2006/main",
        "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments",
        "http://schemas.microsoft.com/office/spreadsheetml/2019/namedsheetviews",
    ]
)
_DRAWING = frozenset(
    [
        "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
        "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
    ]
)
_REFERENCES = frozenset(("ref", "sqref", "r", "sourceRef"))
_WHERE_ONE_LOOKS = frozenset(("selection", "pane", "sheetView", "customSheetView"))
_ABOUT_THEIR_CELLS = frozenset(
    ("mergeCell", "hyperlink", "comment", "threadedComment", "cellWatch", "inputCells", "singleXmlCell", "sparkline")
)
_FORMULAS = frozenset(
    ("f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula", "totalsRowFormula")
)
_WORDS = frozenset(("t", "v", "text", "display", "tooltip", "name", "displayName", "sheet", "title", "prompt", "error"))
"""Elements and attributes that hold what a person reads, or names."""

_MAY_GO = frozenset(
    [
        *("mergeCell", "hyperlink", "dataValidation", "conditionalFormatting", "protectedRange", "ignoredError"),
        *("cellWatch", "inputCells", "scenario", "sortCondition", "comment", "threadedComment", "sparkline"),
        *("singleXmlCell", "cellSmartTags", "brk"),
        *("mergeCells", "hyperlinks", "dataValidations", "conditionalFormattings", "protectedRanges", "ignoredErrors"),
        *("cellWatches", "scenarios", "sortState", "sparklines", "sparklineGroup", "sparklineGroups", "ext", "extLst"),
        *("smartTags", "rowBreaks"),
    ]
)


def parsed(xml: bytes) -> etree._Element:
    """Parse a stranger's XML: nothing outside it is ever looked up."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    return etree.fromstring(xml, parser)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _space(element: etree._Element) -> str:
    return etree.QName(element).namespace or "" if isinstance(element.tag, str) else ""


@dataclass(frozen=True)
class ElementProof:
    """`own`: the part belongs to the register's sheet. `list_of` says what may come to a part or go from it: sheets of
    a `workbook`, its `relations`, its `types`; else nothing. `without_chain`: the order of calculation was left out."""

    explained: Explained
    own: bool
    list_of: str
    without_chain: bool = False

    def differences(self, before: etree._Element, after: etree._Element, down: int = 0) -> Iterator[str]:
        """Yield the names of the elements that differ without an explanation."""
        down = self._down(before) or down
        if before.tag != after.tag or not self._attributes(before, after, down):
            yield _local(before) or "?"
            return
        if len(before) or len(after):
            yield from self._children(before, after, down)
        elif not self._text(before, after, down):
            yield _local(before) or "?"

    def _children(self, before: etree._Element, after: etree._Element, down: int) -> Iterator[str]:
        left = list(after)
        breaks: set[int | None] = set()
        for child in before:
            if self._is_gone(child, breaks):
                continue
            if left and left[0].tag != child.tag and self._may_come(left[0]):
                left.pop(0)
            if left:
                yield from self.differences(child, left.pop(0), down)
            else:
                yield _local(child)
        yield from (_local(extra) for extra in left if not self._may_come(extra))

    def _may_come(self, element: etree._Element) -> bool:
        name = _local(element)
        match self.list_of:
            case "workbook":
                is_sheet = name == "sheet" and element.get("name") in self.explained.added_sheets
                return is_sheet or (name == "calcPr" and element.items() == [("fullCalcOnLoad", "1")])
            case "relations":
                return name == "Relationship" and "/tikissa" in str(element.get("Target"))
            case "types":
                return name == "Override" and "/tikissa" in str(element.get("PartName"))
        return False

    def _is_gone(self, element: etree._Element, breaks: set[int | None]) -> bool:
        """Say whether an element should have been left out: its cells are gone, or all that stood in it."""
        name = _local(element)
        if self.list_of == "relations" and str(element.get("Type", "")).endswith("/calcChain"):
            return self.without_chain
        if self.list_of == "types" and "calcchain" in str(element.get("PartName", "")).lower():
            return self.without_chain
        if not self.own or not self.explained.rows or name not in _MAY_GO or _space(element) not in _SPREADSHEET | {""}:
            return False
        if name == "brk":
            return self._is_second_break(element, breaks)
        areas = element.get("sqref") or element.get("ref") or element.get("r") or _child_text(element, "sqref")
        if areas and name not in ("sortState", "scenarios"):
            return self._nothing_left(name, areas)
        if name == "sparklineGroup":
            return all(self._is_gone(child, set()) for child in element if _local(child) == "sparklines")
        return len(element) > 0 and all(self._is_gone(child, set()) for child in element)

    def _nothing_left(self, name: str, areas: str) -> bool:
        expected = self.explained.expectation
        first, _, last = areas.partition(":")
        one_cell_left = name == "mergeCell" and last not in ("", first) and expected.is_one_cell(areas)
        return expected.is_gone(areas) or one_cell_left

    def _is_second_break(self, element: etree._Element, breaks: set[int | None]) -> bool:
        parent = element.getparent()
        if parent is None or _local(parent) != "rowBreaks":
            return False
        place = self._break(str(element.get("id", "0")))
        is_second = place in breaks
        breaks.add(place)
        return is_second

    def _break(self, written: str) -> int:
        """Return after which row the page ends now: above the row that has moved up, where the next is gone."""
        row = int(written) + 1
        while (moved := self.explained.rows.row(row)) is None:
            row += 1
        return moved - 1

    def _down(self, element: etree._Element) -> int:
        """Return how many rows below the first cell of a rule its formulas are read: the first cell that is left."""
        areas = element.get("sqref") or _child_text(element, "sqref")
        rows = self.explained.rows
        if not self.own or not rows or not areas or _local(element) not in ("conditionalFormatting", "dataValidation"):
            return 0
        spans = [span for each in areas.split() if (span := self.explained.expectation.span(each))]
        kept = [next((row for row in range(top, bottom + 1) if rows.row(row)), None) for top, bottom in spans]
        left = [row for row in kept if row is not None]
        return min(left) - min(top for top, _ in spans) if left else 0

    def _attributes(self, before: etree._Element, after: etree._Element, down: int) -> bool:
        if [*before.attrib] != [name for name in after.attrib if name in before.attrib]:
            return False
        if {*after.attrib} - {*before.attrib} - ({"fullCalcOnLoad"} if _local(after) == "calcPr" else set()):
            return False
        return all(self._attribute(before, after, str(name), down) for name in before.attrib)

    def _attribute(self, before: etree._Element, after: etree._Element, name: str, down: int) -> bool:
        first, second = str(before.get(name)), str(after.get(name))
        element, expected = _local(before), self.explained.expectation
        if _space(before) in _SPREADSHEET:
            if element in _WHERE_ONE_LOOKS and self.own and name in ("sqref", "activeCell", "topLeftCell"):
                return True
            if self._is_beside_the_sheet(before) and name == "ref":
                return expected.areas(first, second)
            if self.own and name in _REFERENCES:
                grows = element not in _ABOUT_THEIR_CELLS
                return expected.areas(first, second, grows) or (first == second and expected.is_gone(first))
            if self.own and element == "brk" and name == "id" and _local(_parent(before)) == "rowBreaks":
                return second == str(self._break(first))
            if name in ("count", "manualBreakCount") and first != second:
                return self.own and len(before) > len(after)
            if element == "calcPr" and name == "fullCalcOnLoad":
                return second in ("1", first)
            if (element, name) in (("cfvo", "val"), ("hyperlink", "location")):
                return expected.formula(first, second, self.own, (down, 0))
        return self._anything(name, first, second)

    def _is_beside_the_sheet(self, element: etree._Element) -> bool:
        has_relation = any(str(name).endswith("}id") for name in element.attrib)
        return not has_relation and str(element.get("sheet", "")).casefold() == self.explained.sheet.casefold()

    def _text(self, before: etree._Element, after: etree._Element, down: int) -> bool:
        first, second, name = before.text or "", after.text or "", _local(before)
        expected = self.explained.expectation
        if _space(before) in _SPREADSHEET and name == "sqref":
            grows = _local(_parent(before)) not in _ABOUT_THEIR_CELLS
            return expected.areas(first, second, grows) if self.own else first == second
        if _space(before) in _SPREADSHEET and name in _FORMULAS:
            return expected.formula(first, second, self.own, (down, 0))
        if self.own and _space(before) in _DRAWING and _local(_parent(before)) in ("from", "to"):
            if name == "row":
                return second == str(self._break(first))
            if name == "rowOff":
                return second == first or (second == "0" and self._corner_is_gone(before))
        return self._anything(name, first, second)

    def _corner_is_gone(self, offset: etree._Element) -> bool:
        row = _child_text(_parent(offset), "row")
        return row.isdigit() and self.explained.rows.row(int(row) + 1) is None

    def _anything(self, name: str, first: str, second: str) -> bool:
        """Whatever else stands somewhere is as it was; where it reads like a reference to the sheet, it has moved."""
        if name in _WORDS or "!" not in first or not self.explained.rows:
            return first == second
        sheet = self.explained.sheet
        if sheet.casefold() not in first.replace("''", "'").casefold():
            return first == second
        mark = "#" if first.startswith("#") and second.startswith("#") else ""
        return self.explained.expectation.formula(first.removeprefix(mark), second.removeprefix(mark), own=False)


def _parent(element: etree._Element) -> etree._Element:
    """Return what an element stands in, the root for the root itself."""
    parent = element.getparent()
    return element if parent is None else parent


def _child_text(element: etree._Element, name: str) -> str:
    return next((child.text or "" for child in element if _local(child) == name), "")
