"""Gives cells of other sheets the customer number that survived a merge, each with a line of its own in the log."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from tikissa.export.log.audit_line import AuditLine, LineKind
from tikissa.export.log.logged_cell import Cover, shown
from tikissa.export.other_sheets.pointing_cells import PointingColumn, pointing_columns
from tikissa.export.second_reader.file_contents import Contents
from tikissa.export.typed_cell import Typed
from tikissa.files.letters import column_letter
from tikissa.lists.vanished_numbers import CustomerNumbers
from tikissa.messages import say
from tikissa.text.secret_numbers import masked

RULE, NAME_RULE = "number.repointed", "name.repointed"

Edits = Mapping[str, Mapping[int, Mapping[int, Typed]]]
"""New contents by sheet, row from 1 and column from 0."""


def found_elsewhere(
    original: Contents, own: str, numbers: CustomerNumbers | None, patched: Path | None
) -> tuple[PointingColumn, ...]:
    """Return where other sheets than the register's own point at numbers that vanish."""
    return () if numbers is None else pointing_columns(original, own, numbers, patched)


def chosen_of(found: Iterable[PointingColumn], sheets: Collection[str]) -> tuple[PointingColumn, ...]:
    """Return the columns on the sheets that the user wants to follow."""
    return tuple(column for column in found if column.sheet in sheets and column.followed)


def edits_of(columns: Iterable[PointingColumn]) -> Edits:
    """Return what is written into other sheets, by sheet, row (as the spreadsheet counts) and column from 0."""
    edits: dict[str, dict[int, dict[int, Typed]]] = {}
    for pointing in columns:
        rows = edits.setdefault(pointing.sheet, {})
        for cell in pointing.followed:
            rows.setdefault(cell.row, {})[pointing.column.column] = cell.after
    return edits


def repointed_lines(
    columns: Iterable[PointingColumn], language: str, who: str, time: str, cover: Cover
) -> Iterator[AuditLine]:
    """Yield a line for every cell that follows its customer; `source_row` is the register's row that left."""
    for pointing in columns:
        place = pointing.column.column
        rule = NAME_RULE if pointing.by_name else RULE
        for cell in pointing.followed:
            yield AuditLine(
                time=time,
                kind=LineKind.REPOINTED,
                sheet=pointing.sheet,
                row=str(cell.row),
                column=pointing.column.name,
                letter=column_letter(place),
                before=cover.text(shown(cell.before), place),
                after=cover.text(shown(cell.after), place),
                before_cell=cover.cell(cell.before, place),
                after_cell=cover.cell(cell.after, place),
                rule=rule,
                reason=say(language, rule, masked(cell.gone.old), masked(cell.gone.surviving or "")),
                decided_by=who,
                decision=str(cell.gone.decision),
                source_row=str(cell.gone.row),
            )
