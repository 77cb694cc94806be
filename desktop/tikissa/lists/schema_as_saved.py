"""What columns that were decided on say of permission, though the register as it was read does not have them."""

from dataclasses import replace

from tikissa.lists.told import texts_of
from tikissa.model.outcome import Outcome
from tikissa.model.register import Column, ColumnCells
from tikissa.model.schema import Schema
from tikissa.schema.detect import detect


def with_new_columns(outcome: Outcome, schema: Schema) -> Schema:
    """Return the schema of the register as it will be saved, with what its new columns are found to mean."""
    if not outcome.columns:
        return schema
    names = [column.heading for column in outcome.columns]
    columns = tuple(Column(place, name, "", name) for place, name in enumerate(names))
    size = len(outcome.register)
    cells = tuple(ColumnCells.of(texts_of(outcome, column)[:size]) for column in outcome.columns)
    found = detect(replace(outcome.register, columns=columns, cells=cells))
    return replace(schema, columns=(*schema.columns, *found.columns))
