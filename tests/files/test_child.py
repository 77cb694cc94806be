"""Reading through the child process: the same register, and nothing the file does reaches this process."""

import multiprocessing.spawn
import os
import subprocess
import sys
from pathlib import Path

import pytest

from files.ended_child import be_ended
from files.makers import HEADER, ROWS, sheet_xml, table_rows, workbook
from files.reading import names_of, parsed, rows_of
from tikissa.files.child import STARTED
from tikissa.files.parse import Request
from tikissa.files.reader import preview, read
from tikissa.files.sandbox import child_process, parse_in_child
from tikissa.model.problems import Cancelled, FileProblem
from tikissa.model.progress import NoProgress
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


SCRIPT = """
import sys
from pathlib import Path
from tikissa.files.reader import read
print("once", len(read(Path(sys.argv[1]))))
"""


def test_a_script_without_a_guard_reads_a_file_and_runs_once(tmp_path: Path) -> None:
    script = tmp_path / "lue.py"
    script.write_text(SCRIPT, encoding="utf-8")
    ended = subprocess.run([sys.executable, script, _register(tmp_path)], capture_output=True, text=True, check=False)
    assert (ended.stdout, ended.stderr) == ("once 2\n", "")


def test_a_script_that_comes_through_a_pipe_reads_a_file(tmp_path: Path) -> None:
    call = [sys.executable, "-", _register(tmp_path)]
    ended = subprocess.run(call, input=SCRIPT, capture_output=True, text=True, check=False)
    assert (ended.stdout, ended.stderr) == ("once 2\n", "")


def test_reading_leaves_the_main_module_as_it_was(tmp_path: Path) -> None:
    main = sys.modules["__main__"]
    read(_register(tmp_path))
    assert sys.modules["__main__"] is main


def test_a_fault_of_the_program_is_not_told_as_a_damaged_file(tmp_path: Path) -> None:
    request = Request(_register(tmp_path), Reading(header_row=(1, 2)))
    with pytest.raises(FileProblem, match=r"file\.our_fault"):
        parse_in_child(request, NoProgress())


def test_a_child_whose_libraries_are_missing_is_not_told_as_a_damaged_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _register(tmp_path)
    (tmp_path / "lxml.py").write_text("raise ImportError('no lxml')", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(FileProblem, match=r"file\.our_fault"):
        read(path)


@pytest.mark.parametrize("python", ["/nowhere/python", "/bin/false", "/bin/true"])
def test_a_python_that_does_not_run_is_told_as_such(tmp_path: Path, python: str) -> None:
    path = _register(tmp_path)
    chosen = multiprocessing.spawn.get_executable()
    multiprocessing.set_executable(python)
    try:
        with pytest.raises(FileProblem, match=r"file\.reader_not_started"):
            read(path)
    finally:
        multiprocessing.set_executable(os.fsdecode(chosen or sys.executable))


@pytest.mark.skipif(os.name != "posix", reason="a system that ends processes when memory is out")
def test_a_child_the_system_ends_for_want_of_memory_is_not_told_as_a_damaged_file() -> None:
    with child_process(be_ended, "a.xlsx") as child:
        assert child.next() == STARTED
        with pytest.raises(FileProblem, match=r"file\.too_large"):
            child.next()
