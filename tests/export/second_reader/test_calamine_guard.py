"""Another program's reader is tried in a process of its own, so that no file ends the window."""

from pathlib import Path

import pytest

from export.workbooks import plain_workbook
from tikissa.export.second_reader.calamine_guard import try_in_child
from tikissa.model.problems import FileProblem


def test_a_file_that_takes_more_memory_than_allowed_ends_in_a_sentence(tmp_path: Path) -> None:
    below: list[list[object]] = [[] for _ in range(20_000)]
    source = plain_workbook(tmp_path / "a.xlsx", [["Nimi"], *below, [None] * 40 + ["kaukana"]])
    try_in_child(source)
    with pytest.raises(FileProblem):
        try_in_child(source, most_bytes=1024)


def test_what_is_no_workbook_is_left_to_the_reader_to_say(tmp_path: Path) -> None:
    page = tmp_path / "a.xlsx"
    page.write_text("ei työkirja", "utf-8")
    try_in_child(page)
