#!/usr/bin/env bash
# One cell of more than 24 hours makes pandas refuse the whole .ods file, even when everything is asked for as text.
#
# Guess: a duration comes back as a timedelta, or with dtype=str as its text.
# So: read_excel with the engine "odf" raises DateParseError (hour must be in 0..23) for the file, with dtype=str as
#   well; calamine as the engine reads it, with the duration as the code PT30H00M00S.
# Source: pandas 3.1.1, pandas/io/excel/_odfreader.py, _get_cell_value (a time cell is handed to Timestamp).
# For us: registers are never read through pandas; other files joined to one go through our own readers first.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'pandas==3.1.1' 'odfpy==1.4.1' 'python-calamine==0.9.1'
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


import pandas

write(
    "one.ods",
    '<table:table-cell office:value-type="string"><text:p>Aino Koski</text:p></table:table-cell>'
    '<table:table-cell office:value-type="time" office:time-value="PT30H00M00S"><text:p>30:00</text:p></table:table-cell>',
)


def reading(engine: str, **options: object) -> object:
    try:
        return pandas.read_excel("one.ods", header=None, engine=engine, **options).values.tolist()
    except ValueError as error:
        return f"{type(error).__name__}: {error}"


seen = [reading("odf"), reading("odf", dtype=str), reading("calamine")]
print("pandas", pandas.__version__, *seen, sep="\n")
same = all(str(answer).startswith("DateParseError") for answer in seen[:2]) and seen[2] == [["Aino Koski", "PT30H00M00S"]]
sys.exit(0 if same else "changed")
PYTHON
