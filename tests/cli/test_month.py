"""`tikissa month` does what was accepted by kind each time before, and nothing else."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from command_line import CommandLine
from tikissa.analysis.analyse import analyse
from tikissa.app.returning import carry_from, last_time
from tikissa.app.session import Forebear, Session
from tikissa.files.reader import read
from tikissa.model.decision import Sameness, Verdict
from tikissa.review.queue import FixGroup

HEADER = "Asiakasnro;Sukunimi;Etunimi;Katuosoite;Postinumero;Postitoimipaikka;Puhelin;Sähköposti\n"
FIRST = """1001;Ahola;Aino;Koivutie 1;100;Helsinki;040 123 4567;aino.ahola@example.org
1002;Ahola;Aino;Koivutie 1;00100;Helsinki;040 123 4567;aino.ahola@example.org
1003;Ek;Eino;Pihlajatie 2;200;Helsinki;050 765 4321;eino.ek@gmial.com
1004;VUORI;Veera;Kuusitie 3;33100;Tampere;041 555 1234;veera.vuori@example.org
1005;Aalto;Tuomas;Lepolantie 5;90100;Oulu;041 555 8877;tuomas.aalto@example.org
"""
SECOND = """1006;Berg;Birgitta;Mäntytie 8;2150;Espoo;044 321 7654;birgitta.berg@example.org
1007;Lind;Lars;Haapatie 4;00400;Helsinki;046 500 1122;lars.lind@hotmial.com
1008;Koski;Kerttu;Leppätie 9;00500;Helsinki;044 987 6543;kerttu.koski@example.org
1009;Koski;Kerttu;Leppätie 9;00500;Helsinki;044 987 6543;kerttu.koski@example.org
"""
Decide = Callable[[Session], None]


def _visit(path: Path, decide: Decide, today: str = "2026-11-01") -> None:
    """Look a register through and decide, as the window does."""
    register = read(path)
    folder = path.parent / "data"
    last = last_time(path, register.source.sha256, folder)
    carried = carry_from(last, register) if last is not None else None
    session = Session(path, register, folder)
    if last is not None and carried is not None:
        session.take_over(carried, last.visits, Forebear(last.session, len(last.log.events)))
    settings = session.settings(date.fromisoformat(today))
    session.take_analysis(analyse(session.register, settings, session.judgements))
    decide(session)
    session.close()


def _card(session: Session, code: str) -> FixGroup:
    return next(group for group in session.work.fix_groups if group.code == code)


def _accept(*codes: str, merges: bool = False) -> Decide:
    """Accept whole cards, and the groups that are surely one customer."""

    def decide(session: Session) -> None:
        for code in codes:
            session.decide(session.decider.fixes(session.analysis.keys, _card(session, code).fixes))
        if merges:
            session.decide(session.decider.merges(session.analysis, session.work.safe_merges))

    return decide


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "asiakkaat.csv"
    path.write_text(HEADER + FIRST, encoding="utf-8")
    return path


def _next_month(path: Path, rows: str = FIRST + SECOND) -> None:
    path.write_text(HEADER + rows, encoding="utf-8")


def _month(tikissa: CommandLine, path: Path, *more: str, today: str = "2026-12-01") -> dict[str, Any]:
    said = tikissa("month", path, "--json", "-", "--today", today, *more)
    assert (said.status, said.error) == (0, "")
    done: dict[str, Any] = json.loads(said.out)
    return done


def _counts(kinds: list[dict[str, Any]]) -> dict[str, int]:
    return {kind["kind"]: kind["count"] for kind in kinds}


def test_a_kind_accepted_before_is_accepted_in_the_new_rows_and_others_wait(
    tikissa: CommandLine, register: Path
) -> None:
    _visit(register, _accept("postal_code.leading_zeros"))
    _next_month(register)
    done = _month(tikissa, register)
    assert _counts(done["accepted"]) == {"postal_code.leading_zeros": 1}
    left = _counts(done["open"])
    assert "merge.safe" in left
    assert [code for code in left if code.startswith("email.")] != []
    cleaned = Path(done["files"][0]).read_text(encoding="utf-8")
    assert all(fixed in cleaned for fixed in ("00100;Helsinki", "00200;Helsinki", "02150;Espoo"))
    assert all(untouched in cleaned for untouched in ("hotmial", "gmial", "1008;", "1009;", "VUORI"))
    assert done["rows"] == {"new": 4, "changed": 0, "gone": 0}
    assert tikissa("verify", register, *done["files"][:2]).status == 0


def test_sure_merges_are_accepted_again_where_they_were_all_accepted(tikissa: CommandLine, register: Path) -> None:
    _visit(register, _accept(merges=True))
    _next_month(register)
    done = _month(tikissa, register)
    assert _counts(done["accepted"]) == {"merge.safe": 1}
    cleaned = Path(done["files"][0]).read_text(encoding="utf-8")
    assert [number for number in ("1001", "1002", "1008", "1009") if number in cleaned] == ["1001", "1008"]


def test_a_kind_of_which_one_was_left_as_it_is_is_not_accepted_again(tikissa: CommandLine, register: Path) -> None:
    def decide(session: Session) -> None:
        first, *others = _card(session, "postal_code.leading_zeros").fixes
        session.decide(session.decider.fixes(session.analysis.keys, [first], Verdict.DECLINED))
        session.decide(session.decider.fixes(session.analysis.keys, others))

    _visit(register, decide)
    _next_month(register)
    assert _month(tikissa, register)["accepted"] == []


def test_what_was_taken_back_is_not_accepted_again(tikissa: CommandLine, register: Path) -> None:
    def decide(session: Session) -> None:
        _accept("postal_code.leading_zeros")(session)
        session.undo()

    _visit(register, decide)
    _next_month(register)
    assert _month(tikissa, register)["accepted"] == []


def test_one_merge_that_was_refused_keeps_the_others_from_being_accepted_unasked(
    tikissa: CommandLine, register: Path
) -> None:
    def decide(session: Session) -> None:
        (merge,) = session.work.safe_merges
        session.decide(session.decider.judged(session.analysis.keys, merge.records, Sameness.RELATED))
        _accept("postal_code.leading_zeros")(session)

    _visit(register, decide)
    _next_month(register)
    done = _month(tikissa, register)
    assert _counts(done["accepted"]) == {"postal_code.leading_zeros": 1}
    assert all(number in Path(done["files"][0]).read_text() for number in ("1001", "1002", "1008", "1009"))


def test_a_refusal_two_months_ago_is_still_remembered(tikissa: CommandLine, register: Path) -> None:
    def refuse(session: Session) -> None:
        fixes = _card(session, "postal_code.leading_zeros").fixes
        session.decide(session.decider.fixes(session.analysis.keys, fixes, Verdict.DECLINED))

    _visit(register, refuse)
    _next_month(register)
    _visit(register, _accept("postal_code.leading_zeros"), "2026-12-01")
    _next_month(register, FIRST + SECOND + "1010;Salo;Sulo;Raitatie 1;120;Helsinki;044 200 3000;sulo@example.org\n")
    assert _month(tikissa, register, today="2027-01-01")["accepted"] == []


def test_three_months_in_a_row_go_on_by_the_first_ones_choices(tikissa: CommandLine, register: Path) -> None:
    _visit(register, _accept("postal_code.leading_zeros", merges=True))
    _next_month(register)
    second = _month(tikissa, register)
    _next_month(register, FIRST + SECOND + "1010;Salo;Sulo;Raitatie 1;120;Helsinki;044 200 3000;sulo@example.org\n")
    third = _month(tikissa, register, today="2027-01-01")
    assert _counts(third["accepted"]) == {"postal_code.leading_zeros": 1}
    assert (second["previous"], third["previous"]) == ("2026-11-01", "2026-12-01")
    assert second["files"][0] != third["files"][0]
    assert tikissa("verify", register, *third["files"][:2]).status == 0
    cleaned = Path(third["files"][0]).read_text(encoding="utf-8")
    assert "00120" in cleaned
    assert "1009" not in cleaned


def test_months_without_the_kind_do_not_make_it_forgotten(tikissa: CommandLine, register: Path) -> None:
    _visit(register, _accept("postal_code.leading_zeros"))
    clean = FIRST.replace(";100;", ";00100;").replace(";200;", ";00200;")
    _next_month(register, clean)
    assert _month(tikissa, register)["accepted"] == []
    _next_month(register, clean + SECOND)
    assert _counts(_month(tikissa, register, today="2027-01-01")["accepted"]) == {"postal_code.leading_zeros": 1}


def test_none_brings_choices_along_and_accepts_nothing(tikissa: CommandLine, register: Path) -> None:
    _visit(register, _accept("postal_code.leading_zeros"))
    _next_month(register)
    done = _month(tikissa, register, "--accept", "none")
    assert done["accepted"] == []
    cleaned = Path(done["files"][0]).read_text(encoding="utf-8")
    assert "00200;Helsinki" in cleaned
    assert ";2150;" in cleaned


def test_a_register_never_seen_before_is_saved_without_a_change(tikissa: CommandLine, register: Path) -> None:
    done = _month(tikissa, register)
    assert (done["accepted"], done["previous"], done["rows"]) == ([], None, None)
    assert Path(done["files"][0]).read_bytes() == register.read_bytes()


def test_the_same_file_again_is_not_saved_twice(tikissa: CommandLine, register: Path) -> None:
    _visit(register, _accept("postal_code.leading_zeros"))
    _next_month(register)
    first, second = _month(tikissa, register), _month(tikissa, register)
    assert (first["saved"], second["saved"]) == (True, False)
    assert second["files"] == first["files"]
    assert sorted(register.parent.glob("*siistitty*")) == [Path(first["files"][0])]


def test_what_could_not_be_saved_is_saved_the_next_time_with_every_choice(
    tikissa: CommandLine, register: Path, tmp_path: Path
) -> None:
    _visit(register, _accept("postal_code.leading_zeros", merges=True))
    _next_month(register)
    before = register.read_bytes()
    nowhere = tmp_path / "not" / "there.csv"
    assert tikissa("month", register, "--output", nowhere, "--today", "2026-12-01").status == 2
    done = _month(tikissa, register)
    assert register.read_bytes() == before
    cleaned = Path(done["files"][0]).read_text(encoding="utf-8")
    assert "02150" in cleaned
    assert "1009" not in cleaned


def test_a_register_open_in_a_window_is_said_in_one_line(tikissa: CommandLine, register: Path) -> None:
    session = Session(register, read(register), register.parent / "data")
    said = tikissa("month", register)
    session.close()
    assert said.status == 2
    assert len(said.error.strip().splitlines()) == 1


@pytest.mark.parametrize(("language", "words"), [("fi", "kuten ennen"), ("sv", "som tidigare"), ("en", "as before")])
def test_it_tells_what_was_done_and_what_waits(tikissa: CommandLine, register: Path, language: str, words: str) -> None:
    _visit(register, _accept("postal_code.leading_zeros"))
    _next_month(register)
    said = tikissa("month", register, language=language)
    assert words in said.out
    assert "month." not in said.out


def test_the_lines_for_a_scheduler_name_the_register(tikissa: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "50 % asiakkaat.csv"
    path.write_text(HEADER + FIRST, encoding="utf-8")
    said = tikissa("month", path, "--schedule")
    assert said.status == 0
    assert "schtasks /Create" in said.out
    assert r"50 \% asiakkaat.csv' --accept as-before" in said.out
    assert '50 %% asiakkaat.csv" "--accept"' in said.out
    assert [*tmp_path.glob("*siistitty*")] == []


def test_the_next_check_goes_into_a_calendar(tikissa: CommandLine, register: Path, tmp_path: Path) -> None:
    entry = tmp_path / "seuraava.ics"
    assert tikissa("month", register, "--calendar", entry, "--today", "2027-01-31").status == 0
    lines = entry.read_bytes().split(b"\r\n")
    assert b"DTSTART;VALUE=DATE:20270228" in lines
    assert max(map(len, lines)) <= 75
    assert b"Ahola" not in entry.read_bytes()
