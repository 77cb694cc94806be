"""Which word of a whole name is the given name: learnt from the register itself, since both orders occur in it."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from tikissa.reference.given_name_list import common_given_names
from tikissa.text.names import is_initial, name_words, names_person
from tikissa.text.normalise import fold

Roles = dict[str, float]
"""Words of names: below 0 a given name, above 0 a surname."""

_SURNAME_ENDINGS = ("nen", "maki", "niemi", "koski", "ranta", "lahti", "joki", "sson", "strom", "berg", "lund", "qvist")
_ROUNDS = 6
_SEED_WEIGHT = 4.0
_TELLING = 0.1
_NEARLY_ALL = 0.8
_MOST = 0.5
_AGAINST_ORDER = 1.2


_PERSON = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?(?:,? +[^\W\d_]+(?:-[^\W\d_]+)*\.?){1,2}")
_MOSTLY = 0.65


def mostly_persons(names: Sequence[str]) -> bool:
    """Tell whether a column of names holds persons: two or three words of letters each."""
    filled = [name for name in names if name.strip()]
    return sum(looks_like_person(name) for name in filled) >= _MOSTLY * len(filled)


def looks_like_person(name: str) -> bool:
    """Say whether a whole name is written as persons' are: two or three words of letters alone."""
    return _PERSON.fullmatch(name.strip()) is not None


def is_named_as_person(name: str) -> bool:
    """Tell whether a name looks like a person's and has a known given name."""
    return looks_like_person(name) and names_person(name_words(name), given_names_in_use())


@cache
def given_names_in_use() -> frozenset[str]:
    """Return the given names known here, folded."""
    return frozenset(map(fold, common_given_names()))


def learn_roles(names: Iterable[str], given: Iterable[str] = (), surnames: Iterable[str] = ()) -> Roles:
    """Learn which words are given names and which surnames from names of two words: partners have different roles.

    `given` and `surnames` are folded values of columns that are known to hold them.
    """
    pairs = [words for words in map(name_words, names) if len(words) == 2 and not any(map(is_initial, words))]
    codes: dict[str, int] = {}
    for words in pairs:
        for word in words:
            codes.setdefault(word, len(codes))
    seeds = _seeds(list(codes), set(given), set(surnames))
    scores = _propagate(np.array([[codes[a], codes[b]] for a, b in pairs], np.int64).reshape(-1, 2), seeds)
    return dict(zip(codes, scores.tolist(), strict=True))


def _seeds(words: Sequence[str], given: set[str], surnames: set[str]) -> NDArray[np.float64]:
    known = given_names_in_use() | given
    return np.array([_seed(word, known, surnames) for word in words], np.float64)


def _seed(word: str, given: Set[str], surnames: set[str]) -> float:
    if word in given:
        return 0.0 if word in surnames else -1.0
    return 1.0 if word in surnames or (len(word) > 5 and word.endswith(_SURNAME_ENDINGS)) else 0.0


def _propagate(pairs: NDArray[np.int64], seeds: NDArray[np.float64]) -> NDArray[np.float64]:
    scores = seeds
    size = len(seeds)
    weight = np.where(seeds != 0, _SEED_WEIGHT, 0.25)
    partners = np.bincount(pairs.ravel(), minlength=size)
    for _ in range(_ROUNDS):
        heard = np.bincount(pairs[:, 0], -scores[pairs[:, 1]], size) + np.bincount(
            pairs[:, 1], -scores[pairs[:, 0]], size
        )
        scores = (seeds * weight + heard) / (weight + partners)
    return scores


@dataclass(frozen=True, slots=True)
class Order:
    """How the names of a column mostly stand, and how much a single name must lean to be read against that."""

    surname_first: bool
    against: float


def order_of(names: Sequence[str], roles: Roles) -> Order:
    """Return the order of a column. Where most names are known, an unknown word beside a given name is a surname.

    Where nearly all stand alike, or few names are known, a surname that is a given name too (Thomas) turns none round.
    """
    words = [words for words in map(name_words, names) if len(words) > 1]
    votes = [roles.get(parts[0], 0.0) - roles.get(parts[-1], 0.0) for parts in words]
    first, last = sum(vote > 0 for vote in votes), sum(vote < 0 for vote in votes)
    known = sum(not given_names_in_use().isdisjoint(parts) for parts in words)
    alike = abs(first - last) > _NEARLY_ALL * (first + last) or known < _MOST * len(words)
    return Order(first > last, _AGAINST_ORDER if alike else _TELLING)


def split_name(text: str, roles: Roles, order: Order) -> tuple[str, str]:
    """Split a whole name into given name and surname, folded; a name of one word goes by its role."""
    words = name_words(text)
    if len(words) < 2:
        word = " ".join(words)
        return ("", word) if roles.get(word, 0.0) >= 0 else (word, "")
    if "," in text:
        leads = True
    elif is_initial(words[0]) != is_initial(words[-1]):
        leads = is_initial(words[-1])
    else:
        lean = roles.get(words[0], 0.0) - roles.get(words[-1], 0.0)
        needed = order.against if (lean > 0) != order.surname_first else _TELLING
        leads = lean > 0 if abs(lean) > needed else order.surname_first
    return (" ".join(words[1:]), words[0]) if leads else (" ".join(words[:-1]), words[-1])
