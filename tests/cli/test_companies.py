"""`tikissa companies` tells what open registers say, and `clean` carries it into the file and its log."""

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from openpyxl import load_workbook

from command_line import CommandLine
from lookup.mock_register import FakeTime, MockRegister, served
from trade_register import address_of, bulk_file, business_id_of, company_record, many, name_of

LUMME, KAJO, GONE = (business_id_of(8_300_000 + 100 * place) for place in range(3))
REGISTER = f"""Asiakasnro;Yritys;Y-tunnus;Katuosoite;Postinumero;Postitoimipaikka
1;Lummeleipä Oy;{LUMME};Sahantie 7;33100;Tampere
2;Kajo Kone Oy;;Asematie 3;20100;Turku
3;Kadonnut Oy;{GONE};Kuusitie 1;00100;Helsinki
"""


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(capsys)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "asiakkaat.csv"
    path.write_text(REGISTER, encoding="utf-8")
    return path


@pytest.fixture
def bulk(tmp_path: Path) -> Path:
    names = [name_of("Lumme Leipomot Oy"), name_of("Lummeleipä Oy", ended="2020-05-31")]
    lumme = company_record(LUMME, names, [address_of("Sahantie", "7", "33100", "Tampere")])
    kajo = company_record(KAJO, [name_of("Kajo Kone Oy")], [address_of("Asematie", "3", "20100", "Turku")])
    return bulk_file(tmp_path, [lumme, kajo, *many(40, 8_400_000)])


def test_a_file_read_for_this_once_leaves_nothing_behind(call: CommandLine, register: Path, bulk: Path) -> None:
    said = call("companies", register, "--bulk", bulk, "--json", "-")
    rows = {row["row"]: row for row in json.loads(said.out)["rows"]}
    assert [rows[row]["verdict"] for row in sorted(rows)] == ["in_force", "in_force", "not_in_register"]
    assert rows[2]["name"] == {"register": "Lummeleipä Oy", "current": "Lumme Leipomot Oy"}
    assert rows[3]["proposed_business_id"] == KAJO
    assert json.loads(call("companies", register, "--json", "-").out) == {"sources": [], "rows": []}


def test_the_object_has_both_sides_and_what_each_proposal_would_change(
    call: CommandLine, register: Path, bulk: Path
) -> None:
    rows = {
        row["row"]: row for row in json.loads(call("companies", register, "--bulk", bulk, "--json", "-").out)["rows"]
    }
    renamed, nameless, gone = (rows[row] for row in (2, 3, 4))
    assert renamed["found"]["name"] == "Lumme Leipomot Oy"
    assert renamed["found"]["other_names"] == ["Lummeleipä Oy"]
    assert renamed["found"]["visiting"]["street"] == "Sahantie 7"
    change = {"column": "Yritys", "letter": "B", "before": "Lummeleipä Oy", "after": "Lumme Leipomot Oy"}
    assert renamed["changes"] == [change | {"rule": "company.renamed"}]
    assert [(each["column"], each["after"]) for each in nameless["changes"]] == [("Y-tunnus", KAJO)]
    assert (gone["found"], gone["changes"], gone["to_check"]) == (None, [], True)


def test_the_object_is_of_the_agreed_form(call: CommandLine, register: Path, bulk: Path, shared: Path) -> None:
    said = call("companies", register, "--bulk", bulk, "--json", "-")
    schema = json.loads((shared / "contract" / "companies.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(said.out), schema)


def test_what_is_accepted_goes_into_the_file_and_its_log_with_source_and_day(
    call: CommandLine, register: Path, bulk: Path
) -> None:
    assert call("reference", "add", bulk).status == 0
    assert call("clean", register, "--accept", "all").status == 0
    cleaned = register.with_name("asiakkaat-siistitty.csv").read_text(encoding="utf-8-sig")
    assert "Lumme Leipomot Oy" in cleaned
    assert KAJO in cleaned
    log = register.with_name("asiakkaat-muutosloki.xlsx")
    said = " ".join(str(cell) for sheet in load_workbook(log) for row in sheet.values for cell in row)
    assert "PRH 30.11.2026" in said
    assert call("verify", register, register.with_name("asiakkaat-siistitty.csv"), log).status == 0


def test_a_file_that_is_over_a_year_old_says_so_wherever_it_speaks(
    call: CommandLine, register: Path, tmp_path: Path
) -> None:
    call("reference", "add", bulk_file(tmp_path, many(40, 8_400_000), "20241130"))
    old = "A newer one knows more"
    for words in (("reference", "list"), ("companies", register), ("analyse", register)):
        said = call(*words).out
        assert old in said
        assert "2024" in said
    assert old not in call("companies", register, "--bulk", bulk_file(tmp_path, many(40, 8_400_000))).out


def test_safe_proposals_hold_nothing_of_an_open_register(call: CommandLine, register: Path, bulk: Path) -> None:
    call("reference", "add", bulk)
    call("clean", register, "--accept", "safe")
    cleaned = register.with_name("asiakkaat-siistitty.csv").read_text(encoding="utf-8-sig")
    assert "Lummeleipä Oy" in cleaned
    assert KAJO not in cleaned


@pytest.fixture
def online(monkeypatch: pytest.MonkeyPatch) -> Iterator[MockRegister]:
    ended = name_of("Kadonnut Oy", ended="2024-05-31")
    gone = company_record(GONE, [ended], status="4", ended="2024-05-31")
    with served(MockRegister([gone], FakeTime().now)) as made:
        monkeypatch.setenv("TIKISSA_TRADE_REGISTER", made.address)
        yield made


def test_online_only_what_the_file_lacks_is_asked_and_then_known(
    call: CommandLine, register: Path, bulk: Path, online: MockRegister
) -> None:
    call("companies", register, "--bulk", bulk)
    assert online.asked == []
    said = call("companies", register, "--bulk", bulk, "--online", "--json", "-")
    assert [path.rpartition("=")[2] for path in online.asked] == [GONE]
    assert GONE in said.error
    row = {row["row"]: row for row in json.loads(said.out)["rows"]}[4]
    assert (row["verdict"], row["since"], row["found_by"]) == ("ceased", "2024-05-31", "business_id")
    call("companies", register, "--bulk", bulk, "--online")
    assert len(online.asked) == 1


def test_an_answer_that_is_kept_speaks_without_a_connection(
    call: CommandLine, register: Path, bulk: Path, online: MockRegister
) -> None:
    call("reference", "add", bulk)
    call("companies", register, "--online")
    asked = len(online.asked)
    found = json.loads(call("analyse", register, "--json", "-").out)
    reasons = [reason["code"] for stale in found["stale"] for reason in stale["reasons"]]
    assert "company.ceased" in reasons
    assert len(online.asked) == asked
