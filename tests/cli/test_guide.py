"""`tikissa guide` writes the entry guide as a page or as a sheet, and leaves the register alone."""

from pathlib import Path

import openpyxl
import pytest

from command_line import CommandLine


@pytest.mark.parametrize(("language", "words"), [("fi", "Postinumeron nollat"), ("sv", "Nollor"), ("en", "zeros")])
def test_the_page_speaks_the_language(
    tikissa: CommandLine, register: Path, tmp_path: Path, language: str, words: str
) -> None:
    before = register.read_bytes()
    said = tikissa("guide", register, tmp_path / "ohje.html", language=language)
    assert (said.status, said.error) == (0, "")
    page = (tmp_path / "ohje.html").read_text(encoding="utf-8")
    assert words in page
    assert "100  →  00100" in page
    assert "Ahola" not in page
    assert register.read_bytes() == before


def test_it_can_be_a_sheet(tikissa: CommandLine, register: Path, tmp_path: Path) -> None:
    assert tikissa("guide", register, tmp_path / "ohje.xlsx").status == 0
    sheet = openpyxl.load_workbook(tmp_path / "ohje.xlsx").active
    assert sheet is not None
    assert sheet["A1"].value == "How we write our customers down"


def test_the_register_is_never_written_over(tikissa: CommandLine, register: Path) -> None:
    assert tikissa("guide", register, register).status == 2
