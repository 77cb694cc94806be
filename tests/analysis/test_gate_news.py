"""What a new row tells that the register does not, and what is no more than another writing of it."""

from pathlib import Path

import pytest

from analysis.test_gate import CUSTOMERS, REGISTER, SETTINGS, checked, table
from builders import register
from tikissa.analysis.gate import gate
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.analysis.linkage import looked_through


def test_who_allows_marketing_in_the_register_is_no_reason_to_keep_a_row_out() -> None:
    headers = ("Nimi", "Puhelin", "Markkinointilupa")
    customers = (("Aino Jäkälä", "040 200 4000", "kyllä"), ("Eero Kuusimäki", "040 201 4037", "ei"))
    allowing = looked_through(register(table(customers, headers)), SETTINGS)
    rows = checked(allowing, ("Aino Jäkälä", "0402004000", ""), ("Eero Kuusimäki", "0402014037", ""), headers=headers)
    assert [row.verdict for row in rows.rows] == [GateVerdict.ALREADY_THERE, GateVerdict.FORBIDDEN]


def test_the_number_of_an_office_that_many_customers_share_leads_to_none_of_them() -> None:
    office = [(str(number), f"{name} Oy", "", "09 123 4567") for number, name in enumerate(("Aho", "Ilmo", "Uula"), 1)]
    row = checked(looked_through(register(table(office)), SETTINGS), ("", "Oona Lehtola", "", "09 123 4567")).rows[0]
    assert (row.verdict, row.known) == (GateVerdict.NEW, None)


def test_the_registers_number_and_the_name_are_enough_to_know_a_customer_by() -> None:
    found = checked(looked_through(REGISTER, SETTINGS), CUSTOMERS[2][:2]).rows[0]
    assert (found.verdict, found.known) == (GateVerdict.ALREADY_THERE, 2)


@pytest.mark.parametrize(
    ("column", "known_says", "row_says", "is_news"),
    [
        ("Markkinointilupa", "Kysytään", "kysytään", False),
        ("Markkinointilupa", "kysytään", "myöhemmin", True),
        ("Ostot yhteensä", "1 234,50 €", "1234,5", False),
        ("Ostot yhteensä", "1 234,50 €", "1300", True),
        ("Ostot yhteensä", "ei tiedossa", "1300", True),
        ("Viimeisin osto", "1.2.2026", "1.2.2025", False),
        ("Viimeisin osto", "1.2.2025", "1.2.2026", True),
        ("Alennus", "25 %", "0,25", False),
        ("Alennus", "0.25", "25%", False),
        ("Alennus", "12,5 %", "0.125", False),
        ("Alennus", "12.50", "12,5", False),
        ("Alennus", "-5 %", "-0,05", False),
        ("Alennus", "25 %", "25", True),
        ("Alennus", "25 %", "0,3", True),
        ("Huomautus", "Portti kiinni, soita ensin", "soita ensin", False),
        ("Huomautus", "Portti kiinni, soita ensin", "koira pihassa", True),
    ],
)
def test_what_is_news_and_what_is_another_writing(column: str, known_says: str, row_says: str, is_news: bool) -> None:
    headers = ("Nimi", "Puhelin", column)
    rows = [("Aino Jäkälä", "040 200 4000", known_says), ("Eero Kuusimäki", "040 201 4037", known_says)]
    found = checked(looked_through(register(table(rows, headers)), SETTINGS), (*rows[0][:2], row_says), headers=headers)
    assert [change.column for change in found.rows[0].changes] == ([column] if is_news else [])


def test_a_number_the_customer_has_in_another_column_is_no_news() -> None:
    headers = ("Nimi", "Puhelin", "Matkapuhelin", "Sähköposti")
    rows = [("Aino Jäkälä", "09 123 4567", "040 200 4000", "aino@posti.fi"), ("Eero Ek", "", "", "eero@posti.fi")]
    side = looked_through(register(table(rows, headers)), SETTINGS)
    found = checked(side, ("Aino Jäkälä", "040 200 4000", "", "aino@posti.fi"), headers=headers).rows[0]
    assert (found.verdict, found.changes) == (GateVerdict.ALREADY_THERE, ())


@pytest.mark.parametrize("note", ["Markkinointikielto 2024", "ei saa soittaa", "Vill inte ha reklam"])
def test_a_prohibition_that_stands_in_the_notes_alone_counts_too(note: str) -> None:
    noted = register({"Nimi": ["Aino Jäkälä"], "Puhelin": ["040 200 4000"], "Huomautus": [note]})
    row = {"Nimi": ["Aino Jäkälä"], "Puhelin": ["0402004000"], "Huomautus": [""]}
    found = gate(register(row, path=Path("lista.csv")), looked_through(noted, SETTINGS), SETTINGS)
    assert [(each.verdict, each.known) for each in found.rows] == [(GateVerdict.FORBIDDEN, 0)]


def test_a_file_of_addresses_alone_is_of_customers_the_register_has_by_those_addresses() -> None:
    known = register({"Nimi": ["Aino Jäkälä", "Eero Ek"], "Sähköposti": ["aino@posti.fi", "eero@posti.fi"]})
    listed = register({"Sähköposti": ["Aino@posti.fi", "outi@posti.fi"]}, path=Path("eronneet.csv"))
    rows = gate(listed, looked_through(known, SETTINGS), SETTINGS).rows
    assert (rows[0].verdict, rows[0].known) == (GateVerdict.ALREADY_THERE, 0)
    assert rows[1].verdict is not GateVerdict.ALREADY_THERE


@pytest.mark.parametrize(
    ("known_says", "row_says", "verdict"),
    [
        ("kyllä", "ei", GateVerdict.IN_CONFLICT),
        ("ei", "kyllä", GateVerdict.IN_CONFLICT),
        ("ei", "", GateVerdict.FORBIDDEN),
        ("", "ei", GateVerdict.CHANGED),
        ("kyllä", "x", GateVerdict.ALREADY_THERE),
    ],
)
def test_what_one_file_allows_and_the_other_forbids_is_in_conflict(
    known_says: str, row_says: str, verdict: GateVerdict
) -> None:
    person = {"Nimi": ["Aino Jäkälä"], "Puhelin": ["040 200 4000"]}
    known = looked_through(register(person | {"Lupa SMS": [known_says]}), SETTINGS)
    row = gate(register(person | {"SMS ok": [row_says]}, path=Path("lista.csv")), known, SETTINGS).rows[0]
    assert row.verdict is verdict
    if (known_says, row_says) == ("kyllä", "ei"):
        assert [(change.column, change.after) for change in row.changes] == [("Lupa SMS", "ei")]


def test_a_list_speaks_of_its_own_channels_alone_and_keeps_a_row_out_whose_opt_out_has_no_column() -> None:
    known = looked_through(
        register({"Nimi": ["Aino Jäkälä"], "Puhelin": ["040 200 4000"], "Sähköpostilupa": ["kyllä"]}), SETTINGS
    )
    listed = {"Nimi": ["Outi Oja", "Ulla Uusi"], "Puhelin": ["040 311 4002", "040 311 4003"], "SMS ok": ["ei", "kyllä"]}
    found = gate(register(listed, path=Path("lista.csv")), known, SETTINGS)
    assert [row.verdict for row in found.rows] == [GateVerdict.NEEDS_FIXING, GateVerdict.NEW]
    assert found.rows[0].reasons[0].code == "gate.no_column_for"
    assert all("Sähköpostilupa" not in proposal.texts for proposal in found.proposals(found.rows))
