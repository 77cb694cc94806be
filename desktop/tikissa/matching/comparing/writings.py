"""Whether two different values are writings of one: edits between them, behind an integer filter that runs first."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tikissa.text.similarity import edit_distances, letter_sets


class Writings:
    """The distinct values of a field, ready to be compared in bulk."""

    def __init__(self, values: NDArray[np.object_]) -> None:
        self.values = values
        self.lengths = np.fromiter(map(len, values), np.int32, len(values))
        self._letters = letter_sets(values.tolist())

    def edits(self, left: NDArray[np.int32], right: NDArray[np.int32], limit: int) -> NDArray[np.int32]:
        """Return the edits between values pair by pair; `limit + 1` stands for all that are further apart."""
        distances = np.full(len(left), limit + 1, np.int32)
        mine, theirs = self._letters[left], self._letters[right]
        longer = self.lengths[right] - self.lengths[left]
        # an edit takes at most one letter away and brings at most one; what is longer was brought
        taken = np.bitwise_count(mine & ~theirs) + np.maximum(longer, 0)
        brought = np.bitwise_count(theirs & ~mine) + np.maximum(-longer, 0)
        near = np.flatnonzero((taken <= limit) & (brought <= limit))
        distances[near] = edit_distances(self.texts(left[near]), self.texts(right[near]), limit)
        return distances

    def letters(self, codes: NDArray[np.int32]) -> NDArray[np.uint64]:
        """Return the set of a value's characters as bits."""
        letters: NDArray[np.uint64] = self._letters[codes]
        return letters

    def texts(self, codes: NDArray[np.int32]) -> Sequence[str]:
        texts: list[str] = self.values[codes].tolist()
        return texts

    def shorter(self, left: NDArray[np.int32], right: NDArray[np.int32]) -> NDArray[np.int32]:
        return np.minimum(self.lengths[left], self.lengths[right])
