"""The filter before edits are counted is only that: it hides no two writings that are near one another."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tikissa.matching.comparing.writings import Writings

LETTERS = st.text(st.sampled_from("aabäжßł-1漢"), max_size=8)


@given(LETTERS, LETTERS, st.integers(1, 3))
def test_texts_in_any_letters_are_as_many_edits_apart_as_they_are(first: str, second: str, limit: int) -> None:
    writings = Writings(np.array([first, second], dtype=object))
    edits = writings.edits(np.array([0], np.int32), np.array([1], np.int32), limit)
    assert edits.tolist() == [min(OSA.distance(first, second), limit + 1)]
