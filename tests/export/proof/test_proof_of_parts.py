"""The proof has eyes of its own: whatever harm a saving did to a workbook, it is seen, and the file gets no name."""

import re
import shutil
import zipfile
from pathlib import Path

import pytest

from export.outcomes import change, outcome, read
from export.workbook.test_odd_workbooks import Rewrite, rewritten
from export.workbooks import rich_workbook
from tikissa.export.log.audit_files import read_audit_log
from tikissa.export.proof.proof_of_parts import part_differences
from tikissa.export.proof.verify import verify
from tikissa.export.save import writer
from tikissa.export.save.writer import write
from tikissa.model.problems import TargetProblem

SHEET, OTHER_SHEET = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("proven")
    register = read(rich_workbook(folder / "a.xlsx"))
    changes = [change(register, row, "Nimi", f"Muutettu {row}") for row in (3, 8, 40)]
    write(outcome(register, changes, {9: 5}, removed=(21, 32)), folder / "b.xlsx", folder / "log.xlsx")
    return folder


def differs(saved: Path, tmp_path: Path, parts: dict[str, Rewrite]) -> bool:
    """Whether the proof sees a change of parts of the saved file, each of which really changes it."""
    harmed = Path(shutil.copy(saved / "b.xlsx", tmp_path / "b.xlsx"))
    before = {name: zipfile.ZipFile(harmed).read(name) for name in parts}
    rewritten(harmed, parts)
    assert all(zipfile.ZipFile(harmed).read(name) != content for name, content in before.items())
    return any(part_differences(saved / "a.xlsx", harmed, read_audit_log(saved / "log.xlsx")))


def substituted(pattern: str, new: str) -> Rewrite:
    return lambda xml: re.sub(pattern, new, xml, count=1)


HARM: dict[str, tuple[str, Rewrite]] = {
    "the size of a picture": ("xl/drawings/drawing1.xml", substituted(r'<a:ext cx="\d+" cy="\d+"/>', "")),
    "the place of a picture": ("xl/drawings/drawing1.xml", substituted(r"<xdr:row>\d+", "<xdr:row>2")),
    "a chart's source": ("xl/charts/chart1.xml", substituted(r"\$F\$2:\$F\$58", "$F$2:$F$61")),
    "a chart's colour": ("xl/charts/chart1.xml", substituted(r'<c:lang val="[^"]*"/>', "")),
    "a table's area": ("xl/tables/table1.xml", substituted(r'ref="P1:Q37"', 'ref="P1:Q40"')),
    "a note's cell": ("xl/comments1.xml", substituted(r'<comment ref="B\d+"', '<comment ref="B3"')),
    "a note's text": ("xl/comments1.xml", substituted(r"Huomautus riville", "Muuta riville")),
    "the box of a note": ("xl/drawings/vmlDrawing1.vml", substituted(r"<x:Row>\d+", "<x:Row>2")),
    "the look of a box": ("xl/drawings/vmlDrawing1.vml", substituted(r"fillcolor=", "color=")),
    "a name's meaning": ("xl/workbook.xml", substituted(r"Asiakkaat!\$F\$2:\$F\$58", "Asiakkaat!$F$2:$F$61")),
    "a name gone": ("xl/workbook.xml", substituted(r'<definedName name="Summat">.*?</definedName>', "")),
    "the width of a column": (SHEET, substituted(r'(<col min="2" max="2") width="[\d.]+"', r'\1 width="5"')),
    "a rule's area": (SHEET, substituted(r'Formatting sqref="F2:F58"', 'Formatting sqref="F2:F59"')),
    "a rule gone": (SHEET, substituted(r"<dataValidation .*?</dataValidation>", "")),
    "a new bar without its lengths": (SHEET, substituted(r'<x14:dataBar minLength="0"', "<x14:dataBar")),
    "a sparkline's place": (SHEET, substituted(r"<xm:sqref>S\d+", "<xm:sqref>S59")),
    "a link's cell": (SHEET, substituted(r'<hyperlink ref="J\d+"', '<hyperlink ref="J59"')),
    "the end of a page": (SHEET, substituted(r'<brk id="\d+"', '<brk id="7"')),
    "the look of a cell": (SHEET, substituted(r'(<c r="C30") s="\d+"', r"\1")),
    "the look of a changed cell": (SHEET, substituted(r'<c r="B3"', '<c r="B3" s="1"')),
    "the height of a row": (SHEET, substituted(r'ht="39.75"', 'ht="41"')),
    "the value of a cell": (SHEET, substituted(r'(<c r="A30"><v>)\d', r"\g<1>7")),
    "the content of a changed cell": (SHEET, substituted("Muutettu 40", "Muutettu 41")),
    "a row gone": (SHEET, substituted(r'<row r="30".*?</row>', "")),
    "a row twice": (SHEET, substituted(r'(<row r="30".*?</row>)', r"\1\1")),
    "a cell in another column": (SHEET, substituted(r'<c r="D30"', '<c r="E30"')),
    "a formula's row": (SHEET, substituted(r"<f>F30\*0.24</f>", "<f>F31*0.24</f>")),
    "a formula on another sheet": (OTHER_SHEET, substituted(r"SUM\(Asiakkaat!F2:F58\)", "SUM(Asiakkaat!F2:F61)")),
    "a shared text": ("xl/sharedStrings.xml", substituted("Esimerkki Henkilö 10<", "Esimerkki Henkilö 9<")),
    "an untouched sheet": ("xl/worksheets/sheet3.xml", substituted("<sheetData>", "<sheetData> ")),
    "the styles": ("xl/styles.xml", substituted("FFFF99", "FFFF98")),
    "a part left out of the list": ("[Content_Types].xml", substituted(r'<Override PartName="/xl/charts[^>]*/>', "")),
}  # fmt: skip


@pytest.mark.parametrize("harm", HARM)
def test_harm_of_any_kind_is_seen(saved: Path, tmp_path: Path, harm: str) -> None:
    part, rewrite = HARM[harm]
    assert differs(saved, tmp_path, {part: rewrite})


def test_a_text_made_blank_that_a_cell_still_shows_is_seen_in_its_row(saved: Path, tmp_path: Path) -> None:
    blanked = Path(shutil.copy(saved / "b.xlsx", tmp_path / "b.xlsx"))
    used = re.search(rb'<c r="B30"[^>]* t="s"><v>(\d+)<', zipfile.ZipFile(blanked).read(SHEET))
    assert used is not None
    texts = re.findall(r"<si>.*?</si>", zipfile.ZipFile(blanked).read("xl/sharedStrings.xml").decode(), re.DOTALL)
    rewritten(blanked, {"xl/sharedStrings.xml": lambda xml: xml.replace(texts[int(used[1])], "<si><t/></si>", 1)})
    found = part_differences(saved / "a.xlsx", blanked, read_audit_log(saved / "log.xlsx"))
    assert ("verify.text_still_used", 30) in [(difference.code, difference.row) for difference in found]


def test_a_part_that_came_or_went_is_seen(saved: Path, tmp_path: Path) -> None:
    log = read_audit_log(saved / "log.xlsx")
    with zipfile.ZipFile(saved / "b.xlsx") as source:
        members = {name: source.read(name) for name in source.namelist()}
    for harmed in (members | {"xl/more.xml": b"<a/>"}, {k: v for k, v in members.items() if "chart1" not in k}):
        with zipfile.ZipFile(tmp_path / "c.xlsx", "w") as target:
            for name, content in harmed.items():
                target.writestr(name, content)
        assert any(part_differences(saved / "a.xlsx", tmp_path / "c.xlsx", log))


def test_a_saving_that_harms_the_workbook_is_refused_with_the_place(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = read(saved / "a.xlsx")
    written = writer.write_cleaned

    def harming(saving: object, target: object, progress: object) -> None:
        written(saving, target, progress)  # type: ignore[arg-type]
        draft = Path(target.name)  # type: ignore[attr-defined]
        target.flush()  # type: ignore[attr-defined]
        rewritten(draft, {"xl/drawings/drawing1.xml": HARM["the size of a picture"][1]})
        target.seek(0, 2)  # type: ignore[attr-defined]

    monkeypatch.setattr(writer, "write_cleaned", harming)
    with pytest.raises(TargetProblem) as problem:
        write(outcome(register, removed=(21,)), tmp_path / "b.xlsx", tmp_path / "log.xlsx")
    assert problem.value.code == "save.proof_failed_because"
    assert "xl/drawings/drawing1.xml" in problem.value.arguments[1]
    assert list(tmp_path.iterdir()) == []


def test_verify_looks_at_the_parts_of_a_file_that_is_as_it_was_saved(saved: Path) -> None:
    assert verify(saved / "a.xlsx", saved / "b.xlsx", saved / "log.xlsx") == ()
