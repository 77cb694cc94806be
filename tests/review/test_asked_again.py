"""A row that changed asks about itself alone: the rest of its group stays merged, and the question says why it is."""

from pathlib import Path

import pytest

from builders import TODAY
from tikissa.analysis.analyse import analyse
from tikissa.app.returning import carry_from, last_time
from tikissa.app.session import Session
from tikissa.files.reader import read
from tikissa.model.decision import AskedAgain, DecisionLog, Sameness
from tikissa.model.matching import Relation
from tikissa.model.proposal import Merge
from tikissa.review.version_comparison import since_last_time
from tikissa.store.event_codec import decode, encode

HEADER = "Asiakasnro;Nimi;Puhelin;Sähköposti;Katuosoite;Postinro;Viimeisin osto"
TWINS = [
    "1001;Kerttu Ahokas;040 5551234;kerttu.ahokas@esimerkki.fi;Koivutie 3;00100;1.2.2026",
    "1002;Kerttu Ahokas;040 5551234;kerttu.ahokas@esimerkki.fi;Koivutie 3;00100;1.3.2026",
    "1003;Ahokas Kerttu;040 5551234;kerttu.ahokas@esimerkki.fi;Koivutie 3;00100;1.4.2026",
]
PAIR = [
    "1010;Oskari Niittylä;050 4443322;oskari@esimerkki.fi;Kuusitie 8;33100;1.5.2026",
    "1011;Oskari Niittylä;050 4443322;oskari@esimerkki.fi;Kuusitie 8;33100;2.5.2026",
]
OTHERS = [
    f"{1100 + place};{first} {last};044 {7000000 + 137 * place};{first.lower()}{place}@esimerkki.fi;Mäntytie {place};"
    f"0{2100 + 10 * place};5.6.2026"
    for place, (first, last) in enumerate(
        [("Helmi", "Ojala"), ("Lauri", "Salo"), ("Maija", "Toivola"), ("Niilo", "Uusitalo"), ("Oona", "Vainio")] * 3
    )
]


def _write(path: Path, rows: list[str]) -> None:
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")


def _opened(path: Path, folder: Path) -> Session:
    found = read(path)
    last = last_time(path, found.source.sha256, folder)
    session = Session(path, found, folder)
    if last is not None:
        session.take_over(carry_from(last, found), last.visits)
    session.take_analysis(analyse(found, session.settings(TODAY), session.judgements))
    return session


def _rows(session: Session, merge: Merge) -> list[str]:
    return [session.register.text(record, "Asiakasnro") for record in merge.records]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "asiakkaat.csv"
    _write(path, [*TWINS, *PAIR, *OTHERS])
    return path


@pytest.fixture
def folder(path: Path, tmp_path: Path) -> Path:
    """The sessions after the first month, in which all groups were merged."""
    folder = tmp_path / "data"
    session = _opened(path, folder)
    assert sorted(len(merge.records) for merge in session.work.merges) == [2, 3]
    session.decide(session.decider.merges(session.analysis, session.work.merges))
    session.close()
    return folder


def test_only_the_row_that_changed_is_asked_about(path: Path, folder: Path) -> None:
    moved = TWINS[0].replace("kerttu.ahokas@", "kerttu.k@")
    _write(path, [moved, *TWINS[1:], *PAIR, *OTHERS])
    session = _opened(path, folder)
    (question,) = session.work.merges
    assert "1001" in _rows(session, question)
    assert len(question.records) == 2
    assert session.outcome.kept == len(session.register) - 2
    session.close()


def test_the_question_says_what_was_said_and_what_has_changed(path: Path, folder: Path) -> None:
    moved = TWINS[0].replace("kerttu.ahokas@", "kerttu.k@")
    _write(path, [moved, *TWINS[1:], *PAIR, *OTHERS])
    session = _opened(path, folder)
    (question,) = session.work.merges
    (word,) = session.asked_again(question.records)
    assert word.said is Sameness.SAME
    assert [(change.column, change.after) for change in word.changes] == [("Sähköposti", "kerttu.k@esimerkki.fi")]
    session.close()


@pytest.mark.parametrize(
    "changed",
    [
        "1010;Oskari Niittylä;044 1112223;o.niittyla@toinen.fi;Kuusitie 8;33100;1.5.2026",
        "1010;Oskar Nittylä;050 4443322;oskari@esimerkki.fi;Satamakatu 1 A 4;90100;1.5.2026",
        "1010;Oskari Niittylä;044 1112223;o.niittyla@toinen.fi;Satamakatu 1;90100;1.5.2026",
        "1010;Oskari Rantanen;050 4443322;;Kuusitie 8;33100;1.5.2026",
        "1010;Oskari Niittylä;;;;;1.5.2026",
    ],
)
def test_a_pair_is_asked_about_however_little_it_has_in_common_now(path: Path, folder: Path, changed: str) -> None:
    _write(path, [*TWINS, changed, PAIR[1], *OTHERS])
    session = _opened(path, folder)
    assert [_rows(session, merge) for merge in session.work.merges] == [["1010", "1011"]]
    session.close()


def test_an_answer_to_the_question_is_not_asked_for_once_more(path: Path, folder: Path) -> None:
    _write(path, [TWINS[0].replace("Koivutie 3", "Satamakatu 1"), *TWINS[1:], *PAIR, *OTHERS])
    session = _opened(path, folder)
    (question,) = session.work.merges
    golden = session.golden_record(question.records)
    session.decide(session.decider.merge(session.analysis, question, golden, question.records))
    assert session.work.merges == ()
    assert session.outcome.kept == len(session.register) - 3
    session.take_analysis(analyse(session.register, session.settings(TODAY), session.judgements))
    assert session.work.merges == ()
    session.close()


def test_a_row_that_turned_out_to_be_another_customer_leaves_the_rest_merged(path: Path, folder: Path) -> None:
    _write(path, [TWINS[0].replace("Koivutie 3", "Satamakatu 1"), *TWINS[1:], *PAIR, *OTHERS])
    session = _opened(path, folder)
    (question,) = session.work.merges
    session.decide(session.decider.judged(session.analysis.keys, question.records, Sameness.DIFFERENT))
    assert session.work.merges == ()
    assert session.outcome.kept == len(session.register) - 2
    session.close()


def test_a_question_that_waits_is_still_asked_with_its_reason_the_month_after(path: Path, folder: Path) -> None:
    moved = [TWINS[0].replace("kerttu.ahokas@", "kerttu.k@"), *TWINS[1:], *PAIR, *OTHERS]
    _write(path, moved)
    _opened(path, folder).close()
    _write(path, [*moved, "1200;Uusi Asiakas;041 9998887;uusi@esimerkki.fi;Lehtokuja 2;20100;1.9.2026"])
    session = _opened(path, folder)
    assert session.carried is not None
    (question,) = session.work.merges
    (word,) = session.asked_again(question.records)
    assert [change.column for change in word.changes] == ["Sähköposti"]
    session.close()


def test_a_row_that_is_gone_takes_only_itself_out_of_its_merge(path: Path, folder: Path) -> None:
    _write(path, [*TWINS[1:], *PAIR, *OTHERS])
    session = _opened(path, folder)
    assert session.work.merges == ()
    assert session.outcome.kept == len(session.register) - 2
    session.close()


def test_choices_that_wait_for_an_answer_are_not_counted_among_those_that_hold(path: Path, folder: Path) -> None:
    _write(path, [TWINS[0].replace("kerttu.ahokas@", "kerttu.k@"), *TWINS[1:], *PAIR, *OTHERS])
    session = _opened(path, folder)
    assert session.carried is not None
    since = since_last_time(session.carried, session.work)
    assert since.kept == 2
    assert [group.code for group in since.lapsed] == ["carried.row_changed"]
    session.close()


@pytest.mark.parametrize("relation", [None, Relation.HOUSEHOLD])
def test_what_was_said_of_a_pair_is_told_when_it_is_asked_again(
    path: Path, tmp_path: Path, relation: Relation | None
) -> None:
    folder = tmp_path / "apart"
    session = _opened(path, folder)
    pair = next(merge for merge in session.work.merges if len(merge.records) == 2)
    said = Sameness.RELATED if relation else Sameness.DIFFERENT
    session.decide(session.decider.judged(session.analysis.keys, pair.records, said, relation))
    session.close()
    _write(path, [*TWINS, PAIR[0].replace("Kuusitie 8", "Kuusitie 9"), PAIR[1], *OTHERS])
    session = _opened(path, folder)
    question = next(merge for merge in session.work.merges if len(merge.records) == 2)
    assert [(word.said, word.relation) for word in session.asked_again(question.records)] == [(said, relation)]
    session.close()


def test_what_is_asked_again_is_kept_on_disk(path: Path, folder: Path) -> None:
    _write(path, [TWINS[0].replace("kerttu.ahokas@", "kerttu.k@"), *TWINS[1:], *PAIR, *OTHERS])
    session = _opened(path, folder)
    log: DecisionLog = session.log
    session.close()
    assert any(isinstance(item, AskedAgain) for _, decision in log.in_force for item in decision.items)
    assert tuple(decode(encode(event)) for event in log.events) == log.events
