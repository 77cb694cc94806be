"""`tikissa clean --number-list` leaves a list of old and surviving customer numbers for the other programs."""

from pathlib import Path

import openpyxl

from command_line import CommandLine

CLEAN = ("--accept", "all", "--today", "2026-11-01")


def test_the_list_is_a_csv_file_that_excel_opens_right(tikissa: CommandLine, register: Path, tmp_path: Path) -> None:
    target = tmp_path / "numerot.csv"
    said = tikissa("clean", register, *CLEAN, "--number-list", target, language="fi")
    lines = target.read_bytes().decode("utf-8-sig").splitlines()
    assert said.status == 0
    assert lines[0] == "Vanha asiakasnumero;Voimassa oleva asiakasnumero;Asiakas"
    assert [sorted(line.split(";")[:2]) for line in lines[1:]] == [["1001", "1002"]]
    assert "numerot.csv, rivejä 1" in said.out


def test_the_list_is_a_workbook_of_texts_where_its_name_says_so(
    tikissa: CommandLine, register: Path, tmp_path: Path
) -> None:
    target = tmp_path / "numerot.xlsx"
    assert tikissa("clean", register, *CLEAN, "--number-list", target).status == 0
    sheet = openpyxl.load_workbook(target).active
    assert sheet is not None
    old, surviving, _ = [cell.value for cell in list(sheet.rows)[1]]
    assert {old, surviving} == {"1001", "1002"}


def test_no_existing_file_is_written_over(tikissa: CommandLine, register: Path, tmp_path: Path) -> None:
    target = tmp_path / "numerot.csv"
    target.write_text("mine")
    assert tikissa("clean", register, *CLEAN, "--number-list", target).status == 2
    assert target.read_text() == "mine"
    assert not list(tmp_path.glob("*siistitty*"))
