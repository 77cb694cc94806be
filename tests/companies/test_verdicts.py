"""What the trade register's open file says of customers, and what it never says."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from builders import TODAY
from tikissa.analysis.analyse import analyse
from tikissa.app.company_check import check_companies, with_open_registers
from tikissa.app.open_registers import add_register
from tikissa.files.reader import read
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.companies import CompanyRow
from trade_register import (
    address_of,
    bulk_file,
    business_id_of,
    company_record,
    many,
    name_of,
)

HEADERS = "Asiakasnro;Yritys;Y-tunnus;Katuosoite;Postinumero;Postitoimipaikka"
IDS = [business_id_of(8_200_000 + 100 * place) for place in range(12)]
HERE = address_of("Sahantie", "7", "33100", "Tampere", swedish="Tammerfors")
AT_HOME = "Sahantie 7;33100;Tampere"

LUMME = company_record(IDS[0], [name_of("Lumme Leipomot Oy"), name_of("Lummeleipä Oy", ended="2020-05-31")], [HERE])
KAJO = company_record(
    IDS[1],
    [name_of("Kajo Kone Oy"), name_of("Kajo Machines Ltd", "2")],
    [address_of("Asematie", "3", "20100", "Turku", swedish="Åbo"), address_of("Rantatie", "9", "20100", "Turku", 2)],
)
BROKE = company_record(
    IDS[2], [name_of("Sumu Siivous Oy")], [HERE], [{"type": "KONK", "registrationDate": "2026-03-27"}]
)
STRANGE = company_record(IDS[3], [name_of("Merta Oy")], [HERE], [{"type": "ZZZZ", "registrationDate": "2026-05-05"}])
ENDED = company_record(IDS[4], [name_of("Pilvi Oy", ended="2021-12-31")], [], status="4", ended="2021-12-31")
SAVED = company_record(IDS[5], [name_of("Tuuli Oy")], [HERE], [{"type": "SANE", "registrationDate": "2026-01-01"}])
NEWEST = company_record(business_id_of(8_900_000), [name_of("Uusin Oy")], [HERE])
COMPANIES = [LUMME, KAJO, BROKE, STRANGE, ENDED, SAVED, NEWEST]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    add_register(bulk_file(tmp_path, [*COMPANIES, *many(40)]))
    return tmp_path


def _analysed(folder: Path, rows: Sequence[str], headers: str = HEADERS) -> Analysis:
    path = folder / "asiakkaat.csv"
    numbered = (f"{1000 + place};{row}" for place, row in enumerate(rows))
    path.write_text("\n".join((headers, *numbered)), encoding="utf-8")
    return analyse(read(path), Settings(today=TODAY))


def _check(folder: Path, *rows: str) -> list[CompanyRow]:
    return [*check_companies(_analysed(folder, rows)).rows]


def _one(folder: Path, row: str) -> CompanyRow:
    """Return what is said of one row among others of a usual register."""
    return _check(folder, row, f"Kajo Kone Oy;{IDS[1]};Asematie 3;20100;Turku", f"Uusin Oy;;{AT_HOME}")[0]


@pytest.mark.parametrize(
    ("row", "verdict", "reasons"),
    [
        (f"Lumme Leipomot Oy;{IDS[0]};{AT_HOME}", "in_force", ()),
        (f"LUMME LEIPOMOT;{IDS[0].replace('-', '')};Sahant. 7;33100;Tammerfors", "in_force", ()),
        (f"Lummeleipä Oy;{IDS[0]};{AT_HOME}", "in_force", ("company.renamed",)),
        (f"Lumme Leipomot Oy;{IDS[0]};Kuusitie 1;00100;Helsinki", "in_force", ("company.moved",)),
        (f"Kajo Kone Oy;{IDS[1]};Rantatie 9;20100;Turku", "in_force", ()),
        (f"Kajo Machines;{IDS[1]};Asematie 3;20100;Turku", "in_force", ("company.other_name_in_use",)),
        (f"Kajo Kone Oy;{IDS[1]};PL 12;20101;Turku", "in_force", ()),
        (f"Sumu Siivous Oy;{IDS[2]};{AT_HOME}", "bankruptcy", ("company.bankruptcy",)),
        (f"Merta Oy;{IDS[3]};{AT_HOME}", "unknown", ("company.other_situation",)),
        (f"Pilvi Oy;{IDS[4]};Kuusitie 1;00100;Helsinki", "ceased", ("company.ceased",)),
        (f"Tuuli Oy;{IDS[5]};{AT_HOME}", "restructuring", ("company.restructuring",)),
        (f"Kadonnut Oy;{IDS[8]};{AT_HOME}", "not_in_register", ("company.not_in_register",)),
        (f"Lumme Leipomot Oy;;{AT_HOME}", "in_force", ("company.id_found",)),
        (f"Lumme Leipmoot Oy;;{AT_HOME}", "in_force", ("company.id_found",)),
        (f"Lummeleipä;;{AT_HOME}", "in_force", ("company.id_found", "company.renamed")),
        (f"Lumme Leipomot Oy;{IDS[1]};{AT_HOME}", "in_force", ("company.other_id",)),
        (f"Aivan Muu Oy;{IDS[1]};{AT_HOME}", "in_force", ("company.other_name",)),
        (f"Aivan Muu Oy;{IDS[2]};{AT_HOME}", "unknown", ("company.other_name",)),
    ],
)
def test_each_company_gets_its_verdict(folder: Path, row: str, verdict: str, reasons: tuple[str, ...]) -> None:
    found = _one(folder, row)
    assert (found.verdict, found.reasons) == (verdict, reasons)


@pytest.mark.parametrize(
    "name",
    [
        *("Tmi Aino Ahola", "Ahola Aino t:mi", "Kalevan Pyöräilijät ry", "Lumpeen seurakunta", "Tampereen kaupunki"),
        *("Pirkan kuntayhtymä", "Ilveskoulu", "Kampaamo Aino", "Säätiö Hyvä sr", "Ahola Aino kuolinpesä"),
        *("Lähde-yhdistys Oy ry", "Karhun koulu Oy"),
    ],
)
def test_who_need_not_be_in_the_trade_register_is_never_called_missing_from_it(folder: Path, name: str) -> None:
    assert _one(folder, f"{name};{IDS[8]};{AT_HOME}").verdict == "unknown"


def test_an_id_younger_than_the_file_and_one_that_is_no_id_tell_nothing(folder: Path) -> None:
    young = business_id_of(8_900_100)
    for written in (young, "1234567-0", "SE556036079301", "ei tiedossa"):
        assert _one(folder, f"Kadonnut Oy;{written};{AT_HOME}").verdict == "unknown"


def test_a_company_abroad_is_not_looked_for(folder: Path) -> None:
    headers = f"{HEADERS};Maa"
    rows = [f"Kadonnut Oy;{IDS[8]};{AT_HOME};Viro", f"Kajo Kone Oy;{IDS[1]};Asematie 3;20100;Turku;Suomi"]
    (abroad, _) = check_companies(_analysed(folder, rows, headers)).rows
    assert (abroad.verdict, abroad.reasons) == ("unknown", ("company.abroad",))


def test_an_id_is_not_proposed_where_another_company_could_be_meant(tmp_path: Path) -> None:
    twins = [
        company_record(IDS[place], [name_of("Lumme Leipomot Oy")], [address_of("Sahantie", "7", code, town)])
        for place, (code, town) in enumerate((("33100", "Tampere"), ("20100", "Turku")))
    ]
    add_register(bulk_file(tmp_path, [*twins, *many(40)]))
    rows = [
        "Lumme Leipomot Oy;;;;",
        "Lumme Leipomot Ky;;Sahantie 7;33100;Tampere",
        "Koivu 7 Oy;;Koivukuja 9;00100;Helsinki",
    ]
    no_place, other_form, other_number = _check(tmp_path, *rows, "Lumme Leipomot Oy;;Sahantie 7;20100;Turku")[:3]
    assert no_place.proposed_id is None
    assert other_form.proposed_id is None
    assert other_number.proposed_id != _koivu(8)


def _koivu(place: int) -> str:
    value: str = many(40)[place]["businessId"]["value"]
    return value


def test_what_is_found_is_proposed_with_the_registers_name_and_day(folder: Path) -> None:
    rows = [
        f"Lummeleipä Oy;{IDS[0]};{AT_HOME}",
        f"Kajo Kone Oy;{IDS[1]};Kuusitie 1;00100;Helsinki",
        f"Uusin Oy;;{AT_HOME}",
        f"Kadonnut Oy;{IDS[8]};{AT_HOME}",
    ]
    analysis = with_open_registers(_analysed(folder, rows))
    told = {fix.record: fix for fix in analysis.fixes if fix.reason.code.startswith("company.")}
    assert [(change.column, change.after) for change in told[0].changes] == [("Yritys", "Lumme Leipomot Oy")]
    assert [change.after for change in told[1].changes] == ["Rantatie 9", "20100", "Turku"]
    assert told[2].changes[0].after == NEWEST["businessId"]["value"]
    assert not any(fix.safe for fix in told.values())
    assert all("30.11.2026" in fix.reason.arguments for fix in told.values())
    (retire,) = [retire for retire in analysis.retires if retire.record == 3]
    assert retire.reasons[0].arguments[:2] == ("PRH", "30.11.2026")


def test_rows_that_share_an_id_keep_their_own_addresses(folder: Path) -> None:
    rows = [f"Kajo Kone Oy;{IDS[1]};Kuusitie {place};00100;Helsinki" for place in (1, 2)]
    analysis = with_open_registers(_analysed(folder, rows))
    assert not any(fix.reason.code == "company.moved" for fix in analysis.fixes)


def test_without_a_register_nothing_is_said(tmp_path: Path) -> None:
    analysis = _analysed(tmp_path, [f"Kadonnut Oy;{IDS[8]};{AT_HOME}"])
    assert check_companies(analysis).rows == ()
    assert with_open_registers(analysis) is analysis


SAMPLES = {
    "1_alive": "in_force",
    "2_renamed_and_moved": "in_force",
    "3_ceased": "ceased",
    "4_bankruptcy": "bankruptcy",
    "7_ceased_all_names_ended": "ceased",
    "8_nulls_as_in_2024": "in_force",
    "9_foreign_free_address_line": "in_force",
    "10_pending_start_up": "unknown",
    "11_removed_from_register": "ceased",
    "12_unknown_situation_and_an_ended_one": "unknown",
}


@pytest.mark.parametrize(("sample", "verdict"), SAMPLES.items())
def test_answers_of_the_real_form_get_their_verdicts(shared: Path, sample: str, verdict: str) -> None:
    from tikissa.companies.verdicts import stand_of
    from tikissa.open_registers.prh import company_of

    path = shared / "reference" / "prh_samples" / f"{sample}.json"
    answer: Any = json.loads(path.read_text(encoding="utf-8"))
    company = company_of(answer["companies"][0])
    assert company is not None
    assert stand_of(company)[0] == verdict
