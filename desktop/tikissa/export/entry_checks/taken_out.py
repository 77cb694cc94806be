"""Takes checks out of a workbook again by what the change log tells of them, found by looking, not by how they came."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from lxml import etree

from tikissa.export.entry_checks.look_of_text import NO_STYLE, count_more, without_looks
from tikissa.export.entry_checks.placed import Made, PlacedCheck
from tikissa.export.entry_checks.sheet_survey import areas_of
from tikissa.export.entry_checks.workbook_checks import with_styles, write_sheet
from tikissa.export.workbook.package import Package, local, parse
from tikissa.export.workbook.row_patch import RowPatcher
from tikissa.export.workbook.sheet_skeleton import sheet_skeleton
from tikissa.export.workbook.sheet_stream import OddSheet, Row
from tikissa.export.workbook.xml_spans import Element, SpannedXml
from tikissa.files.letters import column_index


def without_checks(
    source: Path, target: IO[bytes], sheet: str, checks: tuple[PlacedCheck, ...], made: Made, every: bool
) -> None:
    """Write the workbook without these checks. `every` says that they are all there are: then the looks and the list of
    columns go back to what they were too. Raises OddSheet where one of them is not in its place."""
    out_of = _Out(checks, made, every)
    with Package(source) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as out:
        part = package.sheet(sheet).part
        styles = next(package.related(package.workbook_part, "styles"), None)
        for info in package.zip.infolist():
            if info.filename == part:
                write_sheet(package, part, info, out, out_of.head, out_of.tail, out_of.row)
            elif info.filename == styles and every:
                out.writestr(info.filename, without_looks(package.zip.read(styles), made))
            else:
                package.copy_part(info, out)


class _Out:
    def __init__(self, checks: tuple[PlacedCheck, ...], made: Made, every: bool) -> None:
        self._checks = checks
        self._made = made
        self._every = every
        self._columns = {column_index(check.letter) for check in checks if check.as_text}
        self._rows = (checks[0].first, checks[0].last) if checks else (0, 0)

    def head(self, document: SpannedXml, prefix: bytes) -> None:
        columns = document.root.first("cols")
        if not self._columns:
            return
        if columns is None:
            raise OddSheet
        if self._every:
            document.remove(columns)
            document.insert(columns.end, self._made.columns.encode())
            return
        for entry in columns.children:
            span = range(int(entry.attributes["min"]) - 1, int(entry.attributes["max"]))
            if any(column in self._columns for column in span):
                style = self._base(int(entry.attributes.get("style", NO_STYLE)))
                document.set_attribute(entry, "style", str(max(style, 0)))

    def tail(self, document: SpannedXml, prefix: bytes) -> None:
        validations = document.root.first("dataValidations")
        if validations is None:
            raise OddSheet
        for check in self._checks:
            document.remove(_found(validations.children, check.validation))
        if validations.children:
            count_more(document, validations, -len(self._checks))
        else:
            document.remove(validations)
        for check in self._checks:
            if check.colour:
                document.remove(_found(document.root.children, check.colour))

    def row(self, row: Row, patcher: RowPatcher) -> bytes:
        if not self._columns or not self._rows[0] <= row.number <= self._rows[1]:
            return row.raw
        return with_styles(row, patcher, self._columns, lambda _kind, style, _cell: self._base(style))

    def _base(self, style: int) -> int:
        place = style - self._made.styles_from
        return self._made.bases[place] if 0 <= place < len(self._made.bases) else style


def _found(elements: list[Element], logged: str) -> Element:
    """Return the one that is the same element as a logged one. Raises OddSheet where there is none."""
    wanted = _plain(_parsed(logged))
    for element in elements:
        if _seen(element) == wanted:
            return element
    raise OddSheet


def _parsed(logged: str) -> etree._Element:
    """Parse an element of the log, whose prefix is declared elsewhere."""
    name = logged[1:].split(" ", 1)[0]
    prefix = name.rpartition(":")[0]
    declared = f' xmlns:{prefix}="x"' if prefix else ""
    return parse(f"<log{declared}>{logged}</log>".encode())[0]


def _plain(element: etree._Element) -> tuple[object, ...]:
    attributes = sorted((str(name), str(value)) for name, value in element.attrib.items())
    return local(element), attributes, (element.text or "").strip(), [_plain(child) for child in element]


def _seen(element: Element) -> tuple[object, ...]:
    return element.name, sorted(element.attributes.items()), element.text.strip(), [*map(_seen, element.children)]


def gone(source: Path, sheet: str, checks: tuple[PlacedCheck, ...]) -> Iterator[PlacedCheck]:
    """Yield the checks whose column has none any more, in a workbook another program may have saved since."""
    with Package(source) as package:
        root = sheet_skeleton(package, package.sheet(sheet).part).root
    validations = [element for element in root.walk() if element.name == "dataValidation"]
    areas = [area.replace("$", "") for element in validations for area in areas_of(element)]
    for check in checks:
        if not any(_begins_in(area, check.letter) for area in areas):
            yield check


def _begins_in(area: str, letter: str) -> bool:
    ends = [each.rstrip("0123456789").upper() for each in area.split(":")]
    return column_index(ends[0]) <= column_index(letter) <= column_index(ends[-1])
