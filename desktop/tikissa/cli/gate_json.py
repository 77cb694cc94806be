"""Writes what each new row is to the register as the JSON object other programs rely on (the headless contract)."""

from tikissa.analysis.gate import Gate, GateRow
from tikissa.cli.analysis_json import JsonObject
from tikissa.model.analysis import JsonValue
from tikissa.model.kind_of_file import FileKind
from tikissa.model.proposal import CellChange
from tikissa.model.schema import Schema
from tikissa.text.secret_numbers import masked


def gate_json(gate: Gate, schema: Schema, kind: FileKind = FileKind.CUSTOMERS) -> JsonObject:
    """Return every row of the new file once, in its order.

    `schema` is the register's. A value that fills an empty cell of the register has `before` null.
    """
    return {"kind": kind.value, "rows": [_row(gate, schema, row) for row in gate.rows]}


def _row(gate: Gate, schema: Schema, row: GateRow) -> JsonObject:
    known = row.known
    return {
        "sheet": gate.new.source.sheet,
        "row": gate.new.row(row.record),
        "verdict": row.verdict.value,
        "register_row": None if known is None else gate.against.row(known),
        "changes": [_change(gate, schema, change) for change in row.changes],
        "reasons": [*dict.fromkeys(reason.code for reason in row.reasons)],
    }


def _change(gate: Gate, schema: Schema, change: CellChange) -> JsonValue:
    column = gate.against.column(change.column)
    meaning = schema.meaning_of(column.name)
    return {
        "column": column.name,
        "letter": column.letter,
        "before": masked(change.before, meaning) or None,
        "after": masked(change.after, meaning) or None,
    }
