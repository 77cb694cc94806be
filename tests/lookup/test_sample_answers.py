"""Each kind of answer of the trade register, through the server on this computer, and what is said of it."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from builders import TODAY
from lookup.mock_register import FakeTime, Json, MockRegister, Reply, served
from tikissa.analysis.analyse import analyse
from tikissa.app.company_check import check_companies, companies_of
from tikissa.app.online_check import ask, ids_to_ask
from tikissa.files.reader import read
from tikissa.lookup.trade_register_client import Fault, NoAnswer, TradeRegisterClient
from tikissa.model.analysis import Settings
from tikissa.model.companies import CompanyCheck, CompanyRow
from trade_register import address_of, company_record, name_of

HOME = address_of("Leipätie", "7", "33100", "Tampere", swedish="Tammerfors")
AT_HOME = "Leipätie 7;33100;Tampere"


class Sample(NamedTuple):
    """A customer of the register, and what is said of it after asking."""

    file: str
    id: str
    row: str
    verdict: str
    since: str | None
    reasons: tuple[str, ...]


SAMPLES = (
    Sample("1_alive", "9900001-8", "Hirsilän Puusepät Oy;Sahantie 12;35320;Hirsilä", "in_force", None, ()),
    Sample(
        *("2_renamed_and_moved", "9900138-7", "Mäkisen Siivouspalvelu Oy;Kotikatu 3;33100;Tampere", "in_force", None),
        ("company.renamed", "company.moved"),
    ),
    Sample("3_ceased", "9900275-0", f"Kahvila Rantakivi Oy;{AT_HOME}", "ceased", "2021-12-31", ("company.ceased",)),
    Sample(
        *("4_bankruptcy", "9900412-3", "Lahden Autokulma Oy;Ajokatu 55;15500;Lahti", "bankruptcy"),
        *("2026-03-27", ("company.bankruptcy",)),
    ),
    Sample(
        *("5_liquidation_and_restructuring_two_hits", "9900549-2", "Tilipalvelu Aalto Ky;Storalånggatan 40;65100;Vasa"),
        *("liquidation", "2026-05-29", ("company.liquidation",)),
    ),
    Sample(
        *("5_liquidation_and_restructuring_two_hits", "9900686-6"),
        *("Tilipalvelu Aalto & Kumpp. Oy;Hovioikeudenpuistikko 16;65100;Vaasa", "restructuring", "2025-11-03"),
        ("company.restructuring",),
    ),
    Sample(
        *("6_not_found", "9900823-9", f"Tuntematon Talo Oy;{AT_HOME}", "unknown", None, ("company.not_found_online",)),
    ),
    Sample(
        *("7_ceased_all_names_ended", "9910010-7", f"Pirkan Leipomot Oy;{AT_HOME}", "ceased", "2026-04-30"),
        ("company.ceased",),
    ),
    Sample("8_nulls_as_in_2024", "9910100-3", f"Ruokatalo Kivelä Oy;{AT_HOME}", "in_force", None, ()),
    Sample(
        *("9_foreign_free_address_line", "9910200-6", "Nordisk Maskin AB;Storgatan 5;111 22;Stockholm", "in_force"),
        *(None, ()),
    ),
    Sample(
        *("10_pending_start_up", "9910300-9", f"Uusi Yritys Oy;{AT_HOME}", "unknown", None),
        ("company.not_registered",),
    ),
    Sample(
        *("11_removed_from_register", "9910400-1", f"Hiljainen Talo Ky;{AT_HOME}", "ceased", "2025-09-30"),
        ("company.ceased",),
    ),
    Sample(
        *("12_unknown_situation_and_an_ended_one", "9910500-4", f"Merkillinen Oy;{AT_HOME}", "unknown", "2026-05-05"),
        ("company.other_situation",),
    ),
    Sample(
        *("13_name_search_first_page_of_many", "9911000-6", "Sähkö Rinne 26017 Oy;Hämeenkatu 88;90100;Oulu"),
        *("in_force", None, ()),
    ),
)


def _situation(code: str, since: str, ended: str | None = None) -> Json:
    return {"type": code, "registrationDate": since} | ({"endDate": ended} if ended else {})


def _with_nulls(record: Json) -> Json:
    """Return a record as it was in 2024: null for what lacks."""
    return record | {"endDate": None, "companySituations": None, "website": None, "euId": None}


def _made() -> list[Json]:
    """Return the samples' companies, made here in their forms."""
    foreign = {"type": 1, "street": "", "postOffices": [], "freeAddressLine": "Storgatan 5, 111 22 STOCKHOLM"}
    vaasa = address_of("Storalånggatan", "40", "65100", "Vaasa", 2, "Vasa")
    former = name_of("Mäkisen Siivouspalvelu Oy", ended="2023-08-14")
    return [
        company_record(
            "9900001-8",
            [name_of("Hirsilän Puusepät Oy"), name_of("Puupaja Hirsilä", "3")],
            [address_of("Sahantie", "12", "35320", "Hirsilä")],
        ),
        company_record(
            "9900138-7",
            [name_of("Kirkas Koti Oy"), former],
            [address_of("Hatanpään valtatie", "30", "33100", "Tampere")],
        ),
        company_record(
            "9900275-0",
            [name_of("Kahvila Rantakivi Oy", ended="2021-12-31")],
            status="4",
            ended="2021-12-31",
        ),
        company_record(
            "9900412-3",
            [name_of("Lahden Autokulma Oy")],
            [address_of("Ajokatu", "55", "15500", "Lahti")],
            [_situation("KONK", "2026-03-27")],
        ),
        company_record("9900549-2", [name_of("Tilipalvelu Aalto Ky")], [vaasa], [_situation("SELTILA", "2026-05-29")]),
        company_record(
            "9900686-6",
            [name_of("Tilipalvelu Aalto & Kumpp. Oy")],
            [address_of("Hovioikeudenpuistikko", "16", "65100", "Vaasa")],
            [_situation("SANE", "2025-11-03")],
        ),
        company_record(
            "9910010-7",
            [
                name_of("Leipäpaja Ratina", "3", "2026-04-30"),
                name_of("Ratinan Leipä Oy", ended="2024-07-16"),
                name_of("Pirkan Leipomot Oy", ended="2026-04-30"),
            ],
            status="4",
            ended="2026-04-30",
        ),
        _with_nulls(company_record("9910100-3", [name_of("Ruokatalo Kivelä Oy")], [HOME])),
        company_record("9910200-6", [name_of("Nordisk Maskin AB, sivuliike Suomessa")], [foreign], form="30"),
        company_record("9910300-9", [name_of("Uusi Yritys Oy")], [HOME], status="3"),
        company_record("9910400-1", [name_of("Hiljainen Talo Ky")], [HOME], status="2", ended="2025-09-30"),
        company_record(
            "9910500-4",
            [name_of("Merkillinen Oy")],
            [HOME],
            [_situation("SANE", "2020-01-10", "2023-02-01"), _situation("ZZZZ", "2026-05-05")],
        ),
        company_record(
            "9911000-6",
            [name_of("Sähkö Rinne 26017 Oy")],
            [address_of("Hämeenkatu", "88", "90100", "Oulu", swedish="Uleåborg")],
        ),
    ]


def _told(companies: list[Json], folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, CompanyRow]:
    """Ask about all samples' customers, and return what is said of each by its id."""
    path = folder / "asiakkaat.csv"
    rows = (f"{place};{each.row.replace(';', f';{each.id};', 1)}" for place, each in enumerate(SAMPLES))
    path.write_text("\n".join(("Nro;Yritys;Y-tunnus;Katuosoite;Postinumero;Postitoimipaikka", *rows)), "utf-8")
    analysis = analyse(read(path), Settings(today=TODAY))
    time = FakeTime()
    with served(MockRegister(companies, time.now)) as register:
        monkeypatch.setenv("TIKISSA_TRADE_REGISTER", register.address)
        ids = ids_to_ask(CompanyCheck(), companies_of(analysis), TODAY)
        done = ask(ids, TODAY, clock=time.clock)
        assert (done.answered, done.left) == (len(SAMPLES), 0)
        assert [path.rpartition("=")[2] for path in register.asked] == [each.id for each in SAMPLES]
    return {row.business_id or "": row for row in check_companies(analysis).rows}


def _assert_as_told(told: dict[str, CompanyRow]) -> None:
    said = {each.id: (told[each.id].verdict, told[each.id].since, told[each.id].reasons) for each in SAMPLES}
    assert said == {each.id: (each.verdict, each.since, each.reasons) for each in SAMPLES}
    assert told["9900138-7"].new_name == "Kirkas Koti Oy"
    assert told["9900138-7"].source.day == TODAY


def test_each_kind_of_answer_gets_its_verdict(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _assert_as_told(_told(_made(), tmp_path, monkeypatch))


def test_each_answer_that_was_kept_gets_its_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shared: Path
) -> None:
    files = (shared / "reference" / "prh_samples" / f"{each.file}.json" for each in SAMPLES)
    answers = [json.loads(path.read_text(encoding="utf-8")) for path in dict.fromkeys(files)]
    assert len(answers) == 13
    _assert_as_told(_told([company for each in answers for company in each["companies"]], tmp_path, monkeypatch))


def test_answers_come_through_as_they_were_kept(shared: Path) -> None:
    """The whole answer of each file in the place of the server's own, the refusal first."""
    folder = shared / "reference" / "prh_samples"
    time = FakeTime()
    busy = Reply(429, (folder / "429.txt").read_bytes(), "text/plain")
    for each in SAMPLES:
        whole = Reply(body=(folder / f"{each.file}.json").read_bytes())
        with served(MockRegister([], time.now)) as register:
            register.faults = [lambda _: busy, lambda _, whole=whole: whole]
            company = TradeRegisterClient(register.address, time.clock).company(each.id)
            assert (company.business_id if company else None) == (None if each.file == "6_not_found" else each.id)


def test_a_page_of_many_without_the_one_asked_for_tells_nothing_of_it(shared: Path) -> None:
    page = Reply(body=(shared / "reference/prh_samples/13_name_search_first_page_of_many.json").read_bytes())
    time = FakeTime()
    with served(MockRegister([], time.now)) as register:
        register.faults = [lambda _: page]
        with pytest.raises(NoAnswer) as told:
            TradeRegisterClient(register.address, time.clock).company("9900001-8")
    assert told.value.fault is Fault.CHANGED
