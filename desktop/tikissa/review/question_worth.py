"""What a question is worth to the user: who buys, was here lately or has a matter open comes first."""

import numpy as np
from numpy.typing import NDArray

from tikissa.model.analysis import Analysis
from tikissa.staleness.check_worth import purchase_sums
from tikissa.staleness.holds import held
from tikissa.staleness.life import DAYS_IN_YEAR, signs_of_life

_STEP = 0.5
"""Rows whose worth differs by less are worth the same: the surer question is then the better one."""


def worth_of_records(analysis: Analysis) -> NDArray[np.float64]:
    """Return what each record is worth, shape (records,), 0 where the register tells nothing of it.

    Purchases count by their order of size, an average customer's for 1; a sign of life today for 1, a year ago for a
    half and so on; an open matter, an unpaid invoice or a contract for 1.
    """
    register, schema = analysis.register, analysis.schema
    sums = purchase_sums(register, schema, analysis.settings.bought)
    average = sums[sums > 0].mean() if (sums > 0).any() else 1.0
    life = signs_of_life(register, schema, analysis.settings)
    years = np.maximum(life.today.toordinal() - life.activity, 0) / DAYS_IN_YEAR
    open_still = held(register, schema, life.today)
    worth = np.log2(1 + sums / average) + np.where(life.activity > 0, np.exp2(-years), 0.0) + open_still
    rounded: NDArray[np.float64] = np.round(worth / _STEP) * _STEP
    return rounded
