"""A worksheet's XML without its rows: what stands around them, small enough to look at whole."""

import re

from tikissa.export.workbook.package import Package
from tikissa.export.workbook.sheet_stream import SheetStream
from tikissa.export.workbook.xml_spans import SpannedXml

_ROOT = re.compile(rb"<((?:[\w.-]+:)?worksheet)[\s>]")


def sheet_skeleton(package: Package, part: str) -> SpannedXml:
    """Return a sheet without rows. Raises OddSheet where its XML is of an odd kind."""
    with package.open_sheet(part) as opened:
        stream = SheetStream(opened)
        stream.skip_rows()
    if not stream.may_hold_formulas:
        package.without_formulas.add(part)
    return SpannedXml(stream.head + stream.tail)


def root_tag(head: bytes) -> re.Match[bytes] | None:
    """Return where the sheet's root opens; group 1 is its name with its prefix."""
    return _ROOT.search(head)
