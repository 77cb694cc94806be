"""Writes down who was erased, as the fact that a session file keeps, and reads it back."""

import json
from collections.abc import Iterable
from datetime import date

from tikissa.model.erasure import Erasure

ERASURES = "erased"
"""The name of the fact."""


def as_text(erasures: Iterable[Erasure]) -> str:
    return json.dumps(
        [
            [each.key.hex(), each.day.isoformat(), each.source, [[*row] for row in each.rows.items()], [*each.person]]
            for each in erasures
        ]
    )


def from_text(fact: str | None) -> tuple[Erasure, ...]:
    """Return what `as_text` wrote. Raises ValueError for something else."""
    try:
        return tuple(
            Erasure(
                bytes.fromhex(key),
                date.fromisoformat(day),
                str(source),
                {int(row): str(print_) for row, print_ in rows},
                frozenset(map(str, person)),
            )
            for key, day, source, rows, person in json.loads(fact or "[]")
        )
    except TypeError as error:
        raise ValueError("not erasures") from error
