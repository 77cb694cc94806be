#!/usr/bin/env bash
# Whether "1 204,5" is a number depends on a language's habit of leaving short numbers ungrouped.
#
# Guess: a locale that groups thousands with a blank reads a number so grouped.
# So: Estonian shows 1204 without a group (groups begin at five digits) and refuses "1 204,5", which Finnish,
#   Swedish and Norwegian take; the negative numbers that Finnish, Swedish and Estonian show begin with U+2212, not
#   with a hyphen, though both are read.
# Source: Qt 6.12, QLocale::toString, toDouble (CLDR's minimumGroupingDigits is 2 in Estonian).
# For us: amounts of a register are read by our own rules, never by the computer's language.
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

print("Qt", qVersion())
seen = {}
for name in ("fi_FI", "sv_SE", "nb_NO", "et_EE"):
    locale = QLocale(name)
    seen[name] = (locale.toString(-1204), locale.toDouble("1\u00a0204,5"))
    print(name, *seen[name])
grouped = ("\u22121\u00a0204", (1204.5, True))
expected = {"fi_FI": grouped, "sv_SE": grouped, "nb_NO": grouped, "et_EE": ("\u22121204", (0.0, False))}
sys.exit("changed" if seen != expected else 0)
PYTHON
