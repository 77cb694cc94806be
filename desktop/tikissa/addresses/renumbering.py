"""Which postal codes came in the place of others, by comparing the codes in use on two days."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tikissa.text.normalise import fold


class Area(NamedTuple):
    """What a postal code stands for: the post's name of the place and its municipality's number."""

    name: str
    municipality: str


def renumbered(before: Mapping[str, Area], now: Mapping[str, Area]) -> Iterator[tuple[str, str]]:
    """Yield each code that has gone with the one that has its place today: the same name in the same municipality, and
    no other code has them."""
    today: dict[Area, list[str]] = defaultdict(list)
    for code, area in now.items():
        today[_folded(area)].append(code)
    for code, area in before.items():
        others = today.get(_folded(area), ()) if code not in now and area.name else ()
        if len(others) == 1:
            yield code, others[0]


def _folded(area: Area) -> Area:
    return Area(fold(area.name), area.municipality)
