"""Next month's file: what was decided is brought along, however often that was interrupted or something was damaged."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builders import TODAY
from tikissa.analysis.analyse import analyse
from tikissa.app.folders import session_path
from tikissa.app.registers import forget_register, known_registers, sweep
from tikissa.app.returning import LastTime, carry_from, earlier_version, last_time
from tikissa.app.session import Forebear, Session
from tikissa.files.reader import read
from tikissa.model.decision import Verdict
from tikissa.model.problems import SessionProblem
from tikissa.store.recent import recent_registers, remember_written

HEADER = "Asiakasnumero;Sukunimi;Etunimi;Postinumero;Postitoimipaikka;Puhelin\n"
ROWS = [
    f"{1000 + place};{surname};{first};{100 * place + 100};Helsinki;040 555 {1000 + place}\n"
    for place, (surname, first) in enumerate(
        [
            ("Aho", "Veikko"),
            ("Salmi", "Aino"),
            ("Niemi", "Oskari"),
            ("Lehto", "Kerttu"),
            ("Koski", "Ilmari"),
            ("Laine", "Saima"),
        ]
    )
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "asiakkaat.csv"
    path.write_text(HEADER + "".join(ROWS), encoding="utf-8")
    return path


def _decided(path: Path, folder: Path) -> int:
    """Open a file, settle all its fixes and close it; return how many events that made."""
    register = read(path)
    session = Session(path, register, folder)
    session.take_analysis(analyse(register, session.settings(TODAY), ()))
    for group in session.work.fix_groups:
        session.decide(session.decider.fixes(session.analysis.keys, group.fixes, Verdict.DECLINED))
    events = len(session.log.events)
    session.close()
    assert events
    return events


def _next_month(path: Path) -> None:
    path.write_text(HEADER + "".join(ROWS[1:]) + "1090;Uusi;Hilkka;00200;Helsinki;040 555 7777\n", encoding="utf-8")


def _last(path: Path, folder: Path) -> LastTime | None:
    return last_time(path, read(path).source.sha256, folder)


def _brought(path: Path, folder: Path) -> int:
    """Open a file as the window does and return how many choices came along."""
    register = read(path)
    last = _last(path, folder)
    carried = carry_from(last, register) if last is not None else None
    session = Session(path, register, folder)
    if last is not None and carried is not None:
        session.take_over(carried, last.visits, Forebear(last.session, len(last.log.events)))
    came = len(session.log.events)
    session.close()
    return came


def test_a_program_stopped_before_the_choices_came_brings_them_the_next_time(path: Path, folder: Path) -> None:
    decided = _decided(path, folder)
    _next_month(path)
    Session(path, read(path), folder).close()  # here the power went
    assert _brought(path, folder) == decided
    assert _brought(path, folder) == decided


def test_choices_come_along_all_together_or_not_at_all(path: Path, folder: Path) -> None:
    _decided(path, folder)
    _next_month(path)
    register, last = read(path), _last(path, folder)
    assert last is not None
    session = Session(path, register, folder)
    last_visit = last.visits[-1]
    with pytest.raises(RuntimeError):
        session.take_over(carry_from(last, register), _broken_after(last_visit))  # type: ignore[arg-type]
    assert session.log.events == ()
    session.close()
    assert _brought(path, folder) > 0


def _broken_after(visit: object) -> Iterator[object]:
    yield visit
    raise RuntimeError


def test_a_month_that_brought_nothing_does_not_hide_the_one_before_it(path: Path, folder: Path) -> None:
    decided = _decided(path, folder)
    _next_month(path)
    Session(path, read(path), folder).close()
    path.write_text(HEADER + "".join(ROWS), encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8") + "1091;Toinen;Hilkka;00200;Helsinki;040 555 8888\n")
    assert _brought(path, folder) == decided


def test_whoever_wants_none_of_the_earlier_choices_is_offered_them_no_more(path: Path, folder: Path) -> None:
    _decided(path, folder)
    _next_month(path)
    session = Session(path, read(path), folder)
    session.go_on_without()
    session.close()
    assert _last(path, folder) is None


def test_a_register_is_known_by_its_customers_whatever_it_is_called(path: Path, folder: Path) -> None:
    _decided(path, folder)
    newer = path.with_name("vienti (3).csv")
    shutil.copy(path, newer)
    _next_month(newer)
    known = earlier_version(read(newer), newer, folder)
    assert known is not None
    assert Path(known.path).name == path.name


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("Asiakasnumero", "Numero 2026"),
        lambda text: "\n".join(";".join(reversed(line.split(";"))) for line in text.splitlines()),
        lambda text: text.upper(),
        lambda text: text.replace("Helsinki", "Espoo"),
        lambda text: "\n".join([HEADER.strip(), *reversed(text.splitlines()[1:])]),
    ],
    ids=["renamed header", "columns reversed", "capitals", "another town", "rows reversed"],
)
def test_a_register_is_known_through_what_an_export_does_to_it(
    path: Path, folder: Path, change: Callable[[str], str]
) -> None:
    _decided(path, folder)
    newer = path.with_name("uusi.csv")
    newer.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert earlier_version(read(newer), newer, folder) is not None


def test_the_same_numbers_on_other_people_make_no_known_register(path: Path, folder: Path) -> None:
    _decided(path, folder)
    other = path.with_name("toiset.csv")
    names = ("Ranta;Tyyne", "Harju;Eino", "Kallio;Sylvi", "Vuori;Arvo", "Korpi;Impi", "Suo;Urho")
    rows = [";".join((row.split(";")[0], name, *row.split(";")[3:])) for row, name in zip(ROWS, names, strict=True)]
    other.write_text(HEADER + "".join(rows), encoding="utf-8")
    assert earlier_version(read(other), other, folder) is None


def test_a_few_customers_of_the_register_make_no_newer_version(path: Path, folder: Path) -> None:
    _decided(path, folder)
    some = path.with_name("messut.csv")
    some.write_text(HEADER + "".join(ROWS[:2]), encoding="utf-8")
    assert earlier_version(read(some), some, folder) is None


def _flip(session: Path, inside: bytes) -> None:
    content = bytearray(session.read_bytes())
    content[content.find(inside)] ^= 4
    session.write_bytes(content)


def test_a_damaged_copy_of_the_earlier_file_is_told_and_the_choices_stay(path: Path, folder: Path) -> None:
    decided = _decided(path, folder)
    (session,) = folder.glob("*.session")
    whole = session.read_bytes()
    _flip(session, b"Niemi;Oskari")
    _next_month(path)
    last = _last(path, folder)
    assert last is not None
    with pytest.raises(SessionProblem) as told:
        carry_from(last, read(path))
    assert told.value.code == "session.copy_damaged"
    Session(path, read(path), folder).close()
    session.write_bytes(whole)
    assert _brought(path, folder) == decided


def test_a_damaged_copy_is_mended_by_the_file_itself(path: Path, folder: Path) -> None:
    _decided(path, folder)
    (file,) = folder.glob("*.session")
    _flip(file, b"Niemi;Oskari")
    session = Session(path, read(path), folder)
    assert session.source_content() == path.read_bytes()
    session.close()


@pytest.mark.parametrize(
    "index",
    [b"", b"{", b"[1]", b'[{"path"', b"null", b'{"a": 1}', b"\xff\xfe\x00", b'[{"path": 1, "session": 2}]',
     b'[{"path": "x", "session": "y", "rows": "a", "opened": "z"}]', b'[{"path": "/a", "session": "../b.session", '
     b'"rows": 1, "opened": "2026-01-01T00:00:00+00:00"}]', b"[" * 5000],
)  # fmt: skip
def test_a_damaged_list_of_registers_is_made_anew_from_what_is_kept(path: Path, folder: Path, index: bytes) -> None:
    decided = _decided(path, folder)
    other = path.with_name("toiset.csv")
    other.write_text("Nimi;Puhelin\nTestinen Toini;0401234567\n", encoding="utf-8")
    Session(other, read(other), folder).close()
    (folder / "registers.json").write_bytes(index)
    assert {known.path for known in known_registers(folder)} == {path, other}
    _next_month(path)
    assert _brought(path, folder) == decided
    for known in known_registers(folder):
        forget_register(folder, known)
    assert list(folder.glob("*.session*")) == []


def test_the_saved_files_are_still_named_when_the_list_was_lost(path: Path, folder: Path) -> None:
    session = Session(path, read(path), folder)
    saved = path.with_name("asiakkaat-siistitty.csv")
    saved.write_text("x")
    session.remember_written((saved,))
    session.close()
    Session(path, read(path), folder).close()
    (folder / "registers.json").unlink()
    assert known_registers(folder)[0].written == (saved.resolve(),)
    remember_written(folder, session_path(read(path).source.sha256, folder).name, (path,))
    assert known_registers(folder)[0].written == (saved.resolve(), path.resolve())


def test_what_is_kept_is_swept_by_the_files_and_not_by_the_list(path: Path, folder: Path) -> None:
    _decided(path, folder)
    (folder / "registers.json").write_bytes(b"[")
    sweep(folder, 1, TODAY.replace(year=2040))
    assert list(folder.glob("*.session*")) == []


def test_a_session_of_which_nothing_can_be_read_can_be_forgotten(path: Path, folder: Path) -> None:
    _decided(path, folder)
    lost = folder / "abc.session"
    lost.write_bytes(random.Random(1).randbytes(3000))
    known = next(known for known in known_registers(folder) if known.sessions == ("abc.session",))
    forget_register(folder, known)
    assert not lost.exists()
    assert len(recent_registers(folder)) == 1


def test_a_session_whose_opening_fails_is_closed_again(path: Path, folder: Path) -> None:
    folder.mkdir()
    (folder / "registers.new").mkdir()  # the list of registers cannot be written
    with pytest.raises(SessionProblem) as told:
        Session(path, read(path), folder)
    assert told.value.code == "session.not_writable"
    (folder / "registers.new").rmdir()
    Session(path, read(path), folder).close()
