"""Names the files that are written where the user gives no names: beside the original, and told from it by a word."""

import os
from collections.abc import Set
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tikissa.resources import resource

WORKBOOKS = frozenset({".xlsx", ".xlsm"})
KEPT_EXTENSIONS = WORKBOOKS | {".csv", ".txt", ".tsv"}
"""Formats saved as they were; from the others a workbook of today is made."""

CLEANED = "siistitty"
LOG = "muutosloki"


@dataclass(frozen=True, slots=True)
class Targets:
    cleaned: Path
    audit_log: Path

    @property
    def are_free(self) -> bool:
        return not self.cleaned.exists() and not self.audit_log.exists()

    def free(self) -> "Targets":
        """Return these, or where one of them is there already, the first pair of numbered names that is free."""
        return next(pair for number in count(1) if (pair := self._numbered(number)).are_free)

    def _numbered(self, number: int) -> "Targets":
        return Targets(*(path.with_stem(f"{path.stem}{_mark(number)}") for path in (self.cleaned, self.audit_log)))


def targets_in(folder: Path, source: Path, safe_for_excel: bool = False) -> Targets:
    """Return the first pair of names in a folder that nothing has yet.

    `safe_for_excel` makes a workbook of a CSV file too: Excel takes the leading zeros off one it opens.
    """
    kept = WORKBOOKS if safe_for_excel else KEPT_EXTENSIONS
    return next(pair for number in count(1) if (pair := _pair(folder, source, number, kept)).are_free)


def free_name(path: Path) -> Path:
    """Return a name that nothing has yet: the one given, or with a number after it."""
    names = (path.with_stem(f"{path.stem}{_mark(number)}") for number in count(1))
    return next(name for name in names if not name.exists())


def as_one_of(typed: Path, *extensions: str) -> Path:
    """Return a typed name with the first of these extensions where it has none of them."""
    return typed if typed.suffix.lower() in extensions else with_extension(typed, extensions[0])


def home_folder(source: Path, fallback: Path) -> Path:
    """Return the source's own folder, or where that cannot be written or belongs to the program, the fallback.

    A fallback that is not there is the user's home folder instead.
    """
    own = source.resolve().parent
    if not own.is_relative_to(resource()) and os.access(own, os.W_OK):
        return own
    return fallback if fallback.is_dir() else Path.home()


def for_cleaned(cleaned: Path) -> Targets:
    """Return the targets that go with a name the user chose for the cleaned file."""
    source = cleaned.with_name(f"{cleaned.stem.removesuffix(f'-{CLEANED}')}{cleaned.suffix}")
    logs = (default_audit_log(source, _mark(number)) for number in count(1))
    return Targets(cleaned, next(log for log in logs if not log.exists()))


def with_extension(chosen: Path, extension: str) -> Path:
    """Return a name the user typed with the extension the file will have, in the place of another format's."""
    is_format = chosen.suffix.lower() in KEPT_EXTENSIONS
    return chosen.with_suffix(extension) if is_format else chosen.with_name(chosen.name + extension)


def default_target(source: Path, mark: str = "", kept: Set[str] = KEPT_EXTENSIONS) -> Path:
    """Return the cleaned file's name beside the original, its extension where that is one of those kept."""
    extension = source.suffix if source.suffix.lower() in kept else ".xlsx"
    return source.with_name(f"{source.stem}-{CLEANED}{mark}{extension}")


def default_audit_log(source: Path, mark: str = "") -> Path:
    return source.with_name(f"{source.stem}-{LOG}{mark}.xlsx")


def _pair(folder: Path, source: Path, number: int, kept: Set[str]) -> Targets:
    there, mark = folder / source.name, _mark(number)
    return Targets(default_target(there, mark, kept), default_audit_log(there, mark))


def _mark(number: int) -> str:
    return "" if number == 1 else f"-{number}"
