"""What would survive a merge of rows the user picked, with the decisions so far in force."""

from dataclasses import replace

import numpy as np

from tikissa.matching.surviving.survivorship import golden_record
from tikissa.model.analysis import Analysis
from tikissa.model.golden_record import GoldenRecord
from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId
from tikissa.model.register import Column, ColumnCells, Register


def golden_record_of(analysis: Analysis, outcome: Outcome, records: tuple[RecordId, ...]) -> GoldenRecord:
    """Return the golden record of these records alone; record ids in it are those of the whole register."""
    places = tuple(map(RecordId, range(len(records))))
    golden = golden_record(_excerpt(outcome, records), analysis.schema, places, analysis.register)
    values = tuple(
        replace(value, source=None if value.source is None else records[value.source]) for value in golden.values
    )
    return GoldenRecord(records[golden.survivor], values)


def _excerpt(outcome: Outcome, records: tuple[RecordId, ...]) -> Register:
    """Return a register of these records only, as they stand now."""
    register = outcome.register
    cells = tuple(_cells(outcome, column, records) for column in register.columns)
    return Register(register.source, register.columns, cells, register.row_numbers[list(records)])


def _cells(outcome: Outcome, column: Column, records: tuple[RecordId, ...]) -> ColumnCells:
    texts = np.empty(len(records), dtype=object)
    raws = np.full(len(records), None, dtype=object)
    for place, record in enumerate(records):
        texts[place] = outcome.text(record, column.name)
        if texts[place] == outcome.register.text(record, column.name):
            raws[place] = outcome.register.cells[column.index].raw(record)
    return ColumnCells(np.arange(len(records), dtype=np.int32), texts, raws)
