"""Other sheets that point at merged-away customer numbers: told before saving, followed where the user wants it."""

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter

from export.invoices import MAKERS, SOLD_TO, by_open_document, by_xlsxwriter, decided, numbers_of
from export.outcomes import outcome, read
from tikissa.export.log.audit_files import read_audit_log
from tikissa.export.log.audit_line import LineKind
from tikissa.export.proof.verify import verify
from tikissa.export.restore.restore import restore
from tikissa.export.save.save_check import obstacles
from tikissa.export.save.writer import write
from tikissa.export.saving_options import IfUnsafe, WriteOptions, Written
from tikissa.export.second_reader.file_contents import contents
from tikissa.model.outcome import Outcome
from tikissa.model.problems import TargetProblem
from tikissa.model.register import FileFormat, Reading

FIRST_ROW = 4
"""Where the invoices begin on their sheet."""


class Saved:
    """A workbook saved with row 3 (01002) merged into row 2 (01001) and row 6 (01005) removed."""

    def __init__(self, source: Path, *sheets: str, if_unsafe: IfUnsafe = IfUnsafe.STOP) -> None:
        self.source, folder = source, source.parent
        self.cleaned, self.log = folder / f"siisti{source.suffix}", folder / "loki.xlsx"
        self.outcome = decided(read(source, "Asiakkaat"))
        self.written = self._write(frozenset(sheets), if_unsafe)
        assert verify(self.source, self.cleaned, self.log) == ()

    def _write(self, sheets: frozenset[str], if_unsafe: IfUnsafe) -> Written:
        options = WriteOptions(numbers=numbers_of(self.outcome), repointed=sheets, if_unsafe=if_unsafe)
        return write(self.outcome, self.cleaned, self.log, options)

    def restored(self, line: int, name: str = "takaisin") -> Path:
        target, log = self.source.parent / f"{name}.xlsx", self.source.parent / f"{name}-loki.xlsx"
        restore(self.cleaned, self.log, line, target, log)
        assert verify(self.cleaned, target, log) == ()
        return target

    def lines(self, kind: LineKind) -> list[int]:
        return [int(line.line) for line in read_audit_log(self.log).lines if line.kind == kind]


def cells(path: Path, sheet: str = "Laskut", column: int = 1) -> list[object]:
    rows = contents(path, FileFormat(path.suffix[1:]), sheet, Reading()).rows(sheet)
    return [row[column] if column < len(row) else "" for row in rows]


def pointed(path: Path) -> list[str]:
    """Return the customer numbers of the invoices, as five digits however they are kept."""
    return [f"{int(str(cell).removesuffix('.0')):05}" for cell in cells(path)[FIRST_ROW - 1 :]]


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("maker", MAKERS)
def test_the_invoices_follow_their_customer_and_nothing_else_on_their_sheet_changes(tmp_path: Path, maker: str) -> None:
    saved = Saved(MAKERS[maker](tmp_path / "a.xlsx"), "Laskut")
    assert pointed(saved.cleaned) == [{"01002": "01001"}.get(text, text) for text in SOLD_TO]
    told = [(note.code, note.arguments) for note in saved.written.notes]
    assert told == [("save.repointed", ("3",)), ("save.numbers_lost", ("1", "Laskut", "Asiakasnro"))]
    assert {type(cell) for cell in cells(saved.cleaned)[3:]} == {type(cell) for cell in cells(saved.source)[3:]}
    for column in (0, 2, 3):
        assert cells(saved.cleaned, column=column) == cells(saved.source, column=column)
    before, after = parts(saved.source), parts(saved.cleaned)
    assert before["xl/worksheets/sheet3.xml"] == after["xl/worksheets/sheet3.xml"]


@pytest.mark.parametrize("maker", MAKERS)
def test_unless_the_user_wants_it_the_other_sheets_stay_byte_for_byte_and_it_is_told(
    tmp_path: Path, maker: str
) -> None:
    saved = Saved(MAKERS[maker](tmp_path / "a.xlsx"))
    before, after = parts(saved.source), parts(saved.cleaned)
    assert before["xl/worksheets/sheet2.xml"] == after["xl/worksheets/sheet2.xml"]
    assert [(note.code, note.arguments[:3]) for note in saved.written.notes] == [
        ("save.numbers_on_sheet", ("3", "Laskut", "Asiakasnro")),
        ("save.numbers_lost", ("1", "Laskut", "Asiakasnro")),
    ]


def test_it_is_said_before_saving(tmp_path: Path) -> None:
    made = decided(read(by_xlsxwriter(tmp_path / "a.xlsx")))
    found = obstacles(made, numbers=numbers_of(made))
    assert [(finding.code, finding.arguments) for finding in found] == [
        ("save.numbers_on_sheet", ("3", "Laskut", "Asiakasnro", "01002", "01001")),
        ("save.numbers_lost", ("1", "Laskut", "Asiakasnro")),
    ]


def test_a_line_that_says_more_than_was_done_does_not_hold(tmp_path: Path) -> None:
    source, other = by_xlsxwriter(tmp_path / "a.xlsx"), tmp_path / "toinen"
    other.mkdir()
    left = Saved(Path(shutil.copy(source, other)))  # written once: a workbook carries the second it was made in
    saved = Saved(source, "Laskut")
    assert [found.code for found in verify(saved.source, left.cleaned, saved.log)] == ["verify.cell_differs"] * 3
    assert [found.code for found in verify(saved.source, saved.cleaned, left.log)] == ["verify.cell_differs"] * 3


@pytest.mark.parametrize("maker", MAKERS)
def test_one_cell_is_taken_back_alone(tmp_path: Path, maker: str) -> None:
    saved = Saved(MAKERS[maker](tmp_path / "a.xlsx"), "Laskut")
    restored = saved.restored(saved.lines(LineKind.REPOINTED)[1])
    assert pointed(restored) == ["01001", "01001", "01005", "01002", "01003", "09999", "01001"]


@pytest.mark.parametrize("maker", MAKERS)
def test_a_merged_row_that_comes_back_gets_its_invoices_back(tmp_path: Path, maker: str) -> None:
    saved = Saved(MAKERS[maker](tmp_path / "a.xlsx"), "Laskut")
    restored = saved.restored(saved.lines(LineKind.MERGED)[0])
    assert pointed(restored) == [*SOLD_TO]
    assert cells(restored) == cells(saved.source)


def test_a_cell_changed_since_is_not_taken_back(tmp_path: Path) -> None:
    saved = Saved(by_xlsxwriter(tmp_path / "a.xlsx"), "Laskut")
    line = saved.lines(LineKind.REPOINTED)[0]
    again = tmp_path / "takaisin.xlsx"
    restore(saved.cleaned, saved.log, line, again, tmp_path / "b.xlsx")
    with pytest.raises(TargetProblem):
        restore(again, saved.log, line, tmp_path / "c.xlsx", tmp_path / "c-loki.xlsx")


def test_an_open_document_follows_too(tmp_path: Path) -> None:
    saved = Saved(by_open_document(tmp_path / "a.ods"), "Laskut")
    assert pointed(saved.cleaned) == [{"01002": "01001"}.get(text, text) for text in SOLD_TO]


def unfollowed(folder: Path, header: str, values: list[object], customers: list[object]) -> Outcome:
    """A workbook whose second sheet has one column under this header; the last customer is merged into the first."""
    workbook = xlsxwriter.Workbook(str(folder / "a.xlsx"))
    own, other = workbook.add_worksheet("Asiakkaat"), workbook.add_worksheet("Muut")
    own.write_row(0, 0, ("Asiakasnro", "Nimi"))
    for row, number in enumerate(customers, 1):
        own.write_row(row, 0, (number, f"Esimerkki Henkilö {row}"))
    other.write_column(0, 0, [header, *values])
    workbook.close()
    return outcome(read(folder / "a.xlsx"), merged={len(customers) + 1: 2})


CROWDED: list[object] = [*range(2001, 2031)]
SPARSE: list[object] = [place * 9173 + 100_003 for place in range(30)]


@pytest.mark.parametrize(
    ("header", "values", "customers", "told"),
    [
        ("Asiakasnumero", CROWDED, CROWDED, True),
        ("Kundnr", CROWDED, CROWDED, True),
        ("Asiakas", CROWDED, CROWDED, True),
        ("Laskunro", CROWDED, CROWDED, False),
        ("Vuosi", CROWDED, CROWDED, False),
        ("Määrä", CROWDED, CROWDED, False),
        ("Nro", CROWDED, CROWDED, False),
        ("Tilaaja", CROWDED, CROWDED, True),
        ("Sopimusosapuoli", CROWDED, CROWDED, True),
        ("Taho", SPARSE, SPARSE, True),
        ("Taho", CROWDED, CROWDED, False),
        ("Asiakasnumero", [*range(7001, 7030), 2030], CROWDED, False),
        ("Asiakas", ["Aino Ahola", "Eino Ek", 2030], CROWDED, False),
    ],
)
def test_only_columns_that_clearly_hold_customer_numbers_count(
    tmp_path: Path, header: str, values: list[object], customers: list[object], told: bool
) -> None:
    made = unfollowed(tmp_path, header, values, customers)
    codes = [finding.code for finding in obstacles(made, numbers=numbers_of(made))]
    assert ("save.numbers_on_sheet" in codes) == told


def test_a_list_in_which_each_customer_stands_once_is_told_of(tmp_path: Path) -> None:
    made = unfollowed(tmp_path, "Asiakasnumero", CROWDED, CROWDED)
    found = obstacles(made, numbers=numbers_of(made))
    assert [finding.code for finding in found] == ["save.numbers_on_sheet", "save.numbers_listed"]


def test_a_formula_is_never_written_over_and_what_it_showed_is_worked_out_anew(tmp_path: Path) -> None:
    workbook = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    own, other = workbook.add_worksheet("Asiakkaat"), workbook.add_worksheet("Laskut")
    own.write_row(0, 0, ("Asiakasnro", "Nimi"))
    for row in range(1, 30):
        own.write_row(row, 0, (1000 + row, f"Esimerkki Henkilö {row}"))
    other.write_column(0, 0, ["Asiakasnro", 1002, 1003, 1001])
    other.write_formula(4, 0, "=1000+2", None, 1002)
    other.write_array_formula(5, 0, 6, 0, "{=A2:A3}", None, 1002)
    other.write(6, 0, 1003)
    other.write_formula(1, 1, "=A2*2", None, 2004)
    workbook.close()
    made = outcome(read(tmp_path / "a.xlsx"), merged={3: 2})
    options = WriteOptions(numbers=numbers_of(made), repointed=frozenset({"Laskut"}))
    notes = write(made, tmp_path / "b.xlsx", tmp_path / "l.xlsx", options).notes
    assert [(note.code, note.arguments) for note in notes] == [("save.repointed", ("1",))]
    sheet = parts(tmp_path / "b.xlsx")["xl/worksheets/sheet2.xml"].decode()
    assert '<c r="A2"><v>1001</v></c>' in sheet
    assert "<f>1000+2</f>" in sheet
    assert '<c r="B2"><f>A2*2</f></c>' in sheet
    assert verify(tmp_path / "a.xlsx", tmp_path / "b.xlsx", tmp_path / "l.xlsx") == ()
