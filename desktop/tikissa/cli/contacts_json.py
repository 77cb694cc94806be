"""Writes what became of contacts as the JSON object other programs rely on (the headless contract)."""

from collections.abc import Iterable

from tikissa.cli.analysis_json import JsonObject
from tikissa.lists.contacts.known_contacts import ContactRow
from tikissa.model.analysis import JsonValue
from tikissa.model.register import Register


def contacts_json(register: Register, rows: Iterable[ContactRow]) -> JsonObject:
    """Return every address once for each kind of news, in the order in which it was told first."""
    return {"kind": "contacts", "rows": [_row(register, row) for row in rows]}


def _row(register: Register, row: ContactRow) -> JsonValue:
    return {
        "address": row.address or None,
        "channel": row.channel.value,
        "what": row.what.value,
        "status": row.code,
        "date": row.day.isoformat() if row.day else None,
        "times": row.times,
        "sheet": register.source.sheet,
        "register_rows": [register.row(record) for record in row.records],
        "proposal": row.proposal.value,
    }
