"""Whatever the vocabulary and the order of play: no prohibition turns into a permission, no channel into another."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as some

from builders import DECIDER, NOW, TODAY, log, register
from permission.test_a_no_is_never_lost import WORDS, Word
from tikissa.analysis.analyse import analyse
from tikissa.analysis.gate import gate
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.analysis.linkage import looked_through
from tikissa.app.cleaning import Accept, Cleaning, decisions
from tikissa.matching.surviving.survivorship import golden_record
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.decision import DecisionLog, Redo, Undo
from tikissa.model.permission import Channel
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.schema import Schema
from tikissa.permission.columns_in_force import permission_columns
from tikissa.permission.permission_cells import said
from tikissa.permission.phrases import together
from tikissa.permission.row_permissions import standings_of
from tikissa.review.derive import derive
from tikissa.schema.detect import detect

PERSON = {"Nimi": "Aino Ahola", "Puhelin": "040 881 0023", "Sähköposti": "aino.ahola@posti.fi", "Katu": "Puistotie 2"}
HEADERS = sorted({word.header for word in WORDS if word.stance != "not a consent"})


@some.composite
def registers(draw: some.DrawFn) -> Register:
    """Two or three rows of one customer under one to three columns on permission, with the columns' own texts."""
    headers = draw(some.lists(some.sampled_from(HEADERS), min_size=1, max_size=3, unique=True))
    rows = draw(some.integers(2, 3))
    own = {
        name: ["", *(text for word in WORDS if word.header == name for text in (word.value, word.other))]
        for name in headers
    }
    cells = {name: [draw(some.sampled_from(own[name])) for _ in range(rows)] for name in headers}
    return register({name: [text] * rows for name, text in PERSON.items()} | cells)


def _texts(built: Register, record: int) -> dict[str, str]:
    return {column.name: built.text(record, column.name) for column in built.columns}


@settings(max_examples=60, deadline=None)
@given(registers())
def test_what_survives_a_merge_forbids_all_that_was_forbidden_and_no_more(built: Register) -> None:
    schema = detect(built, today=TODAY)
    records = tuple(RecordId(place) for place in range(len(built)))
    golden = golden_record(built, schema, records)
    merged = _texts(built, golden.survivor) | {value.column: value.value for value in golden.values}
    for column in permission_columns(schema):
        before = together([said(column, built.text(record, column.column)) for record in records])
        after = said(column, merged[column.column])
        assert after.forbidden == before.forbidden, column
        assert not before.state.is_closed or after.state is before.state
        assert not after.allowed & before.forbidden


@settings(max_examples=15, deadline=None)
@given(registers())
def test_a_merge_undone_and_done_again_says_what_it_said(built: Register) -> None:
    seen = analyse(built, Settings(TODAY))
    done = log(*decisions(seen, Cleaning(Accept.ALL), DECIDER))
    if not done.events:
        return
    number = len(done.events) - 1
    once = _final(seen, done)
    undone = done.append(Undo(number, NOW, "user"))
    assert _final(seen, undone.append(Redo(number, NOW, "user"))) == once
    before = standings_of(built, seen.schema, TODAY)
    outcome = derive(seen.register, seen.keys, done)
    columns = permission_columns(seen.schema)
    for way in Channel:
        staying = [
            together([said(column, outcome.text(RecordId(row), column.column)) for column in columns])
            for row in range(len(built))
            if outcome.stays(RecordId(row))
        ]
        if before.forbidden[way].any():
            assert any(way in each.forbidden for each in staying) or _has_days(built, seen.schema)


def _final(seen: Analysis, done: DecisionLog) -> list[dict[str, str]]:
    outcome = derive(seen.register, seen.keys, done)
    rows = (RecordId(row) for row in range(len(seen.register)) if outcome.stays(RecordId(row)))
    return [{column.name: outcome.text(row, column.name) for column in seen.register.columns} for row in rows]


def _has_days(built: Register, schema: Schema) -> bool:
    """A later permission ends a dated prohibition, so that a day in the row may free it."""
    columns = permission_columns(schema)
    return any(said(column, built.text(row, column.column)).day for column in columns for row in range(len(built)))


@cache
def _open_register() -> Register:
    people = {name: [text, "Eino Ek" if name == "Nimi" else ""] for name, text in PERSON.items()}
    return register(people | {"Lupa SMS": ["kyllä", "ei"], "Sähköpostimarkkinointi": ["kyllä", "ei"]})


@settings(max_examples=15, deadline=None)
@given(some.sampled_from([word for word in WORDS if word.stance == "forbid"]))
def test_no_list_brings_a_permission_where_it_forbids_nor_one_for_another_channel(word: Word) -> None:
    listed = register({name: [text] for name, text in PERSON.items()} | {word.header: [word.value]})
    known = looked_through(_open_register(), Settings(TODAY))
    found = gate(listed, known, Settings(TODAY))
    (row,) = found.rows
    assert row.verdict in (
        GateVerdict.IN_CONFLICT,
        GateVerdict.NEEDS_FIXING,
        GateVerdict.CHANGED,
        GateVerdict.FORBIDDEN,
    )
    placed = standings_of(found.entering, known.schema, TODAY)
    told = standings_of(listed, detect(listed), TODAY)
    for way in Channel:
        assert not (placed.allowed[way][0] and told.forbidden[way][0])
        assert not (placed.forbidden[way][0] and not told.forbidden[way][0] and not told.closed[0])
