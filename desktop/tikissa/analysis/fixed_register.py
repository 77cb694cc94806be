"""The register as it would be with its fixes: what duplicates are looked for in, so that a typing error hides none."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from tikissa.model.proposal import Fix
from tikissa.model.record import RecordId
from tikissa.model.register import ColumnCells, Register, no_raws, object_array


def fixed_register(register: Register, fixes: Iterable[Fix]) -> Register:
    """Return the register with every fix in place; columns without a fix are shared with the original."""
    return changed_register(register, _by_column(fixes))


def changed_register(register: Register, changed: Mapping[str, Mapping[RecordId, str]]) -> Register:
    """Return the register with these texts in place, given by column and record."""
    cells = tuple(
        _changed(cells, changed[column.name]) if changed.get(column.name) else cells
        for column, cells in zip(register.columns, register.cells, strict=True)
    )
    return replace(register, cells=cells)


def _by_column(fixes: Iterable[Fix]) -> dict[str, dict[RecordId, str]]:
    changed: dict[str, dict[RecordId, str]] = defaultdict(dict)
    for fix in fixes:
        for change in fix.changes:
            changed[change.column][fix.record] = change.after
    return changed


def _changed(cells: ColumnCells, afters: Mapping[RecordId, str]) -> ColumnCells:
    """Return the column with some texts changed; a changed cell has no typed value of its own any more."""
    known = _codes_of(cells, set(afters.values()))
    new = [text for text in dict.fromkeys(afters.values()) if text not in known]
    known |= {text: len(cells.texts) + position for position, text in enumerate(new)}
    codes = cells.codes.copy()
    codes[np.fromiter(afters, np.int64, len(afters))] = [known[text] for text in afters.values()]
    texts = np.concatenate([cells.texts, object_array(new)])
    raws = np.concatenate([cells.raws, no_raws(len(new))])
    return _without_unused(ColumnCells(codes, texts, raws))


def _codes_of(cells: ColumnCells, wanted: set[str]) -> dict[str, int]:
    contents = zip(cells.texts.tolist(), cells.raws.tolist(), strict=True)
    return {text: code for code, (text, raw) in enumerate(contents) if raw is None and text in wanted}


def _without_unused(cells: ColumnCells) -> ColumnCells:
    used = np.bincount(cells.codes, minlength=len(cells.texts)) > 0
    places = np.cumsum(used) - 1
    return ColumnCells(places[cells.codes].astype(np.int32), cells.texts[used], cells.raws[used])
