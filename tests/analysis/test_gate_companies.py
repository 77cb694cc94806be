"""The check of new rows where one company has many people, where an address is all a row has, and where a number was
merged away."""

import pytest

from analysis.test_gate import CUSTOMERS, HEADERS, SETTINGS, STRANGER, checked, table
from builders import register
from tikissa.analysis.gate import GateRow, gate
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.analysis.linkage import Side, looked_through
from tikissa.model.record import RecordId

BRANCH = ("", "Rautapaja Oy Oulu", "0112038-9", "08 111 2222", "oulu@rautapaja.fi", "Torikatu 4", "90100", "Oulu")


@pytest.fixture(scope="module")
def known() -> Side:
    return looked_through(register(table(CUSTOMERS)), SETTINGS)


def only(known: Side, *row: str) -> GateRow:
    return checked(known, row).rows[0]


def codes(row: GateRow) -> set[str]:
    return {reason.code for reason in row.reasons}


def test_a_known_company_with_a_new_branch_has_a_verdict_of_its_own_and_names_the_company(known: Side) -> None:
    row = only(known, *BRANCH)
    assert (row.verdict, row.known) == (GateVerdict.KNOWN_COMPANY, 4)
    assert codes(row) == {"gate.same_company"}


def test_a_company_is_known_by_its_whole_name_where_the_list_has_no_business_ids(known: Side) -> None:
    row = only(known, "", "Rautapaja Oy", "", "08 111 2222", "oulu@rautapaja.fi", "Torikatu 4", "90100", "Oulu")
    assert (row.verdict, row.known) == (GateVerdict.KNOWN_COMPANY, 4)
    stranger = only(known, "", "Rautapaja Ky", "", "08 111 2222", "oulu@rautapaja.fi", "Torikatu 4", "90100", "Oulu")
    assert stranger.verdict is GateVerdict.NEW


def test_a_business_id_under_another_name_is_a_conflict_still(known: Side) -> None:
    row = only(known, "", "Kukkapuoti Oy", "0112038-9", "", "osto@kukkapuoti.fi", "Torikatu 4", "90100", "Oulu")
    assert row.verdict is GateVerdict.IN_CONFLICT


def test_a_new_contact_of_a_company_that_forbade_contact_is_forbidden() -> None:
    forbade = [*CUSTOMERS[:4], (*CUSTOMERS[4], "", "x"), *CUSTOMERS[5:]]
    row = only(looked_through(register(table(forbade)), SETTINGS), *BRANCH)
    assert row.verdict is GateVerdict.FORBIDDEN


def test_a_branch_that_could_not_enter_as_it_is_needs_fixing_and_one_told_twice_enters_once(known: Side) -> None:
    assert only(known, "", "Rautapaja Oy Oulu", "0112038-9").verdict is GateVerdict.NEEDS_FIXING
    first, second = checked(known, BRANCH, BRANCH).rows
    assert (first.verdict, second.verdict) == (GateVerdict.KNOWN_COMPANY, GateVerdict.NEEDS_FIXING)


@pytest.mark.parametrize(
    "row",
    [
        ("", "", "", "040 200 4000"),
        ("", "", "", "", "aino.jakala@posti.fi"),
        ("", "", "", "+358 40 2004000", "AINO.JAKALA@posti.fi"),
    ],
)
def test_a_row_of_nothing_but_a_phone_or_an_address_of_the_register_is_there_already(
    known: Side, row: tuple[str, ...]
) -> None:
    found = only(known, *row)
    assert (found.verdict, found.known) == (GateVerdict.ALREADY_THERE, 0)


def test_a_phone_that_a_whole_office_shares_is_there_already_too_and_a_strange_one_is_nobodys() -> None:
    office = [(f"02{n:02}", f"Henkilö {n}", "", "09 700 7000", f"h{n}@virasto.fi", "Katu 1") for n in range(5)]
    known = looked_through(register(table((*CUSTOMERS, *office))), SETTINGS)
    assert only(known, "", "", "", "09 700 7000").verdict is GateVerdict.ALREADY_THERE
    assert only(known, "", "", "", "09 800 8000").verdict is GateVerdict.NEEDS_FIXING


def test_a_number_that_was_merged_away_is_the_customers_it_was_merged_into(known: Side) -> None:
    row = ("0099", *CUSTOMERS[0][1:])
    listed = register(table([row, ("0098", *STRANGER[1:])], HEADERS))
    back, other = gate(listed, known, SETTINGS, merged={"99": RecordId(0)}).rows
    assert (back.verdict, back.known) == (GateVerdict.ALREADY_THERE, 0)
    assert "gate.merged_number" in codes(back)
    assert other.verdict is GateVerdict.NEW


def test_a_merged_number_under_another_name_is_asked_about(known: Side) -> None:
    listed = register(table([("0099", *STRANGER[1:])], HEADERS))
    (row,) = gate(listed, known, SETTINGS, merged={"99": RecordId(0)}).rows
    assert (row.verdict, codes(row)) == (GateVerdict.IN_CONFLICT, {"gate.number_of_another"})
