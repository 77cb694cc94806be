"""How active each customer is: new, active, passivating or passive, by the dates of the row."""

from collections.abc import Iterator

import numpy as np

from tikissa.model.analysis import Analysis
from tikissa.profiling.views import Found, Records

NEW_MONTHS = ACTIVE_MONTHS = 12
DAYS_IN_MONTH = 30.4375


def activity_groups(found: Found) -> Iterator[tuple[str, Records]]:
    """Yield new, active, passivating and passive customers and those without dates; each is in one of the groups."""
    today = found.settings.today.toordinal()
    months = np.where(found.last_activity > 0, (today - found.last_activity) / DAYS_IN_MONTH, np.nan)
    since_made = np.where(found.created > 0, (today - found.created) / DAYS_IN_MONTH, np.nan)
    active = months <= ACTIVE_MONTHS
    new = (since_made <= NEW_MONTHS) & (active | np.isnan(months))
    passive = months > found.settings.passive_after_months
    yield "new", new
    yield "active", active & ~new
    yield "passivating", ~active & ~passive & ~np.isnan(months)
    yield "passive", passive
    yield "unknown", np.isnan(months) & ~new


def group_of_each(analysis: Analysis) -> tuple[str, ...]:
    """Return every record's group, in the register's order."""
    found = Found(analysis.register, analysis.schema, analysis.settings)
    groups = np.full(len(analysis.register), "unknown", dtype=object)
    for name, records in activity_groups(found):
        groups[records] = name
    return tuple(groups.tolist())
