"""The check of new rows: each verdict by an example a shopkeeper would know, and every row told of once."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import DECIDER, keys, log, register
from tikissa.analysis.gate import Gate, GateRow, gate
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.analysis.linkage import Side, looked_through
from tikissa.model.analysis import Settings
from tikissa.model.problems import Cancelled
from tikissa.model.register import Register
from tikissa.review.derive import derive

SETTINGS = Settings(date(2026, 11, 22))
HEADERS = (
    "Asiakasnro",
    "Nimi",
    "Y-tunnus",
    "Puhelin",
    "Sähköposti",
    "Katuosoite",
    "Postinumero",
    "Postitoimipaikka",
    "Syntymäaika",
    "Markkinointikielto",
)
CUSTOMERS = (
    ("0101", "Aino Jäkälä", "", "040 200 4000", "aino.jakala@posti.fi", "Koivutie 1", "00100", "Helsinki", "1.2.1970"),
    ("0102", "Eero Kuusimäki", "", "040 201 4037", "eero@posti.fi", "Koivutie 2", "00200", "Helsinki", "", "x"),
    ("0103", "Maija Ojakorpi", "", "040 202 4074", "", "Koivutie 3", "00300", "Helsinki"),
    ("0104", "Pekka Lehtovaara", "", "050 333 4444", "pekka.lehtovaara@posti.fi", "Rantakatu 5", "33100", "Tampere"),
    ("0105", "Rautapaja Oy", "0112038-9", "09 123 4567", "info@rautapaja.fi", "Pajatie 1", "33200", "Tampere"),
    ("0106", "Sanna Hietamäki", "", "044 555 6666", "sanna.hietamaki@posti.fi", "Rantakatu 9", "33200", "Tampere"),
)


def table(rows: Sequence[Sequence[str]], headers: Sequence[str] = HEADERS) -> Mapping[str, list[str]]:
    return {name: [row[place] if place < len(row) else "" for row in rows] for place, name in enumerate(headers)}


REGISTER = register(table(CUSTOMERS))


@pytest.fixture(scope="module")
def known() -> Side:
    return looked_through(REGISTER, SETTINGS)


def checked(known: Side, *rows: Sequence[str], headers: Sequence[str] = HEADERS) -> Gate:
    return gate(register(table(rows, headers), path=Path("lista.csv")), known, SETTINGS)


def _only(known: Side, *row: str) -> GateRow:
    return checked(known, row).rows[0]


def _codes(row: GateRow) -> set[str]:
    return {reason.code for reason in row.reasons}


STRANGER = ("", "Oona Lehtola", "", "050 999 8887", "oona@posti.fi", "Rantatie 9", "20100", "Turku")


def test_a_stranger_is_new_and_is_written_as_the_register_writes(known: Side) -> None:
    found = checked(known, ("", "OONA LEHTOLA", "", "+358509998887", "Oona@Posti.fi", "Rantatie 9", "20100", "TURKU"))
    (row,) = found.rows
    (proposal,) = found.proposals(found.rows)
    assert (row.verdict, row.known) == (GateVerdict.NEW, None)
    assert proposal.texts["Nimi"] == "Oona Lehtola"
    assert proposal.texts["Puhelin"] == "050 999 8887"
    assert "Y-tunnus" not in proposal.texts
    assert (proposal.source.file, proposal.source.row) == ("lista.csv", 2)


def test_a_customer_written_otherwise_is_there_already(known: Side) -> None:
    row = _only(known, "103", "OJAKORPI MAIJA", "", "+358402024074", "", "koivut. 3", "300", "HELSINKI")
    assert (row.verdict, row.known, row.changes) == (GateVerdict.ALREADY_THERE, 2, ())


def test_an_empty_cell_or_a_part_of_a_name_changes_nothing(known: Side) -> None:
    row = _only(known, "0104", "P. Lehtovaara", "", "", "pekka.lehtovaara@posti.fi", "", "", "")
    assert row.verdict is GateVerdict.ALREADY_THERE


def test_what_differs_and_what_fills_an_empty_cell_is_told_cell_by_cell(known: Side) -> None:
    moved = _only(known, "", "Maija Ojakorpi", "", "0402024074", "maija@posti.fi", "Kivikatu 8", "33500", "Tampere")
    assert (moved.verdict, moved.known) == (GateVerdict.CHANGED, 2)
    changes = {change.column: (change.before, change.after) for change in moved.changes}
    assert changes["Sähköposti"] == ("", "maija@posti.fi")
    assert changes["Katuosoite"] == ("Koivutie 3", "Kivikatu 8")
    assert "Puhelin" not in changes
    assert _codes(moved) == {"gate.fills", "gate.differs"}


def test_a_customer_with_a_prohibition_is_forbidden_and_named(known: Side) -> None:
    row = _only(known, "", "Eero Kuusimäki", "", "040 201 4037", "eero.uusi@posti.fi", "Kivikatu 1", "33500", "Tampere")
    assert (row.verdict, row.known, row.changes) == (GateVerdict.FORBIDDEN, 1, ())
    assert "gate.register_forbids" in _codes(row)


def test_no_new_row_turns_a_prohibition_into_a_permission(known: Side) -> None:
    row = _only(known, "0102", "Eero Kuusimäki", "", "040 201 4037", "eero@posti.fi", "", "", "", "", "ei")
    assert _codes(row) == {"gate.register_forbids", "gate.would_permit"}


def test_a_new_customer_who_comes_with_a_prohibition_enters_and_brings_it_along(known: Side) -> None:
    found = checked(known, (*STRANGER, "", "kielto"))
    (row,), (proposal,) = found.rows, found.proposals(found.rows)
    assert (row.verdict, row.known, _codes(row)) == (GateVerdict.NEW, None, {"gate.new", "gate.row_forbids"})
    assert proposal.texts["Markkinointikielto"] == "kielto"


def test_a_customer_who_forbids_marketing_in_the_new_row_has_changed(known: Side) -> None:
    row = _only(known, *CUSTOMERS[2], "", "kielto")
    assert row.verdict is GateVerdict.CHANGED
    assert [(change.column, change.after) for change in row.changes] == [("Markkinointikielto", "kielto")]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("0106", *STRANGER[1:]), "gate.number_of_another"),
        (("", "Kukkapuoti Oy", "01120389", "", "osto@kukkapuoti.fi", "Torikatu 4", "90100", "Oulu"),
         "gate.business_id_of_another"),
        (("", "Rautapaja Oy", "0737546-2", "09 123 4567", "info@rautapaja.fi", "Pajatie 1", "33200", "Tampere"),
         "gate.other_business_id"),
        (("", "Aino Jäkälä", "", "040 200 4000", "aino.jakala@posti.fi", "Koivutie 1", "00100", "Helsinki", "4.5.1982"),
         "gate.other_birth_date"),
        (("", "Ville Viljakainen", "", "050 333 4444", "sanna.hietamaki@posti.fi", "Torikatu 4", "90100", "Oulu"),
         "gate.several_customers"),
        (("0103", "Ojakorpi"), "gate.likely"),
        (("0106", "S. Hietamäki", "", "", "", "Kotikatu 3", "00300", "Helsinki"), "gate.likely"),
    ],
)  # fmt: skip
def test_what_cannot_be_said_safely_is_in_conflict(known: Side, row: tuple[str, ...], reason: str) -> None:
    found = _only(known, *row)
    assert found.verdict is GateVerdict.IN_CONFLICT
    assert reason in _codes(found)
    assert found.known is not None


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("", "", "", "050 999 8887", "oona@posti.fi", "Rantatie 9", "20100", "Turku"), "gate.no_name"),
        (("", "Oona Lehtola"), "gate.no_way_to_reach"),
        (("", "Oona Lehtola", "", "050 999 8887", "oona(at)posti", "Rantatie 9", "20100", "Turku"), "email.invalid"),
        (("", "Kukkapuoti Oy", "1234567-8", "", "osto@kukkapuoti.fi", "Torikatu 4"), "business_id.check_digit"),
    ],
)
def test_a_row_that_could_not_enter_as_it_is_needs_fixing(known: Side, row: tuple[str, ...], reason: str) -> None:
    found = _only(known, *row)
    assert found.verdict is GateVerdict.NEEDS_FIXING
    assert reason in _codes(found)


def test_the_second_row_of_one_new_customer_needs_a_look_and_the_first_is_new(known: Side) -> None:
    again = ("", "Lehtola Oona", "", "0509998887", "oona@posti.fi", "Rantatie 9", "20100", "Turku")
    first, second = checked(known, STRANGER, again).rows
    assert (first.verdict, second.verdict) == (GateVerdict.NEW, GateVerdict.NEEDS_FIXING)
    assert [(reason.code, reason.arguments) for reason in second.reasons] == [("gate.repeated_in_file", ("2",))]


def test_the_right_row_of_a_customer_told_twice_enters_where_the_first_has_an_error(known: Side) -> None:
    wrong = (*STRANGER[:4], "oona(at)posti", *STRANGER[5:])
    first, second = checked(known, wrong, STRANGER).rows
    assert (first.verdict, second.verdict) == (GateVerdict.NEEDS_FIXING, GateVerdict.NEW)


def test_one_number_for_two_new_customers_needs_a_look(known: Side) -> None:
    other = ("0900", "Ville Viljakainen", "", "045 111 2223", "ville@posti.fi", "Torikatu 4", "90100", "Oulu")
    rows = checked(known, ("0900", *STRANGER[1:]), other).rows
    assert [row.verdict for row in rows] == [GateVerdict.NEW, GateVerdict.NEEDS_FIXING]


def test_the_spouse_at_the_same_home_is_a_customer_of_her_own(known: Side) -> None:
    row = _only(known, "", "Liisa Lehtovaara", "", "050 333 4444", "liisa@posti.fi", "Rantakatu 5", "33100", "Tampere")
    assert row.verdict is GateVerdict.NEW


def test_a_list_that_counts_its_own_rows_takes_nobodys_number() -> None:
    names = ["Aalto", "Honka", "Kanerva", "Lepikko", "Mustonen", "Niskala", "Paasio", "Rautio", "Salmela", "Uotila"]
    customers = [
        (str(n), f"Aino {name}", "", f"040 20{n:02} 400", f"a.{name.lower()}@posti.fi")
        for n, name in enumerate(names, 1)
    ]
    strangers = [
        (str(n), f"Onni {name[::-1].title()}", "", "", f"o{n}@verkko.fi", f"Katu {n}")
        for n, name in enumerate(names, 1)
    ]
    found = checked(looked_through(register(table(customers)), SETTINGS), *strangers)
    assert found.counts[GateVerdict.NEW] == len(names)
    assert "Asiakasnro" in found.lacking
    assert all("Asiakasnro" not in proposal.texts for proposal in found.proposals(found.rows))


def test_names_and_addresses_laid_out_otherwise_find_their_columns(known: Side) -> None:
    found = checked(
        known,
        ("Oona", "Lehtola", "Rantatie 9, 20100 Turku", "oona@posti.fi", "golf"),
        headers=("Etunimi", "Sukunimi", "Osoite", "E-mail", "Harrastus"),
    )
    (proposal,) = found.proposals(found.rows)
    assert proposal.texts == {
        "Nimi": "Oona Lehtola",
        "Sähköposti": "oona@posti.fi",
        "Katuosoite": "Rantatie 9",
        "Postinumero": "20100",
        "Postitoimipaikka": "Turku",
    }
    assert found.lacking == ("Harrastus",)


def test_a_whole_name_is_parted_where_the_register_parts_it() -> None:
    parted = register(
        {"Etunimi": ["Aino", "Eero"], "Sukunimi": ["Jäkälä", "Kuusimäki"], "Puhelin": ["040 200 4000", ""]}
    )
    found = checked(looked_through(parted, SETTINGS), ("Lehtola Oona", "0509998887"), headers=("Nimi", "Puh"))
    (proposal,) = found.proposals(found.rows)
    assert (proposal.texts["Etunimi"], proposal.texts["Sukunimi"]) == ("Oona", "Lehtola")


def test_where_the_register_has_the_customer_twice_it_is_said() -> None:
    twice = register(table([*CUSTOMERS, CUSTOMERS[3]]))
    row = _only(looked_through(twice, SETTINGS), *CUSTOMERS[3])
    assert row.verdict is GateVerdict.ALREADY_THERE
    assert "gate.register_has_twice" in _codes(row)


def test_checking_stops_when_asked_to(known: Side) -> None:
    class Stop:
        def report(self, stage: str, done: int, total: int) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        gate(register(table([STRANGER])), known, SETTINGS, Stop())


CELLS = st.sampled_from(
    ["", "Aino Jäkälä", "0101", "0112038-9", "040 200 4000", "a@posti.fi", "ei", "x", "1.1.2000", "??"]
)


@settings(max_examples=40)
@given(st.lists(st.lists(CELLS, min_size=len(HEADERS), max_size=len(HEADERS)), min_size=1, max_size=8))
def test_every_row_is_told_of_once_in_its_order_whatever_it_holds(rows: list[list[str]]) -> None:
    found = checked(_known_once(), *rows)
    assert [row.record for row in found.rows] == list(range(len(rows)))
    assert sum(found.counts.values()) == len(rows)
    assert all(row.reasons for row in found.rows)


@cache
def _known_once() -> Side:
    return looked_through(REGISTER, SETTINGS)


def test_a_register_or_a_list_without_a_single_row_is_no_obstacle(known: Side) -> None:
    empty: Register = register(table([]))
    assert gate(empty, known, SETTINGS).rows == ()
    assert checked(looked_through(empty, SETTINGS), STRANGER).rows[0].verdict is GateVerdict.NEW


def test_a_customer_taken_in_from_another_list_is_not_new_a_second_time(known: Side) -> None:
    proposals = [*checked(known, STRANGER).proposals(checked(known, STRANGER).rows)]
    added = derive(REGISTER, keys(len(REGISTER)), log(DECIDER.added_rows(proposals))).added
    other = ("", "LEHTOLA OONA", "", "0509998887", "oona@posti.fi", "Rantatie 9", "20100", "Turku")
    again = register(table([other]), path=Path("verkkokauppa.csv"))
    (row,) = gate(again, known, SETTINGS, added=added).rows
    assert (row.verdict, row.known, _codes(row)) == (GateVerdict.ALREADY_THERE, None, {"gate.taken_in"})
    (itself,) = gate(register(table([STRANGER]), path=Path("lista.csv")), known, SETTINGS, added=added).rows
    assert itself.verdict is GateVerdict.NEW


def test_names_find_the_one_column_the_register_has_for_them() -> None:
    companies = register({"Yritys": ["Rautapaja Oy", "Kukkapuoti Ky"], "Puhelin": ["09 123 4567", "040 200 4000"]})
    row = ("Leipomo Kulta Oy", "0509998887")
    found = checked(looked_through(companies, SETTINGS), row, headers=("Nimi", "Puh"))
    (proposal,) = found.proposals(found.rows)
    assert (proposal.texts["Yritys"], found.lacking) == ("Leipomo Kulta Oy", ())


def test_the_registers_own_rows_are_there_whatever_it_holds_of_their_customers_elsewhere() -> None:
    moved = ("0107", *CUSTOMERS[3][1:3], "041 777 8888", "pekka.lehtovaara@posti.fi", "Kivikatu 8", "33500", "Tampere")
    twice = [*CUSTOMERS, moved]
    found = gate(
        register(table(twice), path=Path("sama.csv")), looked_through(register(table(twice)), SETTINGS), SETTINGS
    )
    told = [(row.verdict, row.known) for row in found.rows if row.verdict is not GateVerdict.FORBIDDEN]
    assert told == [(GateVerdict.ALREADY_THERE, known) for known in (0, 2, 3, 4, 5, 6)]
