"""Tells what a name says beside the name: a father from his son (`Matti Virtanen jr`), a couple from one of the two."""

from collections.abc import Mapping

import numpy as np

from tikissa.matching.comparing.compared import Compared, Records
from tikissa.matching.preparing.fields import Field

ONE_SIDED, DIFFERENT = 1, 2


class NameMarkComparer:
    """Levels: only one row says anything; the rows say different things, as younger and older."""

    def __init__(self, name: str, field: Field) -> None:
        self._name = name
        self._codes = field.codes[0]

    def __call__(self, first: Records, second: Records) -> Mapping[str, Compared]:
        mine, theirs = self._codes[first], self._codes[second]
        levels = np.where((mine < 0) != (theirs < 0), ONE_SIDED, np.where(mine != theirs, DIFFERENT, 0))
        return {self._name: Compared(levels.astype(np.uint8), np.zeros(len(first), np.float32))}
