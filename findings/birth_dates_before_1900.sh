#!/usr/bin/env bash
# A birth date before 1900 is written by two libraries without a word, and no two readers agree on it.
#
# Guess: a spreadsheet begins on 1 January 1900, so a writer refuses an earlier date.
# So: XlsxWriter and openpyxl both write a negative day number (Excel shows ####). What XlsxWriter wrote for
#   1.1.1850 openpyxl reads as 31.12.1849; what openpyxl wrote it reads back right; calamine reads either as the
#   time 00:00, without the day.
# Source: XlsxWriter 3.3.1, worksheet.py, _convert_date_time (one day is taken off before 1 March 1900); openpyxl
#   3.1.5, utils/datetime.py; python-calamine 0.9.1.
# For us: an .ods register, which can hold such dates, is patched in place and keeps them. A new workbook made of one
#   still holds the negative number, which Excel shows as ####: not mended yet.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'openpyxl==3.1.5' 'XlsxWriter==3.3.1' 'python-calamine==0.9.1'
cd "$work"
venv/bin/python - <<'PYTHON'
import datetime
import sys

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

print("openpyxl", openpyxl.__version__, "XlsxWriter", xlsxwriter.__version__)
born = datetime.date(1850, 1, 1)
workbook = xlsxwriter.Workbook("one.xlsx", {"default_date_format": "d.m.yyyy"})
workbook.add_worksheet().write_datetime(0, 0, born)
workbook.close()
book = openpyxl.Workbook()
book.active["A1"] = born
book.save("two.xlsx")
seen = []
for path in ("one.xlsx", "two.xlsx"):
    seen.append(openpyxl.load_workbook(path).active["A1"].value.date().isoformat())
    seen.append(CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[0][0].isoformat())
print("by XlsxWriter, read by openpyxl and calamine:", seen[:2], "by openpyxl:", seen[2:])
sys.exit("changed" if seen != ["1849-12-31", "00:00:00", "1850-01-01", "00:00:00"] else 0)
PYTHON
