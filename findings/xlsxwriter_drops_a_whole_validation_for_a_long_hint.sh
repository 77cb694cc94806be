#!/usr/bin/env bash
# A data validation whose hint is one letter too long is not written at all.
#
# Guess: a hint that is too long is cut, or an error is raised.
# So: data_validation() answers -2 with a warning and leaves the whole rule out when the title passes 32 characters,
#   the hint or the error message 255, or the items of a list together 255; an item with a comma in it is taken and
#   becomes two items in Excel, since the list is stored comma-separated.
# Source: XlsxWriter 3.3.1, worksheet.py, data_validation(); ECMA-376 part 1, 18.3.1.33 (formula1 of a list).
# For us: whoever adds checks to a saved workbook looks at the answer, and puts lists into cells.
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
RULES = {
    "title of 33": {"validate": "any", "input_title": "t" * 33, "input_message": "m"},
    "hint of 256": {"validate": "any", "input_title": "t", "input_message": "m" * 256},
    "error of 256": {"validate": "length", "criteria": "=", "value": 5, "error_message": "e" * 256},
    "list of 360": {"validate": "list", "source": ["yes" * 30] * 4},
    "item with a comma": {"validate": "list", "source": ["Oy, Ab", "Ky"]},
}
workbook = xlsxwriter.Workbook("rules.xlsx")
sheet = workbook.add_worksheet()
answers = {name: sheet.data_validation(row, 0, row, 0, rule) for row, (name, rule) in enumerate(RULES.items())}
workbook.close()
written = openpyxl.load_workbook("rules.xlsx").active.data_validations.dataValidation
print(answers, "written:", [(str(rule.sqref), rule.formula1) for rule in written])
same = list(answers.values()) == [-2, -2, -2, -2, 0] and [rule.formula1 for rule in written] == ['"Oy, Ab,Ky"']
sys.exit(0 if same else "changed")
PYTHON
