"""A cleaned file that would crash the program ends in a sentence when it is verified."""

from pathlib import Path

import pytest

from export.outcomes import change, outcome, read
from export.workbook.test_odd_workbooks import SHEET, rewritten
from export.workbooks import plain_workbook
from tikissa.export.proof.guarded_verify import look_at_archive, verify_in_child
from tikissa.export.save.writer import write
from tikissa.files import guard
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


def test_a_cell_far_from_the_others_is_a_difference_like_any_other(saved: tuple[Path, Path, Path]) -> None:
    original, cleaned, log = saved
    rewritten(
        cleaned, {SHEET: lambda xml: xml.replace('<row r="10"', '<row r="2000"').replace('r="B10"', 'r="AZ2000"')}
    )
    assert {difference.row for difference in verify_in_child(original, cleaned, log)} == {10, 2000}


def test_a_file_that_unpacks_to_far_too_much_is_not_unpacked(
    saved: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The guard's own limits are lowered: no file that would flood another program is made here."""
    look_at_archive(saved[1])
    monkeypatch.setattr(guard, "_LARGE_MEMBER", 1_000)
    monkeypatch.setattr(guard, "_HIGHEST_RATIO", 2)
    with pytest.raises(FileProblem, match=r"file\.zip_bomb"):
        look_at_archive(saved[1])
