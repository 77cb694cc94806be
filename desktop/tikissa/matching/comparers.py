"""The list of what is compared: each comparer with the fields it needs."""

from tikissa.matching.compared import Comparer
from tikissa.matching.comparisons.companies import CompanyComparer
from tikissa.matching.comparisons.contacts import IdentifierComparer, NumberComparer
from tikissa.matching.comparisons.dates import DateComparer
from tikissa.matching.comparisons.emails import EmailComparer
from tikissa.matching.comparisons.names import NameComparer
from tikissa.matching.comparisons.places import PlaceComparer
from tikissa.matching.comparisons.plain import PlainComparer
from tikissa.matching.fields import Codes, Fields, spread_values
from tikissa.matching.plain_columns import plain_of

_NAMES = ("given_name", "surname")
_PLACES = ("street_name", "postal_code", "town")


def comparers(fields: Fields) -> tuple[Comparer, ...]:
    """Return the comparers this register's fields allow."""
    sorts = _sorts(fields)
    found: list[Comparer] = []
    if any(name in fields for name in _NAMES):
        found.append(NameComparer(fields))
    if "company" in fields:
        found.append(CompanyComparer(fields))
    found += [IdentifierComparer(name, fields[name], sorts) for name in ("phone", "identity_code") if name in fields]
    if "business_id" in fields:
        found.append(IdentifierComparer("business_id", fields["business_id"]))
    if "email" in fields:
        found.append(EmailComparer(fields, sorts))
    if "date_of_birth" in fields:
        found.append(DateComparer(fields["date_of_birth"], sorts))
    if "customer_number" in fields and fields["customer_number"].counts.max() > 1:
        found.append(NumberComparer("customer_number", fields["customer_number"], sorts))
    if any(name in fields for name in _PLACES):
        found.append(PlaceComparer(fields))
    found += [PlainComparer(name, field) for name, field in plain_of(fields).items()]
    return tuple(found)


def _sorts(fields: Fields) -> Codes | None:
    """Return how each record's name begins, which tells the holders of a shared phone apart."""
    for name in ("given_name", "company"):
        if name in fields:
            return spread_values(fields[name], lambda value: value[:3]).codes[0]
    return None
