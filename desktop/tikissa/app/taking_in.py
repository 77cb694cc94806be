"""Takes the new rows of a checked file into the register without a window, and writes both files."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from tikissa.analysis.gate import Gate
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.analysis.record_keys import record_keys
from tikissa.export.save.writer import write
from tikissa.export.saving_options import WriteOptions, Written
from tikissa.model.decision import DecisionLog
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.record import RecordId
from tikissa.model.schema import Schema
from tikissa.review.decisions import Decider
from tikissa.review.derive import derive
from tikissa.review.erased_decisions import NOBODY, with_erased


def take_in(
    gate: Gate,
    schema: Schema,
    decider: Decider,
    target: Path,
    audit_log: Path,
    options: WriteOptions,
    progress: Progress = NoProgress(),
    erased: Mapping[RecordId, date] = NOBODY,
) -> Written:
    """Write the register, whose columns the schema tells, with the new rows below its own and without the customers who
    were `erased`. Raises TargetProblem where
    either file cannot be written."""
    new = [row for row in gate.rows if row.verdict is GateVerdict.NEW]
    log = DecisionLog((decider.added_rows(gate.proposals(new)),) if new else ())
    outcome = with_erased(derive(gate.against, record_keys(gate.against, schema), log), erased)
    told = {**options.settings, "new_rows": gate.new.source.path.name}
    return write(outcome, target, audit_log, replace(options, settings=told, meanings=schema.meanings), progress)
