"""What the log says of rows that came is proven, and each of them can go again."""

import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.additions.test_added_rows import CSV, OONA, VILLE, customers, saved
from export.backwards import restored_rows
from export.libre_office import converted
from export.outcomes import outcome, read
from export.test_random_decisions import COLUMNS, cells, register_of, texts, without_empty_end
from export.workbooks import plain_workbook
from tikissa.export.log.audit_files import read_audit_log
from tikissa.export.log.logged_cell import agrees, trimmed
from tikissa.export.proof.verify import verify
from tikissa.export.restore.restore import restore
from tikissa.export.save.writer import write
from tikissa.export.saving_options import Written
from tikissa.export.second_reader.file_contents import contents
from tikissa.model.problems import TargetProblem
from tikissa.model.register import FileFormat, Reading


def _tampered(written: Written, old: bytes, new: bytes) -> Path:
    """Return the cleaned workbook with something else in its first sheet."""
    target = written.cleaned.with_name("muutettu.xlsx")
    with zipfile.ZipFile(written.cleaned) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(old, new) if name == "xl/worksheets/sheet1.xml" else content)
    return target


ONE_MORE = '<row r="20"><c r="B20" t="inlineStr"><is><t>Yksi lisää</t></is></c></row></sheetData>'.encode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Oona Lehtola", b"Oona Lahtela"),
        (b"<v>12.5</v>", b"<v>13.5</v>"),
        (b"D10*0.24", b"D9*0.24"),
        (b"</sheetData>", ONE_MORE),
    ],
)  # fmt: skip
def test_a_new_row_that_was_changed_or_one_more_does_not_hold(tmp_path: Path, old: bytes, new: bytes) -> None:
    path = customers(tmp_path / "a.xlsx", totals=False)
    written = saved(path, [OONA, VILLE])
    changed = _tampered(written, old, new)
    assert verify(path, changed, written.audit_logs[0])


def test_a_new_row_that_is_missing_does_not_hold(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes((CSV + "\r\n").encode())
    written = saved(path, [{"Nimi": "Oona"}, {"Nimi": "Ville"}])
    written.cleaned.write_bytes(written.cleaned.read_bytes().replace(b";Ville;\r\n", b""))
    assert verify(path, written.cleaned, written.audit_logs[0])


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_one_new_row_goes_again_and_the_other_stays(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    if ending == "xlsx":
        customers(path)
    else:
        path.write_bytes(b"Asiakasnro;Nimi;Postinro;Ostot;Viimeisin osto\r\n1;Aino;00100;1;2.2.2025\r\n")
    written = saved(path, [OONA, VILLE])
    log = read_audit_log(written.audit_logs[0])
    line = next(line for line in log.lines if "Oona" in line.after)
    target, new_log = tmp_path / f"takaisin.{ending}", tmp_path / "takaisin-loki.xlsx"
    restored = restore(written.cleaned, written.audit_logs[0], int(line.line), target, new_log)
    assert restored.removed == int(line.row)
    assert verify(written.cleaned, target, new_log) == ()
    left = [read(target).text(record, "Nimi") for record in range(len(read(target)))]
    assert "Ville Åström" in left
    assert "Oona Lehtola" not in left


def test_a_new_row_somebody_has_worked_on_stays(tmp_path: Path) -> None:
    path = customers(tmp_path / "a.xlsx", totals=False)
    written = saved(path, [OONA])
    changed = _tampered(written, b"Oona Lehtola", b"Oona Lahtela")
    log = read_audit_log(written.audit_logs[0])
    line = next(line for line in log.lines if line.kind == "added")
    with pytest.raises(TargetProblem) as told:
        restore(changed, written.audit_logs[0], int(line.line), tmp_path / "b.xlsx", tmp_path / "b-loki.xlsx")
    assert told.value.code == "restore.added_row_changed"


@st.composite
def _cases(draw: st.DrawFn) -> tuple[list[list[object]], list[list[object]], list[int], list[tuple[str, ...]]]:
    row = st.lists(cells, min_size=COLUMNS, max_size=COLUMNS)
    rows = draw(st.lists(row, min_size=1, max_size=6))
    below = draw(st.lists(row, max_size=3))
    gone = draw(st.lists(st.integers(2, len(rows) + 1), unique=True, max_size=len(rows)))
    return rows, below, gone, draw(st.lists(st.tuples(*[texts] * COLUMNS).filter(any), min_size=1, max_size=3))


@given(_cases())
@settings(max_examples=60)
def test_whatever_stands_below_original_and_log_make_the_cleaned_workbook_and_back(
    case: tuple[list[list[object]], list[list[object]], list[int], list[tuple[str, ...]]],
) -> None:
    rows, below, gone, new = case
    with tempfile.TemporaryDirectory() as name:
        path = plain_workbook(Path(name) / "a.xlsx", [["a", "b", "c", "d"], *rows, *below], formulas=False)
        register = register_of(path, rows, FileFormat.XLSX, openpyxl.load_workbook(path, read_only=True).sheetnames[0])
        added = [{f"Sarake {column}": text for column, text in enumerate(row)} for row in new]
        target, log = path.with_name("b.xlsx"), path.with_name("loki.xlsx")
        written = write(outcome(register, removed=gone, added=added), target, log)
        assert written.rows_in + written.added == written.kept + written.removed
        assert verify(path, target, log) == ()
        before, after = (
            contents(each, FileFormat.XLSX, register.source.sheet, Reading()).rows(register.source.sheet)
            for each in (path, target)
        )
        restored = without_empty_end(restored_rows(after, read_audit_log(log)).rows)
        original = without_empty_end([tuple(trimmed(row)) for row in before])
        assert len(restored) == len(original)
        assert all(all(map(agrees, back, row)) for back, row in zip(restored, original, strict=True))


@given(_cases())
@settings(max_examples=40)
def test_whatever_stands_below_original_and_log_make_the_cleaned_csv(
    case: tuple[list[list[object]], list[list[object]], list[int], list[tuple[str, ...]]],
) -> None:
    rows, below, gone, new = (
        [[*map(str, row)] for row in part] if part and isinstance(part[0], list) else part for part in case
    )
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "a.csv"
        lines = ([cell.replace('"', '""') for cell in row] for row in (["a", "b", "c", "d"], *rows, *below))
        path.write_bytes("\r\n".join(";".join(f'"{cell}"' for cell in row) for row in lines).encode())
        register = register_of(path, rows, FileFormat.CSV, "a")
        added = [{f"Sarake {column}": text for column, text in enumerate(row)} for row in new]
        target, log = path.with_name("b.csv"), path.with_name("loki.xlsx")
        written = write(outcome(register, removed=gone, added=added), target, log)
        assert written.rows_in + written.added == written.kept + written.removed
        assert verify(path, target, log) == ()


@pytest.mark.full
def test_another_program_opens_the_workbook_and_counts_the_new_rows_in(tmp_path: Path) -> None:
    written = saved(customers(tmp_path / "a.xlsx"), [OONA, VILLE], removed=[3])
    (opened,) = converted([written.cleaned], "ods", tmp_path)
    sheets = {name: [*contents(opened, FileFormat.ODS, name, Reading()).rows(name)] for name in ("Asiakkaat", "Kooste")}
    total = sum(10.5 * row for row in range(1, 9) if row != 2) + 12.5
    assert [row[1] for row in sheets["Asiakkaat"]][8:12] == ["Oona Lehtola", "Ville Åström", "", "Yhteensä"]
    assert sheets["Asiakkaat"][8][4] == pytest.approx(12.5 * 0.24)
    assert sheets["Asiakkaat"][11][3] == pytest.approx(total)
    assert sheets["Kooste"][0][0] == pytest.approx(total)
