#!/usr/bin/env bash
# Read-only mode hands out only the columns that the sheet's own note of its size names.
#
# Guess: the dimension of a sheet is a hint for speed; a cell outside it is read all the same.
# So: with <dimension ref="A1"/> (some exporters write that for every sheet) read-only mode gives one column of a
#   sheet of three, without a warning; the ordinary mode and calamine give all.
# Source: openpyxl 3.1.5, worksheet/_read_only.py (_cells_by_row, max_column); the documentation names
#   reset_dimensions() for it.
# For us: sheets are read from their own XML and the dimension is not looked at.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'openpyxl==3.1.5' 'XlsxWriter==3.3.1' 'python-calamine==0.9.1'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys
import zipfile

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

print("openpyxl", openpyxl.__version__)
workbook = xlsxwriter.Workbook("whole.xlsx")
sheet = workbook.add_worksheet()
for row, cells in enumerate((("Nimi", "Puhelin", "Lupa"), ("Aino Koski", "040 1234567", "ei"))):
    for column, text in enumerate(cells):
        sheet.write_string(row, column, text)
workbook.close()
with zipfile.ZipFile("whole.xlsx") as whole, zipfile.ZipFile("small.xlsx", "w") as small:
    for name in whole.namelist():
        content = whole.read(name)
        small.writestr(name, content.replace(b'<dimension ref="A1:C2"/>', b'<dimension ref="A1"/>'))


def width(**options: bool) -> list[int]:
    return [len(row) for row in openpyxl.load_workbook("small.xlsx", **options).active.iter_rows()]


calamine = CalamineWorkbook.from_path("small.xlsx").get_sheet_by_index(0).to_python()
seen = (width(read_only=True), width(), [len(row) for row in calamine])
print("columns read: read-only", seen[0], "ordinary", seen[1], "calamine", seen[2])
sys.exit("changed" if seen != ([1], [3, 3], [3, 3]) else 0)
PYTHON
