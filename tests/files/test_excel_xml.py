"""XML of Excel 2003, as many programs export it: read by its types and formats, and saved as a new workbook."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from export.outcomes import change, outcome
from files.reading import parsed, refusal, rows_of
from tikissa.export.proof.verify import verify
from tikissa.export.save.writer import write
from tikissa.files.readers.row_column_formula import in_letters
from tikissa.model.register import FileFormat, FormulaCell

STYLES = (
    '<Styles><Style ss:ID="Default"/><Style ss:ID="n"><NumberFormat ss:Format="00000"/></Style>'
    '<Style ss:ID="lihava" ss:Parent="n"/><Style ss:ID="p"><NumberFormat ss:Format="Short Date"/></Style></Styles>'
)
HEADINGS = ("Asiakasnumero", "Sukunimi", "Puhelin", "Postinumero", "Viimeisin osto", "Lupa", "Saldo", "Kaksin")


def cell(kind: str, text: str, attributes: str = "") -> str:
    return f'<Cell {attributes}><Data ss:Type="{kind}">{text}</Data></Cell>'


def customer(number: str, name: str, permits: str, attributes: str = "") -> str:
    cells = (
        cell("String", number),
        cell("String", name),
        cell("String", "040 555 0101"),
        cell("Number", "530", 'ss:StyleID="lihava"'),
        cell("DateTime", "2025-06-04T00:00:00.000", 'ss:StyleID="p"'),
        cell("Boolean", permits),
        cell("Number", "12.5"),
        cell("Number", "25", 'ss:Formula="=RC[-1]*2"'),
    )
    return f"<Row {attributes}>{''.join(cells)}</Row>"


def document(*rows: str, encoding: str = "utf-8", more: str = "") -> bytes:
    head = "".join(cell("String", heading) for heading in HEADINGS)
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'{STYLES}<Worksheet ss:Name="Asiakkaat"><Table><Column ss:Index="2" ss:Width="108.75"/><Row>{head}</Row>'
        f"{''.join(rows)}</Table></Worksheet>{more}</Workbook>"
    )
    return text.encode(encoding)


ROWS = (
    customer("000101", "Mäki &amp; Pojat", "1"),
    customer("000102", "Koivu", "0", 'ss:Hidden="1"'),
    customer("000103", "Lehto&#10;Oy", "1", 'ss:Index="6"'),
)


@pytest.fixture(params=["utf-8", "utf-16", "iso-8859-15"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    written = tmp_path / "vienti.xls"
    written.write_bytes(document(*ROWS, encoding=request.param))
    return written


def test_values_are_read_by_their_types_and_shown_by_their_formats(path: Path) -> None:
    register = parsed(path)
    assert register.source.format is FileFormat.EXCEL_XML
    first = ["000101", "Mäki & Pojat", "040 555 0101", "00530", "4.6.2025", "TRUE", "12.5", "25"]
    assert rows_of(register)[0] == first
    assert register.text(2, "Sukunimi") == "Lehto\nOy"
    assert register.cells_of("Lupa").raw(1) is False
    assert register.cells_of("Viimeisin osto").raw(0) == date(2025, 6, 4)
    assert register.cells_of("Kaksin").raw(0) == FormulaCell("G2*2")
    assert register.row_numbers.tolist() == [2, 3, 6]


def test_it_is_saved_as_a_new_workbook_that_is_proven(path: Path, tmp_path: Path) -> None:
    register = parsed(path)
    cleaned, log = tmp_path / "uusi.xlsx", tmp_path / "loki.xlsx"
    write(outcome(register, [change(register, 2, "Sukunimi", "Mäki ja Pojat")]), cleaned, log)
    verify(path, cleaned, log)
    sheet = openpyxl.load_workbook(cleaned)["Asiakkaat"]
    assert [sheet["B2"].value, sheet["D2"].value, sheet["D2"].number_format] == ["Mäki ja Pojat", 530, "00000"]
    assert (sheet["E2"].value, sheet["F3"].value, sheet["H2"].value) == (datetime(2025, 6, 4), False, "=G2*2")
    assert sheet.row_dimensions[3].hidden
    assert sheet.column_dimensions["B"].width == pytest.approx(20, abs=1)


def test_cells_beside_a_merged_one_keep_their_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    merged = (
        f'<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">000107</Data></Cell>{cell("String", "044 555")}</Row>'
    )
    path.write_bytes(document(*ROWS, merged))
    assert rows_of(parsed(path))[3][:3] == ["000107", "", "044 555"]


def test_times_of_day_moments_and_what_is_no_number_are_as_written(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    odd = (
        f"<Row>{cell('String', '000108')}{cell('String', 'Aho')}{cell('Number', 'tuntematon')}{cell('Error', '#N/A')}"
        f"{cell('DateTime', '2025-06-04T12:30:00.000')}{cell('DateTime', '1899-12-31T12:00:00.000')}</Row>"
    )
    path.write_bytes(document(*ROWS, odd))
    assert rows_of(parsed(path))[3][2:6] == ["tuntematon", "#N/A", "4.6.2025 12:30", "12:00:00"]


def test_one_that_breaks_off_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(document(*ROWS)[:-200])
    assert refusal(path) == "file.damaged"


@pytest.mark.parametrize(
    ("written", "in_a1"),
    [
        ("RC[-2]*(1-RC[-3])", "D7*(1-C7)"),
        ("SUM(R2C6:R[-1]C)", "SUM($F$2:F6)"),
        ("Laskut!R2C[-5]&\" RC \"&'R1C1 ä'!RC", "Laskut!A$2&\" RC \"&'R1C1 ä'!F7"),
        ("ROUND(RC1,2)", "ROUND($A7,2)"),
        ("SUM(C[-1])", ""),
        ("SUM(R)", ""),
        ("R[-9]C", ""),
    ],
)
def test_references_by_distance_become_letters_or_are_not_told(written: str, in_a1: str) -> None:
    assert in_letters(written, (7, 6)) == in_a1
