"""Names the files that are written where the user gives no names: beside the original, and told from it by a word."""

import os
from collections.abc import Iterator, Set
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import reduce
from itertools import count, product
from pathlib import Path

from tikissa.messages import LANGUAGES, say
from tikissa.resources import resource

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".ods"})
KEPT_EXTENSIONS = WORKBOOKS | {".csv", ".txt", ".tsv"}
"""Formats saved as they were; from the others a workbook of today is made."""

ADDED_BESIDE = ("save.sheet_archive", "save.sheet_removed")
"""What is told in a name after the cleaned file's own where there are no sheets."""

CLEANED, LOG = "save.ending_cleaned", "save.ending_log"
"""What is told in the names of the two files after the register's own, word by language."""

COMMAND_LINE = "fi"
"""The language of the names that other programs rely on."""


@dataclass(frozen=True, slots=True)
class Targets:
    cleaned: Path
    audit_log: Path
    in_own_folder: bool = False
    """They go into a folder that is made for them."""

    @property
    def are_free(self) -> bool:
        """Say whether nothing has these names yet, nor those of the files that a register without sheets comes with."""
        return not any(path.exists() for path in (self.cleaned, self.audit_log, *self._beside()))

    def _beside(self) -> Iterator[Path]:
        """Yield the names of the files for merged and archived rows, in whatever language they may have been saved."""
        for language, code in product(LANGUAGES, ADDED_BESIDE):
            yield self.cleaned.with_stem(f"{self.cleaned.stem}-{say(language, code)}")

    def free(self) -> "Targets":
        """Return these, or where one of them is there already, the first pair of numbered names that is free."""
        pairs = (Targets(*pair) for pair in zip(_numbered(self.cleaned), _numbered(self.audit_log), strict=True))
        return next(pair for pair in pairs if pair.are_free)


def targets_in(
    folder: Path,
    source: Path,
    safe_for_excel: bool = False,
    language: str = COMMAND_LINE,
    in_own_folder: bool = False,
) -> Targets:
    """Return the first pair of names in a folder that nothing has yet.

    `safe_for_excel` makes a workbook of a CSV file too: Excel takes the leading zeros off one it opens. `in_own_folder`
    puts them in a folder of their own there, which is not made yet.
    """
    if in_own_folder:
        folder = free_name(folder / f"{source.stem}-{say(language, CLEANED)}")
    there = folder / source.name
    kept = WORKBOOKS if safe_for_excel else KEPT_EXTENSIONS
    free = Targets(default_target(there, kept, language), default_audit_log(there, language)).free()
    return replace(free, in_own_folder=in_own_folder)


def endings(code: str) -> tuple[str, ...]:
    """Return a word that stands in the names of saved files, in every language."""
    return tuple(dict.fromkeys(say(language, code) for language in LANGUAGES))


@contextmanager
def folder_made(targets: Targets) -> Iterator[None]:
    """Make the folder of their own that targets may have; it goes again where nothing comes of it."""
    folder = targets.cleaned.parent
    is_new = targets.in_own_folder and not folder.exists()
    if is_new:
        with suppress(OSError):  # who writes into it says what is wrong with it
            folder.mkdir()
    try:
        yield
    except BaseException:
        if is_new:
            with suppress(OSError):
                folder.rmdir()
        raise


def free_name(path: Path) -> Path:
    """Return a name that nothing has yet: the one given, or with a number after it."""
    return next(name for name in _numbered(path) if not name.exists())


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


def for_cleaned(cleaned: Path, language: str = COMMAND_LINE) -> Targets:
    """Return the targets that go with a name the user chose for the cleaned file."""
    stem = reduce(lambda stem, ending: stem.removesuffix(f"-{ending}"), endings(CLEANED), cleaned.stem)
    return Targets(cleaned, free_name(default_audit_log(cleaned.with_name(f"{stem}{cleaned.suffix}"), language)))


def with_extension(chosen: Path, extension: str) -> Path:
    """Return a name the user typed with the extension the file will have, in the place of another format's."""
    is_format = chosen.suffix.lower() in KEPT_EXTENSIONS
    return chosen.with_suffix(extension) if is_format else chosen.with_name(chosen.name + extension)


def default_target(source: Path, kept: Set[str] = KEPT_EXTENSIONS, language: str = COMMAND_LINE) -> Path:
    """Return the cleaned file's name beside the original, its extension where that is one of those kept."""
    extension = source.suffix if source.suffix.lower() in kept else ".xlsx"
    return source.with_name(f"{source.stem}-{say(language, CLEANED)}{extension}")


def default_audit_log(source: Path, language: str = COMMAND_LINE) -> Path:
    """Return the name of the change log beside the source."""
    return source.with_name(f"{source.stem}-{say(language, LOG)}.xlsx")


def _numbered(path: Path) -> Iterator[Path]:
    """Yield a name as it is, then with 2 and so on after it."""
    yield path
    yield from (path.with_stem(f"{path.stem}-{number}") for number in count(2))
