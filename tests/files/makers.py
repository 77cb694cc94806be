"""Makes the files business programs make, and worse ones, by hand: what stands in each byte is known."""

import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

HEADER = ("Nimi", "Puhelin", "Postinumero")
ROWS = (("Åke Öhman", "040 123 4567", "00100"), ("Mäki Liisa", "050 765 4321", "02150"))


_STATES = ("visible", "hidden")

Cell = str | float | tuple[float, str]
"""A text, a number, or a number with the code of its format; `=` is that of the result of the formula `=A1`."""


def csv_text(rows: Sequence[Sequence[str]] = (HEADER, *ROWS), delimiter: str = ";", end: str = "\r\n") -> str:
    return "".join(delimiter.join(row) + end for row in rows)


def row_xml(number: int, cells: Sequence[str]) -> str:
    """Return a row of cells given as XML; None-like empty strings leave a gap."""
    return f'<row r="{number}">' + "".join(cells) + "</row>"


def text_cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def number_cell(reference: str, value: str, style: int = 0) -> str:
    return f'<c r="{reference}" s="{style}"><v>{value}</v></c>'


def table_rows(rows: Sequence[Sequence[str]], first: int = 1) -> str:
    """Return the XML of rows of texts, the first of them on row `first`."""
    return "".join(
        row_xml(number, [text_cell(f"{chr(65 + at)}{number}", text) for at, text in enumerate(row) if text])
        for number, row in enumerate(rows, first)
    )


def sheet_xml(rows: str) -> str:
    return f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def styles_xml(codes: Sequence[str]) -> str:
    """Return styles whose number 0 is General and the others have these number format codes."""
    formats = "".join(f'<numFmt numFmtId="{164 + at}" formatCode={quoteattr(code)}/>' for at, code in enumerate(codes))
    styles = '<xf numFmtId="0"/>' + "".join(f'<xf numFmtId="{164 + at}"/>' for at in range(len(codes)))
    formats = f'<numFmts count="{len(codes)}">{formats}</numFmts>' if codes else ""
    return f'<styleSheet xmlns="{MAIN}">{formats}<cellXfs>{styles}</cellXfs></styleSheet>'


def workbook(
    path: Path,
    sheets: Mapping[str, str],
    formats: Sequence[str] = (),
    hidden: Sequence[str] = (),
    base_1904: bool = False,
    shared: str | None = None,
    extra: Mapping[str, bytes] | None = None,
) -> Path:
    """Write an .xlsx from the XML of its sheets' parts; `shared` is the XML of its shared texts."""
    relations = [(f"rId{at}", "worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(sheets) + 1)] + [
        ("rIdS", "styles", "styles.xml"),
        ("rIdT", "sharedStrings", "sharedStrings.xml"),
    ]
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{at}" r:id="rId{at}" state="{_STATES[name in hidden]}"/>'
        for at, name in enumerate(sheets, 1)
    )
    members = {
        "_rels/.rels": relations_xml([("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><workbookPr date1904="{int(base_1904)}"/>'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations_xml(relations),
        "xl/styles.xml": styles_xml(formats),
        "xl/sharedStrings.xml": shared or f'<sst xmlns="{MAIN}"/>',
        **{f"xl/worksheets/sheet{at}.xml": xml for at, xml in enumerate(sheets.values(), 1)},
    }
    return archive(path, {name: text.encode() for name, text in members.items()} | dict(extra or {}))


def relations_xml(entries: Sequence[tuple[str, str, str]]) -> str:
    listed = "".join(f'<Relationship Id="{id_}" Type="{RELATIONS}/{kind}" Target="{to}"/>' for id_, kind, to in entries)
    return f'<Relationships xmlns="{PACKAGE}">{listed}</Relationships>'


def archive(path: Path, members: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in members.items():
            opened.writestr(name, content)
    return path


def open_document(path: Path, rows: str, name: str = "Asiakkaat") -> Path:
    """Write an .ods from the XML of its rows."""
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"' for prefix in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="{name}">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    return archive(
        path, {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode()}
    )


def open_document_row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def open_document_cell(shown: str, attributes: str = 'office:value-type="string"') -> str:
    return f"<table:table-cell {attributes}><text:p>{escape(shown)}</text:p></table:table-cell>"


def old_workbook(path: Path, rows: Sequence[Sequence[Cell]], name: str = "Asiakkaat") -> Path:
    """Write an .xls (BIFF8, without its container): texts, numbers, and numbers with a number format code."""
    codes = list(dict.fromkeys(cell[1] for row in rows for cell in row if isinstance(cell, tuple)))
    formats = b"".join(
        _record(0x41E, struct.pack("<H", 164 + at) + _unicode(code, "<H")) for at, code in enumerate(codes)
    )
    styles = b"".join(_record(0xE0, struct.pack("<HH16x", 0, number)) for number in (0, *range(164, 164 + len(codes))))
    head = _beginning(0x5) + _record(0x42, struct.pack("<H", 1200)) + _record(0x22, struct.pack("<H", 0))
    fonts = _record(0x31, struct.pack("<HHHHHBBBx", 200, 0, 8, 400, 0, 0, 0, 0) + _unicode("Arial", "<B"))
    tail = _record(0x0A, b"")
    body = head + fonts + formats + styles
    at = len(body) + len(_record(0x85, struct.pack("<IH", 0, 0) + _unicode(name, "<B"))) + len(tail)
    listed = _record(0x85, struct.pack("<IH", at, 0) + _unicode(name, "<B"))
    path.write_bytes(body + listed + tail + _beginning(0x10) + _old_cells(rows, codes) + tail)
    return path


def _old_cells(rows: Sequence[Sequence[Cell]], codes: Sequence[str]) -> bytes:
    written = b""
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            match cell:
                case str():
                    written += (
                        _record(0x204, struct.pack("<HHH", row, column, 0) + _unicode(cell, "<H")) if cell else b""
                    )
                case (value, "="):
                    result = struct.pack("<HHHdHIH", row, column, 0, value, 0, 0, 5)
                    written += _record(0x06, result + b"\x44\x00\x00\x00\xc0")
                case (value, code):
                    written += _record(0x203, struct.pack("<HHHd", row, column, 1 + codes.index(code), value))
                case _:
                    written += _record(0x203, struct.pack("<HHHd", row, column, 0, cell))
    return written


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _beginning(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0x0DBB, 0x07CC, 0, 6))


def _unicode(text: str, length: str) -> bytes:
    return struct.pack(length, len(text)) + b"\x01" + text.encode("utf-16-le")
