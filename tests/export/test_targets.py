"""Where the files go: never over another file, never half, and nothing left behind."""

import errno
import os
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from xlsxwriter.exceptions import FileCreateError

from export.outcomes import change, outcome, read
from export.workbooks import plain_workbook
from tikissa.export import target as target_module
from tikissa.export.proof.verify import verify
from tikissa.export.row_by_row import new_workbook
from tikissa.export.save.writer import write
from tikissa.export.saving_options import WriteOptions
from tikissa.model.outcome import Outcome
from tikissa.model.problems import Cancelled, TargetProblem

CUSTOMERS = [[f"Henkilö {number}", f"040 555 {number:04}", f"e{number}@example.invalid"] for number in range(9)]
ROWS = [["Nimi", "Puhelin", "Sähköposti"], *CUSTOMERS]


@pytest.fixture
def decided(tmp_path: Path) -> Outcome:
    register = read(plain_workbook(tmp_path / "a.xlsx", ROWS))
    return outcome(register, [change(register, 3, "Nimi", "Toinen")], {5: 3})


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refused(decided: Outcome, target: Path, log: Path, code: str) -> None:
    before = names(target.parent) if target.parent.is_dir() else []
    with pytest.raises(TargetProblem) as problem:
        write(decided, target, log)
    assert problem.value.code == code
    assert not target.parent.is_dir() or names(target.parent) == before


def test_the_original_keeps_its_bytes_and_its_time(decided: Outcome, tmp_path: Path) -> None:
    source = tmp_path / "a.xlsx"
    os.utime(source, (1_600_000_000, 1_600_000_000))
    before = source.read_bytes()
    write(decided, tmp_path / "b.xlsx", tmp_path / "loki.xlsx")
    assert source.read_bytes() == before
    assert source.stat().st_mtime == 1_600_000_000
    assert names(tmp_path) == ["a.xlsx", "b.xlsx", "loki.csv", "loki.jsonl", "loki.xlsx"]


@pytest.mark.parametrize("spelling", ["a.xlsx", "./a.xlsx", "x/../a.xlsx", "hard.xlsx", "soft.xlsx"])
def test_the_source_is_never_written_onto(decided: Outcome, tmp_path: Path, spelling: str) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "hard.xlsx").hardlink_to(tmp_path / "a.xlsx")
    (tmp_path / "soft.xlsx").symlink_to(tmp_path / "a.xlsx")
    before = (tmp_path / "a.xlsx").read_bytes()
    for target, log in ((tmp_path / spelling, tmp_path / "l.xlsx"), (tmp_path / "b.xlsx", tmp_path / spelling)):
        with pytest.raises(TargetProblem, match=r"save\.onto_source"):
            write(decided, target, log)
    assert (tmp_path / "a.xlsx").read_bytes() == before


def test_a_file_that_is_there_is_never_overwritten(decided: Outcome, tmp_path: Path) -> None:
    for name in ("b.xlsx", "loki.xlsx", "loki.csv", "loki.jsonl"):
        (tmp_path / name).write_text("tärkeä")
        refused(decided, tmp_path / "b.xlsx", tmp_path / "loki.xlsx", "save.target_exists")
        assert (tmp_path / name).read_text() == "tärkeä"
        (tmp_path / name).unlink()


def test_a_broken_link_is_a_file_that_is_there(decided: Outcome, tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").symlink_to(tmp_path / "nowhere.xlsx")
    refused(decided, tmp_path / "b.xlsx", tmp_path / "loki.xlsx", "save.target_exists")


def test_targets_that_cannot_be_are_named(decided: Outcome, tmp_path: Path) -> None:
    (tmp_path / "kansio").mkdir()
    (tmp_path / "~$auki.xlsx").touch()
    log = tmp_path / "loki.xlsx"
    refused(decided, tmp_path / "kansio", log, "save.target_is_folder")
    refused(decided, tmp_path / "ei" / "b.xlsx", log, "save.no_folder")
    refused(decided, tmp_path / "auki.xlsx", log, "save.open_in_excel")
    refused(decided, tmp_path / "loki.csv", log, "save.same_name_twice")


def test_a_file_that_comes_there_meanwhile_is_kept(decided: Outcome, tmp_path: Path) -> None:
    class Meddling:
        def report(self, stage: str, done: int, total: int) -> None:
            if stage == "save.checking" and done == total:
                (tmp_path / "b.xlsx").write_text("toisen")

    with pytest.raises(TargetProblem, match=r"save\.target_exists"):
        write(decided, tmp_path / "b.xlsx", tmp_path / "loki.xlsx", WriteOptions(), Meddling())
    assert names(tmp_path) == ["a.xlsx", "b.xlsx"]
    assert (tmp_path / "b.xlsx").read_text() == "toisen"


def test_a_cancelled_saving_leaves_nothing(decided: Outcome, tmp_path: Path) -> None:
    class Stopping:
        def __init__(self, stage: str) -> None:
            self.stage = stage

        def report(self, stage: str, done: int, total: int) -> None:
            if stage == self.stage:
                raise Cancelled

    for stage in ("save.reading", "save.writing", "save.checking"):
        with pytest.raises(Cancelled):
            write(decided, tmp_path / "b.xlsx", tmp_path / "loki.xlsx", WriteOptions(), Stopping(stage))
        assert names(tmp_path) == ["a.xlsx"]


def test_a_source_that_changed_is_noticed_and_a_kept_copy_will_do(decided: Outcome, tmp_path: Path) -> None:
    copy = tmp_path / "copy.bin"
    copy.write_bytes((tmp_path / "a.xlsx").read_bytes())
    plain_workbook(tmp_path / "a.xlsx", ROWS[:5])
    refused(decided, tmp_path / "b.xlsx", tmp_path / "loki.xlsx", "save.source_changed")
    written = write(decided, tmp_path / "b.xlsx", tmp_path / "loki.xlsx", WriteOptions(original=copy))
    assert written.kept == 8
    (tmp_path / "a.xlsx").unlink()
    refused(decided, tmp_path / "c.xlsx", tmp_path / "c-loki.xlsx", "save.source_gone")


def test_drafts_of_killed_runs_are_swept_and_those_of_living_ones_kept(tmp_path: Path) -> None:
    host = target_module._host()
    dead = tmp_path / f".tikissa-{host}-999999999-aa.tmp"
    alive = tmp_path / f".tikissa-{host}-{os.getpid()}-aa.tmp"
    old = tmp_path / ".tikissa-abcdef12-5-aa.tmp"
    fresh_elsewhere = tmp_path / ".tikissa-abcdef12-6-aa.tmp"
    for path in (dead, alive, old, fresh_elsewhere):
        path.touch()
    long_ago = (datetime.now(UTC) - timedelta(days=3)).timestamp()
    os.utime(old, (long_ago, long_ago))
    target_module.sweep(tmp_path)
    assert names(tmp_path) == sorted((alive.name, fresh_elsewhere.name))


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no /dev here")
def test_a_target_that_is_no_plain_file_is_written_to(decided: Outcome, tmp_path: Path) -> None:
    write(decided, Path("/dev/null"), tmp_path / "loki.xlsx")
    assert names(tmp_path) == ["a.xlsx", "loki.csv", "loki.jsonl", "loki.xlsx"]


@pytest.mark.parametrize(
    ("call", "number", "code"),
    [
        ("os.fsync", errno.EIO, "save.failed"),
        ("os.fsync", errno.ENOSPC, "save.disk_full"),
        ("os.fsync", errno.EACCES, "save.not_allowed"),
        ("hashlib.file_digest", errno.EIO, "save.failed"),
        ("pathlib.Path.is_dir", errno.EIO, "save.failed"),
    ],
)
def test_a_disk_that_fails_while_saving_or_proving_is_named(
    decided: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, code: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    before = names(tmp_path)
    with monkeypatch.context() as broken:
        broken.setattr(call, fail)
        with pytest.raises(TargetProblem) as problem:
            write(decided, tmp_path / "b.xlsx", tmp_path / "loki.xlsx")
    assert (problem.value.code, names(tmp_path)) == (code, before)


def test_a_full_disk_when_a_new_workbook_is_written_is_what_the_system_says(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise FileCreateError(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))

    monkeypatch.setattr("xlsxwriter.Workbook.close", fail)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)), new_workbook(BytesIO()):
        pass


def test_a_draft_that_cannot_be_removed_once_its_file_stands_is_no_failure(
    decided: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, **_: bool) -> None:
        raise PermissionError(errno.EACCES, path.name)

    with monkeypatch.context() as held:
        held.setattr("pathlib.Path.unlink", refuse)
        write(decided, tmp_path / "b.xlsx", tmp_path / "loki.xlsx")
    assert verify(tmp_path / "a.xlsx", tmp_path / "b.xlsx", tmp_path / "loki.xlsx") == ()
