"""`tikissa clean --mailing-list` writes whom a mailing may go to, and says how many are left out and why."""

from pathlib import Path

import openpyxl
import pytest

from command_line import CommandLine

CLEAN = ("--accept", "all", "--today", "2026-11-01")


def test_a_list_for_text_messages_has_numbers_in_international_form(
    tikissa: CommandLine, register: Path, tmp_path: Path
) -> None:
    target = tmp_path / "viestit.csv"
    said = tikissa("clean", register, *CLEAN, "--mailing-list", "sms", target, language="fi")
    lines = target.read_bytes().decode("utf-8-sig").splitlines()
    assert said.status == 0
    assert lines[0].startswith("Puhelin;Nimi")
    assert len(lines) > 1
    assert all(line.startswith("+358") for line in lines[1:])
    assert f"Tekstiviestilista: {target}. Listalla {len(lines) - 1}" in said.out
    assert "ei ole markkinointilupia" in said.out


def test_several_lists_are_written_at_once(tikissa: CommandLine, register: Path, tmp_path: Path) -> None:
    targets = {way: tmp_path / f"{way}.xlsx" for way in ("email", "post")}
    named = [part for way, target in targets.items() for part in ("--mailing-list", way, target)]
    assert tikissa("clean", register, *CLEAN, *named).status == 0
    assert all(target.exists() for target in targets.values())


def test_an_unknown_way_is_told_before_anything_is_written(
    tikissa: CommandLine, register: Path, tmp_path: Path
) -> None:
    said = tikissa("clean", register, *CLEAN, "--mailing-list", "fax", tmp_path / "x.csv")
    assert said.status == 2
    assert "fax" in said.error
    assert not list(tmp_path.glob("*siistitty*"))


@pytest.mark.parametrize(("language", "word"), [("fi", "heittomerkki"), ("sv", "apostrof"), ("en", "apostrophe")])
def test_no_name_becomes_a_formula_in_a_csv_list_and_that_is_said(
    tikissa: CommandLine, register: Path, tmp_path: Path, language: str, word: str
) -> None:
    text = register.read_text("utf-8").replace("Veera Vuori", '"=HYPERLINK(""http://example.invalid/"")"')
    register.write_text(text.replace("Eino Ek", "@SUM(1+1)"), "utf-8")
    names = [tmp_path / "viestit.csv", tmp_path / "viestit.xlsx"]
    lists = [part for name in names for part in ("--mailing-list", "sms", name)]
    said = tikissa("clean", register, *CLEAN, *lists, language=language)
    assert said.status == 0
    lines = names[0].read_bytes().decode("utf-8-sig").splitlines()
    assert sum(";'@SUM(1+1)" in line or "'=HYPERLINK(" in line for line in lines) == 2
    assert not any(cell.startswith(("=", "@")) for line in lines for cell in line.replace('"', "").split(";"))
    cells = [str(cell.value) for row in openpyxl.load_workbook(names[1]).worksheets[0].iter_rows() for cell in row]
    assert "@SUM(1+1)" in cells
    assert word in said.out
