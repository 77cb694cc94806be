"""The sample as an office's workbook: title rows, colours, a price list, formulas, a comment, a choice list."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from registers.rows import FORMULA_HEADER, HEADERS, Row

HEADER_ROW = 4
FIRST_ROW = HEADER_ROW + 1
SHEET = "Asiakkaat"
CREATED = datetime(2026, 10, 30, 9, 15)
_WIDTHS = (10, 18, 15, 30, 12, 26, 9, 17, 18, 34, 24, 12, 13, 13, 13, 10, 40)
_PRICES = (
    ("Hiustenleikkaus", 42.0), ("Parranajo", 25.0), ("Värjäys, lyhyet hiukset", 78.0),
    ("Värjäys, pitkät hiukset", 112.0),
    ("Kampaus", 55.0), ("Hoito", 30.0), ("Shampoo 250 ml", 18.9), ("Hoitoaine 250 ml", 19.9), ("Lahjakortti", 50.0),
)  # fmt: skip


class _Formats:
    """The cell formats of the workbook."""

    def __init__(self, workbook: Workbook) -> None:
        def add(**properties: object) -> Format:
            return workbook.add_format(properties)

        self.title = add(bold=True, font_size=16, font_color="#0B6B5D")
        self.header = add(bold=True, bg_color="#0B6B5D", font_color="#FFFFFF", bottom=1, text_wrap=True, valign="top")
        self.day = add(num_format="d.m.yyyy")
        self.money = add(num_format='#,##0.00 "€"')
        self.postal_code = add(num_format="00000")
        self.regular = add(bg_color="#FFF2CC")
        self.blocked = add(bg_color="#F8CBAD", bold=True)
        self.quiet = add(font_color="#7F7F7F", italic=True)
        self.plain = add()


def _years(row: Row) -> int:
    return CREATED.year - row.customer.since.year


def _write_cell(sheet: Worksheet, formats: _Formats, place: tuple[int, int], value: object, look: Format) -> None:
    if isinstance(value, date):
        sheet.write_datetime(*place, datetime(value.year, value.month, value.day), formats.day)
    elif isinstance(value, int | float):
        sheet.write_number(*place, value, look)
    elif value or look is not formats.plain:
        sheet.write(*place, value or None, look)


def _look(formats: _Formats, header: str, row: Row, value: object) -> Format:
    if header == "Ostot yhteensä":
        return formats.money
    if header == "Postinro" and isinstance(value, float):
        return formats.postal_code
    if header in ("Yritys", "Luottokielto") and row.customer.credit_block:
        return formats.blocked
    if header in ("Sukunimi", "Etunimi") and row.customer.purchases > 1500:
        return formats.regular
    return formats.plain


def _write_rows(sheet: Worksheet, formats: _Formats, rows: Sequence[Row]) -> None:
    for line, row in enumerate(rows, FIRST_ROW - 1):
        sheet.write_number(line, 0, customer_number(line - FIRST_ROW + 1))
        cells = row.cells()
        for index, header in enumerate(HEADERS[1:], 1):
            if header == FORMULA_HEADER:
                sheet.write_formula(line, index, f"={CREATED.year}-YEAR(M{line + 1})", formats.plain, _years(row))
            else:
                value = cells[header]
                _write_cell(sheet, formats, (line, index), value, _look(formats, header, row, value))


def customer_number(position: int) -> int:
    """Return the customer number of a row: rising, with gaps where customers were removed long ago."""
    return 1001 + position + position // 37


def _dress(workbook: Workbook, sheet: Worksheet, formats: _Formats, last_row: int) -> None:
    sheet.freeze_panes(HEADER_ROW, 2)
    sheet.autofilter(HEADER_ROW - 1, 0, last_row - 1, len(HEADERS) - 1)
    for index, width in enumerate(_WIDTHS):
        sheet.set_column(index, index, width)
    sheet.set_row(HEADER_ROW - 1, 32)
    sheet.data_validation(
        FIRST_ROW - 1, 10, last_row - 1, 10,
        {"validate": "list", "source": ["kyllä", "ei", "ei sähköpostimarkkinointia"], "error_type": "information"},
    )  # fmt: skip
    old = {
        "type": "formula",
        "criteria": f"=AND(ISNUMBER($N{FIRST_ROW}),$N{FIRST_ROW}<DATE(2023,11,1))",
        "format": formats.quiet,
    }
    sheet.conditional_format(FIRST_ROW - 1, 13, last_row - 1, 13, old)
    sheet.write_comment(HEADER_ROW - 1, 10, "Kysy lupa aina kassalla. Tyhjä = ei ole kysytty.", {"author": "Toimisto"})
    sheet.write_comment(FIRST_ROW + 40, 1, "Soittaa itse kun haluaa ajan.", {"author": "Toimisto"})
    sheet.set_landscape()
    sheet.repeat_rows(HEADER_ROW - 1)
    workbook.define_name("Asiakasrivit", f"={SHEET}!$A${FIRST_ROW}:$Q${last_row}")


def _write_head(sheet: Worksheet, formats: _Formats, count: int, last_row: int) -> None:
    sheet.merge_range("A1:F1", "Kampaamo ja hiustarvike Kuurankukka – asiakasrekisteri", formats.title)
    sheet.write_string("A2", "Päivitetty 30.10.2026", formats.quiet)
    sheet.write_string("D2", "Rivejä yhteensä", formats.quiet)
    sheet.write_formula("E2", f"=COUNTA(A{FIRST_ROW}:A{last_row})", formats.quiet, count)
    sheet.write_row(HEADER_ROW - 1, 0, HEADERS, formats.header)


def _write_prices(workbook: Workbook, formats: _Formats, rows: Sequence[Row], last_row: int) -> None:
    sheet = workbook.add_worksheet("Hinnasto")
    sheet.set_column(0, 0, 32)
    sheet.write_row(0, 0, ("Palvelu tai tuote", "Hinta, alv 0 %", "Hinta"), formats.header)
    for line, (name, price) in enumerate(_PRICES, 1):
        sheet.write_string(line, 0, name)
        sheet.write_number(line, 1, price, formats.money)
        sheet.write_formula(line, 2, f"=ROUND(B{line + 1}*1.255,2)", formats.money, round(price * 1.255 + 1e-9, 2))
    total = round(sum(row.customer.purchases for row in rows), 2)
    sheet.write_string(len(_PRICES) + 2, 0, "Kaikkien asiakkaiden ostot", formats.regular)
    sheet.write_formula(len(_PRICES) + 2, 1, f"=SUM({SHEET}!O{FIRST_ROW}:O{last_row})", formats.money, total)


def write_workbook(target: Path, rows: Sequence[Row]) -> None:
    """Write the sample's rows as a workbook whose bytes depend on nothing but the rows."""
    last_row = FIRST_ROW + len(rows) - 1
    with xlsxwriter.Workbook(target, {"strings_to_numbers": False, "strings_to_urls": False}) as workbook:
        workbook.set_properties({"title": "Asiakasrekisteri", "author": "Toimisto", "created": CREATED})
        formats = _Formats(workbook)
        sheet = workbook.add_worksheet(SHEET)
        _write_head(sheet, formats, len(rows), last_row)
        _write_rows(sheet, formats, rows)
        _dress(workbook, sheet, formats, last_row)
        _write_prices(workbook, formats, rows, last_row)
