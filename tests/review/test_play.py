"""Played bit by bit, or read back from disk, the register is what it is when all is played at once."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from builders import DECIDER, NOW, added_row, analysis, fix, merge, register, retire, surviving
from tikissa.model.decision import DecisionLog, Event, RetireAction, Undo, Verdict
from tikissa.model.outcome import Outcome
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.review.decisions import merge_item
from tikissa.review.derive import Derivation, derive
from tikissa.review.summary import summarise
from tikissa.store.event_codec import decode, encode

ROWS = 8
NAMES = [f"Nimi {row}" for row in range(ROWS)]
PHONES = [f"040-{row}" for row in range(ROWS)]
REGISTER = register({"Nimi": NAMES, "Puhelin": PHONES})
FOUND = analysis(REGISTER)
KEYS = FOUND.keys
COLUMNS = ("Nimi", "Puhelin")
RECORDS = st.integers(0, ROWS - 1)


def _fixed(row: int, column: str, after: str) -> Event:
    before = REGISTER.text(row, column)
    return DECIDER.fixes(KEYS, [fix(row, column, before, after)])


def _several(rows: Sequence[int], after: str) -> Event:
    return DECIDER.fixes(KEYS, [fix(row, "Puhelin", PHONES[row], f"{after} {row}") for row in rows])


def _merged(rows: Sequence[int], taken: Sequence[int]) -> Event:
    """Merge rows into the first, with the phone of one of them and the name of another, or a text of its own."""
    survivor, sources = rows[0], [place for place in taken if place in rows]
    values = [surviving(column, "", source) for column, source in zip(COLUMNS, sources, strict=False)]
    proposal = merge(rows, values or [surviving("Nimi", "Oma nimi", None)])
    assert proposal.golden.survivor == survivor
    return DECIDER.decision(Verdict.ACCEPTED, [merge_item(KEYS, proposal, proposal.golden, proposal.records)])


def _written(row: int, column: str, text: str) -> Event:
    return DECIDER.edited_cells(KEYS, [(RecordId(row), CellChange(column, REGISTER.text(row, column), text))])


def _all_merged(groups: Sequence[Sequence[int]], taken: int) -> Event:
    """Merge groups as they are proposed, each with the phone of its last row."""
    merges = [merge(rows, [surviving("Puhelin", "", rows[-1 - taken % len(rows)])]) for rows in groups]
    return DECIDER.merges(FOUND, merges)


ROWS_OF_A_GROUP = st.lists(RECORDS, min_size=2, max_size=4, unique=True)
EVENTS = st.one_of(
    st.builds(_fixed, RECORDS, st.sampled_from(COLUMNS), st.sampled_from(["x", "y"])),
    st.builds(_several, st.lists(RECORDS, min_size=1, unique=True), st.sampled_from(["040", "+358"])),
    st.builds(_merged, ROWS_OF_A_GROUP, st.lists(RECORDS, max_size=4)),
    st.builds(_all_merged, st.lists(ROWS_OF_A_GROUP, min_size=1, max_size=3), st.integers(0, 3)),
    st.builds(_written, RECORDS, st.sampled_from(COLUMNS), st.sampled_from(["käsin", "x"])),
    st.builds(
        lambda rows, action: DECIDER.retires(KEYS, [retire(row) for row in rows], action),
        st.lists(RECORDS, min_size=1, max_size=4, unique=True),
        st.sampled_from([RetireAction.ARCHIVE, RetireAction.REMOVE, RetireAction.ASK]),
    ),
    st.builds(lambda row: DECIDER.added_rows([added_row(row, {"Nimi": f"Uusi {row}"})]), RECORDS),
    st.builds(lambda number: Undo(number, NOW, "user"), st.integers(0, 8)),
)


def _same(outcome: Outcome, whole: Outcome) -> None:
    assert outcome.changed == whole.changed
    assert outcome.leaving == whole.leaving
    assert list(outcome.changes) == list(whole.changes)
    assert len(outcome.changes) == len(whole.changes)
    assert outcome.added == whole.added
    assert summarise(outcome) == replace(summarise(whole), applied=outcome.changes)


@given(st.lists(EVENTS, max_size=9))
def test_step_by_step_comes_to_what_is_played_at_once(events: list[Event]) -> None:
    derivation, log = Derivation(REGISTER, KEYS), DecisionLog()
    told: list[tuple[DecisionLog, Outcome]] = []
    for event in events:
        if isinstance(event, Undo) and not any(event.decision == number for number, _ in log.in_force):
            continue
        log = log.append(event)
        told.append((log, derivation.outcome(log)))
        _same(told[-1][1], derive(REGISTER, KEYS, log))
        read = DecisionLog(tuple(decode(encode(event)) for event in log.events))
        assert read == log
        _same(told[-1][1], derive(REGISTER, KEYS, read))
    for before, outcome in told:  # what was told earlier, to a save under way say, has not changed since
        _same(outcome, derive(REGISTER, KEYS, before))
