"""Reading through the child process: the same register, and nothing the file does reaches this process."""

from pathlib import Path

import pytest

from files.makers import HEADER, ROWS, sheet_xml, table_rows, workbook
from files.reading import names_of, parsed, rows_of
from tikissa.files.reader import preview, read
from tikissa.model.problems import Cancelled, FileProblem
from tikissa.model.register import Reading


class Stop:
    """A user who stops the work at once."""

    def report(self, stage: str, done: int, total: int) -> None:
        raise Cancelled


def _register(tmp_path: Path, rows: int = 2) -> Path:
    many = [ROWS[number % 2] for number in range(rows)]
    return workbook(tmp_path / "asiakkaat.xlsx", {"Asiakkaat": sheet_xml(table_rows([HEADER, *many]))})


def test_a_register_comes_back_whole(tmp_path: Path) -> None:
    path = _register(tmp_path)
    register = read(path)
    assert (names_of(register), rows_of(register)) == (list(HEADER), [list(row) for row in ROWS])
    assert register.source == parsed(path).source


def test_a_preview_shows_the_first_rows_with_the_structure_of_the_whole(tmp_path: Path) -> None:
    path = _register(tmp_path, 9000)
    shown, whole = preview(path), read(path)
    assert (len(shown) < len(whole), shown.source.header_row) == (True, whole.source.header_row)
    assert rows_of(shown)[:50] == rows_of(whole)[:50]


def test_stopping_ends_the_reading(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        read(_register(tmp_path), progress=Stop())


def test_stopping_ends_the_reading_of_csv(tmp_path: Path) -> None:
    path = tmp_path / "asiakkaat.csv"
    path.write_text("Nimi;Puhelin\nMäki;1\n", encoding="utf-8")
    with pytest.raises(Cancelled):
        read(path, progress=Stop())


def test_a_problem_in_the_child_is_raised_here(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"file\.no_such_sheet"):
        read(_register(tmp_path), Reading(sheet="Muu"))
