#!/usr/bin/env bash
# A customer number with a letter far down in a column of numbers is read as missing.
#
# Guess: a column that holds numbers and one text becomes a text column, or raises an error.
# So: the type is settled from the first hundred rows; the text further down becomes null, without a warning or an
#   error. With the text among the first hundred, or infer_schema_length=None, the whole column is text.
# Source: polars 2.1.0 with fastexcel 0.21.0, read_excel (infer_schema_length=100 by default).
# For us: cells are read one by one as the person sees them; a column has no type before its meaning is known.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'polars==2.1.0' 'fastexcel==0.21.0' 'XlsxWriter==3.3.1'
cd "$work"
venv/bin/python - <<'PYTHON'
import logging
import sys

import polars
import xlsxwriter

logging.disable(logging.CRITICAL)
seen = []
for numbers in (150, 50):
    workbook = xlsxwriter.Workbook("one.xlsx")
    sheet = workbook.add_worksheet()
    sheet.write_column(0, 0, [*range(1, numbers + 1), "A-17"])
    sheet.write_column(0, 1, ["Aino Koski"] * (numbers + 1))
    workbook.close()
    seen.append(polars.read_excel("one.xlsx", has_header=False).rows()[-1][0])
print("polars", polars.__version__, "the last customer number after 150 and after 50 others:", seen)
sys.exit("changed" if seen != [None, "A-17"] else 0)
PYTHON
