"""Moves what stands around the rows of a worksheet, and in the parts that belong to it, when rows are deleted."""

from tikissa.export.workbook.deletion import LAST_ROW, Deletion
from tikissa.export.workbook.formulas import after_deletion, copied
from tikissa.export.workbook.pointing_places import (
    ABOUT_THEIR_CELLS,
    GONE_WHEN_EMPTY,
    GONE_WITH_ITS_CELLS,
    WRITTEN_FOR_THE_FIRST_CELL,
    Names,
    kind_of,
    places,
    sheet_beside,
)
from tikissa.export.workbook.xml_spans import Element, SpannedXml


class Shift:
    """A deletion on `sheet`, seen from a part that belongs to that sheet (`own_sheet`) or to another."""

    def __init__(self, sheet: str, deletion: Deletion, own_sheet: bool) -> None:
        self.sheet = sheet
        self.deletion = deletion
        self.own_sheet = own_sheet

    def formula(self, formula: str) -> str:
        return after_deletion(formula, self.own_sheet, self.sheet, self.deletion)

    def whole(self, document: SpannedXml) -> bool:
        """Move every formula and, on the sheet itself, every reference; say whether anything changed."""
        elements = [*document.root.walk()]
        for element in elements if self.own_sheet else ():
            if kind_of(element) in WRITTEN_FOR_THE_FIRST_CELL:
                self._rebase(document, element)
        for element in elements:
            if (sheet_beside(element) or "").casefold() == self.sheet.casefold():
                ref = element.attributes["ref"]
                document.set_attribute(element, "ref", self.deletion.reference(ref) or ref)
            for attribute, value, means in [*places(element, self.own_sheet)]:
                self._place(document, element, attribute, value, means)
        return document.is_changed

    def _place(self, document: SpannedXml, element: Element, attribute: str, value: str, means: Names) -> None:
        after: str | None = value
        match means:
            case Names.FORMULA:
                after = self.formula(value)
            case Names.AREAS:
                after = self._areas(element, value)
            case Names.LINK if value.startswith("#"):
                after = "#" + self.formula(value[1:])
            case Names.CELL:
                after = self.deletion.for_cells().references(value) or self._nearest(value)
            case Names.ANCHOR:
                after = self._anchor(document, element, value)
            case Names.BREAK if element.parent and element.parent.name == "rowBreaks":
                after = self._break(element, value)
        if after is None:
            _take_out(document, element)
        elif attribute:
            document.set_attribute(element, attribute, after)
        else:
            document.set_text(element, after)

    def _areas(self, element: Element, value: str) -> str | None:
        """Return what is left of some areas, None where nothing is left of that which stands for them."""
        holder = element.parent if element.name == "sqref" else element
        is_about_cells = holder is not None and kind_of(holder) in ABOUT_THEIR_CELLS
        left = (self.deletion.for_cells() if is_about_cells else self.deletion).references(value)
        if left and not (element.name == "mergeCell" and left != value and _single(left)):
            return left
        return None if holder is not None and kind_of(holder) in GONE_WITH_ITS_CELLS else value

    def _anchor(self, document: SpannedXml, element: Element, value: str) -> str:
        """Rows count from 0 there; a corner in a row that goes moves to the top of the next."""
        row = int(value) + 1
        corner = element.parent
        if row in self.deletion and corner is not None and (offset := corner.first("rowOff")):
            document.set_text(offset, "0")
        return str(self.deletion.moved(row) - 1)

    def _break(self, element: Element, value: str) -> str | None:
        """Return the row after which the page ends, None where it ends there already: the second is left out."""
        after = str(self.deletion.moved(int(value) + 1) - 1)
        siblings = element.parent.children if element.parent else []
        before = siblings[: siblings.index(element)]
        return None if any(each.attributes.get("id") == after for each in before) else after

    def _nearest(self, value: str) -> str:
        """Return the cells that move up into the places of those that are gone."""
        first = value.split()[0]
        row = str(self.deletion.moved(row_span(first)[0]))
        return ":".join(end.rstrip("0123456789") + row for end in first.split(":"))

    def _rebase(self, document: SpannedXml, element: Element) -> None:
        """A rule's formula is written for the first cell of its range: where that row goes, for the next one."""
        written = element.attributes.get("sqref") or next(
            (each.text for each in element.walk() if each.name == "sqref"), ""
        )
        rows = [row_span(reference) for reference in written.split()]
        kept = [self.deletion.next_kept(first) for first, last in rows if self.deletion.span(first, last)]
        if not kept or (down := min(kept) - min(first for first, _ in rows)) == 0:
            return
        for formula in element.walk():
            if any(attribute == "" and means is Names.FORMULA for attribute, _, means in places(formula, own=True)):
                document.set_text(formula, copied(formula.text, down, 0))


def row_span(reference: str) -> tuple[int, int]:
    """Return the first and the last row of a reference such as `B2:C9`; one of whole columns has all rows."""
    ends = [int(digits) for end in reference.split(":") if (digits := "".join(filter(str.isdigit, end)))]
    return (min(ends), max(ends)) if ends else (1, LAST_ROW)


def _single(reference: str) -> bool:
    first, _, last = reference.partition(":")
    return not last or first == last


def _take_out(document: SpannedXml, element: Element) -> None:
    """Take out what stands for cells that are gone, and the lists that are left without members; the counts of the
    others are set right."""
    gone = element.parent if element.name == "sqref" and element.parent is not None else element
    holder = gone.parent
    document.remove(gone)
    while holder is not None:
        has_members = any(child.name == "sparklines" for child in holder.children) or (
            holder.name != "sparklineGroup" and bool(holder.children)
        )
        if has_members or kind_of(holder) not in GONE_WHEN_EMPTY:
            if "count" in holder.attributes:
                document.set_attribute(holder, "count", str(len(holder.children)))
            return
        above = holder.parent
        document.remove(holder)
        holder = above
