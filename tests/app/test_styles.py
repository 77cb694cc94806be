"""A way of writing that was accepted is the register's: it is asked once, and there is one of it in the end."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from builders import DECIDER, TODAY, fix, keys, register
from tikissa.analysis.analyse import analyse
from tikissa.app.returning import carry_from, last_time
from tikissa.app.session import Session
from tikissa.files.reader import read
from tikissa.model.decision import DecisionLog, Undo, Verdict
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.review.derive import derive
from tikissa.review.queue import FixGroup
from tikissa.text.phones import STYLES

ABROAD = [f"+358 40 {200 + place} {3000 + 7 * place}" for place in range(6)]
AT_HOME = [f"041 {300 + place} {4000 + 3 * place}" for place in range(12)]


def _written(path: Path, phones: Sequence[str], days: Sequence[str] = ()) -> Path:
    days = days or ["1.2.2026"] * len(phones)
    rows = [f"Testaaja {place};{phone};{day}" for place, (phone, day) in enumerate(zip(phones, days, strict=True))]
    path.write_text("\n".join(["Nimi;Puhelin;Viimeisin osto", *rows]) + "\n", encoding="utf-8")
    return path


def _opened(path: Path, folder: Path, phone_style: str | None = None) -> Session:
    """Open a file with the choices of the month before, and look it through."""
    found = read(path)
    last = last_time(path, found.source.sha256, folder)
    session = Session(path, found, folder)
    if last is not None:
        session.take_over(carry_from(last, found), last.visits)
    _look(session, phone_style)
    return session


def _look(session: Session, phone_style: str | None = None) -> None:
    settings = session.settings(TODAY, phone_style=phone_style)
    session.take_analysis(analyse(session.register, settings, session.judgements))


def _card(session: Session, code: str) -> FixGroup | None:
    return next((group for group in session.work.fix_groups if group.code == code), None)


def _settle(session: Session, code: str, verdict: Verdict = Verdict.ACCEPTED) -> None:
    card = _card(session, code)
    assert card is not None
    session.decide(session.decider.fixes(session.analysis.keys, card.fixes, verdict))


def _shapes(session: Session, column: str) -> set[str]:
    texts = (session.outcome.text(RecordId(record), column) for record in range(len(session.register)))
    return {"".join("9" if letter.isdigit() else letter for letter in text) for text in texts}


@pytest.mark.parametrize("verdict", [Verdict.ACCEPTED, Verdict.DECLINED])
def test_a_style_that_was_answered_is_asked_of_new_rows_alone(tmp_path: Path, verdict: Verdict) -> None:
    path = _written(tmp_path / "a.csv", [*ABROAD, *AT_HOME[:3]])
    session = _opened(path, tmp_path)
    _settle(session, "phone.format", verdict)
    session.close()
    _written(path, [*ABROAD, *AT_HOME])  # now most are written the other way
    session = _opened(path, tmp_path)
    card = _card(session, "phone.format")
    assert card is not None
    assert [f.changes[0].before for f in card.fixes] == AT_HOME[3:]
    if verdict is Verdict.ACCEPTED:
        _settle(session, "phone.format")
        assert _shapes(session, "Puhelin") == {"+999 99 999 9999"}
    session.close()


def test_days_keep_the_style_accepted_for_their_column(tmp_path: Path) -> None:
    iso, finnish = [f"2026-03-{place:02}" for place in range(11, 17)], [f"{place}.4.2026" for place in range(11, 23)]
    path = _written(tmp_path / "a.csv", [""] * 9, [*iso, *finnish[:3]])
    session = _opened(path, tmp_path)
    _settle(session, "date.format")
    session.close()
    path.write_text(_written(path, [""] * 18, [*iso, *finnish]).read_text().replace("Viimeisin osto", "Viim. osto"))
    session = _opened(path, tmp_path)
    card = _card(session, "date.format")
    assert card is not None
    assert [f.changes[0].before for f in card.fixes] == finnish[3:]
    session.close()


@pytest.mark.parametrize("style", [style for style in STYLES if style != "+358 40 123 4567"])
def test_a_style_asked_for_later_takes_the_place_of_the_one_accepted_before(tmp_path: Path, style: str) -> None:
    session = _opened(_written(tmp_path / "a.csv", [*ABROAD, *AT_HOME[:3]]), tmp_path)
    _settle(session, "phone.format")
    before = _shapes(session, "Puhelin")
    _look(session, style)
    _settle(session, "phone.format")
    assert len(_shapes(session, "Puhelin")) == 1
    assert _shapes(session, "Puhelin") != before
    session.undo()
    assert _shapes(session, "Puhelin") == before
    session.close()


def test_a_later_fix_of_a_cell_takes_the_place_of_an_earlier_one() -> None:
    found = register({"Nimi": ["aho oy", "salo oy"]})
    first = DECIDER.fixes(keys(2), [fix(0, "Nimi", "aho oy", "Aho oy"), fix(1, "Nimi", "salo oy", "Salo oy")])
    second = DECIDER.fixes(keys(2), [fix(0, "Nimi", "aho oy", "Aho Oy", code="company.form")])
    log = DecisionLog((first, second))
    assert derive(found, keys(2), log).changed["Nimi"] == {0: "Aho Oy", 1: "Salo oy"}
    log = log.append(Undo(1, DECIDER.when, "user"))
    assert derive(found, keys(2), log).changed["Nimi"] == {0: "Aho oy", 1: "Salo oy"}


def test_what_was_written_by_hand_is_not_replaced_by_a_later_fix() -> None:
    found = register({"Nimi": ["aho oy"]})
    by_hand = DECIDER.edited_cells(keys(1), [(RecordId(0), CellChange("Nimi", "aho oy", "Ahon Kone Oy"))])
    later = DECIDER.fixes(keys(1), [fix(0, "Nimi", "aho oy", "Aho oy")])
    assert derive(found, keys(1), DecisionLog((by_hand, later))).changed["Nimi"] == {0: "Ahon Kone Oy"}
    undone = DecisionLog((by_hand, later, Undo(0, DECIDER.when, "user")))
    assert derive(found, keys(1), undone).changed["Nimi"] == {0: "Aho oy"}
