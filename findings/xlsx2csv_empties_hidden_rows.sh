#!/usr/bin/env bash
# A converter leaves the customers of hidden rows empty, as a filter that is on hides them.
#
# Guess: a CSV of a sheet holds all of its rows, or those that are seen and no gaps.
# So: a hidden row becomes an empty line; with a filter set, most of a register may be gone, and nothing says so.
#   openpyxl and calamine give all rows.
# Source: xlsx2csv 0.8.6 (skip_hidden_rows is on by default).
# For us: hidden rows are read and told; a CSV with many empty lines between its rows is read on past them.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'xlsx2csv==0.8.6' 'openpyxl==3.1.5' 'XlsxWriter==3.3.1'
cd "$work"
venv/bin/python - <<'PYTHON'
import io
import sys

import openpyxl
import xlsxwriter
from xlsx2csv import Xlsx2csv

workbook = xlsxwriter.Workbook("one.xlsx")
sheet = workbook.add_worksheet()
for row, text in enumerate(("Nimi", "Aino Koski", "Eero Laine")):
    sheet.write_string(row, 0, text)
sheet.set_row(1, None, None, {"hidden": True})
workbook.close()
text = io.StringIO()
Xlsx2csv("one.xlsx").convert(text)
cells = [row[0].value for row in openpyxl.load_workbook("one.xlsx").active.iter_rows()]
print("openpyxl:", cells, "xlsx2csv:", text.getvalue().splitlines())
sys.exit("changed" if "Aino Koski" in text.getvalue() or len(cells) != 3 else 0)
PYTHON
