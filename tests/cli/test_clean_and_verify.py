"""`tikissa clean` writes the cleaned file and its log; `tikissa verify` proves them, and notices what was changed."""

from hashlib import sha256
from pathlib import Path

import openpyxl
import pytest

from command_line import CommandLine, Said

TODAY = ("--today", "2026-11-01")


def _workbook(folder: Path, register: Path) -> Path:
    """Make a workbook of the same customers."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for line in register.read_text("utf-8").splitlines():
        sheet.append([int(cell) if cell.isdecimal() and len(cell) == 4 else cell for cell in line.split(";")])
    path = folder / "asiakkaat.xlsx"
    workbook.save(path)
    return path


@pytest.fixture(params=["csv", "xlsx"])
def source(request: pytest.FixtureRequest, register: Path, tmp_path: Path) -> Path:
    return register if request.param == "csv" else _workbook(tmp_path, register)


def _cleaned(source: Path) -> Path:
    return source.with_name(f"{source.stem}-siistitty{source.suffix}")


def _log(source: Path) -> Path:
    return source.with_name(f"{source.stem}-muutosloki.xlsx")


def _verify(tikissa: CommandLine, source: Path) -> Said:
    return tikissa("verify", source, _cleaned(source), _log(source))


def test_the_cleaned_file_and_the_log_stand_beside_the_source_and_prove_each_other(
    tikissa: CommandLine, source: Path
) -> None:
    before = (sha256(source.read_bytes()).hexdigest(), source.stat().st_mtime_ns)
    said = tikissa("clean", source, "--accept", "all", *TODAY)
    assert (said.status, said.error) == (0, "")
    assert "Original 4 rows = cleaned 3 + merged into others 1 + archived 0 + removed 0" in said.out
    assert _verify(tikissa, source).status == 0
    assert (sha256(source.read_bytes()).hexdigest(), source.stat().st_mtime_ns) == before


def test_only_the_register_itself_is_written_when_nothing_is_accepted(tikissa: CommandLine, register: Path) -> None:
    assert tikissa("clean", register, "--accept", "none", *TODAY).status == 0
    assert _cleaned(register).read_bytes() == register.read_bytes()
    assert _verify(tikissa, register).status == 0


def test_safe_leaves_alone_what_changes_a_meaning(tikissa: CommandLine, register: Path) -> None:
    register.write_text(register.read_text("utf-8").replace("veera.vuori@example.org", "veera@gmial.com"), "utf-8")
    tikissa("clean", register, "--accept", "safe", *TODAY)
    assert "veera@gmial.com" in _cleaned(register).read_text("utf-8")
    assert ";00100;" in _cleaned(register).read_text("utf-8")


@pytest.mark.parametrize(
    ("retire", "arithmetic"),
    [("keep", "cleaned 4 + merged into others 0 + archived 0 + removed 0"), ("remove", "archived 0 + removed 2")],
)
def test_rows_without_activity_stay_unless_the_user_says_otherwise(
    tikissa: CommandLine, source: Path, retire: str, arithmetic: str
) -> None:
    said = tikissa("clean", source, "--accept", "none", "--retire", retire, *TODAY)
    assert said.status == 0
    assert arithmetic in said.out
    assert _verify(tikissa, source).status == 0


def test_rows_put_on_the_archive_sheet_are_kept_there(tikissa: CommandLine, register: Path, tmp_path: Path) -> None:
    source = _workbook(tmp_path, register)
    said = tikissa("clean", source, "--accept", "none", "--retire", "sheet", *TODAY)
    assert "archived 2" in said.out
    other_sheets = openpyxl.load_workbook(_cleaned(source)).worksheets[1:]
    archived = [row for sheet in other_sheets for row in sheet.iter_rows(values_only=True)]
    assert sum("Eino Ek" in row for row in archived) == 1
    assert _verify(tikissa, source).status == 0


def test_a_row_with_an_unpaid_invoice_is_not_put_away_unasked(tikissa: CommandLine, register: Path) -> None:
    lines = register.read_text("utf-8").splitlines()
    sums = ["Avoin saldo", "0,00", "0,00", "125,40", "0,00"]
    register.write_text("\n".join(f"{line};{owed}" for line, owed in zip(lines, sums, strict=True)) + "\n", "utf-8")
    said = tikissa("clean", register, "--accept", "none", "--retire", "remove", *TODAY)
    assert "removed 1" in said.out
    assert "1 row with an open matter" in said.out
    assert "Eino Ek" in _cleaned(register).read_text("utf-8")


def test_a_cell_changed_afterwards_is_noticed(tikissa: CommandLine, register: Path) -> None:
    tikissa("clean", register, "--accept", "all", *TODAY)
    cleaned = _cleaned(register)
    cleaned.write_text(cleaned.read_text("utf-8").replace("Kuusitie 3", "Kuusitie 4"), "utf-8")
    said = _verify(tikissa, register)
    assert said.status == 1
    assert "D5" in said.out or "C4" in said.out or "Kuusitie" in said.out


@pytest.mark.parametrize("name", ["asiakkaat-siistitty.csv", "asiakkaat-muutosloki.xlsx"])
def test_a_file_that_stands_there_already_is_never_written_over(
    tikissa: CommandLine, register: Path, name: str
) -> None:
    (register.parent / name).write_text("mine")
    said = tikissa("clean", register, "--accept", "all", *TODAY)
    assert (said.status, len(said.error.splitlines())) == (2, 1)
    assert (register.parent / name).read_text() == "mine"
    assert len([path for path in register.parent.iterdir() if path.is_file()]) == 2


@pytest.mark.parametrize("ending", [".ods", ".xls"])
def test_a_file_is_never_named_like_another_format(tikissa: CommandLine, source: Path, ending: str) -> None:
    target = source.with_name(f"siisti{ending}")
    said = tikissa("clean", source, "--accept", "none", "--output", target)
    assert said.status == 2
    assert f"ends in {source.suffix}" in said.error
    assert list(source.parent.glob("*siisti*")) == list(source.parent.glob("*loki*")) == []


def test_the_source_is_never_the_target(tikissa: CommandLine, register: Path) -> None:
    before = register.read_bytes()
    assert tikissa("clean", register, "--accept", "all", "--output", register).status == 2
    assert register.read_bytes() == before


def test_the_user_names_the_files(tikissa: CommandLine, register: Path, tmp_path: Path) -> None:
    output, log = tmp_path / "uusi äö.csv", tmp_path / "loki.csv"
    assert tikissa("clean", register, "--accept", "all", "--output", output, "--audit-log", log).status == 0
    assert tikissa("verify", register, output, log).status == 0


@pytest.mark.parametrize("missing", ["original", "cleaned", "log"])
def test_verify_of_a_file_that_is_not_there_is_one_line_and_status_2(
    tikissa: CommandLine, register: Path, missing: str
) -> None:
    tikissa("clean", register, "--accept", "safe", *TODAY)
    files = {"original": register, "cleaned": _cleaned(register), "log": _log(register)}
    files[missing].unlink()
    said = _verify(tikissa, register)
    assert (said.status, len(said.error.splitlines())) == (2, 1)


def test_clean_needs_to_be_told_what_to_accept(tikissa: CommandLine, register: Path) -> None:
    assert tikissa("clean", register).status == 2
    assert tikissa("clean", register, "--accept", "everything").status == 2
