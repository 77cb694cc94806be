"""An ask list is known by a short look, in a workbook and in a CSV file, and read from all of its sheets."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from builders import DECIDER, analysis, log, register
from export.libre_office import converted
from tikissa.app.ask_list_file import comes_back, read_answers
from tikissa.export.lists.list_file import Sheet, write_sheets
from tikissa.lists.ask_list import AskSheet, ask_sheets
from tikissa.model.decision import DecisionLog, RetireAction
from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.review.derive import derive

REGISTER = register(
    {
        "Asiakasnro": ["0011", "0012", "0013"],
        "Nimi": ["Aino Ahola", "Eino Ek", "Liisa Lampi"],
        "Puhelin": ["040 123 4567", "040 222 3333", ""],
        "Myyjä": ["Virtanen", "Aalto", ""],
    }
)
SEEN = analysis(
    REGISTER,
    meanings={
        "Asiakasnro": Meaning.CUSTOMER_NUMBER,
        "Nimi": Meaning.WHOLE_NAME,
        "Puhelin": Meaning.PHONE,
        "Myyjä": Meaning.SALESPERSON,
    },
)
ASKED = log(DECIDER.retired_by_hand(SEEN.keys, [RecordId(record) for record in range(3)], RetireAction.ASK))


def _outcome(decided: DecisionLog = ASKED) -> Outcome:
    return derive(REGISTER, SEEN.keys, decided)


def _write(target: Path, sheets: Sequence[AskSheet]) -> None:
    """Write the list with its answers: everybody says that all is well."""
    answered = [(sheet.rows[0], *((*row[:-2], "ok", row[-1]) for row in sheet.rows[1:])) for sheet in sheets]
    named = [
        Sheet(sheet.salesperson or "Kyselylista", rows, hidden=1) for sheet, rows in zip(sheets, answered, strict=True)
    ]
    write_sheets(named, target)


@pytest.mark.parametrize(("name", "apart"), [("kysy.xlsx", True), ("kysy.xlsx", False), ("kysy.csv", False)])
def test_answers_are_read_from_every_sheet(tmp_path: Path, name: str, apart: bool) -> None:
    target = tmp_path / name
    _write(target, ask_sheets(_outcome(), ASKED, SEEN.keys, SEEN.schema, "fi", apart))
    assert comes_back(target)
    found = read_answers(target, _outcome(), SEEN.keys, SEEN.schema)
    assert sorted(answer.record for answer in found.answers) == [0, 1, 2]
    assert all(answer.is_current and not answer.changes for answer in found.answers)


@pytest.mark.parametrize("name", ["asiakkaat.csv", "asiakkaat.xlsx", "kuva.xlsx", "puuttuu.csv"])
def test_other_files_are_none(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    if name == "kuva.xlsx":
        target.write_bytes(b"no workbook")
    elif name != "puuttuu.csv":
        write_sheets([Sheet("Asiakkaat", [("Nimi",), ("Aino Ahola",)])], target)
    assert not comes_back(target)


@pytest.mark.full
def test_a_list_that_another_program_has_saved_is_still_ours(tmp_path: Path) -> None:
    target = tmp_path / "kysy.xlsx"
    _write(target, ask_sheets(_outcome(), ASKED, SEEN.keys, SEEN.schema, "sv", apart=True))
    (saved,) = converted([target], "xlsx", tmp_path / "saved")
    assert comes_back(saved)
    found = read_answers(saved, _outcome(), SEEN.keys, SEEN.schema)
    assert [(answer.is_current, answer.changes) for answer in found.answers] == [(True, ())] * 3
