"""Tells a father from his son of the same name where the register does: `Matti Virtanen nuorempi`, `jr`, `d.y.`."""

from collections.abc import Mapping

import numpy as np

from tikissa.matching.compared import Compared, Records
from tikissa.matching.fields import Field

DIFFERENT, ONE_SIDED = 1, 2


class GenerationComparer:
    """Levels: one row says younger and the other older; only one row says either."""

    def __init__(self, field: Field) -> None:
        self._codes = field.codes[0]

    def __call__(self, first: Records, second: Records) -> Mapping[str, Compared]:
        mine, theirs = self._codes[first], self._codes[second]
        levels = np.where((mine < 0) != (theirs < 0), ONE_SIDED, np.where(mine != theirs, DIFFERENT, 0))
        return {"generation": Compared(levels.astype(np.uint8), np.zeros(len(first), np.float32))}
