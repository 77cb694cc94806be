"""Writes anew the small parts of a workbook that speak of its sheets: their list, names, charts, tables, drawings."""

import re
from collections.abc import Iterator
from functools import cached_property
from html import escape, unescape

from tikissa.export.workbook.anchors import move_notes, with_formulas
from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.package import CONTENT_TYPES, Package, SheetPart
from tikissa.export.workbook.sheet_parts import Shift
from tikissa.export.workbook.xml_spans import SpannedXml

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
_OF_THE_SHEET = ("table", "comments", "threadedComment", "drawing", "tableSingleCells", "namedSheetView")
"""Relations of a sheet to the parts that belong to it and name its rows."""

_NOTHING_POINTS = frozenset(
    [
        *("worksheet", "sharedStrings", "styles", "theme", "themeOverride", "externalLink", "pivotCacheRecords"),
        *("customXml", "core-properties", "extended-properties", "custom-properties", "calcChain", "vmlDrawing"),
    ]
)
"""Relations to parts without formulas, or with those of another workbook, and to those that are looked at elsewhere."""


def shifted_parts(package: Package, sheet: str, deletion: Deletion) -> dict[str, bytes]:
    """Return every part outside the worksheets that a deletion of rows on `sheet` changes, as it is afterwards."""
    own = package.sheet(sheet)
    changed = dict(_own_parts(package, own, deletion))
    for part in parts_that_may_point(package, sheet):
        if part not in changed and (written := _shifted(package, part, Shift(sheet, deletion, own_sheet=False))):
            changed[part] = written
    for part in _legacy_drawings(package) - changed.keys():
        vml = package.zip.read(part).decode("utf-8", "surrogateescape")
        if (moved := with_formulas(vml, Shift(sheet, deletion, own_sheet=False).formula)) != vml:
            changed[part] = moved.encode("utf-8", "surrogateescape")
    return changed


def _legacy_drawings(package: Package) -> set[str]:
    return {part for part, kinds in package.kinds.items() if "vmlDrawing" in kinds and part in package.names}


def _own_parts(package: Package, own: SheetPart, deletion: Deletion) -> Iterator[tuple[str, bytes]]:
    shift = Shift(own.name, deletion, own_sheet=True)
    for kind in _OF_THE_SHEET:
        for part in package.related(own.part, kind):
            if written := _shifted(package, part, shift):
                yield part, written
    for part in package.related(own.part, "vmlDrawing"):
        vml = package.zip.read(part).decode("utf-8", "surrogateescape")
        if (moved := move_notes(vml, deletion)) != vml:
            yield part, moved.encode("utf-8", "surrogateescape")


def parts_that_may_point(package: Package, sheet: str) -> tuple[str, ...]:
    """Return the parts outside the worksheets in which the name of a sheet stands: charts, drawings, tables, sources of
    pivot tables, and whatever else there may be."""
    kinds = package.kinds
    return tuple(
        part
        for part in sorted(package.names)
        if part.lower().endswith((".xml", ".rels"))
        and part not in (package.workbook_part, CONTENT_TYPES)
        and not kinds.get(part, frozenset()) & _NOTHING_POINTS
        and mentions(package, part, sheet)
    )


def mentions(package: Package, part: str, name: str) -> bool:
    """Say whether the name of a sheet stands in a part's XML, as formulas and links write it."""
    wanted = re.compile(re.escape(name.replace("'", "''")), re.IGNORECASE)
    overlap = ""
    with package.open_sheet(part) as stream:
        while chunk := stream.read(1 << 20):
            text = overlap + chunk.decode("utf-8", "replace")
            if wanted.search(unescape(text) if "&" in text else text):
                return True
            overlap = text[-1000:]
    return False


def _shifted(package: Package, part: str, shift: Shift) -> bytes | None:
    document = SpannedXml(package.zip.read(part))
    return document.written() if shift.whole(document) else None


def _identity(known: bytes, number: int) -> bytes:
    """Return the attribute that names a sheet's relation, written as the known sheet's, its namespace declared too
    where it is declared there."""
    found = re.search(rb"\s([^\s=]+):id\s*=", known)
    prefix = found[1] if found else b"r"
    declared = re.search(rb"\sxmlns:%b\s*=\s*(?:\"[^\"]*\"|'[^']*')" % re.escape(prefix), known)
    return (declared[0] if declared else b"") + b' %b:id="rIdTikissa%d"' % (prefix, number)


class WorkbookParts:
    """The workbook's own part with its relations and the list of content types, each rewritten only when it changes."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._workbook = SpannedXml(package.zip.read(package.workbook_part))
        self._added = 0

    @cached_property
    def _relations(self) -> SpannedXml:
        return SpannedXml(self._package.zip.read(self._relations_part))

    @cached_property
    def _types(self) -> SpannedXml:
        return SpannedXml(self._package.zip.read(self._types_part))

    @property
    def _relations_part(self) -> str:
        return self._package.parts.relations_of(self._package.workbook_part) or ""

    @property
    def _types_part(self) -> str:
        return self._package.parts.find(CONTENT_TYPES) or CONTENT_TYPES

    @property
    def changed(self) -> dict[str, bytes]:
        documents = {self._package.workbook_part: self._workbook}
        if "_relations" in self.__dict__:
            documents[self._relations_part] = self._relations
        if "_types" in self.__dict__:
            documents[self._types_part] = self._types
        return {part: document.written() for part, document in documents.items() if document.is_changed}

    def shift_names(self, sheet: str, deletion: Deletion) -> None:
        Shift(sheet, deletion, own_sheet=False).whole(self._workbook)

    def calculate_on_opening(self) -> None:
        """Have the spreadsheet work out every formula when it opens the file: what they show is from before."""
        root = self._workbook.root
        if calculation := root.first("calcPr"):
            self._workbook.set_attribute(calculation, "fullCalcOnLoad", "1")
            return
        before = [each for each in root.children if each.name in _BEFORE_CALCULATION and each.space == root.space]
        self._workbook.insert(before[-1].end, b'<%bcalcPr fullCalcOnLoad="1"/>' % self._prefix(self._workbook))

    def drop_calculation_chain(self) -> str | None:
        """Unlink the order of calculation, which Excel makes anew, and return its part: it names moved cells."""
        chain = next(self._package.related(self._package.workbook_part, "calcChain"), None)
        if chain:
            for relation in [*self._relations.root.children]:
                if relation.attributes.get("Type", "").endswith("/calcChain"):
                    self._relations.remove(relation)
            for override in [*self._types.root.children]:
                if self._package.parts.find(override.attributes.get("PartName", "").lstrip("/")) == chain:
                    self._types.remove(override)
        return chain

    def add_sheet(self, name: str) -> str:
        """Add a sheet after the others and return the name of its part."""
        sheets = next(each for each in self._workbook.root.children if each.name == "sheets")
        self._added += 1
        number = max(int(sheet.attributes.get("sheetId", "0")) for sheet in sheets.children) + self._added
        part = f"xl/worksheets/tikissa{number}.xml"
        known = next(
            each for each in self._relations.root.children if each.attributes.get("Type", "").endswith("/worksheet")
        )
        self._relations.append(
            self._relations.root,
            b'<%b Id="rIdTikissa%d" Type="%b" Target="/%b"/>'
            % (self._relations.tag(known), number, known.attributes["Type"].encode(), part.encode()),
        )
        first = sheets.children[0]
        self._workbook.append(
            sheets,
            b'<%b name="%b" sheetId="%d"%b/>'
            % (self._workbook.tag(first), escape(name).encode(), number, _identity(self._workbook.raw(first), number)),
        )
        self._types.append(
            self._types.root,
            b'<%bOverride PartName="/%b" ContentType="%b"/>'
            % (self._prefix(self._types), part.encode(), _SHEET_TYPE.encode()),
        )
        return part

    def remove_sheet(self, name: str) -> str:
        """Take a sheet that nothing points to out of the list and return the name of its part."""
        part = self._package.sheet(name).part
        sheets = next(each for each in self._workbook.root.children if each.name == "sheets")
        place, found = next((i, each) for i, each in enumerate(sheets.children) if each.attributes.get("name") == name)
        relations = self._package.relations(self._package.workbook_part)
        identity = next(relation.id for relation in relations if relation.target == part)
        self._workbook.remove(found)
        for relation in [*self._relations.root.children]:
            if relation.attributes.get("Id") == identity:
                self._relations.remove(relation)
        for override in [*self._types.root.children]:
            if self._package.parts.find(override.attributes.get("PartName", "").lstrip("/")) == part:
                self._types.remove(override)
        for element in self._workbook.root.walk():  # what goes by the place of a sheet in the list
            for attribute in ("localSheetId", "activeTab", "firstSheet"):
                if (number := element.attributes.get(attribute, "")).isdigit() and place <= int(number) > 0:
                    self._workbook.set_attribute(element, attribute, str(int(number) - 1))
        return part

    def _prefix(self, document: SpannedXml) -> bytes:
        """Return the prefix a document's own elements are written with, `""` where there is none."""
        prefix, colon, _ = document.tag(document.root).rpartition(b":")
        return prefix + colon
