"""What double names share, and how common it is: two people called Ylä-something share nothing."""

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.comparing.compared import Bits
from tikissa.matching.preparing.fields import Vocabulary

_STEADY = 200.0
_USUAL_SHARE = 0.002
_SHORTEST = 3
_WORDS = 3

Codes = NDArray[np.int32]


class NameWords:
    """The words of names, up to three of each, and how many records each word stands in."""

    def __init__(self, values: NDArray[np.object_], counts: NDArray[np.int64]) -> None:
        words = [_words(value) for value in values]
        vocabulary = Vocabulary()
        columns = [vocabulary.codes([part[place] for part in words]) for place in range(_WORDS)]
        self._words = np.stack(columns, axis=1) if len(values) else np.empty((0, _WORDS), np.int32)
        held = self._words >= 0
        heard = np.bincount(self._words[held], np.broadcast_to(counts[:, None], held.shape)[held])
        shares = (heard + _STEADY * _USUAL_SHARE) / (counts.sum() + _STEADY)
        self._log_shares = np.append(np.log2(shares), 0).astype(np.float32)

    def share_a_word(self, left: Codes, right: Codes) -> NDArray[np.bool_]:
        shared = np.zeros(len(left), bool)
        for mine in range(_WORDS):
            for theirs in range(_WORDS):
                words = self._words[left, mine]
                shared |= (words >= 0) & (words == self._words[right, theirs])
        return shared

    def rarest_shared(self, left: Codes, right: Codes) -> Bits:
        """Return log2 of the share of records that have the rarest word two names share, 0 where they share none."""
        rarest = np.zeros(len(left), np.float32)
        for mine in range(_WORDS):
            for theirs in range(_WORDS):
                words = self._words[left, mine]
                same = (words >= 0) & (words == self._words[right, theirs])
                rarest = np.where(same, np.minimum(rarest, self._log_shares[words]), rarest)
        return rarest


def _words(name: str) -> list[str]:
    words = [word for word in name.replace("-", " ").split() if len(word) >= _SHORTEST][:_WORDS]
    return words + [""] * (_WORDS - len(words))
