"""Names of the files that are written, and the promise that none of them stands there already."""

from pathlib import Path

from tikissa.model.problems import TargetProblem

WRITTEN_AS_XLSX = frozenset({".xls", ".xlsb", ".html", ".htm"})
"""Formats that are read but not written; their cleaned file is a workbook of today."""


def default_target(source: Path) -> Path:
    extension = ".xlsx" if source.suffix.lower() in WRITTEN_AS_XLSX else source.suffix
    return source.with_name(f"{source.stem}-siistitty{extension}")


def default_audit_log(source: Path) -> Path:
    return source.with_name(f"{source.stem}-muutosloki.xlsx")


def refuse_existing(*targets: Path) -> None:
    """Raise TargetProblem before any work is done where a plain file is in the way, or two targets are one."""
    for target in targets:
        if target.is_file() or target.is_dir():
            raise TargetProblem("target.exists", str(target))
    if len({target.resolve() for target in targets}) < len(targets):
        raise TargetProblem("target.same_twice", str(targets[0]))
