#!/usr/bin/env bash
# A date with a two-digit year lies in the last century, whatever the year.
#
# Guess: 1.2.26 is 2026, by a sliding window as in Python (69 to 68) or Excel (30 to 29).
# So: QDate.fromString("1.2.26", "d.M.yy") is 1926, and QLocale.toDate with Estonia's own short format, which shows
#   two digits, does not give back the date it has just shown.
# Source: Qt 6.12, QDate::fromString ("yy": 1900 is added unless a base year is given).
# For us: dates are read by our own parser; the window only shows dates, and with four digits.
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

from PySide6.QtCore import QDate, QLocale, Qt, qVersion

seen = [QDate.fromString(text, "d.M.yy").toString(Qt.DateFormat.ISODate) for text in ("1.2.26", "1.2.70", "1.2.00")]
estonian = QLocale("et_EE")
shown = estonian.toString(QDate(2026, 12, 1), QLocale.FormatType.ShortFormat)
again = estonian.toDate(shown, QLocale.FormatType.ShortFormat).toString(Qt.DateFormat.ISODate)
print("Qt", qVersion(), seen, "Estonian:", shown, "->", again)
sys.exit("changed" if seen != ["1926-02-01", "1970-02-01", "1900-02-01"] or again != "1926-12-01" else 0)
PYTHON
