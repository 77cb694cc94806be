"""Who can be reached, way by way: reached, not known, not allowed, or with a detail that seems wrong."""

from collections.abc import Iterator

from tikissa.model.permission import Channel
from tikissa.model.schema import Meaning
from tikissa.permission.row_permissions import Standings, needs_permission, standings_of
from tikissa.profiling.views import Found, Records
from tikissa.text.phones import is_mobile

WAYS = ("invoice", *(channel.value for channel in Channel))
"""The ways to reach a customer, in the order they are told."""

_STREET = (Meaning.STREET, Meaning.WHOLE_ADDRESS)
_PLACE = (Meaning.POSTAL_CODE, Meaning.TOWN, Meaning.WHOLE_ADDRESS)


def reach(found: Found) -> Iterator[tuple[str, Records]]:
    """Yield `reachability/WAY/STATE` and its records, each record in one state of each way, and `out_of_reach`:
    the customers whom no detail in the register reaches, allowed or not."""
    yield from _states("invoice", _can_be_invoiced(found), found.none(), found.none())
    reached = found.none()
    said = standings_of(found.register, found.schema, found.settings.today)
    for channel in Channel:
        known, wrong = _details(found, channel)
        reached |= known & ~wrong
        yield from _states(channel.value, known, _closed(found, said, channel), wrong)
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


def _closed(found: Found, said: Standings, channel: Channel) -> Records:
    """Return who may not be reached by a channel: who forbade it or may have, private persons without a permission."""
    closed = said.forbidden[channel] | said.unclear[channel]
    if not needs_permission(found.schema, channel):
        return closed
    return closed | (~said.allowed[channel] & found.is_private)
