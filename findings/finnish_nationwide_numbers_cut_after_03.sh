#!/usr/bin/env bash
# Finnish nationwide numbers that begin with 030 and 039 are written as if 03 were their area code.
#
# Guess: 030 123456 is written 030 123456, as 020 123456 and 010 123456 are.
# So: it is written "03 0123456", and 039 as "03 9…", while 0300 is left whole; the numbers are told to be valid all
#   the same, and of the same type (UAN) as 020.
# Source: phonenumbers 9.0.43, data/region_FI.py, the number formats (leading digits 3 come before 30); Traficom's
#   numbering plan gives 030 and 039 as nationwide prefixes.
# For us: numbers that begin so are laid out by our own rule, not by the library.
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
    "030 123456": "03 0123456",
    "039 123456": "03 9123456",
    "0300 1234": "0300 1234",
    "020 123456": "020 123456",
    "010 123456": "010 123456",
}
seen = {}
for text in EXPECTED:
    number = phonenumbers.parse(text, "FI")
    seen[text] = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    print(f"{text!r}: {seen[text]!r}, valid {phonenumbers.is_valid_number(number)}")
sys.exit("changed" if seen != EXPECTED else 0)
PYTHON
