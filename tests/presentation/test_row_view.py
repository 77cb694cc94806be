"""Finding and sorting rows: the same answer as looking at every row, however the columns are held."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from builders import NOW, added_row, register
from tikissa.model.outcome import AddedRow, Fate, Leaving, Outcome
from tikissa.model.record import RecordId
from tikissa.model.register import ColumnCells, Register
from tikissa.presentation.row_order import ranks, sorted_records
from tikissa.presentation.row_search import FEW, ColumnSearch, RowSearch
from tikissa.presentation.row_view import BY_ROW, RowQuery, Scope, first_of, rows_of
from tikissa.presentation.saved_cells import SavedCells

TOWNS = ["Helsinki", "Espoo", "Äänekoski", "", "helsinki", "Zürich", "Åbo"]


def untouched(built: Register) -> Outcome:
    return Outcome(built, {}, {}, ())


def found(built: Register, words: str, outcome: Outcome | None = None) -> list[int]:
    chosen = outcome or untouched(built)
    return rows_of(chosen, RowQuery(words), RowSearch(built)).rows.tolist()


def test_letters_are_found_whatever_their_case() -> None:
    built = register({"Nimi": ["Matti Mäkinen", "MÄKINEN LIISA", "Korhonen"]})
    assert found(built, "mäki") == [0, 1]


def test_every_word_has_to_stand_somewhere_in_the_row() -> None:
    built = register({"Nimi": ["Matti Mäkinen", "Matti Korhonen"], "Kaupunki": ["Espoo", "Helsinki"]})
    assert found(built, "matti hels") == [1]


def test_a_workbooks_number_is_found_as_the_screen_shows_it() -> None:
    built = register({"Ostot": ["711.91 €", "18469.56 €", "71191"]})
    assert found(built, "711,91") == [0]
    assert found(built, "18 469,56") == [1]


def test_a_row_is_found_by_its_number() -> None:
    assert found(register({"Nimi": ["a", "b", "c"]}), "3") == [1]


def test_what_was_changed_is_found_by_its_new_text_and_not_by_its_old() -> None:
    built = register({"Nimi": ["Mati", "Liisa"]})
    changed = Outcome(built, {"Nimi": {RecordId(0): "Matti"}}, {}, ())
    assert found(built, "matti", changed) == [0]
    assert found(built, "mati", changed) == []


def test_rows_that_leave_are_shown_apart() -> None:
    built = register({"Nimi": ["a", "b", "c"]})
    leaving = Leaving(RecordId(1), Fate.ARCHIVED, None, (), 0, NOW, "user")
    outcome = Outcome(built, {"Nimi": {RecordId(2): "C"}}, {RecordId(1): leaving}, ())
    search = RowSearch(built)
    assert rows_of(outcome, RowQuery(), search).rows.tolist() == [0, 2]
    assert rows_of(outcome, RowQuery(scope=Scope.CHANGED), search).rows.tolist() == [2]
    assert rows_of(outcome, RowQuery(scope=Scope.LEAVING), search).rows.tolist() == [1]


def test_finnish_letters_come_after_z_and_the_empty_last() -> None:
    built = register({"Kaupunki": TOWNS})
    order = rows_of(untouched(built), RowQuery(sort=0), RowSearch(built))
    assert [TOWNS[place] for place in order.rows] == ["Espoo", "Helsinki", "helsinki", "Zürich", "Åbo", "Äänekoski", ""]
    back = rows_of(untouched(built), RowQuery(sort=0, descending=True), RowSearch(built))
    assert [TOWNS[place] for place in back.rows] == ["Äänekoski", "Åbo", "Zürich", "helsinki", "Helsinki", "Espoo", ""]


def test_some_rows_are_shown_in_the_order_they_are_asked_for_until_sorted() -> None:
    built = register({"Kaupunki": TOWNS})
    only = tuple(map(RecordId, (5, 1, 3)))
    for sort, expected in ((None, [5, 1, 3]), (BY_ROW, [1, 3, 5])):
        found = rows_of(untouched(built), RowQuery(only=only, sort=sort), RowSearch(built))
        assert found.rows.tolist() == expected


def test_numbers_are_sorted_as_numbers() -> None:
    texts = np.array(["10", "9", "100"], dtype=object)
    raws = np.array([10.0, 9.0, 100.0], dtype=object)
    cells = ColumnCells(np.arange(3, dtype=np.int32), texts, raws)
    assert sorted_records(np.arange(3), ranks(cells), descending=False).tolist() == [1, 0, 2]


def test_frequent_and_rare_words_are_found_alike() -> None:
    texts = [f"a{number}" for number in range(FEW + 10)]
    search = ColumnSearch(ColumnCells.of(texts))
    assert search.texts_with(b"a").sum() == FEW + 10
    assert search.texts_with(b"a1").tolist() == ["a1" in text for text in texts]


def test_rows_added_from_lists_are_found_and_sorted_among_the_others() -> None:
    built = register({"Nimi": ["b", "d"], "Kaupunki": ["Espoo", "Vaasa"]})
    added = tuple(
        AddedRow(row.id, row.source, dict(row.texts), row.reason, 0, NOW, "user")
        for row in (added_row(2, {"Nimi": "c"}), added_row(3, {"Nimi": "a"}))
    )
    outcome = Outcome(built, {}, {}, (), added)
    search = RowSearch(built)
    for query, expected in (
        (RowQuery(), [0, 1, 2, 3]),
        (RowQuery(sort=0), [3, 0, 2, 1]),
        (RowQuery("c"), [2]),
        (RowQuery(scope=Scope.ADDED), [2, 3]),
        (RowQuery(scope=Scope.CHANGED), []),
    ):
        assert rows_of(outcome, query, search).rows.tolist() == expected


@given(
    st.lists(st.text(alphabet="aåBbÄ 1", max_size=6), min_size=1, max_size=30),
    st.text(alphabet="aåbä1", min_size=1, max_size=3),
)
def test_searching_finds_what_looking_at_every_text_finds(texts: list[str], word: str) -> None:
    built = register({"Nimi": texts})
    expected = [
        word in text.lower() or (word.isdecimal() and int(word) == place + 2) for place, text in enumerate(texts)
    ]
    assert RowSearch(built).rows_with(word, SavedCells(untouched(built))).tolist() == expected


@given(
    st.lists(st.text(alphabet="aåBbÄ 1", max_size=6), min_size=1, max_size=30),
    st.text(alphabet="aåbä1 ", min_size=1, max_size=4).filter(str.strip),
    st.booleans(),
)
def test_the_first_rows_shown_at_once_are_those_the_whole_search_finds(
    texts: list[str], words: str, descending: bool
) -> None:
    built = register({"Nimi": texts, "Kaupunki": texts[::-1]})
    outcome = Outcome(built, {"Nimi": {RecordId(0): "Åbo"}}, {}, ())
    search = RowSearch(built)
    before = rows_of(outcome, RowQuery(sort=0, descending=descending), search)
    query = RowQuery(words, sort=0, descending=descending)
    first, found = first_of(outcome, query, before), rows_of(outcome, query, search, before)
    assert (first.rows.tolist() if first else []) == found.rows.tolist()
    assert found.rows.tolist() == rows_of(outcome, query, search).rows.tolist()


def test_rows_of_another_outcome_or_order_are_not_told_in_haste() -> None:
    built = register({"Nimi": ["a", "b"]})
    before = rows_of(untouched(built), RowQuery(), RowSearch(built))
    assert first_of(untouched(built), RowQuery("a"), before) is None
    assert first_of(before.outcome, RowQuery("a", sort=0), before) is None
