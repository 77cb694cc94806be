#!/usr/bin/env bash
# Two thirds of the Finnish identity codes are valid phone numbers once their check character is left off.
#
# Guess: 010190-900 in a column of phones, or in a note, is no number a parser of phones calls valid; a few per cent
#   may be by chance.
# So: is_valid_number says yes to 2,435 of 3,653 codes (one a week from 1930 to 1999) written without the last
#   character, and the matcher that looks for phones in free text takes 232 of the whole codes, whose check character
#   is a digit, for a phone. A code that slips into the wrong column is shown, formatted and dialled.
# Source: phonenumbers 9.0.43: numbers of Finland are 5 to 10 digits behind most prefixes (resources, PhoneMetadata
#   FI); PhoneNumberMatcher takes a hyphen between two groups.
# For us: secrets are looked for before phones, by the shape of the code and not by its check character alone.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'phonenumbers==9.0.43'
cd "$work"
venv/bin/python - <<'PYTHON'
import datetime
import sys
from importlib.metadata import version

import phonenumbers

signs = "0123456789ABCDEFHJKLMNPRSTUVWXY"
day, codes = datetime.date(1930, 1, 1), []
while day.year < 2000:
    stem, number = day.strftime("%d%m%y"), 900 + day.toordinal() % 100
    codes.append((f"{stem}-{number}", signs[int(f"{stem}{number}") % 31]))
    day += datetime.timedelta(days=7)
valid = sum(phonenumbers.is_valid_number(phonenumbers.parse(stem, "FI")) for stem, _ in codes)
found = sum(bool(list(phonenumbers.PhoneNumberMatcher(f"asiakas {stem}{sign}, soita", "FI"))) for stem, sign in codes)
print("phonenumbers", version("phonenumbers"), len(codes), "codes: valid without the last character", valid, "found as phones in a note", found)
sys.exit("changed" if valid < len(codes) / 2 or found < 50 else 0)
PYTHON
