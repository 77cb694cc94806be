#!/usr/bin/env bash
# A name that begins with a particle is all surname, given name included.
#
# Guess: "af Ursin Kari" and "De la Gardie Jakob", surname first as registers write them, give Kari and Jakob as the
#   given name, or at least as some name of its own.
# So: everything is the last name and there is no first; without a particle the order is taken as given name first,
#   so Virtanen Matti becomes Mr Matti. Only a comma tells it otherwise.
# Source: nameparser 2.6.0, parser.py (prefixes join to what follows until the end).
# For us: which name is which is told by how common each is among given names and surnames, in all orders.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'nameparser==2.6.0'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

from nameparser import HumanName

print("nameparser", version("nameparser"))
seen = {text: (HumanName(text).first, HumanName(text).last) for text in (
    "Matti von Wright", "af Ursin Kari", "De la Gardie Jakob", "Virtanen Matti", "Virtanen, Matti"
)}
for text, parts in seen.items():
    print(text, "->", parts)
EXPECTED = [("Matti", "von Wright"), ("", "af Ursin Kari"), ("", "De la Gardie Jakob"), ("Virtanen", "Matti"), ("Matti", "Virtanen")]
sys.exit("changed" if list(seen.values()) != EXPECTED else 0)
PYTHON
