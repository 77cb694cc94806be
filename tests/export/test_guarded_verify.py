"""A cleaned file that would crash the program ends in a sentence when it is verified."""

from pathlib import Path

import pytest

from export.outcomes import change, outcome, read
from export.test_odd_workbooks import SHEET, rewritten
from export.workbooks import plain_workbook
from tikissa.export.guarded_verify import verify_in_child
from tikissa.export.writer import write
from tikissa.model.problems import FileProblem

ROWS = [["Nimi", "Puhelin"], *([f"Henkilö {number}", f"040 555 {number:04}"] for number in range(9))]


@pytest.fixture
def saved(tmp_path: Path) -> tuple[Path, Path, Path]:
    register = read(plain_workbook(tmp_path / "a.xlsx", ROWS))
    write(outcome(register, [change(register, 4, "Nimi", "Toinen")]), tmp_path / "b.xlsx", tmp_path / "loki.xlsx")
    return tmp_path / "a.xlsx", tmp_path / "b.xlsx", tmp_path / "loki.xlsx"


def test_what_was_saved_holds_and_what_was_changed_is_named(saved: tuple[Path, Path, Path]) -> None:
    original, cleaned, log = saved
    assert verify_in_child(original, cleaned, log) == ()
    rewritten(cleaned, {SHEET: lambda xml: xml.replace("Toinen", "Kolmas")})
    assert [difference.code for difference in verify_in_child(original, cleaned, log)] == ["verify.cell_differs"]


def test_a_file_that_aborts_its_parser_is_damaged(saved: tuple[Path, Path, Path]) -> None:
    original, cleaned, log = saved
    rewritten(cleaned, {SHEET: lambda xml: xml.replace('r="B10"', 'r="XFD1048576"')})
    with pytest.raises(FileProblem, match=r"file\.(damaged|too_large)"):
        verify_in_child(original, cleaned, log)


def test_a_file_that_unpacks_to_far_too_much_is_not_unpacked(saved: tuple[Path, Path, Path]) -> None:
    original, cleaned, log = saved
    rewritten(cleaned, {SHEET: lambda xml: xml + " " * 70_000_000})
    with pytest.raises(FileProblem, match=r"file\.zip_bomb"):
        verify_in_child(original, cleaned, log)
