#!/usr/bin/env bash
# A credit note is shown in brackets in British English, and with a minus that no keyboard has in Finnish.
#
# Guess: toCurrencyString(-1204.5) begins with a hyphen in every language, so that what is shown can be read again and
#   copied into a sheet.
# So: en_GB and en_US give (£1,204.50), fi, sv and nb U+2212 before the digits and no-break spaces, English in Finland
#   a hyphen; a spreadsheet in Finnish takes none but the last for a number.
# Source: PySide6 6.12.0, QLocale.toCurrencyString (CLDR's accounting pattern for negative sums).
# For us: no sum on the screen goes through it; what is copied or saved is the plain number.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'PySide6-Essentials==6.12.0'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys

import PySide6
from PySide6.QtCore import QLocale

seen = {name: QLocale(name).toCurrencyString(-1204.5) for name in ("en_GB", "en_US", "fi_FI", "sv_SE", "en_FI")}
print("PySide6", PySide6.__version__, seen)
signs = {name: text[0] for name, text in seen.items()}
sys.exit("changed" if signs != {"en_GB": "(", "en_US": "(", "fi_FI": "\N{MINUS SIGN}", "sv_SE": "\N{MINUS SIGN}", "en_FI": "-"} else 0)
PYTHON
