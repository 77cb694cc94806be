"""Evidence on rows the user picks: the same words as in a group that was found, and as the rows stand now."""

import pytest

from builders import keys, register
from matching.conftest import crowd, register_of, schema
from tikissa.matching.explaining.pair_evidence import evidence_between
from tikissa.matching.match import match
from tikissa.model.record import RecordId
from tikissa.model.schema import ColumnMeaning, Schema

PEOPLE = crowd(300, seed=3)
ROWS = [*PEOPLE, *({**row, "Puhelin": row["Puhelin"].replace(" ", "-"), "Sähköposti": ""} for row in PEOPLE[:5])]
REGISTER = register_of(ROWS)


def _levels(*records: int, changed: dict[str, dict[RecordId, str]] | None = None) -> dict[str, str]:
    found = evidence_between(REGISTER, schema(), tuple(map(RecordId, records)), changed)
    return {weight.comparison: weight.level for weight in found}


def test_a_group_that_was_found_is_explained_in_the_same_words() -> None:
    for cluster in match(REGISTER, schema(), keys(len(REGISTER))).clusters:
        told = {weight.comparison: (weight.level, weight.weight > 0) for weight in cluster.evidence}
        asked = evidence_between(REGISTER, schema(), cluster.records)
        assert {weight.comparison: (weight.level, weight.weight > 0) for weight in asked} == told


def test_two_strangers_are_told_apart_by_everything() -> None:
    found = evidence_between(REGISTER, schema(), (RecordId(0), RecordId(1)))
    assert found
    assert all(weight.weight < 0 for weight in found if weight.level == "different")
    assert list(found) == sorted(found, key=lambda weight: -weight.weight)


def test_rows_are_compared_as_they_stand_now() -> None:
    assert _levels(0, 1)["phone"] == "different"
    assert _levels(0, 1, changed={"Puhelin": {RecordId(1): ROWS[0]["Puhelin"]}})["phone"] == "exact"


def test_of_several_rows_every_pair_has_its_say() -> None:
    assert _levels(300, 0, 1).keys() >= _levels(0, 1).keys()


@pytest.mark.parametrize("records", [(), (3,), (3, 3)])
def test_fewer_than_two_rows_have_nothing_in_common(records: tuple[int, ...]) -> None:
    assert _levels(*records) == {}


def test_a_register_with_nothing_to_compare_has_no_evidence() -> None:
    empty = register({"A": ["", "", ""]})
    unknown = Schema((ColumnMeaning("A", None, 0.0, True),))
    assert evidence_between(empty, unknown, (RecordId(0), RecordId(1))) == ()
