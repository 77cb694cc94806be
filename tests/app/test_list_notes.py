"""What was said of a list is known again in the next session, and for another list nothing is."""

from dataclasses import replace
from pathlib import Path

from builders import register
from gui.builders import analysis, small_register
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.app.checked_list import CheckedList, check_list
from tikissa.app.list_notes import MOST, keep_note, last_list, list_notes
from tikissa.app.session import Session
from tikissa.model.record import RecordId
from tikissa.model.register import Reading

LIST = register({"Nimi": ["Matti Virtanen", "Uusi Ihminen"], "Puhelin": ["0401234567", "044 000 1111"]})


def opened(folder: Path) -> Session:
    known = small_register(folder)
    session = Session(known.source.path, known, folder)
    session.take_analysis(analysis(known))
    return session


def checked(session: Session) -> CheckedList:
    return check_list(LIST, session.analysis, session.analysis.settings)


def test_a_word_on_a_row_and_the_way_of_reading_outlive_the_session(tmp_path: Path) -> None:
    session = opened(tmp_path)
    said = checked(session).say(RecordId(1), GateVerdict.ALREADY_THERE)
    keep_note(session, replace(said, reading=Reading("Taul1", 3)))
    session.close()
    session = opened(tmp_path)
    note = list_notes(session)[LIST.source.sha256]
    session.close()
    assert note.said == {LIST.row(1): GateVerdict.ALREADY_THERE}
    assert note.reading == Reading("Taul1", 3)


def test_the_same_list_comes_with_what_was_said_of_it(tmp_path: Path) -> None:
    session = opened(tmp_path)
    before = checked(session).say(RecordId(1), GateVerdict.ALREADY_THERE)
    again = check_list(LIST, session.analysis, session.analysis.settings, said=before.said)
    session.close()
    assert [row.verdict for row in again.rows] == [row.verdict for row in before.rows]


def test_the_list_checked_last_is_offered_while_its_file_is_there(tmp_path: Path) -> None:
    session = opened(tmp_path)
    assert last_list(session) is None
    path = tmp_path / "lista.csv"
    path.touch()
    found = checked(session)
    moved = replace(LIST, source=replace(LIST.source, path=path))
    keep_note(session, replace(found, gate=replace(found.gate, new=moved)))
    assert last_list(session) == path.resolve()
    path.unlink()
    assert last_list(session) is None
    session.close()


def test_only_so_many_lists_are_remembered(tmp_path: Path) -> None:
    session = opened(tmp_path)
    found = checked(session)
    for number in range(MOST + 5):
        source = replace(LIST.source, sha256=f"{number:064}")
        keep_note(session, replace(found, gate=replace(found.gate, new=replace(LIST, source=source))))
    assert len(list_notes(session)) == MOST
    assert f"{MOST + 4:064}" in list_notes(session)
    session.close()
