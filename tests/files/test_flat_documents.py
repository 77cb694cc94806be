"""Flat OpenDocument spreadsheets: the whole document in one text, as LibreOffice writes it line by line."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from export.outcomes import change, outcome
from files.reading import parsed, refusal, rows_of
from tikissa.export.proof.verify import verify
from tikissa.export.save.writer import write
from tikissa.model.register import FileFormat

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        *((each, each) for each in ("office", "table", "text", "style")),
        ("number", "datastyle"),
    )
)
STYLES = (
    '<office:automatic-styles><number:date-style style:name="N1"><number:day/><number:text>.</number:text>'
    '<number:month/><number:text>.</number:text><number:year number:style="long"/></number:date-style>'
    '<style:style style:name="pv" style:family="table-cell" style:data-style-name="N1"/>'
    '<style:style style:name="nro" style:family="table-cell" style:data-style-name="N2"/>'
    '<number:number-style style:name="N2"><number:number number:decimal-places="0" number:min-integer-digits="5"/>'
    "</number:number-style></office:automatic-styles>"
)
HEADINGS = ("Sukunimi", "Puhelin", "Postinumero", "Viimeisin osto", "Lupa")


def cell(shown: str, attributes: str = 'office:value-type="string"') -> str:
    paragraphs = "\n     ".join(f"<text:p>{line}</text:p>" for line in shown.split("\n"))
    return f"    <table:table-cell {attributes}>\n     {paragraphs}\n    </table:table-cell>\n"


def row(*cells: str) -> str:
    return f"   <table:table-row>\n{''.join(cells)}   </table:table-row>\n"


def customer(name: str, phone: str, permits: str) -> str:
    return row(
        cell(name),
        cell(phone),
        cell("530", 'office:value-type="float" office:value="530" table:style-name="nro"'),
        cell("04/06/25", 'office:value-type="date" office:date-value="2025-06-04" table:style-name="pv"'),
        cell(permits.upper(), f'office:value-type="boolean" office:boolean-value="{permits}"'),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    rows = customer("Mäki\nja Pojat", "040 555 0101", "true") + customer("Koivu", "040 555 0102", "false")
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n\n<office:document {SPACES}>\n {STYLES}\n <office:body>\n'
        '  <office:spreadsheet>\n  <table:table table:name="Asiakkaat">\n   <table:table-column/>\n'
        f"{row(*map(cell, HEADINGS))}{rows}  </table:table>\n"
        "  </office:spreadsheet>\n </office:body>\n</office:document>"
    )
    written = tmp_path / "asiakkaat.fods"
    written.write_bytes(text.encode())
    return written


def test_values_are_read_as_those_of_an_ods_file_are(path: Path) -> None:
    register = parsed(path)
    assert register.source.format is FileFormat.FODS
    assert rows_of(register) == [
        ["Mäki\nja Pojat", "040 555 0101", "00530", "4.6.2025", "TRUE"],
        ["Koivu", "040 555 0102", "00530", "4.6.2025", "FALSE"],
    ]
    assert register.cells_of("Lupa").raw(1) is False


def test_it_is_saved_as_a_new_workbook_that_is_proven(path: Path, tmp_path: Path) -> None:
    register = parsed(path)
    cleaned, log = tmp_path / "uusi.xlsx", tmp_path / "loki.xlsx"
    write(outcome(register, [change(register, 3, "Sukunimi", "Koivula")]), cleaned, log)
    verify(path, cleaned, log)
    sheet = openpyxl.load_workbook(cleaned)["Asiakkaat"]
    assert [found.value for found in sheet[2]] == ["Mäki\nja Pojat", "040 555 0101", 530, datetime(2025, 6, 4), True]
    assert (sheet["A3"].value, sheet["C3"].number_format, sheet["D3"].number_format) == ("Koivula", "00000", "d.m.yyyy")


def test_one_that_breaks_off_is_damaged_and_a_letter_is_named(path: Path, tmp_path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-150])
    letter = tmp_path / "kirje.fodt"
    letter.write_bytes(whole.replace(b"office:spreadsheet", b"office:text"))
    assert (refusal(path), refusal(letter)) == ("file.damaged", "file.is_flat_document")
