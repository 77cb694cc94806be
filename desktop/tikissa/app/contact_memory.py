"""Bounces kept with the register, so that the second one is known also next month, in a new version."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from tikissa.app.erasing import is_version
from tikissa.app.exclusion_list import entries_for
from tikissa.app.folders import data_folder, session_path
from tikissa.app.session import Session
from tikissa.model.contact_event import REFUSALS, ContactEvent, ContactNews
from tikissa.model.decision import ExcludeItem
from tikissa.model.finding import Reason
from tikissa.model.permission import Channel
from tikissa.model.register import Register
from tikissa.store.glance import glance
from tikissa.store.recent import recent_registers

_NAME = "contacts"
_MOST = 50_000
_KEPT = (ContactNews.HARD, ContactNews.UNSUBSCRIBED, ContactNews.COMPLAINED)


def remembered(session: Session) -> tuple[ContactEvent, ...]:
    """Return the bounces and refusals known of a register, those from its earlier versions first."""
    kept = session.note(_NAME)
    if kept is not None:
        return tuple(_read(kept))
    return tuple(_of_earlier(session.path, session_path(session.register.source.sha256, data_folder())))


def remember(session: Session, events: Iterable[ContactEvent]) -> None:
    """Keep what counts when it comes again. Raises SessionProblem where it cannot be kept."""
    worth = [event for event in events if event.what in _KEPT][-_MOST:]
    session.keep_note(_NAME, json.dumps([_plain(event) for event in worth], separators=(",", ":")))


def kept_refusals(register: Register, path: Path) -> tuple[ExcludeItem, ...]:
    """Return as entries of an exclusion list who opted out by what is kept with the register at a path, whether a row
    of it has the address or not: the check of new rows lets none of them in unseen."""
    own = session_path(register.source.sha256, data_folder())
    seen = glance(own)
    kept = seen.facts.get(f"note.{_NAME}") if seen is not None else None
    return refusals(_read(kept) if kept is not None else _of_earlier(path, own))


def refusals(events: Iterable[ContactEvent]) -> tuple[ExcludeItem, ...]:
    """Return entries for the addresses that opted out of a channel."""
    refused = [event for event in events if event.what in REFUSALS]
    by_what = ((what, [event for event in refused if event.what is what]) for what in REFUSALS)
    return tuple(
        entry
        for what, told in by_what
        for entry in entries_for(((event.address, event.channel) for event in told), Reason(f"contacts.{what}"))
    )


def _of_earlier(path: Path, own: Path) -> Iterator[ContactEvent]:
    """Yield what is kept of earlier versions; the session `own` is left out: open, it would be waited for."""
    others = (known for known in recent_registers(own.parent, own.name) if is_version(known, path))
    earlier = (glance(own.parent / known.session) for known in others)
    kept = (seen.facts.get(f"note.{_NAME}") for seen in earlier if seen is not None)
    yield from _read(next((each for each in kept if each is not None), "[]"))


def _plain(event: ContactEvent) -> list[str | list[str] | None]:
    day = event.day.isoformat() if event.day else None
    return [event.address, event.channel.value, event.what.value, event.mark, event.code, day, [*event.others]]


def _read(kept: str) -> Iterator[ContactEvent]:
    for address, channel, what, mark, code, day, others in json.loads(kept):
        told = date.fromisoformat(day) if day else None
        yield ContactEvent(address, Channel(channel), ContactNews(what), mark, code, told, tuple(others))
