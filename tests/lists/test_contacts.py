"""Bounces, unsubscribes and complaints find their customers by address alone, and propose no more than they prove."""

from datetime import date
from pathlib import Path

import pytest

from builders import DECIDER, TODAY, added_row, register
from tikissa.analysis.analyse import analyse
from tikissa.analysis.record_keys import record_keys
from tikissa.app.exclusion_list import entries_for, opt_out_columns
from tikissa.lists.contacts.contact_table import events_in
from tikissa.lists.contacts.forbidding import forbidding, own_columns
from tikissa.lists.contacts.known_contacts import ContactProposal, ContactRow, contact_rows
from tikissa.model.analysis import Settings
from tikissa.model.contact_event import ContactEvent, ContactNews
from tikissa.model.decision import DecisionLog, Verdict
from tikissa.model.finding import Reason
from tikissa.model.permission import Channel
from tikissa.model.register import Register
from tikissa.permission.permission_headers import sense_of
from tikissa.review.derive import derive
from tikissa.schema.detect import detect

PEOPLE = {
    "Nimi": ["Aino Lumi", "Pekka Suo", "Tupa Oy", "Tupa Oy, sivutoimisto", "Sari Salo"],
    "Sähköposti": [
        "aino@kaukana.test",
        "pekka@hyoky.test, p.suo@tyo.test",
        "info@tupa.test",
        "Info@Tupa.test",
        "s@salo.test",
    ],
    "Puhelin": ["040 123 4567", "0501234567", "", "", "0407654321"],
    "Sähköpostilupa": ["kyllä", "kyllä", "ei", "kyllä", ""],
}


def bounce(address: str, what: ContactNews = ContactNews.HARD, mark: str = "", day: int = 1) -> ContactEvent:
    return ContactEvent(address, Channel.EMAIL, what, mark or f"{address} {what} {day}", "5.1.1", date(2026, 10, day))


def rows_of(people: Register, *events: ContactEvent) -> tuple[ContactRow, ...]:
    schema = detect(people, today=TODAY)
    return contact_rows(events, derive(people, record_keys(people, schema), DecisionLog()), schema, TODAY)


def told(text: dict[str, list[str]], name: str = "lista.csv") -> list[tuple[str, str, str | None, str]]:
    events = events_in(register(text, path=Path(name)), name)
    return [(event.address, event.what.value, event.code, str(event.day)) for event in events]


def test_one_bounce_is_checked_and_a_repeated_one_asked_about() -> None:
    people = register(PEOPLE)
    once, twice = rows_of(
        people, bounce("s@salo.test"), bounce("aino@kaukana.test"), bounce("aino@kaukana.test", day=9)
    )
    assert (once.proposal, once.times, once.records) == (ContactProposal.CHECK, 1, (4,))
    assert (twice.proposal, twice.times, twice.day) == (ContactProposal.ASK, 2, date(2026, 10, 9))


def test_the_same_bounce_told_by_two_files_counts_once() -> None:
    (row,) = rows_of(register(PEOPLE), bounce("s@salo.test", mark="a"), bounce("S@SALO.test", mark="a"))
    assert (row.times, row.proposal) == (1, ContactProposal.CHECK)


@pytest.mark.parametrize("what", [ContactNews.SOFT, ContactNews.DELAYED, ContactNews.POLICY, ContactNews.NOT_A_BOUNCE])
def test_what_says_nothing_of_the_address_proposes_nothing_however_often(what: ContactNews) -> None:
    (row,) = rows_of(register(PEOPLE), *(bounce("s@salo.test", what, day=day) for day in range(1, 9)))
    assert (row.proposal, row.times, row.open) == (ContactProposal.NONE, 8, ())


def test_a_refusal_is_for_every_row_that_has_the_address_also_among_others_in_its_cell() -> None:
    people = register(PEOPLE)
    both, second = rows_of(
        people, bounce("info@tupa.test", ContactNews.UNSUBSCRIBED), bounce("P.Suo@tyo.test", ContactNews.COMPLAINED)
    )
    assert (both.records, both.open, both.proposal) == ((2, 3), (3,), ContactProposal.FORBID)
    assert (second.records, second.proposal) == ((1,), ContactProposal.FORBID)


def test_a_prohibition_that_stands_is_not_proposed_again() -> None:
    people = register({**PEOPLE, "Sähköpostilupa": ["ei"] * 5})
    (row,) = rows_of(people, bounce("info@tupa.test", ContactNews.UNSUBSCRIBED))
    assert (row.records, row.proposal) == ((2, 3), ContactProposal.NONE)


def test_of_a_forwarded_address_the_one_the_register_has_is_told() -> None:
    event = ContactEvent("uusi@x.test", Channel.EMAIL, ContactNews.HARD, "m", others=("aino@kaukana.test",))
    (row,) = rows_of(register(PEOPLE), event)
    assert (row.address, row.records) == ("aino@kaukana.test", (0,))


def test_a_prohibition_is_written_in_the_registers_own_word_for_that_channel_alone() -> None:
    people = register(PEOPLE)
    schema = detect(people, today=TODAY)
    outcome = derive(people, record_keys(people, schema), DecisionLog())
    events = [
        bounce("aino@kaukana.test", ContactNews.UNSUBSCRIBED),
        ContactEvent("+358 40 765 4321", Channel.SMS, ContactNews.UNSUBSCRIBED, "t"),
    ]
    found = forbidding(contact_rows(events, outcome, schema, TODAY), outcome, schema)
    assert [(record, change.column, change.before, change.after) for record, change in found.changes] == [
        (0, "Sähköpostilupa", "kyllä", "ei")
    ]
    (added,) = own_columns(found, outcome, "fi")
    assert (added.heading, dict(added.texts)) == ("Tekstiviestikielto", {4: "x"})


def test_a_permission_for_all_channels_is_not_taken_away_for_one() -> None:
    people = register({"Nimi": ["Aino Lumi"], "Sähköposti": ["aino@kaukana.test"], "Markkinointilupa": ["kyllä"]})
    schema = detect(people, today=TODAY)
    outcome = derive(people, record_keys(people, schema), DecisionLog())
    rows = contact_rows([bounce("aino@kaukana.test", ContactNews.UNSUBSCRIBED)], outcome, schema, TODAY)
    found = forbidding(rows, outcome, schema)
    assert (found.changes, dict(found.without_column)) == ((), {Channel.EMAIL: (0,)})


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("way", list(Channel))
def test_a_column_of_the_programs_own_is_read_back_as_a_prohibition_of_its_channel(language: str, way: Channel) -> None:
    from tikissa.messages import say

    sense = sense_of(say(language, f"contacts.column_{way}"))
    assert sense is not None
    assert (sense.subject.value, sense.channels) == ("prohibition", frozenset((way,)))


def test_a_program_tells_by_its_columns_what_became_of_each_address() -> None:
    assert told(
        {
            "Email": ["a@x.test", "b@x.test", "c@x.test", "d@x.test"],
            "Bounce type": ["hard", "soft", "hard", "block"],
            "Reason": ["550 5.1.1 User unknown", "452 4.2.2 mailbox full", "552 5.2.2 over quota", "blocked"],
            "Date": ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"],
        }
    ) == [
        ("a@x.test", "hard", "5.1.1", "2026-11-20"),
        ("b@x.test", "soft", "4.2.2", "2026-11-21"),
        ("c@x.test", "soft", "5.2.2", "2026-11-22"),
        ("d@x.test", "policy", None, "2026-11-23"),
    ]


@pytest.mark.parametrize(
    ("column", "values", "what"),
    [
        ("UNSUB_TIME", ["2026-11-01 10:00:00", ""], ["unsubscribed", "unknown"]),
        ("CLEAN_TIME", ["2026-11-01 10:00:00", "2026-11-02 10:00:00"], ["hard", "hard"]),
        ("event", ["spamreport", "delivered"], ["complained", "not_a_bounce"]),
        ("Tila", ["Perui uutiskirjeen", "Tilaaja"], ["unsubscribed", "not_a_bounce"]),
        ("Status", ["NEVER_SUBSCRIBED", "UNSUBSCRIBED"], ["not_a_bounce", "unsubscribed"]),
        ("Orsak", ["mjuk studs", "hård studs"], ["soft", "hard"]),
        ("reason", ["spam_complaint", "hard_bounce"], ["complained", "hard"]),
        ("Email Marketing Consent", ["SUBSCRIBED", "UNSUBSCRIBED"], ["not_a_bounce", "unsubscribed"]),
        ("EMAIL_BLOCKLISTED", ["true", "false"], ["unsubscribed", "unknown"]),
        ("Huomautus", ["Ei halua enää uutiskirjettä", "Palautui, osoite ei toimi"], ["unsubscribed", "hard"]),
        ("Type", ["AutoResponder", "HardBounce"], ["not_a_bounce", "hard"]),
        ("Perunut", ["2.11.2026", ""], ["unsubscribed", "unknown"]),
    ],
)
def test_words_of_many_programs_are_understood(column: str, values: list[str], what: list[str]) -> None:
    assert [row[1] for row in told({"Osoite": ["a@x.test", "b@x.test"], column: values})] == what


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("unsubscribed_kirje.csv", "unsubscribed"),
        ("palautuneet 11.csv", "hard"),
        ("avregistrerade.csv", "unsubscribed"),
    ],
)
def test_some_programs_say_it_only_in_the_name_of_the_file(name: str, what: str) -> None:
    assert [row[1] for row in told({"Email Address": ["a@x.test"], "First Name": ["Aino"]}, name)] == [what]


def test_a_block_list_that_tells_by_a_digit_is_read_by_its_columns() -> None:
    found = told(
        {
            "sender_id": ["1", "1", "1"],
            "ts": ["2026-01-26 00:06:13"] * 3,
            "custID": ["", "", ""],
            "mail": ["a@x.test", "b@x.test", "c@x.test"],
            "status": ["3", "1", "5"],
        }
    )
    assert [row[1] for row in found] == ["hard", "unsubscribed", "unsubscribed"]


def test_answers_to_text_messages_are_of_the_phone() -> None:
    events = events_in(
        register({"Numero": ["+358 40 123 4567"], "Viesti": ["STOP"], "Aika": ["1.11.2026"]}), "stop.csv"
    )
    assert [(event.channel, event.what, event.address) for event in events] == [
        (Channel.SMS, ContactNews.UNSUBSCRIBED, "+358 40 123 4567")
    ]


def test_the_day_is_that_of_the_column_that_says_what_happened() -> None:
    columns = {"Email": ["a@x.test"], "Liittynyt": ["1.1.2020"], "Poistunut": ["3.11.2026"]}
    assert told(columns) == [("a@x.test", "unsubscribed", None, "2026-11-03")]
    assert told({"email": ["a@x.test"], "created": ["1793520000"], "status": ["5.1.1"]})[0][3] == "2026-11-01"


def test_a_column_of_permissions_tells_each_way_for_its_own_address() -> None:
    columns = {"Email": ["a@x.test"], "Puhelin": ["0401234567"], "SMS-lupa": ["ei"], "Sähköpostilupa": ["ei"]}
    events = events_in(register(columns), "lista.csv")
    assert [(event.address, event.channel) for event in events] == [
        ("a@x.test", Channel.EMAIL),
        ("0401234567", Channel.SMS),
    ]
    assert {event.what for event in events} == {ContactNews.UNSUBSCRIBED}


def test_a_list_of_customers_tells_nothing_of_contacts() -> None:
    assert (
        told(
            {"Nimi": ["Aino Lumi", "Pekka Suo"], "Sähköposti": ["a@x.test", "b@x.test"], "Kaupunki": ["Turku", "Vaasa"]}
        )
        == []
    )


def test_who_opted_out_before_the_row_is_saved_is_saved_with_the_opt_out() -> None:
    people = register(PEOPLE)
    seen = analyse(people, Settings(TODAY))
    coming = added_row(2, {"Nimi": "Outi Uusi", "Sähköposti": "outi@uusi.test"})
    refused = entries_for([("outi@uusi.test", Channel.EMAIL)], Reason("contacts.unsubscribed"))
    log = DecisionLog((DECIDER.added_rows([coming]), DECIDER.decision(Verdict.EDITED, refused)))
    (column,) = opt_out_columns(derive(people, seen.keys, log), seen, "fi")
    assert (column.heading, dict(column.texts), [*column.of_added.values()]) == ("Sähköpostikielto", {}, ["x"])
