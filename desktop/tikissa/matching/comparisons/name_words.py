"""How common the words of double names are: two people called Ylä-something share nothing."""

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.compared import Bits
from tikissa.matching.fields import Codes

_STEADY = 200.0
_USUAL_SHARE = 0.002


class WordShares:
    """The words of names and how many records each stands in."""

    def __init__(self, values: NDArray[np.object_], counts: NDArray[np.int64]) -> None:
        self._words = [frozenset(value.replace("-", " ").split()) for value in values]
        self._counts: Counter[str] = Counter()
        self._total = float(counts.sum())
        for words, count in zip(self._words, counts.tolist(), strict=True):
            for word in words:
                self._counts[word] += count

    def shared(self, left: int, right: int) -> frozenset[str]:
        return self._words[left] & self._words[right]

    def shares(self, left: Codes, right: Codes) -> Bits:
        """Return log2 of the share of records that have the rarest word two names share."""
        shares = [self._share(int(a), int(b)) for a, b in zip(left, right, strict=True)]
        return np.log2(np.array(shares, np.float64)).astype(np.float32)

    def _share(self, left: int, right: int) -> float:
        rarest = min((self._counts[word] for word in self.shared(left, right)), default=0)
        return (rarest + _STEADY * _USUAL_SHARE) / (self._total + _STEADY)
