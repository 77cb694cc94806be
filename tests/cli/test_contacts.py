"""`tikissa contacts FILE… --register REGISTER` tells what became of messages, and enters prohibitions."""

import json
from contextlib import closing
from pathlib import Path

import jsonschema
import pytest

from command_line import CommandLine
from conftest import SHARED
from files.mail_makers import absences, block, report
from tikissa.app.session import Session
from tikissa.files.reader import read
from tikissa.lists.exclusions import entry_of
from tikissa.model.decision import Verdict

SCHEMA = SHARED / "contract" / "contacts.schema.json"
CASE = SHARED / "cases" / "other_files" / "bounces-in-conflict"

REGISTER = """Asiakasnro;Nimi;Sähköposti;Puhelin;Sähköpostilupa
1;Aino Lumi;aino@kaukana.test;0401234567;kyllä
2;Pekka Suo;pekka@hyoky.test, p.suo@tyo.test;0501234567;kyllä
3;Tupa Oy;info@tupa.test;;ei
4;Tupa Oy sivu;Info@tupa.test;;kyllä
"""


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "asiakkaat.csv"
    path.write_text(REGISTER, encoding="utf-8")
    return path


def made(tmp_path: Path) -> list[Path]:
    """Write a list of unsubscribes, a folder of messages and a mailbox of absence notices."""
    unsubscribed = tmp_path / "unsubscribed.csv"
    unsubscribed.write_text(
        "Email;UNSUB_TIME\np.suo@tyo.test;2026-11-01 10:00\ninfo@tupa.test;2026-11-01 10:00\n", "utf-8"
    )
    folder = tmp_path / "viestit"
    folder.mkdir()
    (folder / "1.eml").write_bytes(report(block("aino@kaukana.test", "5.1.1", "550 5.1.1 User unknown")))
    box = tmp_path / "lomat.mbox"
    box.write_bytes(b"".join(b"From x Tue Dec  1 07:36:16 2026\n" + each + b"\n\n" for each in absences()))
    return [unsubscribed, folder, box]


def test_files_of_many_kinds_are_told_together_and_refusals_become_prohibitions(
    tikissa: CommandLine, people: Path, tmp_path: Path
) -> None:
    before = people.read_bytes()
    said = tikissa("contacts", *made(tmp_path), "--register", people, "--accept", "forbid", "--json", "-")
    rows = json.loads(said.out)["rows"]
    told = {row["address"]: (row["what"], row["register_rows"], row["proposal"]) for row in rows}
    assert (said.status, said.error) == (0, "")
    assert told["p.suo@tyo.test"] == ("unsubscribed", [3], "forbid")
    assert told["info@tupa.test"] == ("unsubscribed", [4, 5], "forbid")
    assert told["aino@kaukana.test"] == ("hard", [2], "check")
    assert told["lauri@kauppias.test"] == ("not_a_bounce", [], "none")
    cleaned, log = tmp_path / "asiakkaat-siistitty.csv", tmp_path / "asiakkaat-muutosloki.xlsx"
    assert [line.split(";")[-1] for line in cleaned.read_text("utf-8").splitlines()[1:]] == ["kyllä", "ei", "ei", "ei"]
    assert people.read_bytes() == before
    assert tikissa("verify", people, cleaned, log).status == 0


def test_a_register_without_a_column_for_it_gets_one_and_loses_nobody(
    tikissa: CommandLine, people: Path, tmp_path: Path
) -> None:
    people.write_text("\n".join(line.rpartition(";")[0] for line in REGISTER.splitlines()) + "\n", "utf-8")
    files = made(tmp_path)
    assert tikissa("contacts", *files, "--register", people, "--accept", "forbid", language="fi").status == 0
    cleaned = tmp_path / "asiakkaat-siistitty.csv"
    lines = [line.split(";") for line in cleaned.read_text("utf-8").splitlines()]
    assert [[*line, ""][4] for line in lines] == ["Sähköpostikielto", "", "x", "x", "x"]
    assert tikissa("verify", people, cleaned, tmp_path / "asiakkaat-muutosloki.xlsx").status == 0
    again = tikissa("contacts", *files, "--register", cleaned, "--json", "-")
    assert {row["proposal"] for row in json.loads(again.out)["rows"]} == {"check", "none"}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_without_a_choice_nothing_is_written_and_all_is_told(
    tikissa: CommandLine, people: Path, tmp_path: Path, language: str
) -> None:
    said = tikissa("contacts", *made(tmp_path), "--register", people, language=language)
    assert said.status == 0
    assert "--accept forbid" in said.out
    assert not (tmp_path / "asiakkaat-siistitty.csv").exists()


def test_the_register_itself_and_files_that_tell_nothing_are_refused_in_one_line(
    tikissa: CommandLine, people: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "kopio.csv"
    copy.write_bytes(people.read_bytes())
    other = tmp_path / "muu.csv"
    other.write_text("Nimi;Sähköposti\nAino;a@x.test\n", "utf-8")
    for file in (people, copy, other, tmp_path / "ei-ole.csv"):
        said = tikissa("contacts", file, "--register", people)
        assert (said.status, said.error.count("\n")) == (2, 1)
        assert "Traceback" not in said.error


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the contract is not here")
def test_the_json_keeps_the_contract(tikissa: CommandLine, people: Path, tmp_path: Path) -> None:
    said = tikissa("contacts", *made(tmp_path), "--register", people, "--json", "-")
    jsonschema.validate(json.loads(said.out), json.loads(SCHEMA.read_text("utf-8")))


@pytest.mark.skipif(not CASE.is_dir(), reason="the cases are not here")
def test_a_hard_bounce_is_to_be_checked_and_a_full_mailbox_is_counted(tikissa: CommandLine) -> None:
    said = tikissa("contacts", CASE / "palautuneet.csv", "--register", CASE / "register.xlsx", "--json", "-")
    rows = json.loads(said.out)["rows"]
    assert [(row["what"], row["register_rows"], row["proposal"]) for row in rows] == [
        ("hard", [3], "check"),
        ("soft", [4], "none"),
    ]


def test_whom_the_window_put_on_the_exclusion_list_the_command_line_heeds_too(
    tikissa: CommandLine, people: Path, tmp_path: Path
) -> None:
    register = read(people)
    with closing(Session(people, register)) as session:
        entry = entry_of("aino@kaukana.test")
        assert entry is not None
        session.decide(session.decider.decision(Verdict.ACCEPTED, (entry,)))
    letters = tmp_path / "kirjeet.csv"
    assert tikissa("clean", people, "--accept", "none", "--mailing-list", "email", letters).status == 0
    assert "aino@" not in letters.read_text("utf-8-sig")
    listed = tmp_path / "messut.csv"
    listed.write_text("Nimi;Sähköposti;Puhelin\nUlla Uusi;aino@kaukana.test;0459998888\n", "utf-8")
    said = tikissa("gate", listed, "--register", people, "--json", "-")
    assert [row["verdict"] for row in json.loads(said.out)["rows"]] == ["forbidden"]
