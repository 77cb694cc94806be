#!/usr/bin/env bash
# A cell that shows #N/A is empty to a fast reader, as is a formula that has no stored result.
#
# Guess: an error cell comes back as its text or as an error object.
# So: both are the empty text, the same as a cell that holds nothing: a phone column made by a lookup seems to have
#   gaps where the person sees #N/A.
# Source: python-calamine 0.9.1 (CellValue from Data::Error); openpyxl 3.1.5 gives '#N/A'.
# For us: errors are read from the sheet's own XML and told as findings; a row with one is never called empty there.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'openpyxl==3.1.5' 'XlsxWriter==3.3.1' 'python-calamine==0.9.1'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

workbook = xlsxwriter.Workbook("one.xlsx")
sheet = workbook.add_worksheet()
sheet.write_formula(0, 0, "=VLOOKUP(1,B:C,2,0)", None, "#N/A")
sheet.write_formula(0, 1, "=1+1", None, "")
sheet.write_string(0, 2, "end")
workbook.close()
calamine = CalamineWorkbook.from_path("one.xlsx").get_sheet_by_index(0).to_python()[0]
read = [cell.value for cell in openpyxl.load_workbook("one.xlsx", data_only=True).active[1]]
print("calamine:", calamine, "openpyxl", openpyxl.__version__, read)
sys.exit("changed" if calamine != ["", "", "end"] or read[0] != "#N/A" else 0)
PYTHON
