"""What the user answers teaches gently: its kind of pairs drops or rises, a slip changes nothing, nothing gets safe."""

from collections.abc import Iterable
from random import Random

import pytest

from builders import keys
from matching.conftest import crowd, register_of, schema
from tikissa.matching.match import Matching, match
from tikissa.model.decision import Judgement, Sameness
from tikissa.model.matching import Cluster

SAME, DIFFERENT, RELATED = Sameness.SAME, Sameness.DIFFERENT, Sameness.RELATED

PEOPLE, FATHERS, COPIES, MOVED = 400, 60, 60, 30

Answer = tuple[int, int, Sameness]
Pair = tuple[int, ...]


def _rows() -> list[dict[str, str]]:
    """People; then for some a row with their name and home, but with another phone and e-mail; plain duplicates; rows
    of people who have moved; and rows with an initial alone at the same street."""
    random, people = Random(3), crowd(PEOPLE)
    rows = [*people]
    rows += [
        {**row, "Puhelin": f"050 {random.randrange(10**6, 10**7)}", "Sähköposti": f"toinen{number}@example.net"}
        for number, row in enumerate(people[:FATHERS])
    ]
    rows += [{**row, "Puhelin": row["Puhelin"].replace(" ", "-"), "Sähköposti": ""} for row in people[100:160]]
    rows += [
        {**row, "Osoite": f"Uusitie {number + 900}", "Postinro": "70100", "Postitmp": "Kuopio", "Sähköposti": ""}
        for number, row in enumerate(people[200:230])
    ]
    rows += [{**row, "Etunimi": row["Etunimi"][:1], "Puhelin": "", "Sähköposti": ""} for row in people[300:340]]
    return rows


ROWS = _rows()
REGISTER, SCHEMA, KEYS = register_of(ROWS), schema(), keys(len(ROWS))
FATHER_AND_SON = [(place, PEOPLE + place) for place in range(FATHERS)]
DUPLICATES = [(100 + place, PEOPLE + FATHERS + place) for place in range(COPIES)]


def _matched(answers: Iterable[Answer] = ()) -> Matching:
    said = tuple(Judgement(KEYS[first], KEYS[second], sameness) for first, second, sameness in answers)
    return match(REGISTER, SCHEMA, KEYS, said)


def _clusters(answers: Iterable[Answer] = ()) -> dict[Pair, Cluster]:
    return {tuple(map(int, cluster.records)): cluster for cluster in _matched(answers).clusters}


def _verdicts(answers: Iterable[Answer] = ()) -> dict[Pair, tuple[float, bool]]:
    return {records: (cluster.probability, cluster.safe) for records, cluster in _clusters(answers).items()}


BEFORE = _verdicts()


def test_before_any_answer_rows_of_one_name_and_home_are_asked_about_and_duplicates_are_sure() -> None:
    assert all(pair in BEFORE and not BEFORE[pair][1] for pair in FATHER_AND_SON)
    assert all(BEFORE[pair][1] for pair in DUPLICATES)


@pytest.mark.parametrize("sameness", [DIFFERENT, RELATED])
def test_twenty_answers_make_the_rest_of_their_kind_drop_and_leave_the_sure_ones(sameness: Sameness) -> None:
    after = _verdicts((*pair, sameness) for pair in FATHER_AND_SON[:20])
    assert not [pair for pair in FATHER_AND_SON if pair in after]
    assert all(after[pair][1] for pair in DUPLICATES)


def test_a_few_answers_only_lower_how_likely_the_rest_is() -> None:
    after = _verdicts((*pair, DIFFERENT) for pair in FATHER_AND_SON[:5])
    left = FATHER_AND_SON[5:]
    assert all(after[pair][0] < BEFORE[pair][0] for pair in left)


@pytest.mark.parametrize("pair", [FATHER_AND_SON[3], DUPLICATES[3], (0, 7)])
@pytest.mark.parametrize("sameness", [SAME, DIFFERENT])
def test_one_mistaken_answer_changes_no_verdict_on_the_rest(pair: Pair, sameness: Sameness) -> None:
    after = _verdicts([(pair[0], pair[1], sameness)])
    touched = {records for records in (*BEFORE, *after) if set(records) & set(pair)}
    assert {r: v for r, v in after.items() if r not in touched} == {r: v for r, v in BEFORE.items() if r not in touched}


def test_many_pairs_of_one_group_answered_in_one_go_are_one_answer() -> None:
    group = [*range(10, 16)]
    mistake = [(first, second, SAME) for first in group for second in group if first < second]
    after = _verdicts(mistake)
    assert {r: v for r, v in after.items() if not set(r) & set(group)} == {
        r: v for r, v in BEFORE.items() if not set(r) & set(group)
    }


def test_one_mistake_among_twenty_right_answers_changes_no_verdict_on_the_rest() -> None:
    right: list[Answer] = [(*pair, DIFFERENT) for pair in FATHER_AND_SON[:20]]
    rest = {pair for pair in _clusters(right) if pair not in FATHER_AND_SON[:21]}
    after = {pair for pair in _clusters([*right, (*FATHER_AND_SON[20], SAME)]) if pair not in FATHER_AND_SON[:21]}
    assert after == rest


@pytest.mark.parametrize("kind", [FATHER_AND_SON, [(200 + place, 520 + place) for place in range(MOVED)]])
def test_nothing_becomes_safe_by_answers_on_others(kind: list[tuple[int, int]]) -> None:
    half = kind[: len(kind) // 2]
    after = _verdicts((*pair, SAME) for pair in half)
    safe = {records for records, verdict in after.items() if verdict[1]}
    assert safe - set(half) <= {records for records, verdict in BEFORE.items() if verdict[1]}


def test_the_users_word_stands_whatever_the_weights_have_become() -> None:
    random = Random(8)
    pairs = random.sample([*FATHER_AND_SON, *DUPLICATES], 60)
    answers: list[Answer] = [(*pair, random.choice([SAME, DIFFERENT])) for pair in pairs]
    together = _clusters(answers)
    for first, second, sameness in answers:
        assert any({first, second} <= set(records) for records in together) == (sameness is SAME)


def test_the_evidence_says_what_the_verdict_is_made_of() -> None:
    answers: list[Answer] = [(*pair, DIFFERENT) for pair in FATHER_AND_SON[:10]]
    pair = FATHER_AND_SON[30]
    before, after = (
        {weight.comparison: weight.weight for weight in found[pair].evidence}
        for found in (_clusters(), _clusters(answers))
    )
    assert before.keys() == after.keys()
    assert sum(after.values()) < sum(before.values())
