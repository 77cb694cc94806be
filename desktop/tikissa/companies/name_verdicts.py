"""What the name in a row is to a company that was found by its id: the one in use, a former one, another's."""

from collections.abc import Sequence
from enum import StrEnum

import numpy as np

from tikissa.matching.listed import Listed, compare_listed, level_names
from tikissa.model.companies import Company, NameKind


class NameVerdict(StrEnum):
    SAME = "same"
    OTHER_IN_USE = "other_in_use"
    """One of the company's other names: in another language, or of a part of its business."""

    FORMER = "former"
    ANOTHERS = "anothers"


_SURE = frozenset(("exact", "close"))
_ALIKE = frozenset(("part", "short", "similar"))
_OF = {0: NameVerdict.SAME, 1: NameVerdict.OTHER_IN_USE, 2: NameVerdict.FORMER}


def judge_names(names: Sequence[str], companies: Sequence[Company]) -> list[NameVerdict | None]:
    """Return what each name is to the company beside it, None where the row has no name."""
    if not names:
        return []
    listed = [(row, name.text) for row, company in enumerate(companies) for name in company.names]
    rows, texts = ([row for row, _ in listed], [text for _, text in listed])
    compared = compare_listed(
        [Listed(name) for name in names],
        [Listed(text) for text in texts],
        np.array(rows, np.int32),
        np.arange(len(texts), dtype=np.int32),
    )
    levels = level_names("company", compared["company"].levels) if "company" in compared else [""] * len(texts)
    forms = level_names("legal_form", compared["legal_form"].levels) if "legal_form" in compared else levels
    told: list[list[tuple[int, int]]] = [[] for _ in names]
    places = iter(zip(levels, forms, strict=True))
    for row, company in enumerate(companies):
        for name in company.names:
            level, form = next(places)
            kind = 0 if name.text == company.name else 2 if name.ended and company.ended != name.ended else 1
            kind = kind if kind != 1 or name.kind != NameKind.NAME else 0
            told[row].append((_rank(level, form), kind))
    return [_verdict(name, ranks) for name, ranks in zip(names, told, strict=True)]


def _rank(level: str, form: str) -> int:
    """Return how near a name is, the nearest first: the same, of another form, alike, another."""
    if level in _SURE:
        return 1 if form == "conflict" else 0
    return 2 if level in _ALIKE else 3


def _verdict(name: str, ranks: Sequence[tuple[int, int]]) -> NameVerdict | None:
    if not name.strip() or not ranks:
        return None
    rank, kind = min(ranks)
    if rank == 3:
        return NameVerdict.ANOTHERS
    # a name of today in another legal form is that company's name of before
    return NameVerdict.FORMER if rank == 1 and kind == 0 else _OF[kind]
