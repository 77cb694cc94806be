"""Double names cut to their initials: "J-P", "J. P." and "JP" stand for "Juha-Pekka"."""

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.preparing.fields import Vocabulary

_LONGEST_TOGETHER = 2


class Initials:
    """The initials of each name of several words, and what each name says that is nothing but initials."""

    def __init__(self, values: NDArray[np.object_]) -> None:
        vocabulary = Vocabulary()
        words = [value.split() for value in values]
        self._cut = vocabulary.codes([_as_initials(parts) for parts in words])
        self._of_names = vocabulary.codes([_initials_of(parts) for parts in words])

    def stand_for(self, left: NDArray[np.int32], right: NDArray[np.int32]) -> NDArray[np.bool_]:
        """Tell where one of two names is the initials of the other."""
        mine, theirs = self._cut[left], self._cut[right]
        stands: NDArray[np.bool_] = ((mine >= 0) & (mine == self._of_names[right])) | (
            (theirs >= 0) & (theirs == self._of_names[left])
        )
        return stands


def _as_initials(words: list[str]) -> str:
    together = "".join(words)
    if len(words) == 1:
        return together if len(together) == _LONGEST_TOGETHER else ""
    return together if len(together) == len(words) else ""


def _initials_of(words: list[str]) -> str:
    whole = len(words) > 1 and all(len(word) > 1 for word in words)
    return "".join(word[0] for word in words) if whole else ""
