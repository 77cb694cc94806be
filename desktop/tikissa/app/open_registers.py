"""Keeps open registers on this computer: takes a file in, says what is there, takes one away."""

from collections.abc import Callable
from pathlib import Path

from tikissa.app.folders import data_folder
from tikissa.files.open_registers.company_table import LAYOUTS, CompanyTable
from tikissa.files.open_registers.posti_file import code_changes, first_day, postal_codes, street_parts
from tikissa.files.open_registers.prh_file import PrhFile
from tikissa.files.open_registers.recognise import register_kind
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress, Progress
from tikissa.open_registers.register_kinds import RegisterKind
from tikissa.store.open_registers.code_list import write_code_list
from tikissa.store.open_registers.company_index import write_company_index
from tikissa.store.open_registers.retired_codes import add_code_changes
from tikissa.store.open_registers.shelf import Kept, index_path, kept_registers
from tikissa.store.open_registers.street_index import write_street_index

_SHRUNK = 0.5
"""A file with fewer than this share of the entries there were is cut or another one."""


def add_register(path: Path, progress: Progress = NoProgress(), data: Path | None = None) -> Kept:
    """Make an index of an open register's file. One that was there stays until the new one is whole.

    Raises FileProblem where the file is none of an open register, is cut, empty or strange, Problem where the index
    cannot be written.
    """
    kind = register_kind(path)
    if kind is None:
        raise FileProblem("open_register.unknown_file", path.name)
    folder = data or data_folder()
    before = next((kept.facts for kept in kept_registers(folder) if kept.kind is kind), None)
    fewest = int(before.entries * _SHRUNK) if before else 1
    READERS[kind](path, index_path(folder, kind), fewest, progress)
    return next(kept for kept in kept_registers(folder) if kept.kind is kind)


def _add_prh(path: Path, index: Path, fewest: int, progress: Progress) -> None:
    file = PrhFile(path)
    write_company_index(index, file.companies(progress), RegisterKind.PRH, file.day, path.name, fewest, progress)


def _add_baf(path: Path, index: Path, fewest: int, progress: Progress) -> None:
    parts = street_parts(path, progress)
    write_street_index(index, parts, RegisterKind.BAF, first_day(path), path.name, fewest)


def _add_pcf(path: Path, index: Path, fewest: int, progress: Progress) -> None:
    write_code_list(index, postal_codes(path, progress), RegisterKind.PCF, first_day(path), path.name, fewest)


def _add_pom(path: Path, index: Path, _: int, progress: Progress) -> None:
    """Add a month's changes to those of the months before, however few they are."""
    add_code_changes(index, code_changes(path, progress), RegisterKind.POM, first_day(path), path.name)


def _adder(kind: RegisterKind) -> Callable[[Path, Path, int, Progress], None]:
    """Return what takes in a register that is a table of companies."""
    layout = LAYOUTS[kind]

    def add(path: Path, index: Path, fewest: int, progress: Progress) -> None:
        table = CompanyTable(path, layout)
        companies = table.companies(progress)
        write_company_index(index, companies, kind, table.day, path.name, fewest, progress, layout.companies_below)

    return add


READERS: dict[RegisterKind, Callable[[Path, Path, int, Progress], None]] = {
    RegisterKind.PRH: _add_prh,
    RegisterKind.BAF: _add_baf,
    RegisterKind.PCF: _add_pcf,
    RegisterKind.POM: _add_pom,
    **{kind: _adder(kind) for kind in LAYOUTS},
}
"""What takes in a file of each register."""
