"""An .ods file comes back as the user's own: the cells that were decided on, and every other byte as it was."""

import re
import zipfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from export.outcomes import change, outcome, read
from files.makers import archive, open_document, open_document_cell, open_document_row
from tikissa.export.log.audit_files import read_audit_log
from tikissa.export.open_document.document_formulas import (
    as_in_document,
    as_in_excel,
    copied,
    moved_formula,
    moved_list,
)
from tikissa.export.open_document.document_values import paragraphs
from tikissa.export.proof.verify import verify
from tikissa.export.restore.restore import restore
from tikissa.export.save.save_check import obstacles
from tikissa.export.save.writer import write
from tikissa.export.saving_options import IfUnsafe, WriteOptions
from tikissa.export.second_reader.file_contents import contents
from tikissa.export.workbook.deletion import Deletion
from tikissa.model.outcome import Outcome
from tikissa.model.problems import TargetProblem
from tikissa.model.register import FileFormat, Reading

MIME = b"application/vnd.oasis.opendocument.spreadsheet"
SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("table", "table"), ("text", "text"), ("draw", "drawing"), ("style", "style"),
        ("xlink", "xlink"),
    )
)  # fmt: skip
MANIFEST = b'<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="/"/></manifest:manifest>'
FILLER = '<table:table-cell table:number-columns-repeated="16378"/>'
LAST = 11


def _number(value: float, extra: str = "") -> str:
    return f'office:value-type="float" office:value="{value}" {extra}'


def _customer(row: int) -> str:
    text = 'office:value-type="string"'
    note = "<office:annotation><text:p>muistiinpano</text:p></office:annotation>" if row == 5 else ""
    truth = 'table:formula="of:=TRUE()" office:value-type="boolean" office:boolean-value="true"'
    length = 'office:value-type="time" office:time-value="PT30H00M00S" table:style-name="kesto"'
    cells = (
        f'<table:table-cell {text} table:style-name="nimi">{note}<text:p>Koivu {row}</text:p></table:table-cell>',
        open_document_cell(str(row), _number(row)),
        open_document_cell("x", f'table:formula="of:=[.B{row}]*[.$H$1]" {_number(row * 0.24)}'),
        open_document_cell("TRUE", truth),
        open_document_cell("30:00:00", length),
        f"<table:table-cell {text}><text:p>ovi<text:tab/>12</text:p><text:p>soita</text:p></table:table-cell>",
        open_document_cell("3.2.2026", 'office:value-type="date" office:date-value="2026-02-03"'),
    )
    return f'<table:table-row table:style-name="ro1">{"".join(cells)}{FILLER}</table:table-row>'


def document(path: Path, rows: Sequence[str] = (), around: str = "") -> Path:
    """A register on rows 2 to 11 with sums below it, a second sheet, names, a range and rules."""
    head = open_document_row(
        *map(open_document_cell, ("Nimi", "Summa", "Vero", "Lupa", "Kesto", "Huomautus", "Viimeisin osto")),
        open_document_cell("0.24", _number(0.24)),
    )
    body = "".join(rows or map(_customer, range(2, LAST + 1)))
    total = open_document_row(
        open_document_cell("Yhteensä"),
        open_document_cell("65", f'table:formula="of:=SUM([.B2:.B{LAST}])" {_number(65)}'),
    )
    filler = open_document_row('<table:table-cell table:number-columns-repeated="16384"/>', repeated=1_048_000)
    other = open_document_row(
        open_document_cell("7", f'table:formula="of:=[$Asiakkaat.B7]" {_number(7)}'), open_document_cell("A7")
    )
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles/><office:body><office:spreadsheet>"
        "<table:content-validations>"
        '<table:content-validation table:name="v1"'
        ' table:condition="of:cell-content()&gt;[.$B$9]" table:base-cell-address="Asiakkaat.B2"/>'
        "</table:content-validations>"
        f'<table:table table:name="Asiakkaat" table:print-ranges="Asiakkaat.A1:Asiakkaat.H{LAST}">{around}{head}{body}'
        f"{open_document_row('<table:table-cell/>')}{total}{filler}</table:table>"
        f'<table:table table:name="Muu">{other}</table:table>'
        '<table:named-expressions><table:named-range table:name="Summat" table:base-cell-address="$Asiakkaat.$A$1"'
        f' table:cell-range-address="$Asiakkaat.$B$2:.$B${LAST}"/></table:named-expressions>'
        '<table:database-ranges><table:database-range table:name="R" '
        f'table:target-range-address="Asiakkaat.A1:Asiakkaat.G{LAST}"/></table:database-ranges>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    chart = f'<c xmlns:chart="c"><chart:series chart:values-cell-range-address="Asiakkaat.B2:Asiakkaat.B{LAST}"/></c>'
    members = {
        "META-INF/manifest.xml": MANIFEST,
        "mimetype": MIME,
        "content.xml": content.encode(),
        "styles.xml": b"<styles/>",
        "Object 1/content.xml": chart.encode(),
        "Pictures/a.png": bytes(range(256)),
    }
    return archive(path, members)


class Saved:
    def __init__(self, decided: Outcome, folder: Path) -> None:
        self.source = decided.register.source.path
        self.path, self.log = folder / "siisti.ods", folder / "loki.xlsx"
        self.written = write(decided, self.path, self.log)

    @property
    def content(self) -> str:
        with zipfile.ZipFile(self.path) as opened:
            return opened.read("content.xml").decode()

    def values(self, sheet: str = "Asiakkaat") -> list[list[object]]:
        return [list(row) for row in contents(self.path, FileFormat.ODS, sheet, Reading()).rows(sheet)]

    def formulas(self, sheet: str = "Asiakkaat") -> dict[tuple[int, int], str]:
        return dict(contents(self.path, FileFormat.ODS, sheet, Reading()).formulas(sheet))

    def holds(self) -> bool:
        return verify(self.source, self.path, self.log) == ()


def test_a_changed_cell_changes_and_not_one_other_byte(tmp_path: Path) -> None:
    register = read(document(tmp_path / "r.ods"))
    saved = Saved(outcome(register, [change(register, 5, "Nimi", "Åke & <Co>")]), tmp_path)
    assert saved.holds()
    with zipfile.ZipFile(saved.source) as before, zipfile.ZipFile(saved.path) as after:
        assert after.infolist()[0].filename == "mimetype"
        assert after.infolist()[0].compress_type == zipfile.ZIP_STORED
        assert {name: after.read(name) for name in after.namelist() if name != "content.xml"} == {
            name: before.read(name) for name in before.namelist() if name != "content.xml"
        }
        expected = before.read("content.xml").decode().replace("Koivu 5", "Åke &amp; &lt;Co&gt;")
        plain = re.compile(r'(<table:table-cell)( table:style-name="nimi")( office:value-type="string")')
        swapped = re.compile(r'(<table:table-cell)( office:value-type="string")( table:style-name="nimi")')
        assert plain.sub(r"\1\3\2", saved.content) == swapped.sub(r"\1\2\3", expected)


def test_rows_go_and_all_that_speaks_of_them_follows(tmp_path: Path) -> None:
    register = read(document(tmp_path / "r.ods"))
    decided = outcome(register, [change(register, 8, "Summa", "80")], merged={3: 4}, archived=[6])
    assert {finding.code for finding in obstacles(decided)} == set()
    saved = Saved(decided, tmp_path)
    assert saved.holds()
    assert saved.formulas()[4, 2] == "B4*$H$1"
    assert saved.formulas()[11, 1] == "SUM(B2:B9)"
    assert saved.formulas("Muu") == {(1, 0): "Asiakkaat!B5"}
    assert 'table:print-ranges="Asiakkaat.A1:Asiakkaat.H9"' in saved.content
    assert 'table:cell-range-address="$Asiakkaat.$B$2:.$B$9"' in saved.content
    assert 'table:target-range-address="Asiakkaat.A1:Asiakkaat.G9"' in saved.content
    with zipfile.ZipFile(saved.path) as opened:
        assert b"Asiakkaat.B2:Asiakkaat.B9" in opened.read("Object 1/content.xml")
    archived = saved.values("Arkisto")
    assert archived[1][:6] == ["Koivu 6", 6.0, 6 * 0.24, True, timedelta(hours=30), "ovi\t12\nsoita"]


def test_results_that_no_longer_hold_are_taken_out_of_the_file(tmp_path: Path) -> None:
    register = read(document(tmp_path / "r.ods"))
    saved = Saved(outcome(register, [change(register, 8, "Summa", "80")]), tmp_path)
    assert saved.values()[7][1:3] == [80.0, ""]
    assert saved.values()[6][1:3] == [7.0, 7 * 0.24]
    assert saved.values()[12] == ["Yhteensä"]


def test_what_stands_for_many_is_split_where_it_is_touched(tmp_path: Path) -> None:
    twice = open_document_cell("x", 'office:value-type="string" table:number-columns-repeated="3"')
    rows = [
        open_document_row(open_document_cell("Koivu"), twice, FILLER, repeated=4),
        open_document_row(open_document_cell("Tammi"), FILLER, repeated=2),
    ]
    register = read(document(tmp_path / "r.ods", rows))
    decided = outcome(
        register,
        [change(register, 3, "Vero", "y"), change(register, 6, "Kesto", "pitkä")],
        removed=[4],
    )
    saved = Saved(decided, tmp_path)
    assert saved.holds()
    assert [row[:5] for row in saved.values()[1:6]] == [
        ["Koivu", "x", "x", "x"],
        ["Koivu", "x", "y", "x"],
        ["Koivu", "x", "x", "x"],
        ["Tammi", "", "", "", "pitkä"],
        ["Tammi"],
    ]


def test_values_keep_their_types_and_texts_their_breaks(tmp_path: Path) -> None:
    register = read(document(tmp_path / "r.ods"))
    changes = [
        change(register, 4, "Viimeisin osto", "1.3.2026"),
        change(register, 4, "Lupa", "FALSE"),
        change(register, 4, "Huomautus", "ovi\t7\n  kaksi"),
    ]
    saved = Saved(outcome(register, changes), tmp_path)
    assert saved.holds()
    row = saved.values()[3]
    assert [row[3], row[5]] == [False, "ovi\t7\n  kaksi"]
    assert datetime.fromisoformat(str(row[6])) == datetime(2026, 3, 1)
    assert (4, 3) not in saved.formulas()
    assert (5, 3) in saved.formulas()


def test_new_rows_come_below_the_data_with_formulas_and_looks(tmp_path: Path) -> None:
    register = read(document(tmp_path / "r.ods"))
    saved = Saved(
        outcome(register, removed=[3], added=[{"Nimi": "Oona Lehto", "Summa": "12,5"}, {"Nimi": "Ville"}]), tmp_path
    )
    assert saved.holds()
    assert saved.values()[10][:2] == ["Oona Lehto", 12.5]
    assert saved.formulas()[11, 2] == "B11*$H$1"
    assert saved.formulas()[14, 1] == "SUM(B2:B12)"
    assert saved.content.count("1048000") == 0  # the rows that fill the sheet made room


def test_a_change_is_taken_back_months_later(tmp_path: Path) -> None:
    register = read(document(tmp_path / "r.ods"))
    saved = Saved(outcome(register, [change(register, 5, "Summa", "50")], removed=[6]), tmp_path)
    lines = {line.kind: int(line.line) for line in read_audit_log(saved.log).lines}
    for kind in ("change", "removed"):
        back = tmp_path / f"{kind}.ods"
        restore(saved.path, saved.log, lines[kind], back, tmp_path / f"{kind}.xlsx")
        values = [list(row) for row in contents(back, FileFormat.ODS, "Asiakkaat", Reading()).rows("Asiakkaat")]
        assert values[4][1] == (5.0 if kind == "change" else 50.0)
        assert any(row[:1] == ["Koivu 6"] for row in values) == (kind == "removed")


@pytest.mark.parametrize(
    ("around", "rows", "code"),
    [
        ('<table:table-column/><office:forms><form:form><form:button/></form:form></office:forms>', (), "save.control"),
        ("<!-- x -->", (), "save.odd_sheet"),
        (
            "",
            [
                open_document_row(open_document_cell("a")),
                open_document_row(open_document_cell("b", 'office:value-type="string" table:number-rows-spanned="2"')),
                *(open_document_row(open_document_cell(each)) for each in "cd"),
            ],
            "save.merged_cells_cut",
        ),
    ],
)  # fmt: skip
def test_what_would_be_harmed_is_told_before(tmp_path: Path, around: str, rows: Sequence[str], code: str) -> None:
    decided = outcome(read(document(tmp_path / "r.ods", rows, around)), removed=[3])
    assert code in {finding.code for finding in obstacles(decided)}
    with pytest.raises(TargetProblem):
        Saved(decided, tmp_path)
    write(decided, tmp_path / "uusi.xlsx", tmp_path / "l.xlsx", WriteOptions(if_unsafe=IfUnsafe.PLAIN))
    assert verify(decided.register.source.path, tmp_path / "uusi.xlsx", tmp_path / "l.xlsx") == ()


def test_drawings_of_a_row_that_goes_hang_on_the_next_one(tmp_path: Path) -> None:
    frame = '<draw:frame table:end-cell-address="Asiakkaat.C9"><draw:object xlink:href="./Object 1"/></draw:frame>'
    rows = [*map(_customer, range(2, LAST + 1))]
    rows[1] = rows[1].replace("<text:p>ovi", f"{frame}<text:p>ovi")
    saved = Saved(outcome(read(document(tmp_path / "r.ods", rows)), removed=[3]), tmp_path)
    assert saved.holds()
    third = saved.content.split("</table:table-row>")[2]
    assert "Koivu 4" in third
    assert frame.replace("C9", "C8") in third


def test_a_row_swapped_in_the_file_does_not_hold(tmp_path: Path) -> None:
    register = read(document(tmp_path / "r.ods"))
    saved = Saved(outcome(register), tmp_path)
    other = tmp_path / "toinen.ods"
    with zipfile.ZipFile(saved.path) as source, zipfile.ZipFile(other, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(b"Koivu 4<", b"Koivu 9<") if name == "content.xml" else data)
    assert [found.code for found in verify(saved.source, other, saved.log)] == ["verify.cell_differs"]


@pytest.mark.parametrize(
    ("written", "excel", "moved"),
    [
        ("[.A7]*[.$B$5]", "A7*$B$5", "[.A5]*[.#REF!]"),
        ("SUM([.A1:.A10])", "SUM(A1:A10)", "SUM([.A1:.A7])"),
        ("[$Asiakkaat.$A$4:.$R$63]", "Asiakkaat!$A$4:$R$63", "[$Asiakkaat.$A$4:.$R$60]"),
        ("[$'It''s x'.A7]", "'It''s x'!A7", "[$'It''s x'.A7]"),
        ("SUM([.A:.A];[.7:.8])", "SUM(A:A;7:8)", "SUM([.A:.A];[.5:.6])"),
        ("['file:///a.ods'#$S.A7]", "['file:///a.ods'#$S.A7]", "['file:///a.ods'#$S.A7]"),
        ('"[.A7]"&[.A7]', '"[.A7]"&A7', '"[.A7]"&[.A5]'),
        ("Asiakkaat![.$A$7]", "Asiakkaat!$A$7", "Asiakkaat![.$A$5]"),
        ("IF([.A7]>0;nimi;LOG10([.B7]))", "IF(A7>0;nimi;LOG10(B7))", "IF([.A5]>0;nimi;LOG10([.B5]))"),
    ],
)
def test_references_are_understood_as_excels_and_moved_as_they_are_written(
    written: str, excel: str, moved: str
) -> None:
    assert as_in_excel(written) == excel
    assert moved_formula(written, own_sheet=True, sheet="Asiakkaat", moves=Deletion.of((5, 6, 10))) == moved


def test_a_formula_of_a_new_row_is_written_in_the_formats_own_way() -> None:
    assert as_in_document("SUM(A1:B2;'O''Brien'!$C$3)*nimi") == "SUM([.A1:.B2];[$'O''Brien'.$C$3])*nimi"
    assert copied("[.A1]*[.$B$1]", rows=2) == "[.A3]*[.$B$1]"
    assert moved_list("Asiakkaat.A5 $'Muu lista'.B7", "Asiakkaat", Deletion.of((5,))) == "$'Muu lista'.B7"


def test_blanks_tabs_and_lines_are_written_as_the_format_wants_them() -> None:
    assert paragraphs("a  b\tc\n d") == (
        b'<text:p>a <text:s text:c="1"/>b<text:tab/>c</text:p><text:p><text:s text:c="1"/>d</text:p>'
    )


def test_a_workbook_of_excel_is_made_where_its_name_asks_for_one(tmp_path: Path) -> None:
    register = read(document(tmp_path / "r.ods"))
    decided = outcome(register, [change(register, 5, "Summa", "50")], removed=[6])
    written = write(decided, tmp_path / "s.xlsx", tmp_path / "l.xlsx")
    assert [note.code for note in written.notes] == ["save.new_workbook", "save.formulas_as_values"]
    assert verify(decided.register.source.path, written.cleaned, tmp_path / "l.xlsx") == ()
    cells = openpyxl.load_workbook(written.cleaned).worksheets[0][5]
    assert [cell.value for cell in cells[:6]] == ["Koivu 5", 50, 1.2, True, timedelta(hours=30), "ovi\t12\nsoita"]


def test_a_day_before_1900_is_a_text_in_a_new_workbook_and_that_is_said(tmp_path: Path) -> None:
    founded = 'office:value-type="date" office:date-value="1875-03-04"'
    rows = [("Nimi", "Perustettu"), *((name, "1.2.2020") for name in ("Koivu", "Mänty", "Tammi"))]
    plain = [open_document_row(*map(open_document_cell, row)) for row in rows]
    old = open_document_row(open_document_cell("Vanha"), open_document_cell("04.03.75", founded))
    january = 'office:value-type="date" office:date-value="1900-01-05"'
    early = open_document_row(open_document_cell("Vanhin"), open_document_cell("", january))
    source = open_document(tmp_path / "r.ods", "".join([*plain, old, early]))
    register = read(source)
    assert [register.text(row, "Perustettu") for row in (3, 4)] == ["4.3.1875", "5.1.1900"]
    written = write(outcome(register, [change(register, 2, "Nimi", "Kuusi")]), tmp_path / "s.xlsx", tmp_path / "l.xlsx")
    assert "save.days_before_1900" in [note.code for note in written.notes]
    assert [read(written.cleaned).text(row, "Perustettu") for row in (3, 4)] == ["4.3.1875", "5.1.1900"]
    assert verify(source, written.cleaned, tmp_path / "l.xlsx") == ()


def test_a_new_workbook_is_never_called_an_open_document(tmp_path: Path) -> None:
    register = read(document(tmp_path / "r.ods", around="<!-- x -->"))
    plain = WriteOptions(if_unsafe=IfUnsafe.PLAIN)
    written = write(outcome(register, removed=[6]), tmp_path / "s.ods", tmp_path / "l.xlsx", plain)
    assert written.cleaned.name == "s.xlsx"
    assert zipfile.is_zipfile(written.cleaned)
