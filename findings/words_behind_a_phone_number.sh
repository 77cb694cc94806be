#!/usr/bin/env bash
# A word written behind a phone number becomes part of the number.
#
# Guess: a parser of phone numbers stops at the first word, or refuses the text.
# So: with three letters or more from a to z in the text, every letter is read as the digit of its key, and the
#   result may be a valid number of somebody else; a letter with dots (ä) makes the parser refuse the very same
#   text.
# Source: phonenumbers 9.0.43, phonenumberutil.py, _VALID_ALPHA_PHONE_PATTERN and _normalize (a port of
#   libphonenumber's reading of vanity numbers such as 0800-FLOWERS).
# For us: a register's "040 1234 Mia" must lose its words before the number is looked at; rules/phone.py takes them
#   off and proposes them for the notes.
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
    "040 1234 Mia": "valid 040 1234642",
    "050 1234 koti": "valid 050 12345684",
    "044 123456 ex": "valid 044 123456",  # two letters are left out
    "040 1234567 Matti": "invalid 40123456762884",
    "040 1234567 \u00e4iti": "refused",
}


def reading(text: str) -> str:
    try:
        number = phonenumbers.parse(text, "FI")
    except phonenumbers.NumberParseException:
        return "refused"
    valid = "valid" if phonenumbers.is_valid_number(number) else "invalid"
    return f"{valid} {phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)}"


seen = {text: reading(text) for text in EXPECTED}
for text, what in seen.items():
    print(f"{text!r}: {what}")
sys.exit("changed" if seen != EXPECTED else 0)
PYTHON
