#!/usr/bin/env bash
# A converter gives an empty file, without a word, for a sheet whose cells carry no reference of their own.
#
# Guess: the r attribute of rows and cells is optional in the standard, so every reader counts where it is missing.
# So: openpyxl and calamine count; xlsx2csv writes nothing at all and ends well, so a register of a thousand
#   customers becomes an empty CSV.
# Source: xlsx2csv 0.8.6; ECMA-376 part 1, 18.3.1.4 and 18.3.1.73: both attributes are optional.
# For us: our reader counts; a CSV that is empty is told as a file without rows, never as a clean register.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'xlsx2csv==0.8.6' 'openpyxl==3.1.5' 'XlsxWriter==3.3.1'
cd "$work"
venv/bin/python - <<'PYTHON'
import io
import re
import sys
import zipfile

import openpyxl
import xlsxwriter
from xlsx2csv import Xlsx2csv

workbook = xlsxwriter.Workbook("one.xlsx")
sheet = workbook.add_worksheet()
for row, text in enumerate(("Nimi", "Aino Koski", "Eero Laine")):
    sheet.write_string(row, 0, text)
workbook.close()
with zipfile.ZipFile("one.xlsx") as one, zipfile.ZipFile("two.xlsx", "w") as two:
    for name in one.namelist():
        content = one.read(name)
        if name.endswith("sheet1.xml"):
            content = re.sub(rb'(<row|<c) r="[A-Z]*\d+"', rb"\1", content)
        two.writestr(name, content)
text = io.StringIO()
Xlsx2csv("two.xlsx").convert(text)
cells = [row[0].value for row in openpyxl.load_workbook("two.xlsx").active.iter_rows()]
print("openpyxl:", cells, "xlsx2csv:", repr(text.getvalue()))
sys.exit("changed" if cells != ["Nimi", "Aino Koski", "Eero Laine"] or text.getvalue().strip() else 0)
PYTHON
