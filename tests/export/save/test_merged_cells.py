"""A company merged over its contact persons belongs to each of them, and stays merged in the user's own workbook."""

import zipfile
from pathlib import Path

import openpyxl
import pytest

from export.outcomes import change, outcome, read
from files.makers import open_document, open_document_cell, open_document_row
from tikissa.export.proof.verify import verify
from tikissa.export.save.writer import write
from tikissa.model.problems import TargetProblem
from tikissa.model.register import CoveredCell

PEOPLE = ("Aino Esimerkki", "Veikko Malli", "Tuula Koe")


def register_of_contacts(folder: Path) -> Path:
    """Two companies over three contact persons each, their names merged down."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["Yritys", "Yhteyshenkilö", "Puhelin"])
    for company in ("Koivu Oy", "Mänty Ky"):
        for number, person in enumerate(PEOPLE):
            sheet.append([company if number == 0 else None, person, f"040 555 123{number}"])
    sheet.merge_cells("A2:A4")
    sheet.merge_cells("A5:A9")
    workbook.save(folder / "yhteyshenkilot.xlsx")
    return folder / "yhteyshenkilot.xlsx"


def test_each_contact_person_has_the_company_and_no_row_comes_of_a_merge_alone(tmp_path: Path) -> None:
    register = read(register_of_contacts(tmp_path))
    assert list(register.cells_of("Yritys")) == ["Koivu Oy"] * 3 + ["Mänty Ky"] * 3
    raws = [register.cells_of("Yritys").raw(record) for record in range(6)]
    assert [isinstance(raw, CoveredCell) for raw in raws] == [False, True, True] * 2


def test_a_row_under_the_merge_goes_and_the_rest_stays_merged(tmp_path: Path) -> None:
    source = register_of_contacts(tmp_path)
    register = read(source)
    written = write(outcome(register, removed=[3, 6, 7]), tmp_path / "s.xlsx", tmp_path / "l.xlsx")
    sheet = openpyxl.load_workbook(written.cleaned).worksheets[0]
    assert sorted(map(str, sheet.merged_cells.ranges)) == ["A2:A3", "A4:A6"]
    assert (sheet["A2"].value, sheet["B3"].value, sheet["A4"].value) == ("Koivu Oy", "Tuula Koe", "Mänty Ky")
    assert verify(source, written.cleaned, tmp_path / "l.xlsx") == ()


def test_a_merge_of_which_one_row_is_left_comes_apart_wherever_that_row_moves(tmp_path: Path) -> None:
    source = register_of_contacts(tmp_path)
    workbook = openpyxl.load_workbook(source)
    workbook.worksheets[0].unmerge_cells("A5:A9")
    workbook.worksheets[0].merge_cells("A5:A7")
    workbook.save(source)
    written = write(outcome(read(source), removed=[3, 6, 7]), tmp_path / "s.xlsx", tmp_path / "l.xlsx")
    sheet = openpyxl.load_workbook(written.cleaned).worksheets[0]
    assert (list(map(str, sheet.merged_cells.ranges)), sheet["A4"].value) == (["A2:A3"], "Mänty Ky")
    assert verify(source, written.cleaned, tmp_path / "l.xlsx") == ()


def test_the_row_that_holds_the_company_does_not_go_alone(tmp_path: Path) -> None:
    register = read(register_of_contacts(tmp_path))
    with pytest.raises(TargetProblem, match="A2:A4"):
        write(outcome(register, removed=[2]), tmp_path / "s.xlsx", tmp_path / "l.xlsx")


def test_a_change_that_nobody_would_see_is_refused(tmp_path: Path) -> None:
    register = read(register_of_contacts(tmp_path))
    with pytest.raises(TargetProblem, match="A3"):
        write(outcome(register, [change(register, 3, "Yritys", "Kuusi")]), tmp_path / "s.xlsx", tmp_path / "l.xlsx")


def test_a_merged_cell_lends_what_it_shows(tmp_path: Path) -> None:
    register = read(register_of_contacts(tmp_path))
    lent = change(register, 2, "Yritys", "Mänty Ky", source_row=6)
    written = write(outcome(register, [lent]), tmp_path / "s.xlsx", tmp_path / "l.xlsx")
    assert openpyxl.load_workbook(written.cleaned).worksheets[0]["A2"].value == "Mänty Ky"


def documents_of_contacts(folder: Path) -> Path:
    """The same first company in an OpenDocument spreadsheet."""
    merged = 'office:value-type="string" table:number-columns-spanned="1" table:number-rows-spanned="3"'
    company = (open_document_cell("Koivu Oy", merged), "<table:covered-table-cell/>", "<table:covered-table-cell/>")
    rows = [open_document_row(*map(open_document_cell, ("Yritys", "Yhteyshenkilö", "Puhelin")))]
    for cell, person in zip(company, PEOPLE, strict=True):
        rows.append(open_document_row(cell, *map(open_document_cell, (person, "040 555 1230"))))
    return open_document(folder / "yhteyshenkilot.ods", "".join(rows))


def test_an_open_document_keeps_its_merged_cells_too(tmp_path: Path) -> None:
    source = documents_of_contacts(tmp_path)
    register = read(source)
    assert list(register.cells_of("Yritys")) == ["Koivu Oy"] * 3
    written = write(outcome(register, removed=[3]), tmp_path / "s.ods", tmp_path / "l.xlsx")
    assert b'table:number-rows-spanned="2"' in zipfile.ZipFile(written.cleaned).read("content.xml")
    assert list(read(written.cleaned).cells_of("Yritys")) == ["Koivu Oy"] * 2
    assert verify(source, written.cleaned, tmp_path / "l.xlsx") == ()
    with pytest.raises(TargetProblem, match="A2"):
        write(outcome(register, removed=[2]), tmp_path / "t.ods", tmp_path / "m.xlsx")


def test_a_new_workbook_has_the_merged_cells_too(tmp_path: Path) -> None:
    source = documents_of_contacts(tmp_path)
    written = write(outcome(read(source), removed=[3]), tmp_path / "s.xlsx", tmp_path / "l.xlsx")
    assert list(map(str, openpyxl.load_workbook(written.cleaned).worksheets[0].merged_cells.ranges)) == ["A2:A3"]
    assert list(read(written.cleaned).cells_of("Yritys")) == ["Koivu Oy"] * 2
    assert verify(source, written.cleaned, tmp_path / "l.xlsx") == ()


def test_merged_cells_of_excel_2003s_xml_cover_their_rows(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        return f"<Row>{''.join(cells)}</Row>"

    def cell(text: str, attributes: str = "") -> str:
        return f'<Cell {attributes}><Data ss:Type="String">{text}</Data></Cell>'

    rows = [
        row(*map(cell, ("Yritys", "Yhteyshenkilö"))),
        row(cell("Koivu Oy", 'ss:MergeDown="2"'), cell(PEOPLE[0])),
        *(row(cell(person, 'ss:Index="2"')) for person in PEOPLE[1:]),
    ]
    source = tmp_path / "yhteyshenkilot.xml"
    source.write_text(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Asiakkaat"><Table>'
        f"{''.join(rows)}</Table></Worksheet></Workbook>",
        "utf-8",
    )
    register = read(source)
    assert list(register.cells_of("Yritys")) == ["Koivu Oy"] * 3
    written = write(
        outcome(register, [change(register, 3, "Yhteyshenkilö", "Aku")]), tmp_path / "s.xlsx", tmp_path / "l"
    )
    assert list(map(str, openpyxl.load_workbook(written.cleaned).worksheets[0].merged_cells.ranges)) == ["A2:A4"]


def test_a_cell_of_a_web_page_that_reaches_down_is_said_in_each_of_its_rows(tmp_path: Path) -> None:
    people = "".join(f"<tr><td>{person}</td><td>040</td></tr>" for person in PEOPLE[1:])
    source = tmp_path / "yhteyshenkilot.xls"
    source.write_text(
        "<table><tr><th>Yritys</th><th>Yhteyshenkilö</th><th>Puhelin</th></tr>"
        f'<tr><td rowspan="3">Koivu Oy</td><td>{PEOPLE[0]}</td><td>040</td></tr>{people}</table>',
        "utf-8",
    )
    register = read(source)
    assert list(register.cells_of("Yritys")) == ["Koivu Oy"] * 3
    assert list(register.cells_of("Yhteyshenkilö")) == list(PEOPLE)
