"""Notices that a sheet holds several tables beside each other, which would be read as one register."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from tikissa.files.grid import GridColumn
from tikissa.files.header_row import Header
from tikissa.files.letters import column_letter
from tikissa.model.finding import Finding, Severity

_DIFFERENT_SHARE = 0.3


def side_by_side(kept: Sequence[GridColumn], header: Header, rows: NDArray[np.intp]) -> Iterator[Finding]:
    """Yield a finding for each empty column that parts two tables: they share a header, or their rows do not go
    together."""
    for position in range(1, len(kept)):
        left, right = kept[:position], kept[position:]
        gap = left[-1].index + 1
        if right[0].index > gap and (_share_header(left, right, header) or _rows_differ(left, right, rows)):
            yield Finding("file.side_by_side", Severity.WARNING, arguments=(column_letter(gap),))


def _share_header(left: Sequence[GridColumn], right: Sequence[GridColumn], header: Header) -> bool:
    if header.row is None:
        return False
    before, after = ({column.text(header.row).strip() for column in side} - {""} for side in (left, right))
    return bool(before & after)


def _rows_differ(left: Sequence[GridColumn], right: Sequence[GridColumn], rows: NDArray[np.intp]) -> bool:
    filled = [np.logical_or.reduce([column.filled()[rows] for column in side]) for side in (left, right)]
    return len(right) > 1 and bool(np.mean(filled[0] != filled[1]) > _DIFFERENT_SHARE)
