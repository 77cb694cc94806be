#!/usr/bin/env bash
# The rows above a register are dropped by one call, kept by another and kept with their columns by a third.
#
# Guess: every way of reading a sheet gives the same rows, so that a row's place is its number on the sheet.
# So: to_python() begins at the first filled row and column, iter_rows() keeps the empty rows above but not the
#   empty columns at the left, and only to_python(skip_empty_area=False) gives rows and columns as the sheet has
#   them.
# Source: python-calamine 0.9.1 (skip_empty_area is True by default; start tells how much was left out).
# For us: where calamine reads for us, rows and columns are asked for whole.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'XlsxWriter==3.3.1' 'python-calamine==0.9.1'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys

import xlsxwriter
from python_calamine import CalamineWorkbook

workbook = xlsxwriter.Workbook("one.xlsx")
sheet = workbook.add_worksheet()
sheet.write_string(2, 1, "Nimi")
sheet.write_string(3, 1, "Aino Koski")
workbook.close()
read = CalamineWorkbook.from_path("one.xlsx").get_sheet_by_index(0)
seen = (read.to_python(), list(read.iter_rows()), read.to_python(skip_empty_area=False))
for name, rows in zip(("to_python", "iter_rows", "skip_empty_area=False"), seen, strict=True):
    print(f"{name}: {rows}")
data = [["Nimi"], ["Aino Koski"]]
whole = [["", ""], ["", ""], ["", "Nimi"], ["", "Aino Koski"]]
sys.exit("changed" if seen != (data, [[""], [""], *data], whole) else 0)
PYTHON
