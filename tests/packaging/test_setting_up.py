"""A newcomer gets going: what was left half made is made anew, what is missing is named, the end is told in words."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import dev
import environment
import system_packages

needs_shell = pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for Python")


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an environment that is not there yet."""
    folder = tmp_path / ".venv"
    monkeypatch.setattr(environment, "VENV", folder)
    monkeypatch.setattr(environment, "PYTHON", folder / environment.PYTHON.relative_to(environment.TOP / ".venv"))
    monkeypatch.setattr(environment, "STAMP", folder / "set-up")
    return folder


@pytest.fixture
def python_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a Python in place of this one that does what a shell line says."""

    def stand_in(line: str) -> None:
        python = tmp_path / "python"
        python.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        python.chmod(0o755)
        monkeypatch.setattr(sys, "_base_executable", str(python))

    return stand_in


def _left_behind(stamp: str | None) -> None:
    environment.PYTHON.parent.mkdir(parents=True)
    environment.PYTHON.write_text("", encoding="utf-8")
    if stamp is not None:
        environment.STAMP.write_text(stamp, encoding="utf-8")


@pytest.mark.parametrize(
    "stamp",
    [None, "", f"Python 3.7\n{environment.TOP}\nlock\n", "Python {0.major}.{0.minor}\n/moved/away\nlock\n", "83ca85af"],
    ids=["interrupted", "cut off", "another Python", "another folder", "an earlier form of the stamp"],
)
@pytest.mark.usefixtures("venv")
def test_what_a_run_left_half_made_does_not_count_as_made(stamp: str | None) -> None:
    _left_behind(stamp.format(sys.version_info) if stamp else stamp)
    assert not environment.is_ready()
    assert not environment.is_whole()


@pytest.mark.usefixtures("venv")
def test_an_environment_whose_lock_changed_is_brought_up_to_it_and_not_made_anew() -> None:
    _left_behind("\n".join([*environment.made_for(), "an older lock"]) + "\n")
    assert not environment.is_ready()
    assert environment.is_whole()


@pytest.mark.full
@pytest.mark.usefixtures("venv")
def test_a_half_made_environment_is_made_anew_with_pip_in_it() -> None:
    _left_behind(None)
    environment.make_anew(verbose=False)
    assert not subprocess.run(
        [environment.PYTHON, "-m", "pip", "--version"], capture_output=True, check=False
    ).returncode


@needs_shell
def test_nothing_of_a_half_made_environment_stays(venv: Path, python_that: Callable[[str], None]) -> None:
    _left_behind(None)
    python_that(f"mkdir '{venv}'")  # which fails where the folder is still there
    environment.make_anew(verbose=False)
    assert list(venv.iterdir()) == []


@needs_shell
def test_a_python_that_cannot_make_environments_leaves_nothing_half_made(
    venv: Path, python_that: Callable[[str], None]
) -> None:
    python_that(f"mkdir -p '{venv}/bin'; echo ensurepip is not available; exit 1")
    with pytest.raises(environment.CannotBeMade, match="ensurepip is not available"):
        environment.make_anew(verbose=False)
    assert not venv.exists()


def test_the_line_to_run_fetches_the_lists_first_and_names_every_package() -> None:
    line = system_packages.line_to_run(["libegl1", "python3.13-venv"])
    update, install = line.split(" && ")
    assert update.endswith("apt-get update")
    assert install.endswith("install --yes --no-install-recommends libegl1 python3.13-venv")


def test_a_qt_that_opens_windows_lacks_no_library() -> None:
    assert system_packages.missing_qt_libraries(Path(sys.executable), ["offscreen"]) == ()


def test_progress_is_told_now_and_then_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    progress = environment.Progress(packages=60)
    for line in ("Collecting lxml==6.1.3", "  Downloading lxml-6.1.3.whl", "Installing collected packages: lxml"):
        progress.tell(line)
    assert capsys.readouterr().out == "  all fetched; unpacking them, about a minute …\n"


@pytest.mark.parametrize(
    ("failed", "counted", "told"),
    [
        ([], {"passed": "3487", "left out": "25"}, "All 5 checks passed; tests: 3,487 passed, 25 left out ("),
        (["mypy"], {"passed": "12"}, "1 of 5 checks FAILED (mypy); tests: 12 passed; 1 min 5 s in all."),
        (["pytest"], {"failed": "2", "passed": "1"}, "1 of 5 checks FAILED (pytest); tests: 2 failed, 1 passed;"),
        (["pytest"], {}, "1 of 5 checks FAILED (pytest); no tests were counted;"),
    ],
)
def test_the_last_line_says_in_words_how_all_went(failed: list[str], counted: dict[str, str], told: str) -> None:
    assert dev.closing_line(failed, counted, 65.0).startswith(told)


def test_the_counts_are_those_pytest_closed_with() -> None:
    counted: dict[str, str] = {}
    dev.show_and_count("1 failed, 3487 passed, 25 skipped, 3 warnings, 2 errors in 294.65s (0:04:54)\n", counted)
    assert counted == {"failed": "1", "passed": "3487", "left out": "25", "broke off": "2"}
