"""`tikissa gate NEW --register REGISTER` says what every row of a new file is to the register."""

import json
from pathlib import Path

import jsonschema
import pytest

from command_line import CommandLine
from conftest import SHARED

SCHEMA = SHARED / "contract" / "gate.schema.json"

NEW = """Etunimi;Sukunimi;Lähiosoite;Postinro;Kaupunki;Gsm;E-mail;Harrastus
Eino;Ek;Pihlajatie 2;200;HELSINKI;+358507654321;eino.ek@example.org;
Uuno;Uusi;Leppätie 9;20100;Turku;044 321 7654;uuno.uusi@example.org;golf
Veera;Vuori;Kuusitie 3;33100;Tampere;041 555 1234;veera.uusi@example.org;
;;Leppätie 8;20100;Turku;044 321 7000;joku@example.org;
"""


@pytest.fixture
def new(tmp_path: Path) -> Path:
    path = tmp_path / "messut.csv"
    path.write_text(NEW, encoding="utf-8")
    return path


def test_every_row_has_its_verdict_and_the_row_of_the_register(tikissa: CommandLine, register: Path, new: Path) -> None:
    said = tikissa("gate", new, "--register", register, "--json", "-")
    rows = json.loads(said.out)["rows"]
    assert (said.status, said.error) == (0, "")
    assert [(row["row"], row["verdict"], row["register_row"]) for row in rows] == [
        (2, "already_there", 4),
        (3, "new", None),
        (4, "changed", 5),
        (5, "needs_fixing", None),
    ]
    assert {row["sheet"] for row in rows} == {"messut"}
    change = rows[2]["changes"][0]
    assert (change["column"], change["before"], change["after"]) == (
        "Sähköposti",
        "veera.vuori@example.org",
        "veera.uusi@example.org",
    )


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the contract is not here")
def test_the_json_keeps_the_contract(tikissa: CommandLine, register: Path, new: Path, tmp_path: Path) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    for number, pair in enumerate([(new, register), (register, new)]):
        target = tmp_path / f"portti{number}.json"
        assert tikissa("gate", pair[0], "--register", pair[1], "--json", target).status == 0
        jsonschema.validate(json.loads(target.read_text("utf-8")), schema)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_summary_counts_every_verdict_and_names_the_columns_that_have_no_place(
    tikissa: CommandLine, register: Path, new: Path, language: str
) -> None:
    said = tikissa("gate", new, "--register", register, language=language)
    assert said.status == 0
    assert "Harrastus" in said.out
    assert sum(line.strip().startswith("1 ") for line in said.out.splitlines()) >= 4


def test_a_register_checked_against_itself_brings_nothing_new(tikissa: CommandLine, register: Path) -> None:
    said = tikissa("gate", register, "--register", register, "--json", "-")
    verdicts = {row["verdict"] for row in json.loads(said.out)["rows"]}
    assert verdicts <= {"already_there", "forbidden"}


def test_a_missing_file_and_a_target_that_is_a_source_are_each_one_sentence(
    tikissa: CommandLine, register: Path, new: Path, tmp_path: Path
) -> None:
    for arguments in (
        (tmp_path / "ei.csv", "--register", register),
        (new, "--register", tmp_path / "ei.csv"),
        (new, "--register", register, "--json", register),
        (new, "--register", register, "--json", new),
        (new, "--register", register, "--accept", "new", "--output", tmp_path / "x", "--json", tmp_path / "x"),
        (new,),
    ):
        said = tikissa("gate", *arguments)
        assert (said.status, said.out) == (2, "")
        assert len(said.error.splitlines()) == 1
    assert not (tmp_path / "x").exists()


def test_accepting_the_new_rows_saves_the_register_with_them_and_the_log_proves_it(
    tikissa: CommandLine, register: Path, new: Path
) -> None:
    before = register.read_bytes()
    said = tikissa("gate", new, "--register", register, "--accept", "new")
    cleaned, log = register.with_name("asiakkaat-siistitty.csv"), register.with_name("asiakkaat-muutosloki.xlsx")
    assert (said.status, said.error) == (0, "")
    assert cleaned.read_text("utf-8") == before.decode() + (
        ";Uuno Uusi;Leppätie 9;20100;Turku;044 321 7654;uuno.uusi@example.org;\n"
    )
    assert "4 rows in the original + 1 added = 5" in said.out
    assert "1 added row has no customer number" in said.out
    assert register.read_bytes() == before
    assert tikissa("verify", register, cleaned, log).status == 0
    cleaned.write_text(cleaned.read_text("utf-8").replace("Uuno", "Juuso"), "utf-8")
    assert tikissa("verify", register, cleaned, log).status == 1


def test_one_added_row_can_be_taken_out_again(tikissa: CommandLine, register: Path, new: Path, tmp_path: Path) -> None:
    cleaned, log = tmp_path / "uusi.csv", tmp_path / "loki.csv"
    tikissa("gate", new, "--register", register, "--accept", "new", "--output", cleaned, "--audit-log", log)
    back = tmp_path / "takaisin.csv"
    said = tikissa("restore", cleaned, log, "--line", "1", "--output", back)
    assert (said.status, back.read_bytes()) == (0, register.read_bytes())
    assert "row 6" in said.out


def test_no_file_is_written_over_and_nothing_is_written_without_being_asked(
    tikissa: CommandLine, register: Path, new: Path, tmp_path: Path
) -> None:
    tikissa("gate", new, "--register", register)
    assert sorted(path.name for path in tmp_path.glob("asiakkaat*")) == ["asiakkaat.csv"]
    for target in (register, new):
        said = tikissa("gate", new, "--register", register, "--accept", "new", "--output", target)
        assert (said.status, len(said.error.splitlines())) == (2, 1)


def test_where_no_row_is_new_the_saved_file_is_a_copy(tikissa: CommandLine, register: Path, tmp_path: Path) -> None:
    same = tmp_path / "sama.csv"
    same.write_bytes(register.read_bytes())
    cleaned, log = tmp_path / "uusi.csv", tmp_path / "loki.csv"
    options = ("--register", register, "--accept", "new", "--output", cleaned, "--audit-log", log)
    assert tikissa("gate", same, *options).status == 0
    assert cleaned.read_bytes() == register.read_bytes()


def test_a_character_the_register_cannot_hold_is_said_with_the_way_out(
    tikissa: CommandLine, register: Path, tmp_path: Path
) -> None:
    register.write_bytes(register.read_text("utf-8").replace("Vuori", "Vuorelä").encode("cp1252"))
    new = tmp_path / "uudet.csv"
    new.write_text("Nimi;Puhelin;Sähköposti\nĽubica Čapková;044 321 7654;lubica@example.org\n", "utf-8")
    said = tikissa("gate", new, "--register", register, "--accept", "new")
    assert (said.status, len(said.error.splitlines())) == (2, 1)
    assert "--if-unsafe plain" in said.error
    assert tikissa("gate", new, "--register", register, "--accept", "new", "--if-unsafe", "plain").status == 0


COMPANIES = """Asiakasnro;Yritys;Y-tunnus;Yhteyshenkilö;Puhelin;Sähköposti;Osoite;Postinro;Kaupunki
1;Rautapaja Oy;0112038-9;Aino Lumi;0401234567;aino@rautapaja.fi;Pajatie 1;33200;Tampere
2;Kukkapuoti Oy;0737546-2;Pekka Suo;0501112222;pekka@kukkapuoti.fi;Torikatu 2;00100;Helsinki
3;Leipomo Oy;1572860-0;Sari Salo;0443334444;sari@leipomo.fi;Myllytie 3;20100;Turku
"""
LISTED = """Yritys;Y-tunnus;Yhteyshenkilö;Puhelin;Sähköposti;Osoite;Postinro;Kaupunki
Rautapaja Oy;0112038-9;Veera Vuori;0457778888;veera@rautapaja.fi;Satamatie 9;90100;Oulu
Kukkapuoti Oy;0737546-2;Pekka Suo;0409990000;pekka@kukkapuoti.fi;Torikatu 2;00100;Helsinki
Leipomo Oy;1572860-0;Sari Salo;0443334444;sari.salo@leipomo.fi;Myllytie 3;20100;Turku
"""


@pytest.fixture
def companies(tmp_path: Path) -> tuple[Path, Path]:
    register, listed = tmp_path / "yritykset.csv", tmp_path / "messut.csv"
    register.write_text(COMPANIES, encoding="utf-8")
    listed.write_text(LISTED, encoding="utf-8")
    return register, listed


def test_known_companies_and_one_kind_of_details_are_accepted_alone(
    tikissa: CommandLine, companies: tuple[Path, Path], tmp_path: Path
) -> None:
    register, listed = companies
    said = tikissa("gate", listed, "--register", register, "--accept", "known_company", "changed:phone", language="en")
    assert (said.status, said.error) == (0, "")
    cleaned = tmp_path / "yritykset-siistitty.csv"
    lines = cleaned.read_text("utf-8").splitlines()
    assert len(lines) == 5
    assert "veera@rautapaja.fi" in lines[4]
    assert "0501112222" not in lines[2]
    assert "sari@leipomo.fi" in lines[3]
    assert tikissa("verify", register, cleaned, tmp_path / "yritykset-muutosloki.xlsx").status == 0


def test_what_may_be_accepted_is_said_in_one_line(tikissa: CommandLine, companies: tuple[Path, Path]) -> None:
    register, listed = companies
    for wrong in ("changed:shoe_size", "everything"):
        said = tikissa("gate", listed, "--register", register, "--accept", wrong)
        assert (said.status, said.error.count("\n")) == (2, 1)
        assert "known_company" in said.error


def test_a_number_merged_away_by_the_log_beside_the_register_is_known(tikissa: CommandLine, tmp_path: Path) -> None:
    register = tmp_path / "asiakkaat.csv"
    header = "Asiakasnro;Nimi;Puhelin;Sähköposti;Osoite;Postinro;Kaupunki"
    same = "Aino Lumi;0401234567;aino@kaukana.fi;Koivutie 1;00100;Helsinki"
    rows = [f"{number};{same}" for number in (11, 12)]
    rows += [f"{n};Henkilö{n} Sukunimi{n};04055500{n};h{n}@posti.fi;Katu{n} {n};20100;Turku" for n in range(20, 30)]
    register.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    assert tikissa("clean", register, "--accept", "safe").status == 0
    cleaned = tmp_path / "asiakkaat-siistitty.csv"
    left = [line.split(";")[0] for line in cleaned.read_text("utf-8").splitlines()[1:3]]
    gone = ({"11", "12"} - {*left}).pop()
    back = tmp_path / "tilaus.csv"
    back.write_text(f"{header}\n{gone};{same}\n", encoding="utf-8")
    said = tikissa("gate", back, "--register", cleaned, "--json", "-")
    (row,) = json.loads(said.out)["rows"]
    assert (row["verdict"], row["register_row"]) == ("already_there", 2)
    assert "gate.merged_number" in row["reasons"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("purchases", "Laskunro;Asiakasnro;Laskupvm;Summa\n5001;1001;2.11.2026;120\n5002;1001;9.11.2026;80\n"),
        ("contacts", "Email;Bounce type;Reason;Date\naino@korpi.test;hard;550 5.1.1 User unknown;2026-11-20\n"),
        ("leads", "Nimi;Puhelin;Lähde\nKalle Uusi;0405556677;Ostettu kohderyhmä 11/2026\n"),
        ("products", "Tuotekoodi;Nimike;Yksikkö;Hinta\nA1;Sakset;kpl;12,50\n"),
    ],
)
def test_a_file_that_is_no_list_of_customers_is_refused_with_what_it_is(
    kind: str, text: str, tikissa: CommandLine, register: Path, tmp_path: Path
) -> None:
    new = tmp_path / "tiedosto.csv"
    new.write_text(text, "utf-8")
    said = tikissa("gate", new, "--register", register, "--json", "-")
    assert said.status == 2
    assert json.loads(said.out) == {"kind": kind, "rows": []}
    assert len(said.error.strip().splitlines()) == 1
    assert "--as customers" in said.error
    forced = tikissa("gate", new, "--register", register, "--json", "-", "--as", "customers")
    assert forced.status == 0
    assert json.loads(forced.out)["kind"] == "customers"


def test_added_rows_say_where_they_came_from_where_the_register_has_a_column_for_it(
    tikissa: CommandLine, tmp_path: Path
) -> None:
    register, listed = tmp_path / "asiakkaat.csv", tmp_path / "messut.csv"
    register.write_text("Nimi;Puhelin;Lähde\nAino Lumi;0401234567;myymälä\nSari Salo;0443334444;\n", "utf-8")
    listed.write_text("Nimi;Puhelin\nVeera Vuori;0457778888\n", "utf-8")
    wanted = ("--accept", "new", "--keep-source", "--today", "2026-11-05")
    assert tikissa("gate", listed, "--register", register, *wanted).status == 0
    cleaned = tmp_path / "asiakkaat-siistitty.csv"
    assert cleaned.read_text("utf-8").splitlines()[-1] == "Veera Vuori;0457778888;messut.csv 5.11.2026"
    assert tikissa("verify", register, cleaned, tmp_path / "asiakkaat-muutosloki.xlsx").status == 0
