"""Whom the user put on the exclusion list is on no list to take along and enters by no check of new rows."""

import pytest

from builders import DECIDER, TODAY, register
from tikissa.analysis.gate import gate
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.analysis.linkage import looked_through
from tikissa.analysis.record_keys import record_keys
from tikissa.app.exclusion_list import with_excluded_forbidden
from tikissa.lists.exclusions import entry_of
from tikissa.lists.mailing import mailing_list
from tikissa.model.analysis import Settings
from tikissa.model.decision import DecisionLog, ExcludedBy, ExcludeItem, Undo, Verdict
from tikissa.model.outcome import Outcome
from tikissa.model.permission import Channel
from tikissa.review.derive import derive
from tikissa.review.log_state import exclusions
from tikissa.schema.detect import detect
from tikissa.store.event_codec import decode, encode

PEOPLE = register(
    {
        "Asiakasnro": ["101", "102", "103", "104"],
        "Nimi": ["Aino Lumi", "Pekka Suo", "Sari Salo", "Veera Vuori"],
        "Sähköposti": ["aino@kaukana.test", "pekka@hyoky.test", "s@salo.test", "v@vuori.test"],
        "Puhelin": ["040 123 4567", "0501234567", "0407654321", "045 111 2222"],
    }
)
SCHEMA = detect(PEOPLE, today=TODAY)
KEYS = record_keys(PEOPLE, SCHEMA)


def log(*entries: ExcludeItem) -> DecisionLog:
    return DecisionLog((DECIDER.decision(Verdict.ACCEPTED, entries),))


def outcome(*entries: ExcludeItem) -> Outcome:
    return derive(PEOPLE, KEYS, log(*entries))


def taken(found: Outcome, way: Channel) -> set[int]:
    return {row for row, _ in mailing_list(found, SCHEMA, DecisionLog(), KEYS, way, TODAY).taken}


@pytest.mark.parametrize(
    ("text", "by", "left_out"),
    [
        ("AINO@kaukana.test", ExcludedBy.EMAIL, 0),
        ("+358 50 123 4567", ExcludedBy.PHONE, 1),
        ("103", ExcludedBy.NUMBER, 2),
        ("vuori  veera", ExcludedBy.NAME, 3),
    ],
)
def test_each_kind_of_entry_keeps_its_customer_off_every_list(text: str, by: ExcludedBy, left_out: int) -> None:
    entry = entry_of(text)
    assert entry is not None
    assert entry.by is by
    for way in (Channel.EMAIL, Channel.SMS, Channel.PHONE):
        assert taken(outcome(entry), way) == {0, 1, 2, 3} - {left_out}


def test_an_entry_for_one_channel_leaves_the_others() -> None:
    found = outcome(ExcludeItem(ExcludedBy.EMAIL, "aino@kaukana.test", ("email",)))
    assert taken(found, Channel.EMAIL) == {1, 2, 3}
    assert taken(found, Channel.SMS) == {0, 1, 2, 3}


def test_nothing_written_is_no_entry() -> None:
    assert entry_of("   ") is None


def test_an_entry_is_kept_and_taken_back_like_any_choice() -> None:
    entry = entry_of("aino@kaukana.test")
    assert entry is not None
    events = log(entry)
    assert decode(encode(events.events[0])) == events.events[0]
    assert exclusions(events) == (entry,)
    undone = events.append(Undo(0, events.events[0].when, "user"))
    assert taken(derive(PEOPLE, KEYS, undone), Channel.EMAIL) == {0, 1, 2, 3}


def test_a_new_row_that_is_on_the_exclusion_list_is_forbidden() -> None:
    listed = register({"Nimi": ["Outi Outo", "Kaisa Kuu"], "Sähköposti": ["outi@outo.test", "kaisa@kuu.test"]})
    settings = Settings(TODAY)
    found = gate(listed, looked_through(PEOPLE, settings), settings)
    entry = entry_of("outi@outo.test")
    assert entry is not None
    first, second = with_excluded_forbidden(found, (entry,)).rows
    assert (first.verdict, [reason.code for reason in first.reasons]) == (GateVerdict.FORBIDDEN, ["gate.excluded"])
    assert second.verdict is GateVerdict.NEW
