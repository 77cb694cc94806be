"""One change is taken back with the cleaned file and its log alone: the result is as if it had never been decided."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from export.outcomes import change, outcome, read
from export.writing.test_other_formats import ods_file, xls_file
from tikissa.export.log.audit_files import read_audit_log
from tikissa.export.log.audit_line import AuditLine, LineKind
from tikissa.export.proof.verify import verify
from tikissa.export.restore.restore import Restored, restore
from tikissa.export.save.writer import write
from tikissa.export.saving_options import IfUnsafe, WriteOptions
from tikissa.model.outcome import AppliedChange, Outcome
from tikissa.model.problems import FileProblem, TargetProblem
from tikissa.model.register import Register

HEADINGS = ("Nimi", "Puhelin", "Postinumero", "Hetu")
ROWS = [(f"Äijä {number}", f"040 555 {number:04}", f"00{number}", "") for number in range(100, 112)]
ROWS[7] = ("Äijä 107", "040 555 0107", "00107", "131052-9009")

MERGE = 1
"""The number of the decision by which rows leave in these outcomes."""


def csv_file(path: Path) -> Path:
    path.write_bytes("\r\n".join(";".join(row) for row in (HEADINGS, *ROWS)).encode("cp1252"))
    return path


def xlsx_file(path: Path) -> Path:
    workbook = openpyxl.Workbook()
    assert workbook.active is not None
    for row in (HEADINGS, *ROWS):
        workbook.active.append(row)
    workbook.save(path)
    return path


MAKERS = {"a.csv": csv_file, "b.xlsx": xlsx_file, "c.xlsm": xlsx_file, "d.xls": xls_file, "e.ods": ods_file}


class Cleaned:
    """A cleaned file in a folder with everything that goes with it."""

    def __init__(self, folder: Path, name: str, if_unsafe: IfUnsafe = IfUnsafe.STOP) -> None:
        self.source = MAKERS[name](folder / name)
        self.register = read(self.source)
        self.folder = folder
        suffix = self.source.suffix if name[0] in "abce" else ".xlsx"
        self.cleaned, self.log = folder / f"siisti{suffix}", folder / "loki.xlsx"
        self.restored, self.new_log = folder / f"takaisin{suffix}", folder / "palautus.xlsx"
        self.if_unsafe = if_unsafe

    def write(self, decided: Outcome) -> None:
        write(decided, self.cleaned, self.log, WriteOptions(if_unsafe=self.if_unsafe))

    def line(self, kind: LineKind, row: int, column: str = "") -> AuditLine:
        lines = read_audit_log(self.log).lines
        return next(each for each in lines if (each.kind, each.row, each.column) == (kind, str(row), column))

    def take_back(self, kind: LineKind, row: int, column: str = "") -> Restored:
        number = int(self.line(kind, row, column).line)
        restored = restore(self.cleaned, self.log, number, self.restored, self.new_log)
        assert verify(self.cleaned, self.restored, self.new_log) == ()
        return restored

    def rows(self) -> list[tuple[str, ...]]:
        """Return the restored file's rows without their order: a row that came back stands below the others."""
        return sorted(rows_of(read(self.restored)))

    def wanted(self, decided: Outcome) -> list[tuple[str, ...]]:
        """Return the rows of an outcome without the decision."""
        names = [column.name for column in self.register.columns]
        staying = [
            record for record in map(self.register.record_at, self.register.row_numbers) if decided.stays(record)
        ]
        return sorted(tuple(decided.text(record, name) for name in names) for record in staying)


def rows_of(register: Register) -> list[tuple[str, ...]]:
    return list(zip(*(cells.spread().tolist() for cells in register.cells), strict=True))


def surviving(register: Register, row: int, column: str, source_row: int) -> AppliedChange:
    value = register.text(register.record_at(source_row), column)
    return replace(change(register, row, column, value, source_row), decision=MERGE)


def fixes(register: Register) -> Sequence[AppliedChange]:
    return (
        change(register, 4, "Nimi", "Toinen nimi"),
        change(register, 5, "Postinumero", "00999"),
        change(register, 9, "Puhelin", "040 999 9999"),
    )


@pytest.mark.parametrize("name", MAKERS)
def test_one_fix_is_taken_back_and_the_others_stay(tmp_path: Path, name: str) -> None:
    made = Cleaned(tmp_path, name)
    made.write(outcome(made.register, fixes(made.register), {7: 3}, archived=[8]))
    assert made.take_back(LineKind.CHANGE, 5, "Postinumero").cells == 1
    kept = [each for each in fixes(made.register) if each.column != "Postinumero"]
    assert made.rows() == made.wanted(outcome(made.register, kept, {7: 3}, archived=[8]))


@pytest.mark.parametrize("name", MAKERS)
def test_a_merged_row_comes_back_and_the_survivor_gets_its_own_value_again(tmp_path: Path, name: str) -> None:
    made = Cleaned(tmp_path, name)
    lent = surviving(made.register, 3, "Puhelin", 7)
    own = replace(change(made.register, 7, "Nimi", "Korjattu nimi"), has_effect=False)
    made.write(outcome(made.register, (*fixes(made.register), own, lent), {7: 3}, archived=[8]))
    restored = made.take_back(LineKind.MERGED, 7)
    assert (restored.cells, restored.row, restored.masked) == (1, 12, ())
    kept = (*fixes(made.register), replace(own, has_effect=True))
    assert made.rows() == made.wanted(outcome(made.register, kept, archived=[8]))


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("fate", ["archived", "removed"])
def test_an_archived_or_removed_row_comes_back(tmp_path: Path, name: str, fate: str) -> None:
    made = Cleaned(tmp_path, name)
    leaving = {fate: [8]}
    made.write(outcome(made.register, fixes(made.register), {7: 3}, **leaving))
    made.take_back(LineKind(fate), 8)
    assert made.rows() == made.wanted(outcome(made.register, fixes(made.register), {7: 3}))


@pytest.mark.parametrize("name", ["a.csv", "b.xlsx"])
def test_what_is_masked_in_the_log_is_left_empty_and_named(tmp_path: Path, name: str) -> None:
    made = Cleaned(tmp_path, name)
    made.write(outcome(made.register, archived=[9]))
    assert made.take_back(LineKind.ARCHIVED, 9).masked == ("D",)
    assert rows_of(read(made.restored))[-1] == (*ROWS[7][:3], "")


def test_a_masked_value_cannot_be_taken_back(tmp_path: Path) -> None:
    made = Cleaned(tmp_path, "b.xlsx")
    made.write(outcome(made.register, [change(made.register, 9, "Hetu", "")]))
    with pytest.raises(FileProblem, match=r"restore\.masked"):
        made.take_back(LineKind.CHANGE, 9, "Hetu")
    assert not made.restored.exists()


def test_a_cell_changed_since_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    made = Cleaned(tmp_path, "b.xlsx")
    made.write(outcome(made.register, fixes(made.register)))
    workbook = openpyxl.load_workbook(made.cleaned)
    workbook.worksheets[0]["C5"] = "00555"
    workbook.save(made.cleaned)
    with pytest.raises(TargetProblem, match=r"restore\.changed_since"):
        made.take_back(LineKind.CHANGE, 5, "Postinumero")
    assert not made.restored.exists()
    assert made.take_back(LineKind.CHANGE, 4, "Nimi").cells == 1


def test_what_the_survivor_was_given_and_changed_since_stays_when_its_merged_row_comes_back(tmp_path: Path) -> None:
    made = Cleaned(tmp_path, "b.xlsx")
    made.write(outcome(made.register, [surviving(made.register, 3, "Puhelin", 7)], {7: 3}))
    workbook = openpyxl.load_workbook(made.cleaned)
    workbook.worksheets[0]["B3"] = "09 555 0000"
    workbook.save(made.cleaned)
    restored = made.take_back(LineKind.MERGED, 7)
    assert (restored.cells, restored.changed) == (0, ("Puhelin",))
    assert rows_of(read(made.restored))[1][1] == "09 555 0000"


def test_a_file_whose_rows_were_sorted_since_is_refused(tmp_path: Path) -> None:
    made = Cleaned(tmp_path, "b.xlsx")
    made.write(outcome(made.register, [change(made.register, row, "Nimi", f"Uusi {row}") for row in range(2, 12)]))
    workbook = openpyxl.load_workbook(made.cleaned)
    sheet = workbook.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), 2):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value
    workbook.save(made.cleaned)
    with pytest.raises(TargetProblem, match=r"restore\.rows_moved"):
        made.take_back(LineKind.CHANGE, 5, "Nimi")


def test_the_restored_file_is_never_the_cleaned_one_nor_another_that_is_there(tmp_path: Path) -> None:
    made = Cleaned(tmp_path, "a.csv")
    made.write(outcome(made.register, fixes(made.register)))
    before = made.cleaned.read_bytes()
    for target in (made.cleaned, made.source):
        with pytest.raises(TargetProblem):
            restore(made.cleaned, made.log, 1, target, made.new_log)
    assert made.cleaned.read_bytes() == before


@pytest.mark.parametrize("number", [0, 4, 99, -1])
def test_a_line_that_tells_of_no_change_is_said_to_be_one(tmp_path: Path, number: int) -> None:
    made = Cleaned(tmp_path, "a.csv")
    made.write(outcome(made.register, fixes(made.register)))
    with pytest.raises(FileProblem, match=r"restore\.no"):
        restore(made.cleaned, made.log, number, made.restored, made.new_log)


def test_a_restored_file_can_be_restored_from_again(tmp_path: Path) -> None:
    made = Cleaned(tmp_path, "b.xlsx")
    made.write(outcome(made.register, fixes(made.register), archived=[8]))
    made.take_back(LineKind.ARCHIVED, 8)
    again = tmp_path / "viela.xlsx"
    line = next(each for each in read_audit_log(made.new_log).lines if each.kind == LineKind.ADDED)
    restored = restore(made.restored, made.new_log, int(line.line), again, tmp_path / "viela-loki.xlsx")
    assert restored.removed == int(line.row)
    assert verify(made.restored, again, tmp_path / "viela-loki.xlsx") == ()


@pytest.mark.parametrize("if_unsafe", [IfUnsafe.MARK, IfUnsafe.SHEET])
@pytest.mark.parametrize("row", [7, 9])
def test_a_row_that_was_marked_or_emptied_comes_back_in_its_place(
    tmp_path: Path, if_unsafe: IfUnsafe, row: int
) -> None:
    made = Cleaned(tmp_path, "b.xlsx", if_unsafe)
    workbook = openpyxl.load_workbook(made.source)
    workbook.create_sheet("Laskut")["A1"] = f"={workbook.worksheets[0].title}!A{row}"
    workbook.save(made.source)
    made.register = read(made.source)
    made.write(outcome(made.register, fixes(made.register)[:2], {7: 3}, archived=[9]))
    restored = made.take_back(LineKind.MERGED if row == 7 else LineKind.ARCHIVED, row)
    assert restored.row is None
    sheet = openpyxl.load_workbook(made.restored).worksheets[0]
    found = [sheet.cell(row, column).value for column in range(1, 6)]
    wanted = [*ROWS[row - 2][:3], None if row == 7 or if_unsafe is IfUnsafe.SHEET else ROWS[7][3]]
    assert found[:4] == wanted
    assert not found[4]


def test_a_row_with_a_date_comes_back_below_a_row_of_totals(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet, day = workbook.add_worksheet(), workbook.add_format({"num_format": "d.m.yyyy"})
        sheet.write_row(0, 0, ("Nimi", "Viimeisin osto", "Summa"))
        for row in range(1, 9):
            sheet.write_string(row, 0, f"Äijä {row}")
            sheet.write_datetime(row, 1, datetime(2026, 1, row), day)
            sheet.write_number(row, 2, row)
        sheet.write_row(9, 0, ("Yhteensä", "", 36))
    write(outcome(read(path), [], {4: 3}), tmp_path / "b.xlsx", tmp_path / "loki.xlsx")
    line = next(line for line in read_audit_log(tmp_path / "loki.xlsx").lines if line.kind == LineKind.MERGED)
    restore(tmp_path / "b.xlsx", tmp_path / "loki.xlsx", int(line.line), tmp_path / "c.xlsx", tmp_path / "uusi.xlsx")
    last = openpyxl.load_workbook(tmp_path / "c.xlsx").worksheets[0][10]
    assert [cell.value for cell in last] == ["Äijä 3", datetime(2026, 1, 3), 3]
