"""A customer who was erased (GDPR, article 17): nothing of them is kept but keyed fingerprints to know them by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

ERASED = "erased.row"
"""The reason by which a row of an erased customer leaves; the change log holds nothing of what stood in it."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """`rows` are fingerprints of the erased rows by their numbers in the file with the SHA-256 `source`; `person` are
    those of what a customer is known by in any file. All are made with `key`."""

    key: bytes
    day: date
    source: str
    rows: Mapping[int, str]
    person: frozenset[str]
