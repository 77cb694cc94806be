#!/usr/bin/env bash
# In constant-memory mode a cell of an earlier row is left out, with an answer and no warning.
#
# Guess: writing a row above the current one raises an error, since it cannot be done any more.
# So: the call answers -1 as if the cell lay outside the sheet and the cell is missing; nothing is raised or warned.
# Source: XlsxWriter 3.3.1, worksheet.py, _check_dimensions (previous_row); documented under constant_memory.
# For us: export/row_by_row.py goes row by row, and what is written is read back and compared.
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

with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    workbook = xlsxwriter.Workbook("one.xlsx", {"constant_memory": True})
    sheet = workbook.add_worksheet()
    answers = [sheet.write_string(5, 0, "late"), sheet.write_string(0, 0, "early"), sheet.write_string(6, 0, "later")]
    workbook.close()
cells = [row[0].value for row in openpyxl.load_workbook("one.xlsx").active.iter_rows()]
print("XlsxWriter", xlsxwriter.__version__, "answers:", answers, "cells:", cells, "warnings:", len(told))
sys.exit("changed" if answers != [0, -1, 0] or "early" in cells or told else 0)
PYTHON
