"""Proposes where the cleaned file and the change log go: beside the original, under names nothing has yet."""

import os
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tikissa.resources import resource

WRITTEN_AS_XLSX = frozenset({".xls", ".xlsb", ".html", ".htm"})
CLEANED = "siistitty"
LOG = "muutosloki"


@dataclass(frozen=True, slots=True)
class Targets:
    cleaned: Path
    audit_log: Path

    @property
    def are_free(self) -> bool:
        return not self.cleaned.exists() and not self.audit_log.exists()


def targets_in(folder: Path, source: Path) -> Targets:
    """Return the first pair of names in a folder that nothing has yet."""
    return next(pair for number in count(1) if (pair := _pair(folder, source, number)).are_free)


def home_folder(source: Path, fallback: Path) -> Path:
    """Return the source's own folder, or the fallback where that cannot be written or belongs to the program."""
    own = source.resolve().parent
    belongs_to_program = own.is_relative_to(resource())
    return fallback if belongs_to_program or not os.access(own, os.W_OK) else own


def for_cleaned(cleaned: Path) -> Targets:
    """Return the targets that go with a name the user chose for the cleaned file."""
    stem = cleaned.stem.removesuffix(f"-{CLEANED}")
    logs = (cleaned.with_name(f"{stem}-{LOG}{_mark(number)}.xlsx") for number in count(1))
    return Targets(cleaned, next(log for log in logs if not log.exists()))


def _pair(folder: Path, source: Path, number: int) -> Targets:
    extension = ".xlsx" if source.suffix.lower() in WRITTEN_AS_XLSX else source.suffix
    mark = _mark(number)
    return Targets(folder / f"{source.stem}-{CLEANED}{mark}{extension}", folder / f"{source.stem}-{LOG}{mark}.xlsx")


def _mark(number: int) -> str:
    return "" if number == 1 else f"-{number}"
