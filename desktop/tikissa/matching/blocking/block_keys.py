"""Under which keys records are brought together to be compared: by meaning, each written as it sounds or begins."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.preparing.fields import TICKS_EVERY, Field, Fields
from tikissa.matching.preparing.normalised_identifiers import email_domain, email_name
from tikissa.matching.preparing.plain_columns import plain_of
from tikissa.model.progress import Tick
from tikissa.text.names import sound
from tikissa.text.similarity import text_sums

Hashes = tuple[NDArray[np.uint64], ...]
"""Per column of a kind of key one hash a record; 0 where the record has none."""


def _first_sound(name: str) -> str:
    return sound(name.replace("-", " ").split(" ")[0])


def _last_sound(name: str) -> str:
    return sound(name.replace("-", " ").split(" ")[-1])


def _long_name(email: str) -> str:
    name = email_name(email)
    return name if len(name) >= 5 else ""


def _sorted_words(company: str) -> str:
    return " ".join(sorted(company.replace("-", " ").split()))


def _long_word(company: str) -> str:
    return max(company.replace("-", " ").split(), key=len, default="")[:8]


KEYS: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "business_id": ("business_id", str),
    "identity_code": ("identity_code", str),
    "customer_number": ("customer_number", str),
    "date_of_birth": ("date_of_birth", str),
    "birth_day": ("date_of_birth", lambda date: date[4:]),
    "birth_month": ("date_of_birth", lambda date: date[:6]),
    "birth_year": ("date_of_birth", lambda date: date[:4]),
    "phone": ("phone", lambda phone: phone[-8:]),
    "email": ("email", str),
    "website": ("website", str),
    "email_name": ("email", _long_name),
    "email_domain": ("email", email_domain),
    "given": ("given_name", _first_sound),
    "given_letter": ("given_name", lambda name: sound(name)[:1]),
    "given_start": ("given_name", lambda name: sound(name)[:3]),
    "surname": ("surname", sound),
    "surname_last": ("surname", _last_sound),
    "surname_start": ("surname", lambda name: sound(name)[:4]),
    "surname_letter": ("surname", lambda name: sound(name)[:1]),
    "company": ("company", sound),
    "company_words": ("company", _sorted_words),
    "company_long_word": ("company", _long_word),
    "company_start": ("company", lambda name: sound(name)[:6]),
    "house": ("house", str),
    "street_start": ("street_name", lambda street: street[:5]),
    "number": ("number", str),
    "postal_code": ("postal_code", str),
    "town": ("town", str),
}
"""Name of the key: the field it is made of, and how."""

MADE_OF: Mapping[str, tuple[str, ...]] = {"names": ("given", "surname")}
"""Keys made of two others, whichever stands in which column: a row may have its names the wrong way round."""

RULES: tuple[tuple[str, ...], ...] = (
    ("business_id",),
    ("identity_code",),
    ("customer_number",),
    ("phone",),
    ("email",),
    ("email_name",),
    ("company",),
    ("company_words",),
    ("company_start", "postal_code"),
    ("company_long_word", "postal_code"),
    ("company_start", "street_start", "number"),
    ("email_domain",),
    ("website",),
    ("website", "house"),
    ("house", "postal_code"),
    ("house", "given_letter"),
    ("house", "surname_start"),
    ("date_of_birth",),
    ("birth_day", "given_start"),
    ("birth_day", "surname_start"),
    ("birth_year", "given_letter", "surname_start"),
    ("birth_year", "given", "town"),
    ("names",),
    ("given", "surname_last"),
    ("given_letter", "surname", "town"),
    ("given_letter", "surname", "postal_code"),
    ("given_start", "surname_start"),
    ("surname", "street_start", "number"),
    ("given", "street_start", "number"),
    ("surname_start", "postal_code"),
    ("given", "postal_code"),
    ("surname_letter", "given_letter", "postal_code", "number"),
)

REFINEMENTS = ("given", "surname", "postal_code", "date_of_birth", "company_start")
"""What an over-large block is divided by, each in turn."""


_PARTNERS = ("given", "surname", "birth_day", "birth_year", "town", "postal_code", "house")
_FEW_PARTNERS = (*_PARTNERS, "given_start", "surname_start", "email_domain", "birth_month")
_WELL_KNOWN = ("phone", "house")
"""Where a register has one of these, the rules by meaning are broad enough without every pair of keys."""

_MOST_FOUND_RULES = 24
_PAIRS_PER_RECORD = 2.0
_SAMPLE = 5000


def key_hashes(fields: Fields, tick: Tick) -> dict[str, Hashes]:
    """Return the hashes of every key whose field the register has, columns without a meaning among them."""
    hashes = {}
    for name, (field, make) in KEYS.items():
        if field in fields:
            hashes[name] = _hashes(fields[field], make, tick)
            tick()
    hashes |= {name: _either_way(*(hashes[part] for part in parts)) for name, parts in _made(hashes)}
    return hashes | {name: _hashes(field, str, tick) for name, field in plain_of(fields).items()}


def _made(hashes: Mapping[str, Hashes]) -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((name, parts) for name, parts in MADE_OF.items() if all(part in hashes for part in parts))


def _either_way(first: Hashes, second: Hashes) -> Hashes:
    """Return hashes that two columns share whichever says what; 0 where one of them says nothing."""
    return tuple(
        np.where((mine != 0) & (theirs != 0), mix(mine + theirs) | np.uint64(1), np.uint64(0))
        for mine, theirs in product(first, second)
    )


def parts_of(rule: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys of a rule, those that are made of others taken apart."""
    return tuple(part for key in rule for part in MADE_OF.get(key, (key,)))


def rules_of(hashes: Mapping[str, Hashes], size: int) -> list[tuple[str, ...]]:
    """Return the rules this register's keys allow, and pairs of keys where meanings are few or missing."""
    rules = [rule for rule in RULES if all(key in hashes for key in rule)]
    plain = hashes.keys() - KEYS.keys() - MADE_OF.keys()
    few = not any(name in hashes for name in _WELL_KNOWN)
    partners = [name for name in (_FEW_PARTNERS if few else _PARTNERS) if name in hashes]
    chance = {name: _chance(hashes[name][0]) for name in (*sorted(plain), *partners)}
    found: list[tuple[str, ...]] = [(name,) for name in plain]
    found += [pair for pair in combinations(chance, 2) if few or plain & set(pair)]
    known = set(map(parts_of, rules))
    share = {rule: float(np.prod([chance[name] for name in rule])) for rule in found if rule not in known}
    affordable = [rule for rule in share if share[rule] * size <= 2 * _PAIRS_PER_RECORD]
    return rules + sorted(affordable, key=lambda rule: (-share[rule], rule))[:_MOST_FOUND_RULES]


def _chance(hashes: NDArray[np.uint64]) -> float:
    """Return how likely two records share a key, from evenly drawn records."""
    drawn = np.sort(hashes[:: max(len(hashes) // _SAMPLE, 1)])
    drawn = drawn[drawn != 0]
    starts = np.flatnonzero(np.concatenate([[True], drawn[1:] != drawn[:-1]])) if len(drawn) else np.empty(0, np.int64)
    counts = np.diff(np.append(starts, len(drawn))).astype(np.float64)
    return float((counts * counts).sum() / max(len(drawn), 1) ** 2)


def _hashes(field: Field, make: Callable[[str], str], tick: Tick) -> Hashes:
    if make is str:
        numbers = np.arange(1, len(field.values) + 1, dtype=np.uint64)
    else:
        numbers = _made_sums(field.values, make, tick)
    mixed = np.append(mix(numbers), np.uint64(0))
    return tuple(mixed[codes] for codes in field.codes)


def _made_sums(values: NDArray[np.object_], make: Callable[[str], str], tick: Tick) -> NDArray[np.uint64]:
    """Return a number for what `make` gives for each value, 0 where it gives nothing."""
    sums = np.empty(len(values), np.uint64)
    for start in range(0, len(values), TICKS_EVERY):
        part = values[start : start + TICKS_EVERY].tolist()
        sums[start : start + len(part)] = text_sums(list(map(make, part)))
        tick()
    return sums


def mix(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread numbers over 64 bits (the finaliser of SplitMix64), so that sums of several hardly collide."""
    mixed = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    spread: NDArray[np.uint64] = mixed ^ (mixed >> np.uint64(31))
    return spread


def combined(parts: list[NDArray[np.uint64]]) -> NDArray[np.uint64]:
    """Return one hash a record for several keys together; 0 where one of them is missing."""
    together = np.zeros(len(parts[0]), np.uint64)
    present = np.ones(len(parts[0]), bool)
    for place, part in enumerate(parts):
        together += part * np.uint64(2 * place + 1)
        present &= part != 0
    return np.where(present, mix(together) | np.uint64(1), np.uint64(0))
