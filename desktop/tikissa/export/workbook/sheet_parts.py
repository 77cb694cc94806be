"""Moves what stands around the rows of a worksheet, and in the parts that belong to it, when rows are deleted."""

from lxml import etree

from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.formulas import after_deletion, copied
from tikissa.export.workbook.package import local

_GONE_WITH_ITS_CELLS = frozenset(
    [
        "mergeCell",
        "hyperlink",
        "dataValidation",
        "conditionalFormatting",
        "protectedRange",
        "ignoredError",
        "cellWatch",
        "inputCells",
        "sparkline",
        "sortCondition",
        "comment",
        "threadedComment",
    ]
)
_REFERENCES = ("ref", "sqref", "activeCell", "topLeftCell", "r")
FORMULA_ELEMENTS = frozenset(
    ("f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula", "totalsRowFormula")
)
_FORMULA_ATTRIBUTES = ("location", "textlink", "fmlaLink", "fmlaRange", "fmlaGroup", "fmlaTxbx")
_RELATIVE = frozenset(("conditionalFormatting", "dataValidation"))
_EMPTY_IS_WRONG = frozenset(
    [
        "mergeCells",
        "hyperlinks",
        "dataValidations",
        "conditionalFormattings",
        "protectedRanges",
        "ignoredErrors",
        "cellWatches",
        "sparklines",
        "sparklineGroup",
        "sparklineGroups",
        "ext",
        "extLst",
        "sortState",
    ]
)


class Shift:
    """A deletion on `sheet`, seen from a part that belongs to that sheet (`own_sheet`) or to another."""

    def __init__(self, sheet: str, deletion: Deletion, own_sheet: bool) -> None:
        self.sheet = sheet
        self.deletion = deletion
        self.own_sheet = own_sheet

    def formula(self, formula: str) -> str:
        return after_deletion(formula, self.own_sheet, self.sheet, self.deletion)

    def whole(self, root: etree._Element) -> bool:
        """Move every formula and, on the sheet itself, every reference under `root`; say whether anything changed."""
        before = etree.tostring(root)
        if self.own_sheet:
            self._references(root)
        self._formulas(root)
        _drop_empty(root)
        return etree.tostring(root) != before

    def _references(self, root: etree._Element) -> None:
        for element in list(root.iter()):
            if local(element) in _RELATIVE:
                self._rebase(element)
        for element in list(root.iter()):
            self._own_reference(element)

    def _own_reference(self, element: etree._Element) -> None:
        name = local(element)
        if name == "sqref":
            self._written(element, self.deletion.references(element.text or ""))
        elif name == "brk" and local(_parent(element)) == "rowBreaks":
            element.set("id", str(self.deletion.moved(int(element.get("id", "0")) + 1) - 1))
        for attribute in _REFERENCES if name != "brk" else ():
            if (value := element.get(attribute)) is not None:
                self._attribute(element, attribute, str(value))

    def _attribute(self, element: etree._Element, attribute: str, value: str) -> None:
        left = self.deletion.references(value)
        if left and not (local(element) == "mergeCell" and _single(left)):
            element.set(attribute, left)
        elif local(element) in _GONE_WITH_ITS_CELLS:
            _remove(element)
        elif attribute in ("activeCell", "topLeftCell", "sqref"):
            element.set(attribute, self._nearest(value))

    def _written(self, element: etree._Element, left: str) -> None:
        element.text = left
        if not left:
            _remove(_parent(element))

    def _nearest(self, value: str) -> str:
        """Return the cell that moves up into the place of one that is gone."""
        first = value.split()[0].split(":")[0]
        letters = first.rstrip("0123456789")
        return f"{letters}{self.deletion.moved(int(first[len(letters) :]))}"

    def _rebase(self, element: etree._Element) -> None:
        """A rule's formula is written for the first cell of its range: where that row goes, for the next one."""
        text = str(element.get("sqref") or next((each.text for each in element if local(each) == "sqref"), ""))
        rows = [row_span(reference) for reference in (text or "").split()]
        kept = [self.deletion.next_kept(first) for first, last in rows if self.deletion.span(first, last)]
        if not kept or (down := min(kept) - min(first for first, _ in rows)) == 0:
            return
        for formula in element.iter():
            if local(formula) in FORMULA_ELEMENTS and formula.text:
                formula.text = copied(formula.text, down, 0)

    def _formulas(self, root: etree._Element) -> None:
        for element in root.iter():
            if local(element) in FORMULA_ELEMENTS and element.text and len(element) == 0:
                element.text = self.formula(element.text)
            for attribute in _FORMULA_ATTRIBUTES:
                if value := element.get(attribute):
                    element.set(attribute, self.formula(str(value)))
            if local(element) == "cfvo" and element.get("type") == "formula":
                element.set("val", self.formula(str(element.get("val"))))


def row_span(reference: str) -> tuple[int, int]:
    ends = [int(digits) for end in reference.split(":") if (digits := end.lstrip("$ABCDEFGHIJKLMNOPQRSTUVWXYZ"))]
    return (min(ends), max(ends)) if ends else (1, 1_048_576)


def _single(reference: str) -> bool:
    first, _, last = reference.partition(":")
    return not last or first == last


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _drop_empty(root: etree._Element) -> None:
    """Take out lists left without members and set the counts of the others right."""
    for element in reversed(list(root.iter())):
        name = local(element)
        if name not in _EMPTY_IS_WRONG:
            continue
        if len(element) == 0 or (name == "sparklineGroup" and not any(local(each) == "sparklines" for each in element)):
            _remove(element)
        elif element.get("count") is not None:
            element.set("count", str(len(element)))
