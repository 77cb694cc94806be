"""Formats that are not written back come out as a new .xlsx with the data, and macros are kept as they are."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from export.outcomes import change, outcome, read
from export.workbook.test_odd_workbooks import rewritten
from export.workbooks import plain_workbook
from files.binary_workbook import binary_workbook, number, text
from files.makers import old_workbook, open_document, open_document_cell, open_document_row
from tikissa.export.proof.verify import verify
from tikissa.export.save.save_check import obstacles
from tikissa.export.save.writer import write
from tikissa.export.saving_options import WriteOptions
from tikissa.export.writing.written_anew import titles
from tikissa.files.parse import Request, parse
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress
from tikissa.model.register import Reading

HEADINGS = ("Nimi", "Puhelin", "Postinumero", "Summa")
CUSTOMERS = [(f"Äijä {number}", f"040 555 {number:04}", f"00{number}") for number in range(100, 112)]


def html_file(path: Path) -> Path:
    rows = [HEADINGS, *((*row, "1,5") for row in CUSTOMERS)]
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    path.write_text(f'<html><meta charset="utf-8"><body><table>{body}</table></body></html>', "utf-8")
    return path


def ods_file(path: Path) -> Path:
    number = 'office:value-type="float" office:value="1.5"'
    rows = (
        open_document_row(*map(open_document_cell, row), open_document_cell("1,5", number) if row in CUSTOMERS else "")
        for row in (HEADINGS[:3], *CUSTOMERS)
    )
    return open_document(path, "".join(rows))


def xls_file(path: Path) -> Path:
    return old_workbook(path, [HEADINGS, *((*row, 1.5) for row in CUSTOMERS)])


def xlsb_file(path: Path) -> Path:
    rows = [[text(heading) for heading in HEADINGS], *([*map(text, row), number(1.5)] for row in CUSTOMERS)]
    return binary_workbook(path, rows)


@pytest.mark.parametrize(
    ("name", "make"),
    [("a.html", html_file), ("b.xls", html_file), ("d.xls", xls_file), ("e.xlsb", xlsb_file)],
)
def test_the_data_comes_out_as_a_new_workbook(tmp_path: Path, name: str, make: object) -> None:
    assert callable(make)
    source = make(tmp_path / name)
    register = read(source)
    changes = [change(register, 4, "Nimi", "Toinen nimi"), change(register, 5, "Postinumero", "00999")]
    decided = outcome(register, changes, {7: 4}, archived=[9])
    told = ["save.new_workbook_of_page" if make is html_file else "save.new_workbook"]
    assert [finding.code for finding in obstacles(decided)] == told
    written = write(decided, tmp_path / "siisti.xlsx", tmp_path / "loki.xlsx")
    assert [finding.code for finding in written.notes] == told
    assert verify(source, tmp_path / "siisti.xlsx", tmp_path / "loki.xlsx") == ()
    workbook = openpyxl.load_workbook(tmp_path / "siisti.xlsx")
    rows = list(workbook.worksheets[0].iter_rows(values_only=True))
    assert len(rows) == 11
    assert rows[3][:3] == ("Toinen nimi", "040 555 0102", "00102")
    assert rows[4][2] == "00999"
    assert workbook.sheetnames[1:] == ["Arkisto"]


def test_a_number_padded_with_zeros_keeps_them_in_a_new_workbook(tmp_path: Path) -> None:
    rows = [("Nimi", "Postinumero"), *((name, (100 + at, "00000")) for at, (name, *_) in enumerate(CUSTOMERS))]
    register = read(old_workbook(tmp_path / "a.xls", rows))
    write(outcome(register, [change(register, 4, "Nimi", "Toinen")]), tmp_path / "b.xlsx", tmp_path / "loki.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "b.xlsx").worksheets[0]["B3"]
    assert (cell.value, cell.number_format) == (101, "00000")


def test_macros_are_kept_byte_for_byte(tmp_path: Path) -> None:
    rows = [HEADINGS, *((*row, 1.5) for row in CUSTOMERS)]
    plain = plain_workbook(tmp_path / "plain.xlsx", rows)
    macro = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    usual = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    source = rewritten(plain, {"[Content_Types].xml": lambda xml: xml.replace(usual, macro)}).rename(
        tmp_path / "a.xlsm"
    )
    with zipfile.ZipFile(source, "a") as opened:
        opened.writestr("xl/vbaProject.bin", bytes(range(256)) * 20)
    register = read(source)
    write(
        outcome(register, [change(register, 4, "Nimi", "Uusi")], removed=[6]), tmp_path / "b.xlsm", tmp_path / "l.xlsx"
    )
    assert verify(source, tmp_path / "b.xlsm", tmp_path / "l.csv") == ()
    with zipfile.ZipFile(tmp_path / "b.xlsm") as saved:
        assert saved.read("xl/vbaProject.bin") == bytes(range(256)) * 20


def test_a_protected_workbook_comes_back_without_its_password_and_that_is_said(tmp_path: Path) -> None:
    rows = [HEADINGS, *((*row, 1.5) for row in CUSTOMERS)]
    plain, path = plain_workbook(tmp_path / "plain.xlsx", rows), tmp_path / "a.xlsx"
    with plain.open("rb") as opened, path.open("wb") as target:
        OOXMLFile(opened).encrypt("koivu-7", target)
    register = parse(path.read_bytes(), Request(path, Reading(), "koivu-7"), NoProgress())
    decided = outcome(register, [change(register, 4, "Nimi", "Uusi")], removed=[6])
    with pytest.raises(FileProblem, match=r"file\.password_protected"):
        obstacles(decided)
    assert [finding.code for finding in obstacles(decided, password="koivu-7")] == ["save.password_dropped"]
    written = write(decided, tmp_path / "b.xlsx", tmp_path / "l.xlsx", WriteOptions(password="koivu-7"))
    assert [finding.code for finding in written.notes] == ["save.password_dropped"]
    assert openpyxl.load_workbook(tmp_path / "b.xlsx").worksheets[0]["A4"].value == "Uusi"
    with pytest.raises(FileProblem, match=r"file\.password_protected"):
        verify(path, tmp_path / "b.xlsx", tmp_path / "l.xlsx")


def test_every_number_comes_back_as_the_same_double(tmp_path: Path) -> None:
    numbers = (0.1 + 0.2, 1 / 3, 123456789.123456789, 1e-300, 45310.6125, 2.0**53)
    register = read(old_workbook(tmp_path / "a.xls", [("Nimi", "Summa"), *((f"K {at}", at) for at in numbers)]))
    write(outcome(register), tmp_path / "b.xlsx", tmp_path / "loki.xlsx")
    assert [cell.value for cell in openpyxl.load_workbook(tmp_path / "b.xlsx").worksheets[0]["B"][1:]] == [*numbers]


def test_number_formats_and_formulas_come_along(tmp_path: Path) -> None:
    head = ("Summa", "Päivä", "Kesto", "Kaava")
    row = ((12.5, '0.00 "€"'), (39847.0, "yyyy-mm-dd"), (1.25, "[h]:mm:ss"), (12.5, "="))
    source = old_workbook(tmp_path / "a.xls", [head, row, row])
    register = read(source)
    write(outcome(register, [change(register, 3, "Summa", "13.5")]), tmp_path / "b.xlsx", tmp_path / "loki.xlsx")
    assert verify(source, tmp_path / "b.xlsx", tmp_path / "loki.xlsx") == ()
    cells = openpyxl.load_workbook(tmp_path / "b.xlsx").worksheets[0][2]
    assert [cell.number_format for cell in cells[:3]] == ['0.00 "€"', "yyyy-mm-dd", "[h]:mm:ss"]
    assert cells[3].value == "=A1"
    assert openpyxl.load_workbook(tmp_path / "b.xlsx").worksheets[0]["A3"].value == 13.5


def test_a_formula_whose_row_goes_becomes_its_value_and_that_is_said(tmp_path: Path) -> None:
    rows = [("Nimi", "Kaava"), ("Koivu", (7.0, "=")), ("Tammi", (7.0, "="))]
    register = read(old_workbook(tmp_path / "a.xls", rows))
    decided = outcome(register)
    assert [finding.code for finding in obstacles(decided)] == ["save.new_workbook"]
    path = tmp_path / "a.xls"
    without_head = parse(path.read_bytes(), Request(path, Reading(header_row=0)), NoProgress())
    gone = outcome(without_head, removed=[1])
    assert [finding.code for finding in obstacles(gone)] == ["save.new_workbook", "save.formulas_as_values"]
    write(gone, tmp_path / "b.xlsx", tmp_path / "loki.xlsx")
    assert openpyxl.load_workbook(tmp_path / "b.xlsx").worksheets[0]["B1"].value == 7


def test_a_line_break_on_a_page_is_one_line_break(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>Koivu {at}</td><td>Katu 1<br>ovi 2<br/>  porras 3</td></tr>" for at in range(4))
    page = tmp_path / "a.xls"
    page.write_text(f"<table><tr><th>Nimi</th><th>Osoite</th></tr>{rows}</table>", "utf-8")
    write(outcome(read(page)), tmp_path / "b.xlsx", tmp_path / "loki.xlsx")
    assert openpyxl.load_workbook(tmp_path / "b.xlsx").worksheets[0]["B2"].value == "Katu 1\novi 2\nporras 3"


def test_sheets_get_names_that_excel_takes() -> None:
    long = "Asiakkaat kaikista toimipisteistä"
    names = titles((long + " 1", long + " 2", "asiakkaat", "ASIAKKAAT", "a/b", "History"))
    assert [*names.values()] == [
        "Asiakkaat kaikista toimipisteis",
        "Asiakkaat kaikista toimipiste 2",
        "asiakkaat",
        "ASIAKKAAT 2",
        "a_b",
        "History_",
    ]
