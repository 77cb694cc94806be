#!/usr/bin/env bash
# A chart on a sheet of its own in front of the register makes one reader see an empty table and another no table at all.
#
# Guess: readers of tables number the sheets that hold cells.
# So: calamine counts the chart sheet as sheet 0 and gives no rows for it, so pandas.read_excel(engine="calamine")
#   is an empty frame, without an error; openpyxl's active is a Chartsheet without rows, while pandas with openpyxl
#   reads the register.
# Source: python-calamine 0.9.1 (SheetTypeEnum.ChartSheet in sheets_metadata); openpyxl 3.1.5 (worksheets leaves
#   chart sheets out, active does not); pandas 3.1.1.
# For us: sheets are chosen by what they hold; a chart sheet is never offered as a register.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'XlsxWriter==3.3.1' 'openpyxl==3.1.5' 'python-calamine==0.9.1' 'pandas==3.1.1'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys

import openpyxl
import pandas
import xlsxwriter

workbook = xlsxwriter.Workbook("one.xlsx")
front = workbook.add_chartsheet("Kaavio")
sheet = workbook.add_worksheet("Asiakkaat")
sheet.write_string(0, 0, "Nimi")
chart = workbook.add_chart({"type": "bar"})
chart.add_series({"values": "=Asiakkaat!$A$1:$A$1"})
front.set_chart(chart)
front.activate()
workbook.close()
frames = {engine: pandas.read_excel("one.xlsx", engine=engine, header=None).values.tolist() for engine in ("calamine", "openpyxl")}
active = type(openpyxl.load_workbook("one.xlsx").active).__name__
print("pandas", pandas.__version__, frames, "openpyxl's active:", active)
sys.exit("changed" if frames != {"calamine": [], "openpyxl": [["Nimi"]]} or active != "Chartsheet" else 0)
PYTHON
