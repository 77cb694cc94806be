#!/usr/bin/env bash
# An object array of texts does not stay one in a DataFrame, and its None is NaN afterwards.
#
# Guess: whoever hands over a numpy array of the dtype object gets a column of the dtype object, None left as None.
# So: pandas infers its own "str" for it, in DataFrame({...}) and in Series(...), and None becomes the float nan, so
#   "is None" finds no empty cell any more; Series(array, dtype=object) keeps both.
# Source: pandas 3.1.1, the user guide's migration page for the new string data type; tried.
# For us: columns offered as a DataFrame are made with dtype=object where None has to stay None.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'pandas==3.1.1' 'numpy==2.4.6'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys

import numpy
import pandas

texts = numpy.array(["Aino", None, "Ky"], dtype=object)
columns = {
    "DataFrame": pandas.DataFrame({"name": texts})["name"],
    "Series": pandas.Series(texts),
    "Series, dtype=object": pandas.Series(texts, dtype=object),
}
seen = {name: (str(column.dtype), repr(column.iloc[1])) for name, column in columns.items()}
print("pandas", pandas.__version__, "numpy", numpy.__version__, seen)
same = list(seen.values()) == [("str", "nan"), ("str", "nan"), ("object", "None")]
sys.exit(0 if same else "changed")
PYTHON
