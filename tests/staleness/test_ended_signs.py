"""What the register's own column says of customers who have left: resigned, passive, no longer active."""

import pytest

import builders
from tikissa.model.analysis import Settings
from tikissa.model.finding import Reason
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.staleness.assess import ENDED, assess


def _reasons(header: str, text: str, meaning: Meaning = Meaning.ENDED) -> list[Reason]:
    register = builders.register({header: [text]})
    schema = Schema((ColumnMeaning(header, meaning, 1.0, True),))
    found = assess(register, schema, builders.keys(1), Settings(builders.TODAY))
    return [reason for retire in found for reason in retire.reasons]


@pytest.mark.parametrize(
    ("header", "text"),
    [
        *(("Eronnut", "2015"), ("Eronnut", "31.12.2022"), ("Eronnut", "x"), ("Eronnut", "oma pyyntö")),
        *(("Eronnut", "2026"), ("Päättynyt", "12/2010"), ("Avslutad", "2023-01-31")),
        *(("Lopetettu", "lopetti 2020"), ("Passiivinen", "1"), ("Arkistoitu", "Kyllä"), ("Inactive", "TRUE")),
        *(
            ("Aktiivinen", "0"),
            ("Aktiivinen", "Ei"),
            ("Aktiv", "Nej"),
            ("Voimassa", "ei"),
            ("Tila", "Passiivinen"),
            ("Is active", "false"),
        ),
    ],
)
def test_a_customer_who_has_left_is_worth_checking(header: str, text: str) -> None:
    assert _reasons(header, text) == [Reason("customer.left", (header, text))]


@pytest.mark.parametrize(
    ("header", "text", "code"),
    [
        ("Kuollut", "†", "customer.deceased"),
        ("Kuolinpäivä", "3.4.2024", "customer.deceased"),
        ("Tila", "Kuollut", "customer.deceased"),
        ("Deceased__c", "true", "customer.deceased"),
        ("Estetty", "1", "customer.blocked"),
        ("Spärrad", "Ja", "customer.blocked"),
    ],
)
def test_the_dead_and_the_blocked_are_worth_checking_each_with_a_reason_of_its_own(
    header: str, text: str, code: str
) -> None:
    assert _reasons(header, text) == [Reason(code, (header, text))]
    assert code in ENDED


@pytest.mark.parametrize(
    ("header", "text"),
    [
        *(("Eronnut", ""), ("Eronnut", "-"), ("Eronnut", "ei"), ("Eronnut", "nej"), ("Eronnut", "00.00.0000")),
        *(("Päättyy", "31.12.2027"), ("Päättyy", "päättyy 31.12.2027"), ("Päättyy", "31.12.9999")),
        *(("Päättyy", "toistaiseksi"), ("Päättyy", "tills vidare"), ("Päättyy", "ei tarvitse"), ("Päättyy", "NULL")),
        *(("Päättyy", "jäädytetty 1.6.2026"), ("Passiivinen", "0"), ("Inactive", "FALSE")),
        *(
            ("Aktiivinen", "1"),
            ("Aktiivinen", "Kyllä"),
            ("Aktiivinen", ""),
            ("Aktiv", "Ja"),
            ("Active", "?"),
            ("Tila", "Aktiivinen"),
        ),
    ],
)
def test_a_customer_who_stays_is_not(header: str, text: str) -> None:
    assert _reasons(header, text) == []


@pytest.mark.parametrize("text", ["x", "1/2023", "true", "osoite tuntematon"])
def test_mail_that_came_back_is_worth_checking_and_lets_nobody_be_put_away(text: str) -> None:
    assert _reasons("Palautunut", text, Meaning.RETURNED) == [Reason("notes.returned", ("Palautunut",))]
    assert "notes.returned" not in ENDED


@pytest.mark.parametrize("text", ["", "ei", "false", "-"])
def test_mail_that_did_not_come_back_is_nothing(text: str) -> None:
    assert _reasons("Hard bounce", text, Meaning.RETURNED) == []
