"""A column of the program's own after the register's: saved, proven and taken back like any other change."""

from pathlib import Path

import openpyxl
import pytest

from export.outcomes import outcome, read
from tikissa.export.log.audit_files import read_audit_log
from tikissa.export.proof.verify import verify
from tikissa.export.restore.restore import restore
from tikissa.export.save.writer import write
from tikissa.export.saving_options import WriteOptions
from tikissa.model.finding import Reason
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import AddColumn
from tikissa.model.record import RecordId

ROWS = (("Nro", "Nimi"), ("1", "Aino"), ("2", "Eino"), ("3", "Onni"))
GROUPS = ("Uusi", "Passiivinen", "Aktiivinen")
COLUMN = AddColumn(
    "Aktiivisuus",
    {RecordId(record): group for record, group in enumerate(GROUPS)},
    Reason("activity.column", ("36",)),
)
OPTIONS = WriteOptions(columns=(COLUMN,))


def source(folder: Path, ending: str) -> Path:
    path = folder / f"asiakkaat.{ending}"
    if ending == "csv":
        path.write_text("".join(";".join(row) + "\r\n" for row in ROWS), encoding="utf-8", newline="")
        return path
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in ROWS:
        book.active.append(row)
    book.save(path)
    return path


def saved(path: Path, made: Outcome) -> tuple[list[list[str]], Path, Path]:
    target, log = path.with_stem("siistitty"), path.with_name("loki.xlsx")
    write(made, target, log, OPTIONS)
    assert verify(path, target, log) == ()
    register = read(target)
    names = [column.name for column in register.columns]
    return [names, *([register.text(row, name) for name in names] for row in range(len(register)))], target, log


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_the_column_stands_last_in_every_row_that_stays(tmp_path: Path, ending: str) -> None:
    path = source(tmp_path, ending)
    rows, _, _ = saved(path, outcome(read(path), archived=[3]))
    assert rows == [["Nro", "Nimi", "Aktiivisuus"], ["1", "Aino", "Uusi"], ["3", "Onni", "Aktiivinen"]]


def test_each_new_cell_has_its_line_with_the_reason(tmp_path: Path) -> None:
    path = source(tmp_path, "xlsx")
    _, _, log = saved(path, outcome(read(path)))
    lines = [line for line in read_audit_log(log).lines if line.rule == "activity.column"]
    assert [(line.row, line.letter, line.before, line.after) for line in lines] == [
        ("1", "C", "", "Aktiivisuus"),
        *((str(number), "C", "", group) for number, group in enumerate(GROUPS, 2)),
    ]
    assert "36" in lines[0].reason


def test_a_new_cell_is_taken_back_from_the_log(tmp_path: Path) -> None:
    path = source(tmp_path, "xlsx")
    _, target, log = saved(path, outcome(read(path)))
    line = next(line for line in read_audit_log(log).lines if line.after == "Passiivinen")
    restored = tmp_path / "palautettu.xlsx"
    restore(target, log, int(line.line), restored, tmp_path / "palautusloki.xlsx")
    assert read(restored).text(1, "Aktiivisuus") == ""
