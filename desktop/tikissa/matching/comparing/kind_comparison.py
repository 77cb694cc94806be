"""Tells a person's row from a company's: one of each is never one customer, whatever phone and address they share."""

from collections.abc import Mapping

import numpy as np

from tikissa.matching.comparing.compared import Compared, Records
from tikissa.matching.preparing.fields import Fields


class KindComparer:
    """Level 1 where one row has only a person's name and the other only a company's; else missing."""

    def __init__(self, fields: Fields) -> None:
        named = [fields[name].codes[0] >= 0 for name in ("given_name", "surname") if name in fields]
        person = np.logical_or.reduce(named)
        company = fields["company"].codes[0] >= 0
        self._only_person, self._only_company = person & ~company, company & ~person

    def __call__(self, first: Records, second: Records) -> Mapping[str, Compared]:
        differ = self._only_person[first] & self._only_company[second]
        differ |= self._only_company[first] & self._only_person[second]
        return {"kind": Compared(differ.astype(np.uint8), np.zeros(len(first), np.float32))}
