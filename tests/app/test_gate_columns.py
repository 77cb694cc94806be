"""A list's column on contacting customers that the register lacks: added as the user chooses, heeded, undone."""

from pathlib import Path

import pytest

from builders import DECIDER, NOW, TODAY, log, register
from tikissa.analysis.analyse import analyse
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.app.checked_list import CheckedList, check_list
from tikissa.app.gate_columns import cells_of_added, columns_to_add, new_cells
from tikissa.app.list_notes import keep_note, list_notes
from tikissa.app.session import Session
from tikissa.files.reader import read
from tikissa.lists.mailing import mailing_list
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.decision import Decision, DecisionLog, Undo
from tikissa.model.outcome import Outcome
from tikissa.model.permission import NONE, Channel, Correction, Said, Stance
from tikissa.review.derive import derive
from tikissa.store.event_codec import decode, encode

SETTINGS = Settings(TODAY)
OWN_WORDS = {"SMS-lupa": ["kyllä", "kyllä", "ei"]}
SMS = frozenset({Channel.SMS})
KNOWN = register(
    {
        "Nimi": ["Aino Ahola", "Eino Ek", "Outi Oja"],
        "Puhelin": ["040 881 0023", "040 881 0024", "040 881 0025"],
        "Sähköposti": ["aino@posti.fi", "eino@posti.fi", "outi@posti.fi"],
    }
)
LISTED = register(
    {
        "Nimi": ["Aino Ahola", "Eino Ek", "Sirpa Salo", "Veikko Vuo"],
        "Puhelin": ["040 881 0023", "040 881 0024", "040 881 0033", "040 881 0034"],
        "Sähköposti": ["aino@posti.fi", "eino@posti.fi", "sirpa@posti.fi", "veikko@posti.fi"],
        "SMS ok": ["ei", "kyllä", "kyllä", "ei"],
        "Koira": ["kyllä", "ei", "ei", "ei"],
    },
    path=Path("lista.csv"),
)


@pytest.fixture(scope="module")
def seen() -> Analysis:
    return analyse(KNOWN, SETTINGS)


def _outcome(seen: Analysis, *decisions: Decision) -> Outcome:
    return derive(seen.register, seen.keys, log(*decisions))


def _checked(seen: Analysis, *, with_columns: bool = False) -> CheckedList:
    return check_list(LISTED, seen, SETTINGS, with_columns=with_columns)


def _adding(seen: Analysis) -> Decision:
    outcome = _outcome(seen)
    gate = _checked(seen).gate
    return DECIDER.new_cells(new_cells(gate, columns_to_add(gate, outcome), seen.keys, outcome))


def test_only_what_speaks_of_contacting_customers_is_offered_as_a_column(seen: Analysis) -> None:
    gate = _checked(seen).gate
    assert set(gate.lacking) == {"SMS ok", "Koira"}
    assert columns_to_add(gate, _outcome(seen)) == ("SMS ok",)
    assert columns_to_add(gate, _outcome(seen, _adding(seen))) == ()


def test_a_column_holds_what_the_list_says_of_known_customers_and_can_be_taken_back(seen: Analysis) -> None:
    decision = _adding(seen)
    (column,) = _outcome(seen, decision).columns
    assert (column.heading, dict(column.texts)) == ("SMS ok", {0: "ei", 1: "kyllä"})
    taken_back = DecisionLog((decision, Undo(0, NOW, "user")))
    assert derive(seen.register, seen.keys, taken_back).columns == ()
    assert decode(encode(decision)) == Decision(decision.verdict, tuple(decision.items), decision.when, decision.who)


def test_a_row_that_forbids_may_come_in_when_its_column_does_and_brings_its_word(seen: Analysis) -> None:
    assert _checked(seen).rows[3].verdict is GateVerdict.NEEDS_FIXING
    checked = _checked(seen, with_columns=True)
    assert checked.rows[3].verdict is GateVerdict.NEW
    rows = checked.to_add(_outcome(seen))
    outcome = _outcome(seen, _adding(seen), DECIDER.added_rows(rows, cells_of_added(checked.gate, rows, {"SMS ok"})))
    told = outcome.columns[0].of_added
    assert {row.texts["Nimi"]: told[row.proposal] for row in outcome.added} == {
        "Sirpa Salo": "kyllä",
        "Veikko Vuo": "ei",
    }


def test_what_rows_brought_stays_when_the_choice_of_the_column_is_taken_back(seen: Analysis) -> None:
    checked = _checked(seen, with_columns=True)
    rows = checked.to_add(_outcome(seen))
    adding = DECIDER.added_rows(rows, cells_of_added(checked.gate, rows, {"SMS ok"}))
    taken_back = DecisionLog((_adding(seen), adding, Undo(0, NOW, "user")))
    (column,) = derive(seen.register, seen.keys, taken_back).columns
    assert sorted(column.of_added.values()) == ["ei", "kyllä"]


def test_the_lists_heed_the_column_before_anything_is_saved(seen: Analysis) -> None:
    outcome = _outcome(seen, _adding(seen))
    texted = mailing_list(outcome, seen.schema, log(), seen.keys, Channel.SMS, TODAY).taken
    called = mailing_list(outcome, seen.schema, log(), seen.keys, Channel.PHONE, TODAY).taken
    assert [row for row, _ in texted] == [1]
    assert [row for row, _ in called] == [0, 1, 2]


def test_the_words_of_merged_rows_are_both_kept() -> None:
    twice = register(
        {name: [*cells, cells[0]] for name, cells in (("Nimi", ["Aino Ahola"]), ("Puhelin", ["040 881 0023"]))}
    )
    seen = analyse(twice, SETTINGS)
    listed = register({"Nimi": ["Aino Ahola"] * 2, "Puhelin": ["040 881 0023"] * 2, "SMS ok": ["ei", "kyllä"]})
    gate = check_list(listed, seen, SETTINGS).gate
    outcome = derive(seen.register, seen.keys, log())
    adding = DECIDER.new_cells(new_cells(gate, ("SMS ok",), seen.keys, outcome))
    (column,) = derive(seen.register, seen.keys, log(DECIDER.merges(seen, seen.merges), adding)).columns
    (text,) = column.texts.values()
    assert set(text.split("; ")) == {"ei", "kyllä"}


def test_the_users_word_on_a_column_of_the_list_is_heeded_and_kept_with_the_list(tmp_path: Path) -> None:
    listed = register(
        {
            "Nimi": ["Aino Ahola", "Eino Ek", "Outi Oja"],
            "Sähköposti": ["aino@posti.fi", "eino@posti.fi", "outi@posti.fi"],
            "SMS-suostumus": ["A", "B", "A"],
        }
    )
    known = analyse(register({name: [*KNOWN.cells_of(name)] for name in ("Nimi", "Sähköposti")} | OWN_WORDS), SETTINGS)
    words = log(DECIDER.permission("SMS-suostumus", Correction(None, (("b", Said(Stance.FORBIDDEN, NONE, SMS)),))))
    before = check_list(listed, known, SETTINGS)
    after = check_list(listed, known, SETTINGS, words=words)
    assert before.rows[1].verdict is after.rows[1].verdict is GateVerdict.IN_CONFLICT
    unexplained, explained = ({reason.code for reason in check.rows[1].reasons} for check in (before, after))
    assert "gate.not_understood" in unexplained
    assert "gate.not_understood" not in explained
    path = tmp_path / "asiakkaat.csv"
    path.write_text("Nimi;Sähköposti\nAino Ahola;aino@posti.fi\n", "utf-8")
    opened = Session(path, read(path), tmp_path / "data")
    keep_note(opened, after)
    assert [note.words for note in list_notes(opened).values()] == [words]
    opened.close()
