"""Changed customers go back into the program the register came from: in its columns and whole, nothing is cut."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from builders import DECIDER, TODAY, added_row, merge, register
from tikissa.analysis.analyse import analyse
from tikissa.app.list_catalogue import LISTS, Offer, Sources, write_offer
from tikissa.files.reader import read
from tikissa.lists.back_to_program import (
    FIVALDI,
    FORTNOX,
    HEEROS,
    MAILCHIMP,
    MYCASHFLOW,
    NETVISOR,
    OTHER,
    PROCOUNTOR,
    SEVERA,
    SHOPIFY,
    Program,
    program_called,
    program_of,
)
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.decision import DecisionLog, RetireAction
from tikissa.model.problems import TargetProblem
from tikissa.model.progress import NoProgress
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.model.register import Reading
from tikissa.review.derive import derive

HEADERS = (
    *("Asiakaskoodi", "Nimi", "Osoite", "Postinumero", "Postitoimipaikka"),
    *("Aktiivinen", "Lisätietoja", "Maksuehto"),
)
ROWS = (
    ("1001", "Käpylehto Oy", "Koivukuja 1", "00990", "Helsinki", "1", "", "14"),
    ("1002", "Björkgård Ab", "Strandvägen 2", "65100", "Vasa", "", "soita ensin", "14"),
    ("1003", "Käpylehto Oy", "Koivukuja 1", "00990", "Helsinki", "1", "vanha", "21"),
    ("1004", "Hyökyvaara Pekka", "Rantatie 3", "33100", "Tampere", "1", "", "7"),
)
PEOPLE = register({name: [row[place] for row in ROWS] for place, name in enumerate(HEADERS)}, path=Path("netvisor.csv"))


@pytest.fixture(scope="module")
def looked() -> Analysis:
    return analyse(PEOPLE, Settings(TODAY))


def offer(
    looked: Analysis, *edits: tuple[int, str, str, str], merged: bool = True, program: Program | None = None
) -> Offer | None:
    """Return the list after these edits by hand, and after the third row was merged into the first."""
    changes = [(RecordId(record), CellChange(column, before, after)) for record, column, before, after in edits]
    decisions = [DECIDER.edited_cells(looked.keys, changes)] if changes else []
    if merged:
        twins = merge((0, 2))
        golden = twins.golden
        decisions.append(DECIDER.merge(looked, None, golden, [RecordId(0), RecordId(2)]))
    log = DecisionLog(tuple(decisions))
    entry = next(entry for entry in LISTS if entry.key == "program")
    return entry.offer(Sources(derive(PEOPLE, looked.keys, log), looked, log, program), NoProgress())


def written(made: Offer, target: Path) -> list[list[str]]:
    write_offer(made, Path("netvisor.csv"), target, "fi", NoProgress())
    return [*csv.reader(target.read_text("utf-8-sig").splitlines(), delimiter=";")]


def test_the_columns_of_programs_are_known_by_those_that_stand_together() -> None:
    assert program_of(PEOPLE) is NETVISOR
    assert program_of(register({"ASIAKASTUNNUS": ["1"], "NIMI1": ["A"], "LUOTTOKIELTO": [""]})) is FIVALDI
    assert program_of(register({"Email Address": ["a@b.fi"], "LEID": ["1"], "EUID": ["x"]})) is MAILCHIMP
    assert program_of(register({"CustomerID": ["1"], "CustomerEmail": [""], "CustomerLastName": ["A"]})) is MYCASHFLOW
    shop = ("First Name", "Last Name", "Email", "Accepts Email Marketing", "Tax Exempt")
    assert program_of(register({name: [""] for name in shop})) is SHOPIFY
    assert program_of(register({"Asiakasnro": ["1"], "Nimi": ["A"], "Osoite": ["B"]})) is OTHER


def test_a_program_without_columns_of_its_own_is_known_by_the_files_name_or_by_where_columns_stand() -> None:
    plain = {"Asiakasnro": ["1"], "Nimi": ["A"]}
    assert program_of(register(plain, path=Path("fortnox_kunder.xlsx"))) is FORTNOX
    assert program_of(register(plain, path=Path("Visma Severa asiakkaat.csv"))) is SEVERA
    partners = {f"Sarake {place}": [""] for place in range(60)}
    partners |= {"Sarake 1": ["0112038-9"], "Sarake 13": ["FI21 1234 5600 0007 85"], "Sarake 52": ["17"]}
    assert program_of(register(partners)) is PROCOUNTOR
    assert program_of(register(partners | {"Sarake 1": ["Korpi Oy"]})) is OTHER
    assert program_called("vismasevera") is SEVERA
    assert program_called("muu") is None


def test_changed_customers_go_back_whole_and_merged_ones_are_set_passive(looked: Analysis, tmp_path: Path) -> None:
    made = offer(looked, (1, "Osoite", "Strandvägen 2", "Strandvägen 3"))
    assert made is not None
    rows = written(made, tmp_path / "vie.csv")
    assert rows[0] == [*HEADERS]
    assert rows[1] == ["1002", "Björkgård Ab", "Strandvägen 3", "65100", "Vasa", "", "soita ensin", "14"]
    assert rows[-1] == ["1003", "Käpylehto Oy", "Koivukuja 1", "00990", "Helsinki", "0", "vanha", "21"]
    assert ("program.passive", 1) in made.notes


def test_a_workbook_says_beside_the_rows_which_number_stays_and_what_is_too_long(
    looked: Analysis, tmp_path: Path
) -> None:
    long = "Pitkä" * 20
    made = offer(looked, (1, "Osoite", "Strandvägen 2", long))
    assert made is not None
    target = tmp_path / "vie.xlsx"
    write_offer(made, Path("netvisor.csv"), target, "fi", NoProgress())
    assert long in read(target, Reading(sheet="Netvisor", header_row=1)).cells_of("Osoite")
    numbers = read(target, Reading(sheet=read(target).source.sheets[1], header_row=1))
    assert [cells[0] for cells in numbers.cells][:2] == ["1003", "1001"]
    too_long = read(target, Reading(sheet="Ohjelmaan sopimattomat tiedot", header_row=1))
    assert [cells[0] for cells in too_long.cells] == ["3", "Osoite", "80", long]
    assert ("program.too_long", 1) in made.notes


def test_a_code_the_program_knows_a_customer_by_is_not_changed(looked: Analysis, tmp_path: Path) -> None:
    made = offer(looked, (3, "Asiakaskoodi", "1004", "2004"), (3, "Maksuehto", "7", "14"), merged=False)
    assert made is not None
    assert written(made, tmp_path / "vie.csv")[1][0] == "1004"
    assert ("program.kept_keys", 1) in made.notes


@pytest.mark.parametrize(
    ("program", "note"),
    [
        (OTHER, ("program.own_columns", "")),
        (PROCOUNTOR, ("program.empties", "Procountor")),
        (SEVERA, ("program.unfit", 1)),
        (HEEROS, ("program.columns_known", "Heeros")),
    ],
)
def test_a_program_whose_columns_nobody_knows_gets_the_sources_own_whole(
    program: Program, note: tuple[str, str | int], looked: Analysis, tmp_path: Path
) -> None:
    made = offer(looked, (3, "Lisätietoja", "", 'sanoi "ei"; soita'), merged=False, program=program)
    assert made is not None
    rows = written(made, tmp_path / "vie.csv")
    assert rows == [[*HEADERS], [*ROWS[3][:6], 'sanoi "ei"; soita', "7"]]
    assert note in made.notes


def test_more_rows_than_a_program_takes_from_one_file_are_told(looked: Analysis) -> None:
    small = replace(FORTNOX, most_rows=1)
    edits = [(1, "Maksuehto", "14", "21"), (3, "Maksuehto", "7", "14")]
    assert ("program.most_rows", 1) in getattr(offer(looked, *edits, merged=False, program=small), "notes", ())


def test_a_value_the_program_cannot_do_without_is_named(looked: Analysis) -> None:
    made = offer(looked, (3, "Osoite", "Rantatie 3", ""), merged=False)
    assert ("program.unfit", 1) in getattr(made, "notes", ())


def test_a_row_that_was_added_goes_along(looked: Analysis, tmp_path: Path) -> None:
    log = DecisionLog((DECIDER.added_rows([added_row(2, {"Asiakaskoodi": "1005", "Nimi": "Uusi Asiakas"})]),))
    entry = next(entry for entry in LISTS if entry.key == "program")
    made = entry.offer(Sources(derive(PEOPLE, looked.keys, log), looked, log), NoProgress())
    assert made is not None
    assert written(made, tmp_path / "vie.csv")[1] == ["1005", "Uusi Asiakas", *[""] * 6]


def test_a_changed_customer_who_was_archived_is_not_for_the_program(looked: Analysis) -> None:
    changed = DECIDER.edited_cells(looked.keys, [(RecordId(3), CellChange("Maksuehto", "7", "14"))])
    archived = DECIDER.retired_by_hand(looked.keys, [RecordId(3)], RetireAction.ARCHIVE)
    log = DecisionLog((changed, archived))
    entry = next(entry for entry in LISTS if entry.key == "program")
    assert entry.offer(Sources(derive(PEOPLE, looked.keys, log), looked, log), NoProgress()) is None


def test_nothing_changed_is_no_file(looked: Analysis) -> None:
    assert offer(looked, merged=False) is None


def test_what_would_not_read_back_the_same_is_not_made(looked: Analysis, tmp_path: Path) -> None:
    made = offer(looked, (1, "Osoite", "Strandvägen 2", "Strandvägen 3\x00"))
    assert made is not None
    target = tmp_path / "vie.csv"
    with pytest.raises(TargetProblem) as problem:
        write_offer(made, Path("netvisor.csv"), target, "fi", NoProgress())
    assert problem.value.code == "program.not_as_written"
    assert not target.exists()
