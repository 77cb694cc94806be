"""An .ods file is read by the values of its cells; their text is only how a program once showed them."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from files.makers import archive, open_document, open_document_cell, open_document_row
from files.reading import parsed
from tikissa.model.register import FormulaCell, RawValue, Register

SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("number", "datastyle"),
    )
)  # fmt: skip


def _data_style(kind: str, name: str, *parts: str, attributes: str = "") -> str:
    """Write a data style from its parts, such as `day` or `year long`; what is no part's name is a text."""
    return f'<number:{kind}-style style:name="{name}" {attributes}>{"".join(map(_part, parts))}</number:{kind}-style>'


def _part(written: str) -> str:
    name, _, said = written.partition("|")
    if name not in ("number", "day", "month", "year", "hours", "minutes", "seconds"):
        return written if written.startswith("<") else f"<number:text>{written}</number:text>"
    return f"<number:{name} {said}/>"


LONG = '|number:style="long"'
MONEY = 'number|number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"'
STYLES = "".join(
    (
        _data_style("number", "N1", 'number|number:min-integer-digits="5" number:decimal-places="0"'),
        _data_style("percentage", "N2", 'number|number:decimal-places="1" number:min-integer-digits="1"', " %"),
        _data_style("date", "N3", "day", ".", "month", ".", "year" + LONG),
        _data_style(
            "time", "N4", "hours", ":", "minutes" + LONG, ":", "seconds" + LONG,
            attributes='number:truncate-on-overflow="false"',
        ),
        _data_style("number", "N5P0", MONEY, " €"),
        _data_style(
            "number", "N5", "-", MONEY, " €",
            '<style:map style:condition="value()&gt;=0" style:apply-style-name="N5P0"/>',
        ),
        *(
            f'<style:style style:name="ce{number}" style:family="table-cell" style:data-style-name="N{number}"/>'
            for number in range(1, 6)
        ),
    )
)  # fmt: skip


def _float(value: str, style: str = "") -> str:
    return f'office:value-type="float" office:value="{value}"' + (f' table:style-name="{style}"' if style else "")


def _read(path: Path, *cells: str, columns: str = "") -> Register:
    rows = [open_document_row(*map(open_document_cell, ("Nimi", "Puhelin", "Tieto")))]
    rows += [open_document_row(open_document_cell("Mäki"), open_document_cell("040"), cell) for cell in cells]
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles><office:body>"
        f'<office:spreadsheet><table:table table:name="Asiakkaat">{columns}{"".join(rows)}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    mime = b"application/vnd.oasis.opendocument.spreadsheet"
    return parsed(archive(path, {"mimetype": mime, "content.xml": content.encode()}))


def _seen(register: Register, name: str = "Tieto") -> list[tuple[str, RawValue]]:
    cells = register.cells_of(name)
    return [(cells[record], cells.raw(record)) for record in range(len(register))]


@pytest.mark.parametrize(
    ("shown", "attributes", "expected"),
    [
        ("4.02E+08", _float("402000001"), ("402000001", None)),
        ("###", _float("402000001"), ("402000001", None)),
        ("4,5", _float("4.49999"), ("4.49999", None)),
        ("1 234,50", _float("1234.5"), ("1234.5", None)),
        ("−21.00 €", _float("-21", "ce5"), ("-21.00 €", -21)),
        ("21", _float("21", "ce1"), ("00021", 21)),
        ("00021", _float("21"), ("00021", 21)),
        ("jotain", _float("0.075", "ce2"), ("7.5 %", 0.075)),
        ("07/02/41", 'office:value-type="date" office:date-value="1941-02-07"', ("7.2.1941", date(1941, 2, 7))),
        ("Tue Jun 16 13:35:00 2026", 'office:value-type="date" office:date-value="2026-06-16T13:35:00"',
         ("16.6.2026 13:35", datetime(2026, 6, 16, 13, 35))),
        ("1941-02-07", 'office:value-type="date" office:date-value="1941-02-07"', ("1941-02-07", date(1941, 2, 7))),
        ("x", 'office:value-type="time" office:time-value="PT30H00M00S" table:style-name="ce4"', ("30:00:00", 1.25)),
        ("EPÄTOSI", 'office:value-type="boolean" office:boolean-value="false"', ("FALSE", False)),
        ("TRUE", _float("1") + ' table:formula="of:=TRUE()"', ("TRUE", True)),
        ("−21.00 €", _float("-21", "ce5") + ' table:formula="of:=[.A2]"', ("-21.00 €", FormulaCell("[.A2]"))),
    ],
)  # fmt: skip
def test_the_value_counts_and_a_text_that_says_less_is_not_believed(
    tmp_path: Path, shown: str, attributes: str, expected: tuple[str, RawValue]
) -> None:
    assert _seen(_read(tmp_path / "r.ods", open_document_cell(shown, attributes))) == [expected]


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        (_float("402000001"), "402000001"),
        (_float("10.5"), "10.5"),
        ('office:value-type="date" office:date-value="2015-03-01"', "1.3.2015"),
        ('office:value-type="time" office:time-value="PT25H14M24S"', "25:14:24"),
        ('office:value-type="boolean" office:boolean-value="true"', "TRUE"),
        ('office:value-type="string" office:string-value="Koivu &amp; Tammi"', "Koivu & Tammi"),
    ],
)
def test_a_cell_without_text_is_no_blank(tmp_path: Path, attributes: str, expected: str) -> None:
    register = _read(tmp_path / "r.ods", f"<table:table-cell {attributes}/>")
    assert [text for text, _ in _seen(register)] == [expected]


def test_a_column_gives_its_number_format_to_the_cells_without_one(tmp_path: Path) -> None:
    plain, padded = "<table:table-column/>", '<table:table-column table:default-cell-style-name="ce1"/>'
    register = _read(
        tmp_path / "r.ods",
        open_document_cell("100", _float("100")),
        open_document_cell("100", _float("100", "ce2")),
        open_document_cell("100"),
        columns=plain + plain + padded,
    )
    assert [text for text, _ in _seen(register)] == ["00100", "10000.0 %", "100"]


def test_tabs_line_breaks_and_runs_stay_and_notes_do_not(tmp_path: Path) -> None:
    inside = (
        "<office:annotation><text:p>muistiinpano</text:p></office:annotation><text:p>ovi<text:tab/>12"
        '<text:s text:c="2"/><text:span>A</text:span></text:p><text:p>soita<text:line-break/>ensin</text:p>'
    )
    register = _read(tmp_path / "r.ods", f'<table:table-cell office:value-type="string">{inside}</table:table-cell>')
    assert _seen(register) == [("ovi\t12  A\nsoita\nensin", None)]


def test_cells_and_rows_that_stand_for_many_are_all_there(tmp_path: Path) -> None:
    head = open_document_row(*map(open_document_cell, ("Nimi", "Katuosoite", "Kaupunki", "Puhelin", "Tieto")))
    empty = '<table:table-cell table:number-columns-repeated="2"/>'
    twice = open_document_cell("x", 'office:value-type="string" table:number-columns-repeated="2"')
    end = '<table:table-cell table:number-columns-repeated="16370"/>'
    rows = (
        open_document_row(open_document_cell("Mäki"), twice, empty, end),
        open_document_row(end, repeated=2),
        open_document_row(open_document_cell("Koivu"), empty, twice, end, repeated=3),
        open_document_row(end, repeated=1_048_000),
    )
    register = parsed(open_document(tmp_path / "r.ods", head + "".join(rows)))
    assert register.row_numbers.tolist() == [2, 5, 6, 7]
    assert [[cells[record] for cells in register.cells] for record in (0, 3)] == [
        ["Mäki", "x", "x", "", ""],
        ["Koivu", "", "", "x", "x"],
    ]


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda xml: re.sub(r"(?<=[<\s/])table:", "t:", xml).replace("xmlns:table=", "xmlns:t="),
        lambda xml: xml.replace("<table:table-row", "<!-- rivi --><table:table-row"),
    ],
)
def test_an_unusual_writing_reads_the_same(tmp_path: Path, rewrite: object) -> None:
    assert callable(rewrite)
    cells = (open_document_cell("00021", _float("21", "ce1")), open_document_cell("x"))
    usual = _seen(_read(tmp_path / "a.ods", *cells))
    rows = "".join(open_document_row(open_document_cell("Mäki"), open_document_cell("040"), cell) for cell in cells)
    head = open_document_row(*map(open_document_cell, ("Nimi", "Puhelin", "Tieto")))
    content = rewrite(
        f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles><office:body>"
        f'<office:spreadsheet><table:table table:name="Asiakkaat">{head}{rows}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    mime = b"application/vnd.oasis.opendocument.spreadsheet"
    path = archive(tmp_path / "b.ods", {"mimetype": mime, "content.xml": str(content).encode()})
    assert _seen(parsed(path)) == usual == [("00021", 21), ("x", None)]


PLAIN = 'office:value-type="string" calcext:value-type="string"'
TWICE = 'table:number-columns-repeated="2"'
CELLS = (
    open_document_cell("Mäki & Koivu", PLAIN),
    open_document_cell("sama", f'{PLAIN} table:number-columns-repeated="3"'),
    open_document_cell("yhdessä", f'{PLAIN} table:number-rows-spanned="2"'),
    open_document_cell("alla", PLAIN).replace("table:table-cell", "table:covered-table-cell"),
    open_document_cell("7", _float("7")),
    open_document_cell("0,5", _float("0.5")),
    open_document_cell("00021", _float("21", "ce1")),
    open_document_cell("18", f"{TWICE} {_float('18')}"),
    open_document_cell("8", f'table:formula="of:=[.A1]+1" {_float("8")}'),
    open_document_cell("TOSI", 'office:value-type="boolean" office:boolean-value="true"'),
    open_document_cell("4.6.2025", 'table:style-name="ce3" office:value-type="date" office:date-value="2025-06-04"'),
    f'<table:table-cell {PLAIN} table:style-name="ce7"><text:p>a<text:s/>b</text:p></table:table-cell>',
    f"<table:table-cell {PLAIN}><text:p>yksi</text:p><text:p>kaksi</text:p></table:table-cell>",
    f"<table:table-cell {PLAIN}><office:annotation><text:p>o</text:p></office:annotation></table:table-cell>",
    f"<table:table-cell {_float('7')}/>",
    '<table:table-cell table:style-name="ce1"/>',
    f"<table:table-cell {TWICE}/>",
    "<table:table-cell/>",
    "<table:covered-table-cell/>",
)


ROWS = (
    "<table:table-row>{}</table:table-row>",
    '<table:table-row table:style-name="ro1">{}</table:table-row>',
    '<table:table-row table:number-rows-repeated="2">{}</table:table-row>',
    '<table:table-row table:visibility="collapse">{}</table:table-row>',
    "<table:table-row-group><table:table-row>{}</table:table-row></table:table-row-group>",
    '<table:table-row table:number-rows-repeated="5"/><table:table-row>{}</table:table-row>',
    '<table:table-row>{}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>',
    "<table:table-row>\n  {}\n</table:table-row>\n",
)


def _both_ways(folder: Path, rows: str, columns: str) -> list[Register]:
    """Read a sheet written as usual, and with another prefix, which only the parser understands."""
    content = (
        f'<office:document-content {SPACES} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:'
        f'calcext:1.0"><office:automatic-styles>{STYLES}</office:automatic-styles><office:body><office:spreadsheet>'
        f'<table:table table:name="Asiakkaat">{columns}{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    other = re.sub(r"(?<=[<\s/])table:", "t:", content).replace("xmlns:table=", "xmlns:t=")
    mime = b"application/vnd.oasis.opendocument.spreadsheet"
    return [
        parsed(archive(folder / name, {"mimetype": mime, "content.xml": xml.encode()}))
        for name, xml in (("a.ods", content), ("b.ods", other))
    ]


@given(
    st.lists(st.tuples(st.sampled_from(ROWS), st.lists(st.sampled_from(CELLS), max_size=6)), min_size=1, max_size=8),
    st.sampled_from(
        ("", '<table:table-column table:default-cell-style-name="ce1" table:number-columns-repeated="40"/>')
    ),
)
def test_the_quick_scan_reads_what_the_parser_reads(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, list[str]]], columns: str
) -> None:
    head = open_document_row(*(open_document_cell(f"Nimi {number}") for number in range(30)))
    first = open_document_row(open_document_cell("Mäki"))
    written = head + first + "".join(row.format("".join(cells)) for row, cells in rows)
    scan, tree = _both_ways(tmp_path_factory.mktemp("ods"), written, columns)
    assert scan.row_numbers.tolist() == tree.row_numbers.tolist()
    assert scan.hidden_rows == tree.hidden_rows
    for quick, slow in zip(scan.cells, tree.cells, strict=True):
        assert [(quick.texts[at], repr(quick.raws[at])) for at in quick.codes] == [
            (slow.texts[at], repr(slow.raws[at])) for at in slow.codes
        ]
