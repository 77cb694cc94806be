"""Who may be sent marketing in which way, by all the register says of it after the decisions; the strictest word holds.

A sole trader is treated as a private person, which is the careful reading of the law.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np

from tikissa.lists.exclusions import excluded
from tikissa.lists.told import Rows, holds, no_rows, told
from tikissa.model.outcome import AddedRow, Outcome
from tikissa.model.permission import Channel
from tikissa.model.schema import Meaning, Schema
from tikissa.permission.row_permissions import Codes, needs_permission, standings
from tikissa.reference.customer_kind import NAMES, companies, is_company, is_sole_trader


@dataclass(frozen=True, slots=True)
class Permissions:
    """Of one way of contact: who has forbidden it, who has allowed it, and who needs to have allowed it; `closed` are
    those who are dead, ceased or blocked, `unclear` those of whom a word stands there that nobody has explained."""

    forbidden: Rows
    unclear: Rows
    allowed: Rows
    needed: Rows
    closed: Rows


def permissions(outcome: Outcome, schema: Schema, way: Channel, today: date) -> Permissions:
    """Return what the register and the exclusion list say of one way of contact, row by row."""

    def tell(column: str, code: Callable[[str], int]) -> Codes:
        return np.array(told(outcome, column, code), np.int64)

    said = standings(schema, len(no_rows(outcome)), tell, today)
    needed = private_persons(outcome, schema) if needs_permission(schema, way) else no_rows(outcome)
    forbidden = said.forbidden[way] | excluded(outcome, schema, way)
    return Permissions(forbidden, said.unclear[way], said.allowed[way], needed, said.closed)


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
