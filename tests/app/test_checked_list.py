"""A list beside the register: each row is there, perhaps there or new, and what is taken away says so."""

from datetime import date
from pathlib import Path

import pytest

from builders import DECIDER, log, register
from tikissa.analysis.analyse import analyse
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.app.checked_list import CheckedList, check_list
from tikissa.app.checked_list_file import write_answers, write_new_rows
from tikissa.files.reader import read
from tikissa.matching.surviving.survivorship import golden_record
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.problems import Cancelled
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.review.derive import derive

SETTINGS = Settings(date(2026, 11, 22))

REGISTER = register(
    {
        "Asiakasnro": ["0101", "0102", "0103"],
        "Nimi": ["Aino Jäkälä", "Eero Kuusimäki", "Maija Ojakorpi"],
        "Puhelin": ["040 200 4000", "040 201 4037", "040 202 4074"],
        "Sähköposti": ["aino.jakala@esimerkki.fi", "eero@esimerkki.fi", "maija.ojakorpi@esimerkki.fi"],
        "Katuosoite": ["Koivutie 1", "Koivutie 2", "Koivutie 3"],
        "Markkinointikielto": ["x", "", ""],
    }
)
NEW = register(
    {
        "Name": ["Oona Lehtola", "JÄKÄLÄ AINO", "Eero Kuusimäki"],
        "Phone": ["0509998887", "0402004000", ""],
        "E-mail": ["oona@esimerkki.fi", "aino.jakala@esimerkki.fi", ""],
        "Address": ["Rantatie 9", "Koivutie 1", "Harjukatu 77"],
    },
    path=Path("lista.csv"),
)


@pytest.fixture(scope="module")
def known() -> Analysis:
    return analyse(REGISTER, SETTINGS)


@pytest.fixture(scope="module")
def checked(known: Analysis) -> CheckedList:
    return check_list(NEW, known, SETTINGS)


def test_every_row_of_the_list_is_told_of_once_and_in_its_order(checked: CheckedList) -> None:
    assert [row.record for row in checked.rows] == [0, 1, 2]
    assert sum(checked.counts.values()) == len(NEW)


def test_a_customer_under_other_headers_and_written_otherwise_is_found_with_what_shows_it(checked: CheckedList) -> None:
    aino = checked.rows[1]
    assert aino.verdict is not GateVerdict.NEW
    assert aino.known == 0
    assert {weight.comparison for weight in aino.weights if weight.weight > 0} >= {"phone", "email"}


def test_a_stranger_is_new(checked: CheckedList) -> None:
    assert checked.rows[0].verdict is GateVerdict.NEW


def test_the_users_word_counts_and_touches_no_other_row(checked: CheckedList) -> None:
    said = checked.say(RecordId(1), GateVerdict.NEW)
    assert said.rows[1].verdict is GateVerdict.NEW
    assert (said.rows[0], said.rows[2]) == (checked.rows[0], checked.rows[2])
    assert checked.rows[1].verdict is not GateVerdict.NEW


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_the_whole_list_is_taken_away_with_the_number_and_the_prohibition_of_the_customer(
    checked: CheckedList, known: Analysis, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"lista.{ending}"
    outcome = derive(REGISTER, known.keys, log())
    write_answers(checked.say(RecordId(1), GateVerdict.ALREADY_THERE), outcome, known.schema, "fi", target)
    written = read(target)
    assert [written.text(row, "Jo rekisterissä") for row in range(2)] == ["ei", "kyllä"]
    assert written.text(1, "Asiakasnumero rekisterissä") == "0101"
    assert written.text(1, "Rivi rekisterissä") == str(REGISTER.row(0))
    assert written.text(1, "Markkinointi rekisterin mukaan") == "Markkinointikielto: x"
    assert written.text(1, "Name") == "JÄKÄLÄ AINO"


def test_a_merged_customer_goes_by_the_number_that_stays(checked: CheckedList, known: Analysis, tmp_path: Path) -> None:
    target = tmp_path / "lista.csv"
    golden = golden_record(REGISTER, known.schema, (RecordId(0), RecordId(1)))
    merge = DECIDER.merge(known, None, golden, (RecordId(0), RecordId(1)))
    outcome = derive(REGISTER, known.keys, log(merge))
    write_answers(checked.say(RecordId(1), GateVerdict.ALREADY_THERE), outcome, known.schema, "fi", target)
    stays = next(record for record in (0, 1) if outcome.stays(RecordId(record)))
    assert read(target).text(1, "Asiakasnumero rekisterissä") == REGISTER.text(stays, "Asiakasnro")


def test_the_new_rows_alone_are_as_they_are_in_the_list(checked: CheckedList, tmp_path: Path) -> None:
    target = tmp_path / "uudet.xlsx"
    said = checked.say(RecordId(1), GateVerdict.ALREADY_THERE).say(RecordId(2), GateVerdict.IN_CONFLICT)
    write_new_rows(said, target)
    written = read(target)
    assert [column.name for column in written.columns] == ["Name", "Phone", "E-mail", "Address"]
    assert [cells[0] for cells in written.cells] == ["Oona Lehtola", "0509998887", "oona@esimerkki.fi", "Rantatie 9"]
    assert len(written) == 1


def test_checking_stops_when_asked_to(known: Analysis) -> None:
    class Stop:
        def report(self, stage: str, done: int, total: int) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        check_list(NEW, known, SETTINGS, Stop())


def test_an_edit_by_hand_in_the_register_is_not_lost_in_what_is_taken_away(
    checked: CheckedList, known: Analysis, tmp_path: Path
) -> None:
    edit = DECIDER.edited_cells(known.keys, [(RecordId(0), CellChange("Nimi", "Aino Jäkälä", "Aino Jäkälä-Niemi"))])
    outcome = derive(REGISTER, known.keys, log(edit))
    target = tmp_path / "lista.csv"
    write_answers(checked.say(RecordId(1), GateVerdict.ALREADY_THERE), outcome, known.schema, "fi", target)
    assert read(target).text(1, "Asiakas rekisterissä") == "Aino Jäkälä-Niemi"


def test_where_the_register_has_the_customer_twice_both_rows_are_told() -> None:
    names = [column.name for column in REGISTER.columns]
    twice = register({name: [*REGISTER.cells_of(name), REGISTER.text(0, name)] for name in names})
    aino = check_list(NEW, analyse(twice, SETTINGS), SETTINGS).rows[1]
    assert aino.known is not None
    assert {aino.known, *aino.others} == {0, 3}


def test_a_row_that_was_taken_in_is_not_offered_again(checked: CheckedList, known: Analysis) -> None:
    nothing, new = derive(REGISTER, known.keys, log()), checked.of(GateVerdict.NEW)
    offered = checked.to_add(nothing)
    assert len(offered) == len(new) > 0
    taken_in = derive(REGISTER, known.keys, log(DECIDER.added_rows(offered)))
    assert checked.to_add(taken_in) == ()
    assert checked.added(taken_in) == {row.record for row in new}
