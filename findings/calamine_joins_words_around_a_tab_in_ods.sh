#!/usr/bin/env bash
# Tabs and line breaks inside an .ods cell vanish in one reader, and durations come as raw codes.
#
# Guess: a tab or a line break inside a cell comes back as one, as several blanks (text:s) do.
# So: "Koivutie 3<tab>00100<line break>Helsinki" becomes "Koivutie 300100Helsinki": street number and postal code
#   run together; paragraphs do become line breaks; a duration of 30 hours is the text PT30H00M00S.
# Source: python-calamine 0.9.1 against pyexcel-ods3 0.6.1, which gives tab, line break and a timedelta;
#   OpenDocument 1.2 part 1, 6.1.4 and 6.1.5.
# For us: .ods is read from content.xml by our own reader; calamine is only its second opinion.
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
from python_calamine import CalamineWorkbook

write(
    "one.ods",
    '<table:table-cell office:value-type="string"><text:p>Koivutie 3<text:tab/>00100<text:line-break/>Helsinki</text:p>'
    '</table:table-cell><table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p>'
    '</table:table-cell><table:table-cell office:value-type="time" office:time-value="PT30H00M00S"><text:p>30:00</text:p>'
    "</table:table-cell>",
)
calamine = CalamineWorkbook.from_path("one.ods").get_sheet_by_index(0).to_python()[0]
other = next(iter(pyexcel_ods3.get_data("one.ods").values()))[0]
print("calamine:", calamine)
print("pyexcel-ods3:", other)
sys.exit("changed" if calamine != ["Koivutie 300100Helsinki", "a  b\nc", "PT30H00M00S"] else 0)
PYTHON
