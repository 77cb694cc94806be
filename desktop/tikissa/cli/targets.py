"""Names of the files that are written where the user gives none."""

from pathlib import Path

KEPT_EXTENSIONS = frozenset({".xlsx", ".xlsm", ".csv", ".txt", ".tsv"})
"""Formats saved as they were; from the others a workbook of today is made."""


def default_target(source: Path) -> Path:
    extension = source.suffix if source.suffix.lower() in KEPT_EXTENSIONS else ".xlsx"
    return source.with_name(f"{source.stem}-siistitty{extension}")


def default_audit_log(source: Path) -> Path:
    return source.with_name(f"{source.stem}-muutosloki.xlsx")
