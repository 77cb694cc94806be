"""Where a command's output goes has no say in whether its work is done: each is run as a shell would run it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

posix = pytest.mark.skipif(os.name != "posix", reason="a shell's way of closing output")


def _run(redirection: str, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "tikissa", *map(str, arguments), "--language", "fi"]
    shell = ["sh", "-c", f'exec "$0" "$@" {redirection}', *command]
    return subprocess.run(shell, capture_output=True, env={**os.environ, **environment}, check=False)


@posix
@pytest.mark.parametrize("redirection", [">&-", "2>&-", "<&-", ">&- 2>&- <&-", ">/dev/full", "2>/dev/full"])
def test_the_files_are_saved_and_the_status_is_0_wherever_the_output_goes(register: Path, redirection: str) -> None:
    said = _run(redirection, "clean", register, "--accept", "safe")
    assert (said.returncode, said.stderr) == (0, b"")
    assert register.with_name("asiakkaat-siistitty.csv").exists()


@posix
def test_lists_asked_for_are_written_though_nobody_reads_what_is_told(register: Path, tmp_path: Path) -> None:
    chosen = ["--mailing-list", "sms", tmp_path / "lista.csv"]
    said = _run("| true", "clean", register, "--accept", "safe", *chosen, PYTHONUNBUFFERED="1")
    assert said.stderr == b""
    assert (tmp_path / "lista.csv").exists()


@posix
def test_json_that_does_not_get_through_is_no_success(register: Path) -> None:
    said = _run(">/dev/full", "analyse", register, "--json", "-")
    assert (said.returncode, len(said.stderr.splitlines())) == (2, 1)


@posix
@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full", ">&- 2>&- <&-"])
def test_a_problem_has_its_status_though_it_cannot_be_told(tmp_path: Path, redirection: str) -> None:
    assert _run(redirection, "analyse", tmp_path / "puuttuu.csv").returncode == 2


def test_a_terminal_that_lacks_our_letters_shows_the_others(register: Path) -> None:
    said = _run("", "analyse", register, PYTHONIOENCODING="ascii")
    assert (said.returncode, said.stderr) == (0, b"")
    assert b"rivi?" in said.stdout


def test_json_is_utf_8_whatever_the_terminal_holds(register: Path) -> None:
    said = _run("", "analyse", register, "--json", "-", PYTHONIOENCODING="ascii")
    names = [column["name"] for column in json.loads(said.stdout)["register"]["columns"]]
    assert "Sähköposti" in names
