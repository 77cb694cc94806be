#!/usr/bin/env bash
# A Swedish coordination number (samordningsnummer) is not a valid number to the library of standard numbers.
#
# Guess: the module for Swedish personal numbers knows coordination numbers, whose day is 60 higher: hundreds of
#   thousands of people have one.
# So: personnummer.validate raises InvalidComponent for every writing of one, and no other module of the country
#   takes it.
# Source: python-stdnum 2.2, stdnum/se/personnummer.py, get_birth_date; Skatteverket: day of birth plus 60.
# For us: what must be masked is looked for with the day lowered by 60 as well.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'python-stdnum==2.2'
cd "$work"
venv/bin/python - <<'PYTHON'
import pkgutil
import sys

import stdnum
import stdnum.se
from stdnum import luhn
from stdnum.se import personnummer


def with_check_digit(digits: str) -> str:
    return digits + luhn.calc_check_digit(digits)


print("python-stdnum", stdnum.__version__, [module.name for module in pkgutil.iter_modules(stdnum.se.__path__)])
ordinary = with_check_digit("810112989")
coordination = with_check_digit("810172989")  # born on the 12th as well: 12 + 60
seen = {}
for name, number in (("ordinary", ordinary), ("coordination", coordination)):
    writings = (number, f"{number[:6]}-{number[6:]}", f"19{number}")
    seen[name] = {personnummer.is_valid(text) for text in writings}
    print(name, writings, seen[name])
sys.exit("changed" if seen != {"ordinary": {True}, "coordination": {False}} else 0)
PYTHON
