"""Tells a person's row from a company's: one of each is never one customer, whatever phone and address they share."""

from collections.abc import Mapping

import numpy as np

from tikissa.matching.comparing.compared import Compared, Records
from tikissa.matching.preparing.fields import Fields

_SEVERAL = 0.03
"""Share of the named persons who have a company, from which one without is thought to be a private customer."""


class KindComparer:
    """Level 1 where one row has only a person's name and the other only a company's; level 2 where both name a person
    and one a company, in a register of companies; else missing."""

    def __init__(self, fields: Fields) -> None:
        named = [fields[name].codes[0] >= 0 for name in ("given_name", "surname") if name in fields]
        person = np.logical_or.reduce(named)
        company = fields["company"].codes[0] >= 0
        self._only_person, self._only_company = person & ~company, company & ~person
        both = person & company
        self._both = both & (both.sum() >= _SEVERAL * person.sum())

    def __call__(self, first: Records, second: Records) -> Mapping[str, Compared]:
        differ = self._only_person[first] & self._only_company[second]
        differ |= self._only_company[first] & self._only_person[second]
        private = self._only_person[first] & self._both[second]
        private |= self._both[first] & self._only_person[second]
        levels = np.where(differ, 1, np.where(private, 2, 0)).astype(np.uint8)
        return {"kind": Compared(levels, np.zeros(len(first), np.float32))}
