"""The list of what is compared: each comparer with the fields it needs."""

from collections.abc import Callable

from tikissa.matching.comparing.address_comparison import PlaceComparer
from tikissa.matching.comparing.company_comparison import CompanyComparer
from tikissa.matching.comparing.compared import Comparer
from tikissa.matching.comparing.contact_comparison import (
    CodeOnlyComparer,
    IdentifierComparer,
    NumberComparer,
    PhoneComparer,
)
from tikissa.matching.comparing.date_comparison import DateComparer
from tikissa.matching.comparing.email_comparison import EmailComparer
from tikissa.matching.comparing.kind_comparison import KindComparer
from tikissa.matching.comparing.name_comparison import NameComparer
from tikissa.matching.comparing.name_marks import NameMarkComparer
from tikissa.matching.comparing.plain_comparison import PlainComparer
from tikissa.matching.preparing.fields import Codes, Fields, spread_values
from tikissa.matching.preparing.plain_columns import plain_of
from tikissa.model.progress import Tick, nothing


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
