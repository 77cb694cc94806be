"""Rows without activity for three years are found, all of them and no others, on registers with known truth."""

import json

import pytest

from builders import TODAY
from conftest import SHARED
from tikissa.analysis.record_keys import record_keys
from tikissa.files.reader import read
from tikissa.model.analysis import Settings
from tikissa.schema.detect import detect
from tikissa.staleness.assess import assess

BENCHMARKS = SHARED / "benchmarks"


@pytest.mark.skipif(not BENCHMARKS.is_dir(), reason="the labelled registers are not here")
@pytest.mark.parametrize("name", ["fi_consumer", "fi_business", "fi_messy"])
def test_stale_rows_are_found_and_no_others(name: str) -> None:
    truth = json.loads((BENCHMARKS / name / "truth.json").read_text(encoding="utf-8"))
    register = read(BENCHMARKS / name / truth["path"])
    schema = detect(register)
    found = assess(register, schema, record_keys(register, schema), Settings(TODAY))
    old = {register.row(r.record) for r in found if any(reason.code == "contact.old" for reason in r.reasons)}
    edge = set(truth["borderline"])
    assert old - edge == {int(row) for row in truth["stale"]} - edge
