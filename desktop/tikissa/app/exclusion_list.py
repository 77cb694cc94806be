"""What the exclusion list does where files meet: rows of new lists are forbidden, saved files say who opted out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np

from tikissa.analysis.gate import Gate, GateRow
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.app.erasing import is_version
from tikissa.app.folders import data_folder, session_path
from tikissa.lists.contacts.forbidding import Forbidding, own_columns
from tikissa.lists.exclusions import excluded, exclusion_of
from tikissa.lists.marketing_permissions import permissions
from tikissa.model.analysis import Analysis
from tikissa.model.decision import ExcludedBy, ExcludeItem
from tikissa.model.finding import Reason
from tikissa.model.outcome import Outcome
from tikissa.model.permission import Channel
from tikissa.model.proposal import AddColumn
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.review.log_state import exclusions
from tikissa.store.glance import kept_log
from tikissa.store.recent import recent_registers

EXCLUDED, OPTED_OUT = "gate.excluded", "gate.opted_out"


def with_excluded_forbidden(gate: Gate, entries: Sequence[ExcludeItem]) -> Gate:
    """Return the gate with the rows that the exclusion list names forbidden: nobody adds them unseen."""
    if not entries:
        return gate
    return replace(gate, rows=tuple(_forbidden(row, gate, entries) for row in gate.rows))


def _forbidden(row: GateRow, gate: Gate, entries: Sequence[ExcludeItem]) -> GateRow:
    entry = exclusion_of(entries, gate.schema, partial(gate.new.text, row.record))
    if entry is None or row.verdict is GateVerdict.ALREADY_THERE:
        return row
    code = OPTED_OUT if entry.channels else EXCLUDED
    return replace(row, verdict=GateVerdict.FORBIDDEN, reasons=(Reason(code, (entry.text,)),), changes=())


def opt_out_columns(outcome: Outcome, analysis: Analysis, language: str) -> tuple[AddColumn, ...]:
    """Return the columns of the program's own for those who opted out of a channel the register has no column for.

    The user's own entries, which are for every channel, stay on the exclusion list and out of the file.
    """
    entries = tuple(entry for entry in outcome.exclusions if entry.channels)
    if not entries:
        return ()
    without, only = replace(outcome, exclusions=()), replace(outcome, exclusions=entries)
    lacking = {}
    for way in Channel:
        rows = excluded(only, analysis.schema, way)
        rows &= ~permissions(without, analysis.schema, way, analysis.settings.today).forbidden
        records = (RecordId(row) for row in np.flatnonzero(rows).tolist())
        if staying := tuple(record for record in records if outcome.stays(record)):
            lacking[way] = staying
    return own_columns(Forbidding((), lacking), outcome, language)


def kept_exclusions(register: Register, path: Path) -> tuple[ExcludeItem, ...]:
    """Return the exclusion list kept with the register at a path: that of this version, else of the newest one."""
    folder = data_folder()
    own = session_path(register.source.sha256, folder)
    others = (folder / known.session for known in recent_registers(folder, own.name) if is_version(known, path))
    log = next((log for each in (own, *others) if (log := kept_log(each)) is not None), None)
    return exclusions(log) if log is not None else ()


def entries_for(addresses: Iterable[tuple[str, Channel]], reason: Reason) -> tuple[ExcludeItem, ...]:
    """Return entries for addresses that opted out of a channel."""
    by = {Channel.EMAIL: ExcludedBy.EMAIL, Channel.SMS: ExcludedBy.PHONE, Channel.PHONE: ExcludedBy.PHONE}
    return tuple(
        ExcludeItem(by[way], address, (way.value,), reason) for address, way in dict.fromkeys(addresses) if way in by
    )
