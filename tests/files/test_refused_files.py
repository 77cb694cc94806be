"""Files that are no register, or no longer one: each is refused with a sentence that says what to do."""

import zipfile
from pathlib import Path

import openpyxl
import pytest

from files.makers import HEADER, MAIN, ROWS, archive, sheet_xml, table_rows, workbook
from files.reading import parsed, refusal, rows_of
from tikissa.files import guard
from tikissa.files.reader import preview, read
from tikissa.model.problems import FileProblem
from tikissa.model.register import Reading

EXCEL_XML = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
REFUSED = {
    "nothing at all": (b"", "file.empty"),
    "only a mark": (b"\xef\xbb\xbf", "file.empty"),
    "only line ends": (b"\r\n\r\n", "file.empty"),
    "only delimiters": (b";;;\r\n;;;\r\n", "file.empty"),
    "a header without customers": (b"Nimi;Puhelin;Postinumero\r\n", "file.no_rows"),
    "a PDF": (b"%PDF-1.7\n", "file.is_pdf"),
    "rich text": (b"{\\rtf1 asiakkaat}", "file.is_document"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "file.is_picture"),
    "a photograph": (b"\xff\xd8\xff\xe0", "file.is_picture"),
    "a database": (b"SQLite format 3\x00", "file.is_database"),
    "a program": (b"MZ\x90\x00", "file.is_program"),
    "a compressed file": (b"\x1f\x8b\x08\x00", "file.is_archive"),
    "XML of Excel 2003": (EXCEL_XML.encode(), "file.is_excel_xml"),
    "XML of Excel 2003 in UTF-16": (EXCEL_XML.encode("utf-16"), "file.is_excel_xml"),
    "a web page in one file": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "file.is_web_archive"),
    "some other XML": (b"<?xml version='1.0'?><asiakkaat/>", "file.is_data"),
    "SYLK": (b'ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"Nimi"\r\nE\r\n', "file.is_exchange_format"),
    "DIF": (b'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,3\r\n""\r\n', "file.is_exchange_format"),
    "Lotus 1-2-3": (b"\x00\x00\x02\x00\x04\x04" + bytes(40), "file.is_exchange_format"),
    "a flat OpenDocument": (
        b"<?xml version='1.0'?><office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'/>",
        "file.is_flat_document",
    ),
    "a web page without a table": (b"<html><body>Hei</body></html>", "file.is_web_page"),
    "the beginning of a zip": (b"PK\x03\x04\x14\x00", "file.damaged"),
    "an Office file cut short": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file.unknown_format"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_register_is_named_with_the_way_out(kind: str, tmp_path: Path) -> None:
    content, code = REFUSED[kind]
    path = tmp_path / "asiakkaat.xlsx"
    path.write_bytes(content)
    assert refusal(path) == code


def test_a_register_whose_columns_are_called_as_an_old_form_begins_is_one(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes("ID;Puhelin;Nimi\r\n1;040 123 4567;Mäki\r\n2;050 765 4321;Koivu\r\n".encode())
    assert rows_of(parsed(path)) == [["1", "040 123 4567", "Mäki"], ["2", "050 765 4321", "Koivu"]]


def test_a_text_document_is_named(tmp_path: Path) -> None:
    assert refusal(archive(tmp_path / "a.docx", {"word/document.xml": b"<w/>"})) == "file.is_document"


def test_a_compressed_folder_is_named(tmp_path: Path) -> None:
    assert refusal(archive(tmp_path / "a.zip", {"asiakkaat.csv": b"Nimi;Puhelin"})) == "file.is_archive"


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "ei.xlsx") == "file.missing"
    assert refusal(tmp_path) == "file.is_folder"


def test_the_lock_file_of_excel_is_named(tmp_path: Path) -> None:
    path = tmp_path / "~$asiakkaat.xlsx"
    path.write_bytes(b"\x05Liisa" + bytes(160))
    assert refusal(path) == "file.is_lock"


def test_a_workbook_cut_short_is_damaged(tmp_path: Path) -> None:
    path = workbook(tmp_path / "r.xlsx", {"A": sheet_xml(table_rows([HEADER, *ROWS]))})
    path.write_bytes(path.read_bytes()[:-40])
    assert refusal(path) == "file.damaged"


def test_an_empty_workbook_is_empty(tmp_path: Path) -> None:
    assert refusal(workbook(tmp_path / "r.xlsx", {"A": sheet_xml("")})) == "file.empty"


@pytest.mark.parametrize(
    ("limit", "lowered", "code"),
    [
        ("_LARGE_MEMBER", 1_000, "file.zip_bomb"),
        ("_LARGEST_TOTAL", 3_000, "file.too_large"),
        ("_MOST_MEMBERS", 2, "file.too_large"),
    ],
)
def test_a_zip_that_unpacks_to_a_giant_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, lowered: int, code: str
) -> None:
    """The guard's own limits are lowered: no file that would flood another program is made here."""
    path = workbook(tmp_path / "r.xlsx", {"A": sheet_xml(table_rows([HEADER, *ROWS]))})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("xl/media/kuva.bin", bytes(4_000))
    assert rows_of(parsed(path))
    monkeypatch.setattr(guard, limit, lowered)
    monkeypatch.setattr(guard, "_HIGHEST_RATIO", 20)
    with pytest.raises(FileProblem, match=code):
        parsed(path)


def test_an_entity_of_a_sheet_s_own_is_not_put_in_its_place(tmp_path: Path) -> None:
    cell = '<row r="1"><c r="A1" t="str"><v>&oma;</v></c></row>'
    kind = '<!DOCTYPE x [<!ENTITY oma "jotain">]>'
    xml = f'<?xml version="1.0"?>{kind}<worksheet xmlns="{MAIN}"><sheetData>{cell}</sheetData></worksheet>'
    assert rows_of(parsed(workbook(tmp_path / "r.xlsx", {"A": xml}))) == [["&oma;"]]


def test_a_sheet_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    path = workbook(tmp_path / "r.xlsx", {"Yksi": sheet_xml(table_rows([HEADER, *ROWS]))})
    with pytest.raises(FileProblem) as caught:
        read(path, Reading(sheet="Kaksi"))
    assert (caught.value.code, caught.value.arguments) == ("file.no_such_sheet", ("Kaksi", "Yksi"))


@pytest.mark.parametrize(
    ("reading", "code"),
    [
        (Reading(encoding="klingon"), "file.unknown_encoding"),
        (Reading(encoding="hex"), "file.unknown_encoding"),
        (Reading(delimiter="::"), "file.unknown_delimiter"),
        (Reading(header_row=99), "file.header_row_missing"),
    ],
)
def test_a_reading_that_cannot_be_is_named(reading: Reading, code: str, tmp_path: Path) -> None:
    path = tmp_path / "asiakkaat.csv"
    path.write_text("Nimi;Puhelin\nMäki;1\n", encoding="utf-8")
    assert refusal(path, reading) == code


def test_the_file_and_its_time_stamp_stay_as_they_were(tmp_path: Path) -> None:
    path = workbook(tmp_path / "r.xlsx", {"A": sheet_xml(table_rows([HEADER, *ROWS]))})
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    read(path)
    preview(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_openpyxl_reads_workbooks_of_strangers_with_defusedxml() -> None:
    """It does where that is installed, and says so; nothing else here needs it."""
    assert openpyxl.DEFUSEDXML
