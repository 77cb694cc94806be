#!/usr/bin/env bash
# Two empty cells of a CSV are the strongest agreement there is, unless they are made NULL first.
#
# Guess: an empty text is missing to a record linkage library, as it is in the file.
# So: only NULL is the level "missing" (-1); two empty texts are an exact match of the phone (level 1) and of the
#   e-mail's highest level, and blocking on the column pairs all rows that have none.
# Source: Splink 5.0.0, comparison levels compare in SQL, where '' = '' is true and NULL = NULL is not.
# For us: the benches that run Splink beside this program make empty cells NULL first, else they would measure
#   something else.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'splink==5.0.0' 'pandas==3.1.1'
cd "$work"
venv/bin/python - <<'PYTHON'
import logging
import sys

import pandas
import splink
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

logging.disable(logging.CRITICAL)
print("splink", splink.__version__)
rows = pandas.DataFrame(
    {"unique_id": range(4), "surname": ["Koski"] * 4, "phone": ["", "", None, None], "email": ["", "", None, None]}
)


def predicted(blocked_by: str) -> pandas.DataFrame:
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[cl.ExactMatch("phone"), cl.EmailComparison("email")],
        blocking_rules_to_generate_predictions=[block_on(blocked_by)],
        retain_intermediate_calculation_columns=True,
    )
    database = DuckDBAPI()
    linker = Linker(database.register(rows), settings)
    return linker.inference.predict().as_pandas_dataframe()


levels = predicted("surname").set_index(["unique_id_l", "unique_id_r"])[["gamma_phone", "gamma_email"]]
empty, missing = levels.loc[(0, 1)].tolist(), levels.loc[(2, 3)].tolist()
blocked = predicted("phone")[["unique_id_l", "unique_id_r"]].values.tolist()
print("two empty texts:", empty, "two NULLs:", missing, "pairs blocked on the phone:", blocked)
sys.exit("changed" if empty != [1, 4] or missing != [-1, -1] or blocked != [[0, 1]] else 0)
PYTHON
