"""Checks for what is typed go into an OpenDocument spreadsheet too, cell by cell, and can be taken out again."""

import re
from datetime import date, datetime
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import openpyxl
import pytest

from tikissa.analysis.analyse import analyse
from tikissa.app.cleaning import Accept, Cleaning, clean
from tikissa.export.entry_checks.document_checks import open_formula
from tikissa.export.log.audit_files import read_audit_log
from tikissa.export.proof.verify import verify
from tikissa.export.restore.restore import restore
from tikissa.export.save.writer import write
from tikissa.export.saving_options import WriteOptions, Written
from tikissa.files.reader import read
from tikissa.model.analysis import Settings
from tikissa.model.outcome import Outcome
from tikissa.review.decisions import Decider

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        *(("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("number", "datastyle")),
        *(("of", "of"), ("fo", "xsl-fo-compatible")),
    )
)
CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
"""What LibreOffice itself declares, and others do not."""
OWN_COLOURS = (
    '<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="Asiakkaat.A2:Asiakkaat.A4">'
    '<calcext:condition calcext:apply-style-name="Own" calcext:value="=1001" '
    'calcext:base-cell-address="Asiakkaat.A2"/></calcext:conditional-format></calcext:conditional-formats>'
)
HEADERS = ("Asiakasnro", "Nimi", "Postinumero", "Puhelin", "Sähköposti")
ROWS = (
    ("1001", "Aino Ahola", "100", "040 123 4567", "aino@ahola.example"),
    ("1002", "Eino Ek", "33100", "050 765 4321", "eino@ek.example"),
    ("1003", "Veera Vuori", "90100", "041 555 1234", "veera@vuori.example"),
)
FILLER = '<table:table-cell table:number-columns-repeated="1024"/>'
END = f'<table:table-row table:number-rows-repeated="5000">{FILLER}</table:table-row>'
STYLES = '<office:automatic-styles><style:style style:name="ce1" style:family="table-cell"/></office:automatic-styles>'


def _cell(text: str) -> str:
    attributes = 'table:style-name="ce1" office:value-type="string"'
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def _document(folder: Path, end: str = END, table: str = "", styles: str = STYLES, spaces: str = SPACES) -> Path:
    rows = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in (HEADERS, *ROWS))
    columns = '<table:table-column table:number-columns-repeated="5" table:default-cell-style-name="Default"/>'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.3">{styles}'
        f'<office:body><office:spreadsheet><table:table table:name="Asiakkaat"{table}>{columns}{rows}{end}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    path = folder / "asiakkaat.ods"
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", ZIP_STORED)
        archive.writestr("content.xml", content)
        common = '<office:styles><style:style style:name="Default" style:family="table-cell"/></office:styles>'
        archive.writestr("styles.xml", f"<office:document-styles {SPACES}>{common}</office:document-styles>")
    return path


def _saved(path: Path, *page: tuple[str, str]) -> Written:
    register = read(path)
    options = WriteOptions("en", checked=frozenset(column.name for column in register.columns), page=page)
    found = analyse(register, Settings(date(2026, 11, 1)))
    decider = Decider(datetime(2026, 11, 1).astimezone(), "user")
    return clean(
        found, Cleaning(Accept.SAFE), decider, path.with_name("siisti.ods"), path.with_name("loki.xlsx"), options
    )[1]


def _content(path: Path, part: str = "content.xml") -> str:
    with ZipFile(path) as archive:
        return archive.read(part).decode()


def test_each_cell_of_a_checked_column_names_its_check_and_the_next_thousand_do(tmp_path: Path) -> None:
    path = _document(tmp_path)
    written = _saved(path)
    content = _content(written.cleaned)
    assert written.checks == 4
    assert re.findall(r'content-validation table:name="tikissa-(\w)"', content) == ["A", "C", "D", "E"]
    assert content.count('content-validation-name="tikissa-C"') == 4
    assert 'table:number-rows-repeated="1000"' in content
    assert 'table:number-rows-repeated="4000"' in content
    assert "tikissa-B" not in content
    assert verify(path, written.cleaned, written.audit_logs[0]) == ()


def test_codes_and_phones_are_kept_as_text(tmp_path: Path) -> None:
    content = _content(_saved(_document(tmp_path)).cleaned)
    assert content.count('table:style-name="tikissa-of-ce1"') == 6
    assert content.count('table:style-name="tikissa-none-Default"') == 2
    assert re.search(r'style:name="tikissa-of-ce1"[^>]*style:data-style-name="tikissa-text"', content)


@pytest.mark.parametrize(("end", "own"), [(END, 0), (END + OWN_COLOURS, 1)])
def test_what_stands_twice_gets_a_colour_beside_the_colours_that_are_there(tmp_path: Path, end: str, own: int) -> None:
    path = _document(tmp_path, end, spaces=f"{SPACES} {CALC}")
    written = _saved(path)
    content = _content(written.cleaned)
    assert content.count('calcext:value="duplicate"') == 3
    assert content.count("<calcext:conditional-formats>") == 1
    assert content.count('calcext:apply-style-name="Own"') == own
    assert 'style:name="Tikissa_20_double"' in _content(written.cleaned, "styles.xml")
    assert verify(path, written.cleaned, written.audit_logs[0]) == ()
    lines = [line for line in read_audit_log(written.audit_logs[0]).lines if line.kind == "check"]
    target, log = tmp_path / "ilman.ods", tmp_path / "ilman-loki.xlsx"
    restore(written.cleaned, written.audit_logs[0], int(lines[0].line), target, log)
    assert _content(target).count('calcext:value="duplicate"') == 2
    assert verify(written.cleaned, target, log) == ()


def test_a_document_that_knows_no_colours_gets_the_checks_alone(tmp_path: Path) -> None:
    written = _saved(_document(tmp_path))
    assert written.checks == 4
    assert "calcext:" not in _content(written.cleaned)


def test_a_check_is_taken_out_with_its_look_and_the_others_stay(tmp_path: Path) -> None:
    written = _saved(_document(tmp_path))
    lines = read_audit_log(written.audit_logs[0]).lines
    line = next(int(each.line) for each in lines if each.kind == "check" and each.letter == "C")
    target, log = tmp_path / "ilman.ods", tmp_path / "ilman-loki.xlsx"
    assert restore(written.cleaned, written.audit_logs[0], line, target, log).check == "Postinumero"
    content = _content(target)
    assert "tikissa-C" not in content
    assert content.count('content-validation-name="tikissa-D"') == 4
    assert content.count('table:style-name="tikissa-of-ce1"') == 3
    assert verify(written.cleaned, target, log) == ()


def test_verify_tells_when_a_check_was_changed(tmp_path: Path) -> None:
    path = _document(tmp_path)
    written = _saved(path)
    changed = tmp_path / "muutettu.ods"
    with ZipFile(written.cleaned) as before, ZipFile(changed, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(b' table:content-validation-name="tikissa-E"', b""))
    assert [each.code for each in verify(path, changed, written.audit_logs[0])] == ["verify.check_gone"]


@pytest.mark.parametrize(
    ("document", "said"),
    [({"table": ' table:protected="true"'}, "checks.protected"), ({"styles": ""}, "checks.odd_sheet")],
)
def test_where_checks_cannot_be_it_is_said_and_the_file_is_whole(
    tmp_path: Path, document: dict[str, str], said: str
) -> None:
    path = _document(tmp_path, **document)
    written = _saved(path)
    assert said in {note.code for note in written.notes}
    assert "tikissa-" not in _content(written.cleaned)
    assert verify(path, written.cleaned, written.audit_logs[0]) == ()


@pytest.mark.parametrize(
    ("plain", "odd", "said"),
    [
        ("<text:p>33100</text:p>", ' table:formula="of:=[.A3]"', "checks.formulas"),
        ("<text:p>33100</text:p>", ' table:number-rows-spanned="2" table:number-columns-spanned="1"', "checks.merged"),
        ("<text:p>33100</text:p>", ' table:content-validation-name="own"', "checks.has_check"),
    ],
)
def test_a_column_that_speaks_against_a_check_gets_none_and_the_others_do(
    tmp_path: Path, plain: str, odd: str, said: str
) -> None:
    path = _document(tmp_path)
    with ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts["content.xml"] = parts["content.xml"].replace(f">{plain}", f"{odd}>{plain}")
    with ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content, ZIP_STORED)
    written = _saved(path)
    assert [note.arguments for note in written.notes if note.code == said] == [("Postinumero",)]
    assert re.findall(r'content-validation table:name="tikissa-(\w)"', _content(written.cleaned)) == ["A", "D", "E"]
    assert odd.strip() in _content(written.cleaned)
    assert verify(path, written.cleaned, written.audit_logs[0]) == ()


def test_a_formula_is_written_as_open_formula_does() -> None:
    excel = 'IFERROR(AND(LEN(C2)=5,COUNTIF(C$2:C$1004,C2)<2,LOG10(C2)>4,C2<>"a,B2"),FALSE)'
    opened = 'IFERROR(AND(LEN([.C2])=5;COUNTIF([.C$2:.C$1004];[.C2])<2;LOG10([.C2])>4;[.C2]<>"a,B2");FALSE)'
    assert open_formula(excel) == opened


def test_a_page_of_text_comes_on_a_sheet_of_its_own_and_goes_again(tmp_path: Path) -> None:
    path = _document(tmp_path)
    written = _saved(path, ("title", "Näin kirjaamme"), ("text", "Nollat jäävät: 00100"))
    assert 'table:name="Entry guide"' in _content(written.cleaned)
    assert "Nollat jäävät: 00100" in _content(written.cleaned)
    assert verify(path, written.cleaned, written.audit_logs[0]) == ()
    line = next(int(each.line) for each in read_audit_log(written.audit_logs[0]).lines if each.kind == "page")
    target, log = tmp_path / "ilman.ods", tmp_path / "ilman-loki.xlsx"
    assert restore(written.cleaned, written.audit_logs[0], line, target, log).page == "Entry guide"
    assert _content(target) == _content(written.cleaned).partition('<table:table table:name="Entry guide"')[0] + (
        "</office:spreadsheet></office:body></office:document-content>"
    )
    assert verify(written.cleaned, target, log) == ()


def test_a_csv_register_with_a_page_becomes_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "asiakkaat.csv"
    path.write_text("\n".join(map(";".join, (HEADERS, *ROWS))), encoding="utf-8")
    register = read(path)
    options = WriteOptions("en", page=(("title", "Näin kirjaamme"),))
    cleaned, log = path.with_suffix(".xlsx"), path.with_name("loki.xlsx")
    written = write(Outcome(register, {}, {}, ()), cleaned, log, options)
    assert openpyxl.load_workbook(cleaned)["Entry guide"]["A1"].value == "Näin kirjaamme"
    assert verify(path, cleaned, written.audit_logs[0]) == ()
