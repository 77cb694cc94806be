"""LibreOffice opens real workbooks as they were and as they were saved, and agrees on every value that no change
explains."""

from pathlib import Path

import pytest

from export.agreement import Pair, disagreements, pairs
from export.libre_office import looked_at, needed
from tikissa.model.problems import FileProblem

WORKBOOKS = 100
AT_A_TIME = 12
_LARGEST = 1_500_000


def registers(folder: Path, suffixes: tuple[str, ...], wanted: int) -> list[Path]:
    """Workbooks from the whole of the folder."""
    found = [path for path in sorted(folder.iterdir()) if path.suffix in suffixes and path.stat().st_size < _LARGEST]
    step = max(1, len(found) // wanted)
    return found[::step]


def judged(sources: list[Path], folder: Path) -> tuple[int, dict[str, list[str]]]:
    """Return how many of the workbooks could be saved, and by name where LibreOffice sees another value."""
    saved: list[Pair] = []
    registers_saved = 0
    for source in sources:
        try:
            found = list(pairs(source, folder))
        except FileProblem:  # no register
            continue
        registers_saved += bool(found)
        saved += found
    differing: dict[str, list[str]] = {}
    for start in range(0, len(saved), AT_A_TIME):
        some = saved[start : start + AT_A_TIME]
        seen = looked_at([case for pair in some for case in (pair.ours, pair.theirs)])
        for place, pair in enumerate(some):
            if told := disagreements(pair, seen[2 * place], seen[2 * place + 1]):
                differing[pair.name] = told
    return registers_saved, differing


@pytest.mark.full
def test_libre_office_sees_the_same_in_a_hundred_saved_workbooks(shared: Path, tmp_path: Path) -> None:
    needed()
    saved, differing = judged(registers(shared / "workbooks", (".xlsx", ".xlsm"), 2 * WORKBOOKS), tmp_path)
    assert differing == {}
    assert saved >= WORKBOOKS


@pytest.mark.full
def test_libre_office_sees_the_same_in_saved_documents_of_its_own_kind(shared: Path, tmp_path: Path) -> None:
    needed()
    for folder in ("workbooks", "written_by_others"):
        saved, differing = judged(registers(shared / folder, (".ods",), WORKBOOKS), tmp_path)
        assert differing == {}
        assert saved
