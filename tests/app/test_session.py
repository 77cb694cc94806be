"""One register being worked on, through the calls the window and the command line make."""

from pathlib import Path

import pytest

from builders import TODAY
from tikissa.analysis.analyse import analyse
from tikissa.app.returning import carry_from, last_time
from tikissa.app.session import Session
from tikissa.files.reader import read
from tikissa.model.decision import RetireAction, Verdict
from tikissa.model.problems import SessionProblem
from tikissa.model.register import Reading
from tikissa.model.schema import Meaning

REGISTER = """Asiakasnro;Sukunimi;Etunimi;Postinumero;Postitoimipaikka;Puhelin;Viimeisin osto
1000;Virtanen;Matti;100;Helsinki;040 123 4567;3.2.2026
1001;VIRTANEN;Matti;00100;Helsinki;040-1234567;5.5.2019
1002;Rautakorpi;Saima;2150;Espoo;050 765 4321;7.7.2018
1003;Koivumaa;Eero;33100;Tampere;0457 123 4567;1.9.2026
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "asiakkaat.csv"
    file.write_text(REGISTER, encoding="utf-8")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sessions"


def _opened(path: Path, folder: Path) -> Session:
    session = Session(path, read(path), folder)
    session.take_analysis(analyse(session.register, session.settings(TODAY), session.judgements))
    return session


def test_what_was_decided_is_there_when_the_file_is_opened_again(path: Path, folder: Path) -> None:
    session = _opened(path, folder)
    fixes = [fix for group in session.work.fix_groups for fix in group.fixes]
    session.decide(session.decider.fixes(session.analysis.keys, fixes))
    session.place = "duplicates"
    changed = session.outcome.changed
    session.close()
    again = _opened(path, folder)
    assert again.outcome.changed == changed
    assert again.place == "duplicates"
    assert again.work.fixes == 0
    again.close()


def test_accepting_everything_is_one_step_to_undo(path: Path, folder: Path) -> None:
    session = _opened(path, folder)
    before = session.work.count
    fixes = [fix for group in session.work.fix_groups for fix in group.fixes]
    session.decide(session.decider.fixes(session.analysis.keys, fixes))
    assert session.summary.changed_cells == len(fixes)
    assert session.undo()
    assert session.summary.changed_cells == 0
    assert session.work.count == before
    assert session.redo()
    assert session.summary.changed_cells == len(fixes)
    session.close()


def test_undo_does_not_change_how_the_file_is_read_or_what_a_column_means(path: Path, folder: Path) -> None:
    session = _opened(path, folder)
    session.change_reading(Reading(delimiter=";"))
    session.decide(session.decider.meaning("Puhelin", Meaning.PHONE))
    assert not session.undo()
    assert session.reading == Reading(delimiter=";")
    session.close()


def test_what_the_user_says_of_a_column_does_not_lose_decisions(path: Path, folder: Path) -> None:
    session = _opened(path, folder)
    fixes = [fix for group in session.work.fix_groups for fix in group.fixes]
    session.decide(session.decider.fixes(session.analysis.keys, fixes))
    session.decide(session.decider.meaning("Asiakasnro", None))
    session.take_analysis(analyse(session.register, session.settings(TODAY), session.judgements))
    assert session.summary.changed_cells == len(fixes)
    session.close()


def test_a_decision_that_cannot_be_stored_changes_nothing(path: Path, folder: Path) -> None:
    session = _opened(path, folder)
    decision = session.decider.retires(session.analysis.keys, session.work.retires, RetireAction.ARCHIVE)
    session.close()
    with pytest.raises(SessionProblem):
        session.decide(decision)
    assert session.log.events == ()
    assert session.outcome.kept == 4


def test_a_newer_version_of_the_file_brings_back_what_was_decided(path: Path, folder: Path) -> None:
    session = _opened(path, folder)
    fixes = [fix for group in session.work.fix_groups for fix in group.fixes]
    session.decide(session.decider.fixes(session.analysis.keys, fixes, Verdict.DECLINED))
    session.close()
    path.write_text(REGISTER + "1004;Lehtola;Kerttu;90100;Oulu;044 555 1234;2.10.2026\n", encoding="utf-8")
    register = read(path)
    last = last_time(path, register.source.sha256, folder)
    assert last is not None
    carried = carry_from(last, register)
    newer = _opened(path, folder)
    newer.take_over(carried, last.visits)
    assert newer.work.fixes == 0
    assert [facts.rows for facts in newer.visits] == [4]
    assert len(carried.recognition.new) == 1
    newer.close()


def test_a_file_seen_for_the_first_time_or_seen_already_has_no_last_time(path: Path, folder: Path) -> None:
    sha256 = read(path).source.sha256
    assert last_time(path, sha256, folder) is None
    _opened(path, folder).close()
    assert last_time(path, sha256, folder) is None


def test_where_nothing_was_undone_nothing_is_put_back(path: Path, folder: Path) -> None:
    session = _opened(path, folder)
    before = session.log
    assert not session.redo()
    assert not session.undo()
    assert session.log == before
    session.close()
