"""How many examples a check of every register looks at: all of them in the long form, a part in the plain run."""

from hypothesis import settings

PLAIN_SHARE = 0.4
"""Examples are drawn from the same seed each time, so more of them show little that these do not."""


def in_full(count: int) -> int:
    """Return a count for the long form, or the part of it that the plain run is given; tests are collected by then."""
    return count if settings.get_current_profile_name() == "new" else max(1, round(count * PLAIN_SHARE))
