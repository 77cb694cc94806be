"""Workbooks for the tests of saving, made on the spot."""

import struct
import zlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import xlsxwriter

ROWS = 60
HEADINGS = ("Nro", "Nimi", "Postinumero", "Puhelin", "Viimeisin osto", "Summa", "Alv", "Yhteensä", "Huom")


def rich_workbook(path: Path, rows: int = ROWS) -> Path:
    """A register of customers in rows 2 to `rows` + 1 with everything around it that other programs lose."""
    workbook = xlsxwriter.Workbook(str(path))
    sheet, sums, plain = (workbook.add_worksheet(name) for name in ("Asiakkaat", "Yhteenveto", "Ohjeet"))
    _cells(workbook, sheet, rows)
    _around_cells(workbook, sheet, rows)
    _drawings(workbook, sheet, rows)
    _second_sheet(sums, rows)
    plain.write(0, 0, "Tämä välilehti ei muutu")
    plain.write_comment(0, 0, "Huomautus ohjeissa")
    workbook.define_name("Summat", f"=Asiakkaat!$F$2:$F${rows + 1}")
    workbook.define_name("Kolmaskymmenes", "=Asiakkaat!$B$31")
    workbook.set_custom_property("Tikissa", "testi")
    workbook.close()
    return path


def _cells(workbook: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, rows: int) -> None:
    day = workbook.add_format({"num_format": "d.m.yyyy"})
    padded = workbook.add_format({"num_format": "00000"})
    money = workbook.add_format({"num_format": '#,##0.00 "€"', "bg_color": "#FFFF99"})
    bold = workbook.add_format({"bold": True})
    sheet.write_row(0, 0, HEADINGS, bold)
    for row in range(1, rows + 1):
        shown = row + 1
        sheet.write_number(row, 0, 1000 + row)
        sheet.write_string(row, 1, f"Esimerkki Henkilö {row}")
        sheet.write_number(row, 2, 100 + row, padded)
        sheet.write_string(row, 3, f"040 555 {row:04}")
        sheet.write_datetime(row, 4, datetime(2019, 1, 31) + timedelta(37 * row), day)
        sheet.write_number(row, 5, row * 10.25, money)
        sheet.write_formula(row, 6, f"=F{shown}*0.24", money, row * 10.25 * 0.24)
        sheet.write_formula(row, 7, f"=F{shown}+G{shown}", money, row * 10.25 * 1.24)
        sheet.write_rich_string(row, 8, "tavallista ", bold, "lihavaa", f" {row}")


def _around_cells(workbook: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, rows: int) -> None:
    red = workbook.add_format({"font_color": "#9C0006"})
    last = rows + 1
    sheet.freeze_panes(1, 2)
    sheet.set_column(1, 1, 30)
    sheet.set_row(44, 40)
    sheet.conditional_format(f"F2:F{last}", {"type": "cell", "criteria": ">", "value": 300, "format": red})
    sheet.conditional_format(f"B2:B{last}", {"type": "formula", "criteria": "=$F2>500", "format": red})
    sheet.conditional_format(f"H2:H{last}", {"type": "data_bar", "data_bar_2010": True})
    sheet.data_validation(f"C2:C{last}", {"validate": "integer", "criteria": ">", "value": 0})
    sheet.data_validation(f"I2:I{last}", {"validate": "list", "source": "=Yhteenveto!$A$1:$A$5"})
    for row in (5, 20, 40):
        sheet.write_comment(row, 1, f"Huomautus riville {row + 1}")
        sheet.write_url(row, 9, f"https://example.invalid/{row + 1}", string=f"linkki {row + 1}")
        sheet.write_url(row, 10, f"internal:'Asiakkaat'!A{row + 1}", string=f"sisäinen {row + 1}")
    sheet.merge_range(f"M{last - 3}:N{last - 3}", "yhdistetty")
    sheet.add_table("P1:Q40", {"name": "Lisät", "columns": [{"header": "Avain"}, {"header": "Tieto"}]})
    for row in range(1, 40):
        sheet.write_row(row, 15, (f"avain {row}", row * 2))
        sheet.add_sparkline(row, 18, {"range": f"Asiakkaat!F{row + 1}:H{row + 1}"})
    sheet.print_area(0, 0, rows, 8)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_header("&CAsiakkaat")
    sheet.set_h_pagebreaks([30, 50])
    sheet.autofilter(0, 0, rows, 8)


def _drawings(workbook: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, rows: int) -> None:
    chart = workbook.add_chart({"type": "line"})
    chart.add_series({"values": f"=Asiakkaat!$F$2:$F${rows + 1}", "categories": f"=Asiakkaat!$B$2:$B${rows + 1}"})
    sheet.insert_chart(29, 20, chart)
    sheet.insert_image(24, 20, "kuva.png", {"image_data": BytesIO(picture())})
    sheet.insert_textbox(34, 20, "Muista soittaa", {"width": 200})


def _second_sheet(sheet: xlsxwriter.worksheet.Worksheet, rows: int) -> None:
    formulas = (
        f"=SUM(Asiakkaat!F2:F{rows + 1})",
        "=Asiakkaat!B31",
        "=VLOOKUP(1030,Asiakkaat!$A$2:$I$61,2,FALSE)",
        '=COUNTIF(Asiakkaat!C:C,">0")',
        "=SUM(Lisät[Tieto])",
        '=IF(A1>0,"Asiakkaat!B31","")',
        "=A1+B9",
    )
    for row, formula in enumerate(formulas):
        sheet.write_formula(row, 0, formula)
    sheet.write_column(0, 1, range(10))


def picture(size: int = 8) -> bytes:
    """A small red PNG."""
    rows = b"".join(b"\x00" + b"\xff\x00\x00" * size for _ in range(size))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def plain_workbook(
    path: Path, rows: Sequence[Sequence[object]], sheet: str = "Asiakkaat", formulas: bool = True
) -> Path:
    """A workbook with just these cells; a text that begins with = is a formula unless there are to be none."""
    workbook = xlsxwriter.Workbook(str(path), {"strings_to_formulas": formulas})
    worksheet = workbook.add_worksheet(sheet)
    day = workbook.add_format({"num_format": "d.m.yyyy"})
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            worksheet.write(number, column, value, day if isinstance(value, datetime) else None)
    workbook.close()
    return path
