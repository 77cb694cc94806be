"""What matching promises whatever the register: order, safety without duplicates, and that it stops when told to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import keys, register
from matching.conftest import crowd, register_of, schema
from tikissa.matching.match import match
from tikissa.model.problems import Cancelled
from tikissa.model.schema import ColumnMeaning, Meaning, Schema

NAMES = st.sampled_from(["", "Virtanen", "Aho", "Åström", "O'Neill", "Ala-Korpi", "x", "1", "Oy", "; -"])


class StopAt:
    """Progress that cancels at a stage."""

    def __init__(self, stage: str) -> None:
        self.stage = stage

    def report(self, stage: str, done: int, total: int) -> None:
        assert 0 <= done <= max(total, 1)
        if stage == self.stage:
            raise Cancelled


@pytest.mark.parametrize("stage", ["matching.prepare", "matching.block", "matching.compare", "matching.gather"])
def test_every_stage_can_be_cancelled(stage: str) -> None:
    rows = crowd(700)
    with pytest.raises(Cancelled):
        match(register_of(rows), schema(), keys(len(rows)), (), StopAt(stage))


class StopAfter:
    """Progress that cancels from its n-th report on and counts them."""

    def __init__(self, reports: int) -> None:
        self.asked = reports
        self.reports = 0

    def report(self, stage: str, done: int, total: int) -> None:
        self.reports += 1
        if self.reports >= self.asked:
            raise Cancelled


def test_a_cancel_at_whichever_report_is_obeyed_at_once() -> None:
    rows = crowd(700)
    made, named = register_of(rows + rows[:200]), keys(len(rows) + 200)
    whole = StopAfter(1 << 40)
    match(made, schema(), named, (), whole)
    for asked in range(1, whole.reports + 1, 7):
        progress = StopAfter(asked)
        with pytest.raises(Cancelled):
            match(made, schema(), named, (), progress)
        assert progress.reports == asked


@pytest.mark.parametrize("size", [50, 300, 2000])
def test_a_crowd_without_a_duplicate_yields_nothing_safe_and_hardly_a_proposal(size: int) -> None:
    rows = crowd(size, seed=5)
    found = match(register_of(rows), schema(), keys(size))
    assert not any(cluster.safe for cluster in found.clusters)
    assert len(found.clusters) <= max(1, size // 1000)


def test_five_duplicates_among_three_hundred_rows_are_found() -> None:
    rows = crowd(300, seed=3)
    rows += [{**row, "Puhelin": row["Puhelin"].replace(" ", "-"), "Sähköposti": ""} for row in rows[:5]]
    found = match(register_of(rows), schema(), keys(len(rows)))
    assert {cluster.records for cluster in found.clusters} == {(place, 300 + place) for place in range(5)}


def test_the_order_of_the_rows_changes_nothing() -> None:
    rows = crowd(200, seed=4)
    rows += rows[:20]
    forward = match(register_of(rows), schema(), keys(len(rows)))
    backward = match(register_of(rows[::-1]), schema(), keys(len(rows)))
    last = len(rows) - 1
    turned = {tuple(sorted(last - record for record in cluster.records)) for cluster in backward.clusters}
    assert turned == {cluster.records for cluster in forward.clusters}


def test_a_column_without_a_meaning_is_compared_by_its_content() -> None:
    rows = [f"Asiakas numero {'abcdefghijklmnop'[place % 16]}{place}" for place in range(100)]
    made = register({"A": [*rows, rows[7]], "B": [str(place * 37 % 89) for place in range(100)] + [str(7 * 37 % 89)]})
    unknown = Schema(tuple(ColumnMeaning(name, None, 0.0, True) for name in ("A", "B")))
    found = match(made, unknown, keys(101))
    assert [cluster.records for cluster in found.clusters] == [(7, 100)]


@settings(max_examples=40)
@given(st.lists(st.tuples(NAMES, NAMES, NAMES, NAMES), min_size=0, max_size=12))
def test_whatever_stands_in_the_cells_a_row_is_in_one_cluster_at_most(rows: list[tuple[str, ...]]) -> None:
    columns = {name: [row[place] for row in rows] for place, name in enumerate("ABCD")}
    meanings = (Meaning.WHOLE_NAME, Meaning.COMPANY, Meaning.WHOLE_ADDRESS, None)
    known = Schema(
        tuple(ColumnMeaning(name, meaning, 1.0, True) for name, meaning in zip("ABCD", meanings, strict=True))
    )
    found = match(register(columns), known, keys(len(rows)))
    members = [record for cluster in found.clusters for record in cluster.records]
    assert len(members) == len(set(members))
    assert all(pair.first < pair.second for cluster in found.clusters for pair in cluster.pairs)
