"""The three ways a cleaned register is saved, decided once for each saving."""

from enum import StrEnum
from pathlib import Path

from tikissa.export.saving_options import IfUnsafe
from tikissa.model.problems import TargetProblem
from tikissa.model.register import FileFormat, Source

PATCHED = (FileFormat.XLSX, FileFormat.XLSM, FileFormat.ODS)
"""The formats whose own files can be patched."""

_WORKBOOKS_OF_EXCEL = (".xlsx", ".xlsm")

_BECOME_WORKBOOKS = (".xlsm", ".ods")
"""Endings of registers that are saved as a workbook of their own format unless something stands in the way."""


class SavingWay(StrEnum):
    """The user's own workbook with every other part of it as it was, a new workbook, or the lines of a CSV file."""

    PATCH = "patch"
    NEW_WORKBOOK = "new_workbook"
    CSV = "csv"

    def format_of(self, source: FileFormat) -> FileFormat:
        """Return the format of the file that is written of a register of this format."""
        return FileFormat.XLSX if self is SavingWay.NEW_WORKBOOK else source


def usual_way(source: Source, ending: str = "") -> SavingWay:
    """Return how a source is saved where nothing stands in the way.

    `ending` is that of the target's name: Excel's asks for a new workbook where the register is another program's.
    """
    is_asked_for = source.format in (FileFormat.ODS, FileFormat.CSV) and ending.lower() in _WORKBOOKS_OF_EXCEL
    if source.format is FileFormat.CSV and not is_asked_for:
        return SavingWay.CSV
    return SavingWay.NEW_WORKBOOK if is_asked_for or source.format not in PATCHED else SavingWay.PATCH


def way_around(usual: SavingWay, has_errors: bool, if_unsafe: IfUnsafe) -> SavingWay:
    """Return how a source is saved where errors may stand in the way of the usual one."""
    gives_way = usual is SavingWay.PATCH and has_errors and if_unsafe is IfUnsafe.PLAIN
    return SavingWay.NEW_WORKBOOK if gives_way else usual


def refuse_other_ending(way: SavingWay, source: Source, target: Path) -> None:
    """Raise TargetProblem where the target is named like another format than the one that is written.

    The source's own ending is kept whatever it is, and a name that tells of no format is the user's own affair.
    """
    written, ending = f".{way.format_of(source.format)}", target.suffix.lower()
    others = {f".{each}" for each in FileFormat} - {written, source.path.suffix.lower()}
    if ending in others and not (way is SavingWay.NEW_WORKBOOK and ending in _BECOME_WORKBOOKS):
        raise TargetProblem("save.other_ending", target.name, written)
