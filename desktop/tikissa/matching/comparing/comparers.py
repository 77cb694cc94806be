"""The list of what is compared: each comparer with the fields it needs.

Tells what a name says beside the name: a father from his son (`Matti Virtanen jr`), a couple from one of the two.

Tells a person's row from a company's: one of each is never one customer, whatever phone and address they share.
"""

from collections.abc import Callable, Mapping

import numpy as np

from tikissa.matching.comparing.address_comparison import PlaceComparer
from tikissa.matching.comparing.company_comparison import CompanyComparer
from tikissa.matching.comparing.compared import Compared, Comparer, Records
from tikissa.matching.comparing.contact_comparison import (
    CodeOnlyComparer,
    IdentifierComparer,
    NumberComparer,
    PhoneComparer,
)
from tikissa.matching.comparing.date_comparison import DateComparer
from tikissa.matching.comparing.email_comparison import EmailComparer
from tikissa.matching.comparing.name_comparison import NameComparer
from tikissa.matching.comparing.plain_comparison import PlainComparer
from tikissa.matching.preparing.fields import Codes, Field, Fields, spread_values
from tikissa.matching.preparing.plain_columns import plain_of
from tikissa.model.progress import Tick, nothing

_SEVERAL = 0.03
"""Share of the named persons who have a company, from which one without is thought to be a private customer."""

ONE_SIDED, DIFFERENT = 1, 2


def comparers(fields: Fields, tick: Tick = nothing) -> tuple[Comparer, ...]:
    """Return the comparers this register's fields allow; `tick` is called before each is made ready."""
    sorts = _sorts(fields)
    found: list[Comparer] = []
    for needed, make in _COMPARERS:
        if any(name in fields for name in needed):
            tick()
            found.append(make(fields, sorts, tick))
    if "company" in fields and ("given_name" in fields or "surname" in fields):
        found.append(KindComparer(fields))
    found += [NameMarkComparer(name, fields[name]) for name in ("generation", "couple") if name in fields]
    if "customer_number" in fields:
        found.append(NumberComparer("customer_number", fields["customer_number"], sorts))
    for name, field in plain_of(fields).items():
        tick()
        found.append(PlainComparer(name, field))
    return tuple(found)


_Make = Callable[[Fields, Codes | None, Tick], Comparer]

_COMPARERS: tuple[tuple[tuple[str, ...], _Make], ...] = (
    (("given_name", "surname"), lambda fields, *_: NameComparer(fields)),
    (("company",), lambda fields, *_: CompanyComparer(fields)),
    (("phone",), lambda fields, sorts, _: PhoneComparer("phone", fields["phone"], sorts)),
    (("identity_code",), lambda fields, sorts, _: IdentifierComparer("identity_code", fields["identity_code"], sorts)),
    (("business_id",), lambda fields, *_: IdentifierComparer("business_id", fields["business_id"])),
    (("website",), lambda fields, sorts, _: CodeOnlyComparer("website", fields["website"], sorts)),
    (("email",), EmailComparer),
    (("date_of_birth",), lambda fields, sorts, _: DateComparer(fields["date_of_birth"], sorts)),
    (("street_name", "postal_code", "town"), lambda fields, *_: PlaceComparer(fields)),
)
"""What is compared where the register has one of the named fields; `sorts` tell the holders of one value apart."""


def _sorts(fields: Fields) -> Codes | None:
    """Return what tells the holders of a shared phone apart: how a person's name begins, and where a company stands,
    since all its sites may answer under one number."""
    if "given_name" in fields:
        return spread_values(fields["given_name"], lambda value: value[:3]).codes[0]
    if "house" in fields:
        return fields["house"].codes[0]
    return spread_values(fields["company"], lambda value: value[:3]).codes[0] if "company" in fields else None


class NameMarkComparer:
    """Levels: only one row says anything; the rows say different things, as younger and older."""

    def __init__(self, name: str, field: Field) -> None:
        self._name = name
        self._codes = field.codes[0]

    def __call__(self, first: Records, second: Records) -> Mapping[str, Compared]:
        mine, theirs = self._codes[first], self._codes[second]
        levels = np.where((mine < 0) != (theirs < 0), ONE_SIDED, np.where(mine != theirs, DIFFERENT, 0))
        return {self._name: Compared(levels.astype(np.uint8), np.zeros(len(first), np.float32))}


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
