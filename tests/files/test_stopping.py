"""A large file that is read can be stopped all the while, also when its columns are put together."""

from pathlib import Path

import pytest

from files.makers import HEADER
from tikissa.files.parse import Request, parse
from tikissa.model.problems import Cancelled
from tikissa.model.register import Reading

COLUMNS = len(HEADER)


class StopsAt:
    """The user who stops the work at its n-th report."""

    def __init__(self, report: int) -> None:
        self.left = report

    def report(self, stage: str, done: int, total: int) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


@pytest.mark.parametrize("quotes", ["", '"'])
def test_a_csv_file_can_be_stopped_in_every_column(tmp_path: Path, quotes: str) -> None:
    line = ";".join(f"{quotes}{name}{quotes}" for name in HEADER)
    content = "\n".join([line] * 12_000).encode()
    request = Request(tmp_path / "asiakkaat.csv", Reading())
    batches = 2
    for report in (batches, batches + COLUMNS, batches * (1 + COLUMNS) - 1):
        with pytest.raises(Cancelled):
            parse(content, request, StopsAt(report))
