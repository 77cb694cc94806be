#!/usr/bin/env bash
# A reader trims the blanks around a shared text that does not ask for them to be kept.
#
# Guess: xml:space="preserve" matters to programs that reformat XML; a reader gives the characters that are there.
# So: calamine gives "Aino" for <t>  Aino </t>, openpyxl gives "  Aino "; so a value looks clean in one reader and
#   not in the other, and two readings of one file differ.
# Source: python-calamine 0.9.1 against openpyxl 3.1.5; ECMA-376 part 1, 18.4.12 with XML 1.0, 2.10.
# For us: our own reader keeps the blanks; the proof that compares through calamine knows of it.
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

workbook = xlsxwriter.Workbook("one.xlsx")
workbook.add_worksheet().write_string(0, 0, "Aino")
workbook.close()
with zipfile.ZipFile("one.xlsx") as one, zipfile.ZipFile("two.xlsx", "w") as two:
    for name in one.namelist():
        two.writestr(name, one.read(name).replace(b"<t>Aino</t>", b"<t>  Aino </t>"))
seen = (
    CalamineWorkbook.from_path("two.xlsx").get_sheet_by_index(0).to_python()[0][0],
    openpyxl.load_workbook("two.xlsx").active["A1"].value,
)
print("openpyxl", openpyxl.__version__, "calamine:", repr(seen[0]), "openpyxl:", repr(seen[1]))
sys.exit("changed" if seen != ("Aino", "  Aino ") else 0)
PYTHON
