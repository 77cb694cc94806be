"""Writes what a month's round did as a JSON object for other programs."""

from collections.abc import Mapping

from tikissa.app.month.round import RoundDone
from tikissa.cli.analysis_json import JsonObject
from tikissa.model.analysis import JsonValue


def month_json(done: RoundDone) -> JsonObject:
    """Return the object. `rows`, `brought` and `newcomers` are null where nothing was brought along in this round."""
    changes, new = done.changes, done.newcomers
    register = done.session.register
    source = register.source
    return {
        "register": {
            "file": done.session.path.name,
            "sheet": source.sheet,
            "rows": len(register),
            "sha256": source.sha256,
        },
        "previous": done.previous.isoformat() if done.previous else None,
        "rows": None
        if changes is None
        else {"new": len(changes.new), "changed": len(changes.changed), "gone": len(changes.gone)},
        "brought": None
        if changes is None
        else {"kept": changes.kept, "lapsed": sum(len(group.dropped) for group in changes.lapsed)},
        "newcomers": None if new is None else {"perhaps_there": new.perhaps_there, "to_fix": new.to_fix},
        "accepted": _kinds(done.kinds.accepted),
        "open": _kinds(done.kinds.left),
        "saved": done.written is not None,
        "files": [str(path) for path in done.files],
    }


def _kinds(counts: Mapping[str, int]) -> JsonValue:
    return [{"kind": code, "count": count} for code, count in sorted(counts.items(), key=lambda entry: -entry[1])]
