"""A customer who was erased is gone from what the program keeps and writes, and known again when they come back."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from tikissa.analysis.analyse import analyse
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.app.checked_list import check_list
from tikissa.app.erasing import Erased, emptied, erasures_in
from tikissa.app.returning import carry_from, last_time
from tikissa.app.session import Forebear, Session
from tikissa.export.proof.verify import verify
from tikissa.export.save.writer import write
from tikissa.files.parse import Request, parse
from tikissa.model.analysis import Settings
from tikissa.model.decision import RetireAction, Sameness
from tikissa.model.progress import NoProgress
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.model.register import Reading, Register

NOW = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
HEADERS = [
    "Asiakasnro",
    "Etunimi",
    "Sukunimi",
    "Katuosoite",
    "Postinumero",
    "Postitoimipaikka",
    "Puhelin",
    "Sähköposti",
]
ROWS = [
    ["1001", "Aino", "Ahola", "Koivutie 1", "00100", "Helsinki", "040 123 4567", "aino.ahola@example.org"],
    ["1002", "Yrjänä", "Poistettava", "Salakuja 99", "33100", "Tampere", "050 765 4321", "yrjana.p@example.org"],
    ["1003", "Eino", "Ek", "Pihlajatie 2", "00200", "Helsinki", "041 555 1234", "eino.ek@example.org"],
    ["1004", "yrjänä", "poistettava", "Salakuja 99", "33100", "Tampere", "050 765 4321", "yrjana.p@example.org"],
    ["1005", "Veera", "Vuori", "Kuusitie 3", "33100", "Tampere", "044 555 9876", "veera@example.org"],
]
SECRETS = ("Poistettava", "poistettava", "Salakuja", "yrjana", "765 4321", "7654321", "Yrj\\u00e4n", "Yrjänä", "yrjänä")


def _file(path: Path, rows: list[list[str]] = ROWS) -> Path:
    if path.suffix == ".csv":
        path.write_text("\n".join(";".join(row) for row in (HEADERS, *rows)) + "\n", "utf-8")
    else:
        workbook = openpyxl.Workbook()
        assert workbook.active is not None
        for row in (HEADERS, *rows):
            workbook.active.append(row)
        workbook.save(path)
    return path


def _read(path: Path) -> Register:
    return parse(path.read_bytes(), Request(path, Reading()), NoProgress())


def _opened(path: Path, folder: Path) -> Session:
    session = Session(path, _read(path), folder, now=lambda: NOW)
    session.take_analysis(analyse(session.register, Settings(NOW.date())))
    return session


@pytest.fixture(params=["a.csv", "a.xlsx"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return _file(tmp_path / request.param)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def _decided(session: Session) -> None:
    """Decide all sorts of things on the customer, so that the log holds their details."""
    decider, analysis = session.decider, session.analysis
    session.decide(decider.fixes(analysis.keys, analysis.fixes))
    session.decide(decider.merges(analysis, analysis.merges))
    change = CellChange("Katuosoite", "Salakuja 99", "Salakuja 98")
    session.decide(decider.edited_cells(analysis.keys, [(RecordId(1), change)]))
    session.decide(decider.judged(analysis.keys, (RecordId(0), RecordId(1)), Sameness.DIFFERENT))
    session.decide(decider.retired_by_hand(analysis.keys, (RecordId(2),), RetireAction.ASK))
    session.undo()


def _bytes_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    for each in folder.rglob("*"):
        if each.is_file():
            yield each.name, each.read_bytes()
            if each.suffix == ".session":
                with closing(sqlite3.connect(each)) as connection:
                    for (content,) in connection.execute("SELECT content FROM source"):
                        copy = each.with_suffix(".xlsx")
                        copy.write_bytes(content)
                        told = content
                        if content[:2] == b"PK":
                            sheets = openpyxl.load_workbook(copy)
                            told = repr([[cell.value for cell in row] for row in sheets.worksheets[0]]).encode()
                        copy.unlink()
                        yield "copy", told


def _erase(session: Session) -> Erased:
    erasing = session.erasing((RecordId(1),))
    return session.erase(erasing, emptied(erasing))


def _erased(path: Path, folder: Path) -> Session:
    session = _opened(path, folder)
    _decided(session)
    _erase(session)
    session.take_analysis(analyse(session.register, Settings(NOW.date())))
    return session


def test_nothing_of_the_customer_is_left_in_what_the_program_keeps(path: Path, folder: Path) -> None:
    session = _opened(path, folder)
    _decided(session)
    kept = dict(_bytes_of_closed(session, folder))
    assert any(b"Salakuja" in content for content in kept.values())
    session = _opened(path, folder)
    erased = _erase(session)
    assert erased.rows == (3, 5)
    assert erased.has_copy
    assert erased.files == (path,)
    session.close()
    for name, content in _bytes_of(folder):
        assert [secret for secret in SECRETS if secret.encode() in content] == [], name
    assert all(stat.S_IMODE(each.stat().st_mode) == 0o600 for each in folder.glob("*.session*") if os.name != "nt")


def _bytes_of_closed(session: Session, folder: Path) -> list[tuple[str, bytes]]:
    session.close()
    return [*_bytes_of(folder)]


@pytest.mark.parametrize("again", [False, True], ids=["at once", "after a new start"])
def test_the_customer_is_not_in_the_next_saved_file_nor_in_its_log(
    path: Path, folder: Path, tmp_path: Path, again: bool
) -> None:
    session = _erased(path, folder)
    if again:
        session.close()
        session = _opened(path, folder)
    cleaned, log = tmp_path / f"siisti{path.suffix}", tmp_path / "loki.xlsx"
    written = write(session.outcome, cleaned, log)
    assert (written.rows_in, written.kept, written.removed) == (5, 3, 2)
    for file in (cleaned, log.with_suffix(".csv"), log.with_suffix(".jsonl")):
        assert [secret for secret in SECRETS if secret.encode() in file.read_bytes()] == [], file.name
    for file in (log, *([cleaned] if path.suffix == ".xlsx" else [])):
        told = repr([[cell.value for cell in row] for sheet in openpyxl.load_workbook(file) for row in sheet])
        assert [secret for secret in SECRETS if secret in told] == []
    for form in written.audit_logs:
        assert verify(path, cleaned, form) == ()
    session.close()


def test_what_else_was_decided_still_holds(path: Path, folder: Path) -> None:
    session = _erased(path, folder)
    assert len(session.log.events) == 6
    assert session.outcome.text(RecordId(0), "Puhelin") == "040 123 4567"
    assert session.redo()
    session.close()
    again = _opened(path, folder)
    assert len(again.log.events) == 7
    assert {*again.erased} == {RecordId(1), RecordId(3)}
    again.close()


def test_next_months_file_tells_that_the_customer_is_there_again(path: Path, folder: Path) -> None:
    _erased(path, folder).close()
    moved = ["2077", "Yrjänä", "Poistettava", "Muu tie 5", "90100", "Oulu", "+358 50 7654321", ""]
    _file(path, [ROWS[0], moved, ROWS[2], ROWS[4]])
    register = _read(path)
    last = last_time(path, register.source.sha256, folder)
    assert last is not None
    carried = carry_from(last, register)
    session = Session(path, register, folder, now=lambda: NOW)
    session.take_over(carried, last.visits, Forebear(last.session, len(last.log.events)))
    session.take_analysis(analyse(session.register, Settings(NOW.date())))
    told = [(each.record, each.arguments) for each in session.analysis.findings if each.code == "erased.came_back"]
    day = NOW.astimezone()  # told as the clock on this computer showed it
    assert told == [(RecordId(1), (f"{day.day}.{day.month}.{day.year}",))]
    assert session.outcome.stays(RecordId(1))
    session.close()


def test_a_list_with_the_customer_on_it_does_not_bring_them_in_unseen(path: Path, folder: Path, tmp_path: Path) -> None:
    session = _erased(path, folder)
    rows = [
        ["1", "Poistettava", "Yrjänä", "", "", "", "0507654321", ""],
        ["2", "Uusi", "Asiakas", "Tie 1", "00100", "Helsinki", "045 111 2222", "uusi@example.org"],
    ]
    listed = _read(_file(tmp_path / "messut.csv", rows))
    checked = check_list(listed, session.analysis, session.analysis.settings, erasures=session.erasures)
    assert [row.verdict for row in checked.rows] == [GateVerdict.FORBIDDEN, GateVerdict.NEW]
    assert checked.rows[0].reasons[0].code == "gate.erased"
    session.close()


def test_earlier_versions_of_the_register_are_forgotten_and_the_files_saved_are_named(
    folder: Path, tmp_path: Path
) -> None:
    path = _file(tmp_path / "a.csv")
    first = _opened(path, folder)
    saved = tmp_path / "a-siistitty.csv"
    saved.write_text("x")
    first.remember_written((saved, tmp_path / "gone.csv"))
    first.close()
    _file(path, [*ROWS, ["1006", "Uusi", "Asiakas", "Tie 1", "00100", "Helsinki", "045 111 2222", ""]])
    session = _opened(path, folder)
    erased = _erase(session)
    assert erased.files == (path, saved)
    assert erased.forgotten == 1
    assert erased.perhaps == (5,)
    assert len([*folder.glob("*.session")]) == 1
    session.close()


@pytest.mark.parametrize("named_in_the_properties", [False, True])
def test_other_sheets_of_the_copy_do_not_name_the_customer_and_a_copy_that_would_is_not_kept(
    folder: Path, tmp_path: Path, named_in_the_properties: bool
) -> None:
    path = _file(tmp_path / "a.xlsx")
    workbook = openpyxl.load_workbook(path)
    bills = workbook.create_sheet("Laskut")
    for row in (["Lasku", "Yrjänä Poistettava, Salakuja 99", 12.5], ["Lasku", "Eino Ek", 13.5]):
        bills.append(row)
    if named_in_the_properties:
        workbook.properties.description = "Salakuja 99"
    workbook.save(path)
    session = _opened(path, folder)
    session.decide(session.decider.merges(session.analysis, session.analysis.merges))
    assert _erase(session).has_copy is not named_in_the_properties
    session.close()
    again = _opened(path, folder)
    assert len(again.erased) == 2
    content = again.source_content()
    again.close()
    assert (content is None) is named_in_the_properties
    if content is not None:
        copy = openpyxl.load_workbook(BytesIO(content))
        told = [[cell.value for cell in row] for row in copy["Laskut"]]
        assert told == [["Lasku", None, 12.5], ["Lasku", "Eino Ek", 13.5]]
        assert copy.worksheets[0]["B4"].value == "Eino"
    assert not any(b"Salakuja" in content for _, content in _bytes_of(folder))


def test_only_fingerprints_are_kept_and_they_say_nothing_without_the_key(path: Path, folder: Path) -> None:
    _erased(path, folder).close()
    (erasure,) = erasures_in(next(folder.glob("*.session")))
    assert len(erasure.key) == 32
    assert {*erasure.rows} == {3, 5}
    assert all(len(each) == 32 for each in (*erasure.rows.values(), *erasure.person))
