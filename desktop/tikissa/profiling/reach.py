"""Who can be reached, way by way: reached, not known, not allowed, or with a detail that seems wrong."""

from collections.abc import Iterator

import numpy as np

from tikissa.model.schema import Meaning
from tikissa.profiling.views import Found, Records
from tikissa.text.permissions import Channel, channels_named, forbids, says_yes
from tikissa.text.phones import is_mobile

_STREET = (Meaning.STREET, Meaning.WHOLE_ADDRESS)
_PLACE = (Meaning.POSTAL_CODE, Meaning.TOWN, Meaning.WHOLE_ADDRESS)
_BY_CONSENT = frozenset({Channel.EMAIL, Channel.SMS})
"""Ways in which a private person may be sent marketing only with a permission (917/2014, 200 §)."""


def reach(found: Found) -> Iterator[tuple[str, Records]]:
    """Yield `reachability/WAY/STATE` and its records, each record in one state of each way, and `out_of_reach`:
    the customers whom no detail in the register reaches, allowed or not."""
    yield from _states("invoice", _can_be_invoiced(found), found.none(), found.none())
    reached = found.none()
    for channel in Channel:
        known, wrong = _details(found, channel)
        reached |= known & ~wrong
        yield from _states(channel.value, known, _forbidden(found, channel), wrong)
    yield "out_of_reach", ~reached


def _states(way: str, known: Records, forbidden: Records, wrong: Records) -> Iterator[tuple[str, Records]]:
    yield f"reachability/{way}/reached", known & ~forbidden & ~wrong
    yield f"reachability/{way}/unknown", ~known
    yield f"reachability/{way}/not_allowed", known & forbidden
    yield f"reachability/{way}/wrong", known & ~forbidden & wrong


def _details(found: Found, channel: Channel) -> tuple[Records, Records]:
    """Return which records have the detail a way needs, and in which it seems wrong: of two phones one will do."""
    match channel:
        case Channel.POST:
            return found.filled(*_STREET) & found.filled(*_PLACE), found.wrong(*_STREET, *_PLACE)
        case Channel.PHONE:
            return found.filled(Meaning.PHONE), ~found.working(Meaning.PHONE)
        case Channel.SMS:
            return found.says(is_mobile, Meaning.PHONE), ~found.working(Meaning.PHONE)
        case Channel.EMAIL:
            return found.filled(Meaning.EMAIL), ~found.working(Meaning.EMAIL)


def _can_be_invoiced(found: Found) -> Records:
    named = found.filled(Meaning.WHOLE_NAME, Meaning.SURNAME, Meaning.COMPANY)
    address = found.filled(*_STREET) & found.filled(*_PLACE)
    return named & (address | found.filled(Meaning.EINVOICE_ADDRESS, Meaning.EMAIL, Meaning.BILLING_ADDRESS))


def _forbidden(found: Found, channel: Channel) -> Records:
    """Return whom marketing this way is closed to: an opt-out, a refused permission, or a needed one that is missing.

    A register without any permission column for this way says nothing, and nothing is made up for it.
    """
    opted_out, refused, allowed, asked = found.none(), found.none(), found.none(), False
    for column in found.schema.columns_of(Meaning.PERMISSION, Meaning.PROHIBITION):
        if channel not in channels_named(found.register.column(column).header):
            continue
        cells = found.register.cells_of(column)
        if found.schema.meaning_of(column) is Meaning.PROHIBITION:
            opted_out |= cells.where(forbids)
        else:
            allowed |= cells.where(lambda text: says_yes(text) is True)
            refused |= cells.where(lambda text: says_yes(text) is False)
            asked = True
    missing = ~allowed & ~found.is_company if asked and channel in _BY_CONSENT else found.none()
    return np.asarray(opted_out | refused | missing, dtype=np.bool_)
