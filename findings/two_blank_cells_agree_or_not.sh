#!/usr/bin/env bash
# Two blank cells agree fully by five of the similarity scores of one library, and not at all by the other four.
#
# Guess: a score of two empty texts is the same in the whole library, and most likely 100, since they are equal.
# So: ratio, partial_ratio, token_sort_ratio, token_ratio, partial_token_ratio and the distances say 100;
#   token_set_ratio, partial_token_set_ratio, WRatio and QRatio say 0.
# Source: RapidFuzz 3.14.6, rapidfuzz/fuzz_py.py (the set ratios, WRatio and QRatio answer 0 where a text is empty).
# For us: blanks never reach a comparison: matching leaves a comparison with a blank side out (no evidence for or
#   against).
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'rapidfuzz==3.14.6'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys

import rapidfuzz
from rapidfuzz import distance, fuzz

print("rapidfuzz", rapidfuzz.__version__)
NAMES = (
    "ratio", "partial_ratio", "token_sort_ratio", "token_ratio", "partial_token_ratio",
    "token_set_ratio", "partial_token_set_ratio", "WRatio", "QRatio",
)
seen = {name: getattr(fuzz, name)("", "") for name in NAMES}
seen["JaroWinkler"] = distance.JaroWinkler.similarity("", "") * 100
for name, score in seen.items():
    print(f"{name}: {score:g}")
sys.exit("changed" if list(seen.values()) != [100, 100, 100, 100, 100, 0, 0, 0, 0, 100] else 0)
PYTHON
