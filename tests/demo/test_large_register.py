"""Registers made for measuring have the size and the truth they claim."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from make_large_register import large_register
from registers.identifiers import business_id_check_digit
from registers.large import invent_large
from registers.large_files import as_register, table, truth

SCRIPT = Path(__file__).resolve().parents[2] / "build_scripts" / "make_large_register.py"


def test_the_same_seed_makes_the_same_register():
    first, second = (table(invent_large(500, seed=7), "mixed") for _ in range(2))
    assert all(np.array_equal(one, other) for one, other in zip(first.columns, second.columns, strict=True))


@pytest.mark.parametrize("kind", ["consumer", "business", "mixed"])
def test_a_register_has_its_rows_and_its_share_of_repeats(kind):
    large = invent_large(2000, kind, duplicates=0.2)
    assert len(table(large, kind).columns[0]) == 2000
    assert len(np.unique(large.entity)) == 1600


def test_a_register_without_duplicates_still_has_households():
    large = invent_large(2000, "consumer", duplicates=0)
    assert len(np.unique(large.entity)) == 2000
    first, second = large.related[:, 0], large.related[:, 1]
    assert len(first) > 50
    assert (large.columns["street"][first] == large.columns["street"][second]).all()
    assert (large.columns["given_name"][first] != large.columns["given_name"][second]).all()


def test_only_households_and_repeats_share_a_phone_number():
    large = invent_large(3000, "consumer", seed=3)
    related = {frozenset(pair) for pair in large.entity[large.related].tolist()}
    owners: dict[str, set[int]] = {}
    for entity, phone in zip(large.entity.tolist(), large.columns["phone"], strict=True):
        digits = "".join(letter for letter in phone if letter.isdigit())[-7:] if phone else ""
        owners.setdefault(phone and f"{phone[:6]}{digits}", set()).add(entity)
    owners.pop("", None)
    assert all(len(who) == 1 or frozenset(who) in related for who in owners.values())


def test_business_ids_are_right():
    made = table(invent_large(500, "business"), "business")
    codes = made.columns[made.headers.index("Y-tunnus")]
    assert all(business_id_check_digit(code[:7]) == int(code[-1]) for code in codes)


def test_errors_stand_where_the_truth_says():
    large = invent_large(3000, "consumer", seed=5)
    made = table(large, "consumer")
    facts = truth(large, made, "x.csv")
    assert facts["errors"]
    for row, header, wrong, right in facts["errors"]:
        assert made.columns[made.headers.index(header)][row - 2] == wrong != right


def test_a_register_in_memory_is_the_product_s_own():
    register = large_register(300, "mixed", seed=2)
    assert len(register) == 300
    assert register.text(0, "Asiakasnro") == "1000"
    assert register.row(0) == 2
    assert as_register(table(invent_large(300, seed=2), "mixed")).text(5, "Puhelin") == register.text(5, "Puhelin")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_the_script_writes_a_file_and_its_truth(tmp_path, suffix):
    target, facts = tmp_path / f"iso{suffix}", tmp_path / "truth.json"
    subprocess.run([sys.executable, SCRIPT, "200", target, "--truth", facts], check=True, capture_output=True)
    assert len(json.loads(facts.read_text(encoding="utf-8"))["cluster"]) == 200
    if suffix == ".csv":
        with target.open(encoding="utf-8", newline="") as lines:
            assert sum(1 for _ in csv.reader(lines, delimiter=";")) == 201
