"""Takes what is accepted of a checked file into the register without a window, and writes both files."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from tikissa.analysis.gate import Gate
from tikissa.analysis.record_keys import record_keys
from tikissa.app.gate_acceptance import TAKEN_OVER, Acceptance, newer_details, with_source
from tikissa.app.gate_columns import cells_of_added, columns_to_add, new_cells
from tikissa.export.save.writer import write
from tikissa.export.saving_options import WriteOptions, Written
from tikissa.model.decision import Decision, DecisionLog
from tikissa.model.finding import Reason
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.record import RecordId
from tikissa.model.schema import Schema
from tikissa.review.decisions import Decider
from tikissa.review.derive import derive
from tikissa.review.erased_decisions import NOBODY, with_erased


def take_in(
    gate: Gate,
    schema: Schema,
    acceptance: Acceptance,
    decider: Decider,
    target: Path,
    audit_log: Path,
    options: WriteOptions,
    progress: Progress = NoProgress(),
    erased: Mapping[RecordId, date] = NOBODY,
) -> tuple[Written, int]:
    """Write the register, whose columns the schema tells, with what is accepted and without the customers who were
    `erased`: rows below its own, and details of the accepted kinds in its cells.

    Returns what was written, and how many details were taken over. Raises TargetProblem where either file cannot be
    written.
    """
    keys = record_keys(gate.against, schema)
    log = DecisionLog(tuple(_decisions(gate, schema, acceptance, decider)))
    outcome = with_erased(derive(gate.against, keys, log), erased)
    told = {**options.settings, "new_rows": gate.new.source.path.name}
    taken_over = sum(map(len, outcome.changed.values()))
    return write(
        outcome, target, audit_log, replace(options, settings=told, meanings=schema.meanings), progress
    ), taken_over


def _decisions(gate: Gate, schema: Schema, acceptance: Acceptance, decider: Decider) -> Iterator[Decision]:
    """Yield one decision for all rows added, one for the columns, and one for each kind of details."""
    keys = record_keys(gate.against, schema)
    outcome = derive(gate.against, keys, DecisionLog())
    cells = new_cells(gate, columns_to_add(gate, outcome), keys, outcome) if acceptance.columns else ()
    if cells:
        yield decider.new_cells(cells)
    if adding := [row for row in gate.rows if row.verdict in acceptance.adding]:
        rows = tuple(gate.proposals(adding))
        if acceptance.source_on is not None:
            rows = tuple(with_source(rows, schema, acceptance.source_on))
        yield decider.added_rows(rows, cells_of_added(gate, rows, {cell.column for cell in cells}))
    if not acceptance.details:
        return
    reason = Reason(TAKEN_OVER, (gate.new.source.path.name,))
    newer = newer_details(gate.rows, outcome, schema)
    for meaning, edits in newer.items():
        if meaning in acceptance.details:
            yield decider.edited_cells(keys, edits, reason)
