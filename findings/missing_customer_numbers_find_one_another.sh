#!/usr/bin/env bash
# Sales without a customer number are joined to the customers without one, by two libraries of three.
#
# Guess: a missing key is equal to nothing, as NULL in SQL.
# So: pandas.merge and petl.join pair every line without a number with every customer without one (2 × 2 rows here),
#   without a warning; polars and SQLite pair none. In a register in which a hundred customers have no number each
#   sale without one is counted a hundred times.
# Source: pandas 3.1.1 (merge: null keys are matched against one another, said in a note of its documentation), petl
#   1.7.30, polars 2.1.0 (nulls_equal=False).
# For us: rows without a key are taken out before the join and told as such.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'pandas==3.1.1' 'petl==1.7.30' 'polars==2.1.0'
cd "$work"
venv/bin/python - <<'PYTHON'
import sqlite3
import sys
from importlib.metadata import version

import pandas
import petl
import polars

customers, sales = [("1", "Aino"), (None, "Eero"), (None, "Helmi")], [("1", 10), (None, 20), (None, 30)]
merged = len(pandas.DataFrame(customers, columns=["id", "name"]).merge(pandas.DataFrame(sales, columns=["id", "sum"]), on="id"))
joined = petl.nrows(petl.join([["id", "name"], *customers], [["id", "sum"], *sales], key="id"))
paired = len(polars.DataFrame(customers, schema=["id", "name"], orient="row").join(
    polars.DataFrame(sales, schema=["id", "sum"], orient="row"), on="id"))
base = sqlite3.connect(":memory:")
base.execute("create table c (id, name)"), base.execute("create table s (id, sum)")
base.executemany("insert into c values (?, ?)", customers), base.executemany("insert into s values (?, ?)", sales)
(listed,) = base.execute("select count(*) from c join s using (id)").fetchone()
print({name: version(name) for name in ("pandas", "petl", "polars")}, "rows:", merged, joined, paired, "sqlite", listed)
sys.exit("changed" if (merged, joined, paired, listed) != (5, 5, 1, 1) else 0)
PYTHON
