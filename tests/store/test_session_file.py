"""What a session file promises: everything decided is there again, and only its owner can read it."""

import os
import random
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import DECIDER, NOW, TODAY, added_row, analysis, fix, keys, merge, register, retire
from tikissa.model.decision import Decision, Event, RetireAction, Sameness, Undo
from tikissa.model.matching import Relation
from tikissa.model.problems import SessionProblem
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.model.trend import VisitFacts
from tikissa.store.event_codec import decode, encode
from tikissa.store.recent import RecentRegister, forget, recent_registers, remember
from tikissa.store.rescue import LOST
from tikissa.store.session_file import STEPS, WAL_PAGES, SessionFile

DRIVER = Path(__file__).with_name("driver.py")
CONTENT = b"Nimi\r\na\r\n"
FOUND = analysis(register({"Nimi": ["a", "b", "c"]}), [fix(0, "Nimi", "a", "A")], [merge([0, 1])], [retire(2)])
EVENTS: tuple[Event, ...] = (
    DECIDER.fixes(FOUND.keys, FOUND.fixes),
    DECIDER.merges(FOUND, FOUND.merges),
    DECIDER.judged(FOUND.keys, (RecordId(0), RecordId(1)), Sameness.RELATED, Relation.HOUSEHOLD),
    DECIDER.retires(FOUND.keys, FOUND.retires, RetireAction.ARCHIVE),
    DECIDER.added_rows([added_row(14, {"Nimi": "Åke Öhman"})]),
    DECIDER.meaning("Nimi", Meaning.WHOLE_NAME),
    DECIDER.settings({"passive_after_months": "12"}),
    Undo(1, NOW, "user"),
)


def _filled(path: Path) -> None:
    file = SessionFile(path)
    for number, event in enumerate(EVENTS):
        file.append(number, event)
    file.keep_source("asiakkaat.csv", sha256(CONTENT).hexdigest(), CONTENT)
    file.close()


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_an_event_reads_back_as_it_was_written(event: Event) -> None:
    assert decode(encode(event)) == event


@given(st.text(st.characters(codec=None)), st.text())
def test_any_cell_content_survives_the_log(before: str, after: str) -> None:
    event = DECIDER.edited_cells(keys(1), [(RecordId(0), CellChange("Nimi", before, after))])
    assert decode(encode(event)) == event


def test_what_was_decided_is_there_again(tmp_path: Path) -> None:
    _filled(tmp_path / "a.session")
    file = SessionFile(tmp_path / "a.session")
    assert file.log().events == EVENTS
    assert file.source() == CONTENT
    file.close()


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    _filled(tmp_path / "mine" / "a.session")
    assert stat.S_IMODE((tmp_path / "mine" / "a.session").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "mine").stat().st_mode) == 0o700


def test_a_second_window_of_the_same_register_is_told(tmp_path: Path) -> None:
    first = SessionFile(tmp_path / "a.session")
    with pytest.raises(SessionProblem) as told:
        SessionFile(tmp_path / "a.session")
    assert told.value.code == "session.open_elsewhere"
    first.close()
    SessionFile(tmp_path / "a.session").close()


def test_a_file_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    _filled(tmp_path / "a.session")
    connection = sqlite3.connect(tmp_path / "a.session")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(SessionProblem) as told:
        SessionFile(tmp_path / "a.session")
    assert told.value.code == "session.newer_program"


def test_a_damaged_event_is_set_aside_and_the_others_are_rescued(tmp_path: Path) -> None:
    _filled(tmp_path / "a.session")
    connection = sqlite3.connect(tmp_path / "a.session")
    connection.execute("UPDATE events SET event = replace(event, 'merge', 'mirge') WHERE number = 1")
    connection.commit()
    connection.close()
    file = SessionFile(tmp_path / "a.session")
    assert file.log().events == (EVENTS[0], LOST, *EVENTS[2:])
    assert file.rescued_from is not None
    assert file.rescued_from.exists()
    file.close()


def test_a_file_damaged_with_more_waiting_beside_it_is_rescued_and_goes_on(tmp_path: Path) -> None:
    open_file = SessionFile(tmp_path / "a.session")
    for number in range(40 * WAL_PAGES):
        open_file.append(number, EVENTS[0])
    for suffix in ("", "-wal"):
        (tmp_path / f"b.session{suffix}").write_bytes((tmp_path / f"a.session{suffix}").read_bytes())
    open_file.close()
    with (tmp_path / "b.session").open("r+b") as content:
        content.seek(40 * 4096)
        content.write(b"?" * 4096)
    file = SessionFile(tmp_path / "b.session")
    assert file.rescued_from is not None
    kept = file.log().events
    file.append(len(kept), EVENTS[1])
    file.close()
    again = SessionFile(tmp_path / "b.session")
    assert (again.log().events, again.rescued_from) == ((*kept, EVENTS[1]), None)
    again.close()


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY])
def test_a_file_on_a_full_disk_is_not_taken_for_a_damaged_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def full(*_: object, **__: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = code
        raise error

    _filled(tmp_path / "a.session")
    monkeypatch.setattr(sqlite3, "connect", full)
    with pytest.raises(SessionProblem, match=r"session\.not_writable"):
        SessionFile(tmp_path / "a.session")
    assert [path.name for path in tmp_path.iterdir()] == ["a.session"]


def _damage(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 60)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged[: chance.randrange(len(damaged))]) if chance.random() < 0.2 else bytes(damaged)


@pytest.mark.parametrize("files", [15, pytest.param(100, marks=pytest.mark.full)])
def test_a_file_with_random_damage_is_opened_rescued_or_set_aside(tmp_path: Path, files: int) -> None:
    _filled(tmp_path / "whole.session")
    whole = (tmp_path / "whole.session").read_bytes()
    for seed in range(files):
        path = tmp_path / f"{seed}.session"
        path.write_bytes(_damage(whole, random.Random(seed)))
        try:
            file = SessionFile(path)
        except SessionProblem as problem:
            assert problem.code == "session.newer_program"
            continue
        rescued = file.log().events
        assert all(event == EVENTS[number] for number, event in enumerate(rescued) if event != LOST)
        file.append(len(rescued), EVENTS[0])
        file.close()


def test_a_file_of_the_first_program_is_copied_and_brought_up_to_date(tmp_path: Path) -> None:
    _filled(tmp_path / "a.session")
    connection = sqlite3.connect(tmp_path / "a.session")
    connection.executescript("DROP TABLE visits; PRAGMA user_version = 1;")
    connection.close()
    file = SessionFile(tmp_path / "a.session")
    file.keep_visit(VisitFacts(TODAY, 3, 1, 1, 1, 0))
    assert file.log().events == EVENTS
    file.close()
    before = sqlite3.connect(tmp_path / "a.before-2")
    assert before.execute("SELECT count(*) FROM events").fetchone() == (len(EVENTS),)
    before.close()


def test_what_was_found_is_kept_a_day_at_a_time(tmp_path: Path) -> None:
    file = SessionFile(tmp_path / "a.session")
    first, again = VisitFacts(TODAY, 3, 1, 9, 1, 0), VisitFacts(TODAY, 3, 1, 2, 1, 0)
    earlier = VisitFacts(TODAY.replace(month=8), 3, 2, 12, 1, 0)
    for facts in (first, again, earlier):
        file.keep_visit(facts)
    assert file.visits() == (earlier, again)
    file.close()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SessionProblem) as told:
        SessionFile(tmp_path / "file" / "a.session")
    assert told.value.arguments == (str(tmp_path / "file"),)


def test_a_disk_that_fills_up_loses_nothing_decided_before(tmp_path: Path) -> None:
    file = SessionFile(tmp_path / "a.session")
    file.append(0, EVENTS[0])
    file.close()
    result = subprocess.run(
        [sys.executable, str(DRIVER), "full-disk", str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert result.stdout == "session.not_writable"
    file = SessionFile(tmp_path / "a.session")
    assert file.log().events == (EVENTS[0],)
    file.close()


def test_the_register_worked_on_last_comes_first_and_one_forgotten_is_gone(tmp_path: Path) -> None:
    for name in ("a", "b"):
        _filled(tmp_path / f"{name}.session")
        remember(tmp_path, RecentRegister(f"/{name}.xlsx", f"{name}.session", 3, NOW.isoformat()))
    assert [register.session for register in recent_registers(tmp_path)] == ["b.session", "a.session"]
    forget(tmp_path, "b.session")
    assert [register.session for register in recent_registers(tmp_path)] == ["a.session"]
    assert not list(tmp_path.glob("b.*"))


def test_a_decision_of_ten_thousand_fixes_is_one_row(tmp_path: Path) -> None:
    many = [fix(record, "Nimi", "a", "A") for record in range(10_000)]
    decision: Decision = DECIDER.fixes(keys(10_000), many)
    file = SessionFile(tmp_path / "a.session")
    file.append(0, decision)
    assert file.log().events == (decision,)
    file.close()


def test_what_is_kept_of_a_register_does_not_grow_with_every_page_visited(tmp_path: Path) -> None:
    file = SessionFile(tmp_path / "a.session")
    file.keep_source("a.csv", "0", b"x" * 400_000)
    sizes = []
    for visit in range(400):
        file.set_fact("place", f"page {visit % 9}")
        sizes.append(sum(path.stat().st_size for path in tmp_path.iterdir()))
    file.close()
    assert max(sizes) < 2 * 400_000
    assert sizes[-1] == sizes[200]


def test_an_event_that_reads_but_is_not_as_it_was_written_is_not_believed(tmp_path: Path) -> None:
    _filled(tmp_path / "a.session")
    connection = sqlite3.connect(tmp_path / "a.session")
    connection.execute("UPDATE events SET event = replace(event, '[\"A\"]', '[\"Ö\"]') WHERE number = 0")
    connection.commit()
    connection.close()
    file = SessionFile(tmp_path / "a.session")
    assert file.log().events[0] == LOST
    file.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files of a home folder to their owner by itself")
def test_no_copy_of_a_session_is_readable_by_others(tmp_path: Path) -> None:
    """A folder that was there before with wide rights, a session of an older program, and a copy left by that."""
    before = os.umask(0o022)
    try:
        path = tmp_path / "a.session"
        with closing(sqlite3.connect(path)) as old:
            old.executescript(STEPS[0])
            old.execute("PRAGMA user_version = 1")
            old.execute("INSERT INTO source VALUES (?, 'a.csv', ?)", (sha256(CONTENT).hexdigest(), CONTENT))
            old.commit()
        (tmp_path / "a.before-0").write_bytes(CONTENT)
        file = SessionFile(path)
        file.append(0, EVENTS[0])
        copies = sorted(tmp_path.glob("a.*"))
        assert any(CONTENT in copy.read_bytes() for copy in copies if ".before-2" in copy.name)
        assert {copy.name: stat.S_IMODE(copy.stat().st_mode) for copy in copies} == {
            copy.name: 0o600 for copy in copies
        }
        file.close()
    finally:
        os.umask(before)


def _deleted(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody delete an open file")
@pytest.mark.parametrize("keeps_the_folder", [True, False])
def test_a_file_that_is_deleted_while_it_is_open_is_made_again_with_all_in_it(
    tmp_path: Path, keeps_the_folder: bool
) -> None:
    folder = tmp_path / "data"
    _filled(folder / "a.session")
    file = SessionFile(folder / "a.session")
    _deleted(folder)
    if not keeps_the_folder:
        folder.rmdir()
    file.append(len(EVENTS), EVENTS[0])
    assert file.was_put_back
    file.append(len(EVENTS) + 1, EVENTS[1])
    file.close()
    again = SessionFile(folder / "a.session")
    assert again.log().events == (*EVENTS, EVENTS[0], EVENTS[1])
    assert again.source() == CONTENT
    assert stat.S_IMODE((folder / "a.session").stat().st_mode) == 0o600
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody delete an open file")
def test_another_file_that_took_the_place_of_an_open_one_is_left_alone(tmp_path: Path) -> None:
    file = SessionFile(tmp_path / "a.session")
    file.append(0, EVENTS[0])
    _deleted(tmp_path)
    other = SessionFile(tmp_path / "a.session")
    with pytest.raises(SessionProblem):
        file.append(1, EVENTS[1])
    file.close()
    assert other.log().events == ()
    other.close()


def test_what_is_open_in_a_window_cannot_be_forgotten(tmp_path: Path) -> None:
    file = SessionFile(tmp_path / "a.session")
    with pytest.raises(SessionProblem) as told:
        forget(tmp_path, "a.session")
    assert told.value.code == "session.open_in_another"
    file.close()
    forget(tmp_path, "a.session")
    assert not (tmp_path / "a.session").exists()
