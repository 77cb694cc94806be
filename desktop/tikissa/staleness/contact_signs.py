"""Signs that a contact person at a living company may have changed: nobody has met them since the row was made."""

from collections.abc import Iterator

import numpy as np

from tikissa.model.finding import Reason
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.staleness.activity_signs import Rows, Sign, shown


def contact_person_unconfirmed(rows: Rows) -> Iterator[Sign]:
    """Yield companies that still buy, whose contact person was written down before the period and not met within it.

    A purchase proves the company and not the person; people change jobs every few years.
    """
    life, schema = rows.life, rows.schema
    since = life.oldest_active.toordinal()
    unconfirmed = (life.created > 0) & (life.met < since) & (life.activity >= since)
    named = rows.register.filled(schema.columns_of(Meaning.CONTACT_PERSON))
    for record in np.flatnonzero(unconfirmed & named).tolist():
        yield RecordId(record), Reason("contact_person.unconfirmed", (shown(life.met[record]),))
