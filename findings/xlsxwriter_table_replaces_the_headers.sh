#!/usr/bin/env bash
# Making a table of cells that are there replaces the headers with Column1, Column2.
#
# Guess: add_table() over written cells takes the first row as the headers of the table.
# So: the first row is overwritten with Column1, Column2 … unless each header is given once more; headers that
#   differ in letter case only are answered with -2 and a warning, and there is no table.
# Source: XlsxWriter 3.3.1, worksheet.py, add_table(); documented under "columns".
# For us: a workbook this program writes anew has an autofilter and no table.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'XlsxWriter==3.3.1' 'openpyxl==3.1.5'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys
import warnings

import openpyxl
import xlsxwriter

warnings.simplefilter("ignore")
print("XlsxWriter", xlsxwriter.__version__)
workbook = xlsxwriter.Workbook("one.xlsx")
sheet = workbook.add_worksheet()
sheet.write_row(0, 0, ["Nimi", "Puhelin"])
sheet.write_row(1, 0, ["Aino Koski", "040 1234567"])
answer = sheet.add_table(0, 0, 1, 1)
twice = workbook.add_worksheet().add_table(0, 0, 1, 1, {"columns": [{"header": "Puhelin"}, {"header": "puhelin"}]})
workbook.close()
headers = [cell.value for cell in openpyxl.load_workbook("one.xlsx").worksheets[0][1]]
print("headers:", headers, "answers:", answer, twice)
sys.exit("changed" if headers != ["Column1", "Column2"] or (answer, twice) != (0, -2) else 0)
PYTHON
