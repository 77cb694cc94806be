"""A workbook's zip: which part is which sheet, how parts relate, and copying a part without unpacking it."""

import copy
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import IO

from lxml import etree

from tikissa.export.workbook.xml_spans import encoding_of, in_utf8
from tikissa.files.part_names import PartNames
from tikissa.model.problems import TargetProblem

CONTENT_TYPES = "[Content_Types].xml"

_LOCAL_HEADER = 30
_PIECE = 1 << 20
_START = 200


def parse(xml: bytes) -> etree._Element:
    """Parse XML a stranger may have made: nothing outside it is ever looked up."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    return etree.fromstring(xml, parser)


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace, `""` for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says of another: `kind` is the last word of the relationship's type."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class SheetPart:
    name: str
    part: str
    kind: str
    relation_id: str


class Package:
    """A workbook opened for reading."""

    def __init__(self, path: Path) -> None:
        self.without_formulas: set[str] = set()
        """Sheets of which it is known already that no formula stands in their rows."""
        try:
            self.zip = zipfile.ZipFile(path)
        except zipfile.BadZipFile:
            raise TargetProblem("save.not_a_workbook", path.name) from None

    def __enter__(self) -> "Package":
        return self

    def __exit__(self, *_: object) -> None:
        self.zip.close()

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(self.zip.namelist())

    @cached_property
    def parts(self) -> PartNames:
        return PartNames(self.zip.namelist())

    def open_sheet(self, part: str) -> IO[bytes]:
        """Open a sheet's XML for reading, in UTF-8 whatever it is written in. Raises OddSheet."""
        encoding = self.encoding(part)
        return self.zip.open(part) if encoding == "utf-8" else BytesIO(in_utf8(self.zip.read(part), encoding))

    def encoding(self, part: str) -> str:
        with self.zip.open(part) as stream:
            return encoding_of(stream.read(_START))

    def xml(self, part: str) -> etree._Element:
        return parse(self.zip.read(part))

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Return what a part points at, `part` being `""` for the package itself; targets are names in the zip."""
        name = self.parts.relations_of(part)
        if name is None:
            return ()
        return tuple(self._relation(part, element) for element in self.xml(name) if local(element) == "Relationship")

    def _relation(self, part: str, element: etree._Element) -> Relation:
        target, external = str(element.get("Target", "")), element.get("TargetMode") == "External"
        if not external:
            target = self.parts.target(part, target)
        return Relation(str(element.get("Id")), str(element.get("Type", "")).rsplit("/", 1)[-1], target, external)

    def related(self, part: str, kind: str) -> Iterator[str]:
        for relation in self.relations(part):
            if relation.kind == kind and not relation.external and relation.target in self.names:
                yield relation.target

    @cached_property
    def kinds(self) -> dict[str, frozenset[str]]:
        """Return of what kinds the relations to each part are."""
        found: dict[str, frozenset[str]] = {}
        for part in ("", *self.names):
            for relation in self.relations(part):
                if not relation.external:
                    found[relation.target] = found.get(relation.target, frozenset()) | {relation.kind}
        return found

    @cached_property
    def workbook_part(self) -> str:
        return next(self.related("", "officeDocument"), "xl/workbook.xml")

    @cached_property
    def workbook(self) -> etree._Element:
        return self.xml(self.workbook_part)

    @cached_property
    def sheets(self) -> tuple[SheetPart, ...]:
        """Return the sheets in the order of their tabs."""
        relations = {relation.id: relation for relation in self.relations(self.workbook_part)}
        found = []
        for sheet in self.workbook.iter():
            if local(sheet) == "sheet":
                identity = next((str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
                relation = relations.get(identity)
                if relation and relation.target in self.names:
                    found.append(SheetPart(str(sheet.get("name")), relation.target, relation.kind, relation.id))
        return tuple(found)

    @cached_property
    def defined_names(self) -> dict[str, str]:
        """Return what the workbook's names mean, by name in small letters; a name of two meanings is left out."""
        found = [each for each in self.workbook.iter() if local(each) == "definedName" and each.text]
        names = [str(each.get("name")).casefold() for each in found]
        return {name: str(each.text) for name, each in zip(names, found, strict=True) if names.count(name) == 1}

    def sheet(self, name: str) -> SheetPart:
        """Return the sheet of this name. Raises TargetProblem where there is none."""
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        raise TargetProblem("save.no_such_sheet", name)

    @cached_property
    def epoch_1904(self) -> bool:
        properties = next((each for each in self.workbook.iter() if local(each) == "workbookPr"), None)
        return properties is not None and properties.get("date1904") in ("1", "true")

    def copy_part(self, info: zipfile.ZipInfo, target: zipfile.ZipFile) -> None:
        """Copy a part as it stands in the zip, packed, so that not a byte of it can change."""
        source, out = self.zip.fp, target.fp
        assert source is not None
        assert out is not None
        source.seek(info.header_offset)
        header = source.read(_LOCAL_HEADER)
        source.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
        written = copy.copy(info)
        written.flag_bits &= ~0x08
        written.extra = b""
        written.header_offset = target.start_dir
        out.seek(target.start_dir)
        out.write(written.FileHeader())
        _copy(source, out, info.compress_size)
        target.start_dir = out.tell()
        target.filelist.append(written)
        target.NameToInfo[written.filename] = written


def _copy(source: IO[bytes], target: IO[bytes], length: int) -> None:
    while length > 0:
        piece = source.read(min(length, _PIECE))
        if not piece:
            raise TargetProblem("save.not_a_workbook", "")
        target.write(piece)
        length -= len(piece)
