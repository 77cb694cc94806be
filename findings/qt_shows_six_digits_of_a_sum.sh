#!/usr/bin/env bash
# A sum of money above a million is shown with an exponent, in any language.
#
# Guess: QLocale.toString(1234567.5) is 1 234 567,5, as it is for whole numbers.
# So: without a format and a precision a float is shown with six significant digits: 1,23457e+06, and 1 204 567 as a
#   float likewise, while the whole number 12 345 678 is shown in full.
# Source: Qt 6.12, QLocale::toString(double, char format = 'g', int precision = 6).
# For us: sums are formatted with 'f' and their own number of decimals.
# Needs: Python 3.11 to 3.14, PyPI and the libraries Qt wants (libegl1 libgl1 libfontconfig1 libglib2.0-0
#   libdbus-1-3 libxkbcommon0)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'PySide6-Essentials==6.12.0'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys

from PySide6.QtCore import QLocale, qVersion

finnish = QLocale("fi_FI")
seen = [finnish.toString(1234567.5), finnish.toString(12345678), finnish.toString(1234567.5, "f", 2)]
print("Qt", qVersion(), seen)
sys.exit("changed" if seen != ["1,23457e+06", "12\u00a0345\u00a0678", "1\u00a0234\u00a0567,50"] else 0)
PYTHON
