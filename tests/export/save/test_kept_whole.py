"""What stands around the rows comes back as it was, whatever program wrote it and however it names its parts."""

import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from export.outcomes import change, outcome, read
from export.workbook.test_odd_workbooks import SHEET, rewritten
from export.workbooks import plain_workbook, rich_workbook
from tikissa.export.proof.verify import verify
from tikissa.export.save.save_check import obstacles
from tikissa.export.save.writer import write
from tikissa.model.problems import TargetProblem

ROWS = [["Nimi", "Kaupunki"], *([f"Henkilö {number}", "Järvenpää"] for number in range(9))]
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
XM = "http://schemas.microsoft.com/office/excel/2006/main"


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as opened:
        return opened.read(name).decode()


def renamed(path: Path, names: dict[str, str]) -> Path:
    """Give parts other names in the zip, as they are, without telling anybody."""
    with zipfile.ZipFile(path) as source:
        members = {names.get(name, name): source.read(name) for name in source.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return path


def saved(source: Path) -> Path:
    """The workbook with a cell changed and a row gone, proven."""
    target, log = source.with_name("b.xlsx"), source.with_name("log.xlsx")
    register = read(source)
    column = next(column.name for column in register.columns if "Nimi" in column.name)
    write(outcome(register, [change(register, 3, column, "Uusi nimi")], removed=[6]), target, log)
    assert verify(source, target, log) == ()
    return target


def test_pictures_keep_their_sizes(tmp_path: Path) -> None:
    source = rich_workbook(tmp_path / "a.xlsx")
    drawing = "xl/drawings/drawing1.xml"
    sizes = re.compile(r"<[ax][dr:]*ext [^>]*>")
    assert sizes.findall(part(source, drawing))
    assert sizes.findall(part(saved(source), drawing)) == sizes.findall(part(source, drawing))


def test_a_drawing_changes_nothing_but_rows(tmp_path: Path) -> None:
    source = rich_workbook(tmp_path / "a.xlsx")
    without_rows = re.compile(r"(<xdr:row(?:Off)?>)\d+")
    before = part(source, "xl/drawings/drawing1.xml")
    assert without_rows.sub(r"\1", part(saved(source), "xl/drawings/drawing1.xml")) == without_rows.sub(r"\1", before)


def test_how_to_calculate_stands_after_the_names_whatever_else_is_there(tmp_path: Path) -> None:
    source = rich_workbook(tmp_path / "a.xlsx")
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    beside = f'<mc:AlternateContent xmlns:mc="{compatible}"/><x:own xmlns:x="u"/>'
    rewritten(
        source,
        {
            "xl/workbook.xml": lambda xml: re.sub("<calcPr[^>]*/>", "", xml).replace(
                "<bookViews>", beside + "<bookViews>"
            )
        },
    )
    workbook = part(saved(source), "xl/workbook.xml")
    assert '</definedNames><calcPr fullCalcOnLoad="1"/>' in workbook
    assert beside in workbook


def test_a_threshold_without_a_value_gets_none(tmp_path: Path) -> None:
    rule = (
        f'<extLst><ext xmlns:x14="{X14}" uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}"><x14:conditionalFormattings>'
        f'<x14:conditionalFormatting xmlns:xm="{XM}"><x14:cfRule type="dataBar" id="{{1}}"><x14:dataBar>'
        '<x14:cfvo type="autoMin"/><x14:cfvo type="formula"><xm:f>$B$9</xm:f></x14:cfvo></x14:dataBar></x14:cfRule>'
        "<xm:sqref>B2:B10</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>"
    )
    source = rewritten(
        plain_workbook(tmp_path / "a.xlsx", ROWS), {SHEET: lambda xml: xml.replace("</worksheet>", rule)}
    )
    sheet = part(saved(source), SHEET)
    assert '<x14:cfvo type="autoMin"/><x14:cfvo type="formula"><xm:f>$B$8</xm:f></x14:cfvo>' in sheet
    assert "<xm:sqref>B2:B9</xm:sqref>" in sheet


@pytest.mark.parametrize(
    "names",
    [
        {SHEET: "xl/worksheets/Sheet1.XML"},
        {SHEET: r"xl\worksheets\sheet1.xml", "xl/workbook.xml": r"xl\workbook.xml"},
        {"xl/_rels/workbook.xml.rels": "XL/_rels/Workbook.xml.rels", "xl/sharedStrings.xml": "xl/SharedStrings.xml"},
    ],
)
def test_parts_are_found_by_their_names_however_they_are_written(tmp_path: Path, names: dict[str, str]) -> None:
    source = renamed(plain_workbook(tmp_path / "a.xlsx", ROWS), names)
    assert read(source).source.sheet == "Asiakkaat"
    with zipfile.ZipFile(saved(source)) as cleaned, zipfile.ZipFile(source) as original:
        assert set(cleaned.namelist()) >= {name for name in original.namelist() if "calcChain" not in name}


def test_a_sheet_in_another_encoding_comes_back_in_it(tmp_path: Path) -> None:
    source = plain_workbook(tmp_path / "a.xlsx", ROWS)
    with zipfile.ZipFile(source) as opened:
        members = {name: opened.read(name) for name in opened.namelist()}
    cell = '<c r="D2" t="inlineStr"><is><t>Hämeenkyrö</t></is></c></row><row r="3"'
    sheet = members[SHEET].decode().replace('encoding="UTF-8"', 'encoding="ISO-8859-1"')
    members[SHEET] = sheet.replace('</row><row r="3"', cell, 1).encode("latin-1")
    with zipfile.ZipFile(source, "w") as target:
        for name, content in members.items():
            target.writestr(name, content)
    with zipfile.ZipFile(saved(source)) as cleaned:
        assert "Hämeenkyrö".encode("latin-1") in cleaned.read(SHEET)


def test_a_source_in_another_workbook_is_not_moved(tmp_path: Path) -> None:
    source = rich_workbook(tmp_path / "a.xlsx")
    cache = (
        '<pivotCacheDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><cacheSource type="worksheet">'
        '<worksheetSource ref="A1:F61" sheet="Asiakkaat"{}/></cacheSource></pivotCacheDefinition>'
    )
    with zipfile.ZipFile(source, "a") as opened:
        opened.writestr("xl/pivotCache/pivotCacheDefinition1.xml", cache.format(' r:id="rId1"'))
        opened.writestr("xl/pivotCache/pivotCacheDefinition2.xml", cache.format(""))
    target = saved(source)
    assert 'ref="A1:F61"' in part(target, "xl/pivotCache/pivotCacheDefinition1.xml")
    assert 'ref="A1:F60"' in part(target, "xl/pivotCache/pivotCacheDefinition2.xml")


def test_an_edit_that_cannot_be_made_is_not_told_as_rows_that_cannot_be_added(tmp_path: Path) -> None:
    register = read(rich_workbook(tmp_path / "a.xlsx"))
    decided = outcome(register, [change(register, 5, "Alv", "12")])
    assert [finding.code for finding in obstacles(decided)] == ["save.formula_overwritten"]
    with pytest.raises(TargetProblem) as problem:
        write(decided, tmp_path / "b.xlsx", tmp_path / "log.xlsx")
    assert problem.value.code == "save.unsafe_to_edit"


def test_a_cell_far_away_costs_nothing_and_stays(tmp_path: Path) -> None:
    far = '<row r="9000"><c r="CZ9000" t="inlineStr"><is><t>eksynyt</t></is></c></row></sheetData>'
    source = rewritten(plain_workbook(tmp_path / "a.xlsx", ROWS), {SHEET: lambda xml: xml.replace("</sheetData>", far)})
    assert '<c r="CZ8999" t="inlineStr"><is><t>eksynyt' in part(saved(source), SHEET)


def test_what_is_about_one_row_takes_no_new_row_in(tmp_path: Path) -> None:
    """The only row of data has merged cells and a link: they are its own."""
    path = tmp_path / "a.xlsx"
    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet("Asiakkaat")
    sheet.write_row(0, 0, ["Nimi", "Kaupunki", "", "Sivu"])
    sheet.write_row(1, 0, ["Henkilö 1", "Järvenpää", "", ""])
    sheet.merge_range("B2:C2", "Järvenpää")
    sheet.write_url("D2", "https://example.invalid/", string="sivu")
    sheet.autofilter("A1:D2")
    workbook.close()
    register = read(path)
    write(
        outcome(register, added=[{"Nimi": "Henkilö 2", "Kaupunki": "Kuopio"}]), tmp_path / "b.xlsx", tmp_path / "l.xlsx"
    )
    written = part(tmp_path / "b.xlsx", SHEET)
    assert '<mergeCell ref="B2:C2"/>' in written
    assert '<hyperlink ref="D2"' in written
    assert '<autoFilter ref="A1:D3"' in written
