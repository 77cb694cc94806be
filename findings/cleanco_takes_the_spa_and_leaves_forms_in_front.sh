#!/usr/bin/env bash
# What takes legal forms off company names takes the spa off a sauna and leaves Oy and Ab where they stand in front.
#
# Guess: the Finnish and Swedish forms go wherever they stand (Oy Mäkelä Ab, Ab Volvo), associations and cooperatives
#   included, and words of a Finnish name stay.
# So: only the end is looked at unless prefix=True is said; "Metsä Ry" and "Lahden Osk" stay; one after the other are
#   taken from the end, so "Sauna Spa Oy" becomes "Sauna" (S.p.A. is Italian), and a name that is nothing but a form
#   becomes empty. So "Ab Volvo" and "Volvo Ab" differ, and "Sauna Oy" and "Sauna Spa Oy" do not.
# Source: cleanco 2.3, cleanco/clean.py (basename) and termdata.py.
# For us: legal forms are a comparison of their own by country; Oy and Ab count wherever they stand.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'cleanco==2.3'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

from cleanco import basename

seen = {name: basename(name) for name in ("Mäkelä Oy", "Oy Mäkelä Ab", "Ab Volvo", "Metsä Ry", "Lahden Osk", "Sauna Spa Oy", "Oy")}
print("cleanco", version("cleanco"), seen)
expected = {"Mäkelä Oy": "Mäkelä", "Oy Mäkelä Ab": "Oy Mäkelä", "Ab Volvo": "Ab Volvo", "Metsä Ry": "Metsä Ry",
            "Lahden Osk": "Lahden Osk", "Sauna Spa Oy": "Sauna", "Oy": ""}
sys.exit("changed" if seen != expected else 0)
PYTHON
