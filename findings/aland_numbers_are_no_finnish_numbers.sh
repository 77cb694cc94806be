#!/usr/bin/env bash
# A landline of Mariehamn is no valid number of Finland, though it is dialled with +358 and 018 like any other area.
#
# Guess: a number with country code 358 that is valid is valid for FI: Åland is a part of Finland with Finland's
#   numbering plan.
# So: 018 12345 is valid, but is_valid_number_for_region(…, "FI") is False and its region is AX; a mobile of Åland's
#   operator (0457 313…) is FI. Who keeps only numbers whose region is FI loses the landlines of a whole province; GB
#   has the same with Guernsey, Jersey and Man.
# Source: phonenumbers 9.0.43, region_code_for_number; ISO 3166 gives Åland a code of its own (AX).
# For us: a phone is judged by its country code, never by the region.
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


def told(text, country):
    number = phonenumbers.parse(text, country)
    return (phonenumbers.is_valid_number(number), phonenumbers.is_valid_number_for_region(number, country),
            phonenumbers.region_code_for_number(number))


seen = {text: told(text, "FI") for text in ("018 12345", "0457 3131234", "09 123456")} | {"01481 256789": told("01481 256789", "GB")}
print("phonenumbers", version("phonenumbers"), "valid, valid for the region, region:", seen)
expected = {"018 12345": (True, False, "AX"), "0457 3131234": (True, True, "FI"), "09 123456": (True, True, "FI"),
            "01481 256789": (True, False, "GG")}
sys.exit("changed" if seen != expected else 0)
PYTHON
