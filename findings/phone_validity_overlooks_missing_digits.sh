#!/usr/bin/env bash
# A Finnish mobile number with three digits missing is as valid as the whole one.
#
# Guess: is_valid_number notices a number whose end was cut off, at least for mobiles, all of which were given out
#   with ten digits.
# So: 0401234567, 040123456, 04012345 and 0401234 are all valid, as are landlines of Helsinki and Austrian mobiles cut
#   likewise; in Sweden, Norway, Denmark, Germany, Britain and the Netherlands one missing digit is noticed for
#   mobiles. So validity says nothing about the completeness of a Finnish number.
# Source: phonenumbers 9.0.43, metadata of FI (mobile: 4 and up to eight further digits, since short numbers are still
#   in use) and AT.
# For us: of two numbers one of which begins with the other, the longer one survives a merge, valid or not.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'phonenumbers==9.0.43'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import phonenumbers

whole = {"FI": "0401234567", "AT": "06601234567", "SE": "0701234567", "NO": "40612345", "DK": "20123456", "DE": "015123456789",
         "GB": "07400123456", "NL": "0612345678"}
seen = {
    country: [phonenumbers.is_valid_number(phonenumbers.parse(number[: len(number) - cut], country)) for cut in range(4)]
    for country, number in whole.items()
}
print("phonenumbers", version("phonenumbers"))
for country, valid in seen.items():
    print(country, whole[country], "whole and one, two, three digits short:", valid)
noticed = [valid == [True, False, False, False] for country, valid in seen.items() if country not in ("FI", "AT")]
sys.exit("changed" if not (all(seen["FI"]) and all(seen["AT"]) and all(noticed)) else 0)
PYTHON
