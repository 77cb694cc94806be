#!/usr/bin/env bash
# A fast reader refuses an .ods whose XML is laid out with line breaks, as at least one writer lays it out.
#
# Guess: white space between a row and its cells means nothing in a format of elements, so the file is read.
# So: "Expecting 'table-cell', found 'Text'" for the whole sheet; pyexcel-ods3 and ezodf read it, and so does
#   LibreOffice. SheetJS 0.18.5 writes its .ods so.
# Source: python-calamine 0.9.1 (calamine's ods.rs reads the events of a row strictly); OpenDocument 1.2 part 1,
#   9.1.3: the content of table:table-row is elements.
# For us: .ods is read by our own reader; calamine is its second opinion where it can be.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'python-calamine==0.9.1' 'pyexcel-ods3==0.6.1'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys
import zipfile

HEAD = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>
<table:table table:name="Asiakkaat"><table:table-row>"""
TAIL = "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.2"
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/"
 manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry
 manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


def write(path: str, cells: str) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", MANIFEST)
        package.writestr("content.xml", HEAD + cells + TAIL)


import pyexcel_ods3
from python_calamine import CalamineError, CalamineWorkbook

CELL = '<table:table-cell office:value-type="string"><text:p>Aino Koski</text:p></table:table-cell>'


def by_calamine(cells: str) -> str:
    write("one.ods", cells)
    try:
        return str(CalamineWorkbook.from_path("one.ods").get_sheet_by_index(0).to_python())
    except CalamineError as error:
        return f"refused: {error}"


seen = [by_calamine(CELL), by_calamine(f"\n  {CELL}\n")]
other = next(iter(pyexcel_ods3.get_data("one.ods").values()))
print(*seen, "pyexcel-ods3:", other, sep="\n")
same = seen[0] == "[['Aino Koski']]" and seen[1].startswith("refused") and other == [["Aino Koski"]]
sys.exit(0 if same else "changed")
PYTHON
