"""Lets the rows under a merged cell say what it shows: a company merged over its contact persons is each one's."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tikissa.files.grid import Grid, GridColumn, Merged, Vocabulary
from tikissa.model.register import CoveredCell, object_array


def with_covered_cells(grid: Grid, rows: NDArray[np.intp]) -> Grid:
    """Return the grid with the text of merged cells in each of these records' rows that they cover."""
    by_column: dict[int, list[Merged]] = {}
    for merged in grid.merged:
        by_column.setdefault(merged.column, []).append(merged)
    columns = tuple(
        _filled(column, by_column[column.index], grid, rows) if column.index in by_column else column
        for column in grid.columns
    )
    return replace(grid, columns=columns)


def _filled(column: GridColumn, merged: Sequence[Merged], grid: Grid, rows: NDArray[np.intp]) -> GridColumn:
    numbers, codes = grid.row_numbers[rows], column.codes.copy()
    texts: list[str] = []
    raws: list[CoveredCell] = []
    for each in merged:
        top = np.flatnonzero(grid.row_numbers == each.first)
        covered = rows[(numbers > each.first) & (numbers <= each.last)]
        covered = covered[column.vocabulary.blank[column.codes[covered]]]
        if len(top) and top[0] >= rows[0] and len(covered) and (text := column.text(int(top[0]))).strip():
            codes[covered] = len(column.vocabulary.texts) + len(texts)
            texts.append(text)
            raws.append(CoveredCell(each.first))
    return replace(column, codes=codes, vocabulary=_longer(column.vocabulary, texts, raws)) if texts else column


def _longer(vocabulary: Vocabulary, texts: Sequence[str], raws: Sequence[CoveredCell]) -> Vocabulary:
    known = np.full(len(vocabulary.texts), None, dtype=object) if vocabulary.raws is None else vocabulary.raws
    return Vocabulary(
        np.concatenate([vocabulary.texts, object_array(texts)]),
        np.concatenate([known, object_array(raws)]),
        np.append(vocabulary.blank, np.zeros(len(texts), np.bool_)),
    )
