#!/usr/bin/env bash
# In Swedish, whether 5.6.2019 is in May or in June hangs on the zeros.
#
# Guess: a language has one order of day and month; Swedish registers write 5.6.2019 and 05.06.2019 for the same
#   day.
# So: with languages=["sv"], 5.6.2019 is 6 May and 05.06.2019 is 5 June; 01.02.26 is 26 February 2001. Finnish,
#   Norwegian, Danish, German and Estonian read all of them as day, month, year.
# Source: dateparser 1.5.0, data/date_translation_data/sv.py (date_order YMD) with the orders it falls back to.
# For us: the order is found for a whole column from all its values (schema), never value by value from a language.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'dateparser==1.5.0'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys
import warnings
from importlib.metadata import version

warnings.simplefilter("ignore")
import dateparser

print("dateparser", version("dateparser"))
TEXTS = ("5.6.2019", "05.06.2019", "5.06.2019", "01.02.26")
seen = {}
for language in ("sv", "fi", "nb", "da", "de", "et"):
    seen[language] = [dateparser.parse(text, languages=[language]).date().isoformat() for text in TEXTS]
    print(language, seen[language])
others = {tuple(days) for language, days in seen.items() if language != "sv"}
same = seen["sv"] == ["2019-05-06", "2019-06-05", "2019-05-06", "2001-02-26"] and others == {
    ("2019-06-05", "2019-06-05", "2019-06-05", "2026-02-01")
}
sys.exit(0 if same else "changed")
PYTHON
