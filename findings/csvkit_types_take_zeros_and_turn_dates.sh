#!/usr/bin/env bash
# The tables behind csvkit take zeros off phones and postal codes, and read 1.2. as 2 January.
#
# Guess: types are guessed for numbers that look like amounts; 00100 and 0401234567 stay texts, and a date with dots
#   is day first.
# So: all of these become numbers (100, 401234567), 1.2.2026 is 2 January, "none" and "N/A" become missing while
#   "ei" stays.
# Source: agate 1.14.2 (the library under csvkit), TypeTester: Number before Text; Date through parsedatetime's
#   month-first default.
# For us: a register that went through such a tool has lost its zeros: the rules put them back where length and
#   check digit prove them.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'agate==1.14.2'
cd "$work"
venv/bin/python - <<'PYTHON'
import io
import sys
from importlib.metadata import version

import agate

REGISTER = "nimi,puhelin,postinro,pvm,lupa,summa\nAino Koski,0401234567,00100,1.2.2026,ei,12.5\nEero Laine,0501234567,02150,3.2.2026,none,3.0\n"
table = agate.Table.from_csv(io.StringIO(REGISTER))
types = [type(column.data_type).__name__ for column in table.columns]
first = [str(value) for value in table.rows[0].values()]
print("agate", version("agate"), types, first, "lupa of the second row:", table.rows[1]["lupa"])
same = first == ["Aino Koski", "401234567", "100", "2026-01-02", "ei", "12.5"] and table.rows[1]["lupa"] is None
sys.exit(0 if same else "changed")
PYTHON
