"""How alike two writings are: the one door to rapidfuzz outside matching, for headers and place names."""

from rapidfuzz.distance import OSA


def typing_distance(first: str, second: str, most: int) -> int:
    """Return how many letters were left out, added, changed or swapped with a neighbour; `most` + 1 when more."""
    return OSA.distance(first, second, score_cutoff=most)
