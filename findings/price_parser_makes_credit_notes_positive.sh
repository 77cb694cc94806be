#!/usr/bin/env bash
# A reader of prices takes the minus off a credit note, and reads 0,255 as 255.
#
# Guess: -12,50 is -12.50; a comma with three digits behind a leading zero is a decimal.
# So: the sign is dropped in every writing (-12,50, 12,50-, (12,50), U+2212), "0,255" is 255 and "1.204" 1204; a
#   date gives its year as a price.
# Source: price-parser, parser.py: a price is what a shop shows, so a minus is taken for a dash.
# For us: sums of purchases keep their sign and are proven by adding up to the cent.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'price-parser==0.5.1'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

from price_parser import Price

TEXTS = ("-12,50", "12,50-", "(12,50)", "\u22125 \u20ac", "0,255", "1.204", "1 204,50 \u20ac", "2026-12-01")
seen = {text: str(Price.fromstring(text).amount) for text in TEXTS}
print("price-parser", version("price-parser"), seen)
sys.exit("changed" if list(seen.values()) != ["12.50", "12.50", "12.50", "5", "255", "1204", "1204.50", "2026"] else 0)
PYTHON
