"""Compares persons' names: given names and surnames, also where the two stand in each other's columns.

Double names cut to their initials: "J-P", "J. P." and "JP" stand for "Juha-Pekka".

How common a person's name is among strangers: as the writing of another, as an initial, by its first letter.
"""

from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.comparing.compared import Bits, Compared, Levels, Records, levels_of
from tikissa.matching.comparing.comparison_levels import NAME_LEVELS
from tikissa.matching.comparing.name_words import NameWords
from tikissa.matching.comparing.term_frequency import STEADY, log_shares, miswritten
from tikissa.matching.comparing.writings import Writings
from tikissa.matching.preparing.fields import Codes, Field, Fields, Vocabulary, sum_of_counts
from tikissa.matching.preparing.name_order import given_names_in_use
from tikissa.reference.given_name_list import given_names_anywhere
from tikissa.reference.nicknames import name_form_pairs
from tikissa.text.names import sound
from tikissa.text.normalise import fold
from tikissa.text.similarity import letter_sums

_USUAL_INITIALS = 0.0225

_UNSEEN_NAMES = {"given_name": 1500.0, "surname": 10_000.0}
"""How many names there are, roughly, that nobody in the register has."""

_LONGEST_TOGETHER = 2

_LEVEL = {name: place + 1 for place, name in enumerate(NAME_LEVELS)}

EXACT, PART, CLOSE, SIMILAR, DIFFERENT = (_LEVEL[n] for n in ("exact", "part", "close", "similar", "different"))

_LONG_ENOUGH = 4

_LONGEST_CUT = 3

_MISWRITTEN = (
    ("nickname", "nickname", False),
    *(("slip", "close", True), ("close", "close", True), ("twin", "close", False), ("similar", "similar", True)),
)
"""Levels at which one name may be a writing of the other, how, and whether a name nobody else has is hardly a name."""

_USUAL_SHARE = {"given_name": 0.003, "surname": 0.0007}


class NameComparer:
    """Compares given names and surnames. A register with one of the two columns compares that one."""

    def __init__(self, fields: Fields) -> None:
        self._fields = {name: fields[name] for name in ("given_name", "surname") if name in fields}
        field = next(iter(self._fields.values()))
        self._writings = Writings(field.values)
        self._nicknames = _nickname_keys(field.values)
        self._sounds = Vocabulary().codes([sound(value) for value in field.values.tolist()])
        self._letter_sums = letter_sums(field.values.tolist())
        self._is_known = _among(given_names_anywhere(), field.values)
        counts = sum_of_counts([f.codes[0] for f in self._fields.values()], len(field.values))
        self._is_repeated = counts > 1
        self._words = NameWords(field.values, counts)
        self._emails = fields["email"].codes[0] if "email" in fields else None
        self._addresses = fields["email"].values if "email" in fields else np.empty(0, object)
        self._former = fields["former_name"].codes[0] if "former_name" in fields else None
        self._whole = self._words_of_both(field.values)
        self._beginnings = Writings(_beginnings(field.values))
        self._cut = Initials(field.values)
        self._multiple = np.fromiter((" " in value or "-" in value for value in field.values), bool, len(field.values))
        self._letters = np.fromiter((ord(value[0]) for value in field.values), np.int32, len(field.values))
        self._shares = {n: log_shares(f, _USUAL_SHARE[n], 1) for n, f in self._fields.items()}
        self._writings_of = {n: shares_of_writings(n, f, self._shares[n]) for n, f in self._fields.items()}
        self._initials = {n: initials_used(f) for n, f in self._fields.items()}
        self._letter_shares = {n: letter_shares(f, self._letters) for n, f in self._fields.items()}

    def _words_of_both(self, values: NDArray[np.object_]) -> Codes:
        """Return a code for the words of each record's given name and surname together, -1 for fewer than three."""
        none = np.full(1, -1, np.int32)
        if len(self._fields) < 2:
            return none
        given, surname = (self._fields[name].codes[0] for name in ("given_name", "surname"))
        many = np.append(np.fromiter((value.count(" ") > 0 for value in values), bool, len(values)), False)
        places = np.flatnonzero((given >= 0) & (surname >= 0) & (many[given] | many[surname]))
        words = [f"{values[given[place]]} {values[surname[place]]}".split() for place in places.tolist()]
        codes = np.full(len(given), -1, np.int32)
        codes[places] = Vocabulary().codes([" ".join(sorted(part)) for part in words])
        return codes

    def __call__(self, first: Records, second: Records) -> Mapping[str, Compared]:
        levels = {n: self._levels(f.codes[0][first], f.codes[0][second]) for n, f in self._fields.items()}
        if "given_name" in levels:
            self._mark_slips(levels["given_name"], first, second)
        rarity = {n: self._rarity(n, levels[n], first, second) for n in self._fields}
        if len(self._fields) == 2:
            self._mark_swapped(levels, rarity, first, second)
            self._mark_parted_otherwise(levels, rarity, first, second)
            self._mark_former(levels, first, second)
        compared = {name: Compared(levels[name], rarity[name]) for name in self._fields}
        if self._emails is None or "given_name" not in levels:
            return compared
        spelt_out = self._spelt_out(levels["given_name"], self._emails, first, second)
        return compared | {"spelt_out": Compared(spelt_out, np.zeros(len(first), np.float32))}

    def _levels(self, left: Codes, right: Codes) -> Levels:
        return levels_of(left, right, EXACT, self._judge)

    def _judge(self, left: NDArray[np.int32], right: NDArray[np.int32]) -> Levels:
        edits = self._writings.edits(left, right, 3)
        shorter = self._writings.shorter(left, right)
        levels = np.full(len(left), DIFFERENT, np.uint8)
        levels[((edits == 2) & (shorter >= 4)) | ((edits == 3) & (shorter >= 6))] = SIMILAR
        levels[(edits == 1) & (shorter >= 3)] = CLOSE
        levels[np.isin((left.astype(np.int64) << 32) | right, self._nicknames)] = _LEVEL["nickname"]
        several = np.flatnonzero((self._multiple[left] | self._multiple[right]) & (levels == DIFFERENT))
        levels[several[self._begin_alike(left[several], right[several])]] = SIMILAR
        levels[several[self._words.share_a_word(left[several], right[several])]] = PART
        levels[several[self._cut.stand_for(left[several], right[several])]] = _LEVEL["initial"]
        cut = np.flatnonzero((levels >= SIMILAR) & (shorter > 1) & (shorter <= _LONGEST_CUT))
        levels[cut[self._are_cut_off(left[cut], right[cut])]] = _LEVEL["initial"]
        initial = shorter == 1
        alike = self._letters[left] == self._letters[right]
        levels[initial] = np.where(alike, _LEVEL["initial"], _LEVEL["other_initial"])[initial]
        return levels

    def _are_cut_off(self, left: Codes, right: Codes) -> NDArray[np.bool_]:
        """Tell where one name is the other's first letters and no name itself: `Gre` for `Gregg`."""
        swap = self._writings.lengths[left] > self._writings.lengths[right]
        short, long = np.where(swap, right, left), np.where(swap, left, right)
        texts = zip(self._writings.texts(short), self._writings.texts(long), strict=True)
        begins = np.fromiter((whole.startswith(part) for part, whole in texts), bool, len(left))
        cut: NDArray[np.bool_] = begins & ~self._is_known[short]
        return cut

    def _mark_slips(self, levels: Levels, first: Records, second: Records) -> None:
        """Part given names that are nearly the same: two names that are both in use are two people's (Anna and Anni),
        save where they sound alike (Nina and Niina), and a name nobody has beside one in use is a slip of the fingers,
        unless one letter stands for another. Two letters that changed places are a slip in any name."""
        codes = self._fields["given_name"].codes[0]
        near = np.flatnonzero(np.isin(levels, (CLOSE, SIMILAR)))
        mine, theirs = codes[first[near]], codes[second[near]]
        strange = np.where(self._is_known[mine], theirs, mine)
        one_known = (self._is_known[mine] != self._is_known[theirs]) & ~self._is_repeated[strange]
        same_letters = self._letter_sums[mine] == self._letter_sums[theirs]
        replaced = (self._writings.lengths[mine] == self._writings.lengths[theirs]) & ~same_letters
        levels[near[(levels[near] == CLOSE) & one_known & ~replaced]] = _LEVEL["slip"]
        twin = self._is_known[mine] & self._is_known[theirs] & ~same_letters
        alike = self._sounds[mine] == self._sounds[theirs]
        levels[near[twin]] = np.where(alike, _LEVEL["nickname"], _LEVEL["twin"])[twin]

    def _spelt_out(self, levels: Levels, emails: Codes, first: Records, second: Records) -> Levels:
        """Return 1 where an initial, or a name nobody has, stands for the name in use that the e-mail address of both
        rows spells out: "J." for "Jari" beside "jari.aho@", not beside "j.aho@"."""
        codes = self._fields["given_name"].codes[0]
        told = np.zeros(len(levels), np.uint8)
        cut = np.flatnonzero(np.isin(levels, (_LEVEL["initial"], CLOSE)))
        cut = cut[(emails[first[cut]] >= 0) & (emails[first[cut]] == emails[second[cut]])]
        for place in cut.tolist():
            short, long = sorted((codes[first[place]], codes[second[place]]), key=self._is_name)
            name = str(self._writings.values[long]).partition(" ")[0]
            strange = levels[place] != CLOSE or not (self._is_known[short] or self._is_repeated[short])
            address = str(self._addresses[emails[first[place]]]).partition("@")[0]
            told[place] = strange and len(name) >= _LONG_ENOUGH and name in address
        return told

    def _is_name(self, code: int) -> tuple[bool, int]:
        """Return what sorts a name in use behind others, and a longer one behind shorter."""
        return bool(self._is_known[code]), int(self._writings.lengths[code])

    def _begin_alike(self, left: NDArray[np.int32], right: NDArray[np.int32]) -> NDArray[np.bool_]:
        """Tell where the first of several names is miswritten: "Karcn Georgina" and "Karen"."""
        near: NDArray[np.bool_] = self._beginnings.edits(left, right, 1) <= 1
        return near & (self._beginnings.shorter(left, right) >= _LONG_ENOUGH)

    def _rarity(self, name: str, levels: Levels, first: Records, second: Records) -> Bits:
        codes = self._fields[name].codes[0]
        mine, theirs = codes[first], codes[second]
        rarity = rarer_share(self._shares[name], mine, theirs)
        rarer_writing = rarer_share(self._writings_of[name], mine, theirs)
        for level, kind, by_writing in _MISWRITTEN:
            here = levels == _LEVEL[level]
            rarity[here] = miswritten((rarer_writing if by_writing else rarity)[here], kind)
        parted = levels == PART
        rarity[parted] = self._words.rarest_shared(mine[parted], theirs[parted])
        initial = levels == _LEVEL["initial"]
        rarity[initial] = self._letter_shares[name][mine[initial]] + self._initials[name]
        return rarity

    def _mark_swapped(
        self, levels: dict[str, Levels], rarity: dict[str, Bits], first: Records, second: Records
    ) -> None:
        """Where given name and surname agree only crosswise, both comparisons say so."""
        given, surname = self._fields["given_name"].codes[0], self._fields["surname"].codes[0]
        apart = np.flatnonzero(_differ(levels["given_name"]) & _differ(levels["surname"]))
        crossed = self._levels(given[first[apart]], surname[second[apart]])
        crossed_back = self._levels(surname[first[apart]], given[second[apart]])
        both = (_agree(crossed) | (crossed == 0)) & (_agree(crossed_back) | (crossed_back == 0))
        both &= (crossed > 0) | (crossed_back > 0)
        swapped = apart[both]
        shared_level = np.maximum(crossed, crossed_back)[both]
        one_sided = ((crossed == 0) | (crossed_back == 0))[both]
        names = np.where(crossed > 0, given[first[apart]], surname[first[apart]])[both]
        others = np.where(crossed > 0, surname[second[apart]], given[second[apart]])[both]
        last = np.where(crossed_back > 0, surname[first[apart]], -1)[both]
        last_others = np.where(crossed_back > 0, given[second[apart]], -1)[both]
        for name, mine, theirs in (("given_name", names, others), ("surname", last, last_others)):
            levels[name][swapped] = np.where(one_sided & (name == "surname"), 0, _LEVEL["swapped"])
            rarity[name][swapped] = self._crossed_rarity(mine, theirs, shared_level)

    def _mark_parted_otherwise(
        self, levels: dict[str, Levels], rarity: dict[str, Bits], first: Records, second: Records
    ) -> None:
        """Where the same words stand in both names, parted otherwise, they say so: `Nguyen Thi` and `Lan`."""
        whole = self._whole[first]
        parted = np.flatnonzero((whole >= 0) & (whole == self._whole[second]) & (levels["given_name"] != EXACT))
        for name in self._fields:
            codes = self._fields[name].codes[0]
            levels[name][parted] = _LEVEL["swapped"]
            rarity[name][parted] = rarer_share(self._shares[name], codes[first[parted]], codes[second[parted]])

    def _mark_former(self, levels: dict[str, Levels], first: Records, second: Records) -> None:
        """A surname that the other row tells as its former one is hardly another person's."""
        if self._former is None:
            return
        surname, former = self._fields["surname"].codes[0], self._former
        told = (former[first] >= 0) & (former[first] == surname[second])
        told |= (former[second] >= 0) & (former[second] == surname[first])
        levels["surname"][told & (levels["surname"] == DIFFERENT)] = _LEVEL["former"]

    def _crossed_rarity(self, mine: Codes, theirs: Codes, levels: Levels) -> Bits:
        """A name in the other's column is as common as in the column it is more common in."""
        common = [
            np.maximum(self._shares["given_name"][codes], self._shares["surname"][codes]) for codes in (mine, theirs)
        ]
        rarer = np.minimum(np.minimum(*common), rarer_share(self._writings_of["given_name"], mine, theirs))
        near_miss = miswritten(rarer, "close")
        return np.where(levels == EXACT, np.maximum(*common), near_miss).astype(np.float32)


def _among(names: Collection[str], values: NDArray[np.object_]) -> NDArray[np.bool_]:
    known = frozenset(map(fold, names))
    return np.fromiter((value in known for value in values), bool, len(values))


def _beginnings(values: NDArray[np.object_]) -> NDArray[np.object_]:
    return np.array([value.split(" ", 1)[0] for value in values], dtype=object)


def _differ(levels: Levels) -> NDArray[np.bool_]:
    differing: NDArray[np.bool_] = (levels >= CLOSE) | (levels == 0)
    return differing


def _agree(levels: Levels) -> NDArray[np.bool_]:
    return np.isin(levels, (EXACT, PART, CLOSE, _LEVEL["slip"], _LEVEL["initial"]))


def _nickname_keys(values: NDArray[np.object_]) -> NDArray[np.int64]:
    codes = {value: code for code, value in enumerate(values)}
    folded = ((codes.get(fold(name), -1), codes.get(fold(variant), -1)) for name, variant in name_form_pairs())
    return np.array([(a << 32) | b for a, b in folded if 0 <= a < b], np.int64)


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


def rarer_share(shares: Bits, mine: Codes, theirs: Codes) -> Bits:
    """Return the rarer of two values' shares, 0 where a value is missing."""
    extended = np.append(shares, np.float32(0))
    return np.minimum(extended[mine], extended[theirs])


def shares_of_writings(name: str, field: Field, shares: Bits) -> Bits:
    """Return log2 of each name's share among strangers as the writing of another name.

    A name that nobody else has and no list knows is hardly anybody's: it is as rare as the names that are not yet
    seen, of which there are the fewer the seldomer names of this register stand but once (Good and Turing).
    """
    counts = _counts(field)
    unseen = (np.count_nonzero(counts == 1) + 1) / (field.filled + 1) / _UNSEEN_NAMES[name]
    listed = given_names_in_use() if name == "given_name" else frozenset[str]()
    known = np.fromiter((listed.issuperset(value.split()) for value in field.values), bool, len(counts))
    rare = np.minimum(shares, np.float32(np.log2(unseen)))
    return np.where(known | (counts > 1), shares, rare)


def initials_used(field: Field) -> np.float32:
    """Return log2 of how often one of two strangers has but an initial in this register."""
    initials = _counts(field)[np.fromiter(map(len, field.values), np.int64, len(field.values)) == 1].sum()
    share = (initials + STEADY * _USUAL_INITIALS) / (field.filled + STEADY)
    return np.float32(np.log2(2 * share))


def _counts(field: Field) -> NDArray[np.int64]:
    """Return how many records hold each value, also one that stands only in the other column."""
    return sum_of_counts(field.codes, len(field.values))


def letter_shares(field: Field, letters: NDArray[np.int32]) -> Bits:
    """Return log2 of the share of records whose value begins as each value does."""
    counts = np.bincount(letters, field.counts)
    shares = counts[letters] / max(int(field.counts.sum()), 1)
    return np.append(np.log2(np.maximum(shares, 1e-6)), 0).astype(np.float32)
