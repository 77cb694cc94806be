"""The change log stands on its own: readable, whole, chained, and without identity codes in clear."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from export.backwards import restored_rows
from export.outcomes import change, outcome, read
from export.workbooks import plain_workbook
from tikissa.export.log.audit_files import audit_log_files, read_audit_log
from tikissa.export.log.audit_line import FIELDS, AuditLine, broken_lines, chained
from tikissa.export.log.logged_cell import Masked
from tikissa.export.proof.verify import verify
from tikissa.export.save.writer import write
from tikissa.export.saving_options import WriteOptions
from tikissa.export.second_reader.file_contents import contents
from tikissa.model.finding import Reason
from tikissa.model.register import FileFormat, Reading
from tikissa.text.secret_numbers import masked

IDENTITY_CODE, CHANGED_CODE = "010190-900A", "010190-901B"
ROWS = [
    ["Nimi", "Puhelin", "Henkilötunnus", "Summa"],
    *([f"Henkilö {number}", f"040 555 {number:04}", "", number] for number in range(10)),
    ["Salainen", "040 555 9999", IDENTITY_CODE, 1],
    ["Salainen toinen", "040 555 9998", IDENTITY_CODE, 1],
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("log")
    register = read(plain_workbook(folder / "a.xlsx", ROWS))
    lost = replace(change(register, 6, "Puhelin", "+358 40"), has_effect=False)
    changes = [
        change(register, 3, "Nimi", "Uusi nimi"),
        lost,
        change(register, 4, "Puhelin", "040 555 0004", source_row=6),
        change(register, 12, "Henkilötunnus", CHANGED_CODE),
    ]
    changes[0] = replace(changes[0], reason=Reason("hand.edit"), who="Maija")
    decided = outcome(register, changes, {6: 4}, archived=[8], removed=[13])
    options = WriteOptions(settings={"accept": "all"}, mask_key=b"k" * 32)
    write(decided, folder / "b.xlsx", folder / "loki.xlsx", options)
    return folder


def test_one_line_tells_everything_of_a_change(folder: Path) -> None:
    with (folder / "loki.csv").open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.DictReader(stream, delimiter=";"))
    first = lines[1]
    assert first["time"] == "2026-11-01T12:00:00+00:00"
    assert (first["sheet"], first["row"], first["column"], first["letter"]) == ("Asiakkaat", "3", "Nimi", "A")
    assert (first["before"], first["after"]) == ("Henkilö 1", "Uusi nimi")
    assert (first["rule"], first["decided_by"], first["decision"]) == ("hand.edit", "Maija", "0")
    assert first["reason"] == "Muokattu käsin"
    assert lines[3]["source_row"] == "6"


def test_a_fix_on_a_row_merged_away_is_logged_as_without_effect(folder: Path) -> None:
    line = read_audit_log(folder / "loki.jsonl").lines[2]
    assert line.kind == "no_effect"
    assert "ei vaikutusta, rivi yhdistettiin riviin 4" in line.reason


def test_rows_that_leave_stand_in_the_log_whole(folder: Path) -> None:
    leaving = read_audit_log(folder / "loki.xlsx").leaving
    assert {row: line.kind for row, line in leaving.items()} == {6: "merged", 8: "archived", 13: "removed"}
    assert leaving[6].before == "Nimi: Henkilö 4; Puhelin: 040 555 0004; Summa: 4"
    assert leaving[6].after == "Yhdistetty riviin 4"
    assert json.loads(leaving[6].before_cell) == ["Henkilö 4", "040 555 0004", None, 4]


def test_the_summary_has_the_row_arithmetic_and_the_hashes(folder: Path) -> None:
    workbook = openpyxl.load_workbook(folder / "loki.xlsx")
    assert workbook.sheetnames == ["Yhteenveto", "Muutokset"]
    shown = {row[0]: row[1] for row in workbook["Yhteenveto"].iter_rows(values_only=True)}
    assert [shown[name] for name in ("Rivejä alkuperäisessä", "Rivejä siistityssä tiedostossa")] == [12, 9]
    assert [shown[name] for name in ("Yhdistetty toisiin", "Arkistoitu", "Poistettu")] == [1, 1, 1]
    assert shown["accept"] == "all"
    assert len(str(shown["Alkuperäisen SHA-256"])) == len(str(shown["Siistityn tiedoston SHA-256"])) == 64


def test_the_three_forms_say_the_same(folder: Path) -> None:
    forms = [read_audit_log(path).lines for path in audit_log_files(folder / "loki.xlsx")]
    assert forms[0] == forms[1] == forms[2]


def test_identity_codes_never_stand_in_the_log(folder: Path) -> None:
    for path in audit_log_files(folder / "loki.xlsx"):
        lines = "\n".join("\x1f".join(line.values) for line in read_audit_log(path).lines)
        assert IDENTITY_CODE not in lines
        assert CHANGED_CODE not in lines
        assert "010190-****" in lines
    assert verify(folder / "a.xlsx", folder / "b.xlsx", folder / "loki.csv") == ()


def test_the_original_comes_back_from_the_log_but_for_what_is_masked(folder: Path) -> None:
    cleaned = contents(folder / "b.xlsx", FileFormat.XLSX, "Asiakkaat", Reading()).rows("Asiakkaat")
    restored = restored_rows(cleaned, read_audit_log(folder / "loki.jsonl"))
    assert restored.masked == ((12, 2), (13, 2))
    for back, row in zip(restored.rows, ROWS, strict=True):
        for cell, was in zip(back, row, strict=True):
            assert isinstance(cell, Masked) or cell == (was or None) or cell == was


@pytest.mark.parametrize("name", ["loki.xlsx", "loki.csv", "loki.jsonl", "loki"])
def test_the_log_has_three_forms_whatever_name_is_given(name: str) -> None:
    files = audit_log_files(Path(name))
    assert {path.suffix for path in files} == {".xlsx", ".csv", ".jsonl"}
    assert files[0].name == (name if "." in name else "loki.xlsx")


def test_the_chain_notices_a_cut_and_an_edit() -> None:
    lines = list(chained(AuditLine(kind="change", row=str(number)) for number in range(6)))
    assert list(broken_lines(lines)) == []
    assert next(broken_lines(lines[:2] + lines[3:])) == 2
    assert next(broken_lines([*lines[:2], replace(lines[2], after="muu"), *lines[3:]])) == 3
    assert len(FIELDS) == 17


@pytest.mark.parametrize(
    ("text", "cover"),
    [
        ("010190-900A", "010190-****"),
        ("hetu 010190A9001 ja muuta", "hetu 010190A**** ja muuta"),
        ("FI21 1234 5600 0007 85", "FI21****85"),
        ("4111 1111 1111 1111", "4111****11"),
        ("4111 1111 1111 1112", "4111 1111 1111 1112"),
        ("+358 40 555 1234", "+358 40 555 1234"),
        ("FI12345678", "FI12345678"),
        ("003712345671", "003712345671"),
        ("Matti Meikäläinen", "Matti Meikäläinen"),
    ],
)
def test_what_is_masked(text: str, cover: str) -> None:
    assert masked(text) == cover


def test_one_form_of_the_log_is_enough_where_that_is_wanted(tmp_path: Path) -> None:
    register = read(plain_workbook(tmp_path / "a.xlsx", ROWS))
    changed = outcome(register, [change(register, 3, "Nimi", "Uusi nimi")])
    written = write(changed, tmp_path / "b.xlsx", tmp_path / "loki.xlsx", WriteOptions(one_log=True))
    assert [path.name for path in written.audit_logs] == ["loki.xlsx"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xlsx", "b.xlsx", "loki.xlsx"]
    assert verify(tmp_path / "a.xlsx", tmp_path / "b.xlsx", tmp_path / "loki.xlsx") == ()
