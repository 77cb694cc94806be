"""Compares company names without their legal form, and the forms where the names agree."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.compared import Bits, Compared, Levels, Records, levels_of
from tikissa.matching.comparisons.writings import Writings
from tikissa.matching.fields import Fields
from tikissa.matching.rarity import log_shares, miswritten
from tikissa.text.similarity import word_similarities

EXACT, CLOSE, PART, SIMILAR, DIFFERENT = 1, 2, 3, 4, 5


class CompanyComparer:
    """Answers for `company` and, where the names agree, `legal_form`."""

    def __init__(self, fields: Fields) -> None:
        self._codes = fields["company"].codes[0]
        self._writings = Writings(fields["company"].values)
        self._words = [frozenset(value.replace("-", " ").split()) for value in fields["company"].values]
        self._shares = np.append(log_shares(fields["company"], 0.0002, 2), np.float32(0))
        form = fields.get("legal_form")
        self._form = form.codes[0] if form else np.full(len(self._codes), -1, np.int32)
        self._form_shares = np.append(log_shares(form, 0.05, 1), np.float32(0)) if form else np.zeros(1, np.float32)

    def __call__(self, first: Records, second: Records) -> Mapping[str, Compared]:
        levels = levels_of(self._codes[first], self._codes[second], EXACT, self._judge)
        named = Compared(levels, self._rarity(levels, first, second))
        mine, theirs = self._form[first], self._form[second]
        agree = (levels > 0) & (levels < DIFFERENT) & (mine >= 0) & (theirs >= 0)
        forms = np.where(agree, np.where(mine == theirs, 1, 2), 0).astype(np.uint8)
        return {"company": named, "legal_form": Compared(forms, self._form_shares[mine])}

    def _rarity(self, levels: Levels, first: Records, second: Records) -> Bits:
        rarer = np.minimum(self._shares[self._codes[first]], self._shares[self._codes[second]])
        common = np.maximum(self._shares[self._codes[first]], self._shares[self._codes[second]])
        rarity = np.where(levels == EXACT, common, miswritten(rarer, "close"))
        return np.where(levels >= PART, np.maximum(rarer, np.float32(-9)), rarity).astype(np.float32)

    def _judge(self, left: NDArray[np.int32], right: NDArray[np.int32]) -> Levels:
        edits = self._writings.edits(left, right, 2)
        shorter = self._writings.shorter(left, right)
        levels = np.full(len(left), DIFFERENT, np.uint8)
        likeness = word_similarities(self._writings.texts(left), self._writings.texts(right))
        levels[likeness >= 88] = SIMILAR
        levels[((edits == 1) & (shorter >= 5)) | ((edits == 2) & (shorter >= 9)) | (likeness >= 99.9)] = CLOSE
        for place in np.flatnonzero(levels == DIFFERENT):
            levels[place] = _by_words(self._words[left[place]], self._words[right[place]])
        return levels


def _by_words(mine: frozenset[str], theirs: frozenset[str]) -> int:
    """Tell whether one name is the other with a word more, or with words cut short (`deli` for `delicatessen`)."""
    if mine < theirs or theirs < mine:
        return PART
    rest, other_rest = mine - theirs, theirs - mine
    if len(rest) != len(other_rest) or not mine & theirs:
        return DIFFERENT
    cut = all(any(a.startswith(b[:4]) and b.startswith(a[:4]) for b in other_rest) for a in rest)
    return SIMILAR if cut and all(len(word) >= 4 for word in rest | other_rest) else DIFFERENT
