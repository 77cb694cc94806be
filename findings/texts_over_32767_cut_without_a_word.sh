#!/usr/bin/env bash
# A cell text longer than a cell may hold is cut: by one library without a word, by the other with an answer nobody looks at.
#
# Guess: writing a text of 40,000 characters raises an error.
# So: openpyxl keeps the first 32,767 and says nothing; XlsxWriter's write_string does the same and answers -2,
#   without a warning.
# Source: openpyxl 3.1.5, cell/cell.py, check_string; XlsxWriter 3.3.1, worksheet.py, _write_string.
# For us: what a workbook this program wrote holds is read back and compared, and the change log marks a text it had
#   to cut.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'openpyxl==3.1.5' 'XlsxWriter==3.3.1'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys
import warnings

import openpyxl
import xlsxwriter

print("openpyxl", openpyxl.__version__, "XlsxWriter", xlsxwriter.__version__)
text = "x" * 40_000
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    book = openpyxl.Workbook()
    book.active["A1"] = text
    book.save("one.xlsx")
    workbook = xlsxwriter.Workbook("two.xlsx")
    answer = workbook.add_worksheet().write_string(0, 0, text)
    workbook.close()
lengths = [len(openpyxl.load_workbook(path).active["A1"].value) for path in ("one.xlsx", "two.xlsx")]
print("kept:", lengths, "XlsxWriter's answer:", answer, "warnings:", len(told))
sys.exit("changed" if lengths != [32_767, 32_767] or answer != -2 or told else 0)
PYTHON
