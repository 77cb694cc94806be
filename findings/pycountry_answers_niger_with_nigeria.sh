#!/usr/bin/env bash
# Searching for a country by its exact name gives its neighbour first.
#
# Guess: search_fuzzy puts an exact name first, and lookup knows the names people write: UK, Turkey, Russia, Holland.
# So: search_fuzzy("Niger") begins with Nigeria, "Kosovo" gives Serbia, "Sverige" and "Turkey" are not found while
#   "Suomi" is; lookup raises LookupError for UK, Turkey, Russia and England.
# Source: pycountry 26.2.16, search_fuzzy (points for parts of names and for subdivisions); ISO 3166 has Türkiye since
#   2022.
# For us: country names are a table of our own by language; what stands in none of it is asked, never the nearest one.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'pycountry==26.2.16'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import pycountry


def told(ask, text):
    try:
        answer = ask(text)
    except LookupError:
        return None
    return (answer[0] if isinstance(answer, list) else answer).alpha_2


fuzzy = {name: told(pycountry.countries.search_fuzzy, name) for name in ("Niger", "Kosovo", "Suomi", "Sverige", "Turkey")}
exact = {name: told(pycountry.countries.lookup, name) for name in ("Niger", "UK", "Turkey", "Russia", "England")}
print("pycountry", version("pycountry"), "search_fuzzy:", fuzzy, "lookup:", exact)
expected = ({"Niger": "NG", "Kosovo": "RS", "Suomi": "FI", "Sverige": None, "Turkey": None},
            {"Niger": "NE", "UK": None, "Turkey": None, "Russia": None, "England": None})
sys.exit("changed" if (fuzzy, exact) != expected else 0)
PYTHON
