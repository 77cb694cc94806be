"""Bounces kept with the register, so that the second one is known also next month, in a new version."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from tikissa.app.erasing import is_version
from tikissa.app.folders import data_folder
from tikissa.app.session import Session
from tikissa.model.contact_event import ContactEvent, ContactNews
from tikissa.model.permission import Channel
from tikissa.store.glance import glance
from tikissa.store.recent import recent_registers

_NAME = "contacts"
_MOST = 50_000
_KEPT = (ContactNews.HARD, ContactNews.UNSUBSCRIBED, ContactNews.COMPLAINED)


def remembered(session: Session) -> tuple[ContactEvent, ...]:
    """Return the bounces and refusals known of a register, those from its earlier versions first."""
    kept = session.note(_NAME)
    return tuple(_read(kept)) if kept is not None else tuple(_of_earlier(session.path))


def remember(session: Session, events: Iterable[ContactEvent]) -> None:
    """Keep what counts when it comes again. Raises SessionProblem where it cannot be kept."""
    worth = [event for event in events if event.what in _KEPT][-_MOST:]
    session.keep_note(_NAME, json.dumps([_plain(event) for event in worth], separators=(",", ":")))


def _of_earlier(path: Path) -> Iterator[ContactEvent]:
    folder = data_folder()
    earlier = (glance(folder / known.session) for known in recent_registers(folder) if is_version(known, path))
    kept = (seen.facts.get(f"note.{_NAME}") for seen in earlier if seen is not None)
    yield from _read(next((each for each in kept if each is not None), "[]"))


def _plain(event: ContactEvent) -> list[str | list[str] | None]:
    day = event.day.isoformat() if event.day else None
    return [event.address, event.channel.value, event.what.value, event.mark, event.code, day, [*event.others]]


def _read(kept: str) -> Iterator[ContactEvent]:
    for address, channel, what, mark, code, day, others in json.loads(kept):
        told = date.fromisoformat(day) if day else None
        yield ContactEvent(address, Channel(channel), ContactNews(what), mark, code, told, tuple(others))
