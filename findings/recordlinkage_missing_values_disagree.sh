#!/usr/bin/env bash
# In a record linkage toolkit a missing phone speaks against two records, and two empty texts speak for them.
#
# Guess: a comparison with a missing side has no value, so that it neither speaks for nor against; an empty text is
#   missing.
# So: exact() and string() give 0 where one side or both are None, the same as for two different phones; two empty
#   texts give 1; blocking pairs two empty texts too, but no two None.
# Source: recordlinkage 0.16, compare.py (missing_value=0 by default) and index.py.
# For us: a blank is no level at all in matching/comparing/comparison_levels.py, and blank cells are one thing, however they were stored.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'recordlinkage==0.16'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys
import warnings
from importlib.metadata import version

warnings.simplefilter("ignore")
import pandas
import recordlinkage

print("recordlinkage", version("recordlinkage"))
rows = pandas.DataFrame({"phone": ["040", "040", "050", None, None, "", ""]})
comparing = recordlinkage.Compare()
comparing.exact("phone", "phone", label="exact")
pairs = pandas.MultiIndex.from_tuples([(1, 0), (2, 0), (3, 0), (4, 3), (6, 5)])
values = comparing.compute(pairs, rows)["exact"].tolist()
blocking = recordlinkage.Index()
blocking.block("phone")
blocked = sorted(blocking.index(rows).tolist())
print("equal, different, one missing, both missing, both empty:", values, "blocked:", blocked)
sys.exit("changed" if values != [1, 0, 0, 0, 1] or blocked != [(1, 0), (6, 5)] else 0)
PYTHON
