"""`tikissa analyse` tells what is in a register, to people and to programs, and changes nothing."""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import jsonschema
import pytest

from command_line import CommandLine, customers
from conftest import SHARED

SCHEMA = SHARED / "contract" / "analysis.schema.json"


def test_the_json_on_standard_output_is_one_object_and_nothing_else(tikissa: CommandLine, register: Path) -> None:
    said = tikissa("analyse", register, "--today", "2026-11-01", "--json", "-")
    found = json.loads(said.out)
    assert said.status == 0
    assert [duplicate["rows"] for duplicate in found["duplicates"]] == [[2, 3]]
    assert {(fix["row"], fix["proposal"]) for fix in found["fixes"] if fix["column"] == "Postinumero"} == {(2, "00100")}
    old = [entry["row"] for entry in found["stale"] if entry["reasons"][0]["code"] == "contact.old"]
    assert old == [3, 4]


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the contract is not here")
def test_the_json_keeps_the_contract(tikissa: CommandLine, register: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    assert tikissa("analyse", register, "--json", target).status == 0
    jsonschema.validate(json.loads(target.read_text("utf-8")), json.loads(SCHEMA.read_text("utf-8")))


def test_at_most_one_fix_stands_for_a_cell(tikissa: CommandLine, tmp_path: Path) -> None:
    messy = customers(tmp_path, "Nimi;Sähköposti;Postinumero\n AINO  AHOLA ; AINO@GMIAL.COM ;100 \nx;y;z\n")
    found = json.loads(tikissa("analyse", messy, "--json", "-").out)
    cells = [(fix["row"], fix["letter"]) for fix in found["fixes"]]
    assert len(cells) == len(set(cells))


def test_a_blank_or_repeated_header_is_called_by_its_letter(tikissa: CommandLine, tmp_path: Path) -> None:
    register = customers(tmp_path, "Nimi;;Puhelin;Puhelin\nAino Ahola;a;040 123 4567;050 765 4321\n")
    columns = json.loads(tikissa("analyse", register, "--json", "-").out)["register"]["columns"]
    assert [column["letter"] for column in columns] == ["A", "B", "C", "D"]
    assert columns[1]["name"] == "B"
    assert len({column["name"] for column in columns}) == 4


def test_the_register_is_not_touched(tikissa: CommandLine, register: Path) -> None:
    before = (sha256(register.read_bytes()).hexdigest(), register.stat().st_mtime_ns)
    found = json.loads(tikissa("analyse", register, "--json", "-").out)
    assert (sha256(register.read_bytes()).hexdigest(), register.stat().st_mtime_ns) == before
    assert found["register"]["sha256"] == before[0]


def test_people_are_told_in_their_own_language(tikissa: CommandLine, register: Path) -> None:
    assert "Kannattaa tarkistaa: 2 riviä" in tikissa("analyse", register, "--today", "2026-11-01", language="fi").out
    assert "Worth checking: 2 rows" in tikissa("analyse", register, "--today", "2026-11-01").out


def test_a_list_of_purchases_is_looked_through_and_called_what_it_is(tikissa: CommandLine, tmp_path: Path) -> None:
    invoices = "Laskunro;Laskupvm;Asiakas;Summa\n1;2.1.2026;Eino Ek;10,00\n2;3.1.2026;Eino Ek;20,00\n"
    said = tikissa("analyse", customers(tmp_path, invoices))
    assert (said.status, said.error) == (0, "")
    assert "Looks like a list of purchases" in said.out


def test_the_user_may_say_how_the_file_is_read(tikissa: CommandLine, tmp_path: Path) -> None:
    register = tmp_path / "asiakkaat.csv"
    register.write_bytes("Nimi\tKaupunki\nÄijälä\tTurku\n".encode("cp1252"))
    said = tikissa(
        "analyse", register, "--encoding", "cp1252", "--delimiter", "\\t", "--header-row", "1", "--json", "-"
    )
    source = json.loads(said.out)["register"]
    assert (source["delimiter"], source["header_row"], source["rows"]) == ("\t", 1, 1)


@pytest.mark.parametrize("missing", ["puuttuu.xlsx", "puuttuu.csv", ""])
def test_a_file_that_is_not_there_is_one_line_and_status_2(tikissa: CommandLine, tmp_path: Path, missing: str) -> None:
    said = tikissa("analyse", tmp_path / missing)
    assert (said.status, said.out) == (2, "")
    assert len(said.error.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tyhja.csv", b""),
        ("otsikko.csv", b"Nimi;Puhelin\n"),
        ("rikki.xlsx", b"PK\x03\x04 no workbook"),
        ("kuva.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(200)),
        ("salattu.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)),
    ],
)
def test_what_is_no_register_is_one_line_and_status_2(
    tikissa: CommandLine, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    said = tikissa("analyse", tmp_path / name)
    assert (said.status, said.out) == (2, "")
    assert len(said.error.splitlines()) == 1
    assert "Traceback" not in said.error


@pytest.mark.parametrize(
    "wrong",
    [["--today", "1.11.2026"], ["--header-row", "x"], ["--nothing"], ["--language", "xx"], ["--sheet"]],
)
def test_a_call_that_makes_no_sense_is_one_line_and_status_2(
    tikissa: CommandLine, register: Path, wrong: list[str]
) -> None:
    said = tikissa("analyse", register, *wrong)
    assert (said.status, len(said.error.splitlines())) == (2, 1)


def test_the_register_itself_is_never_the_target(tikissa: CommandLine, register: Path) -> None:
    before = register.read_bytes()
    assert tikissa("analyse", register, "--json", register).status == 2
    assert register.read_bytes() == before


def test_a_json_that_cannot_be_written_is_one_line_and_status_2(tikissa: CommandLine, register: Path) -> None:
    said = tikissa("analyse", register, "--json", register.parent / "ei" / "ole" / "out.json")
    assert (said.status, len(said.error.splitlines())) == (2, 1)


def test_a_json_written_before_is_replaced(tikissa: CommandLine, register: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")
    assert tikissa("analyse", register, "--json", target).status == 0
    assert json.loads(target.read_text("utf-8"))["register"]["rows"] == 4


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few make links")
def test_a_link_to_the_json_stays_a_link(tikissa: CommandLine, register: Path, tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("old")
    (tmp_path / "link.json").symlink_to("out.json")
    assert tikissa("analyse", register, "--json", tmp_path / "link.json").status == 0
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["register"]["rows"] == 4


def test_two_results_never_share_a_name(tikissa: CommandLine, register: Path, tmp_path: Path) -> None:
    said = tikissa("analyse", register, "--json", tmp_path / "tulos", "--page", tmp_path / "tulos")
    assert (said.status, said.out, len(said.error.splitlines())) == (2, "", 1)
    assert not (tmp_path / "tulos").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_target_that_is_no_plain_file_is_written_to_directly(tikissa: CommandLine, register: Path) -> None:
    pipe = register.parent / "putki"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as reader:
        read = reader.submit(pipe.read_text, "utf-8")
        said = tikissa("analyse", register, "--json", pipe)
        assert json.loads(read.result())["register"]["rows"] == 4
    assert (said.status, said.out) == (0, "")
    assert pipe.is_fifo()


def test_the_state_of_the_register_is_written_as_a_page_to_print(tikissa: CommandLine, register: Path) -> None:
    page = register.parent / "kunto.html"
    assert tikissa("analyse", register, "--page", page, language="fi").status == 0
    assert "Rekisterin kunto" in page.read_text("utf-8")
    assert tikissa("analyse", register, "--page", register).status == 2
