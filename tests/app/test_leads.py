"""A bought or collected list is never put into the register: the new ones get a file of their own."""

import csv
from datetime import date
from pathlib import Path

from builders import DECIDER, register
from tikissa.analysis.analyse import analyse
from tikissa.app.checked_list import CheckedList, check_list
from tikissa.app.gate_acceptance import newer_details
from tikissa.app.leads import a_year_on, on_stale_rows, write_leads
from tikissa.lists.exclusions import entry_of
from tikissa.model.analysis import Settings
from tikissa.model.decision import DecisionLog
from tikissa.model.schema import Meaning
from tikissa.review.derive import derive

TODAY = date(2026, 11, 30)
PEOPLE = register(
    {
        "Asiakasnro": ["1", "2", "3"],
        "Nimi": ["Aino Lumi", "Pekka Suo", "Sari Salo"],
        "Puhelin": ["040 123 4567", "050 123 4567", "040 765 4321"],
        "Sähköposti": ["aino@kaukana.fi", "pekka@hyoky.fi", "sari@salo.fi"],
        "Viimeisin osto": ["1.10.2026", "1.2.2015", "1.9.2026"],
        "Markkinointikielto": ["", "", "x"],
    }
)
BOUGHT = register(
    {
        "Nimi": ["Pekka Suo", "Sari Salo", "Aino Lumi", "Veera Vuori", "Outi Outo", "Ulla Uusi"],
        "Puhelin": ["045 999 0000", "040 765 4321", "041 888 0000", "045 111 2222", "045 333 4444", "045 555 6666"],
        "Sähköposti": ["pekka@hyoky.fi", "sari@salo.fi", "aino@kaukana.fi", "v@vuori.fi", "outi@outo.fi", "u@uusi.fi"],
        "Lähde": ["Ostettu kohderyhmä 11/2026"] * 6,
    },
    path=Path("ostettu_kohderyhma.xlsx"),
)
ANALYSIS = analyse(PEOPLE, Settings(TODAY))


def checked() -> CheckedList:
    entry = entry_of("outi@outo.fi")
    assert entry is not None
    return check_list(BOUGHT, ANALYSIS, Settings(TODAY), exclusions=(entry,))


def test_nothing_on_a_bought_list_is_offered_to_be_added() -> None:
    found = checked()
    assert found.are_leads
    assert found.to_add(derive(PEOPLE, ANALYSIS.keys, DecisionLog())) == ()


def test_the_new_ones_get_a_file_with_source_and_dates_without_those_who_forbade_it(tmp_path: Path) -> None:
    target = tmp_path / "liidit.csv"
    write_leads(checked(), target, TODAY, "fi")
    rows = [*csv.reader(target.read_text("utf-8-sig").splitlines(), delimiter=";")]
    assert rows[0][-3:] == ["Lähde", "Otettu listalle", "Käytetään viimeistään"]
    assert [row[0] for row in rows[1:]] == ["Veera Vuori", "Ulla Uusi"]
    assert {tuple(row[-3:]) for row in rows[1:]} == {("Ostettu kohderyhmä 11/2026", "2026-11-30", "2027-11-30")}


def test_one_lead_that_became_a_customer_is_taken_in_and_no_other() -> None:
    found = checked()
    veera = found.additions[found.rows[3].record]
    outcome = derive(PEOPLE, ANALYSIS.keys, DecisionLog((DECIDER.added_rows((veera,)),)))
    assert [row.texts["Nimi"] for row in outcome.added] == ["Veera Vuori"]
    assert found.added(outcome) == {found.rows[3].record}


def test_a_fresher_list_tells_newer_details_of_stale_rows_alone() -> None:
    found = checked()
    outcome = derive(PEOPLE, ANALYSIS.keys, DecisionLog())
    newer = newer_details(on_stale_rows(found.rows, ANALYSIS), outcome, ANALYSIS.schema)
    assert [(record, change.after) for record, change in newer[Meaning.PHONE]] == [(1, "045 999 0000")]


def test_a_year_on_from_a_leap_day_is_a_day_that_exists() -> None:
    assert a_year_on(date(2028, 2, 29)) == date(2029, 2, 28)
