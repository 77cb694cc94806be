"""What is done alike to every kind of workbook that is patched in place, by the way each kind has for it."""

from collections.abc import Iterator, Set
from pathlib import Path
from typing import IO

from tikissa.export.obstacles.document_check import document_deletion_obstacles
from tikissa.export.obstacles.workbook_check import deletion_obstacles
from tikissa.export.open_document.document_contents import OpenDocumentContents
from tikissa.export.open_document.document_patch import document_row_styles, patch_document
from tikissa.export.second_reader.file_contents import Contents
from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.package import Package
from tikissa.export.workbook.patch import WorkbookPlan, patch_workbook
from tikissa.export.workbook.row_styles import Styles, row_styles
from tikissa.model.finding import Finding
from tikissa.model.progress import Progress
from tikissa.model.register import FileFormat


def patch(form: FileFormat, source: Path, target: IO[bytes], plan: WorkbookPlan, progress: Progress) -> None:
    """Write a file of this format as planned. Raises OddSheet."""
    (patch_document if form is FileFormat.ODS else patch_workbook)(source, target, plan, progress)


def styles_of_rows(form: FileFormat, source: Path, sheet: str, rows: Set[int]) -> Styles:
    """Return the styles of the cells of a few rows."""
    return (document_row_styles if form is FileFormat.ODS else row_styles)(source, sheet, frozenset(rows))


def names_in(source: Path, original: Contents) -> dict[str, str]:
    """Return what the workbook's names mean, by name in small letters."""
    if isinstance(original, OpenDocumentContents):
        return original.defined_names
    with Package(source) as package:
        return package.defined_names


def obstacles_to_deletion(form: FileFormat, source: Path, sheet: str, deletion: Deletion) -> Iterator[Finding]:
    """Yield what stands in the way of taking rows out of a sheet."""
    return (document_deletion_obstacles if form is FileFormat.ODS else deletion_obstacles)(source, sheet, deletion)
