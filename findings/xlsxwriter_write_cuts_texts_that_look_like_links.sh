#!/usr/bin/env bash
# A writer's general call takes the beginning off some texts and leaves a cell with a long address empty.
#
# Guess: write() with a text stores that text; at most it makes a link of what begins with http.
# So: a text that begins with internal:, external: or mailto: becomes a link and loses that beginning on the sheet
#   ("internal: call first" is kept as " call first"); an address of more than 2,079 characters is answered with -3
#   and a warning, and the cell stays empty.
# Source: XlsxWriter 3.3.1, worksheet.py (_write_token_as_string, _write_url) and url.py; documented under
#   Worksheet.write() and write_url().
# For us: cells are written by write_string and its kin, never by write(); a workbook for a list is opened with
#   strings_to_urls off.
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

print("XlsxWriter", xlsxwriter.__version__)
warnings.simplefilter("ignore")
TEXTS = ["internal: call first", "external: Oy", "mailto:matti@yritys.fi", "http://yritys.fi/" + "a" * 2100, "note: keep"]
workbook = xlsxwriter.Workbook("texts.xlsx")
sheet = workbook.add_worksheet()
answers = [sheet.write(row, 0, text) for row, text in enumerate(TEXTS)]
workbook.close()
cells = openpyxl.load_workbook("texts.xlsx").active
kept = [cells.cell(row, 1).value for row in range(1, len(TEXTS) + 1)]
for text, answer, value in zip(TEXTS, answers, kept, strict=True):
    print(f"{text[:24]!r} -> answer {answer}, cell {value!r}")
expected = [" call first", " Oy", "matti@yritys.fi", None, "note: keep"]
sys.exit("changed" if kept != expected or answers != [0, 0, 0, -3, 0] else 0)
PYTHON
