#!/usr/bin/env bash
# The same functions of two libraries, one of which is offered as a replacement of the other, answer 100 and 33 for two writings of one name.
#
# Guess: rapidfuzz, which thefuzz itself calls, gives thefuzz's scores.
# So: thefuzz lowers the case for WRatio and the token ratios and not for ratio; rapidfuzz does it nowhere unless a
#   processor is given. "Mäkelä Oy" and "MÄKELÄ OY": WRatio 100 against 33, ratio 33 in both.
# Source: thefuzz (fuzz.py, full_process=True) with RapidFuzz 3.14.6 (processor=None since 3.0).
# For us: texts are folded before they are compared, once for each distinct one.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'thefuzz==0.22.1' 'rapidfuzz==3.14.6'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

from rapidfuzz import fuzz as rapid
from thefuzz import fuzz as the

pair = ("M\u00e4kel\u00e4 Oy", "M\u00c4KEL\u00c4 OY")
names = ("ratio", "WRatio", "token_set_ratio", "token_sort_ratio")
seen = {name: (getattr(the, name)(*pair), round(getattr(rapid, name)(*pair))) for name in names}
print("thefuzz", version("thefuzz"), "rapidfuzz", version("rapidfuzz"), seen)
sys.exit("changed" if seen != {"ratio": (33, 33), "WRatio": (100, 33), "token_set_ratio": (100, 33), "token_sort_ratio": (100, 33)} else 0)
PYTHON
