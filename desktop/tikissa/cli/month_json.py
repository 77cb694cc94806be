"""Writes what a month's round did as a JSON object for other programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tikissa.app.month.round import Kinds, Newcomers, newcomers, since
from tikissa.app.session import Session
from tikissa.cli.analysis_json import JsonObject
from tikissa.export.saving_options import Written
from tikissa.model.analysis import JsonValue
from tikissa.model.register import Register
from tikissa.review.version_comparison import SinceLastTime


@dataclass(frozen=True, slots=True)
class MonthDone:
    """What a round did. `previous` is the day of the visit before, None where there was none; `files` are the cleaned
    file and the logs, of this round or, where it had nothing new to save (`written` None), of an earlier one."""

    register: Path
    source: Register
    previous: date | None
    changes: SinceLastTime | None
    newcomers: Newcomers | None
    kinds: Kinds
    written: Written | None
    files: tuple[Path, ...]


def month_done(session: Session, kinds: Kinds, written: Written | None, there: tuple[Path, ...]) -> MonthDone:
    changes = since(session)
    earlier = [visit.day for visit in session.visits[:-1]]
    return MonthDone(
        register=session.path,
        source=session.register,
        previous=earlier[-1] if earlier else None,
        changes=changes,
        newcomers=newcomers(session, changes) if changes is not None else None,
        kinds=kinds,
        written=written,
        files=(written.cleaned, *written.audit_logs) if written is not None else there,
    )


def month_json(done: MonthDone) -> JsonObject:
    """Return the object. `rows`, `brought` and `newcomers` are null where nothing was brought along in this round."""
    changes, new = done.changes, done.newcomers
    source = done.source.source
    return {
        "register": {
            "file": done.register.name,
            "sheet": source.sheet,
            "rows": len(done.source),
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
