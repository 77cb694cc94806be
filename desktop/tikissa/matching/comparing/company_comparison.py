"""Compares company names without their legal form, and the forms where the names agree."""

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.comparing.compared import Bits, Compared, Levels, Records, levels_of
from tikissa.matching.comparing.term_frequency import log_shares, miswritten
from tikissa.matching.comparing.writings import Writings
from tikissa.matching.preparing.fields import Fields, Vocabulary
from tikissa.reference.company_forms import loose_forms
from tikissa.text.normalise import digits
from tikissa.text.similarity import word_similarities

EXACT, CLOSE, PART, SHORT, SIMILAR, DIFFERENT = 1, 2, 3, 4, 5, 6
SAME_FORM, CONFLICT, OTHER_FORM = 1, 2, 3
_MOST_WORDS = 8
_MOST_INITIALS = 5
_START = 4
_FEWEST_INITIALS = 2
_FEWEST_LETTERS = 3
_MOST_UNSHARED = 3
_MANY_WORDS = 4
_MOSTLY = 0.75
"""Of so many words two names of one company share so large a part, however its branch or its owner stands beside it."""
_ROMAN = re.compile("[ivx]{1,4}")
_BETWEEN = frozenset(("ja", "and", "och", "und", "&", "+", "et", "y", "e", "of", "the", "de"))
"""Words that an acronym leaves out."""


class CompanyComparer:
    """Answers for `company` and, where the names agree, `legal_form`."""

    def __init__(self, fields: Fields) -> None:
        self._codes = fields["company"].codes[0]
        self._writings = Writings(fields["company"].values)
        self._words = CompanyWords(fields["company"].values)
        self._numbers = Vocabulary().codes([_numbering(value) for value in fields["company"].values])
        self._shares = np.append(log_shares(fields["company"], 0.0002, 2), np.float32(0))
        form = fields.get("legal_form")
        self._form = form.codes[0] if form else np.full(len(self._codes), -1, np.int32)
        values = form.values if form else np.empty(0, object)
        self._is_loose = np.append(np.array([value in loose_forms() for value in values], bool), False)
        self._form_shares = np.append(log_shares(form, 0.05, 1), np.float32(0)) if form else np.zeros(1, np.float32)

    def __call__(self, first: Records, second: Records) -> Mapping[str, Compared]:
        levels = levels_of(self._codes[first], self._codes[second], EXACT, self._judge)
        named = Compared(levels, self._rarity(levels, first, second))
        mine, theirs = self._form[first], self._form[second]
        agree = (levels > 0) & (levels < DIFFERENT) & (mine >= 0) & (theirs >= 0)
        loosely = self._is_loose[mine] & self._is_loose[theirs]
        unlike = np.where(loosely, OTHER_FORM, CONFLICT)
        forms = np.where(agree, np.where(mine == theirs, SAME_FORM, unlike), 0).astype(np.uint8)
        return {"company": named, "legal_form": Compared(forms, self._form_shares[mine])}

    def _rarity(self, levels: Levels, first: Records, second: Records) -> Bits:
        rarer = np.minimum(self._shares[self._codes[first]], self._shares[self._codes[second]])
        common = np.maximum(self._shares[self._codes[first]], self._shares[self._codes[second]])
        rarity = np.where(levels == EXACT, common, miswritten(rarer, "close"))
        return np.where(levels >= PART, np.maximum(rarer, np.float32(-9)), rarity).astype(np.float32)

    def _judge(self, left: NDArray[np.int32], right: NDArray[np.int32]) -> Levels:
        """Names with different numbers or letters are different companies: "As Oy Lepola 5", "As Oy Lepola 6"."""
        edits = self._writings.edits(left, right, 2)
        shorter = self._writings.shorter(left, right)
        levels = np.full(len(left), DIFFERENT, np.uint8)
        likeness = word_similarities(self._writings.texts(left), self._writings.texts(right))
        levels[likeness >= 88] = SIMILAR
        levels[((edits == 1) & (shorter >= 5)) | ((edits == 2) & (shorter >= 9)) | (likeness >= 99.9)] = CLOSE
        rest = np.flatnonzero(levels == DIFFERENT)
        levels[rest] = self._words.levels(left[rest], right[rest])
        apart = np.flatnonzero(levels >= SIMILAR)
        levels[apart[self._words.shortened(left[apart], right[apart])]] = SHORT
        mine, theirs = self._numbers[left], self._numbers[right]
        levels[(mine != theirs) & (mine >= 0) & (theirs >= 0)] = DIFFERENT
        return levels


class CompanyWords:
    """The words of company names, compared as sets: one word more, or words cut short (`deli` for `delicatessen`)."""

    def __init__(self, values: NDArray[np.object_]) -> None:
        words = [value.replace("-", " ").split()[:_MOST_WORDS] for value in values]
        self._counts = np.fromiter(map(len, words), np.int8, len(words))
        self._whole = _word_codes(words, 0)
        self._starts = _word_codes(words, _START)
        self._lists = words
        shared = Vocabulary()
        self._together = shared.codes([_initials_alone(name) for name in words])
        kinds = [shared.codes([make(name) for name in words]) for make in (_initials, _initials_of_names)]
        self._acronyms = np.stack(kinds, axis=1)

    def shortened(self, left: NDArray[np.int32], right: NDArray[np.int32]) -> NDArray[np.bool_]:
        """Tell which names are the other's initials (`psa`), or have its words cut short in any order (`eng`)."""
        found = np.zeros(len(left), bool)
        for mine, theirs in ((left, right), (right, left)):
            named = self._together[mine, None]
            found |= ((named >= 0) & (named == self._acronyms[theirs])).any(axis=1)
        single = (self._counts[left] == 1) | (self._counts[right] == 1)
        for place in np.flatnonzero(single & ~found).tolist():
            found[place] = _cut_off("".join(self._lists[left[place]]), "".join(self._lists[right[place]]))
        shared = _shared(self._whole[left], self._whole[right])
        apart = np.abs(self._counts[left] - self._counts[right])
        may_be = (shared > 0) & (apart <= 1) & (np.minimum(self._counts[left], self._counts[right]) > 1)
        for place in np.flatnonzero(may_be & ~found).tolist():
            found[place] = _cut_short(self._lists[left[place]], self._lists[right[place]])
        return found

    def levels(self, left: NDArray[np.int32], right: NDArray[np.int32]) -> Levels:
        fewer = np.minimum(self._counts[left], self._counts[right])
        shared = _shared(self._whole[left], self._whole[right])
        begun = _shared(self._starts[left], self._starts[right])
        levels = np.full(len(left), DIFFERENT, np.uint8)
        levels[(begun >= fewer) & (shared >= 1) & (self._counts[left] == self._counts[right])] = SIMILAR
        levels[(fewer >= _MANY_WORDS) & (shared >= _MOSTLY * fewer)] = SIMILAR
        levels[(shared >= fewer) & (self._counts[left] != self._counts[right])] = PART
        return levels


def _numbering(name: str) -> str:
    """Return what numbers a company among others of its name: figures, else a letter or a Roman number at its end."""
    last = name.rpartition(" ")[2]
    return digits(name) or (last if len(last) == 1 or _ROMAN.fullmatch(last) else "")


def _initials_alone(words: Sequence[str]) -> str:
    """Return a name that may be initials: one short word, or single letters."""
    together = "".join(words)
    if len(words) > 1 and max(map(len, words)) > 1:
        return ""
    return together if _FEWEST_INITIALS <= len(together) <= _MOST_INITIALS and together.isalpha() else ""


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _initials_of_names(words: Sequence[str]) -> str:
    return _initials([word for word in words if word not in _BETWEEN])


def _cut_short(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether the words two names do not share are one another's abbreviations; one word may be over."""
    first = [word for word in mine if word not in theirs]
    second = [word for word in theirs if word not in mine]
    fewer, more = sorted((first, second), key=len)
    if not fewer or len(more) > _MOST_UNSHARED:
        return False
    return all(any(_abbreviates(word, other) or _abbreviates(other, word) for other in more) for word in fewer)


def _cut_off(mine: str, theirs: str) -> bool:
    """Tell whether a name is the beginning of another, which was cut off: `glo` for `global industries`."""
    shorter, longer = sorted((mine, theirs), key=len)
    return len(shorter) >= _FEWEST_LETTERS and len(shorter) < len(longer) and longer.startswith(shorter)


def _abbreviates(short: str, long: str) -> bool:
    """Tell whether a word has the letters of another in their order, from the first on: `pkg` for `packaging`."""
    letters = iter(long)
    return _FEWEST_INITIALS <= len(short) < len(long) and short[0] == long[0] and all(c in letters for c in short)


def _word_codes(words: Sequence[Sequence[str]], start: int) -> NDArray[np.int32]:
    """Return a code for each word (or its first `start` letters), shape (names, most words), -1 for none."""
    vocabulary = Vocabulary()
    columns = []
    for place in range(_MOST_WORDS):
        column = [name[place] if place < len(name) else "" for name in words]
        columns.append(vocabulary.codes([word[:start] if start else word for word in column]))
    return np.stack(columns, axis=1)


def _shared(mine: NDArray[np.int32], theirs: NDArray[np.int32]) -> NDArray[np.int8]:
    """Return how many words of the first are among those of the second."""
    count = np.zeros(len(mine), np.int8)
    for place in range(_MOST_WORDS):
        word = mine[:, place, None]
        count += ((word >= 0) & (word == theirs)).any(axis=1)
    return count
