"""Compares e-mail addresses, knowing that most are made of the name: that says nothing the name has not said."""

from collections.abc import Mapping
from itertools import product

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.comparing.compared import Bits, Compared, Levels, Records, levels_of
from tikissa.matching.comparing.term_frequency import log_shares, log_shares_of_customers
from tikissa.matching.comparing.writings import Writings
from tikissa.matching.preparing.fields import Codes, Field, Fields, coarser, made, spread_values
from tikissa.matching.preparing.normalised_identifiers import email_domain, email_letters
from tikissa.model.progress import Tick, nothing
from tikissa.text.emails import is_role
from tikissa.text.similarity import letter_sets, letter_sums

EXACT, CLOSE, SIMILAR, SAME_NAME, SAME_DOMAIN, DIFFERENT, SHARED = 1, 2, 3, 4, 5, 6, 7
_SHARED_BY_CHANCE = 0.00002
_MADE_OF_NAME = np.float32(-3.3)
"""There are about ten ways to make an address of a name."""


class EmailComparer:
    """Levels: exact; one or two letters apart; a few; the same name elsewhere; the same company's domain; different.

    An address of a task (`info@`) is shared by a whole company: a level of its own.
    """

    def __init__(self, fields: Fields, sorts: Codes | None = None, tick: Tick = nothing) -> None:
        field = fields["email"]
        self._field = field
        own = Field(field.values, (np.arange(len(field.values), dtype=np.int32),))
        letters, domains = (spread_values(own, make, tick) for make in (email_letters, email_domain))
        self._letters, self._domains = letters.codes[0], domains.codes[0]
        self._anagrams = np.append(letter_sums(letters.values.tolist()), np.uint64(0))
        self._writings = Writings(field.values)
        self._letter_writings, self._domain_writings = Writings(letters.values), Writings(domains.values)
        self._is_task = np.append(np.array(made(field.values, is_role, tick), bool), False)
        self._shares = log_shares_of_customers(field, _SHARED_BY_CHANCE, sorts)
        self._letter_shares, self._domain_shares = (
            np.append(log_shares(coarser(field, part.values, part.codes[0]), 0.0003, 2), np.float32(0))
            for part in (letters, domains)
        )
        named = [fields[name] for name in ("surname", "given_name") if name in fields]
        self._names = [(name.codes[0], _letters_of_names(name.values)) for name in named]

    def __call__(self, first: Records, second: Records) -> Mapping[str, Compared]:
        best = np.zeros(len(first), np.uint8)
        rarity = np.zeros(len(first), np.float32)
        for left, right in product(self._field.codes, repeat=2):
            mine, theirs = left[first], right[second]
            levels = levels_of(mine, theirs, EXACT, self._judge, repeating=False)
            levels = self._of_tasks(levels, mine, theirs)
            better = np.flatnonzero((levels > 0) & ((best == 0) | (levels < best)))
            best[better] = levels[better]
            rarity[better] = self._rarity(mine[better], levels[better], first[better])
        return {"email": Compared(best, rarity)}

    def _of_tasks(self, levels: Levels, mine: Codes, theirs: Codes) -> Levels:
        """What agrees between addresses of tasks is the company's, not a person's."""
        task = self._is_task[mine] & self._is_task[theirs] & (levels > 0)
        levels = np.where(task & (levels == EXACT), SHARED, levels)
        near = task & np.isin(levels, (CLOSE, SIMILAR, SAME_NAME))
        same_domain = self._domains[mine] == self._domains[theirs]
        return np.where(near, np.where(same_domain, SAME_DOMAIN, DIFFERENT), levels).astype(np.uint8)

    def _rarity(self, emails: Codes, levels: Levels, records: Records) -> Bits:
        rarity = self._shares[emails]
        rarity[levels == CLOSE] = np.float32(-11)
        rarity[levels == SIMILAR] = np.float32(-7)
        rarity = np.where(levels == SAME_NAME, self._letter_shares[self._letters[emails]], rarity)
        rarity = np.where(levels == SAME_DOMAIN, self._domain_shares[self._domains[emails]], rarity)
        at_own_domain = self._domains[emails] >= 0
        named = np.flatnonzero((((levels == CLOSE) | (levels == SIMILAR)) & ~at_own_domain) | (levels == SAME_NAME))
        made = self._made_of_name(emails[named], records[named])
        rarity[named[made]] = np.maximum(rarity[named[made]], _MADE_OF_NAME)
        return rarity.astype(np.float32)

    def _made_of_name(self, emails: Codes, records: Records) -> NDArray[np.bool_]:
        """Tell which addresses have all the letters of the record's surname or given name."""
        made = np.zeros(len(emails), bool)
        letters = self._letter_writings.letters(self._letters[emails])
        for codes, name_letters in self._names:
            name = name_letters[codes[records]]
            made |= (name != 0) & ((name & ~letters) == 0)
        return made

    def _judge(self, left: NDArray[np.int32], right: NDArray[np.int32]) -> Levels:
        levels = np.full(len(left), DIFFERENT, np.uint8)
        domains = (self._domains[left], self._domains[right])
        letters = (self._letters[left], self._letters[right])
        same_domain = (domains[0] == domains[1]) & (domains[0] >= 0)
        levels[same_domain] = SAME_DOMAIN
        named = (letters[0] >= 0) & (letters[1] >= 0)
        same_name = named & (self._anagrams[letters[0]] == self._anagrams[letters[1]])
        levels[same_name] = SAME_NAME
        near = named & ~same_name & (self._letter_writings.shorter(*letters) >= 5)
        near &= same_domain | ((domains[0] < 0) & (domains[1] < 0))
        near[near] = self._letter_writings.edits(letters[0][near], letters[1][near], 1) <= 1
        levels[near] = CLOSE
        owned = same_name & ~same_domain & (domains[0] >= 0) & (domains[1] >= 0)
        owned[owned] = self._domain_writings.edits(domains[0][owned], domains[1][owned], 2) <= 2
        levels[owned] = CLOSE
        self._judge_whole(levels, left, right)
        return levels

    def _judge_whole(self, levels: Levels, left: NDArray[np.int32], right: NDArray[np.int32]) -> None:
        """Look at long addresses as a whole: both the name and the domain may be miswritten."""
        rest = np.flatnonzero((levels == DIFFERENT) | (levels == SAME_DOMAIN))
        mine, theirs = self._letters[left[rest]], self._letters[right[rest]]
        long_enough = (mine == theirs) | (self._letter_writings.shorter(mine, theirs) >= 5)
        rest = rest[long_enough & (self._writings.shorter(left[rest], right[rest]) >= 10)]
        edits = self._writings.edits(left[rest], right[rest], 3)
        levels[rest[edits <= 3]] = SIMILAR
        levels[rest[edits <= 2]] = CLOSE


def _letters_of_names(names: NDArray[np.object_]) -> NDArray[np.uint64]:
    """Return each name's letters as bits, none for a name too short to tell; the last entry is for no name."""
    plain = [name.replace("-", "").replace(" ", "") for name in names]
    return np.append(letter_sets([name if len(name) >= 3 else "" for name in plain]), np.uint64(0))
