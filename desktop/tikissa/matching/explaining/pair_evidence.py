"""What speaks for and against some records being one customer, asked of just these, found as a pair or not."""

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np

from tikissa.matching.comparing.compared import Records
from tikissa.matching.comparing.comparers import comparers
from tikissa.matching.explaining.weight_evidence import Weights, rows_of_weights, shared_weights
from tikissa.matching.preparing.packed_columns import every_field
from tikissa.matching.weighing.scored_pairs import compare_all
from tikissa.matching.weighing.scoring import first_model, score
from tikissa.model.progress import nothing
from tikissa.model.record import RecordId
from tikissa.model.register import ColumnCells, Register
from tikissa.model.schema import Schema

Changed = Mapping[str, Mapping[RecordId, str]]

_OTHERS = 2_000
"""So many rows of the register tell well enough how common a name is, in the blink of an eye."""


def evidence_between(
    register: Register, schema: Schema, records: Sequence[RecordId], changed: Changed | None = None
) -> Weights:
    """Return the evidence on these records, strongest first; for more than two the mean over their pairs, as in a
    group. It is weighed by the first guesses, with how common each value is in this register.

    `changed` are texts that stand in the place of the register's own by now, by column and record.
    """
    asked = np.unique(np.array(records, np.int32))
    if len(asked) < 2:
        return ()
    others = np.setdiff1d(np.arange(0, len(register), len(register) // _OTHERS + 1, dtype=np.int32), asked)
    excerpt = _excerpt(register, np.concatenate([asked, others]), len(asked), changed or {})
    compare = comparers(every_field(excerpt, schema, nothing))
    if not compare:
        return ()
    every = np.array([*combinations(range(len(asked)), 2)], np.int32)
    first, second = every[:, 0], every[:, 1]
    compared = compare_all(compare, first, second)
    model = first_model(tuple(compared), len(register))
    return shared_weights([*rows_of_weights(model, score(model, compared))])


def _excerpt(register: Register, places: Records, asked: int, changed: Changed) -> Register:
    """Return a register of the records at these places, in that order, the first `asked` as they stand now."""
    cells = []
    for column, whole in zip(register.columns, register.cells, strict=True):
        afters = changed.get(column.name, {})
        now = {place: afters[record] for place in range(asked) if (record := RecordId(int(places[place]))) in afters}
        cells.append(_cells(whole, places, now))
    return Register(register.source, register.columns, tuple(cells), register.row_numbers[places])


def _cells(cells: ColumnCells, places: Records, now: Mapping[int, str]) -> ColumnCells:
    used, back = np.unique(cells.codes[places], return_inverse=True)
    codes, texts = back.astype(np.int32), np.empty(len(now), dtype=object)
    codes[[*now]] = np.arange(len(used), len(used) + len(now), dtype=np.int32)
    texts[:] = [*now.values()]
    raws = np.full(len(now), None, dtype=object)
    return ColumnCells(codes, np.concatenate([cells.texts[used], texts]), np.concatenate([cells.raws[used], raws]))
