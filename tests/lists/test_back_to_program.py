"""Changed customers go back into the program the register came from: in its columns and whole, nothing is cut."""

import csv
from pathlib import Path

import pytest

from builders import DECIDER, TODAY, merge, register
from tikissa.analysis.analyse import analyse
from tikissa.app.list_catalogue import LISTS, Offer, Sources, write_offer
from tikissa.files.reader import read
from tikissa.lists.back_to_program import FIVALDI, MAILCHIMP, NETVISOR, program_of
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.decision import DecisionLog
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


def offer(looked: Analysis, *edits: tuple[int, str, str, str], merged: bool = True) -> Offer | None:
    """Return the list after these edits by hand, and after the third row was merged into the first."""
    changes = [(RecordId(record), CellChange(column, before, after)) for record, column, before, after in edits]
    decisions = [DECIDER.edited_cells(looked.keys, changes)] if changes else []
    if merged:
        twins = merge((0, 2))
        golden = twins.golden
        decisions.append(DECIDER.merge(looked, None, golden, [RecordId(0), RecordId(2)]))
    log = DecisionLog(tuple(decisions))
    entry = next(entry for entry in LISTS if entry.key == "program")
    return entry.offer(Sources(derive(PEOPLE, looked.keys, log), looked, log), NoProgress())


def written(made: Offer, target: Path) -> list[list[str]]:
    write_offer(made, Path("netvisor.csv"), target, "fi", NoProgress())
    return [*csv.reader(target.read_text("utf-8-sig").splitlines(), delimiter=";")]


def test_the_columns_of_programs_are_known_by_those_that_stand_together() -> None:
    assert program_of(PEOPLE) is NETVISOR
    assert program_of(register({"ASIAKASTUNNUS": ["1"], "NIMI1": ["A"], "LUOTTOKIELTO": [""]})) is FIVALDI
    assert program_of(register({"Email Address": ["a@b.fi"], "LEID": ["1"], "EUID": ["x"]})) is MAILCHIMP
    assert program_of(register({"Asiakasnro": ["1"], "Nimi": ["A"], "Osoite": ["B"]})) is None


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
    too_long = read(target, Reading(sheet="Liian pitkät tiedot", header_row=1))
    assert [cells[0] for cells in too_long.cells] == ["3", "Osoite", "80", long]
    assert ("program.too_long", 1) in made.notes


def test_a_code_the_program_knows_a_customer_by_is_not_changed(looked: Analysis, tmp_path: Path) -> None:
    made = offer(looked, (3, "Asiakaskoodi", "1004", "2004"), (3, "Maksuehto", "7", "14"), merged=False)
    assert made is not None
    assert written(made, tmp_path / "vie.csv")[1][0] == "1004"
    assert ("program.kept_keys", 1) in made.notes


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
