"""What is written is no wider than its source: whoever may not read the register may not read what came of it."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from command_line import CommandLine, customers
from tikissa.export.lists.list_file import Sheet, write_sheets
from tikissa.export.target import Drafts

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps files of a home folder to their owner by itself")


@pytest.fixture(autouse=True)
def _usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def modes(folder: Path, but: Path) -> set[int]:
    return {mode(path) for path in folder.iterdir() if path.is_file() and path != but}


@pytest.mark.parametrize(("source", "written"), [(0o600, 0o600), (0o640, 0o640), (0o644, 0o644), (0o444, 0o644)])
def test_cleaned_file_logs_and_lists_are_as_private_as_the_register(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, source: int, written: int
) -> None:
    register = customers(tmp_path)
    register.chmod(source)
    lists = ("--number-list", tmp_path / "numerot.csv", "--mailing-list", "sms", tmp_path / "tekstiviestit.xlsx")
    said = CommandLine(capsys)("clean", register, "--accept", "all", *lists, "--today", "2026-11-01")
    assert said.status == 0
    CommandLine(capsys)("analyse", register, "--json", tmp_path / "a.json", "--page", tmp_path / "a.html")
    assert len([*tmp_path.iterdir()]) == 9
    assert modes(tmp_path, register) == {written}


def test_a_taken_back_change_is_as_private_as_the_file_it_was_made_in(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    register = customers(tmp_path)
    register.chmod(0o640)
    tikissa = CommandLine(capsys)
    tikissa("clean", register, "--accept", "all", "--today", "2026-11-01")
    cleaned, log = (register.with_name(f"{register.stem}-{end}") for end in ("siistitty.csv", "muutosloki.jsonl"))
    cleaned.chmod(0o600)
    again = tmp_path / "taas" / "takaisin.csv"
    again.parent.mkdir()
    assert tikissa("restore", cleaned, log, "--line", "1", "--output", again).status == 0
    assert modes(again.parent, register) == {0o600}


def test_a_draft_is_private_from_its_first_byte(tmp_path: Path) -> None:
    source = tmp_path / "a.csv"
    source.write_text("x")
    source.chmod(0o644)
    seen = []

    def write(stream: IO[bytes]) -> None:
        seen.append(mode(Path(stream.name)))
        stream.write(b"x")
        stream.flush()
        seen.append(mode(Path(stream.name)))

    with Drafts(source) as drafts:
        drafts.write(tmp_path / "b.csv", write)
        drafts.publish()
    assert seen == [0o600, 0o600]
    assert mode(tmp_path / "b.csv") == 0o644


def test_of_two_sources_the_stricter_counts_and_without_one_only_the_owner_reads(tmp_path: Path) -> None:
    first, second, gone = (tmp_path / name for name in ("a", "b", "c"))
    for path, its in ((first, 0o644), (second, 0o660)):
        path.write_text("x")
        path.chmod(its)
    expected = {"none.csv": ((), 0o600), "two.csv": ((first, second), 0o640), "gone.csv": ((first, gone), 0o600)}
    for name, (sources, its) in expected.items():
        write_sheets([Sheet("", [("Nimi",)])], tmp_path / name, sources=sources)
        assert mode(tmp_path / name) == its


def test_another_groups_register_stays_in_that_group(tmp_path: Path) -> None:
    source = tmp_path / "a.csv"
    source.write_text("x")
    source.chmod(0o660)
    try:
        os.chown(source, -1, os.getgid() + 1)
    except PermissionError:
        pytest.skip("only a privileged user can give a file to another group")
    write_sheets([Sheet("", [("Nimi",)])], tmp_path / "b.csv", sources=(source,))
    assert mode(tmp_path / "b.csv") == 0o600
