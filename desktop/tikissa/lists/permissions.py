"""Who may be sent marketing in which way, by all the register says of it after the decisions; the strictest word holds.

A sole trader is treated as a private person, which is the careful reading of the law.
"""

from dataclasses import dataclass
from functools import partial

import numpy as np

from tikissa.lists.told import Rows, holds, no_rows
from tikissa.model.outcome import AddedRow, Outcome
from tikissa.model.schema import Meaning, Schema
from tikissa.reference.customer_kind import NAMES, companies, is_company, is_sole_trader
from tikissa.text.permission_columns import allowing_columns, forbidding_columns, needs_permission, speaking_of
from tikissa.text.permissions import Channel


@dataclass(frozen=True, slots=True)
class Permissions:
    """Of one way of contact: who has forbidden it, who has allowed it, and who needs to have allowed it."""

    forbidden: Rows
    allowed: Rows
    needed: Rows


def permissions(outcome: Outcome, schema: Schema, way: Channel) -> Permissions:
    """Return what the register says of one way of contact, row by row."""
    forbidden, allowed = no_rows(outcome), no_rows(outcome)
    for column, ways_in in forbidding_columns(outcome.register, schema):
        forbidden |= holds(outcome, (column,), speaking_of(way, ways_in))
    for column, ways_in in allowing_columns(outcome.register, schema, way):
        allowed |= holds(outcome, (column,), speaking_of(way, ways_in))
    needed = private_persons(outcome, schema) if needs_permission(schema, way) else no_rows(outcome)
    return Permissions(forbidden, allowed, needed)


def private_persons(outcome: Outcome, schema: Schema) -> Rows:
    """Return the rows of persons and sole traders."""
    found = no_rows(outcome)
    found[: len(outcome.register)] = companies(outcome.register, schema)
    telling = schema.columns_of(*NAMES, Meaning.CONTACT_PERSON, Meaning.BUSINESS_ID, Meaning.VAT_NUMBER)
    for record in {record for column in telling for record in outcome.changed.get(column, ())}:
        found[record] = is_company(schema, partial(outcome.text, record))
    for place, row in enumerate(outcome.added, len(outcome.register)):
        found[place] = is_company(schema, partial(_text_of, row))
    trades_alone = holds(outcome, schema.columns_of(*NAMES), is_sole_trader)
    return np.asarray(~found | trades_alone, dtype=np.bool_)


def _text_of(row: AddedRow, column: str) -> str:
    return row.texts.get(column, "")
