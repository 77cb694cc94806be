"""`tikissa restore` takes one line of the change log back into a new file; `tikissa verify` proves it."""

from pathlib import Path

import pytest

from command_line import CommandLine
from tikissa.export.log.audit_files import read_audit_log
from tikissa.export.log.audit_line import AuditLine

TODAY = ("--today", "2026-11-01")


@pytest.fixture
def cleaned(tikissa: CommandLine, register: Path) -> Path:
    assert tikissa("clean", register, "--accept", "all", "--retire", "sheet", *TODAY).status == 0
    return register.with_name("asiakkaat-siistitty.csv")


def _log(cleaned: Path) -> Path:
    return cleaned.with_name("asiakkaat-muutosloki.xlsx")


def _lines(cleaned: Path, kind: str) -> list[AuditLine]:
    return [line for line in read_audit_log(_log(cleaned)).lines if line.kind == kind]


def _rows(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def test_a_merged_row_comes_back_and_the_result_can_be_proven(tikissa: CommandLine, cleaned: Path) -> None:
    line, target = _lines(cleaned, "merged")[0].line, cleaned.with_name("takaisin.csv")
    said = tikissa("restore", cleaned, _log(cleaned), "--line", line, "--output", target)
    assert (said.status, said.error) == (0, "")
    assert "The row was brought back as row 4." in said.out
    assert len(_rows(target)) == len(_rows(cleaned)) + 1
    new_log = cleaned.with_name("takaisin-muutosloki.xlsx")
    assert tikissa("verify", cleaned, target, new_log).status == 0


def test_the_log_may_be_given_in_any_of_its_forms(tikissa: CommandLine, cleaned: Path) -> None:
    line = _lines(cleaned, "change")[0].line
    for suffix in (".csv", ".jsonl"):
        target = cleaned.with_name(f"takaisin{suffix}.csv")
        log = _log(cleaned).with_suffix(suffix)
        said = tikissa("restore", cleaned, log, "--line", line, "--output", target)
        assert (said.status, said.error) == (0, "")


@pytest.mark.parametrize("line", ["0", "999", "x"])
def test_a_line_of_no_use_is_told_in_one_line(tikissa: CommandLine, cleaned: Path, line: str) -> None:
    target = cleaned.with_name("takaisin.csv")
    said = tikissa("restore", cleaned, _log(cleaned), "--line", line, "--output", target)
    assert said.status == 2
    assert len(said.error.strip().splitlines()) == 1
    assert not target.exists()


def test_what_clashes_is_said_and_nothing_is_written(tikissa: CommandLine, cleaned: Path) -> None:
    line = next(each for each in _lines(cleaned, "change") if each.after == "00100")
    cleaned.write_text(cleaned.read_text("utf-8").replace("00100", "00180"), "utf-8")
    target = cleaned.with_name("takaisin.csv")
    said = tikissa("restore", cleaned, _log(cleaned), "--line", line.line, "--output", target)
    assert said.status == 2
    assert "now holds something else than the change log says" in said.error
    assert not target.exists()


def test_the_restored_file_must_have_a_name_of_its_own(tikissa: CommandLine, cleaned: Path) -> None:
    said = tikissa("restore", cleaned, _log(cleaned), "--line", "1", "--output", cleaned)
    assert said.status == 2


def test_the_file_as_it_was_before_cleaning_has_nothing_to_take_back(
    tikissa: CommandLine, cleaned: Path, register: Path
) -> None:
    target = register.with_name("takaisin.csv")
    line = _lines(cleaned, "change")[0].line
    said = tikissa("restore", register, _log(cleaned), "--line", line, "--output", target)
    assert said.status == 2
    assert "as it was before it was cleaned" in said.error
    assert not target.exists()
