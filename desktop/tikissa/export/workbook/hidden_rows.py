"""Finds the rows of a sheet that the spreadsheet does not show."""

import re

from tikissa.export.workbook.package import Package, SheetPart
from tikissa.export.workbook.sheet_stream import OddSheet, SheetStream

_HIDDEN = re.compile(rb"\shidden\s*=\s*[\"'](?:1|true)[\"']")


def hidden_rows(package: Package, sheet: SheetPart) -> frozenset[int]:
    """Return the numbers of the hidden rows; none are known of a sheet whose XML is of an odd kind."""
    try:
        with package.open_sheet(sheet.part) as opened:
            rows = SheetStream(opened).rows()
            return frozenset(row.number for row in rows if _HIDDEN.search(row.raw, 0, row.opening_end))
    except OddSheet:
        return frozenset()
