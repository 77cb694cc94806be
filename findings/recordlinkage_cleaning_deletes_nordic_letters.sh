#!/usr/bin/env bash
# The cleaning step of a record linkage toolkit takes ä, ö and å out of the names.
#
# Guess: clean() lowers the case and drops punctuation.
# So: by default everything but a to z and digits goes: Mäkelä becomes mkel, Åberg berg, so that Mäki and Mki, Åberg
#   and Berg are equal; strip_accents="ascii" has to be asked for. Words in brackets go too.
# Source: recordlinkage 0.16, preprocessing/cleaning.py, clean(replace_by_none='[^ \-\_A-Za-z0-9]+').
# For us: our own folding keeps one letter for each letter; measured beside this toolkit only with strip_accents
#   set.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'recordlinkage==0.16'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import pandas
from recordlinkage.preprocessing import clean

print("recordlinkage", version("recordlinkage"))
names = pandas.Series(["M\u00e4kel\u00e4 Oy", "\u00c5berg & Co.", "Virtanen (\u00e4iti)"])
seen, folded = clean(names).tolist(), clean(names, strip_accents="ascii").tolist()
print("as it is:", seen, "with strip_accents:", folded)
same = seen == ["mkel oy", "berg co", "virtanen"] and folded == ["makela oy", "aberg co", "virtanen"]
sys.exit(0 if same else "changed")
PYTHON
