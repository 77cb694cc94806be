"""Posti's files tell wrong postal codes, misspelt streets and retired codes, and leave right addresses alone."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from builders import TODAY
from posti_files import baf_line, pcf_line, pom_line, posti_file
from tikissa.analysis.analyse import analyse
from tikissa.app.company_check import with_open_registers
from tikissa.app.folders import data_folder
from tikissa.app.open_registers import add_register
from tikissa.files.reader import read
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.problems import Problem
from tikissa.open_registers.register_kinds import RegisterKind
from tikissa.reference.postal_codes import areas
from tikissa.store.open_registers.shelf import kept_registers

TAMPERE, TURKU = ("Tampere", "Tammerfors"), ("Turku", "Åbo")
STREETS = (
    baf_line("33100", TAMPERE, ("Hämeenkatu", "Tavastgatan"), "1", (1, 35)),
    baf_line("33200", TAMPERE, ("Hämeenkatu", "Tavastgatan"), "2", (2, 36)),
    baf_line("33100", TAMPERE, ("Koivistonkatu", ""), "", None),
    baf_line("33200", TAMPERE, ("Pyynikintori", "Pynikstorget"), "1", (1, 9)),
    baf_line("33200", TAMPERE, ("Pyynikintori", "Pynikstorget"), "2", (2, 10)),
    baf_line("20100", TURKU, ("Linnankatu", "Slottsgatan"), "1", (1, 99)),
    baf_line("20810", TURKU, ("Linnankatu", "Slottsgatan"), "2", (2, 98)),
    baf_line("20100", TURKU, ("Aurakatu", "Auragatan"), "", None),
)


def _told(folder: Path, rows: Sequence[str]) -> Analysis:
    path = folder / "asiakkaat.csv"
    numbered = (f"{1000 + place};Aino Ahola;{row}" for place, row in enumerate(rows))
    headers = "Asiakasnro;Nimi;Katuosoite;Postinumero;Postitoimipaikka"
    path.write_text("\n".join((headers, *numbered)), encoding="utf-8")
    return with_open_registers(analyse(read(path), Settings(today=TODAY)))


def _proposed(analysis: Analysis) -> dict[int, tuple[str, str]]:
    ours = ("street.other_code", "street.misspelt", "postal_code.retired")
    return {
        int(fix.record): (fix.reason.code, fix.changes[0].after) for fix in analysis.fixes if fix.reason.code in ours
    }


@pytest.mark.parametrize(
    "row",
    [
        *("Hämeenkatu 5;33100;Tampere", "HÄMEENKATU 5 A 12;33100;TAMPERE", "Hämeenk. 4 as 7;33200;Tampere"),
        *("Tavastgatan 5;33100;Tammerfors", "Hämeenkatu 35;33100;", "Koivistonkatu 123;33100;Tampere"),
        *("Linnankatu 12 B;20810;Turku", "Slottsgatan 12;20810;Åbo", "PL 12;33101;Tampere", "Kirkonkylä;33100;Tampere"),
        *("Koivukuja 3;00100;Helsinki", "Hämeenkatu;33100;Tampere", ";33100;Tampere", "Main Street 5;12345;London"),
    ],
)
def test_a_right_address_and_one_nothing_is_known_of_are_left_alone(tmp_path: Path, row: str) -> None:
    add_register(posti_file(tmp_path, "BAF", STREETS))
    analysis = _told(tmp_path, [row])
    assert _proposed(analysis) == {}
    assert "street.not_in_town" not in {finding.code for finding in analysis.findings}


@pytest.mark.parametrize(
    ("row", "code", "after"),
    [
        ("Hämeenkatu 4;33100;Tampere", "street.other_code", "33200"),
        ("hämeenkatu 5 B 2;33200;Tampere", "street.other_code", "33100"),
        ("Slottsgatan 13;20810;Åbo", "street.other_code", "20100"),
        ("Linnankatu 12;33100;Turku", "street.other_code", "20810"),
        ("Koivistonkaut 12 A;33100;Tampere", "street.misspelt", "Koivistonkatu 12 A"),
        ("Pyynikintroi 3;33200;Tampere", "street.misspelt", "Pyynikintori 3"),
    ],
)
def test_a_wrong_address_gets_its_one_right_answer(tmp_path: Path, row: str, code: str, after: str) -> None:
    add_register(posti_file(tmp_path, "BAF", STREETS))
    assert _proposed(_told(tmp_path, [row])) == {0: (code, after)}


def test_a_street_that_is_not_in_the_town_is_told_and_nothing_is_made_of_it(tmp_path: Path) -> None:
    add_register(posti_file(tmp_path, "BAF", STREETS))
    analysis = _told(tmp_path, ["Mannerheimintie 5;33100;Tampere"])
    assert _proposed(analysis) == {}
    assert "street.not_in_town" in {finding.code for finding in analysis.findings}


def test_a_retired_code_gets_its_successor_through_all_changes(tmp_path: Path) -> None:
    add_register(posti_file(tmp_path, "POM", [pom_line("33999", "33998"), pom_line("33990", "33991")]))
    add_register(posti_file(tmp_path, "POM", [pom_line("33998", "33100"), pom_line("33990", "33992")]))
    rows = ["Koivukuja 3;33999;Tampere", "Koivukuja 3;33998;Tampere", "Koivukuja 3;33990;Tampere"]
    found = _proposed(_told(tmp_path, rows))
    assert found == {0: ("postal_code.retired", "33100"), 1: ("postal_code.retired", "33100")}


def test_what_only_got_another_name_or_came_or_went_is_no_change_of_a_code(tmp_path: Path) -> None:
    kept = add_register(posti_file(tmp_path, "POM", [pom_line("33100", "33100"), pom_line("", "33101")]))
    assert kept.facts is not None
    assert kept.facts.entries == 0
    add_register(posti_file(tmp_path, "POM", [pom_line("33999", "33100"), pom_line("33102", "")]))
    rows = ["Koivukuja 3;33999;Tampere", "Koivukuja 3;33100;Tampere", "Koivukuja 3;33102;Tampere"]
    assert _proposed(_told(tmp_path, rows)) == {0: ("postal_code.retired", "33100")}


def test_a_code_that_is_still_in_use_is_not_retired_by_a_part_of_it_that_moved(tmp_path: Path) -> None:
    add_register(posti_file(tmp_path, "POM", [pom_line("33100", "33200"), pom_line("33999", "33200")]))
    add_register(posti_file(tmp_path, "PCF", [pcf_line("33100", "Tampere"), pcf_line("33200", "Tampere")]))
    rows = ["Koivukuja 3;33100;Tampere", "Koivukuja 3;33999;Tampere"]
    assert _proposed(_told(tmp_path, rows)) == {1: ("postal_code.retired", "33200")}


def test_a_name_posti_has_cut_is_the_same_street_and_is_never_proposed(tmp_path: Path) -> None:
    long = "Vanhanmaantienvarrenpuistokatuaukio"
    add_register(posti_file(tmp_path, "BAF", [*STREETS, baf_line("33100", TAMPERE, (long[:30], ""), "", None)]))
    wrong = long.replace("puisto", "piusto")
    analysis = _told(tmp_path, [f"{long} 5;33100;Tampere", f"{wrong} 5;33100;Tampere"])
    assert _proposed(analysis) == {}


def test_a_code_newer_than_our_own_list_is_no_longer_doubted(tmp_path: Path) -> None:
    rows = ["Koivukuja 3;33997;Tampere", *(f"Koivukuja {house};33100;Tampere" for house in range(4, 12))]
    assert "postal_code.unknown" in {finding.code for finding in _told(tmp_path, rows).findings}
    add_register(posti_file(tmp_path, "PCF", [pcf_line("33997", "Tampere"), pcf_line("33100", "Tampere")]))
    assert "postal_code.unknown" not in {finding.code for finding in _told(tmp_path, rows).findings}


def test_a_code_that_has_gone_since_our_own_list_gets_the_one_that_has_its_place_today(tmp_path: Path) -> None:
    """Of 35320 Hirsilä (Orivesi, 562) our list knows; in the list of today it is 35329, and many codes are Helsinki."""
    gone = ("35320", "00100")
    today = [pcf_line(code, name, municipality=number) for code, (name, number) in areas().items() if code not in gone]
    add_register(posti_file(tmp_path, "PCF", [*today, pcf_line("35329", "Hirsilä", municipality="562")]))
    analysis = _told(tmp_path, ["Koivukuja 3;35320;Hirsilä", "Koivukuja 3;00100;Helsinki"])
    assert _proposed(analysis) == {0: ("postal_code.retired", "35329")}
    doubted = {int(each.record) for each in analysis.findings if each.code == "postal_code.unknown"}
    assert doubted == {0, 1}


def test_the_files_may_be_packed_and_bear_their_day(tmp_path: Path) -> None:
    plain = posti_file(tmp_path, "BAF", STREETS)
    packed = tmp_path / "BAF.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(plain, plain.name)
    kept = add_register(packed)
    assert kept.facts is not None
    assert (kept.facts.day.isoformat(), kept.facts.entries) == ("2026-11-28", len(STREETS))


@pytest.mark.parametrize("name", ["BAF", "PCF", "POM"])
def test_a_file_that_does_not_fit_is_refused_and_takes_no_place(tmp_path: Path, name: str) -> None:
    good = {"BAF": STREETS, "PCF": [pcf_line("33100", "Tampere")] * 1, "POM": [pom_line("33999", "33100")]}[name]
    add_register(posti_file(tmp_path, name, good))
    wrong = [line[:40] for line in good] if name == "POM" else [good[0], *(line[5:] for line in [*good] * 20)]
    with pytest.raises(Problem):
        add_register(posti_file(tmp_path, name, wrong))
    (kept,) = kept_registers(data_folder())
    assert kept.kind == RegisterKind(name)
    assert kept.facts is not None
    assert kept.facts.entries == len(good)
