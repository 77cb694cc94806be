#!/usr/bin/env bash
# Swedish numbers of 0771 and 0200 come back grouped in a way no Swede writes.
#
# Guess: 0771-12 34 56 comes back as it is written on every Swedish letterhead.
# So: it becomes "077-112 34 56", and 0200-12 34 56 becomes "020-012 34 56"; a mobile number 0708-12 34 56 becomes
#   "070-812 34 56".
# Source: phonenumbers 9.0.43, data/region_SE.py, whose formats know 20 and 77 as prefixes but not the four-figure
#   ones in use.
# For us: a number that is valid is not re-spaced only because the library would group it otherwise, unless the
#   register's own style says so.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'phonenumbers==9.0.43'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys

import phonenumbers

print("phonenumbers", phonenumbers.__version__)
EXPECTED = {
    "0771-12 34 56": "077-112 34 56",
    "0200-12 34 56": "020-012 34 56",
    "0708-12 34 56": "070-812 34 56",
    "0900-12 34 56": "0900-123 456",
    "08-123 45 67": "08-123 45 67",
}
seen = {}
for text in EXPECTED:
    number = phonenumbers.parse(text, "SE")
    seen[text] = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    print(f"{text!r}: {seen[text]!r}, valid {phonenumbers.is_valid_number(number)}")
sys.exit("changed" if seen != EXPECTED else 0)
PYTHON
