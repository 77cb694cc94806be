"""Workbooks as people see them: number formats, dates, errors, formulas, and sheets written in unusual ways."""

import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest

from files.makers import (
    HEADER,
    MAIN,
    ROWS,
    archive,
    number_cell,
    old_workbook,
    open_document,
    open_document_cell,
    open_document_row,
    row_xml,
    sheet_xml,
    table_rows,
    text_cell,
    workbook,
)
from files.reading import codes_of, names_of, parsed, rows_of
from tikissa.files.readers.xls_reader import XlsReader
from tikissa.model.register import ErrorCell, FileFormat, FormulaCell, Reading

READ = [list(row) for row in ROWS]
FORMATS = ("00000", "d.m.yyyy", '0.00\\ "€"', "yyyy-mm-dd hh:mm")
HEADER_XML = table_rows([HEADER])


def _with(tmp_path: Path, *cells: str, base_1904: bool = False, shared: str | None = None) -> list[tuple[str, object]]:
    """Read a row of these cells; return the text and typed value of each."""
    path = workbook(
        tmp_path / "r.xlsx",
        {"Asiakkaat": sheet_xml(HEADER_XML + row_xml(2, [text_cell("A2", "Mäki"), *cells]))},
        FORMATS,
        base_1904=base_1904,
        shared=shared,
    )
    register = parsed(path)
    return [(cells_of[0], cells_of.raw(0)) for cells_of in register.cells[1:]]


def test_a_number_shows_its_leading_zeros(tmp_path: Path) -> None:
    assert _with(tmp_path, number_cell("B2", "100", 1))[0] == ("00100", 100)


def test_a_plain_number_is_written_with_a_point_and_without_needless_decimals(tmp_path: Path) -> None:
    assert _with(tmp_path, number_cell("B2", "1234.5"), number_cell("C2", "5.0")) == [("1234.5", None), ("5", None)]


def test_a_date_is_written_as_its_cell_shows_it_and_stays_a_date(tmp_path: Path) -> None:
    assert _with(tmp_path, number_cell("B2", "39847", 2), number_cell("C2", "39847.5", 4)) == [
        ("3.2.2009", date(2009, 2, 3)),
        ("2009-02-03 12:00", datetime(2009, 2, 3, 12)),
    ]


def test_dates_of_a_workbook_from_a_macintosh_begin_in_1904(tmp_path: Path) -> None:
    assert _with(tmp_path, number_cell("B2", str(39847 - 1462), 2), base_1904=True)[0] == ("3.2.2009", date(2009, 2, 3))


def test_an_amount_keeps_its_decimals_and_its_currency(tmp_path: Path) -> None:
    assert _with(tmp_path, number_cell("B2", "12.5", 3))[0] == ("12.50 €", 12.5)


def test_an_error_stays_an_error(tmp_path: Path) -> None:
    assert _with(tmp_path, '<c r="B2" t="e"><v>#N/A</v></c>')[0] == ("#N/A", ErrorCell("#N/A"))


def test_a_formula_shows_its_result_and_is_known_as_a_formula(tmp_path: Path) -> None:
    cell = '<c r="B2"><f>A1/2&amp;"x"</f><v>7</v></c>'
    assert _with(tmp_path, cell)[0] == ("7", FormulaCell('A1/2&"x"'))


def test_a_formula_that_gives_text_shows_the_text(tmp_path: Path) -> None:
    cell = '<c r="B2" t="str"><f>A1</f><v>a/b &lt;c&gt;</v></c>'
    assert _with(tmp_path, cell)[0] == ("a/b <c>", FormulaCell("A1"))


def test_a_formula_without_a_saved_result_is_named(tmp_path: Path) -> None:
    rows = HEADER_XML + row_xml(2, [text_cell("A2", "Mäki"), '<c r="B2"><f>1+1</f></c>'])
    register = parsed(workbook(tmp_path / "r.xlsx", {"A": sheet_xml(rows)}))
    assert codes_of(register) == {"file.formula_without_value"}


def test_a_number_longer_than_excel_can_keep_is_named(tmp_path: Path) -> None:
    rows = HEADER_XML + row_xml(2, [text_cell("A2", "Mäki"), number_cell("B2", "4.9270012345678901E+15")])
    register = parsed(workbook(tmp_path / "r.xlsx", {"A": sheet_xml(rows)}))
    assert codes_of(register) == {"file.rounded_number"}
    assert register.text(0, "Puhelin").startswith("492700123456789")


def test_shared_texts_in_runs_with_readings_and_escapes_are_one_text(tmp_path: Path) -> None:
    shared = (
        f'<sst xmlns="{MAIN}"><si><r><t>Mä</t></r><r><rPr><b/></rPr><t xml:space="preserve">ki &amp; </t></r>'
        "<r><t>Oy</t></r><rPh><t>x</t></rPh></si><si><t>a_x000D_b</t></si></sst>"
    )
    cells = _with(tmp_path, '<c r="B2" t="s"><v>0</v></c>', '<c r="C2" t="s"><v>1</v></c>', shared=shared)
    assert [text for text, _ in cells] == ["Mäki & Oy", "a\rb"]


def test_a_truth_value_is_typed(tmp_path: Path) -> None:
    assert _with(tmp_path, '<c r="B2" t="b"><v>1</v></c>')[0] == ("TRUE", True)


PREFIXED = sheet_xml(table_rows([HEADER, *ROWS])).replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?")
WITHOUT_REFERENCES = "".join(
    "<row>" + "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in row) + "</row>"
    for row in (HEADER, *ROWS)
)
UNUSUAL = {
    "prefixed tags": PREFIXED.replace("xmlns=", "xmlns:x="),
    "no references": sheet_xml(WITHOUT_REFERENCES),
    "strict": sheet_xml(table_rows([HEADER, *ROWS])).replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    "single quotes": sheet_xml(table_rows([HEADER, *ROWS]).replace('"', "'")),
    "line breaks between attributes": sheet_xml(table_rows([HEADER, *ROWS]).replace("<c ", "<c\n")),
    "comments": sheet_xml("<!-- <c r='A9'/> -->" + table_rows([HEADER, *ROWS])),
    "marked sections": sheet_xml(table_rows([HEADER, *ROWS]).replace("Mäki Liisa", "<![CDATA[Mäki Liisa]]>")),
}


@pytest.mark.parametrize("kind", UNUSUAL)
def test_a_sheet_written_in_an_unusual_way_is_read_all_the_same(kind: str, tmp_path: Path) -> None:
    register = parsed(workbook(tmp_path / "r.xlsx", {"Asiakkaat": UNUSUAL[kind]}))
    assert (names_of(register), rows_of(register), codes_of(register)) == (list(HEADER), READ, set())


def test_the_sheet_that_looks_like_a_register_is_chosen(tmp_path: Path) -> None:
    sheets = {
        "Ohjeet": sheet_xml(table_rows([["Täytä kaikki kentät"], ["Kysy Liisalta"]])),
        "Asiakkaat": sheet_xml(table_rows([HEADER, *ROWS])),
        "Vanhat": sheet_xml(table_rows([HEADER, *ROWS, *ROWS, *ROWS])),
    }
    register = parsed(workbook(tmp_path / "r.xlsx", sheets, hidden=["Vanhat"]))
    assert (register.source.sheet, register.source.sheets) == ("Asiakkaat", ("Ohjeet", "Asiakkaat", "Vanhat"))


def test_a_sheet_of_invoices_with_more_headers_is_not_taken_for_the_customers(tmp_path: Path) -> None:
    customers = [["Asiakasnro", "Nimi"], ["1001", "Aino Ahola"], ["1002", "Eino Ek"], ["1003", "Onni Oja"]]
    invoices = [["Laskunro", "Asiakasnro", "Laskun pvm", "Summa", "Huom"]]
    invoices += [[f"70{number}", f"100{number % 3 + 1}", "1.2.2026", "12,50", "maksettu"] for number in range(10, 50)]
    sheets = {"Laskut": sheet_xml(table_rows(invoices)), "Asiakkaat": sheet_xml(table_rows(customers))}
    assert parsed(workbook(tmp_path / "r.xlsx", sheets)).source.sheet == "Asiakkaat"


def test_the_users_word_on_the_sheet_counts(tmp_path: Path) -> None:
    sheets = {"Yksi": sheet_xml(table_rows([HEADER, ROWS[0]])), "Kaksi": sheet_xml(table_rows([HEADER, ROWS[1]]))}
    register = parsed(workbook(tmp_path / "r.xlsx", sheets), Reading(sheet="Kaksi"))
    assert rows_of(register) == [list(ROWS[1])]


def test_row_numbers_are_those_excel_shows(tmp_path: Path) -> None:
    rows = table_rows([["Rekisteri"]], 3) + table_rows([HEADER, ROWS[0]], 6) + table_rows([ROWS[1]], 20)
    register = parsed(workbook(tmp_path / "r.xlsx", {"A": sheet_xml(rows)}))
    assert (register.source.header_row, list(register.row_numbers)) == (6, [7, 20])


def test_a_cell_far_from_the_others_is_a_row_and_a_column_more(tmp_path: Path) -> None:
    rows = table_rows([HEADER, *ROWS]) + row_xml(2000, [text_cell("AZ2000", "x")])
    register = parsed(workbook(tmp_path / "r.xlsx", {"A": sheet_xml(rows)}))
    assert (len(register), register.columns[-1].name) == (3, "AZ")


def test_cells_that_hold_nothing_but_a_style_make_no_rows_and_no_columns(tmp_path: Path) -> None:
    styled = "".join(row_xml(row, [f'<c r="{letter}{row}" s="1"/>' for letter in "ABCDEF"]) for row in range(4, 40))
    register = parsed(workbook(tmp_path / "r.xlsx", {"A": sheet_xml(table_rows([HEADER, *ROWS]) + styled)}, FORMATS))
    assert (len(register), names_of(register)) == (2, list(HEADER))


def test_hidden_rows_are_read_and_counted(tmp_path: Path) -> None:
    rows = table_rows([HEADER, *ROWS]).replace('<row r="3"', '<row r="3" hidden="1"')
    register = parsed(workbook(tmp_path / "r.xlsx", {"A": sheet_xml(rows)}))
    assert (len(register), codes_of(register)) == (2, {"file.hidden_rows"})
    assert [register.is_hidden(record) for record in range(2)] == [False, True]


def test_hidden_rows_are_known_in_a_sheet_written_in_an_unusual_way(tmp_path: Path) -> None:
    rows = table_rows([HEADER, *ROWS]).replace('<row r="3"', "<!-- here --><row r='3' hidden='true'")
    register = parsed(workbook(tmp_path / "r.xlsx", {"A": sheet_xml(rows)}))
    assert (codes_of(register), register.hidden_rows) == ({"file.hidden_rows"}, {3})


def test_an_old_workbook_shows_its_zeros_and_dates(tmp_path: Path) -> None:
    rows = [HEADER, ("Åke", "040", (100.0, "00000")), ("Mäki", (39847.0, "d.m.yyyy"), 1.5)]
    register = parsed(old_workbook(tmp_path / "r.xls", rows))
    assert register.source.format is FileFormat.XLS
    assert rows_of(register) == [["Åke", "040", "00100"], ["Mäki", "3.2.2009", "1.5"]]
    assert register.cells_of("Puhelin").raw(1) == date(2009, 2, 3)


def test_a_formula_of_an_old_workbook_is_known_as_one(tmp_path: Path) -> None:
    rows = [HEADER, ("Åke", (42.0, "="), (100.0, "00000")), ("Mäki", "040", (7.0, "="))]
    register = parsed(old_workbook(tmp_path / "r.xls", rows))
    assert rows_of(register) == [["Åke", "42", "00100"], ["Mäki", "040", "7"]]
    assert [register.cells[1].raw(0), register.cells[1].raw(1)] == [FormulaCell("A1"), None]
    assert register.cells[2].raw(1) == FormulaCell("A1")


def test_an_open_document_shows_what_its_cells_show(tmp_path: Path) -> None:
    rows = (
        open_document_row(*map(open_document_cell, HEADER)),
        open_document_row(repeated=3),
        open_document_row(
            open_document_cell("Åke"),
            open_document_cell("3.2.2009", 'office:value-type="date" office:date-value="2009-02-03"'),
            open_document_cell("00100", 'office:value-type="float" office:value="100"'),
        ),
        open_document_row("<table:table-cell table:number-columns-repeated='16384'/>", repeated=1_000_000),
    )
    register = parsed(open_document(tmp_path / "r.ods", "".join(rows)))
    assert rows_of(register) == [["Åke", "3.2.2009", "00100"]]
    assert list(register.row_numbers) == [5]
    assert register.cells_of("Puhelin").raw(0) == date(2009, 2, 3)


def test_a_web_page_that_calls_itself_a_workbook_is_read(tmp_path: Path) -> None:
    cells = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in (HEADER, *ROWS))
    path = tmp_path / "vienti.xls"
    path.write_text(f"<html><meta charset=utf-8><body><table>{cells}</table></body></html>", encoding="utf-8")
    register = parsed(path)
    assert (register.source.format, rows_of(register)) == (FileFormat.HTML, READ)


def test_a_workbook_named_csv_is_read_as_a_workbook(tmp_path: Path) -> None:
    path = workbook(tmp_path / "asiakkaat.csv", {"A": sheet_xml(table_rows([HEADER, *ROWS]))})
    assert parsed(path).source.format is FileFormat.XLSX


def test_a_hidden_sheet_of_an_open_document_is_not_taken_for_the_register(tmp_path: Path) -> None:
    rows = "".join(open_document_row(*map(open_document_cell, row)) for row in (HEADER, *ROWS))
    path = open_document(tmp_path / "r.ods", rows, "Näkyvä")
    with zipfile.ZipFile(path) as opened:
        content = opened.read("content.xml").decode()
    style = (
        '<office:automatic-styles xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><style:style '
        'style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
        "</office:automatic-styles>"
    )
    many = "".join(open_document_row(*map(open_document_cell, row)) for row in (HEADER, *ROWS * 9))
    hidden = f'<table:table table:name="Piilossa" table:style-name="ta2">{many}</table:table>'
    content = content.replace("<office:body>", f"{style}<office:body>").replace(
        "<table:table ", f"{hidden}<table:table ", 1
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    register = parsed(archive(tmp_path / "h.ods", {"mimetype": kind, "content.xml": content.encode()}))
    assert (register.source.sheet, len(register)) == ("Näkyvä", 2)


def test_a_formula_of_an_old_workbook_may_speak_of_an_area_on_another_sheet(shared: Path) -> None:
    data = (shared / "workbooks" / "poi__test-data_spreadsheet_44861.xls").read_bytes()
    cells = [cell for _, row in XlsReader(data).typed_rows("reporting") for cell in row]
    formulas = {cell.formula for cell in cells if cell.formula is not None}
    assert "MAX(data!A29:M29)" in formulas
    assert "" not in formulas
