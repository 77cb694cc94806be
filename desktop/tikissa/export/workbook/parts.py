"""Writes anew the small parts of a workbook that speak of its sheets: their list, names, charts, tables, drawings."""

from collections.abc import Iterator

from lxml import etree

from tikissa.export.workbook.anchors import move_drawing, move_notes
from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.package import CONTENT_TYPES, Package, local, parse, relation_part, serialised
from tikissa.export.workbook.sheet_parts import Shift

_BEFORE_CALCULATION = frozenset(
    [
        "fileVersion",
        "fileSharing",
        "workbookPr",
        "workbookProtection",
        "bookViews",
        "sheets",
        "functionGroups",
        "externalReferences",
        "definedNames",
    ]
)
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


def shifted_parts(package: Package, sheet: str, deletion: Deletion) -> dict[str, bytes]:
    """Return every part outside the worksheets that a deletion of rows on `sheet` changes, as it is afterwards."""
    own = package.sheet(sheet).part
    changed = dict(_own_parts(package, own, sheet, deletion))
    for part in parts_that_may_point(package):
        if part not in changed and (written := _shifted(package, part, Shift(sheet, deletion, own_sheet=False))):
            changed[part] = written
    for part in _pivot_sources(package):
        if written := _shifted_source(package, part, sheet, deletion):
            changed[part] = written
    return changed


def _own_parts(package: Package, own: str, sheet: str, deletion: Deletion) -> Iterator[tuple[str, bytes]]:
    shift = Shift(sheet, deletion, own_sheet=True)
    for kind in ("table", "comments", "threadedComment"):
        for part in package.related(own, kind):
            if written := _shifted(package, part, shift):
                yield part, written
    for part in package.related(own, "drawing"):
        root = package.xml(part)
        before = etree.tostring(root)
        move_drawing(root, deletion)
        shift.whole(root)
        if etree.tostring(root) != before:
            yield part, serialised(root)
    for part in package.related(own, "vmlDrawing"):
        vml = package.zip.read(part).decode()
        if (moved := move_notes(vml, deletion)) != vml:
            yield part, moved.encode()


def parts_that_may_point(package: Package) -> tuple[str, ...]:
    """Return the parts outside the sheets in which formulas stand: charts, drawings, tables, controls."""
    folders = ("xl/charts/", "xl/chartsheets/", "xl/drawings/", "xl/tables/", "xl/ctrlProps/")
    xml = (part for part in sorted(package.names) if part.startswith(folders) and part.endswith(".xml"))
    return tuple(part for part in xml if "/_rels/" not in part)


def _shifted(package: Package, part: str, shift: Shift) -> bytes | None:
    root = package.xml(part)
    return serialised(root) if shift.whole(root) else None


def _pivot_sources(package: Package) -> list[str]:
    return [name for name in sorted(package.names) if "pivotCacheDefinition" in name and name.endswith(".xml")]


def _shifted_source(package: Package, part: str, sheet: str, deletion: Deletion) -> bytes | None:
    root = package.xml(part)
    for source in root.iter():
        if local(source) == "worksheetSource" and source.get("sheet") == sheet and source.get("ref"):
            source.set("ref", deletion.reference(str(source.get("ref"))) or str(source.get("ref")))
            return serialised(root)
    return None


class WorkbookParts:
    """The workbook's own part with its relations and the list of content types, each rewritten only when it changes."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._names = (package.workbook_part, relation_part(package.workbook_part), CONTENT_TYPES)
        self._roots = {name: parse(package.zip.read(name)) for name in self._names}
        self._before = {name: etree.tostring(root) for name, root in self._roots.items()}

    @property
    def changed(self) -> dict[str, bytes]:
        return {
            name: serialised(root) for name, root in self._roots.items() if etree.tostring(root) != self._before[name]
        }

    def shift_names(self, sheet: str, deletion: Deletion) -> None:
        shift = Shift(sheet, deletion, own_sheet=False)
        for name in self._workbook.iter():
            if local(name) == "definedName" and name.text:
                name.text = shift.formula(name.text)

    def calculate_on_opening(self) -> None:
        """Have the spreadsheet work out every formula when it opens the file: what they show is from before."""
        calculation = next((each for each in self._workbook if local(each) == "calcPr"), None)
        if calculation is None:
            calculation = etree.Element(self._tag("calcPr"))
            place = sum(local(each) in _BEFORE_CALCULATION for each in self._workbook)
            self._workbook.insert(place, calculation)
        calculation.set("fullCalcOnLoad", "1")

    def drop_calculation_chain(self) -> str | None:
        """Unlink the order of calculation, which Excel makes anew, and return its part: it names moved cells."""
        chain = next(self._package.related(self._package.workbook_part, "calcChain"), None)
        if chain:
            for relation in list(self._roots[self._names[1]]):
                if str(relation.get("Type", "")).endswith("/calcChain"):
                    self._roots[self._names[1]].remove(relation)
            for override in list(self._roots[CONTENT_TYPES]):
                if override.get("PartName") == f"/{chain}":
                    self._roots[CONTENT_TYPES].remove(override)
        return chain

    def add_sheet(self, name: str) -> str:
        """Add a sheet after the others and return the name of its part."""
        sheets = next(each for each in self._workbook.iter() if local(each) == "sheets")
        number = max(int(sheet.get("sheetId", "0")) for sheet in sheets) + 1
        part = f"xl/worksheets/tikissa{number}.xml"
        relations = self._roots[self._names[1]]
        known = next(each for each in relations if str(each.get("Type", "")).endswith("/worksheet"))
        relation = etree.SubElement(relations, known.tag)
        for attribute, value in (("Id", f"rIdTikissa{number}"), ("Type", known.get("Type")), ("Target", f"/{part}")):
            relation.set(attribute, str(value))
        sheet = etree.SubElement(sheets, sheets[0].tag)
        identity = next(str(key) for key in sheets[0].attrib if str(key).endswith("}id"))
        for attribute, value in (("name", name), ("sheetId", str(number)), (identity, f"rIdTikissa{number}")):
            sheet.set(attribute, value)
        types = self._roots[CONTENT_TYPES]
        override = etree.SubElement(types, etree.QName(types.nsmap[None] or "", "Override").text)
        override.set("PartName", f"/{part}")
        override.set("ContentType", _SHEET_TYPE)
        return part

    @property
    def _workbook(self) -> etree._Element:
        return self._roots[self._package.workbook_part]

    def _tag(self, name: str) -> str:
        return f"{{{etree.QName(self._workbook).namespace}}}{name}"
