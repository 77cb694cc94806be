"""A CSV register comes back in its own manner: what nothing touched keeps its bytes."""

from pathlib import Path

import pytest

from export.outcomes import change, outcome, read
from tikissa.export.csv_writer import raw_cells
from tikissa.export.proof.verify import verify
from tikissa.export.save.save_check import obstacles
from tikissa.export.save.writer import write
from tikissa.export.saving_options import IfUnsafe, RemovedRows, WriteOptions
from tikissa.model.problems import TargetProblem

HEADINGS = ("Nimi", "Puhelin", "Postinumero", "Huom")
CUSTOMERS = [(f"Äijä Ö {n}", f"040 555 {n:04}", f"00{n:03}", "") for n in range(100, 120)]


def csv_file(folder: Path, encoding: str, delimiter: str = ";", end: str = "\r\n", quoted: bool = False) -> Path:
    rows = [HEADINGS, *CUSTOMERS]
    lines = [delimiter.join(f'"{cell}"' if quoted else cell for cell in row) for row in rows]
    path = folder / "a.csv"
    path.write_bytes((end.join(lines) + end).encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "cp850"])
@pytest.mark.parametrize(("delimiter", "end", "quoted"), [(";", "\r\n", False), (",", "\n", True), ("\t", "\r", False)])
def test_every_line_but_the_changed_one_keeps_its_bytes(
    tmp_path: Path, encoding: str, delimiter: str, end: str, quoted: bool
) -> None:
    source = csv_file(tmp_path, encoding, delimiter, end, quoted)
    register = read(source)
    decided = outcome(register, [change(register, 4, "Puhelin", "09 555 0000")], {6: 4})
    write(decided, tmp_path / "b.csv", tmp_path / "loki.xlsx")
    assert verify(source, tmp_path / "b.csv", tmp_path / "loki.csv") == ()
    before, after = ((tmp_path / name).read_bytes().decode(encoding).split(end) for name in ("a.csv", "b.csv"))
    kept = [line for number, line in enumerate(before, 1) if number != 6]
    assert [number for number, pair in enumerate(zip(kept, after, strict=True), 1) if pair[0] != pair[1]] == [4]
    assert after[3] == before[3].replace("040 555 0102", "09 555 0000")
    assert (tmp_path / "b.csv").read_bytes()[:3] == source.read_bytes()[:3]


def test_odd_lines_keep_their_bytes(tmp_path: Path) -> None:
    lines = [
        b"sep=;",
        b"Nimi;Puhelin;Huom",
        b'"Matti";040 555 0001;"rivi 1\r\nrivi 2 ""lainaus"" ; piste"',
        b"Maija;040 555 0002",
        "Äiti;040 555 0003;utf-8".encode(),
        "Öljy;040 555 0004;cp1252".encode("cp1252"),
        b"",
        b"Pekka ; 040 555 0005;x",
        b"Liisa;040 555 0006;viimeinen",
    ]
    source = tmp_path / "a.csv"
    source.write_bytes(b"\r\n".join(lines))
    register = read(source)
    row = next(register.row(record) for record in range(len(register)) if register.text(record, "Nimi") == "Liisa")
    write(outcome(register, [change(register, row, "Huom", "a;b")]), tmp_path / "b.csv", tmp_path / "loki.xlsx")
    after = (tmp_path / "b.csv").read_bytes()
    assert after == b"\r\n".join([*lines[:-1], b'Liisa;040 555 0006;"a;b"'])
    assert verify(source, tmp_path / "b.csv", tmp_path / "loki.jsonl") == ()


def test_long_and_strange_texts_stand_in_every_form_of_the_log(tmp_path: Path) -> None:
    source = csv_file(tmp_path, "utf-8")
    source.write_bytes(source.read_bytes().replace("Äijä Ö 105".encode(), "outo \x01 \x85 \ufffe _x0041_".encode()))
    register = read(source)
    changes = [change(register, 4, "Huom", "pitkä " * 8000), change(register, 7, "Nimi", "tavallinen")]
    written = write(outcome(register, changes, removed=[9]), tmp_path / "b.csv", tmp_path / "loki.xlsx")
    for form in written.audit_logs:
        assert verify(source, tmp_path / "b.csv", form) == ()


def test_what_the_encoding_cannot_hold_is_named_and_utf_8_is_the_way_out(tmp_path: Path) -> None:
    source = csv_file(tmp_path, "cp1252")
    register = read(source)
    decided = outcome(register, [change(register, 4, "Nimi", "Łukasz 😀")])
    (finding,) = obstacles(decided)
    assert (finding.code, finding.arguments) == ("save.encoding_cannot_hold", ("cp1252", "Ł 😀", "2"))
    with pytest.raises(TargetProblem, match=r"save\.unsafe_encoding"):
        write(decided, tmp_path / "b.csv", tmp_path / "loki.xlsx")
    write(decided, tmp_path / "b.csv", tmp_path / "loki.xlsx", WriteOptions(if_unsafe=IfUnsafe.PLAIN))
    assert "Łukasz 😀;040 555 0102" in (tmp_path / "b.csv").read_text("utf-8-sig")
    assert verify(source, tmp_path / "b.csv", tmp_path / "loki.xlsx") == ()


def test_new_values_like_formulas_are_counted_and_written_as_texts(tmp_path: Path) -> None:
    source = csv_file(tmp_path, "utf-8")
    register = read(source)
    changes = [change(register, 4, "Huom", "=1+1"), change(register, 5, "Puhelin", "+358 40 555 0001")]
    decided = outcome(register, changes, added=[{"Nimi": "@SUM(1+1)*cmd|' /C calc'!A0", "Huom": "-12,50"}])
    assert [(finding.code, finding.arguments) for finding in obstacles(decided)] == [("save.formula_like", ("2",))]
    written = write(decided, tmp_path / "b.csv", tmp_path / "loki.csv")
    text = (tmp_path / "b.csv").read_bytes().decode("utf-8-sig")
    assert ";'=1+1\r\n" in text
    assert "\r\n'@SUM(1+1)*cmd|" in text
    assert ";+358 40 555 0001;" in text
    assert ";-12,50" in text
    assert [note.code for note in written.notes] == ["save.formula_like", "save.log_formula_like"]
    assert verify(source, tmp_path / "b.csv", tmp_path / "loki.csv") == ()


def test_what_stood_like_a_formula_in_the_users_own_file_stays_as_it_was(tmp_path: Path) -> None:
    source = csv_file(tmp_path, "utf-8")
    source.write_bytes(source.read_bytes().replace("Äijä Ö 105".encode(), b"=HYPERLINK(1)").replace(b"106", b"=A1"))
    register = read(source)
    (lent,) = (row for row in range(2, len(register) + 2) if register.text(row - 2, "Nimi").startswith("="))
    copied = change(register, 4, "Nimi", "=HYPERLINK(1)", source_row=lent)
    changes = [copied, change(register, lent, "Nimi", "=HYPERLINK(2)")]
    decided = outcome(register, changes)
    assert obstacles(decided) == ()
    write(decided, tmp_path / "b.csv", tmp_path / "loki.csv")
    text = (tmp_path / "b.csv").read_text("utf-8-sig")
    assert "'=" not in text
    assert "\n=HYPERLINK(1)" in text
    assert "\n=HYPERLINK(2)" in text
    assert verify(source, tmp_path / "b.csv", tmp_path / "loki.csv") == ()


def test_archived_rows_get_a_file_of_their_own(tmp_path: Path) -> None:
    source = csv_file(tmp_path, "cp1252")
    register = read(source)
    decided = outcome(register, [change(register, 5, "Huom", "vanha")], {9: 3}, archived=[5, 7])
    written = write(decided, tmp_path / "b.csv", tmp_path / "loki.xlsx")
    assert [path.name for path in written.added_files] == ["b-Arkisto.csv"]
    lines = source.read_bytes().split(b"\r\n")
    assert (tmp_path / "b-Arkisto.csv").read_bytes() == b"\r\n".join([lines[0], lines[4] + b"vanha", lines[6], b""])
    assert verify(source, tmp_path / "b.csv", tmp_path / "loki.xlsx") == ()


def test_merged_rows_get_one_too_where_that_is_wanted(tmp_path: Path) -> None:
    register = read(csv_file(tmp_path, "utf-8"))
    options = WriteOptions(removed_rows=RemovedRows.SHEET)
    written = write(outcome(register, [], {9: 3}), tmp_path / "b.csv", tmp_path / "loki.xlsx", options)
    assert [path.name for path in written.added_files] == ["b-Yhdistetyt ja arkistoidut rivit.csv"]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a;b;c", ["a", "b", "c"]),
        ("", [""]),
        (";", ["", ""]),
        ('"a;b";c', ['"a;b"', "c"]),
        ('"a""b";', ['"a""b"', ""]),
        ('a"b;c', ['a"b', "c"]),
        ('"a"x;b', ['"a"x', "b"]),
        (';"";b', ["", '""', "b"]),
    ],
)
def test_a_line_is_cut_into_its_cells_quotes_and_all(text: str, cells: list[str]) -> None:
    assert raw_cells(text, ";") == cells
