"""What may speak of permission and nobody explained: asked, never a safe merge, never dropped, said on every list."""

from dataclasses import replace

import pytest

from builders import TODAY, log, register
from tikissa.analysis.analyse import analyse
from tikissa.analysis.gate import gate
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.analysis.linkage import side_of
from tikissa.lists.mailing import LeftOut, mailing_list
from tikissa.lists.mailing_file import about_rows
from tikissa.model.analysis import Settings
from tikissa.model.permission import ANY, NONE, SILENT, Channel, Correction, Said, Stance, Ways
from tikissa.model.schema import Meaning
from tikissa.permission.columns_in_force import column_of
from tikissa.permission.permission_cells import said
from tikissa.review.derive import derive
from tikissa.schema.detect import detect

PEOPLE = {
    "Nimi": ["Aino Ahola", "Ahola Aino", "Eino Ek", "Outi Oja"],
    "Puhelin": ["040 881 0023", "040 881 0023", "040 881 0024", "040 881 0025"],
    "Sähköposti": ["aino@posti.fi", "aino@posti.fi", "eino@posti.fi", "outi@posti.fi"],
    "Katuosoite": ["Puistotie 2", "Puistotie 2", "Mäkitie 3", "Rantatie 4"],
}


@pytest.mark.parametrize(("marks", "is_safe"), [(["A", "B"], False), (["A", "A"], True), (["A", ""], False)])
def test_rows_that_differ_in_what_nobody_explained_are_no_safe_merge(marks: list[str], is_safe: bool) -> None:
    seen = analyse(register(PEOPLE | {"SMS-suostumus": [*marks, "A", "B"]}), Settings(TODAY))
    (merge,) = seen.merges
    assert merge.safe is is_safe
    assert [entry.column for entry in seen.schema.unsure] == ["SMS-suostumus"]


def test_nothing_in_such_a_column_is_dropped_by_a_merge() -> None:
    seen = analyse(register(PEOPLE | {"SMS-suostumus": ["A", "B", "A", "B"]}), Settings(TODAY))
    kept = {value.column: value.value for value in seen.merges[0].golden.values}
    assert set(kept["SMS-suostumus"].split("; ")) == {"A", "B"}


def test_every_list_says_that_such_a_column_was_not_heeded() -> None:
    seen = analyse(register(PEOPLE | {"SMS-suostumus": ["A", "B", "A", "B"]}), Settings(TODAY))
    outcome = derive(seen.register, seen.keys, log())
    for way in Channel:
        listed = mailing_list(outcome, seen.schema, log(), seen.keys, way, TODAY)
        assert listed.not_heeded == ("SMS-suostumus",)
        assert any("SMS-suostumus" in told for (told,) in about_rows(listed, "a.csv", "en"))


def test_the_users_word_settles_it_value_by_value_and_channel_by_channel() -> None:
    answers = (("a", Said(Stance.ALLOWED, frozenset({Channel.SMS}))), ("b", Said(Stance.FORBIDDEN, NONE, ANY)))
    said = {"SMS-suostumus": Correction(None, answers)}
    settings = replace(Settings(TODAY), meanings={"SMS-suostumus": Meaning.PERMISSION}, corrections=said)
    seen = analyse(register(PEOPLE | {"SMS-suostumus": ["A", "B", "A", "B"]}), settings)
    (merge,) = seen.merges
    assert merge.safe
    assert not seen.schema.unsure
    kept = {value.column: value.value for value in merge.golden.values}
    assert kept["SMS-suostumus"] == "B"


def test_a_word_that_may_be_a_no_keeps_its_row_off_the_list_of_its_channel_alone() -> None:
    seen = analyse(register(PEOPLE | {"Puhelinmarkkinointi": ["kyllä", "kyllä", "zzz", "ei"]}), Settings(TODAY))
    outcome = derive(seen.register, seen.keys, log())
    called = mailing_list(outcome, seen.schema, log(), seen.keys, Channel.PHONE, TODAY)
    assert [row for row, _ in called.taken] == [0]
    assert called.left_out[LeftOut.UNEXPLAINED] == 1
    mailed = mailing_list(outcome, seen.schema, log(), seen.keys, Channel.EMAIL, TODAY)
    assert [row for row, _ in mailed.taken] == [0, 2, 3]


STATES = (
    *(("Tila", "Lukittu", "Auki", "blocked"), ("Asiakkuus", "Päättynyt", "Voimassa", "ceased")),
    *(("Account status", "Closed", "Open", "ceased"), ("Kundstatus", "Avliden", "Aktiv", "deceased")),
    *(("Company status", "In liquidation", "Active", "ceased"), ("Kliendi staatus", "Surnud", "Aktiivne", "deceased")),
)


@pytest.mark.parametrize(("header", "ended", "usual", "state"), STATES)
def test_a_column_whose_values_name_states_is_one_of_states(header: str, ended: str, usual: str, state: str) -> None:
    schema = detect(register(PEOPLE | {header: [usual, ended, usual, usual]}), today=TODAY)
    column = column_of(schema, header)
    assert column is not None
    assert said(column, ended).state == state
    assert said(column, usual) == SILENT


def test_a_state_nobody_has_explained_is_asked_about_and_an_order_is_none() -> None:
    schema = detect(register(PEOPLE | {"Asiakkaan tila": ["Aktiivinen", "Zzz", "Aktiivinen", "Kuollut"]}), today=TODAY)
    column = column_of(schema, "Asiakkaan tila")
    assert column is not None
    assert column.asked == ("Zzz",)
    orders = detect(register(PEOPLE | {"Order status": ["Open", "Closed", "Open", "Cancelled"]}), today=TODAY)
    assert column_of(orders, "Order status") is None


MARKS = (["kyllä", "ei", "ei", "kyllä"], ["x", "", "", "x"], ["1", "0", "0", "0"], ["14.2.2023", "", "", ""])


@pytest.mark.parametrize("marks", MARKS)
def test_a_yes_or_a_mark_under_a_header_nobody_knows_is_named_by_every_list_and_never_merged_unseen(
    marks: list[str],
) -> None:
    seen = analyse(register(PEOPLE | {"Zorbo": marks}), Settings(TODAY))
    (merge,) = seen.merges
    assert not merge.safe
    assert not seen.schema.unsure
    kept = {value.column: value.value for value in merge.golden.values}
    assert set(kept["Zorbo"].split("; ")) == {mark for mark in marks[:2] if mark}
    outcome = derive(seen.register, seen.keys, log())
    assert mailing_list(outcome, seen.schema, log(), seen.keys, Channel.EMAIL, TODAY).not_heeded == ("Zorbo",)


@pytest.mark.parametrize("header", ["Koiran nimi", "Sopimus voimassa", "Tilaus", "Summa"])
def test_a_yes_under_a_header_that_is_about_something_else_is_not_named(header: str) -> None:
    seen = analyse(register(PEOPLE | {header: ["kyllä", "kyllä", "ei", "kyllä"]}), Settings(TODAY))
    outcome = derive(seen.register, seen.keys, log())
    assert not mailing_list(outcome, seen.schema, log(), seen.keys, Channel.EMAIL, TODAY).not_heeded


@pytest.mark.parametrize("header", ["Is company", "Kontaktin sukunimi", "Laskutuskatu", "Kundens FO-nummer ok"])
def test_a_column_of_yes_and_no_is_no_name_address_or_number_whatever_its_header_guesses(header: str) -> None:
    seen = detect(register(PEOPLE | {header: ["True", "False", "False", "True"]}), today=TODAY)
    assert seen.meaning_of(header) not in (Meaning.COMPANY, Meaning.SURNAME, Meaning.STREET, Meaning.BUSINESS_ID)


def test_once_the_user_has_named_such_a_column_no_list_names_it() -> None:
    marked = register(PEOPLE | {"Zorbo": ["kyllä", "ei", "ei", "kyllä"]})
    seen = analyse(marked, replace(Settings(TODAY), meanings={"Zorbo": None}))
    outcome = derive(seen.register, seen.keys, log())
    assert not mailing_list(outcome, seen.schema, log(), seen.keys, Channel.EMAIL, TODAY).not_heeded


def test_a_refusal_among_statuses_survives_a_merge() -> None:
    people = register(PEOPLE | {"List status": ["Active", "Unsubscribed", "Active", "Unsubscribed"]})
    (merge,) = analyse(people, Settings(TODAY)).merges
    assert {value.column: value.value for value in merge.golden.values}["List status"] == "Unsubscribed"


@pytest.mark.parametrize(("known", "listed"), [("A", "B"), ("B", "kyllä"), ("kyllä", "B")])
def test_of_two_words_nobody_has_explained_the_check_of_a_list_writes_neither_over_the_other(
    known: str, listed: str
) -> None:
    side = side_of(analyse(register(PEOPLE | {"SMS-suostumus": [known, known, "A", "B"]}), Settings(TODAY)))
    new = {name: [texts[0]] for name, texts in PEOPLE.items()} | {"SMS-suostumus": [listed]}
    (row,) = gate(register(new), side, Settings(TODAY)).rows
    assert row.verdict is GateVerdict.IN_CONFLICT
    assert [reason.code for reason in row.reasons] == ["gate.not_understood"]


@pytest.mark.parametrize("header", ["Puhelin", "Lähde", "Myyjä", "Kieli", "Palautunut"])
def test_a_refusal_in_words_is_heard_whatever_its_column_is_for_and_survives_a_merge(header: str) -> None:
    told = {"Puhelin": PEOPLE["Puhelin"]}.get(header, ["netti", "messut", "netti", "messut"])
    noted = [told[0], f"{told[1]} ei saa markkinoida", *told[2:]]
    seen = analyse(register(PEOPLE | {header: noted}), Settings(TODAY))
    (merge,) = seen.merges
    assert "ei saa markkinoida" in {value.column: value.value for value in merge.golden.values}[header]
    outcome = derive(seen.register, seen.keys, log())
    listed = mailing_list(outcome, seen.schema, log(), seen.keys, Channel.POST, TODAY)
    assert [row for row, _ in listed.taken if row in (0, 1)] == []


def test_a_column_of_states_under_a_header_for_customers_is_no_name() -> None:
    schema = detect(register({"Nimi": PEOPLE["Nimi"], "Kund": ["Aktiv", "Avliden", "Aktiv", "Aktiv"]}), today=TODAY)
    column = column_of(schema, "Kund")
    assert column is not None
    assert said(column, "Avliden").state == "deceased"
    assert schema.meaning_of("Kund") is Meaning.ENDED


@pytest.mark.parametrize(("header", "is_named"), [("Registry status", True), ("Order status", False)])
def test_ends_under_a_header_for_a_state_of_nobody_known_are_named_by_every_list(header: str, is_named: bool) -> None:
    seen = analyse(register(PEOPLE | {header: ["Active", "Active", "Dissolved", "Active"]}), Settings(TODAY))
    outcome = derive(seen.register, seen.keys, log())
    listed = mailing_list(outcome, seen.schema, log(), seen.keys, Channel.POST, TODAY)
    assert listed.not_heeded == ((header,) if is_named else ())


@pytest.mark.parametrize("text", ["un-subscribed", "Un subscribed", "dis-allowed"])
def test_a_denying_syllable_may_stand_apart(text: str) -> None:
    column = column_of(detect(register(PEOPLE | {"Markkinointilupa": [text, "kyllä", "ei", "ei"]})), "Markkinointilupa")
    assert column is not None
    assert said(column, text).forbidden == ANY


def test_a_yes_with_a_question_mark_is_asked_about() -> None:
    schema = detect(register(PEOPLE | {"Markkinointilupa": ["kyllä?", "kyllä", "ei", "ei"]}), today=TODAY)
    column = column_of(schema, "Markkinointilupa")
    assert column is not None
    assert column.asked == ("kyllä?",)


@pytest.mark.parametrize(
    ("column", "cell", "ways"),
    [
        ("Sähköposti", "{} (ei mainoksia)", ANY),
        ("Sähköposti", "{} unsubscribed", frozenset({Channel.EMAIL})),
        ("Katuosoite", "{}, ei postia", frozenset({Channel.POST})),
        ("Katuosoite", "{}, ej reklam", ANY),
        ("Puhelin", "{}, soita vain hätätilanteessa", frozenset({Channel.PHONE})),
        ("Sähköposti", "robinson@posti.fi", NONE),
        ("Katuosoite", "Robinsonvägen 4", NONE),
    ],
)
def test_a_refusal_beside_an_address_is_heeded_and_survives_a_merge(column: str, cell: str, ways: Ways) -> None:
    cells = [PEOPLE[column][0], cell.format(PEOPLE[column][1]), *PEOPLE[column][2:]]
    seen = analyse(register(PEOPLE | {column: cells}), Settings(TODAY))
    told = column_of(seen.schema, column)
    assert (said(told, cells[1]).forbidden if told else NONE) == ways
    for merge in seen.merges:
        kept = {value.column: value.value for value in merge.golden.values}
        assert not ways or (told and said(told, kept.get(column, cells[merge.golden.survivor])).forbidden == ways)


@pytest.mark.parametrize(
    ("header", "no", "yes"), [("Påminnelser via SMS", "Nej", "Ja"), ("Jäsenlehti", "Ei toimiteta", "Paperilehti")]
)
def test_a_no_to_something_else_than_offers_survives_a_merge(header: str, no: str, yes: str) -> None:
    seen = analyse(register(PEOPLE | {header: [yes, no, yes, no]}), Settings(TODAY))
    kept = {value.column: value.value for value in seen.merges[0].golden.values}
    assert no in kept[header]


@pytest.mark.parametrize("header", ["Lähde", "Myyjä"])
def test_a_refusal_that_a_list_brings_in_another_cell_is_no_row_with_nothing_new(header: str) -> None:
    side = side_of(analyse(register(PEOPLE | {header: ["netti", "netti", "messut", "messut"]}), Settings(TODAY)))
    new = {name: [texts[0]] for name, texts in PEOPLE.items()}
    refused, other = (
        gate(register(new | {header: [text]}), side, Settings(TODAY)).rows[0]
        for text in ("ei saa markkinoida", "netti")
    )
    assert "ei saa markkinoida" in [change.after for change in refused.changes]
    assert other.verdict is GateVerdict.ALREADY_THERE
