#!/usr/bin/env bash
# One library of two undoes the escapes that spreadsheets use for control characters; the other writes none for a text that looks like one.
#
# Guess: _x000D_ in a stored text is the carriage return that Excel shows for it, in every reader; a text that
#   really says _x0041_ is escaped on writing so that it comes back.
# So: openpyxl reads a carriage return that another program stored as the seven letters _x000D_, and only takes
#   "x005F_" out; it writes a_x0041_b as it is, which calamine (and Excel) read as aAb.
# Source: openpyxl 3.1.5, openpyxl/reader/strings.py (text.replace('x005F_', '')) and cell/_writer.py; ECMA-376 part
#   1, 22.4.2.4 (ST_Xstring).
# For us: our readers undo the escape, cell_xml writes it; what is verified with openpyxl is compared after undoing
#   it.
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

print("openpyxl", openpyxl.__version__, "XlsxWriter", xlsxwriter.__version__)


def by_openpyxl(path: str) -> str:
    return openpyxl.load_workbook(path).active["A1"].value


def by_calamine(path: str) -> str:
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[0][0]


workbook = xlsxwriter.Workbook("return.xlsx")
workbook.add_worksheet().write_string(0, 0, "a\r\nb")
workbook.close()
other = openpyxl.Workbook()
other.active["A1"] = "a_x0041_b"
other.save("escape.xlsx")
seen = [by_openpyxl("return.xlsx"), by_calamine("return.xlsx"), by_openpyxl("escape.xlsx"), by_calamine("escape.xlsx")]
print("carriage return:", seen[:2], "| the text a_x0041_b:", seen[2:])
sys.exit("changed" if seen != ["a_x000D_\nb", "a\r\nb", "a_x0041_b", "aAb"] else 0)
PYTHON
